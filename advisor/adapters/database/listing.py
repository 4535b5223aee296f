"""The list of consultations, with titles and a search over titles and messages."""

from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, exists, func, literal_column, or_, select

from advisor.adapters.database.tables import CONSULTATIONS, EVENTS
from advisor.agent.ports import Entry

UNTITLED: Final = "新しい相談"
_HEAD: Final = 24
"""Characters of the first message that serve as a title."""

_TEXT = func.json_extract(EVENTS.c.payload, literal_column("'$.text'"))
_HANDED = func.json_extract(EVENTS.c.payload, literal_column("'$.documents[0].name'"))
_FIRST = (
    select(func.coalesce(func.nullif(_TEXT, literal_column("''")), _HANDED))
    .where(EVENTS.c.consultation == CONSULTATIONS.c.id, EVENTS.c.kind == "message")
    .where(func.json_extract(EVENTS.c.payload, literal_column("'$.turn'")) == 1)
    .order_by(EVENTS.c.seq.desc())
    .limit(1)
    .correlate(CONSULTATIONS)
    .scalar_subquery()
)


def listed(connection: Connection, owner: str, search: str, deleted: bool) -> list[Entry]:
    """Return the owner's consultations, latest first; every word of `search` stands in the title or a message."""
    aside = CONSULTATIONS.c.deleted_at
    query = (
        select(CONSULTATIONS, _FIRST.label("first"))
        .where(CONSULTATIONS.c.owner == owner, aside.is_not(None) if deleted else aside.is_(None))
        .where(and_(True, *map(_holds, search.split())))
        .order_by(CONSULTATIONS.c.updated.desc(), literal_column("consultations.rowid").desc())
    )
    return [
        Entry(
            id=row.id,
            title=row.title or titled(row.first or ""),
            created=row.created,
            updated=row.updated,
            deleted=row.deleted_at,
        )
        for row in connection.execute(query)
    ]


def titled(first: str) -> str:
    """Return the title that the first message, or the name of its document, gives."""
    return first.replace("\n", " ")[:_HEAD] or UNTITLED


def _holds(word: str) -> ColumnElement[bool]:
    said = exists().where(
        EVENTS.c.consultation == CONSULTATIONS.c.id,
        EVENTS.c.kind == "message",
        _TEXT.icontains(word, autoescape=True),
    )
    return or_(CONSULTATIONS.c.title.icontains(word, autoescape=True), said)
