"""The port `Sessions` in memory."""

import builtins
from collections.abc import Sequence
from dataclasses import dataclass, field

from advisor.agent.clock import Clock
from advisor.agent.ports import Entry, Live
from advisor.dialogue.events import EVENT, Event, MessageReceived
from advisor.errors import AdvisorError, Conflict


@dataclass
class _Kept:
    owner: str
    created: str
    updated: str
    place: int
    title: str = ""
    deleted: str | None = None
    events: builtins.list[bytes] = field(default_factory=builtins.list)
    live: Live | None = None


class MemorySessions:
    """Consultations in a dictionary; events are kept as JSON, so that nothing is shared by accident."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: dict[str, _Kept] = {}
        self._made = 0

    def create(self, id: str, owner: str) -> None:
        """Open an empty consultation."""
        if id in self._kept:
            raise AdvisorError("同じ番号の相談がもうあります", id[:8])
        self._made += 1
        self._kept[id] = _Kept(owner, self._clock(), self._clock(), self._made)

    def append(self, id: str, events: Sequence[Event], expected: int | None = None) -> int:
        """Keep events behind the ones there are."""
        kept = self._found(id)
        if expected is not None and len(kept.events) != expected:
            raise Conflict("別のタブで相談が先に進んでいます", id[:8])
        new = [EVENT.dump_json(each) for each in events]
        if new:
            kept.events += new
            kept.updated = self._clock()
        if any(each.kind in ("turn", "rewound") for each in events):
            kept.live = None
        return len(kept.events)

    def events(self, id: str) -> tuple[Event, ...]:
        """All events in order."""
        return tuple(EVENT.validate_json(each) for each in self._found(id).events)

    def owner(self, id: str) -> str:
        """Whose consultation it is."""
        return self._found(id).owner

    def list(self, owner: str, search: str = "", deleted: bool = False) -> Sequence[Entry]:
        """The owner's consultations, latest first."""
        mine = [(id, kept) for id, kept in self._kept.items() if kept.owner == owner]
        mine = [
            (id, kept)
            for id, kept in mine
            if (kept.deleted is not None) == deleted and self._holds(id, search)
        ]
        mine.sort(key=lambda pair: (pair[1].updated, pair[1].place), reverse=True)
        return [self._entry(id, kept) for id, kept in mine]

    def rename(self, id: str, title: str) -> None:
        """Keep a title."""
        self._found(id).title = title

    def delete(self, id: str) -> None:
        """Put aside."""
        self._found(id).deleted = self._clock()

    def restore(self, id: str) -> None:
        """Bring back."""
        self._found(id).deleted = None

    def purge(self, id: str) -> None:
        """Forget."""
        self._found(id)
        del self._kept[id]

    def show(self, id: str, live: Live) -> bool:
        """Keep the reply that is being written."""
        kept = self._found(id)
        stop = kept.live is not None and kept.live.turn == live.turn and kept.live.stop
        kept.live = live.model_copy(update={"stop": stop})
        return stop

    def live(self, id: str) -> Live | None:
        """The reply that is being written."""
        kept = self._kept.get(id)
        return kept.live if kept else None

    def stop(self, id: str) -> None:
        """Ask for no more waiting."""
        kept = self._found(id)
        if kept.live is not None:
            kept.live = kept.live.model_copy(update={"stop": True})

    def _found(self, id: str) -> _Kept:
        if id not in self._kept:
            raise AdvisorError("その相談は見つかりません", id[:8])
        return self._kept[id]

    def _messages(self, id: str) -> builtins.list[MessageReceived]:
        return [each for each in self.events(id) if isinstance(each, MessageReceived)]

    def _holds(self, id: str, search: str) -> bool:
        texts = [self._kept[id].title, *(each.text for each in self._messages(id))]
        return all(any(word.lower() in text.lower() for text in texts) for word in search.split())

    def _entry(self, id: str, kept: _Kept) -> Entry:
        first = [_words(each) for each in self._messages(id) if each.turn == 1]
        head = first[-1].replace("\n", " ")[:24] if first else ""
        return Entry(
            id=id,
            title=kept.title or head or "新しい相談",
            created=kept.created,
            updated=kept.updated,
            deleted=kept.deleted,
        )


def _words(message: MessageReceived) -> str:
    return message.text or "".join(each.name for each in message.documents[:1])
