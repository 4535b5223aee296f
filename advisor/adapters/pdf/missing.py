"""Letters that no font at hand can draw: named by their code points, so that nothing vanishes from the paper."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, Final

_REPORTED: Final = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
"""How Typst names them when it is asked for PDF/UA."""
_ESCAPED: Final = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")
_INVISIBLE: Final = ("Cf", "Mn")


def reported(diagnostic: str) -> tuple[str, ...]:
    """The pieces of text that a report of Typst says no font can draw, the longest first."""
    found = {_ESCAPED.sub(_letter, match) for match in _REPORTED.findall(diagnostic)}
    return tuple(sorted(found, key=lambda piece: (-len(piece), piece)))


def _letter(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def named(pieces: Iterable[str], data: Any) -> Any:
    """The data with these pieces named by code points wherever they stand: 「[U+1F468]の広場」.

    Marks without a shape of their own (joiners, variation selectors) are left out.
    """
    names = {piece: "".join(map(_name, piece)) for piece in pieces if piece}
    if not names:
        return data
    return _changed(re.compile("|".join(map(re.escape, names))), names, data)


def _changed(pattern: re.Pattern[str], names: dict[str, str], data: Any) -> Any:
    if isinstance(data, str):
        return pattern.sub(lambda match: names[match.group()], data)
    if isinstance(data, dict):
        return {key: _changed(pattern, names, each) for key, each in data.items()}
    if isinstance(data, list):
        return [_changed(pattern, names, each) for each in data]
    return data


def _name(letter: str) -> str:
    return "" if unicodedata.category(letter) in _INVISIBLE else f"[U+{ord(letter):04X}]"
