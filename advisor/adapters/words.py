"""Words by Sudachi (split A), the shortest units of its core dictionary."""

from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

from sudachipy import Dictionary, Morpheme, SplitMode, Tokenizer

from advisor.words import Word

_LONGEST = 12_000
"""Sudachi refuses inputs of 49,149 bytes and more; longer texts are analysed line by line."""

_KEPT = 256
_SHORT = 400
"""Longer texts are analysed anew: their words would fill the memory."""


class SudachiWords:
    """The port `Words` over one Sudachi tokenizer, which serves one thread at a time."""

    def __init__(self) -> None:
        self._tokenizer: Tokenizer = Dictionary(dict="core").tokenizer(mode=SplitMode.A)
        self._lock = Lock()
        self._cached = lru_cache(maxsize=_KEPT)(self._split)

    def __call__(self, text: str) -> Sequence[Word]:
        """Return the words of `text`; white space is skipped."""
        return self._cached(text) if len(text) <= _SHORT else self._split(text)

    def _split(self, text: str) -> tuple[Word, ...]:
        pieces = [(start, text[start : start + _LONGEST]) for start in range(0, len(text), _LONGEST)]
        return tuple(word for start, piece in pieces for word in self._words(piece, start))

    def _words(self, piece: str, start: int) -> list[Word]:
        with self._lock:
            return [_word(each, start) for each in self._tokenizer.tokenize(piece) if each.surface().strip()]


def _word(morpheme: Morpheme, offset: int) -> Word:
    return Word(
        surface=morpheme.surface(),
        start=morpheme.begin() + offset,
        end=morpheme.end() + offset,
        tags=tuple(morpheme.part_of_speech()),
        lemma=morpheme.dictionary_form(),
        normalized=morpheme.normalized_form(),
    )
