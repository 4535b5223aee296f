"""Page, fonts and styles of the paper, set on native styles so that the office can restyle it."""

from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

BODY_FONT: Final = ("Yu Mincho", "游明朝")
HEAD_FONT: Final = ("Yu Gothic", "游ゴシック")
INK: Final = RGBColor(0x1A, 0x1A, 0x1A)
QUIET: Final = RGBColor(0x59, 0x59, 0x59)
_THEMED: Final = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")


def prepare(document: Document) -> None:
    """Set A4 portrait, margins, Japanese as the language, and every style the paper uses."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(18), Mm(16)
    section.header_distance = section.footer_distance = Mm(9)
    _style(document, "Normal", BODY_FONT, 10, after=0, line=1.12)
    _style(document, "Title", HEAD_FONT, 15, bold=True, after=6)
    _style(document, "Heading 1", HEAD_FONT, 12, bold=True, before=8, after=3)
    _style(document, "Heading 2", HEAD_FONT, 10.5, bold=True, before=6, after=2)
    _style(document, "List Bullet", BODY_FONT, 10, after=1, line=1.12)
    _style(document, "Header", HEAD_FONT, 8)
    _style(document, "Footer", HEAD_FONT, 8)
    _added(document, "Brief Cell", "Normal", BODY_FONT, 8.5, line=1.05)
    _added(document, "Brief Cell Head", "Normal", HEAD_FONT, 8.5, bold=True)
    _added(document, "Brief Note", "Normal", BODY_FONT, 8.5, line=1.05)
    _plain_title(document)
    _language(document)


def _style(  # noqa: PLR0913 - one argument a property of the style
    document: Document,
    name: str,
    font: tuple[str, str],
    size: float,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    line: float = 1.0,
) -> None:
    style: Any = document.styles[name]
    _fonts(style, font)
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = INK
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), line
    if name.startswith("Heading"):
        shape.keep_with_next = True


def _added(document: Document, name: str, base: str, font: tuple[str, str], size: float, **more: Any) -> None:
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[base]
    _style(document, name, font, size, **more)


def _fonts(style: Any, font: tuple[str, str]) -> None:
    latin, japanese = font
    style.font.name = latin
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for themed in _THEMED:
        fonts.attrib.pop(qn(themed), None)
    fonts.set(qn("w:eastAsia"), japanese)
    fonts.set(qn("w:cs"), latin)


def _plain_title(document: Document) -> None:
    """The template's title carries a blue rule of its own; the paper's does not."""
    properties = document.styles["Title"].element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _language(document: Document) -> None:
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is None:
        return
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    language = OxmlElement("w:lang")
    for key, value in (("w:val", "ja-JP"), ("w:eastAsia", "ja-JP"), ("w:bidi", "ar-SA")):
        language.set(qn(key), value)
    defaults.append(language)
