"""How a form is laid out: a title, lines, grids of names and entries, lists whose row is repeated."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final, NamedTuple, Protocol

from docx import Document as new_document
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from advisor.adapters.word.opened import frozen
from advisor.adapters.word.styles import CELL, CELL_HEAD, GAP, WIDTH, prepare
from advisor.adapters.word.tables import close_grid, flag, open_grid, shade

_NAMES: Final = 34.0
"""Millimetres of a name beside its entry."""


class Block(Protocol):
    """A part of a form."""

    def lay(self, document: Document) -> None:
        """Add it to the document."""
        ...


Form = tuple[Block, ...]


class Heading(NamedTuple):
    """The name of the form, in the middle."""

    text: str

    def lay(self, document: Document) -> None:
        """Add it to the document."""
        document.add_paragraph(self.text, style="Title").alignment = WD_ALIGN_PARAGRAPH.CENTER


class Part(NamedTuple):
    """A heading inside the form."""

    text: str

    def lay(self, document: Document) -> None:
        """Add it to the document."""
        document.add_heading(self.text, level=2)


class Line(NamedTuple):
    """A line of text."""

    text: str
    right: bool = False
    bold: bool = False

    def lay(self, document: Document) -> None:
        """Add it to the document."""
        made = document.add_paragraph()
        made.add_run(self.text).bold = self.bold
        if self.right:
            made.alignment = WD_ALIGN_PARAGRAPH.RIGHT


class Pairs(NamedTuple):
    """A grid of names and entries; `height` is the least height of a row in millimetres."""

    told: str
    rows: Mapping[str, str]
    height: float = 0

    def lay(self, document: Document) -> None:
        """Add it to the document."""
        sizes = (_NAMES, WIDTH - _NAMES)
        grid = open_grid(document, sizes, self.told)
        for name, entry in self.rows.items():
            row = grid.add_row()
            flag(row, "cantSplit")
            if self.height:
                row.height = Mm(self.height)
            _head(row.cells[0], name)
            _entry(row.cells[1], entry)
        close_grid(grid, sizes)
        document.add_paragraph(style=GAP)


class Listing(NamedTuple):
    """A table with a head and one row to be repeated: (head, placeholder, share of the width) a column."""

    told: str
    columns: tuple[tuple[str, str, float], ...]
    first: bool = False
    """The first column holds row heads."""

    def lay(self, document: Document) -> None:
        """Add it to the document."""
        whole = sum(share for *_, share in self.columns)
        sizes = [share * WIDTH / whole for *_, share in self.columns]
        grid = open_grid(document, sizes, self.told)
        head, row = grid.add_row(), grid.add_row()
        for each in (head, row):
            flag(each, "cantSplit")
        flag(head, "tblHeader")
        for at, (name, place, _) in enumerate(self.columns):
            _head(head.cells[at], name)
            (_head if self.first and at == 0 else _entry)(row.cells[at], place)
        close_grid(grid, sizes)
        document.add_paragraph(style=GAP)


class Stamps(NamedTuple):
    """The row of boxes in which an approval is stamped, at the right; `side` in millimetres."""

    names: tuple[str, ...]
    side: float = 17.0

    def lay(self, document: Document) -> None:
        """Add it to the document."""
        sizes = [self.side] * len(self.names)
        grid = open_grid(document, sizes, "決裁の欄")
        grid.alignment = WD_TABLE_ALIGNMENT.RIGHT
        head, boxes = grid.add_row(), grid.add_row()
        boxes.height = Mm(self.side)
        for cell, name in zip(head.cells, self.names, strict=True):
            _head(cell, name)
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        for cell in boxes.cells:
            cell.paragraphs[0].style = CELL
        close_grid(grid, sizes)
        document.add_paragraph(style=GAP)


def laid(name: str, form: Form) -> bytes:
    """Return a form as a .docx on A4 in the styles of the paper: the same bytes whenever it is made."""
    document = new_document()
    prepare(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = name, "", ""
    properties.language = "ja-JP"
    for each in list(properties._element):
        if each.tag.endswith(("}created", "}modified")):
            properties._element.remove(each)
    document.sections[0].footer.paragraphs[0].add_run("{{件名}}　{{版}}\t\t{{日付}}")
    for block in form:
        block.lay(document)
    file = BytesIO()
    document.save(file)
    return frozen(file.getvalue())


def _head(cell: Any, text: str) -> None:
    cell.paragraphs[0].style = CELL_HEAD
    cell.paragraphs[0].add_run(text)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    shade(cell)


def _entry(cell: Any, text: str) -> None:
    cell.paragraphs[0].style = CELL
    cell.paragraphs[0].add_run(text)
    cell.paragraphs[0].paragraph_format.space_after = Pt(0)
