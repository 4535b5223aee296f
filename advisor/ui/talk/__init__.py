"""The conversation on the page: turns, chips, citations, and what is on its way."""
