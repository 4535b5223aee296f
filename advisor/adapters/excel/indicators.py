"""指標: words of the paper, the numbers in them, differences and rates by formula, and what is missing."""

from datetime import date
from typing import Final

from advisor.adapters.excel.looks import A3, Book, Sheet, era
from advisor.brief.dates import with_era
from advisor.brief.marks import written
from advisor.brief.model import Brief, Claim
from advisor.brief.quantities import due, quantity

NAME: Final = "指標"
COLUMNS: Final = (
    "指標", "現状値", "目標", "期限", "測り方", "中止条件", "現状値(数)", "目標(数)", "単位", "期限(日付)", "期限(元号)",
    "差", "最新の実績", "測った日", "達成率", "確かめること",
)  # fmt: skip
_WIDTHS: Final = (26, 20, 20, 16, 20, 22, 10, 10, 8, 12, 17, 10, 11, 12, 9, 28)
_HEAD: Final = 4
FIRST: Final = _HEAD + 2
"""The first row of the indicators, as Excel counts it."""
_SPARE: Final = 8
"""Empty rows with the formulae, for what the office adds."""
_HOLE: Final = "【要確認"
_GUIDE: Final = (
    "黄は書き込む所、灰は式です。達成率=(最新の実績−現状値)÷(目標−現状値)。減らす目標でも同じ式で測れます。"
)
_CHECKS: Final = ("現状値のない目標", "目標がない", "期限がない", "測り方がない", "中止条件がない")


def add_indicators(book: Book, brief: Brief, private: bool) -> tuple[str, int]:
    """Add the sheet; return the cell that counts the goals without a present value, and what it shows."""
    sheet = book.sheet(NAME, _WIDTHS, A3)
    rows = _rows(brief, private)
    last = FIRST + max(len(rows), 1) + _SPARE - 1
    sheet.text(0, 0, "成果指標", "title")
    sheet.text(1, 0, _GUIDE, "note")
    counted = sum(_told(row).startswith(_CHECKS[0]) for row in rows)
    sheet.text(2, 0, f"{_CHECKS[0]}の数", "name")
    sheet.formula(2, 1, f'=COUNTIF(P{FIRST}:P{last},"*{_CHECKS[0]}*")', counted)
    sheet.heads(_HEAD, COLUMNS)
    for at in range(FIRST, last + 1):
        _row(sheet, at, rows[at - FIRST] if at - FIRST < len(rows) else ("",) * 6)
    _rules(sheet, last)
    return f"='{NAME}'!B3", counted


def _rows(brief: Brief, private: bool) -> list[tuple[str, ...]]:
    """The cells of the indicators in the order of the first six columns; what a table has beyond them stands last."""
    rows = []
    for table in brief.section("outcome").tables:
        for row in table.rows:
            cells = dict(zip(table.columns, row, strict=True))
            named = [_cell(cells, name, private) for name in COLUMNS[:6]]
            rows.append(tuple(named))
    return rows


def _cell(cells: dict[str, tuple[Claim, ...]], name: str, private: bool) -> str:
    return next((written(cell, private) for column, cell in cells.items() if column.startswith(name)), "")


def _row(sheet: Sheet, at: int, row: tuple[str, ...]) -> None:
    line = at - 1
    for column, text in enumerate(row):
        sheet.text(line, column, text)
    now, goal = _numbers(row)
    sheet.number(line, 6, now)
    sheet.number(line, 7, goal)
    sheet.text(line, 8, _unit(row), "entry")
    day = None if _open(row[3]) else due(row[3])
    sheet.day(line, 9, day)
    sheet.formula(line, 10, era(f"J{at}"), with_era(day).partition("(")[0] if day else "")
    gap = "" if now is None or goal is None else goal - now
    sheet.formula(line, 11, f'=IF(AND(ISNUMBER(G{at}),ISNUMBER(H{at})),H{at}-G{at},"")', gap, "derived")
    sheet.number(line, 12, None)
    sheet.day(line, 13, None)
    sheet.formula(line, 14, _rate(at), "", "rate")
    sheet.formula(line, 15, _missing(at), _told(row))
    sheet.heighten(line, _told(row), _WIDTHS[15])


