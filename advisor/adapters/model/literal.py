"""What must stand in a reply letter by letter, and what must never stand there."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from advisor.dialogue.literal import flat

SOURCE_MARK: Final = re.compile(r"[〔\[［【]\s*出典\s*[0-9０-９]*\s*[〕\]］】]")
"""The mark by which a model says that a sentence is the library's."""
_QUOTE: Final = re.compile(r"「([^「」]+)」")
_CARRIES: Final = 8
"""Letters that a quote needs to carry its sentence."""
_RUN: Final = 20
"""Letters in a row that tell a leak from a chance."""


def carried(sentence: str, source: str) -> str:
    """Return the words of a marked sentence that stand literally in `source`, or "" where nothing carries it.

    Either the whole sentence is the source's, or it quotes the source in 「」, and no quote of it is anything else.
    """
    ground = flat(source)
    bare = SOURCE_MARK.sub("", sentence).strip()
    whole = flat(bare).rstrip("。")
    if len(whole) >= _CARRIES and whole in ground:
        return bare
    quotes = _QUOTE.findall(bare)
    literal = quotes and all(flat(quote) in ground for quote in quotes)
    longest = max(quotes, key=len, default="")
    return longest if literal and len(longest) >= _CARRIES else ""


class Secrets:
    """The letters of a prompt that must never come back: its marks, and runs of its rules."""

    def __init__(self, rules: str, *marks: str) -> None:
        self._marks = tuple(map(_letters, marks))
        self._runs = _runs(rules)

    def leak(self, said: str, sentence: str) -> bool:
        """Tell whether `sentence`, coming after `said`, gives away a mark or a stretch of the rules."""
        whole = _letters(said[-2 * _RUN :] + sentence)
        if any(mark in whole for mark in self._marks):
            return True
        return any(whole[start : start + _RUN] in self._runs for start in range(len(whole) - _RUN + 1))


@lru_cache(maxsize=8)
def _runs(rules: str) -> frozenset[str]:
    whole = _letters(rules)
    return frozenset(whole[start : start + _RUN] for start in range(len(whole) - _RUN + 1))


def _letters(text: str) -> str:
    """Letters and digits alone: spaces or hyphens between them hide nothing."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())
