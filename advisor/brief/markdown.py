"""The paper as Markdown, for the author (手元用) and to hand up (提出用); words of messages are data, never markup."""

import re
from collections.abc import Iterable
from typing import Final

from advisor.brief.copies import handed_up
from advisor.brief.dates import with_era
from advisor.brief.marks import written
from advisor.brief.model import BODY, Brief, Item, Note, Section, Table
from advisor.brief.outline.compose import ORDER
from advisor.evidence.cards import CHECKED_NAMES

_LIVE: Final = re.compile(r"([\\`*_{}\[\]#|!~$])")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ADDRESS: Final = re.compile(r"(?:https?|ftp|javascript|data|mailto):|www\.", re.IGNORECASE)
_SAFE: Final = re.compile(r"https?://[^\s<>()\"'`]+\Z")


def markdown(brief: Brief, private: bool = False, phase_line: bool = True, ticked: Iterable[str] = ()) -> str:
    """Return the paper as Markdown; by default the copy to hand up."""
    paper = brief if private else handed_up(brief, ticked, phase_line)
    parts = [f"# {escaped(written(paper.title, private))}", _head(paper, private), "## 本文"]
    for section in paper.sections:
        if section.id == ORDER[len(BODY)]:
            parts.append("## 別紙")
        if section.id == "record" and not section.tables:
            continue
        if section.id == "phase" and not section.items and not section.tables:
            continue
        parts.append(_section(section, private))
    parts.append(_notes(paper.notes, private))
    parts.append(escaped(paper.written_by.rstrip("。") + "。") if paper.written_by else "")
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Return `text` so that nothing in it becomes HTML, an image, a link or a heading."""
    line = re.sub(r"[\r\n\u2028\u2029\x0b\x0c]+", " ", text)
    line = "".join(
        char
        for char in line
        if char >= " " and char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"
    )
    line = re.sub(r"[&<>]", lambda match: _ENTITIES[match.group()], _LIVE.sub(r"\\\1", line))
    line = line.replace("\\](", "\\]\\(")
    line = _ADDRESS.sub(lambda match: match.group().replace(":", "\\:").replace(".", "\\."), line)
    return re.sub(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)", r"\1\\\2", line)


def address(url: str) -> str:
    """Return a web address as it is, to be followed; anything else as plain text."""
    return url if _SAFE.match(url) else escaped(url)


def _head(brief: Brief, private: bool) -> str:
    rows = [
        ("日付・版", f"{with_era(brief.header.date) or '【要確認: 作成者】'} {brief.header.version}".strip())
    ]
    rows += [(item.label, written(item.claims, private)) for item in brief.fields]
    lines = [
        "| 欄 | 記入 |",
        "| --- | --- |",
        *(f"| {escaped(label)} | {escaped(text)} |" for label, text in rows),
    ]
    return "\n".join(lines)


def _section(section: Section, private: bool) -> str:
    parts = [f"### {ORDER.index(section.id) + 1} {section.title}"]
    tables = [_table(table, private and section.id != "record") for table in section.tables]
    items = "\n".join(_item(item, private) for item in section.items if item.claims)
    parts += [*tables, items]
    return "\n\n".join(part for part in parts if part)


def _item(item: Item, private: bool) -> str:
    label = f"{item.label}: " if item.label else ""
    return f"- {escaped(label)}{escaped(written(item.claims, private))}"


def _table(table: Table, private: bool) -> str:
    columns = ((table.head,) if table.heads else ()) + table.columns
    lines = [f"| {' | '.join(map(escaped, columns))} |", "|" + " --- |" * len(columns)]
    for index, row in enumerate(table.rows):
        cells = [escaped(written(cell, private)) or "—" for cell in row]
        head = [escaped(table.heads[index])] if table.heads else []
        lines.append(f"| {' | '.join(head + cells)} |")
    return "\n".join(lines)


def _notes(notes: tuple[Note, ...], private: bool) -> str:
    if not notes:
        return ""
    lines = []
    for note in notes:
        urls = " 、".join(url for url in note.urls if _SAFE.match(url))
        lead = f"{note.number}." if private else f"注{note.number}"
        lines.append(f"{lead} {escaped(note.title)} {urls}({CHECKED_NAMES[note.checked]})")
    return ("### 出典\n\n" if private else "### 注\n\n") + "\n".join(
        lines if private else [f"- {each}" for each in lines]
    )
