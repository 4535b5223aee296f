"""The order of the paper: title, fields, body, annex, notes, the line on AI."""

from io import BytesIO

from docx import Document as new_document
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm, Pt

from advisor.adapters.word.phases import add_phases
from advisor.adapters.word.runs import bookmark, field, plain, write_claims
from advisor.adapters.word.styles import QUIET, prepare
from advisor.adapters.word.tables import add_pairs, add_table
from advisor.brief.dates import with_era
from advisor.brief.marks import written
from advisor.brief.model import BODY, Brief, Claim, Item, Section
from advisor.brief.outline.compose import ORDER
from advisor.evidence.cards import CHECKED_NAMES


def paper(brief: Brief, private: bool) -> bytes:
    """Return a finished copy as the bytes of a .docx file."""
    document = new_document()
    prepare(document)
    title = plain(written(brief.title, False))
    document.core_properties.title = title[:250]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.language = "ja-JP"
    _running_heads(document, brief, title, private)
    document.add_paragraph(title, style="Title")
    add_pairs(document, _fields(brief), private)
    for section in brief.sections:
        _add_section(document, section, brief, private)
    _add_notes(document, brief, private)
    if brief.written_by:
        line = document.add_paragraph(plain(brief.written_by.rstrip("。") + "。"), style="Brief Note")
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _running_heads(document: Document, brief: Brief, title: str, private: bool) -> None:
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.add_run(f"{title[:40]}  {plain(brief.header.version)}{'  手元用' if private else ''}")
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(f"{plain(with_era(brief.header.date))}  ")
    field(foot, "PAGE")
    foot.add_run(" / ")
    field(foot, "NUMPAGES")


def _fields(brief: Brief) -> list[tuple[str, str | tuple[Claim, ...]]]:
    dated = f"{with_era(brief.header.date) or '【要確認: 作成者】'} {brief.header.version}".strip()
    return [("日付・版", dated), *((item.label, item.claims) for item in brief.fields)]


def _add_section(document: Document, section: Section, brief: Brief, private: bool) -> None:
    empty = not section.items and not section.tables
    if empty and section.id in ("record", "phase"):
        return
    if section.id == ORDER[len(BODY)]:
        _new_page(document)
        document.add_heading("別紙", level=1)
    document.add_heading(f"{ORDER.index(section.id) + 1} {section.title}", level=2)
    if section.id == "phase":
        add_phases(document, brief.phase)
    for table in section.tables:
        add_table(document, table, private and section.id != "record")
        _gap(document)
    for item in section.items:
        if item.claims:
            _add_item(document, item, private)


def _add_item(document: Document, item: Item, private: bool) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.paragraph_format.left_indent = Mm(5)
    paragraph.paragraph_format.first_line_indent = Mm(-4)
    if item.label:
        paragraph.add_run(f"{plain(item.label)}: ").bold = True
    write_claims(paragraph, item.claims, private)


def _new_page(document: Document) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _gap(document: Document) -> None:
    document.add_paragraph().paragraph_format.line_spacing = Pt(4)


def _add_notes(document: Document, brief: Brief, private: bool) -> None:
    if not brief.notes:
        return
    document.add_heading("出典" if private else "注", level=2)
    for note in brief.notes:
        paragraph = document.add_paragraph(style="Brief Note")
        paragraph.paragraph_format.left_indent = Mm(8)
        paragraph.paragraph_format.first_line_indent = Mm(-8)
        paragraph.add_run(f"{note.number}. " if private else f"注{note.number} ").bold = True
        paragraph.add_run(plain(f"{note.title}({CHECKED_NAMES[note.checked]}) "))
        address = paragraph.add_run(plain("  ".join(note.urls)))
        address.font.size, address.font.color.rgb = Pt(7.5), QUIET
        bookmark(paragraph, f"note{note.number}", note.number)
