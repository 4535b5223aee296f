"""The tables: consultations, their events, to which rows are only ever added, and the reply being written."""

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

EVENTS = Table(
    "events",
    METADATA,
    Column(
        "consultation",
        Text,
        ForeignKey("consultations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("at", Text, nullable=False),
)

LIVE = Table(
    "live",
    METADATA,
    Column(
        "consultation",
        Text,
        ForeignKey("consultations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("turn", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("at", Text, nullable=False),
)
