"""The workbook: 読み方 in front, then the sheets to work on, the origins last."""

from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter.workbook import Workbook

from advisor.adapters.excel import indicators, lists, origins
from advisor.adapters.excel.looks import Book, Sheet
from advisor.adapters.word.characters import plain
from advisor.brief.dates import with_era
from advisor.brief.marks import written
from advisor.brief.model import Brief
from advisor.framework.labels import PHASE_NAMES

NAME: Final = "読み方"
_SHEETS: Final = (
    (lists.LOGIC, "投入から状態の変化まで。書けていない段を式が知らせます。"),
    (indicators.NAME, "現状値・目標・期限。差と達成率は式です。現状値のない目標を式が知らせます。"),
    (lists.FIGURES, "現状の数字と時点と原票、資料の一覧。"),
    (lists.OPEN, "だれに何を確かめるか。状態を選ぶと残りが減ります。"),
    (origins.NAME, "すべての文と、その根拠。"),
)
_UNDATED: Final = datetime(2000, 1, 1)
_PROPERTY: Final = 250
_PLAIN: Final[dict[str, Any]] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "游ゴシック", "font_size": 10},
}


def workbook(brief: Brief, private: bool) -> bytes:
    """Return a finished copy as the bytes of an .xlsx file."""
    file = BytesIO()
    made = Workbook(file, _PLAIN)
    title = plain(written(brief.title, False))
    made.set_properties({"title": title[:_PROPERTY], "created": _day(brief), "author": ""})
    book = Book(made)
    front = book.sheet(NAME, (24, 70, 24))
    lists.add_logic(book, brief, private)
    lacking = indicators.add_indicators(book, brief, private)
    lists.add_figures(book, brief, private)
    left = lists.add_open(book, brief)
    origins.add_origins(book, brief, private)
    _front(front, brief, private)
    _counts(front, len(brief.fields) + 5, (("要確認の残り", left), ("現状値のない目標", lacking)))
    made.close()
    return file.getvalue()


def _day(brief: Brief) -> datetime:
    try:
        return datetime.fromisoformat(brief.header.date).replace(tzinfo=None)
    except ValueError:
        return _UNDATED


def _front(sheet: Sheet, brief: Brief, private: bool) -> None:
    """The subject and the fields of the header, the date with its era beside it."""
    sheet.text(0, 0, written(brief.title, False), "title")
    sheet.text(1, 0, "手元用(このまま提出しない)" if private else "提出用", "note")
    sheet.text(2, 0, "日付・版", "name")
    sheet.text(2, 1, f"{with_era(brief.header.date) or '【要確認: 作成者】'} {brief.header.version}")
    iso = _day(brief).date().isoformat()
    sheet.day(2, 2, iso if _day(brief) != _UNDATED and _fits(iso) else None)
    rows = [(item.label, written(item.claims, private)) for item in brief.fields]
    rows.append(("見立て", f"Phase {brief.phase} {PHASE_NAMES[brief.phase]}" if brief.phase else ""))
    rows.append(("生成AIについて", brief.written_by))
    for at, (name, text) in enumerate(rows, 3):
        sheet.text(at, 0, name, "name")
        sheet.text(at, 1, text)
    sheet.mark_holes(f"B3:B{len(rows) + 3}")


def _fits(iso: str) -> bool:
    """Whether Excel can hold a date."""
    return date.fromisoformat(iso) >= date(1900, 1, 1)


def _counts(sheet: Sheet, line: int, counts: tuple[tuple[str, tuple[str, int]], ...]) -> None:
    """What is left to do, by formula, and what each sheet is for."""
    for at, (name, (code, value)) in enumerate(counts, line):
        sheet.text(at, 0, name, "name")
        sheet.formula(at, 1, code, value)
    low = line + len(counts) + 1
    sheet.text(low, 0, "シート", "head")
    sheet.text(low, 1, "何のためか", "head")
    for at, (name, told) in enumerate(_SHEETS, low + 1):
        sheet.page.write_url(at, 0, f"internal:'{name}'!A1", sheet.book.looks["name"], name)
        sheet.text(at, 1, told)
