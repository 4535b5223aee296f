"""How wide the columns of a table stand."""

import unicodedata
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

_LETTER: Final = 3.2
"""Millimetres of a full-width letter in a cell (9 points)."""
_PADDING: Final = 4.0
"""Millimetres of a cell beside its text."""
_FEW: Final = 6.0
"""Letters a line of a long column holds at least."""
_HEAD: Final = 8.0
"""Letters a column of row heads may take before it breaks."""
_HEAD_OF_TWO: Final = 15.0
"""The same where only one column stands beside it."""


def letters(text: str) -> float:
    """The length of a text in full-width letters; Latin letters and half-width kana count half."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "FWA" else 0.5 for each in text)


def widths(
    columns: Sequence[str], rows: Sequence[Sequence[str]], whole: float, heads: bool
) -> tuple[float, ...]:
    """Return millimetres for each column, `whole` in sum: short columns get what they need, long ones share the rest.

    The rest is shared by the square root of the text, so that one long cell does not starve its neighbours.
    """
    longest = [max([letters(name), *(letters(row[at]) for row in rows)]) for at, name in enumerate(columns)]
    if heads:
        longest[0] = min(longest[0], _HEAD if len(columns) > 2 else _HEAD_OF_TWO)
    needed = [_PADDING + _LETTER * (most + 1.0) for most in longest]
    if sum(needed) <= whole:
        return tuple(each + (whole - sum(needed)) * each / sum(needed) for each in needed)
    least = [_PADDING + _LETTER * (max(letters(name), _FEW) + 0.5) for name in columns]
    return _shared(needed, least, whole)


def _shared(needed: Sequence[float], least: Sequence[float], whole: float) -> tuple[float, ...]:
    """Settle the columns that need no more than an equal share, then share what is left among the others."""
    order = sorted(range(len(needed)), key=lambda at: needed[at])
    before = [0.0, *accumulate(needed[at] for at in order)]
    settled = 0
    while needed[order[settled]] <= (whole - before[settled]) / (len(order) - settled):
        settled += 1
    long = order[settled:]
    room = whole - before[settled]
    floor = {at: min(least[at], room / len(long)) for at in long}
    free = room - sum(floor.values())
    roots = {at: needed[at] ** 0.5 for at in long}
    given = {at: floor[at] + free * roots[at] / sum(roots.values()) for at in long}
    return tuple(given.get(at, needed[at]) for at in range(len(needed)))
