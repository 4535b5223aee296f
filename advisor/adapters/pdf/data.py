"""The paper as the data that is set: sections with their pictures, tables with widths, runs of words."""

import re
from typing import Any, Final

from advisor.adapters.pdf.runs import Runs
from advisor.adapters.word.characters import plain
from advisor.adapters.word.widths import letters, widths
from advisor.brief.dates import with_era
from advisor.brief.marks import noted_once, written
from advisor.brief.model import BODY, Brief, Claim, Note, Section, Table
from advisor.brief.outline.compose import ORDER
from advisor.brief.pictures import logic_picture, phase_picture
from advisor.evidence.cards import CHECKED_NAMES

_WIDTH: Final = 170.0
_RUNNING: Final = 42.0
"""Full-width letters of the subject above a page."""
_TALLEST: Final = 0.9
"""A picture that is higher than this part of its width would not be read: its table says the same."""
_KIND: Final = "区分"
_SAFE: Final = re.compile(r"https?://[!-~]+\Z")
_SIZE: Final = re.compile(r"viewBox='0 0 (\d+) (\d+)'")
_TOLD: Final = re.compile(r"<desc>(.*?)</desc>", re.DOTALL)
_ALTERNATIVE: Final = 2_000


def data(brief: Brief, private: bool) -> dict[str, Any]:
    """Return what the template needs but the fonts; the words are those of `brief.markdown`."""
    runs = Runs(brief.notes, private)
    title = plain(written(brief.title, False))
    header = brief.header
    return {
        "title": title or "企画書",
        "running": _short(title),
        "edition": plain(header.version),
        "date": plain(with_era(header.date)),
        "private": private,
        "mark": "出典" if private else "注",
        "fields": _fields(brief, runs),
        "parts": _parts(brief, runs, private),
        "notes": {str(note.number): _note(note) for note in brief.notes},
        "closing": plain(brief.written_by.rstrip("。") + "。") if brief.written_by else "",
    }


def _short(title: str) -> str:
    kept = title
    while letters(kept) > _RUNNING:
        kept = kept[: max(1, int(len(kept) * 0.9))] if len(kept) > 100 else kept[:-1]
    return title if kept == title else f"{kept}…"


def _fields(brief: Brief, runs: Runs) -> list[dict[str, Any]]:
    header = brief.header
    dated = Claim(text=f"{with_era(header.date)} {header.version}".strip(), origin="said")
    hole = Claim(text="", origin="open", ask="作成者")
    first = runs.of((dated,) if header.date else (hole, dated), private=False)
    return [
        {"name": "日付・版", "runs": first},
        *({"name": plain(item.label), "runs": runs.of(item.claims)} for item in brief.fields),
    ]


def _parts(brief: Brief, runs: Runs, private: bool) -> list[dict[str, Any]]:
    shown = [
        each for each in brief.sections if each.items or each.tables or each.id not in ("record", "phase")
    ]
    made = [(each.id in BODY, _section(each, brief, runs, private)) for each in shown]
    parts = (("本文", False, [each for body, each in made if body]), ("別紙", True, [each for body, each in made if not body]))  # fmt: skip
    return [{"title": title, "break": new, "sections": each} for title, new, each in parts if each]


def _section(section: Section, brief: Brief, runs: Runs, private: bool) -> dict[str, Any]:
    marked = private and section.id != "record"
    return {
        "title": f"{ORDER.index(section.id) + 1} {plain(section.title)}",
        "picture": _picture(section, brief),
        "tables": [_table(table, runs, marked) for table in section.tables if table.columns],
        "items": [
            {"label": plain(item.label), "runs": runs.of(item.claims)}
            for item in section.items
            if item.claims
        ],
    }


def _picture(section: Section, brief: Brief) -> dict[str, str] | None:
    """The picture that belongs to a section, where it can be read on the page."""
    if section.id == "phase":
        return _drawn("三つの段のどこにいるか", phase_picture(brief.phase))
    if section.id == "logic" and section.tables and section.tables[0].rows and section.tables[0].columns:
        return _drawn("ロジックモデル(投入から状態の変化まで)", logic_picture(brief))
    return None


def _drawn(name: str, svg: str) -> dict[str, str] | None:
    size, told = _SIZE.search(svg), _TOLD.search(svg)
    if size is None or told is None or int(size[2]) > _TALLEST * int(size[1]):
        return None
    return {"name": name, "svg": plain(svg), "told": _unescaped(told[1])[:_ALTERNATIVE] or name}


def _unescaped(text: str) -> str:
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        text = text.replace(entity, letter)
    return plain(text)


def _table(table: Table, runs: Runs, private: bool) -> dict[str, Any]:
    columns = ((table.head or _KIND,) if table.heads else ()) + table.columns
    texts = [
        ([table.heads[at]] if table.heads else []) + [written(cell, private) for cell in row]
        for at, row in enumerate(table.rows)
    ]
    return {
        "columns": [plain(name) for name in columns],
        "widths": [round(each, 3) for each in widths(columns, texts, _WIDTH, bool(table.heads))],
        "rows": [
            {
                "head": plain(table.heads[at]) if table.heads else None,
                "cells": [_cell(cell, runs, private) for cell in noted_once(row)],
            }
            for at, row in enumerate(table.rows)
        ],
    }


def _cell(cell: tuple[Claim, ...], runs: Runs, private: bool) -> list[dict[str, Any]]:
    return runs.of(cell, private) if cell else [{"kind": "text", "text": "―"}]


def _note(note: Note) -> dict[str, Any]:
    urls = [{"text": plain(url), "link": _SAFE.match(url) is not None} for url in note.urls]
    return {"title": plain(note.title), "checked": CHECKED_NAMES[note.checked], "urls": urls}
