"""The stretches of a message that were taken for answers, and the sentences they stand in."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from advisor.dialogue.quotes.keyed import Keyed, keyed
from advisor.dialogue.quotes.phrases import Text
from advisor.dialogue.sentences import sentences
from advisor.framework.slots import Slot
from advisor.values import Value


class Aim(Value):
    """A stretch of the message that fills a slot."""

    slot: Slot
    text: str
    key: str = ""


class Place(NamedTuple):
    """Where an aim stands in the message, -1 where it does not, and where its key stands."""

    aim: Aim
    start: int
    end: int
    key: tuple[int, int] | None


def answers(text: Text, places: Sequence[Place]) -> Iterator[tuple[Place, tuple[int, int] | None, Keyed]]:
    """Each stretch taken for an answer: the key of an aim, or where it has none its sentences."""
    for place in places:
        _, start, end, key = place
        around = _sentence_places(text.text, start, end) + _first_clause(text, start, end)
        for stretch in dict.fromkeys([key, *around] if key else around):
            found = keyed(text, *stretch)
            if found is not None:
                yield (
                    place,
                    stretch if key and stretch[0] <= key[0] and key[1] <= stretch[1] + 3 else key,
                    found,
                )


def _first_clause(text: Text, start: int, end: int) -> list[tuple[int, int]]:
    """The answer up to its first comma, where it stands alone (「理由なしで預けていい街、かなあ」)."""
    item = next(
        (each for each in text.phrases if each.start >= start and each.end <= end and each.comma), None
    )
    return [(start, item.end)] if item is not None and item.role in ("noun", "predicate") else []


def _sentence_places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if start < 0:
        return []
    parts = sentences(text[start:end])
    places, at = [], start
    for part in parts:
        begin = text.index(part, at)
        places.append((begin, begin + len(part)))
        at = begin + len(part)
    return places
