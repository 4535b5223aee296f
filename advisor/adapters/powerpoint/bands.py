"""How the height of the slide is shared among its bands, and at which size their words stand."""

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from advisor.adapters.powerpoint.fitting import height_of
from advisor.adapters.powerpoint.shapes import INSET
from advisor.brief.onepage import Box

MOST: Final = 11.0
LEAST: Final = 8.0
"""Points: no word of the slide is smaller, the rest goes to the notes page."""
HEAD: Final = 5.5
"""Millimetres of the name above a box."""


class Band(NamedTuple):
    """Boxes side by side with the width of each in millimetres."""

    boxes: tuple[Box, ...]
    widths: tuple[float, ...]

    def needs(self, size: float) -> float:
        """Millimetres the tallest box takes at a size, its name included."""
        inner = [
            height_of(box.lines, width - 2 * INSET, size)
            for box, width in zip(self.boxes, self.widths, strict=True)
        ]
        return HEAD + max(inner, default=0.0) + 2 * INSET * 2 / 3 + 0.5


class Needing(Protocol):
    """What takes height at a size."""

    def needs(self, size: float) -> float:
        """Millimetres it takes at a size in points."""
        ...


def shared(bands: Sequence[Needing], whole: float) -> tuple[float, tuple[float, ...]]:
    """Return one size for all bands and the height of each, `whole` in sum.

    The size is the largest at which everything fits. Where nothing fits, short bands get what they need at the
    smallest size and the long ones share the rest alike.
    """
    size = MOST
    while size > LEAST and sum(band.needs(size) for band in bands) > whole:
        size -= 0.5
    needs = [band.needs(size) for band in bands]
    free = whole - sum(needs)
    if free >= 0:
        return size, tuple(need + free / len(needs) for need in needs)
    return size, _settled(needs, whole)


def _settled(needs: Sequence[float], whole: float) -> tuple[float, ...]:
    """Give every band what it needs up to an equal share of what is left, the smallest first."""
    given = [0.0] * len(needs)
    left, waiting = whole, len(needs)
    for at in sorted(range(len(needs)), key=lambda at: needs[at]):
        given[at] = min(needs[at], left / waiting)
        left, waiting = left - given[at], waiting - 1
    return tuple(given)
