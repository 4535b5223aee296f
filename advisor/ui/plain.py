"""Words of people as plain text: never live Markdown, links, pictures or directives."""

from typing import Final

_WIDE: Final = str.maketrans({each: chr(ord(each) + 0xFEE0) for each in "\\`*_{}[]<>#|~$:!&"})


def shown(text: str) -> str:
    """Return a text that can be drawn: what is no letter at all becomes a replacement mark."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def label(text: str, length: int = 0) -> str:
    """Return a text for a button or heading, where Streamlit would read Markdown.

    The marks of Markdown become their full-width twins, which look the same in Japanese; `length` cuts with 「…」.
    """
    line = " ".join(shown(text).split())
    if length and len(line) > length:
        line = line[: length - 1] + "…"
    return line.translate(_WIDE) or "(なし)"