def _open(text: str) -> bool:
    return not text or _HOLE in text


def _numbers(row: tuple[str, ...]) -> tuple[float | None, float | None]:
    """The numbers of 現状値 and 目標; where both are told in different units, neither."""
    now, goal = (None if _open(text) else quantity(text) for text in row[1:3])
    if now and goal and now.unit != goal.unit:
        return None, None
    return now.value if now else None, goal.value if goal else None


def _unit(row: tuple[str, ...]) -> str:
    now, goal = (None if _open(text) else quantity(text) for text in row[1:3])
    units = {each.unit for each in (now, goal) if each is not None}
    return units.pop() if len(units) == 1 else ""


def _rate(at: int) -> str:
    now, goal, seen = f"G{at}", f"H{at}", f"M{at}"
    known = f"AND(ISNUMBER({now}),ISNUMBER({goal}),ISNUMBER({seen}))"
    return f'=IF({known},IF({goal}={now},IF({seen}={goal},1,""),({seen}-{now})/({goal}-{now})),"")'


def _missing(at: int) -> str:
    """The formula that names what an indicator lacks; a number or date that was filled in counts as known."""

    def known(column: str, beside: str = "") -> str:
        words = f'AND({column}{at}<>"",ISERROR(FIND("{_HOLE}",{column}{at})))'
        return f"OR(ISNUMBER({beside}{at}),{words})" if beside else words

    now, goal = known("B", "G"), known("C", "H")
    lacks = ((f"AND({goal},NOT({now}))", _CHECKS[0]), (f"NOT({goal})", _CHECKS[1]), (f"NOT({known('D', 'J')})", _CHECKS[2]),
             (f"NOT({known('E')})", _CHECKS[3]), (f"NOT({known('F')})", _CHECKS[4]))  # fmt: skip
    told = "&".join(f'IF({lack},"{words}。","")' for lack, words in lacks)
    return f'=IF(A{at}="","",{told})'


def _told(row: tuple[str, ...]) -> str:
    """What the formula of `_missing` shows for words of the paper."""
    what, now, goal, until, way, stop = row
    lacks = (not _open(goal) and _open(now), _open(goal), _open(until), _open(way), _open(stop))
    return "".join(f"{words}。" for lack, words in zip(lacks, _CHECKS, strict=True) if lack) if what else ""


def _rules(sheet: Sheet, last: int) -> None:
    """What may be entered, and what stands out."""
    page, looks = sheet.page, sheet.book.looks
    number = {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15,
              "error_title": "数字だけを入れます", "error_message": "単位は「単位」の列に入れてください。"}  # fmt: skip
    day = {"validate": "date", "criteria": "between", "minimum": date(1989, 1, 8), "maximum": date(2199, 12, 31),
           "error_title": "日付を入れます", "error_message": "2027/3/31 のように入れてください。元号は隣の列に出ます。"}  # fmt: skip
    for column in "GHM":
        page.data_validation(f"{column}{FIRST}:{column}{last}", number)
    for column in "JN":
        page.data_validation(f"{column}{FIRST}:{column}{last}", day)
    sheet.mark_holes(f"A{FIRST}:F{last}")
    page.conditional_format(
        f"P{FIRST}:P{last}", {"type": "formula", "criteria": f'=$P{FIRST}<>""', "format": looks["hole"]}
    )
    page.conditional_format(
        f"O{FIRST}:O{last}",
        {"type": "formula", "criteria": f"=AND(ISNUMBER($O{FIRST}),$O{FIRST}>=1)", "format": looks["good"]},
    )
    page.autofilter(_HEAD, 0, last - 1, len(COLUMNS) - 1)
