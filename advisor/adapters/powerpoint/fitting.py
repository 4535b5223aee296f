"""How many lines a text takes in a box, at which size it fits, and what is left over where none does.

Widths are upper bounds over the fonts of Japanese offices, so that a text that fits here fits there.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

POINTS: Final = 72 / 25.4
"""Points of a millimetre."""
LEADING: Final = 1.25
"""Height of a line, in sizes of its letters."""
_MANY: Final = 100
"""More lines than any shape of a page has."""
MORE: Final = "…(続きはノート)"

_WIDE: Final = frozenset("mMwW@%&")
_SIGNS: Final = 0x1F000
_LATIN: Final = re.compile(r"[!-~]+")
_APART: Final = 0.25
"""What some programs put between a Latin word and a Japanese one."""
_BASMALA: Final = "\ufdfd"
_CLOSERS: Final = "、。,.，．・:;：；!?！？)〕】」』〉》〙〛\\]}｝）］ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々…‥%％゛゜ｰ｡､｣\ufe0f\u200d\u0300-\u036f\U000e0100-\U000e01ef"
_OPENERS: Final = "([〔【「『〈《〘〚{｛（［｢"
_TOKEN: Final = re.compile(rf"[{re.escape(_OPENERS)}]*(?:[!-'*-Z\\^-z|~]+|.)[{_CLOSERS}]*", re.DOTALL)


class Fitted(NamedTuple):
    """A text at the size in points at which it fits, and whether a part of it had to be left out."""

    size: float
    shown: tuple[str, ...]
    cut: bool


@lru_cache(maxsize=8192)
def advance(char: str) -> float:
    """The most a letter takes, in sizes of the letters."""
    if char == _BASMALA:
        return 12.0
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if ord(char) >= _SIGNS and unicodedata.category(char) == "So":
        return 1.4
    width = unicodedata.east_asian_width(char)
    if width == "H":
        return 0.55
    if char.isascii():
        return 1.05 if char in _WIDE else 0.85 if char.isupper() else 0.7
    return 1.0


@lru_cache(maxsize=8192)
def length(text: str) -> float:
    """The most a text takes on one line, in sizes of its letters; Latin words stand apart from Japanese ones."""
    return sum(map(advance, text)) + 2 * _APART * len(_LATIN.findall(text))


def wrapped(text: str, room: float) -> Iterator[str]:
    """Break a text into lines of at most `room` sizes, no line beginning with 「。」 or ending with 「「」."""
    line, used = "", 0.0
    for token in _tokens(text, room):
        wide = length(token)
        if line and used + wide > room:
            yield line
            line, used = "", 0.0
        line, used = line + token, used + wide
    yield line


def _tokens(text: str, room: float) -> Iterator[str]:
    """Pieces that are not broken: a letter with what clings to it, a Latin word as long as it fits a line."""
    for match in _TOKEN.finditer(text):
        token = match.group()
        if length(token) <= room:
            yield token
        else:
            yield from token


def lines_of(texts: Sequence[str], width: float, size: float) -> int:
    """How many lines paragraphs take in `width` millimetres at `size` points; of very many only about how many."""
    space = room(width, size)
    total = 0
    for text in texts:
        least = int(length(text) / space)
        total += least if least > _MANY else sum(1 for _ in wrapped(text, space))
    return total


def room(width: float, size: float) -> float:
    """How many sizes of letters stand in `width` millimetres."""
    return max(2.0, width * POINTS / size)


def height_of(texts: Sequence[str], width: float, size: float) -> float:
    """Millimetres that paragraphs take in `width` millimetres at `size` points."""
    return lines_of(texts, width, size) * size * LEADING / POINTS


def fit(texts: Sequence[str], width: float, height: float, most: float, least: float) -> Fitted:
    """Return paragraphs at the largest size from `most` to `least` that fits; else at `least`, as much as fits."""
    size = most
    while size > least and height_of(texts, width, size) > height:
        size -= 0.5
    size = max(size, least)
    if height_of(texts, width, size) <= height:
        return Fitted(size, tuple(texts), False)
    count = max(1, int(height * POINTS / (size * LEADING)))
    return Fitted(size, first_lines(texts, room(width, size), count), True)


def first_lines(texts: Sequence[str], space: float, count: int) -> tuple[str, ...]:
    """As many paragraphs as stand in `count` lines of `space` sizes, closed by `MORE` in place of the rest."""
    kept: list[str] = []
    left = count
    for text in texts:
        lines = list(islice(wrapped(text, space), left))
        if len(lines) >= left:
            last = _shortened(lines[left - 1], space)
            return (*kept, "".join(lines[: left - 1]) + last)
        kept.append(text)
        left -= len(lines)
    return tuple(kept)


def _shortened(line: str, space: float) -> str:
    """A last line with `MORE` at its end, or as much of `MORE` as stands alone."""
    free = space - length(MORE) - 1
    used, kept = 0.0, ""
    for char in line:
        used += advance(char)
        if used > free:
            break
        kept += char
    return (kept + MORE) if free > 0 else "…"
