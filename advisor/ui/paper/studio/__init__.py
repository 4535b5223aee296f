"""Writing on the paper: the fields of a section, what a new draft would change, and the versions."""
