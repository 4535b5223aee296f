"""The history of the schema, run by Alembic inside the program."""
