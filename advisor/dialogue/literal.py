"""Compares words with a text literally, however their white space and widths were written."""

import re
import unicodedata
from typing import Final, NamedTuple

from advisor.dialogue.quotes.model import INNER

_JOINED: Final = "゙゚"
"""Voiced marks of half width; they belong to the letter before."""


def flat(text: str) -> str:
    """Return the text without white space, in NFKC, with one kind of quotation marks inside."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(INNER)


class _Letter(NamedTuple):
    """A letter that counts, and the place [start, end) of the text that it came from."""

    plain: str
    start: int
    end: int


class Letters:
    """A text in which words are found."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._letters = _letters(text)
        self._plain = "".join(each.plain for each in self._letters)

    def literal(self, words: str) -> str | None:
        """Return the exact stretch of the text that says `words`, or None where none does.

        Widths (NFKC) and white space may differ between the two, nothing else; the first stretch counts.
        """
        if words.strip() and words.strip() in self._text:
            return words.strip()
        wanted = "".join(each.plain for each in _letters(words))
        at = self._plain.find(wanted)
        if not wanted or at < 0:
            return None
        return self._text[self._letters[at].start : self._letters[at + len(wanted) - 1].end]


def literal(words: str, text: str) -> str | None:
    """Return the exact stretch of `text` that says `words`, or None where none does."""
    return Letters(text).literal(words)


def _letters(text: str) -> list[_Letter]:
    """The letters of a text without white space; one place may give several."""
    found: list[_Letter] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and (text[end] in _JOINED or unicodedata.combining(text[end])):
            end += 1
        plain = unicodedata.normalize("NFKC", text[start:end])
        found += [_Letter(each, start, end) for each in plain if not each.isspace()]
        start = end
    return found
