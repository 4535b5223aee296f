"""Page, fonts and styles of the paper, set on native styles so that the office can restyle it at one place."""

from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from advisor.adapters.word.elements import element
from advisor.adapters.word.template import bullet, strip
from advisor.values import Value

WIDTH: Final = 170.0
"""Millimetres between the margins."""
CELL: Final = "Brief Cell"
CELL_HEAD: Final = "Brief Cell Head"
CELL_SIZE: Final = 9.0
TABLE: Final = "Brief Table"
GAP: Final = "Brief Gap"
CLOSING: Final = "Brief Closing"
ASK: Final = "BriefAsk"
SMALL_MARK: Final = "BriefMark"
NOTE: Final = "footnotetext"
NOTE_MARK: Final = "footnotereference"

_MINCHO: Final = "游明朝"
_GOTHIC: Final = "游ゴシック"
_ELSEWHERE: Final = {
    _MINCHO: ("roman", "Yu Mincho,YuMincho,Hiragino Mincho ProN,ＭＳ 明朝,Noto Serif CJK JP"),
    _GOTHIC: ("swiss", "Yu Gothic,YuGothic,Hiragino Sans,ＭＳ ゴシック,Noto Sans CJK JP"),
}
_INK: Final = RGBColor(0x1A, 0x1A, 0x1A)
_QUIET: Final = RGBColor(0x59, 0x59, 0x59)
_RULE: Final = "808080"


class Look(Value):
    """How a style of paragraphs looks; sizes and distances in points, `line` the fixed height of a line.

    The height is fixed because 游明朝 and 游ゴシック else open the lines to nearly twice their size.
    """

    font: str = _MINCHO
    size: float
    line: float
    bold: bool = False
    before: float = 0
    after: float = 0


_LOOKS: Final = {
    "Normal": Look(size=10.5, line=15.5),
    "Title": Look(font=_GOTHIC, size=15, line=22, bold=True, after=5),
    "Heading 1": Look(font=_GOTHIC, size=12, line=18, bold=True, before=7, after=2.5),
    "Heading 2": Look(font=_GOTHIC, size=11, line=16, bold=True, before=7, after=2.5),
    "List Bullet": Look(size=10.5, line=15.5, after=1),
    "Caption": Look(font=_GOTHIC, size=8.5, line=12, before=1, after=4),
    "Header": Look(font=_GOTHIC, size=8, line=11),
    "Footer": Look(font=_GOTHIC, size=8, line=11),
}
_ADDED: Final = {
    CELL: Look(size=CELL_SIZE, line=12.5),
    CELL_HEAD: Look(font=_GOTHIC, size=CELL_SIZE, line=12.5, bold=True),
    GAP: Look(size=4, line=5),
    CLOSING: Look(size=9, line=13, before=8),
}


def prepare(document: Document) -> None:
    """Set A4 portrait, margins, Japanese as the language, and every style the paper uses."""
    strip(document)
    _page(document)
    _defaults(document.styles.element)
    for name, look in _LOOKS.items():
        _dress(document.styles[name], look)
    footer: Any = document.styles["Footer"]
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH / 2), WD_TAB_ALIGNMENT.CENTER)
    for name in ("Header", "Footer"):
        document.styles[name].paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    for name, look in _ADDED.items():
        _dress(document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), look)
    _dress(document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, True), Look(size=8, line=11))
    for name in ("Heading 1", "Heading 2"):
        document.styles[name].paragraph_format.keep_with_next = True
    _characters(document)
    _table(document)
    _fonts_elsewhere(document)
    bullet(document, "・", 210)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(10)


def _dress(style: Any, look: Look) -> None:
    _font(style, look.font)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(look.size), look.bold, _INK
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)


def _font(style: Any, name: str) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), name)


def _characters(document: Document) -> None:
    ask: Any = document.styles.add_style("Brief Ask", WD_STYLE_TYPE.CHARACTER)
    _font(ask, _GOTHIC)
    ask.font.bold = True
    mark: Any = document.styles.add_style("Brief Mark", WD_STYLE_TYPE.CHARACTER)
    mark.font.size, mark.font.color.rgb = Pt(7.5), _QUIET
    note: Any = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, True)
    note.font.superscript = True


def _table(document: Document) -> None:
    style: Any = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [element(side, val="single", sz="4", space="0", color=_RULE) for side in sides]
    margins = (("top", "15"), ("left", "85"), ("bottom", "15"), ("right", "85"))
    padding = [element(side, w=width, type="dxa") for side, width in margins]
    style.element.append(element("tblPr", element("tblBorders", *lines), element("tblCellMar", *padding)))


def _defaults(styles: Any) -> None:
    """Name the fonts and the languages outright: the template's theme knows no Japanese font.

    Latin words are English ones, as Japanese Word has it; else some readers break them anywhere.
    """
    root = f"{qn('w:docDefaults')}/"
    letters = styles.find(f"{root}{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts = letters.find(qn("w:rFonts"))
    fonts.attrib.clear()
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), _MINCHO)
    for kind, value in (("val", "en-US"), ("eastAsia", "ja-JP"), ("bidi", "ar-SA")):
        letters.find(qn("w:lang")).set(qn(f"w:{kind}"), value)
    spacing = styles.find(f"{root}{qn('w:pPrDefault')}/{qn('w:pPr')}/{qn('w:spacing')}")
    spacing.set(qn("w:after"), "0")
    spacing.set(qn("w:line"), "240")


def _fonts_elsewhere(document: Document) -> None:
    """Tell what may stand in where a font is missing."""
    part: Any = next(
        each for each in document.part.package.iter_parts() if each.partname.endswith("/fontTable.xml")
    )
    table = parse_xml(part.blob)
    for old in list(table):
        table.remove(old)
    for name, (family, others) in _ELSEWHERE.items():
        made = element("font", name=name)
        made.extend(
            [element("altName", val=others), element("charset", val="80"), element("family", val=family)]
        )
        table.append(made)
    part._blob = serialize_part_xml(table)
