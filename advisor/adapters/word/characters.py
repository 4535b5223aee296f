"""Which characters of a message a Word file can hold."""

import re
from typing import Final

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNING: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BREAKS: Final = re.compile("[\r\n\t\x0b\x0c\x85\u2028\u2029]+")


def plain(text: str) -> str:
    """The text without what XML forbids and without marks that turn the writing direction; breaks become blanks.

    Surrogates that form a pair are joined, lone ones left out.
    """
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return _TURNING.sub("", _FORBIDDEN.sub("", _BREAKS.sub(" ", joined)))
