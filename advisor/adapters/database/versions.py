"""The versions of papers: a row a version, whose paper is never changed and goes with its consultation."""

from collections.abc import Sequence
from typing import Any

from pydantic_core import PydanticSerializationError
from sqlalchemy import Connection, delete, func, insert, select, update

from advisor.adapters.database.tables import VERSIONS
from advisor.agent.papers import GONE_ON, NO_SUCH
from advisor.brief.studio.paper import Paper, Stamp, Version
from advisor.errors import AdvisorError, Conflict

_STAMP = tuple(VERSIONS.c[name] for name in Stamp.model_fields)


def rows_of(id: str, versions: Sequence[Version]) -> list[dict[str, Any]]:
    """Return versions as rows; AdvisorError where a letter cannot be stored."""
    try:
        return [
            {
                "consultation": id,
                **each.stamp.model_dump(),
                "paper": each.paper.model_dump_json(exclude_defaults=True),
            }
            for each in versions
        ]
    except (PydanticSerializationError, UnicodeEncodeError) as error:
        raise AdvisorError(
            "保存できない文字が含まれています", id[:8], "その文字を除いて保存してください"
        ) from error


def added(connection: Connection, id: str, rows: list[dict[str, Any]], expected: int) -> None:
    """Store rows behind the ones there are; Conflict where others came in between."""
    query = select(func.coalesce(func.max(VERSIONS.c.number), 0)).where(VERSIONS.c.consultation == id)
    if connection.execute(query).scalar_one() != expected:
        raise Conflict(GONE_ON, id[:8], "画面を読み直してください")
    connection.execute(insert(VERSIONS), rows)


def stamps_of(connection: Connection, id: str) -> tuple[Stamp, ...]:
    """Return all versions without their papers, first to last."""
    query = select(*_STAMP).where(VERSIONS.c.consultation == id).order_by(VERSIONS.c.number)
    return tuple(Stamp.model_validate(dict(row._mapping)) for row in connection.execute(query))


def standing_of(connection: Connection, id: str) -> tuple[Stamp | None, int]:
    """Return the newest version that does not stand aside, without its paper, and how many versions there are."""
    mine = VERSIONS.c.consultation == id
    count = select(func.coalesce(func.max(VERSIONS.c.number), 0)).where(mine)
    query = (
        select(*_STAMP).where(mine, VERSIONS.c.kind != "aside").order_by(VERSIONS.c.number.desc()).limit(1)
    )
    row = connection.execute(query).one_or_none()
    stamp = Stamp.model_validate(dict(row._mapping)) if row is not None else None
    return stamp, int(connection.execute(count).scalar_one())


def version_of(connection: Connection, id: str, number: int) -> Version:
    """Return one version with its paper."""
    query = select(*_STAMP, VERSIONS.c.paper).where(
        VERSIONS.c.consultation == id, VERSIONS.c.number == number
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        raise AdvisorError(NO_SUCH, f"第{number}版", "版の一覧から選び直してください")
    stamp = {name: row._mapping[name] for name in Stamp.model_fields}
    return Version(**stamp, paper=Paper.model_validate_json(row.paper))


def named(connection: Connection, id: str, number: int, name: str) -> None:
    """Keep the name of a version."""
    mine = (VERSIONS.c.consultation == id, VERSIONS.c.number == number)
    if connection.execute(update(VERSIONS).where(*mine).values(name=name)).rowcount != 1:
        raise AdvisorError(NO_SUCH, f"第{number}版", "版の一覧から選び直してください")


def thrown_away(connection: Connection, id: str) -> None:
    """Remove all versions of a consultation."""
    connection.execute(delete(VERSIONS).where(VERSIONS.c.consultation == id))
