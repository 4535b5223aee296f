"""Reading and writing consultations: every write is one transaction that holds the write lock from its start."""

import builtins
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from pydantic_core import PydanticSerializationError
from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from advisor.adapters.database.access import Access
from advisor.adapters.database.checking import faults
from advisor.adapters.database.failures import translated
from advisor.adapters.database.listing import listed
from advisor.adapters.database.living import asked_to_stop, gone, seen, showed
from advisor.adapters.database.opening import clear_old
from advisor.adapters.database.spending import charged, forgotten, spent_by
from advisor.adapters.database.tables import CONSULTATIONS, EVENTS
from advisor.adapters.database.versions import (
    added,
    named,
    rows_of,
    stamps_of,
    standing_of,
    thrown_away,
    version_of,
)
from advisor.adapters.database.wiping import wipe
from advisor.agent.ports import Entry, Live
from advisor.brief.studio.paper import Stamp, Version
from advisor.dialogue.events import EVENT, Event
from advisor.errors import AdvisorError, Conflict
from advisor.patience.budget import Account, Ledger
from advisor.patience.usage import Usage

KEPT: Final = timedelta(days=30)
"""How long a deleted consultation can be brought back."""

_ENDS_LIVE: Final = ("turn", "rewound")


class Records(Access):
    """The consultations of one open file."""

    def create(self, id: str, owner: str) -> None:
        """Open an empty consultation."""
        now = self._clock()
        row = {"id": id, "owner": owner, "title": "", "created": now, "updated": now}

        def work(connection: Connection) -> None:
            try:
                connection.execute(insert(CONSULTATIONS).values(row))
            except IntegrityError as error:
                raise AdvisorError(
                    "同じ番号の相談がもうあります", id[:8], "もう一度始めてください"
                ) from error

        self._written(work)

    def append(self, id: str, events: Sequence[Event], expected: int | None) -> int:
        """Store events behind the ones there are; all of them or none."""
        rows = [_row(id, each) for each in events]

        def work(connection: Connection) -> int:
            length = _length(connection, id)
            if expected is not None and length != expected:
                raise Conflict(
                    "別のタブで相談が先に進んでいます", id[:8], "画面を読み直してから、もう一度送ってください"
                )
            if rows:
                numbered = [row | {"seq": length + place} for place, row in enumerate(rows, 1)]
                connection.execute(insert(EVENTS), numbered)
                if any(each.kind in _ENDS_LIVE for each in events):
                    gone(connection, id)
                self._touch(connection, id)
            return length + len(rows)

        return self._written(work)

    def events(self, id: str) -> tuple[Event, ...]:
        """All events of a consultation in order."""
        query = select(EVENTS.c.payload).where(EVENTS.c.consultation == id).order_by(EVENTS.c.seq)
        with self._reading() as connection:
            payloads = connection.execute(query).scalars().all()
            if not payloads:
                _owner(connection, id)
            return tuple(EVENT.validate_json(payload) for payload in payloads)

    def owner(self, id: str) -> str:
        """Whose consultation it is."""
        with self._reading() as connection:
            return _owner(connection, id)

    def list(self, owner: str, search: str, deleted: bool) -> builtins.list[Entry]:
        """The owner's consultations, latest first."""
        with self._reading() as connection:
            return listed(connection, owner, search, deleted)

    def show(self, id: str, live: Live) -> bool:
        """Keep the reply that is being written; return whether a stop was asked for."""

        def work(connection: Connection) -> bool:
            _owner(connection, id)
            return showed(connection, id, live)

        return self._written(work)

    def live(self, id: str) -> Live | None:
        """The reply that is being written, or None."""
        with self._reading() as connection:
            return seen(connection, id)

    def stop(self, id: str) -> None:
        """Ask for no more waiting."""
        self._written(lambda connection: asked_to_stop(connection, id))

    def spending(self, account: Account, day: str) -> Ledger:
        """What is kept of an account, and of everybody, on a day."""
        with self._reading() as connection:
            return spent_by(connection, account, day)

    def charge(self, account: Account, day: str, usage: Usage) -> None:
        """Add to what is kept."""
        self._written(lambda connection: charged(connection, account, day, usage))

    def add_versions(self, id: str, versions: Sequence[Version], expected: int) -> None:
        """Store versions behind the ones there are; all of them or none."""
        rows = rows_of(id, versions)

        def work(connection: Connection) -> None:
            _owner(connection, id)
            added(connection, id, rows, expected)
            self._touch(connection, id)

        self._written(work)

    def stamps(self, id: str) -> tuple[Stamp, ...]:
        """All versions without their papers."""
        with self._reading() as connection:
            return stamps_of(connection, id)

    def standing(self, id: str) -> tuple[Stamp | None, int]:
        """The paper of now, and how many versions there are."""
        with self._reading() as connection:
            return standing_of(connection, id)

    def version(self, id: str, number: int) -> Version:
        """One version with its paper."""
        with self._reading() as connection:
            return version_of(connection, id, number)

    def name_version(self, id: str, number: int, name: str) -> None:
        """Keep the name of a version."""
        self._written(lambda connection: named(connection, id, number, name))

    def _touch(self, connection: Connection, id: str) -> None:
        mark = update(CONSULTATIONS).where(CONSULTATIONS.c.id == id)
        connection.execute(mark.values(updated=self._clock()))

    def set(self, id: str, **columns: Any) -> None:
        """Change columns of one consultation."""

        def work(connection: Connection) -> None:
            _owner(connection, id)
            connection.execute(update(CONSULTATIONS).where(CONSULTATIONS.c.id == id).values(columns))

        self._freed(work)

    def purge(self, ids: Sequence[str]) -> None:
        """Remove consultations and wipe the file and its log."""

        def work(connection: Connection) -> None:
            for id in ids:
                _owner(connection, id)
                connection.execute(delete(EVENTS).where(EVENTS.c.consultation == id))
                thrown_away(connection, id)
                gone(connection, id)
                forgotten(connection, id)
                connection.execute(delete(CONSULTATIONS).where(CONSULTATIONS.c.id == id))

        self._freed(work)
        with self._writing, translated(self._path.name):
            wipe(self._engine)

    def expire(self) -> None:
        """Purge what was deleted, and remove what was put aside as damaged, more than 30 days ago."""
        query = select(CONSULTATIONS.c.id, CONSULTATIONS.c.deleted_at).where(
            CONSULTATIONS.c.deleted_at.is_not(None)
        )
        limit = datetime.fromisoformat(self._clock()) - KEPT
        with self._reading() as connection:
            rows = connection.execute(query).all()
        old = [row.id for row in rows if datetime.fromisoformat(row.deleted_at) < limit]
        if old:
            self.purge(old)
        clear_old(self._path, self._clock(), KEPT)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file."""
        with self._reading() as connection:
            return faults(connection)


def _row(id: str, event: Event) -> dict[str, Any]:
    try:
        payload = EVENT.dump_json(event).decode()
    except (PydanticSerializationError, UnicodeEncodeError) as error:
        raise AdvisorError(
            "保存できない文字が含まれています", id[:8], "その文字を除いて送ってください"
        ) from error
    return {"consultation": id, "kind": event.kind, "payload": payload, "at": event.at}


def _length(connection: Connection, id: str) -> int:
    _owner(connection, id)
    query = select(func.coalesce(func.max(EVENTS.c.seq), 0)).where(EVENTS.c.consultation == id)
    return int(connection.execute(query).scalar_one())


def _owner(connection: Connection, id: str) -> str:
    owner = connection.execute(
        select(CONSULTATIONS.c.owner).where(CONSULTATIONS.c.id == id)
    ).scalar_one_or_none()
    if owner is None:
        raise AdvisorError("その相談は見つかりません", id[:8], "相談の一覧から選び直してください")
    return str(owner)
