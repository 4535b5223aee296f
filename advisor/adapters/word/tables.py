"""Native tables: heads repeated on every page, widths by content, rows kept whole where they are short."""

from collections.abc import Sequence
from typing import Any, Final

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as WordTable

from advisor.adapters.word.runs import plain, write_claims
from advisor.brief.marks import written
from advisor.brief.model import Claim, Table

WIDTH: Final = 170.0
"""Millimetres between the margins."""
_LEAST: Final = 10.0
_LETTER: Final = 3.1
"""Millimetres of a letter in a cell."""
_SHORT: Final = 7
"""Letters of a column that is never broken."""
_SHADE: Final = "EDEDED"
_WHOLE: Final = 160
"""A row with fewer characters than this is not split over two pages."""


def add_table(document: Document, table: Table, private: bool) -> None:
    """Add a table of claims; the first column holds the row heads where the table has any."""
    columns = (("",) if table.heads else ()) + table.columns
    texts = [
        ([table.heads[index]] if table.heads else []) + [written(cell, private) for cell in row]
        for index, row in enumerate(table.rows)
    ]
    grid = _grid(document, columns, _widths(columns, texts))
    for index, row in enumerate(table.rows):
        heads = (table.heads[index],) if table.heads else ()
        _add_row(grid, heads, row, private, sum(map(len, texts[index])) < _WHOLE)


def add_pairs(document: Document, rows: Sequence[tuple[str, str | tuple[Claim, ...]]], private: bool) -> None:
    """Add the table of header fields: name and entry."""
    grid = document.add_table(rows=0, cols=2, style="Table Grid")
    _fix(grid, (38.0, WIDTH - 38.0))
    for name, entry in rows:
        cells = grid.add_row().cells
        _head(cells[0], name)
        cells[1].paragraphs[0].style = "Brief Cell"
        if isinstance(entry, str):
            cells[1].paragraphs[0].add_run(plain(entry))
        else:
            write_claims(cells[1].paragraphs[0], entry, private)
    _size(grid, (38.0, WIDTH - 38.0))


def _grid(document: Document, columns: Sequence[str], widths: Sequence[float]) -> WordTable:
    grid: WordTable = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    _fix(grid, widths)
    for cell, name in zip(grid.rows[0].cells, columns, strict=True):
        _head(cell, name)
    _flag(grid.rows[0], "w:tblHeader")
    _size(grid, widths)
    return grid


def _add_row(
    grid: Any, heads: tuple[str, ...], row: Sequence[tuple[Claim, ...]], private: bool, whole: bool
) -> None:
    added = grid.add_row()
    if whole:
        _flag(added, "w:cantSplit")
    for cell, head in zip(added.cells, heads, strict=False):
        _head(cell, head)
    for cell, claims in zip(added.cells[len(heads) :], row, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = "Brief Cell"
        if claims:
            write_claims(paragraph, claims, private)
        else:
            paragraph.add_run("―")


def _head(cell: Any, text: str) -> None:
    cell.paragraphs[0].style = "Brief Cell Head"
    cell.paragraphs[0].add_run(plain(text))
    shade = OxmlElement("w:shd")
    for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", _SHADE)):
        shade.set(qn(key), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _fix(grid: WordTable, widths: Sequence[float]) -> None:
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width)


def _size(grid: WordTable, widths: Sequence[float]) -> None:
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _widths(columns: Sequence[str], texts: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Give short columns what they need and share the rest by the square root of each column's text."""
    longest = [max([len(name), *(len(row[at]) for row in texts)]) for at, name in enumerate(columns)]
    needed = [max(_LEAST, 4 + _LETTER * most) if most <= _SHORT else 0.0 for most in longest]
    shares = [
        0.0 if needed[at] else (len(name) + sum(len(row[at]) for row in texts) / max(1, len(texts))) ** 0.5
        for at, name in enumerate(columns)
    ]
    free = WIDTH - sum(needed) - _LEAST * sum(share > 0 for share in shares)
    if not any(shares):
        return tuple(WIDTH / len(columns) for _ in columns)
    return tuple(
        need or _LEAST + free * share / sum(shares) for need, share in zip(needed, shares, strict=True)
    )
