"""What stands in an exported file, read back with libraries that did not write it."""

import io
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import openpyxl
import pypdfium2
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation

from advisor.adapters.excel_file import ExcelFile
from advisor.adapters.json_file import JsonFile
from advisor.adapters.markdown_file import MarkdownFile
from advisor.adapters.pdf_file import PdfFile
from advisor.adapters.powerpoint_file import PowerPointFile
from advisor.adapters.word.characters import plain
from advisor.adapters.word_file import WordFile
from advisor.agent.ports import Exporter
from advisor.brief.stored import reloaded

EXPORTERS: dict[str, Exporter] = {
    "docx": WordFile(),
    "pdf": PdfFile(),
    "pptx": PowerPointFile(),
    "xlsx": ExcelFile(),
    "md": MarkdownFile(),
    "json": JsonFile(),
}
MILLIMETRE = 72 / 25.4


def squeezed(text: str) -> str:
    """A text without blanks, breaks and the soft hyphens of a reader."""
    return re.sub(r"[\s\u00ad\u0002\ufffe]", "", plain(text))


def word_text(file: bytes) -> str:
    """All words of a .docx file, those of its footnotes apart."""
    body = Document(io.BytesIO(file)).element.body
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter(qn("w:t"))) for paragraph in body.iter(qn("w:p"))
    )


def pdf_pages(file: bytes) -> list[str]:
    """The words of each page between its header and its footer."""
    document = pypdfium2.PdfDocument(file)
    pages = []
    for page in document:
        width, height = page.get_size()
        low, high = 18 * MILLIMETRE, height - 18 * MILLIMETRE
        pages.append(str(page.get_textpage().get_text_bounded(0, low, width, high)))
    return pages


def slide(file: bytes) -> Any:
    """The one slide of a .pptx file."""
    (found,) = Presentation(io.BytesIO(file)).slides
    return found


def slide_words(found: Any) -> list[str]:
    """The words of every shape of a slide, a cell of a table as one."""
    words = []
    for shape in found.shapes:
        if shape.has_text_frame:
            words.append(shape.text_frame.text)
        if shape.has_table:
            words += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return words


def slide_text(file: bytes) -> str:
    """The words of a slide and of its notes page."""
    found = slide(file)
    return "\n".join([*slide_words(found), found.notes_slide.notes_text_frame.text])


def workbook(file: bytes, values: bool = False) -> Any:
    """A workbook as it is written, or with the values that its formulae had."""
    return openpyxl.load_workbook(io.BytesIO(file), data_only=values)


def workbook_text(file: bytes) -> str:
    """Every word of every sheet."""
    cells = (cell for sheet in workbook(file) for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(cell.value) for cell in cells if cell.value is not None)


def json_text(file: bytes) -> str:
    """Every claim of a stored paper."""
    return "\n".join(claim.text for claim in reloaded(file.decode()).claims)


TEXTS: dict[str, Callable[[bytes], str]] = {
    "docx": word_text,
    "pdf": lambda file: "".join(pdf_pages(file)),
    "pptx": slide_text,
    "xlsx": workbook_text,
    "json": json_text,
}


def stands_on(pages: list[str], text: str) -> bool:
    """Whether a text stands on a page, or goes on from one page to the next."""
    words, flat = squeezed(text), [squeezed(page) for page in pages]
    if any(words in page for page in flat):
        return True
    return any(
        words[:at] in first and words[at:] in second
        for first, second in pairwise(flat)
        for at in range(1, len(words))
    )
