"""ロジックモデル, 数字と出典, 要確認一覧: the tables of the paper as sheets to work on."""

from typing import Final

from xlsxwriter.utility import xl_col_to_name

from advisor.adapters.excel.looks import Book, Sheet, era
from advisor.adapters.word.characters import plain
from advisor.brief.marks import written
from advisor.brief.model import Brief, Note, Table
from advisor.evidence.cards import CHECKED_NAMES

LOGIC: Final = "ロジックモデル"
FIGURES: Final = "数字と出典"
OPEN: Final = "要確認一覧"
STATES: Final = ("未確認", "確認中", "確認済")
_EMPTY: Final = "この段がまだ書けていません"
_SPARE: Final = 6
_HOLE: Final = "【要確認"
_HEAD: Final = 4


def add_logic(book: Book, brief: Brief, private: bool) -> None:
    """Add the logic model: a column for each step, a row for each sentence, and a check whether a step is still empty."""
    tables = brief.section("logic").tables
    columns = tables[0].columns if tables else ("投入", "活動", "産出", "行動の変化", "状態の変化")
    steps = [
        [
            written((claim,), private)
            for table in tables
            for row in table.rows
            for claim in (row[at] if at < len(row) else ())
        ]
        for at in range(len(columns))
    ]
    sheet = book.sheet(LOGIC, (30,) * len(columns))
    sheet.text(0, 0, LOGIC, "title")
    sheet.text(
        1, 0, "左から右へ: これがあるから、次が起きる、と読めるかを確かめます。一文を一行に書きます。", "note"
    )
    last = _HEAD + 1 + max(map(len, steps), default=0) + _SPARE
    for at, step in enumerate(steps):
        _step(sheet, at, step, last)
    sheet.heads(_HEAD, tuple(f"{name} →" for name in columns[:-1]) + columns[-1:])
    sheet.mark_holes(f"A{_HEAD + 2}:{xl_col_to_name(len(columns) - 1)}{last}")


def _step(sheet: Sheet, column: int, sentences: list[str], last: int) -> None:
    name = xl_col_to_name(column)
    place = f"{name}{_HEAD + 2}:{name}{last}"
    known = [each for each in sentences if _HOLE not in each]
    sheet.formula(2, column, f'=COUNTA({place})-COUNTIF({place},"*{_HOLE}*")&"文"', f"{len(known)}文")
    empty = f'COUNTA({place})=COUNTIF({place},"*{_HOLE}*")'
    sheet.formula(3, column, f'=IF({empty},"{_EMPTY}","")', "" if known else _EMPTY)
    for at in range(last - _HEAD - 1):
        sheet.text(_HEAD + 1 + at, column, sentences[at] if at < len(sentences) else "")


def add_figures(book: Book, brief: Brief, private: bool) -> None:
    """Add the figures of the present with where they stand, and under them the sources of the paper."""
    sheet = book.sheet(FIGURES, (30, 40, 28, 30, 18))
    sheet.text(0, 0, "現状の数字", "title")
    line = 2
    for table in brief.section("figures").tables:
        line = _table(sheet, line, table, private) + 1
    sheet.text(line, 0, "出典", "title")
    for column, name in enumerate(("注", "題名", "確かめた範囲", "番地")):
        sheet.text(line + 1, column, name, "head")
    line += 2
    for note in brief.notes:
        line = _source(sheet, line, note)
    sheet.mark_holes(f"A1:E{line + 1}")


def _table(sheet: Sheet, line: int, table: Table, private: bool) -> int:
    columns = ((table.head or "区分",) if table.heads else ()) + table.columns
    for column, name in enumerate(columns):
        sheet.text(line, column, name, "head")
    for at, row in enumerate(table.rows):
        cells = ([table.heads[at]] if table.heads else []) + [written(cell, private) for cell in row]
        for column, text in enumerate(cells):
            sheet.text(line + 1 + at, column, text)
    return line + 1 + len(table.rows)


def _source(sheet: Sheet, line: int, note: Note) -> int:
    """One row for each address of a source, none of them a link that opens by itself."""
    for url in note.urls or ("",):
        for column, text in enumerate((f"注{note.number}", note.title, CHECKED_NAMES[note.checked], url)):
            sheet.text(line, column, text)
        line += 1
    return line


def add_open(book: Book, brief: Brief) -> tuple[str, int]:
    """Add the open points with their state; return the cell that counts what is left, and what it shows."""
    rows = [
        (table.heads[at] if table.heads else "", *(written(cell, False) for cell in row[:3]))
        for table in brief.section("open").tables
        for at, row in enumerate(table.rows)
    ]
    sheet = book.sheet(OPEN, (5, 44, 22, 12, 10, 12, 17, 40))
    sheet.text(0, 0, OPEN, "title")
    sheet.text(
        1, 0, "★は提出する前に確かめること。確かめたら「状態」を選び、わかったことを書きます。", "note"
    )
    last = max(_HEAD + 2, _HEAD + 1 + len(rows))
    sheet.text(2, 1, "残り", "name")
    left = f'=COUNTA(B{_HEAD + 2}:B{last})-COUNTIF(E{_HEAD + 2}:E{last},"{STATES[2]}")'
    sheet.formula(2, 2, left, len(rows))
    sheet.text(3, 1, "★の残り", "name")
    urgent = f'=COUNTIFS(A{_HEAD + 2}:A{last},"★",E{_HEAD + 2}:E{last},"<>{STATES[2]}")'
    sheet.formula(3, 2, urgent, sum(row[0] == "★" for row in rows))
    sheet.heads(_HEAD, ("★", "何を", "だれに", "節", "状態", "確かめた日", "元号", "わかったこと"))
    for at, row in enumerate(rows, _HEAD + 2):
        _point(sheet, at, row)
    _rules(sheet, last)
    return f"='{OPEN}'!C3", len(rows)


def _point(sheet: Sheet, at: int, row: tuple[str, ...]) -> None:
    for column, text in enumerate(row):
        sheet.text(at - 1, column, plain(text))
    sheet.text(at - 1, 4, STATES[0], "entry")
    sheet.day(at - 1, 5, None)
    sheet.formula(at - 1, 6, era(f"F{at}"), "")
    sheet.blank(at - 1, 7, "entry")


def _rules(sheet: Sheet, last: int) -> None:
    first = _HEAD + 2
    sheet.page.data_validation(f"E{first}:E{last}", {"validate": "list", "source": list(STATES)})
    done = f'=$E{first}="{STATES[2]}"'
    urgent = f'=AND($A{first}="★",$E{first}<>"{STATES[2]}")'
    place = f"A{first}:H{last}"
    looks = sheet.book.looks
    sheet.page.conditional_format(
        place, {"type": "formula", "criteria": done, "format": looks["done"], "stop_if_true": True}
    )
    sheet.page.conditional_format(
        f"A{first}:D{last}", {"type": "formula", "criteria": urgent, "format": looks["hole"]}
    )
    sheet.page.autofilter(_HEAD, 0, last - 1, 7)
