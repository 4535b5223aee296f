"""Simulated officials of our own and the counterpart that plays them."""
