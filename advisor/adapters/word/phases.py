"""The phase position as a native, editable table: three phases, the barrier, where the idea stands."""

from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from advisor.framework.labels import PHASE_NAMES, PHASES, Phase

_HERE = "▲ いまの見立て"
_BARRIER = "┃\n高い障壁\n┃"


def add_phases(document: Document, phase: Phase | None) -> None:
    """Add one row: Phase 1, the barrier, Phase 2, Phase 3; the phase at hand is named, never shown by shade alone."""
    grid = document.add_table(rows=1, cols=4, style="Table Grid")
    grid.autofit = False
    cells = grid.rows[0].cells
    for cell, width in zip(cells, (45, 20, 52, 52), strict=True):
        cell.width = Mm(width)
    _write(cells[1], _BARRIER, False)
    for cell, each in zip((cells[0], cells[2], cells[3]), PHASES, strict=True):
        here = f"\n{_HERE}" if each == phase else ""
        _write(cell, f"Phase {each}\n{PHASE_NAMES[each]}{here}", each == phase)
    document.add_paragraph()


def _write(cell: Any, text: str, here: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Brief Cell Head" if here else "Brief Cell"
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text)
    if here:
        shade = OxmlElement("w:shd")
        for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "DDE7F0")):
            shade.set(qn(key), value)
        cell._tc.get_or_add_tcPr().append(shade)
