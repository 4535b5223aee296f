"""The consultations in one SQLite file; the SQL toolkit is loaded with the first question asked of it."""

from advisor.adapters.database.store import Database

__all__ = ["Database"]
