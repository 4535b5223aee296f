"""The reader's training, its training messages, and its measurement."""
