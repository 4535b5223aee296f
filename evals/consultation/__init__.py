"""Whole consultations with simulated officials."""
