"""Masking: residents' data becomes placeholders; who works on the matter keeps their name."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from advisor.privacy.births import births
from advisor.privacy.columns import columns
from advisor.privacy.contacts import emails, phones
from advisor.privacy.found import PLACEHOLDERS, Found, MaskedText
from advisor.privacy.lexicon import WORKS_AROUND, WORKS_BEFORE, WORKS_BEHIND
from advisor.privacy.names import Named, names
from advisor.privacy.numbers import numbers
from advisor.privacy.places import addresses
from advisor.privacy.shapes import folded, sentence_after, sentence_before
from advisor.words import Words

_MARKS: Final = re.compile("〔[^〔〕\n]{1,8}〕")
_REACH: Final = 30


def mask(
    text: str, words: Words | None = None, *, keep_names: bool = False, pasted: bool = False
) -> MaskedText:
    """Return a cleaned text with residents' personal data replaced by placeholders, and where it stood.

    `words` helps to tell names from other words; without it only common surnames are known. `keep_names` is
    for an answer about who leads or takes part: names stay there unless other data stands beside them.
    In `pasted` text no name stays. Masking twice changes nothing.
    """
    shape = folded(text)
    data = _settled(
        [
            *columns(shape, words),
            *numbers(shape),
            *emails(shape),
            *phones(shape),
            *births(shape),
            *addresses(shape),
        ]
    )
    data = [each for each in data if not _is_mark(shape, each)]
    named = names(shape, words, data, titles=pasted or bool(data))
    kept = [] if pasted else _kept(shape, named, data, keep_names)
    people = [Found(type="name", start=each.start, end=each.end) for each in named if each not in kept]
    people += _again(shape, people, {shape[each.start : each.end] for each in kept})
    found = tuple(_settled([*data, *(each for each in people if not _is_mark(shape, each))]))
    return MaskedText(text=_replaced(text, found), found=found)


def _settled(found: Iterable[Found]) -> list[Found]:
    """Return the finds in order without overlap: what was found first in order of certainty wins, numbers before names."""
    taken: list[Found] = []
    for each in found:
        if each.end > each.start and all(
            each.end <= other.start or each.start >= other.end for other in taken
        ):
            taken.append(each)
    return sorted(taken, key=lambda each: each.start)


def _is_mark(text: str, found: Found) -> bool:
    return any(mark.start() < found.end and found.start < mark.end() for mark in _MARKS.finditer(text))


def _kept(text: str, named: Sequence[Named], data: Sequence[Found], keep_names: bool) -> list[Named]:
    """Return the names that stay: of people at work on the matter, where no data of theirs stands beside."""
    free = [
        each
        for each in named
        if each.how in ("honorific", "title") and not _has_data(text, each, named, data)
    ]
    at_work = [each for each in free if keep_names or each.how == "title" or _works(text, each)]
    known = {text[each.start : each.end] for each in at_work}
    return [each for each in free if text[each.start : each.end] in known]


def _works(text: str, name: Named) -> bool:
    before, behind = text[max(0, name.start - 20) : name.start], text[name.end : name.end + 24]
    around = sentence_before(text, name.start) + sentence_after(text, name.end)
    return bool(WORKS_BEFORE.search(before) or WORKS_BEHIND.match(behind) or WORKS_AROUND.search(around))


def _has_data(text: str, name: Named, named: Sequence[Named], data: Sequence[Found]) -> bool:
    return any(_belongs(text, name, named, each) for each in data)


def _belongs(text: str, name: Named, named: Sequence[Named], data: Found) -> bool:
    """Tell whether data stands right beside a name, with no other name in between."""
    first, last = (name.end, data.start) if data.start >= name.end else (data.end, name.start)
    between = text[first:last]
    if len(between) > _REACH or "。" in between or between.count("\n") > 1:
        return False
    return not any(first <= other.start < last for other in named)


def _again(text: str, people: Sequence[Found], kept: set[str]) -> list[Found]:
    """Return further mentions of whole names that were masked once."""
    values = {text[each.start : each.end] for each in people} - kept
    long = [value for value in values if len(value) >= 4 or " " in value]
    return [
        Found(type="name", start=match.start(), end=match.end())
        for value in long
        for match in re.finditer(re.escape(value), text)
    ]


def _replaced(text: str, found: Sequence[Found]) -> str:
    pieces, place = [], 0
    for each in found:
        pieces += [text[place : each.start], PLACEHOLDERS[each.type]]
        place = each.end
    return "".join([*pieces, text[place:]])
