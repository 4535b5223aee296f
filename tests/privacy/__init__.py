"""What must not stay does not stay, and everything else does."""
