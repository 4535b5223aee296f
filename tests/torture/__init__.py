"""The long crash loops."""
