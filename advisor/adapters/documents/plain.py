"""Plain text in the encodings that Japanese offices use."""

import codecs
import re
from typing import Final

_MARKED: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ESCAPES: Final = (b"\x1b$", b"\x1b(")
_HIRAGANA: Final = re.compile("[ぁ-ん]")
_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(content: bytes) -> str | None:
    """Return bytes as text, None where they are none: by their mark, else UTF-8, JIS, Shift_JIS or EUC, strictly.

    Shift_JIS and EUC are often both possible; the one that gives more hiragana is right.
    """
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return _strictly(content, encoding)
    seven_bits = content.isascii()
    if seven_bits and any(each in content for each in _ESCAPES):
        text = _strictly(content, "iso2022_jp_ext")
        if text is not None:
            return text
    text = _strictly(content, "utf-8")
    return text if text is not None else _of_two_bytes(content)


def _of_two_bytes(content: bytes) -> str | None:
    texts = [text for name in ("cp932", "euc_jis_2004") if (text := _strictly(content, name)) is not None]
    return max(texts, key=lambda text: len(_HIRAGANA.findall(text)), default=None)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeError:
        return None
    return None if _UNSEEN.search(text) else text
