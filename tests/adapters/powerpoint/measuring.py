"""How much room words take, measured with the letters of a real font: independent of the exporter's own table."""

from functools import cache
from typing import Any

import pylopdf_fonts_jp
from PIL import ImageFont

_SIZE = 100
_EMU = 12_700
"""Units of a point."""
TOLERANCE = 0.3
"""Points."""


@cache
def _font() -> Any:
    return ImageFont.truetype(str(pylopdf_fonts_jp.sans_path()), _SIZE)


@cache
def wide(letter: str) -> float:
    """The width of a letter, in sizes of the letters."""
    return float(_font().getlength(letter)) / _SIZE


def lines(text: str, room: float) -> int:
    """Lines that a text takes in `room` sizes, broken at any letter."""
    count, used = 1, 0.0
    for letter in text:
        if used + wide(letter) > room:
            count, used = count + 1, 0.0
        used += wide(letter)
    return count


def overflowing(slide: Any) -> list[str]:
    """Names of the shapes whose words need more room than there is; upright strips hold a fixed name."""
    found = []
    for shape in slide.shapes:
        if shape.has_table:
            found += _overflowing_cells(shape)
        elif shape.has_text_frame and "帯" not in shape.name:
            room = shape.height / _EMU + TOLERANCE
            found += (
                [shape.name] if _needed(shape.text_frame, shape.text_frame, shape.width / _EMU) > room else []
            )
    return found


def _overflowing_cells(shape: Any) -> list[str]:
    widths = [column.width / _EMU for column in shape.table.columns]
    return [
        f"{shape.name} {at},{column}"
        for at, row in enumerate(shape.table.rows)
        for column, cell in enumerate(row.cells)
        if _needed(cell.text_frame, cell, widths[column]) > row.height / _EMU + TOLERANCE
    ]


def _needed(frame: Any, margins: Any, width: float) -> float:
    """Points that the words of a frame take in a frame `width` points wide."""
    room = width - (margins.margin_left + margins.margin_right) / _EMU
    height = (margins.margin_top + margins.margin_bottom) / _EMU
    for paragraph in frame.paragraphs:
        sizes = [run.font.size.pt for run in paragraph.runs]
        if sizes:
            height += lines(paragraph.text, room / max(sizes)) * paragraph.line_spacing.pt
    return float(height)
