"""A passage is a section of a card with its source; a citation ties a quote to it."""

from advisor.evidence.cards import Card, CardKind, Checked
from advisor.framework.labels import Phase
from advisor.values import Value


class Passage(Value):
    """One retrievable piece of text."""

    id: str
    """`card id#heading`."""
    card: str
    kind: CardKind
    title: str
    """Title of the card it belongs to."""
    heading: str
    text: str
    url: str | None = None
    source: str = ""
    """Title of the first source."""
    checked: Checked = "unverified"
    phase: Phase | None = None
    technologies: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    caution: bool = False
    """Whether it belongs to a cautionary case (a counter-example)."""
    default: bool = True
    """False keeps it out of default retrieval."""
    asks: tuple[str, ...] = ()
    """Other ways in which officials ask for it; searched, never shown."""

    @property
    def search_text(self) -> str:
        """What the search views index: title, heading, the ways it is asked for, and text."""
        head = " ".join((self.title, self.heading, *self.asks))
        return f"{head}\n{self.text}"


class Hit(Value):
    """A passage found by a search; the score is comparable within one search only."""

    passage: Passage
    score: float


class Citation(Value):
    """A quote shown in a reply: literally in its passage, white space aside."""

    mark: int
    passage: str
    title: str
    url: str | None
    quote: str
    checked: Checked = "unverified"


def passages_of(card: Card) -> tuple[Passage, ...]:
    """Cut a card into passages, one a section, each carrying the card's source and filters."""
    source = card.sources[0] if card.sources else None
    phase, technologies, fields, caution, default = _filters(card)
    return tuple(
        Passage(
            id=f"{card.id}#{section.heading}",
            card=card.id,
            kind=card.kind,
            title=card.title,
            heading=section.heading,
            text=section.text,
            url=source.url if source else None,
            source=source.title if source else "",
            checked=source.checked if source else "unverified",
            phase=phase,
            technologies=technologies,
            fields=fields,
            caution=caution,
            default=default,
            asks=section.asks,
        )
        for section in card.sections
    )


def _filters(card: Card) -> tuple[Phase | None, tuple[str, ...], tuple[str, ...], bool, bool]:
    if card.kind == "case":
        return card.phase, card.technologies, card.fields, card.shelf == "caution", card.default
    if card.kind == "technology":
        return card.usual_phase, card.names, (), False, True
    return None, (), (), False, True
