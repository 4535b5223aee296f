"""How cells look, and the one way in which words are written: always as text, whatever they begin with."""

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any, Final

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from advisor.adapters.word.characters import plain
from advisor.adapters.word.widths import letters

LONGEST: Final = 16_000
"""Characters of a cell; Excel takes 32,767 halves of characters."""
A4: Final = 9
A3: Final = 8
"""Papers by the numbers of Excel."""
_DEFAULT: Final = 8.43
"""Digits of a column whose width nobody set."""
_DIGITS: Final = 2.1
"""Digits that a full-width letter takes."""
_LINE_HEIGHT: Final = 15.0
_TALLEST: Final = 409.0
"""Points of a row at most."""
_WRAPPED: Final = frozenset({"text", "name", "head", "entry", "told"})
_LIVE: Final = ("=", "+", "-", "@", "\t", "\r")
_LINE: Final = {"border": 1, "border_color": "#808080", "valign": "top", "text_wrap": True}
_ERA: Final = '[$-411]ggge"年"m"月"d"日"'
_LOOKS: Final[dict[str, dict[str, object]]] = {
    "title": {"bold": True, "font_size": 14},
    "note": {"font_color": "#595959", "valign": "top"},
    "head": {**_LINE, "bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "valign": "vcenter"},
    "text": _LINE,
    "live": {**_LINE, "quote_prefix": True},
    "name": {**_LINE, "bold": True, "bg_color": "#EDEDED"},
    "number": {**_LINE, "num_format": "#,##0.##", "bg_color": "#FFF8DC"},
    "date": {**_LINE, "num_format": "yyyy/m/d", "bg_color": "#FFF8DC"},
    "entry": {**_LINE, "bg_color": "#FFF8DC"},
    "derived": {**_LINE, "num_format": "#,##0.##;-#,##0.##;0", "bg_color": "#F3F4F6"},
    "rate": {**_LINE, "num_format": "0.0%", "bg_color": "#F3F4F6"},
    "told": {**_LINE, "bg_color": "#F3F4F6"},
    "hole": {"bg_color": "#FFE4C4", "font_color": "#7C2D12", "bold": True},
    "done": {"font_color": "#6B7280"},
    "good": {"bg_color": "#DCFCE7"},
}


class Book:
    """A workbook and its looks."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.looks: dict[str, Any] = {name: workbook.add_format(dict(look)) for name, look in _LOOKS.items()}

    def sheet(self, name: str, widths: Sequence[float], paper: int = A4) -> "Sheet":
        """Add a sheet with columns of these widths (in digits), ready to be printed on landscape paper."""
        page = self.workbook.add_worksheet(name)
        for at, width in enumerate(widths):
            page.set_column(at, at, width)
        page.set_landscape()
        page.set_paper(paper)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        page.set_footer("&L&A&R&P / &N")
        return Sheet(self, page, tuple(widths))


class Sheet:
    """A sheet that is written from above to below; rows and columns count from 0."""

    def __init__(self, book: Book, page: Worksheet, widths: tuple[float, ...]) -> None:
        self.book = book
        self.page = page
        self._widths = widths
        self._lines: dict[int, int] = {}

    def text(self, row: int, column: int, words: str, look: str = "text") -> None:
        """Write words as text: what begins like a formula stays text when somebody edits it."""
        shown = plain(words)
        if len(shown) > LONGEST:
            shown = shown[:LONGEST] + "…(全文は「出どころ」)"
        dressed = "live" if look == "text" and shown.startswith(_LIVE) else look
        if shown:
            self.page.write_string(row, column, shown, self.book.looks[dressed])
            if look in _WRAPPED:
                self.heighten(row, shown, self._width(column))
        else:
            self.blank(row, column, look)

    def _width(self, column: int) -> float:
        return self._widths[column] if column < len(self._widths) else _DEFAULT

    def heighten(self, row: int, words: str, width: float) -> None:
        """Make a row as high as its longest cell, for programs that do not; a row of one line is left to them."""
        lines = ceil(letters(words) * _DIGITS / (width - 1))
        if lines > self._lines.get(row, 1):
            self._lines[row] = lines
            self.page.set_row(row, min(_TALLEST, lines * _LINE_HEIGHT))

    def blank(self, row: int, column: int, look: str) -> None:
        """Leave a cell to be filled in."""
        self.page.write_blank(row, column, None, self.book.looks[look])

    def number(self, row: int, column: int, value: float | None, look: str = "number") -> None:
        """Write a number, or leave the cell to be filled in."""
        if value is None:
            self.blank(row, column, look)
        else:
            self.page.write_number(row, column, value, self.book.looks[look])

    def day(self, row: int, column: int, iso: str | None) -> None:
        """Write a date, or leave the cell to be filled in."""
        if iso is None:
            self.blank(row, column, "date")
        else:
            self.page.write_datetime(row, column, date.fromisoformat(iso), self.book.looks["date"])

    def formula(self, row: int, column: int, code: str, value: str | float, look: str = "told") -> None:
        """Write a formula of ours with the value it has now, for readers that do not compute."""
        self.page.write_formula(row, column, code, self.book.looks[look], value)

    def heads(self, row: int, names: Sequence[str]) -> None:
        """Write the names of columns, repeat them on every printed page and keep them in sight."""
        for column, name in enumerate(names):
            self.text(row, column, name, "head")
        self.page.repeat_rows(row)
        self.page.freeze_panes(row + 1, 0)

    def mark_holes(self, place: str) -> None:
        """Colour the cells of a place that hold 【要確認】."""
        rule = {
            "type": "text",
            "criteria": "containing",
            "value": "【要確認",
            "format": self.book.looks["hole"],
        }
        self.page.conditional_format(place, rule)


def era(cell: str) -> str:
    """The formula that shows a date as an office writes it (令和9年3月31日); empty where there is none."""
    code = _ERA.replace('"', '""')
    return f'=IF(ISNUMBER({cell}),TEXT({cell},"{code}"),"")'
