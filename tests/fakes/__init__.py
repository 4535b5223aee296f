"""Stand-ins that play the same roles as the adapters, without the outer world."""
