"""How much is borne from a language model: failures, limits, rests and budgets (pure)."""
