"""Elements of WordprocessingML that python-docx has no words for."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, *children: Any, **attributes: str) -> Any:
    """Return `<w:tag>` with attributes of the same namespace (`val="1"` becomes `w:val="1"`) and children."""
    made: Any = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def run(style: str, *children: Any) -> Any:
    """Return a run in a character style, or without one where `style` is empty."""
    dressed = [element("rPr", element("rStyle", val=style))] if style else []
    return element("r", *dressed, *children)


def words(text: str, tag: str = "t") -> Any:
    """Return text whose blanks are kept; `tag` is `instrText` for the code of a field."""
    made = element(tag)
    made.set(qn("xml:space"), "preserve")
    made.text = text
    return made


def field(code: str, shown: str, style: str = "") -> list[Any]:
    """Return the runs of a field that Word computes (`PAGE`), showing `shown` until it does."""
    return [
        run(style, element("fldChar", fldCharType="begin")),
        run(style, words(f" {code} ", "instrText")),
        run(style, element("fldChar", fldCharType="separate")),
        run(style, words(shown)),
        run(style, element("fldChar", fldCharType="end")),
    ]
