"""A run as people read it: Markdown and one HTML page."""
