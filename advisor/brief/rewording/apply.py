"""Rewordings on a paper: which claims may have one, which stand, and the paper that comes of it."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from advisor.brief.grounding import ground
from advisor.brief.material import Material
from advisor.brief.model import SECTION_TITLES, Brief, Claim, Section, SectionId
from advisor.brief.outline.closing import open_section
from advisor.brief.review import review
from advisor.brief.rewording.verdict import Verdict, judged
from advisor.dialogue.events import Rewording
from advisor.words import Words

PROSE: Final[tuple[SectionId, ...]] = (
    "summary", "purpose", "customer", "today", "value", "work", "drive", "means", "logic", "phase",
)  # fmt: skip
"""The sections whose sentences may be worded anew."""
_WORDED: Final[frozenset[SectionId]] = frozenset((*PROSE, "questions"))
"""Where rewordings show: the answers of 想定問答 are claims of the other sections."""
_SHORTEST: Final = 12
"""Letters of a sentence that is worth another wording."""
_ORDER: Final[tuple[SectionId, ...]] = tuple(SECTION_TITLES)


class Reworking(NamedTuple):
    """A paper after its rewordings, and how many of its sentences they have touched."""

    brief: Brief
    bettered: int
    doubtful: int


def rewordable(section: Section) -> tuple[Claim, ...]:
    """The claims of a section that may be worded anew, each wording once.

    They are sentences that were said or drawn: no figure, quote, source, open point, nor what is private or handed up
    in other words.
    """
    if section.id not in PROSE:
        return ()
    return tuple({claim.text: claim for claim in section.claims if _prose(claim)}.values())


def _prose(claim: Claim) -> bool:
    text = claim.text
    own = claim.origin in ("said", "inference") and bool(claim.turns) and not claim.notes
    public = not claim.private and claim.public is None
    return own and public and text.endswith("。") and len(text) > _SHORTEST and not text.startswith("「")


def settled(
    brief: Brief, proposals: Iterable[Rewording], material: Material, words: Words
) -> tuple[Rewording, ...]:
    """Return the proposals for claims of a plain paper that are worth keeping.

    A doubtful one is kept without its words: nothing of them is ever shown.
    """
    said = ground(material)
    claims = {claim.text: claim for section in brief.sections for claim in rewordable(section)}
    found: list[Rewording] = []
    for each in proposals:
        if each.old not in claims:
            continue
        outcome = _judged(claims[each.old], each.new, said, words).outcome
        if outcome == "doubtful":
            found.append(Rewording(old=each.old, new="", doubtful=True))
        elif outcome == "taken":
            found.append(each.model_copy(update={"doubtful": False}))
    return tuple(found)


def reworked(
    brief: Brief, rewordings: Mapping[str, Rewording], material: Material, words: Words
) -> Reworking:
    """Return a plain paper with the rewordings of its claims; every one is judged anew, whoever stored it.

    A section in which a rewording changes what a checker finds stays as it was. A doubtful claim keeps its words and
    stands open.
    """
    if not rewordings:
        return Reworking(brief, 0, 0)
    taken = _bettered(brief, rewordings, material, words)
    done = _doubted(taken, rewordings)
    touched = {claim.plain: claim.origin == "open" for claim in done.claims if claim.plain}
    return Reworking(done, list(touched.values()).count(False), list(touched.values()).count(True))


def _bettered(brief: Brief, rewordings: Mapping[str, Rewording], material: Material, words: Words) -> Brief:
    said, verdicts = ground(material), dict[tuple[str, tuple[int, ...]], Verdict]()
    findings = _findings(brief, material)

    def change(claim: Claim) -> Claim:
        found = rewordings.get(claim.text)
        if found is None or found.doubtful or not _prose(claim):
            return claim
        key = (claim.text, claim.turns)
        if key not in verdicts:
            verdicts[key] = _judged(claim, found.new, said, words)
        if verdicts[key].outcome != "taken":
            return claim
        return claim.model_copy(update={"text": found.new, "plain": claim.text})

    for section in brief.sections:
        if section.id in _WORDED and (new := section.each(change)) != section:
            candidate = _with(brief, new)
            brief = candidate if _findings(candidate, material) == findings else brief
    return brief


def _doubted(brief: Brief, rewordings: Mapping[str, Rewording]) -> Brief:
    """Open the claims for which something was made up, and list them with the open points."""

    def change(claim: Claim) -> Claim:
        found = rewordings.get(claim.text)
        if found is None or not found.doubtful or not _prose(claim):
            return claim
        lead = claim.text.removesuffix("。")
        hole = {"text": lead, "origin": "open", "ask": "作成課", "about": "数・名・日付の確かめ"}
        return claim.model_copy(update={**hole, "plain": claim.text})

    sections = tuple(section.each(change) if section.id in _WORDED else section for section in brief.sections)
    if sections == brief.sections:
        return brief
    head = (*brief.title, *(claim for item in brief.fields for claim in item.claims))
    body = tuple(each for each in sections if each.id not in ("open", "record"))
    return _with(brief.model_copy(update={"sections": sections}), open_section(head, body, _ORDER))


def _judged(claim: Claim, new: str, said: Mapping[int, str], words: Words) -> Verdict:
    return judged(claim.text, new, "\n".join(said.get(turn, "") for turn in claim.turns), words)


def _with(brief: Brief, section: Section) -> Brief:
    sections = tuple(section if each.id == section.id else each for each in brief.sections)
    return brief.model_copy(update={"sections": sections})


def _findings(brief: Brief, material: Material) -> frozenset[tuple[str, str]]:
    return frozenset((each.rule, each.where) for each in review(brief, material))
