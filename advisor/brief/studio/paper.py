"""A working paper: the brief with a name for every claim, and the drafted sections it was made from."""

from typing import Final, Literal

from advisor.brief.model import SECTION_TITLES, Brief, Claim, Section, SectionId
from advisor.brief.outline.closing import open_section
from advisor.brief.outline.compose import ORDER
from advisor.brief.studio.lines import Line, bare, keyed, keys_of, lines_of, with_lines
from advisor.brief.studio.sources import adopted, cited_alone
from advisor.values import Value

DERIVED: Final[tuple[SectionId, ...]] = ("open", "record")
"""Sections that follow from the others or from the conversation: nobody edits them by hand."""
EDITABLE: Final[tuple[SectionId, ...]] = tuple(id for id in ORDER if id not in DERIVED)

Kind = Literal["draft", "edit", "undo", "restore", "submit", "aside"]


class Paper(Value):
    """A brief that is written on by hand, and of each editable section the draft that it was made from."""

    brief: Brief
    bases: tuple[Section, ...]
    """Lines and claims carry the same names as in `brief`; what was never taken over has names of its own."""

    def base(self, id: SectionId) -> Section:
        """The draft of a section that the paper has taken notice of."""
        return next((each for each in self.bases if each.id == id), Section(id=id, title=SECTION_TITLES[id]))

    def with_section(self, section: Section, base: Section | None = None) -> "Paper":
        """Return the paper with one section, and where given its base, replaced."""
        bases = tuple(base if base is not None and each.id == section.id else each for each in self.bases)
        return Paper(brief=with_section(self.brief, section), bases=bases)


class Stamp(Value):
    """What the list of versions says of one; `at` is an ISO time."""

    number: int
    kind: Kind
    at: str
    who: str = ""
    why: str = ""
    name: str = ""
    parent: int | None = None
    """The version it was made on; None for the first."""
    restores: int | None = None
    """For `undo` and `restore` the version whose paper it brings back."""
    undoes: int | None = None
    """The version that an undo from here brings back; None where there is nothing to undo."""
    locked: bool = False
    """The paper as it was handed up (提出版): shown as it is, never changed."""

    @property
    def label(self) -> str:
        """How the paper calls itself."""
        label = self.name or f"第{self.number}版"
        return f"{label}(提出版)" if self.locked else label


class Version(Stamp):
    """A stored paper; rows of versions are only ever added."""

    paper: Paper

    @property
    def stamp(self) -> Stamp:
        """The version without its paper."""
        return Stamp(**{name: getattr(self, name) for name in Stamp.model_fields})


def pinned(fresh: Brief) -> Paper:
    """Return a draft as the first working paper; the same draft gives the same names."""
    keys = keys_of("1")
    sections = tuple(
        with_lines(each, [keyed(line, keys) for line in lines_of(each)]) if each.id in EDITABLE else each
        for each in fresh.sections
    )
    bases = tuple(each for each in sections if each.id in EDITABLE)
    return Paper(brief=fresh.model_copy(update={"sections": sections}), bases=bases)


def with_section(brief: Brief, section: Section) -> Brief:
    """Return the brief with one section replaced."""
    sections = tuple(section if each.id == section.id else each for each in brief.sections)
    return brief.model_copy(update={"sections": sections})


def live(paper: Paper, fresh: Brief) -> Paper:
    """Return the working paper of today: its head and its record from the draft, its open points from itself."""
    brief = paper.brief
    body = [each for each in brief.sections if each.id not in DERIVED]
    head = [*fresh.title, *(claim for item in fresh.fields for claim in item.claims)]
    derived = {"open": open_section(head, body, ORDER), "record": fresh.section("record")}
    update = {
        "header": fresh.header,
        "title": fresh.title,
        "fields": fresh.fields,
        "sections": tuple(derived.get(each.id, each) for each in brief.sections),
        "written_by": brief.written_by if _worded(brief) else fresh.written_by,
    }
    return paper.model_copy(update={"brief": brief.model_copy(update=update)})


def _worded(brief: Brief) -> bool:
    """Whether a sentence of a language model stands in the paper, or under what the official made of it."""
    return any(claim.plain or (claim.before is not None and claim.before.plain) for claim in brief.claims)


def presented(stamp: Stamp, paper: Paper, fresh: Brief) -> Brief:
    """Return a version as it is read and exported; a locked one exactly as it was handed up."""
    brief = paper.brief if stamp.locked else live(paper, fresh).brief
    header = brief.header.model_copy(update={"version": stamp.label})
    return cited_alone(brief.model_copy(update={"header": header}))


def stale(paper: Paper, fresh: Brief) -> tuple[SectionId, ...]:
    """Return the sections whose draft has changed since the paper last took notice of it."""
    now, _ = adopted(fresh, paper.brief.notes)
    return tuple(id for id in EDITABLE if said(paper.base(id)) != said(now.section(id)))


def said(section: Section) -> tuple[Line, ...]:
    """Return what a section says, without names."""
    return tuple(map(bare, lines_of(section)))


def claim_of(section: Section, key: str) -> Claim | None:
    """The claim of that name, or None."""
    return next((claim for claim in section.claims if claim.key == key), None)
