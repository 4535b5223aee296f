"""The paper as it will be printed, every sentence marked with where it comes from."""

from collections.abc import Sequence
from typing import Final

from advisor.brief.copies import handed_up
from advisor.brief.dates import with_era
from advisor.brief.marks import mark, merged
from advisor.brief.model import Brief, Claim, Header, Item, Note, Origin, Section, Table
from advisor.evidence.cards import CHECKED_NAMES
from advisor.ui.markup import Html, el, join, link, text

ORIGIN_NAMES: Final[dict[Origin, str]] = {
    "said": "職員",
    "source": "出典",
    "inference": "見立て",
    "open": "要確認",
}
_HEADER: Final[dict[str, str]] = {
    "section": "作成課",
    "addressee": "提出先・場・期日",
    "decision": "求める判断",
    "plan": "総合計画との関係",
}


def preview(brief: Brief, private: bool, origins: frozenset[Origin]) -> Html:
    """Return one of the two copies; in the author's own, only claims of `origins` are at full strength."""
    paper = brief if private else handed_up(brief)
    sections = [
        _section(number, each, private, origins)
        for number, each in enumerate(paper.sections, 1)
        if _filled(each)
    ]
    return el(
        "article",
        el(
            "p",
            f"{'手元用' if private else '提出用'} ・ {paper.header.version} ・ {with_era(paper.header.date)}",
            class_="stamp",
        ),
        el("h2", *_title(paper, private, origins)),
        _header(paper.header),
        *sections,
        _notes(paper.notes, private),
        el("p", paper.written_by, class_="written-by"),
        class_="paper",
        lang="ja",
    )


def _title(brief: Brief, private: bool, origins: frozenset[Origin]) -> tuple[Html, ...]:
    if brief.header.subject:
        return (text(brief.header.subject),)
    return tuple(_claims(brief.title, private, origins))


def _header(header: Header) -> Html:
    rows = []
    for field, name in _HEADER.items():
        value = str(getattr(header, field))
        shown = text(value) if value else el("span", "【要確認: 作成者】", class_="claim open")
        rows.append(el("tr", el("th", name, scope="row"), el("td", shown)))
    return el("table", el("tbody", *rows), class_="head")


def _filled(section: Section) -> bool:
    return bool(section.items or section.tables)


def _section(number: int, section: Section, private: bool, origins: frozenset[Origin]) -> Html:
    lines = [_item(item, private, origins) for item in section.items if item.claims]
    tables = [_table(table, private, origins) for table in section.tables]
    return el(
        "section", el("h3", f"{number} {section.title}"), el("ul", *lines) if lines else text(""), *tables
    )


def _item(item: Item, private: bool, origins: frozenset[Origin]) -> Html:
    label = [el("b", f"{item.label}: ")] if item.label else []
    return el("li", *label, *_claims(item.claims, private, origins))


def _table(table: Table, private: bool, origins: frozenset[Origin]) -> Html:
    corner = [el("th", table.head, scope="col")] if table.heads else []
    head = el("thead", el("tr", *corner, *(el("th", name, scope="col") for name in table.columns)))
    rows = []
    for index, row in enumerate(table.rows):
        side = [el("th", table.heads[index], scope="row")] if index < len(table.heads) else []
        rows.append(el("tr", *side, *(el("td", *_claims(cell, private, origins)) for cell in row)))
    return el("div", el("table", head, el("tbody", *rows)), class_="scroll")


def _claims(claims: Sequence[Claim], private: bool, origins: frozenset[Origin]) -> list[Html]:
    shown = merged(claims)
    return [
        _claim(claim, private, claim.origin in origins, stop=index + 1 < len(shown) or bool(claim.text))
        for index, claim in enumerate(shown)
    ]


def _claim(claim: Claim, private: bool, strong: bool, stop: bool) -> Html:
    note = mark(claim, private)
    words = [text(claim.text)]
    if note:
        words.append(el("small", note, class_="mark"))
    if note and claim.origin == "open" and stop:
        words.append(text("。"))
    kind = claim.origin if private or claim.origin == "open" else "plain"
    worded = {"title": f"元の文: {claim.plain}"} if claim.plain and claim.plain != claim.text else {}
    return el("span", *words, class_=f"claim {kind}" + ("" if strong or not private else " faint"), **worded)


def _notes(notes: tuple[Note, ...], private: bool) -> Html:
    if not notes:
        return text("")
    lines = [_note(note, private) for note in notes]
    return el("section", el("h3", "出典" if private else "注"), el("ul", *lines, class_="notes"))


def _note(note: Note, private: bool) -> Html:
    name = f"出典{note.number} " if private else f"注{note.number} "
    links = join([link(url, url) for url in note.urls], " 、")
    return el("li", name, note.title, " ", links, f"({CHECKED_NAMES[note.checked]})")
