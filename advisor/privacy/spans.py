"""Finds in order of their places, so that long documents take time in proportion to their length."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from advisor.privacy.found import Found


class Spans:
    """Finds that do not overlap, sorted; what comes first keeps its place."""

    def __init__(self, found: Iterable[Found] = ()) -> None:
        self._starts: list[int] = []
        self._found: list[Found] = []
        for each in found:
            self.add(each)

    def __iter__(self) -> Iterator[Found]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def add(self, found: Found) -> None:
        """Take a find in where its place is still free."""
        if found.end > found.start and not self.meets(found.start, found.end):
            place = bisect_left(self._starts, found.start)
            self._starts.insert(place, found.start)
            self._found.insert(place, found)

    def meets(self, start: int, end: int) -> bool:
        """Tell whether a find stands in any part of `[start, end)`."""
        place = bisect_left(self._starts, end)
        return place > 0 and self._found[place - 1].end > start

    def near(self, start: int, end: int, reach: int) -> list[Found]:
        """Return the finds at most `reach` characters away from `[start, end)`."""
        first = max(0, bisect_left(self._starts, start - reach) - 1)
        last = bisect_right(self._starts, end + reach)
        return [each for each in self._found[first:last] if each.end >= start - reach]


def mentions(text: str, values: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where any of the values (two characters or more) stands in the text, in one pass."""
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for value in values:
        heads[value[:2]].append(value)
    for place in range(len(text) - 1 if heads else 0):
        for value in heads.get(text[place : place + 2], ()):
            if text.startswith(value, place):
                yield place, place + len(value)
