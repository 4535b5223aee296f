"""Claims as runs of a paragraph: the text, then its mark in a style of its own, holes in bold."""

from collections.abc import Sequence

from docx.text.paragraph import Paragraph

from advisor.adapters.word.characters import plain
from advisor.adapters.word.elements import run, words
from advisor.adapters.word.notes import Footnotes
from advisor.adapters.word.styles import ASK, SMALL_MARK
from advisor.brief.marks import mark, merged
from advisor.brief.model import Claim


def write_claims(paragraph: Paragraph, claims: Sequence[Claim], private: bool, notes: Footnotes) -> None:
    """Add claims in order, worded as `advisor.brief.marks.written` words them, sources as footnotes."""
    shown = merged(claims)
    for index, claim in enumerate(shown):
        if claim.text:
            paragraph.add_run(plain(claim.text))
        _mark(paragraph, claim, private, notes)
        if claim.origin == "open" and claim.ask and (claim.text or index + 1 < len(shown)):
            paragraph.add_run("。")


def _mark(paragraph: Paragraph, claim: Claim, private: bool, notes: Footnotes) -> None:
    if claim.origin == "source":
        for number in claim.notes:
            notes.refer(paragraph, number)
        return
    text = plain(mark(claim, private))
    if text:
        paragraph._p.append(run(ASK if claim.origin == "open" else SMALL_MARK, words(text)))
