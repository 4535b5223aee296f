"""The names that masks leave in a text: of those who work on the matter."""

import re
from collections.abc import Iterator
from typing import Final

from advisor.privacy.lexicon import NOT_NAMES, SURNAMES
from advisor.privacy.names import names
from advisor.privacy.people import head_name, is_surname
from advisor.privacy.shapes import folded
from advisor.privacy.spans import Spans
from advisor.words import Word, Words

_MARK: Final = re.compile("〔[^〔〕\n]{1,8}〕")
_PLACE: Final = re.compile(r"[都道府県市町村区郡駅川山港]")


def kept_names(text: str, words: Words, *, about_people: bool = False) -> tuple[str, ...]:
    """Return the names in a masked text, folded, each with its surname behind it where the dictionary knows it.

    `about_people` is for a text that says who leads or takes part, or who made a paper: there a bare surname
    counts too, without an honorific or a title.
    """
    shape = _MARK.sub(lambda mark: "。" * len(mark[0]), folded(text))
    found = [shape[each.start : each.end] for each in names(shape, words, Spans(), titles=True)]
    if about_people:
        found += _bare(shape, words)
    return tuple(dict.fromkeys(part for name in found for part in _parts(name, words)))


def _parts(name: str, words: Words) -> Iterator[str]:
    yield name
    first = next(iter(words(name)), None)
    if first is not None and first.start == 0 and first.end < len(name) and is_surname(first):
        yield first.surface


def _bare(text: str, words: Words) -> list[str]:
    """Surnames with what follows as a given name, wherever one stands in the text."""
    found: list[str] = []
    for word in words(text):
        if _is_name(word) and not _PLACE.match(text, word.end):
            length = head_name(text[word.start :], words)
            found.append(text[word.start : word.start + length] if length else word.surface)
    return found


def _is_name(word: Word) -> bool:
    known = word.surface in SURNAMES or word.tags[2:4] == ("人名", "姓")
    return known and word.surface not in NOT_NAMES
