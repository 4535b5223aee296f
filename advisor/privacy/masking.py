"""Masking: residents' data becomes placeholders; who works on the matter keeps their name."""

import re
from collections.abc import Sequence
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
from advisor.privacy.spans import Spans, mentions
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
    marks = Spans(Found(type="name", start=mark.start(), end=mark.end()) for mark in _MARKS.finditer(text))
    data = Spans(each for each in _data(shape, words) if not marks.meets(each.start, each.end))
    named = names(shape, words, data, titles=pasted or len(data) > 0)
    kept = [] if pasted else _kept(shape, named, data, keep_names)
    staying = {(each.start, each.end) for each in kept}
    people = [each.find() for each in named if (each.start, each.end) not in staying]
    people += _again(shape, people, {shape[each.start : each.end] for each in kept})
    found = tuple(Spans([*data, *(each for each in people if not marks.meets(each.start, each.end))]))
    return MaskedText(text=_replaced(text, found), found=found)


def _data(shape: str, words: Words | None) -> list[Found]:
    """Return everything but names, what is surest first."""
    return [
        *columns(shape, words),
        *numbers(shape),
        *emails(shape),
        *phones(shape),
        *births(shape),
        *addresses(shape),
    ]


def _kept(text: str, named: Sequence[Named], data: Spans, keep_names: bool) -> list[Named]:
    """Return the names that stay: of people at work on the matter, where no data of theirs stands beside."""
    people = Spans(each.find() for each in named)
    free = [each for each in named if each.how in ("honorific", "title")]
    free = [each for each in free if not _has_data(text, each, people, data)]
    at_work = [each for each in free if keep_names or each.how == "title" or _works(text, each)]
    known = {text[each.start : each.end] for each in at_work}
    return [each for each in free if text[each.start : each.end] in known]


def _works(text: str, name: Named) -> bool:
    before, behind = text[max(0, name.start - 20) : name.start], text[name.end : name.end + 24]
    around = sentence_before(text, name.start) + sentence_after(text, name.end)
    return bool(WORKS_BEFORE.search(before) or WORKS_BEHIND.match(behind) or WORKS_AROUND.search(around))


def _has_data(text: str, name: Named, people: Spans, data: Spans) -> bool:
    """Tell whether data stands right beside a name, with no other name in between."""
    return any(_belongs(text, name, people, each) for each in data.near(name.start, name.end, _REACH))


def _belongs(text: str, name: Named, people: Spans, data: Found) -> bool:
    first, last = (name.end, data.start) if data.start >= name.end else (data.end, name.start)
    between = text[first:last]
    if len(between) > _REACH or "。" in between or between.count("\n") > 1:
        return False
    return not people.meets(first, last)


def _again(text: str, people: Sequence[Found], kept: set[str]) -> list[Found]:
    """Return further mentions of whole names that were masked once."""
    values = {text[each.start : each.end] for each in people} - kept
    whole = sorted(value for value in values if len(value) >= 4 or " " in value)
    return [Found(type="name", start=start, end=end) for start, end in mentions(text, whole)]


def _replaced(text: str, found: Sequence[Found]) -> str:
    pieces, place = [], 0
    for each in found:
        pieces += [text[place : each.start], PLACEHOLDERS[each.type]]
        place = each.end
    return "".join([*pieces, text[place:]])
