"""Files that are handed over: plain text, Word and PDF, read with nothing in them ever run or obeyed."""
