"""The roles that the outer world plays for a turn and a draft."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel

from advisor.brief.bank import BankQuestion
from advisor.brief.material import Material
from advisor.brief.model import Brief
from advisor.dialogue.events import Event, Rewording
from advisor.dialogue.reading import Reading
from advisor.dialogue.scene import Scene
from advisor.dialogue.turns import Reply
from advisor.evidence.cards import Card, CaseCard, TechnologyCard
from advisor.evidence.passages import Hit, Passage
from advisor.evidence.query import Query
from advisor.framework.slots import Slot
from advisor.patience.budget import Account, Ledger
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Answer, Line
from advisor.patience.usage import Usage
from advisor.values import Value

Form = TypeVar("Form", bound=BaseModel)


class Reader(Protocol):
    """Reads one message."""

    def read(self, text: str, asked: Slot | None = None, question: str | None = None) -> Reading:
        """Return the reading of a cleaned, masked message, given the last question and its slot."""
        ...


class Library(Protocol):
    """The cards, and the search over their passages."""

    def search(self, query: Query) -> Sequence[Hit]:
        """Return the best passages, best first; none where nothing passes the threshold."""
        ...

    def fitting(self, wish: str) -> Sequence[str]:
        """Return the ids of the cases that fit a wish so well that they may be offered unasked, best first."""
        ...

    def passage(self, id: str) -> Passage | None:
        """The passage called `id` (`card#heading`), or None."""
        ...

    def card(self, id: str) -> Card | None:
        """The card called `id`, or None."""
        ...

    def cards(self) -> Sequence[Card]:
        """All cards in order of their ids."""
        ...

    def technology(self, name: str) -> TechnologyCard | None:
        """The card of a technology as an official wrote it, or None."""
        ...

    def place(self, text: str) -> CaseCard | None:
        """The case whose municipality is named in `text`, or None."""
        ...

    def questions(self) -> Sequence[BankQuestion]:
        """What a treasury and a council ask of a paper."""
        ...


class Writer(Protocol):
    """Puts a decision into words."""

    def write(self, scene: Scene) -> Reply:
        """Return the reply for a decided scene; the text is polite Japanese with at most one question."""
        ...


class Drafter(Protocol):
    """Puts the sentences of a paper into better prose."""

    @property
    def digests(self) -> tuple[tuple[str, str], ...]:
        """Names of the prompt files it plays from, with their digests."""
        ...

    def reword(
        self,
        brief: Brief,
        material: Material,
        on_section: Callable[[int, int], None],
        stopped: Callable[[], bool],
    ) -> tuple[Rewording, ...]:
        """Return proposals for claims of a plain paper, unchecked; a section that fails has none.

        `on_section` hears how many sections are done, of how many; once `stopped` is true no other is begun.
        """
        ...


class Entry(Value):
    """One line of the list of consultations; times are ISO."""

    id: str
    title: str
    created: str
    updated: str
    deleted: str | None = None


class Live(Value):
    """A reply that is being written: what may be on the screen now, and whether a stop was asked for."""

    turn: int
    text: str = ""
    stop: bool = False
    at: str = ""
    """ISO time of the last sign of life."""


class Sessions(Protocol):
    """Keeps the append-only events of consultations."""

    def create(self, id: str, owner: str) -> None:
        """Open an empty consultation under an unguessable id."""
        ...

    def append(self, id: str, events: Sequence[Event], expected: int | None = None) -> int:
        """Store events durably and return the new length; raise Conflict where the length is not `expected`."""
        ...

    def events(self, id: str) -> Sequence[Event]:
        """All events of a consultation in order; an unknown id raises AdvisorError."""
        ...

    def owner(self, id: str) -> str:
        """Whose consultation it is; an unknown id raises AdvisorError."""
        ...

    def list(self, owner: str, search: str = "", deleted: bool = False) -> Sequence[Entry]:
        """The owner's consultations, latest first, those whose title or messages hold `search`."""
        ...

    def rename(self, id: str, title: str) -> None:
        """Keep the title shown in lists."""
        ...

    def delete(self, id: str) -> None:
        """Put a consultation aside; `restore` brings it back until it is purged."""
        ...

    def restore(self, id: str) -> None:
        """Bring a deleted consultation back."""
        ...

    def purge(self, id: str) -> None:
        """Remove a consultation physically; no byte of its text remains in the data folder."""
        ...

    def show(self, id: str, live: Live) -> bool:
        """Keep the reply that is being written until its turn is stored; return whether a stop was asked for."""
        ...

    def live(self, id: str) -> Live | None:
        """The reply that is being written, by this program or another, or None."""
        ...

    def stop(self, id: str) -> None:
        """Ask whoever writes the reply to wait no longer for a model."""
        ...


class Ledgers(Protocol):
    """Keeps how many tokens were spent, by whom and when; counts alone, never a word of what was said."""

    def spending(self, account: Account, day: str) -> Ledger:
        """What is kept of an account, and of everybody, on a day (ISO date); nothing where nothing was spent."""
        ...

    def charge(self, account: Account, day: str, usage: Usage) -> None:
        """Add to what is kept, durably; other processes may add at the same time."""
        ...


class Exporter(Protocol):
    """Turns a brief into a file an office can use."""

    suffix: str

    def export(self, brief: Brief, private: bool = False) -> bytes:
        """Return the file's bytes; `private` keeps all origins and the record."""
        ...


@runtime_checkable
class Demanding(Protocol):
    """An exporter that needs parts which a machine may lack."""

    def check(self) -> None:
        """Raise AdvisorError where a part is missing, saying what to do; quick, and no file is made."""
        ...


class DocumentReader(Protocol):
    """Takes the text out of a file that was handed over."""

    def read(self, name: str, content: bytes) -> str:
        """Return the text of the file called `name`, raw and as untrusted as the file; AdvisorError where it has none.

        The error says what is wrong and what to do, in Japanese. A long text may end anywhere beyond
        `LONGEST_DOCUMENT` characters.
        """
        ...


class Speech(Iterator[str], Protocol):
    """An answer of a model while it comes, in texts that are never empty; it may raise ModelFailure at any of them."""

    @property
    def usage(self) -> Usage:
        """What the answer has cost so far; also after a failure and after `close`."""
        ...

    def close(self) -> None:
        """Stop the answer; nothing comes after it, and the connection is let go."""
        ...


def whole(speech: Speech) -> Answer:
    """Return an answer once it has come to its end; whatever the speech raises comes through."""
    text = "".join(speech)
    return Answer(text=text, usage=speech.usage)


class Chat(Protocol):
    """Talks to a language model; every fault is a ModelFailure within the limits of the role."""

    def say(self, role: ModelRole, lines: Sequence[Line]) -> Answer:
        """Return a whole Japanese answer in words."""
        ...

    def stream(self, role: ModelRole, lines: Sequence[Line]) -> Speech:
        """Return a Japanese answer as it comes; nothing is sent before its first text is asked for."""
        ...

    def fill(self, role: ModelRole, lines: Sequence[Line], form: type[Form]) -> tuple[Form, Usage]:
        """Return a filled form and its cost; what does not fit the form after one repair is a ModelFailure."""
        ...
