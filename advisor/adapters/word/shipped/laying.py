"""How a form is laid out: a title, lines, grids of names and entries, lists whose row is repeated."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from docx import Document as new_document
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from advisor.adapters.word.opened import closed, opened
from advisor.adapters.word.styles import CELL, CELL_HEAD, GAP, WIDTH, prepare
from advisor.adapters.word.tables import close_grid, flag, open_grid, shade

_NAMES: Final = 34.0
"""Millimetres of a name beside its entry."""


def sheet(title: str) -> Document:
    """A new A4 sheet in the styles of the paper."""
    document = new_document()
    prepare(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.language = "ja-JP"
    for each in list(properties._element):
        if each.tag.endswith(("}created", "}modified")):
            properties._element.remove(each)
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run("{{件名}}　{{版}}\t\t{{日付}}")
    return document


def heading(document: Document, text: str) -> None:
    """The name of the form, in the middle."""
    made = document.add_paragraph(text, style="Title")
    made.alignment = WD_ALIGN_PARAGRAPH.CENTER


def line(document: Document, text: str, right: bool = False, bold: bool = False) -> None:
    """A line of text."""
    made = document.add_paragraph()
    made.add_run(text).bold = bold
    if right:
        made.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def part(document: Document, text: str) -> None:
    """A heading inside the form."""
    document.add_heading(text, level=2)


def gap(document: Document) -> None:
    """A small distance."""
    document.add_paragraph(style=GAP)


def pairs(document: Document, told: str, rows: Sequence[tuple[str, str]], height: float = 0) -> None:
    """A grid of names and entries; `height` is the least height of a row in millimetres."""
    sizes = (_NAMES, WIDTH - _NAMES)
    grid = open_grid(document, sizes, told)
    for name, entry in rows:
        row = grid.add_row()
        if height:
            row.height = Mm(height)
        _head(row.cells[0], name)
        _entry(row.cells[1], entry)
    close_grid(grid, sizes)
    gap(document)


def listing(
    document: Document, told: str, columns: Sequence[tuple[str, str, float]], first: bool = False
) -> None:
    """A table with a head and one row to be repeated: (head, placeholder, millimetres) a column.

    `first`: the first column holds row heads.
    """
    sizes = [size * WIDTH / sum(each for *_, each in columns) for *_, size in columns]
    grid = open_grid(document, sizes, told)
    head = grid.add_row()
    flag(head, "cantSplit")
    flag(head, "tblHeader")
    for cell, (name, *_) in zip(head.cells, columns, strict=True):
        _head(cell, name)
    row = grid.add_row()
    flag(row, "cantSplit")
    for at, (cell, (_, place, _)) in enumerate(zip(row.cells, columns, strict=True)):
        if first and at == 0:
            _head(cell, place)
        else:
            _entry(cell, place)
    close_grid(grid, sizes)
    gap(document)


def stamps(document: Document, names: Sequence[str], side: float = 17.0) -> None:
    """The row of boxes in which an approval is stamped, at the right."""
    sizes = [side] * len(names)
    grid = open_grid(document, sizes, "決裁の欄")
    grid.alignment = WD_TABLE_ALIGNMENT.RIGHT
    head, boxes = grid.add_row(), grid.add_row()
    boxes.height = Mm(side)
    for cell, name in zip(head.cells, names, strict=True):
        _head(cell, name)
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for cell in boxes.cells:
        cell.paragraphs[0].style = CELL
    close_grid(grid, sizes)
    gap(document)


def finished(document: Document) -> bytes:
    """The file, the same bytes whenever it is made."""
    file = BytesIO()
    document.save(file)
    return closed(opened("様式.docx", file.getvalue()))


def _head(cell: Any, text: str) -> None:
    cell.paragraphs[0].style = CELL_HEAD
    cell.paragraphs[0].add_run(text)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    shade(cell)


def _entry(cell: Any, text: str) -> None:
    cell.paragraphs[0].style = CELL
    cell.paragraphs[0].add_run(text)
    cell.paragraphs[0].paragraph_format.space_after = Pt(0)
