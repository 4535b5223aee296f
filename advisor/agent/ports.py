"""The roles that the outer world plays for a turn and a draft."""

from collections.abc import Sequence
from typing import Protocol

from advisor.brief.model import Brief
from advisor.dialogue.events import Event
from advisor.dialogue.reading import Reading
from advisor.dialogue.scene import Scene
from advisor.dialogue.turns import Reply
from advisor.evidence.cards import Card
from advisor.evidence.passages import Hit
from advisor.evidence.query import Query
from advisor.framework.slots import Slot


class Reader(Protocol):
    """Reads one message."""

    def read(self, text: str, asked: Slot | None = None, question: str | None = None) -> Reading:
        """Return the reading of a cleaned, masked message, given the last question and its slot."""
        ...


class Retriever(Protocol):
    """Finds passages of the library."""

    def search(self, query: Query) -> Sequence[Hit]:
        """Return the best passages, best first; none where nothing passes the threshold."""
        ...


class Writer(Protocol):
    """Puts a decision into words."""

    def write(self, scene: Scene) -> Reply:
        """Return the reply for a decided scene; the text is polite Japanese with at most one question."""
        ...


class Shelf(Protocol):
    """The cards of the library by id and by technology."""

    def card(self, id: str) -> Card | None:
        """The card called `id`, or None."""
        ...

    def cards(self) -> Sequence[Card]:
        """All cards in order of their ids."""
        ...


class Sessions(Protocol):
    """Keeps the append-only events of consultations."""

    def append(self, session: str, events: Sequence[Event], expected: int | None = None) -> int:
        """Store events durably and return the new length; refuse where the length is not `expected`."""
        ...

    def events(self, session: str) -> Sequence[Event]:
        """All events of a consultation in order; an unknown id raises AdvisorError."""
        ...


class Exporter(Protocol):
    """Turns a brief into a file an office can use."""

    suffix: str

    def export(self, brief: Brief, private: bool = False) -> bytes:
        """Return the file's bytes; `private` keeps all origins and the record."""
        ...
