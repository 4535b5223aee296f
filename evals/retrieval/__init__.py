"""How well the library's search finds what it should: on any SQuAD-format file, and on questions of our own."""
