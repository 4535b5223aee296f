"""Nanishitai (何したい): an advisor that moves officials from what technology can do to what they want."""

__version__ = "0.1.0"
