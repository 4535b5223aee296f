"""One module a step, in order; each sets `PRAGMA user_version` through the schema that runs it."""
