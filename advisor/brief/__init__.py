"""What comes out: the customer-viewpoint policy brief, its claims with their origins, and its review."""
