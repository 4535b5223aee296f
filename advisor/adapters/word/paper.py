"""The order of the paper: title, fields, body, annex, notes, the line on AI."""

from io import BytesIO
from typing import Final

from docx import Document as new_document
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from advisor.adapters.word.characters import plain
from advisor.adapters.word.notes import Footnotes
from advisor.adapters.word.phases import add_phases
from advisor.adapters.word.running import describe, run_along
from advisor.adapters.word.runs import write_claims
from advisor.adapters.word.styles import CLOSING, GAP, prepare
from advisor.adapters.word.tables import add_pairs, add_table
from advisor.brief.dates import with_era
from advisor.brief.marks import written
from advisor.brief.model import BODY, Brief, Claim, Item, Section, Table
from advisor.brief.outline.compose import ORDER

_STAR: Final = "★"


def paper(brief: Brief, private: bool) -> bytes:
    """Return a finished copy as the bytes of a .docx file."""
    document = new_document()
    prepare(document)
    notes = Footnotes(brief.notes, private)
    title = plain(written(brief.title, False))
    describe(document, brief, title)
    run_along(document, brief, title, private)
    document.add_paragraph(title, style="Title")
    add_pairs(document, _fields(brief), private, notes)
    for section in brief.sections:
        _add_section(document, section, brief, private, notes)
    if brief.written_by:
        line = document.add_paragraph(plain(brief.written_by.rstrip("。") + "。"), style=CLOSING)
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    notes.bind(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _fields(brief: Brief) -> list[tuple[str, tuple[Claim, ...]]]:
    """The rows of the header table; the date is no claim and carries no mark."""
    header = brief.header
    dated = Claim(text=f"{with_era(header.date)} {header.version}".strip(), origin="source")
    hole = Claim(text="", origin="open", ask="作成者")
    first = (dated,) if header.date else (hole, dated)
    return [("日付・版", first), *((item.label, item.claims) for item in brief.fields)]


def _add_section(document: Document, section: Section, brief: Brief, private: bool, notes: Footnotes) -> None:
    if not section.items and not section.tables and section.id in ("record", "phase"):
        return
    if section.id == ORDER[len(BODY)]:
        document.add_heading("別紙", level=1).paragraph_format.page_break_before = True
    document.add_heading(f"{ORDER.index(section.id) + 1} {section.title}", level=2)
    if section.id == "phase":
        add_phases(document, brief.phase)
    for table in section.tables:
        if _STAR in table.heads:
            star = document.add_paragraph(f"{_STAR} 提出する前に確かめること", style="Caption")
            star.paragraph_format.keep_with_next = True
        shown = _flowing(table) if section.id == "logic" else table
        add_table(document, shown, private and section.id != "record", notes, section.title)
        document.add_paragraph(style=GAP)
    for item in section.items:
        if item.claims:
            _add_item(document, item, private, notes)


def _flowing(table: Table) -> Table:
    """Show by arrows that each column of the logic model leads to the next."""
    names = tuple(f"{name} →" for name in table.columns[:-1]) + table.columns[-1:]
    return table.model_copy(update={"columns": names})


def _add_item(document: Document, item: Item, private: bool, notes: Footnotes) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    if item.label:
        paragraph.add_run(f"{plain(item.label)}: ").bold = True
    write_claims(paragraph, item.claims, private, notes)
