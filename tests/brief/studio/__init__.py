"""A paper written together: deeds, merges, versions, differences."""
