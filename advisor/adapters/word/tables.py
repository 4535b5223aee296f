"""Native tables: heads repeated on every page, widths by content, rows kept whole where they are short."""

from collections.abc import Sequence
from typing import Any, Final

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm

from advisor.adapters.word.characters import plain
from advisor.adapters.word.elements import element
from advisor.adapters.word.notes import Footnotes
from advisor.adapters.word.runs import write_claims
from advisor.adapters.word.styles import CELL, CELL_HEAD, TABLE, WIDTH
from advisor.adapters.word.widths import letters, widths
from advisor.brief.marks import noted_once, written
from advisor.brief.model import Claim, Table

_SHADE: Final = "EDEDED"
_NAMES: Final = 38.0
"""Millimetres of the names of the header fields."""
_KIND: Final = "区分"
_ROWS: Final = 8
_TOGETHER: Final = 500
"""A table of fewer rows and letters than these is not split over two pages."""
_WHOLE: Final = 400
"""A row whose longest cell has fewer letters is not split over two pages."""


def add_table(document: Document, table: Table, private: bool, notes: Footnotes, told: str) -> None:
    """Add a table of claims; the first column holds the row heads where there are any, `told` is its name aloud."""
    columns = ((table.head or _KIND,) if table.heads else ()) + table.columns
    texts = [
        ([table.heads[index]] if table.heads else []) + [written(cell, private) for cell in row]
        for index, row in enumerate(table.rows)
    ]
    sizes = widths(columns, texts, WIDTH, bool(table.heads))
    grid = open_grid(document, sizes, told, f"{told}の表。列は{'、'.join(columns)}。{len(table.rows)}行。")
    _add_heads(grid, columns)
    for index, row in enumerate(table.rows):
        heads = (table.heads[index],) if table.heads else ()
        added = _add_row(grid, heads, noted_once(row), private, notes)
        if max(map(letters, texts[index]), default=0) < _WHOLE:
            flag(added, "cantSplit")
    close_grid(grid, sizes)
    if sum(max(map(letters, row), default=0) for row in texts) < _TOGETHER and len(texts) <= _ROWS:
        hold(grid)


def add_pairs(
    document: Document, rows: Sequence[tuple[str, tuple[Claim, ...]]], private: bool, notes: Footnotes
) -> None:
    """Add the table of header fields: name and entry."""
    sizes = (_NAMES, WIDTH - _NAMES)
    grid = open_grid(document, sizes, "件名に添える欄", "欄の名と記入。")
    for name, entry in rows:
        _add_row(grid, (name,), (entry,), private, notes)
    close_grid(grid, sizes)


def open_grid(document: Document, sizes: Sequence[float], told: str, more: str = "") -> Any:
    """Add a table without rows, its columns set in millimetres, with a name and a description for those who hear it."""
    grid: Any = document.add_table(rows=0, cols=len(sizes), style=TABLE)
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    for column, size in zip(grid.columns, sizes, strict=True):
        column.width = Mm(size)
    grid._tbl.tblPr.append(element("tblCaption", val=plain(told)[:250]))
    if more:
        grid._tbl.tblPr.append(element("tblDescription", val=plain(more)[:250]))
    return grid


def close_grid(grid: Any, sizes: Sequence[float]) -> None:
    """Set the widths of all cells, which some readers heed alone."""
    for row in grid.rows:
        for cell, size in zip(row.cells, sizes, strict=True):
            cell.width = Mm(size)


def hold(grid: Any, after: bool = False) -> None:
    """Keep the rows of a small table on one page, with the line `after` it where that belongs to it."""
    rows = grid.rows if after else grid.rows[:-1]
    for row in rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def shade(cell: Any, fill: str = _SHADE) -> None:
    """Lay a tint behind a cell."""
    shape = cell._tc.get_or_add_tcPr()
    tint = element("shd", val="clear", color="auto", fill=fill)
    shape.insert_element_before(tint, "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign")


def flag(row: Any, name: str) -> None:
    """Set a property of a row that has no value (`cantSplit`, `tblHeader`)."""
    row._tr.get_or_add_trPr().append(element(name))


def _add_heads(grid: Any, columns: Sequence[str]) -> None:
    row = grid.add_row()
    flag(row, "cantSplit")
    flag(row, "tblHeader")
    for cell, name in zip(row.cells, columns, strict=True):
        _head(cell, name)
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _add_row(
    grid: Any, heads: tuple[str, ...], row: Sequence[tuple[Claim, ...]], private: bool, notes: Footnotes
) -> Any:
    added = grid.add_row()
    cells = added.cells
    for cell, head in zip(cells, heads, strict=False):
        _head(cell, head)
    for cell, claims in zip(cells[len(heads) :], row, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = CELL
        if claims:
            write_claims(paragraph, claims, private, notes)
        else:
            paragraph.add_run("―")
    return added


def _head(cell: Any, text: str) -> None:
    cell.paragraphs[0].style = CELL_HEAD
    cell.paragraphs[0].add_run(plain(text))
    shade(cell)
