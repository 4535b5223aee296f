"""The phase position as a native, editable table: three phases, the barrier, where the idea stands."""

from typing import Any, Final

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH

from advisor.adapters.word.styles import CELL, CELL_HEAD, GAP
from advisor.adapters.word.tables import close_grid, flag, hold, open_grid, shade
from advisor.framework.labels import PHASE_NAMES, PHASES, Phase

_SIZES: Final = (50.0, 12.0, 54.0, 54.0)
_BARRIER: Final = "壁"
_CAPTION: Final = "図 三つの段と、この取組の位置(壁: いまの枠組みを変えるか)"


def add_phases(document: Document, phase: Phase | None) -> None:
    """Add the name of the picture and one row: Phase 1, the barrier, Phase 2, Phase 3; the phase at hand is named, never shown by shade alone."""
    document.add_paragraph(_CAPTION, style="Caption").paragraph_format.keep_with_next = True
    grid = open_grid(document, _SIZES, "三つの段と、この取組の位置", _told(phase))
    row = grid.add_row()
    flag(row, "cantSplit")
    barrier, cells = row.cells[1], (row.cells[0], row.cells[2], row.cells[3])
    _write(barrier, (_BARRIER,), CELL_HEAD)
    shade(barrier, "D0D0D0")
    for cell, each in zip(cells, PHASES, strict=True):
        name, _, gist = PHASE_NAMES[each].removesuffix(")").rpartition("(")
        _write(
            cell,
            (f"Phase {each} {_place(each, phase)}".rstrip(), name, gist),
            CELL_HEAD if each == phase else CELL,
        )
        if each == phase:
            shade(cell, "E4EBF2")
    close_grid(grid, _SIZES)
    hold(grid, after=True)
    document.add_paragraph(style=GAP).paragraph_format.keep_with_next = True


def _place(each: Phase, phase: Phase | None) -> str:
    if each == phase:
        return "● ここ"
    return "○ 行ける先" if phase is not None and each == phase + 1 else ""


def _told(phase: Phase | None) -> str:
    names = "、".join(f"Phase {each}は{PHASE_NAMES[each]}" for each in PHASES)
    here = f"この取組はPhase {phase}にある" if phase else "この取組の段はまだ見立てていない"
    return f"{names}。Phase 1とPhase 2の間に壁がある。{here}。"


def _write(cell: Any, lines: tuple[str, ...], style: str) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for at, line in enumerate(lines):
        paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
        paragraph.style = style
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line)
