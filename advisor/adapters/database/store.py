"""The ports `Sessions`, `Papers` and `Ledgers` over one file: a thin door behind which the SQL toolkit is loaded when first needed."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from advisor.agent.clock import Clock
from advisor.agent.ports import Entry, Live
from advisor.brief.studio.paper import Stamp, Version
from advisor.dialogue.events import Event
from advisor.patience.budget import Account, Ledger
from advisor.patience.usage import Usage

if TYPE_CHECKING:
    from advisor.adapters.database.records import Records


class Database:
    """Consultations in the SQLite file at `path`, shared safely by threads and processes of this machine.

    What is acknowledged is on the disk (write-ahead log, full sync). Every failure is an AdvisorError in
    Japanese; a length that differs from the expected one is a Conflict. What was deleted 30 days ago is
    removed for good when the file is opened.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._opening = Lock()
        self._opened: Records | None = None

    @property
    def _records(self) -> "Records":
        with self._opening:
            if self._opened is None:
                opened: Records = import_module("advisor.adapters.database.records").Records(
                    self._path, self._clock
                )
                opened.expire()
                self._opened = opened
            return self._opened

    def create(self, id: str, owner: str) -> None:
        """Open an empty consultation under an unguessable id; AdvisorError where the id is taken."""
        self._records.create(id, owner)

    def append(self, id: str, events: Sequence[Event], expected: int | None = None) -> int:
        """Store events durably and return the new length; Conflict where the length is not `expected`."""
        return self._records.append(id, events, expected)

    def events(self, id: str) -> tuple[Event, ...]:
        """All events of a consultation in order; an unknown id raises AdvisorError."""
        return self._records.events(id)

    def owner(self, id: str) -> str:
        """Whose consultation it is; an unknown id raises AdvisorError."""
        return self._records.owner(id)

    def list(self, owner: str, search: str = "", deleted: bool = False) -> Sequence[Entry]:
        """The owner's consultations, latest first, whose title or messages hold every word of `search`."""
        return self._records.list(owner, search, deleted)

    def rename(self, id: str, title: str) -> None:
        """Keep the title shown in lists; an empty one gives the beginning of the first message."""
        self._records.set(id, title=title)

    def delete(self, id: str) -> None:
        """Put a consultation aside; `restore` brings it back for 30 days."""
        self._records.set(id, deleted_at=self._clock())

    def restore(self, id: str) -> None:
        """Bring a deleted consultation back."""
        self._records.set(id, deleted_at=None)

    def purge(self, id: str) -> None:
        """Remove a consultation physically; no byte of its text remains in the file or its log."""
        self._records.purge([id])

    def show(self, id: str, live: Live) -> bool:
        """Keep the reply that is being written; return whether a stop was asked for since it began."""
        return self._records.show(id, live)

    def live(self, id: str) -> Live | None:
        """The reply that is being written, or None."""
        return self._records.live(id)

    def stop(self, id: str) -> None:
        """Ask whoever writes the reply to wait no longer for a model."""
        self._records.stop(id)

    def add(self, id: str, versions: Sequence[Version], expected: int) -> None:
        """Store versions of a paper durably, all or none; Conflict where there are not `expected` before them."""
        self._records.add_versions(id, versions, expected)

    def stamps(self, id: str) -> Sequence[Stamp]:
        """All versions of a consultation's paper without their papers, first to last."""
        return self._records.stamps(id)

    def standing(self, id: str) -> tuple[Stamp | None, int]:
        """The version that is the paper of now, without its paper, and how many there are."""
        return self._records.standing(id)

    def version(self, id: str, number: int) -> Version:
        """One version with its paper; AdvisorError where there is none of that number."""
        return self._records.version(id, number)

    def name_version(self, id: str, number: int, name: str) -> None:
        """Keep the name of a version; nothing else of it ever changes."""
        self._records.name_version(id, number, name)

    def spending(self, account: Account, day: str) -> Ledger:
        """What is kept of an account, and of everybody, on a day (ISO date)."""
        return self._records.spending(account, day)

    def charge(self, account: Account, day: str, usage: Usage) -> None:
        """Add to what is kept, durably; what is kept of earlier days but by consultation is let go."""
        self._records.charge(account, day, usage)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, one finding a line; empty where all is whole."""
        return self._records.check()

    @property
    def size(self) -> int:
        """Bytes on the disk, the log included."""
        files = (self._path, self._path.with_name(self._path.name + "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    def close(self) -> None:
        """Let go of the file; the next call opens it again."""
        with self._opening:
            if self._opened is not None:
                self._opened.close()
                self._opened = None
