"""The evals: a program of their own that measures the advisor; never imported by it."""
