"""The tables: consultations, events and versions (rows are only ever added), the reply being written, tokens spent."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

METADATA = MetaData()

CONSULTATIONS = Table(
    "consultations",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("owner", Text, nullable=False, index=True),
    Column("title", Text, nullable=False, server_default=""),
    Column("created", Text, nullable=False),
    Column("updated", Text, nullable=False),
    Column("deleted_at", Text),
)


def _consultation() -> Column[str]:
    """The consultation a row belongs to, and goes with."""
    return Column("consultation", Text, ForeignKey("consultations.id", ondelete="CASCADE"), primary_key=True)


EVENTS = Table(
    "events",
    METADATA,
    _consultation(),
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("at", Text, nullable=False),
)

LIVE = Table(
    "live",
    METADATA,
    _consultation(),
    Column("turn", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("at", Text, nullable=False),
)

VERSIONS = Table(
    "versions",
    METADATA,
    _consultation(),
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("parent", Integer),
    Column("restores", Integer),
    Column("undoes", Integer),
    Column("locked", Integer, nullable=False),
    Column("paper", Text, nullable=False),
)

SPENDING = Table(
    "spending",
    METADATA,
    Column("scope", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("prompt", Integer, nullable=False),
    Column("completion", Integer, nullable=False),
    Column("estimated", Integer, nullable=False),
)
