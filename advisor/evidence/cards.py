"""The typed cards of the library: framework, case, technology and method."""

from typing import Annotated, Literal

from pydantic import Field

from advisor.framework.labels import Phase
from advisor.framework.slots import Slot
from advisor.values import Value

Checked = Literal["full", "opening", "secondary", "unverified"]

CHECKED_NAMES: dict[Checked, str] = {
    "full": "本文を確認済み",
    "opening": "出典の冒頭を確認済み",
    "secondary": "二次情報",
    "unverified": "未確認",
}


class Source(Value):
    """Where a card's facts were seen, and how far that was checked."""

    title: str
    url: str | None = None
    checked: Checked


class Section(Value):
    """One heading of a card's body with its text."""

    heading: str
    text: str
    asks: tuple[str, ...] = ()
    """Other ways in which officials ask for it; searched, never shown."""


class Figure(Value):
    """A figure of a case: never shown without its date and how far it was checked."""

    what: str
    value: str
    date: str
    checked: Checked
    source: int
    """1-based index into the card's sources."""


class CaseLines(Value):
    """The three lines in which a case is told in the conversation."""

    want: str
    happened: str
    limit: str


class BaseCard(Value):
    """What every card has."""

    id: str
    title: str
    sources: tuple[Source, ...] = ()
    sections: tuple[Section, ...] = ()


class CaseCard(BaseCard):
    """What a place wanted, did and learnt; cautionary cases have no phase."""

    kind: Literal["case"]
    place: str
    country: str
    population: str | None
    year: str
    phase: Phase | None
    phase_reason: str
    shelf: Literal["success", "debate", "caution"]
    default: bool
    """False keeps the card out of default retrieval (cases of tragedy)."""
    fields: tuple[str, ...]
    technologies: tuple[str, ...]
    technology_role: Literal["none", "support", "central"]
    trigger: str | None
    want: str
    customer: str
    lines: CaseLines
    before: str
    what: str
    non_tech_work: str
    figures: tuple[Figure, ...]
    limits: str
    counter_view: str | None
    question: str


class TechnologyCard(BaseCard):
    """What a technology is good and bad at, and what people must do for it."""

    kind: Literal["technology"]
    names: tuple[str, ...]
    good_at: str
    bad_at: str
    advice: str | None
    people: str
    usual_phase: Phase
    phase_note: str
    without: str


class MethodCard(BaseCard):
    """A way of working out one or more slots."""

    kind: Literal["method"]
    slots: tuple[Slot, ...]
    line: str
    basis: Literal["synthesis", "source"]


class FrameworkCard(BaseCard):
    """A piece of the framework, saying whether it is the founding page's or a synthesis."""

    kind: Literal["framework"]
    basis: Literal["founding", "author_page", "synthesis"]
    quotes: tuple[str, ...]


Card = Annotated[CaseCard | TechnologyCard | MethodCard | FrameworkCard, Field(discriminator="kind")]
CardKind = Literal["case", "technology", "method", "framework"]
