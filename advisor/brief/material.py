"""What a brief is made of: the worksheet, the messages, and passages of the library."""

from advisor.brief.bank import BankQuestion
from advisor.brief.model import Header
from advisor.evidence.cards import CaseCard, Source
from advisor.evidence.passages import Passage
from advisor.framework.phases import PhaseView
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet
from advisor.values import Value


class Utterance(Value):
    """One message of the official, as it stands in the record."""

    turn: int
    asked: Slot | None
    text: str
    aside: bool = False
    """Outside the matter (greeting, digression, a request, a chip): fills nothing, only recorded."""
    slots: tuple[Slot, ...] = ()
    """The slots it filled."""
    correction: bool = False


class TechnologyMention(Value):
    """A technology the official named, in the words and the turn of its first mention."""

    name: str
    turn: int


class Material(Value):
    """Everything a draft rests on; nothing else may enter the paper."""

    worksheet: Worksheet
    utterances: tuple[Utterance, ...]
    technologies: tuple[TechnologyMention, ...] = ()
    phase: PhaseView = PhaseView()
    cases: tuple[CaseCard, ...] = ()
    """Cases found for this consultation, best first, one cautionary one among them where there is one."""
    fairness: Passage | None = None
    """The library's passage on fairness, quoted where customers are chosen."""
    framework: Passage | None = None
    """The founding page's passage on the phase at hand."""
    framework_beside: tuple[Passage, ...] = ()
    """Further passages of the founding page from which the phase may be quoted, best first."""
    sources: tuple[Source, ...] = ()
    header: Header = Header()
    questions: tuple[BankQuestion, ...] = ()
    """The question bank, from which 想定問答 is drawn."""
