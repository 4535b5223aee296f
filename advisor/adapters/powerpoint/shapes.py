"""Native shapes with words: boxes, strips, arrows, a table; each with a name and a text for those who hear it."""

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Mm, Pt

from advisor.adapters.powerpoint.fitting import LEADING

_COLOR: Any = RGBColor
INK: Final[RGBColor] = _COLOR.from_string("1A1A1A")
DARK: Final[RGBColor] = _COLOR.from_string("1F3A5F")
PALE: Final[RGBColor] = _COLOR.from_string("EEF3F8")
WHITE: Final[RGBColor] = _COLOR.from_string("FFFFFF")
ASK: Final[RGBColor] = _COLOR.from_string("9A3412")
INSET: Final = 1.5
"""Millimetres between the sides of a box and its words; above and below them two thirds of it."""
_HOLE: Final = re.compile(r"(【要確認[^】]*】)")
_ALTERNATIVE: Final = 500
_BORDER: Final = '<a:{side} {space} w="9525"><a:solidFill><a:srgbClr val="1F3A5F"/></a:solidFill></a:{side}>'


class Area(NamedTuple):
    """A place on the slide in millimetres from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def inner(self) -> tuple[float, float]:
        """Width and height that the words of a box have."""
        return self.width - 2 * INSET, self.height - 2 * INSET * 2 / 3

    @property
    def line(self) -> tuple[float, float]:
        """Width and height of a box for one line, which has no inset above and below."""
        return self.width - 2 * INSET, self.height


def tell(shape: Any, name: str, told: str) -> None:
    """Give a shape its name in the list of the page and its alternative text."""
    drawn = next(each for each in shape._element.iter() if each.tag == qn("p:cNvPr"))
    drawn.set("name", name)
    drawn.set("descr", told[:_ALTERNATIVE])


def box(slide: Any, area: Area, kind: MSO_SHAPE = MSO_SHAPE.RECTANGLE, fill: RGBColor | None = PALE) -> Any:
    """Add a flat box with a thin border, without words yet; no fill where `fill` is None."""
    left, top, width, height = map(Mm, area)
    shape = slide.shapes.add_shape(kind, left, top, width, height)
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
    shape.line.color.rgb, shape.line.width = DARK, Pt(0.75)
    if fill is None:
        shape.fill.background()
        shape.line.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = fill
    return shape


def write(frame: Any, lines: Sequence[str], size: float, color: RGBColor = INK, *, bold: bool = False, line: bool = False) -> None:  # fmt: skip
    """Set the words of a frame in paragraphs of a fixed height; 【要確認】 stands out by weight and colour.

    `line` is for one line in the middle of a narrow frame.
    """
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = Mm(INSET)
    frame.margin_top = frame.margin_bottom = Mm(0 if line else INSET * 2 / 3)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if line else MSO_ANCHOR.TOP
    for at, words in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT if not line or color == INK else PP_ALIGN.CENTER
        paragraph.line_spacing = Pt(size * LEADING)
        for piece in filter(None, _HOLE.split(words)):
            hole = _HOLE.fullmatch(piece) is not None
            _run(paragraph, piece, size, ASK if hole and color == INK else color, bold or hole)


def _run(paragraph: Any, text: str, size: float, color: RGBColor, bold: bool) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, color
    run._r.get_or_add_rPr().set("lang", "ja-JP")
    run._r.get_or_add_rPr().set("altLang", "en-US")


def upright(frame: Any) -> None:
    """Let the words of a frame run from top to bottom, as Japanese is set upright."""
    frame._txBody.find(qn("a:bodyPr")).set("vert", "eaVert")


def arrow(slide: Any, start: Any, end: Any, told: str) -> Any:
    """Add an arrow from the right side of one box to the left side of another; it follows when they are moved."""
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
    line.begin_connect(start, 3)
    line.end_connect(end, 1)
    style = line._element.find(qn("p:style"))
    if style is not None:
        line._element.remove(style)
    line.line.color.rgb, line.line.width = DARK, Pt(2)
    line.line._get_or_add_ln().append(parse_xml(f'<a:tailEnd {nsdecls("a")} type="triangle"/>'))
    tell(line, "矢印", told)
    return line


def grid(slide: Any, area: Area, widths: Sequence[float], heights: Sequence[float]) -> Any:
    """Add a native table without words; widths and heights in millimetres, the first row its head."""
    left, top, width, height = map(Mm, area)
    frame = slide.shapes.add_table(len(heights), len(widths), left, top, width, height)
    table = frame.table
    table.first_row, table.horz_banding = True, False
    for column, size in zip(table.columns, widths, strict=True):
        column.width = Mm(size)
    for row, size in zip(table.rows, heights, strict=True):
        row.height = Mm(size)
    return frame


def write_cell(cell: Any, text: str, size: float, head: bool) -> None:
    """Set the words of a cell, dark behind those of the head."""
    write(cell.text_frame, (text,), size, WHITE if head else INK, bold=head)
    cell.margin_left = cell.margin_right = Mm(INSET)
    cell.margin_top = cell.margin_bottom = Mm(INSET * 2 / 3)
    for side in ("lnL", "lnR", "lnT", "lnB"):
        cell._tc.get_or_add_tcPr().append(parse_xml(_BORDER.format(side=side, space=nsdecls("a"))))
    cell.fill.solid()
    cell.fill.fore_color.rgb = DARK if head else WHITE
