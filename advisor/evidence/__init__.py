"""What is known: cards of the library, their passages, and how passages are ranked."""
