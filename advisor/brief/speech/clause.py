"""What speech becomes on its way to paper: a clause, its ending and its marks."""

from typing import Literal

from advisor.framework.slots import Slot
from advisor.values import Value

Ending = Literal["体", "動", "形", "×"]
Mark = Literal[
    "hearsay", "guess", "considering", "sign", "reason", "sure", "wish", "coping", "person", "hope"
]


class Clause(Value):
    """One clause in the style of a paper, numbers and names verbatim, with the speech it comes from."""

    text: str
    """The clause in plain style without its final stop; for `×` the words as they were spoken."""
    ending: Ending
    """体 ends in a noun, 動 in a verb, 形 in an adjective or ない, × fits no frame."""
    slot: Slot
    marks: tuple[Mark, ...] = ()
    numbers: tuple[str, ...] = ()
    source: str = ""
    """The words it was made from, verbatim."""
    start: int = 0
    """Offset of `source` in the text it was cut from."""
    turns: tuple[int, ...] = ()
    private: bool = False
    """A remark on a superior, a politician, another section or a person's nature."""

    def has(self, *marks: Mark) -> bool:
        """Whether the clause carries any of the marks."""
        return any(mark in self.marks for mark in marks)

    @property
    def fits(self) -> bool:
        """Whether it can stand in a frame."""
        return self.ending != "×"


class Piece(Value):
    """A stretch of speech on its way: `text[start:]` of the message as far as it was cut."""

    text: str
    start: int
    marks: tuple[Mark, ...] = ()

    def marked(self, text: str, *marks: Mark) -> "Piece":
        """Return the piece with a new text and more marks."""
        return Piece(
            text=text, start=self.start, marks=self.marks + tuple(m for m in marks if m not in self.marks)
        )
