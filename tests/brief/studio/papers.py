"""Looking at a working paper from outside."""

from advisor.brief.model import Brief, Claim, SectionId
from advisor.brief.studio.deeds import Deed
from advisor.brief.studio.lines import Line, keys_of, lines_of
from advisor.brief.studio.paper import EDITABLE, Paper
from advisor.brief.studio.work import done as work


def claims(paper: Paper, section: SectionId | None = None) -> tuple[Claim, ...]:
    """The claims of one editable section, or of all."""
    ids = EDITABLE if section is None else (section,)
    return tuple(claim for id in ids for claim in paper.brief.section(id).claims)


def lines(paper: Paper, section: SectionId) -> tuple[Line, ...]:
    """The lines of a section."""
    return lines_of(paper.brief.section(section))


def texts(paper: Paper, section: SectionId) -> list[str]:
    """The words of a section, claim by claim."""
    return [claim.text for claim in claims(paper, section)]


def done(paper: Paper, fresh: Brief, *deeds: Deed, stamp: str = "2") -> Paper:
    """The paper after some deeds."""
    return work(paper, deeds, fresh, keys_of(stamp))


def claim(paper: Paper, section: SectionId, words: str) -> Claim:
    """The first claim of a section that holds these words."""
    return next(each for each in claims(paper, section) if words in each.text)
