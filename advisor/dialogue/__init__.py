"""How a conversation goes: what was read, what is decided, what was said, and how it is checked."""
