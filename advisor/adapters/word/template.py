"""What the library's template brings along and the paper does not want."""

from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn

from advisor.adapters.word.elements import element

_KEPT: Final = frozenset(
    {
        "Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Header", "Footer", "Title",
        "Heading1", "Heading2", "ListBullet", "Caption", "TableGrid",
    }
)  # fmt: skip
_DROPPED: Final = ("/thumbnail", "/stylesWithEffects", "/customXml")
_MODE: Final = "15"
"""Word 2013 and later: no 互換モード in the title bar."""


def strip(document: Document) -> None:
    """Leave the styles the paper uses, without the template's picture, effects, dates and compatibility mode."""
    _styles(document.styles.element)
    package = document.part.package
    for owner in (package, document.part):
        for key in [key for key, each in owner.rels.items() if each.reltype.endswith(_DROPPED)]:
            del owner.rels[key]
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _MODE)


def bullet(document: Document, sign: str, indent: int) -> None:
    """Make 箇条書き begin with `sign`, a full-width sign hanging by `indent` twentieths of a point; other lists lose the styles they named."""
    numbering: Any = document.part.numbering_part.element
    for level in numbering.iter(qn("w:lvl")):
        style = level.find(qn("w:pStyle"))
        if style is None:
            continue
        if style.get(qn("w:val")) not in _KEPT:
            level.remove(style)
            continue
        text = level.find(qn("w:lvlText"))
        text.set(qn("w:val"), sign)
        text.addprevious(element("suff", val="nothing"))
        for old in (level.find(qn("w:pPr")), level.find(qn("w:rPr"))):
            level.remove(old)
        level.append(element("pPr", element("ind", left=str(indent), hanging=str(indent))))


def _styles(styles: Any) -> None:
    for style in list(styles.iter(qn("w:style"))):
        if style.get(qn("w:styleId")) not in _KEPT:
            styles.remove(style)
            continue
        for old in [*style.findall(qn("w:link")), *style.findall(qn("w:pPr")), *style.findall(qn("w:rPr"))]:
            if old.tag == qn("w:link") or not _needed(style, old):
                style.remove(old)


def _needed(style: Any, part: Any) -> bool:
    """The list keeps its numbering and a heading its level; everything else is set anew."""
    if part.tag == qn("w:rPr"):
        return False
    kept = [each for each in part if each.tag in (qn("w:numPr"), qn("w:outlineLvl"), qn("w:keepNext"))]
    for each in list(part):
        if each not in kept:
            part.remove(each)
    return bool(kept)
