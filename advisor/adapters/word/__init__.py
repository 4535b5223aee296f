"""The Word file: styles, runs, tables and the order of the paper."""
