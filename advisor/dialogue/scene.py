"""Everything a writer may use for one reply; nothing else may enter it."""

from advisor.dialogue.cues import Cues
from advisor.dialogue.moves import Decision
from advisor.dialogue.reading import Reading
from advisor.dialogue.turns import Change, Masked, Turn
from advisor.evidence.cards import CaseCard, TechnologyCard
from advisor.evidence.passages import Passage
from advisor.framework.labels import Phase
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet
from advisor.values import Value


class Technology(Value):
    """A technology the official named, with its card where the library has one."""

    name: str
    """As the official wrote it."""
    turn: int
    card: TechnologyCard | None = None


class DraftNews(Value):
    """What a reply may say about the draft that it hands over."""

    version: int
    """1 for the first draft of the consultation."""
    lead: str
    """The official's words that 要旨 starts from, or "" where it is open."""
    value: str
    """The official's words of the value, or ""."""
    open: tuple[Slot, ...]
    """Slots that are still 【要確認】, most useful first."""


class Scene(Value):
    """The decided scene of one reply."""

    number: int
    """Number of the message being answered, from 1; 0 for the greeting."""
    message: str
    reading: Reading
    cues: Cues
    decision: Decision
    worksheet: Worksheet
    """After this message, before this reply."""
    changes: tuple[Change, ...] = ()
    """What this message changed."""
    turns: tuple[Turn, ...] = ()
    """Earlier turns, oldest first."""
    technologies: tuple[Technology, ...] = ()
    """All technologies named so far, oldest first, those of this message included."""
    case: CaseCard | None = None
    passage: Passage | None = None
    phase: Phase | None = None
    draft: DraftNews | None = None
    masked: tuple[Masked, ...] = ()
    greeting: str = ""

    @property
    def pending(self) -> Slot | None:
        """The slot that the last reply asked for."""
        return self.turns[-1].decision.asks if self.turns else None
