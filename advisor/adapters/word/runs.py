"""Claims as runs of a paragraph: the text, then its mark small and grey, holes in bold."""

import re
from collections.abc import Sequence
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from advisor.adapters.word.styles import QUIET
from advisor.brief.marks import mark, merged
from advisor.brief.model import Claim

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNING: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """The text without what XML forbids and without marks that turn the writing direction; breaks become blanks."""
    sound = text.encode("utf-8", "replace").decode("utf-8")
    return re.sub(r"[\r\n\t]+", " ", _TURNING.sub("", _FORBIDDEN.sub("", sound)))


def write_claims(paragraph: Paragraph, claims: Sequence[Claim], private: bool) -> None:
    """Add claims in order; a note's mark leads to the note, 【要確認】 stands in bold."""
    shown = merged(claims)
    for index, claim in enumerate(shown):
        if claim.text:
            paragraph.add_run(plain(claim.text))
        _mark(paragraph, claim, private)
        if claim.origin == "open" and claim.ask and (claim.text or index + 1 < len(shown)):
            paragraph.add_run("。")


def _mark(paragraph: Paragraph, claim: Claim, private: bool) -> None:
    text = plain(mark(claim, private))
    if not text:
        return
    if claim.origin == "open":
        paragraph.add_run(text).bold = True
        return
    if claim.origin == "source":
        for note in claim.notes:
            _link(paragraph, f"〔出典{note}〕" if private else f"(注{note})", f"note{note}")
        return
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(7.5), QUIET


def _link(paragraph: Paragraph, text: str, anchor: str) -> None:
    """Add a run that leads to a bookmark of the same file."""
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(7.5), QUIET
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    run._r.getparent().replace(run._r, link)
    link.append(run._r)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Make a paragraph the target `name` of links."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    end.set(qn("w:id"), str(number))
    properties = paragraph._p.pPr
    paragraph._p.insert(0 if properties is None else 1, start)
    paragraph._p.append(end)


def field(paragraph: Paragraph, code: str) -> None:
    """Add a field such as PAGE that Word computes."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", "1"), ("end", "")):
        run = paragraph.add_run(text if kind == "shown" else "")
        if kind == "":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {text} "
            run._r.append(element)
        elif kind != "shown":
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)
