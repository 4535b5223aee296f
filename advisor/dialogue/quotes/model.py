"""A quote: words of the official that may stand in 「」 as they are."""

from typing import Final, Literal

from advisor.framework.slots import Slot
from advisor.values import Value

LONGEST: Final = 34
"""Characters a quote may have."""

WHOLE: Final = 48
"""Characters that a saying may have which stands by itself."""

INNER: Final = str.maketrans("「」", "『』")
"""Marks inside a quote."""

Kind = Literal["体", "文", "途"]
"""体 ends in a noun and fits every frame; 文 ends a clause; 途 trails off (〜ように, 〜て) and is only pointed at."""


class Quote(Value):
    """A clean span of what the official said; `text` is literally `source[start:end]`."""

    text: str
    start: int
    end: int
    kind: Kind
    score: float
    """How gladly a careful colleague would repeat exactly these words; higher is better."""
    slot: Slot | None = None
    """The line of the worksheet that the words fill, where one is known."""
    turn: int = 0
    """The message it comes from; 0 where the caller did not say."""
    has_number: bool = False
    marks: frozenset[str] = frozenset()
    """`person`, `deadline`, `money`, `inner` (stood in 「」 itself), `whole` (a whole clause),
    `alone` (says everything without the words around it), `technology`."""

    @property
    def shown(self) -> str:
        """The quote in its marks; marks inside of it become 『』, as Japanese sets them."""
        return f"「{self.text.translate(INNER)}」"

    def overlaps(self, other: "Quote") -> bool:
        """Whether both share words of the same message."""
        return self.turn == other.turn and self.start < other.end and other.start < self.end


class Contrast(Value):
    """Two spans set against each other by the official."""

    left: Quote
    right: Quote
    kind: Literal["not_but", "from_to", "into"]
    """「AではなくB」, 「AからBへ」, 「AをBに変える」."""


class Quoted(Value):
    """Everything quotable in one message."""

    quotes: tuple[Quote, ...] = ()
    """Best first."""
    contrasts: tuple[Contrast, ...] = ()
    features: frozenset[str] = frozenset()
