"""A paper that is written together: its lines, what is done to them, its versions, and what differs between two."""
