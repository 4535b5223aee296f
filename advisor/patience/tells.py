"""The tells of an answer that is not worth reading on: loops, doubled pieces, another language."""

from collections.abc import Sequence
from typing import Final

_UNIT: Final = 80
"""The longest stretch that is looked for as the unit of a loop."""
_TIMES: Final = 6
_SPAN: Final = 160
"""A loop fills at least this many letters and comes at least `_TIMES` times."""
_PAIRS: Final = 4
_LETTERS: Final = 20
_KANA: Final = 0.1
"""Japanese prose has far more kana than this; English and Chinese have none."""


def loops(text: str) -> bool:
    """Tell whether `text` ends in the same stretch over and over."""
    for size in range(1, _UNIT + 1):
        tail = text[-max(size * _TIMES, _SPAN) :]
        if len(tail) >= max(size * _TIMES, _SPAN) and tail[size:] == tail[:-size] and tail.strip():
            return True
    return False


def doubled(pieces: Sequence[str]) -> bool:
    """Tell whether every piece of a stream came twice, which no model says and a broken relay does."""
    first = pieces[: 2 * _PAIRS]
    return len(first) == 2 * _PAIRS and first[0::2] == first[1::2] and len(set(first)) > 1


def foreign(text: str) -> bool:
    """Tell whether a text that is long enough to judge is not Japanese."""
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) < _LETTERS:
        return False
    kana = sum("\u3041" <= letter <= "\u30ff" for letter in letters)
    return kana < len(letters) * _KANA
