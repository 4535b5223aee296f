"""The shape of a rule and the bits of a paper that rules look at."""

from collections.abc import Callable

from advisor.brief.material import Material
from advisor.brief.model import Brief, Claim, Finding, SectionId, Table

Rule = Callable[[Brief, Material], Finding | None]


def filled(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims that say something: all but the open ones."""
    return tuple(claim for claim in claims if claim.origin != "open")


def line_of(brief: Brief, section: SectionId, label: str) -> tuple[Claim, ...]:
    """The claims of a labelled line; empty where it is missing."""
    return tuple(
        claim
        for item in brief.section(section).items
        if item.label.startswith(label)
        for claim in item.claims
    )


def table_of(brief: Brief, section: SectionId) -> Table | None:
    """The first table of a section."""
    tables = brief.section(section).tables
    return tables[0] if tables else None


def column(table: Table | None, index: int) -> tuple[tuple[Claim, ...], ...]:
    """The cells of one column."""
    return tuple(row[index] for row in table.rows if index < len(row)) if table else ()


def said_text(brief: Brief, *sections: SectionId) -> str:
    """All words of some sections that are no open points."""
    return "\n".join(claim.text for id in sections for claim in filled(brief.section(id).claims))
