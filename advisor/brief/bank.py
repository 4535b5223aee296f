"""The questions that a treasury and a council ask of a paper, as data: what answers them, and who would know."""

from typing import Literal, get_args

from pydantic import field_validator

from advisor.brief.model import SECTION_TITLES, SectionId
from advisor.framework.slots import Slot
from advisor.values import Value

Asker = Literal["財政課", "議会"]
ASKERS: tuple[Asker, ...] = get_args(Asker)
HEAD = "head"
"""Names the header table where a place names a section."""


class Place(Value):
    """Where on a paper an answer stands: a line (`label`), or the cells of a table (`column`, `label` the row head)."""

    section: SectionId | Literal["head"]
    column: str = ""
    label: str = ""

    @classmethod
    def read(cls, text: str) -> "Place":
        """Return the place that 「節/行」 or 「節:列/行」 names; ValueError where there is no such section."""
        front, _, label = text.partition("/")
        name, _, column = front.partition(":")
        section = next((each for each in SECTION_TITLES if each == name), None)
        if section is None and name != HEAD:
            raise ValueError(f"no section of a paper: {name}")
        return cls(section=section or "head", column=column, label=label)


class Still(Value):
    """What remains to be confirmed although there is an answer."""

    ask: str
    about: str
    lead: str


class BankQuestion(Value):
    """One question with the slots and places that answer it."""

    id: str
    by: Asker
    question: str
    slots: tuple[Slot, ...]
    answer: tuple[Place, ...]
    ask: str
    """Who would know where the paper does not."""
    about: str
    """What the list of open points calls it then."""
    always: bool = False
    when: str = ""
    """A regular expression: where something said in `slots` matches, the question comes before the others."""
    only: bool = False
    """Answer with sentences that match `when` alone."""
    still: Still | None = None

    @field_validator("answer", mode="before")
    @classmethod
    def _places(cls, value: object) -> object:
        if not isinstance(value, list | tuple):
            return value
        return tuple(Place.read(each) if isinstance(each, str) else each for each in value)
