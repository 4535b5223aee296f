"""The page: a conversation, its worksheet, the paper and the library, in a browser."""
