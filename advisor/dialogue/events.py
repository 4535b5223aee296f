"""What happened in a consultation, append-only; everything else is a fold over these."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from advisor.dialogue.turns import Attachment, Made, Masked, Turn
from advisor.framework.labels import Phase
from advisor.framework.slots import Slot
from advisor.values import Value


class Started(Value):
    """The consultation was opened with a greeting."""

    kind: Literal["started"] = "started"
    at: str
    greeting: str = ""


class MessageReceived(Value):
    """A message was stored before anything was made of it."""

    kind: Literal["message"] = "message"
    at: str
    turn: int
    text: str
    documents: tuple[Attachment, ...] = ()
    masked: tuple[Masked, ...] = ()


class TurnCompleted(Value):
    """The message was answered."""

    kind: Literal["turn"] = "turn"
    at: str
    turn: Turn


class SlotEdited(Value):
    """The official rewrote a line of the worksheet by hand; an empty text clears it."""

    kind: Literal["edited"] = "edited"
    at: str
    slot: Slot
    text: str


class SlotLocked(Value):
    """The official locked or unlocked a line."""

    kind: Literal["locked"] = "locked"
    at: str
    slot: Slot
    locked: bool


class PhaseCorrected(Value):
    """The official corrected the phase; None takes the correction back."""

    kind: Literal["phase"] = "phase"
    at: str
    value: Phase | None


class Rewound(Value):
    """From turn `turn` on the branch was left: an undo, or an earlier message edited anew."""

    kind: Literal["rewound"] = "rewound"
    at: str
    turn: int
    reason: Literal["undo", "edit"] = "undo"


class HeaderFilled(Value):
    """A field of the paper's header was filled in."""

    kind: Literal["header"] = "header"
    at: str
    field: str
    text: str


class KeptInside(Value):
    """The official decided whether this consultation may be sent to a language model."""

    kind: Literal["inside"] = "inside"
    at: str
    value: bool


class Rewording(Value):
    """Better prose for one claim of the paper; it holds as long as the claim reads as `old`."""

    old: str
    new: str
    doubtful: bool = False
    """It said something that the claim does not rest on: `new` is empty, and the claim stands as 【要確認】."""


class Reworded(Value):
    """A language model worded claims of the paper anew."""

    kind: Literal["reworded"] = "reworded"
    at: str
    rewordings: tuple[Rewording, ...]
    digests: tuple[tuple[str, str], ...] = ()
    made: tuple[Made, ...] = ()


class PlainWording(Value):
    """The official took all rewordings of the paper back, or wants them again; a new one is wanted again too."""

    kind: Literal["plain"] = "plain"
    at: str
    value: bool


class Valued(Value):
    """The official said whether a reply helped, or the paper (turn 0); the last word on each counts."""

    kind: Literal["valued"] = "valued"
    at: str
    turn: int
    good: bool | None
    """None takes an earlier word back."""
    reason: str = ""


class Renamed(Value):
    """The consultation got a name."""

    kind: Literal["renamed"] = "renamed"
    at: str
    title: str


Event = Annotated[
    Started
    | MessageReceived
    | TurnCompleted
    | SlotEdited
    | SlotLocked
    | PhaseCorrected
    | Rewound
    | HeaderFilled
    | Renamed
    | KeptInside
    | Reworded
    | PlainWording
    | Valued,
    Field(discriminator="kind"),
]
EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads and writes one event as JSON."""
