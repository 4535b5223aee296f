"""What runs along the pages and with the file: header, footer, properties."""

from datetime import datetime
from itertools import accumulate
from typing import Any

from docx.document import Document

from advisor.adapters.word.characters import plain
from advisor.adapters.word.elements import field
from advisor.adapters.word.widths import letters
from advisor.brief.dates import with_era
from advisor.brief.model import Brief

_LONGEST = 42.0
"""Full-width letters of the subject that a header line holds."""
_PROPERTY = 250
"""Characters of a property of the file (Word takes 255)."""


def run_along(document: Document, brief: Brief, title: str, private: bool) -> None:
    """Set 件名 and 版 above and the date and page numbers below; the author's own copy is named as such."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.add_run(_short(title))
    head.add_run(f"\t{plain(brief.header.version)}")
    if private:
        head.add_run("  手元用(このまま提出しない)").bold = True
    foot = section.footer.paragraphs[0]
    foot.add_run("\t")
    _append(foot, field("PAGE", "1"))
    foot.add_run(" / ")
    _append(foot, field("NUMPAGES", "1"))
    foot.add_run(f"\t{plain(with_era(brief.header.date))}")


def _short(title: str) -> str:
    """As much of the subject as leaves room for 版 beside it."""
    kept = "".join(
        each
        for each, so_far in zip(title, accumulate(map(letters, title)), strict=True)
        if so_far <= _LONGEST
    )
    return title if kept == title else f"{kept}…"


def describe(document: Document, brief: Brief, title: str) -> None:
    """Set the properties of the file: title, language and date; nobody's name."""
    properties = document.core_properties
    properties.title = title[:_PROPERTY]
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = "ja-JP"
    properties.version = plain(brief.header.version)[:_PROPERTY]
    try:
        day = datetime.fromisoformat(brief.header.date)
    except ValueError:
        _undated(properties._element)
    else:
        properties.created = properties.modified = day.replace(tzinfo=None)


def _undated(element: Any) -> None:
    """Drop the dates of the library's own template."""
    for each in list(element):
        if each.tag.endswith(("}created", "}modified")):
            element.remove(each)


def _append(paragraph: Any, runs: list[Any]) -> None:
    paragraph._p.extend(runs)
