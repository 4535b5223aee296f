"""What the advisor believes: slots, stances, intents, phases and the worksheet."""
