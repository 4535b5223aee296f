"""Consultations in memory: the port `Sessions` without a file, for evals and tests."""

from collections.abc import Sequence

from advisor.agent.ports import Entry, Live
from advisor.dialogue.events import Event
from advisor.errors import AdvisorError, Conflict

Events = list[Event]


class MemorySessions:
    """Keeps events in dictionaries; gone with the process."""

    def __init__(self) -> None:
        self._events: dict[str, Events] = {}
        self._owners: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._deleted: set[str] = set()

    def create(self, id: str, owner: str) -> None:
        """Open an empty consultation."""
        self._events[id] = []
        self._owners[id] = owner

    def append(self, id: str, events: Sequence[Event], expected: int | None = None) -> int:
        """Store events; raise Conflict where the length is not `expected`."""
        stored = self._known(id)
        if expected is not None and expected != len(stored):
            raise Conflict("別のタブで相談が先に進んでいます", id, "読み直してください")
        stored.extend(events)
        return len(stored)

    def events(self, id: str) -> Sequence[Event]:
        """All events in order."""
        return tuple(self._known(id))

    def owner(self, id: str) -> str:
        """Whose consultation it is."""
        self._known(id)
        return self._owners[id]

    def list(self, owner: str, search: str = "", deleted: bool = False) -> Sequence[Entry]:
        """The owner's consultations, latest first."""
        return tuple(
            Entry(id=id, title=self._titles.get(id, ""), created="", updated="")
            for id in reversed(self._events)
            if self._owners[id] == owner
            and (id in self._deleted) == deleted
            and search in str(self._events[id])
        )

    def rename(self, id: str, title: str) -> None:
        """Keep a title."""
        self._known(id)
        self._titles[id] = title

    def delete(self, id: str) -> None:
        """Put aside."""
        self._known(id)
        self._deleted.add(id)

    def restore(self, id: str) -> None:
        """Bring back."""
        self._known(id)
        self._deleted.discard(id)

    def purge(self, id: str) -> None:
        """Forget."""
        self._known(id)
        del self._events[id]

    def _known(self, id: str) -> Events:
        if id not in self._events:
            raise AdvisorError("その相談は見つかりません", id[:8], "相談の一覧から選び直してください")
        return self._events[id]

    def show(self, id: str, live: Live) -> bool:
        """Nobody looks on while a reply is being written."""
        self._known(id)
        del live
        return False

    def live(self, id: str) -> Live | None:
        """Nothing is kept of a reply before its turn is."""
        del id
        return None

    def stop(self, id: str) -> None:
        """Nobody stops a reply."""
        self._known(id)
