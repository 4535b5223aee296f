"""Nothing that was acknowledged is lost, and nothing that was purged is left."""
