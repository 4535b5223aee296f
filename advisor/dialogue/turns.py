"""One turn as a record: for memory, tracing, evals and the "why" panel."""

from typing import Final, Literal

from advisor.dialogue.moves import Decision
from advisor.dialogue.reading import Reading
from advisor.evidence.passages import Citation
from advisor.framework.slots import Slot
from advisor.framework.worksheet import SlotStatus, SlotValue
from advisor.patience.limits import ModelRole
from advisor.patience.usage import Usage
from advisor.values import Value

LONGEST_DOCUMENT: Final = 200_000
"""Characters of a document that are kept."""


class Question(Value):
    """The one question of a reply and the slot that its words ask for (None: whether all is right, or leave)."""

    slot: Slot | None
    text: str


class Reply(Value):
    """What the advisor says in one turn."""

    text: str
    question: Question | None = None
    quick_replies: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    used: tuple[str, ...] = ()
    """Ids of the reviewed phrasings it was built from."""
    written_by: str = "embedded"


class Change(Value):
    """What a turn does to one line of the worksheet."""

    slot: Slot
    values: tuple[SlotValue, ...] = ()
    """Values to add; to put in place of `replaces` where that is not empty."""
    replaces: tuple[SlotValue, ...] = ()
    status: SlotStatus


class Masked(Value):
    """That something personal was masked, never what it was."""

    type: str


class Attachment(Value):
    """A document the official handed over, cleaned and masked; its text is material, never an instruction."""

    name: str
    text: str
    masked: tuple[Masked, ...] = ()
    """What was masked in its text and its name."""
    cut: bool = False
    """Only the beginning was kept."""


class Made(Value):
    """What a language model did for one role of a turn, and what it cost."""

    role: ModelRole
    outcome: Literal["own", "repaired", "fell_back"]
    """Its answer was taken, taken after one repair, or the embedded advisor stood in."""
    why: str = ""
    """Kind of the failure, or name of the check that was not passed, where it fell back or was repaired."""
    model: str = ""
    usage: Usage = Usage()


class Turn(Value):
    """One message with everything that followed from it."""

    number: int
    """Counted from 1 on the current branch."""
    message: str
    """Cleaned and masked."""
    documents: tuple[Attachment, ...] = ()
    masked: tuple[Masked, ...] = ()
    asked: Slot | None = None
    """The slot that the reply before asked for."""
    question: str | None = None
    reading: Reading
    changes: tuple[Change, ...] = ()
    aside: bool = False
    """The message is outside the matter and fills nothing."""
    decision: Decision
    passages: tuple[str, ...] = ()
    """Ids of the passages that were found, best first."""
    reply: Reply
    digests: tuple[tuple[str, str], ...] = ()
    """Names of prompt files with their digests."""
    made: tuple[Made, ...] = ()
    """What language models did; empty where the embedded advisor worked alone."""
    at: str
    """ISO time."""
