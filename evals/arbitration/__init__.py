"""Measures who wins between the embedded reader and simulated models: `python -m evals.arbitration`."""
