"""What the models see of a message: its words, clauses, marks, and optionally its vector."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from advisor.adapters.reader.compounds import compounds, joints
from advisor.adapters.reader.folding import fold
from advisor.adapters.reader.lexicon import named
from advisor.adapters.reader.linear import Floats
from advisor.framework.slots import Slot
from advisor.words import Word, Words

_STOPS: Final = frozenset("。!?！？\n")
_PAUSES: Final = frozenset("、,，…;；:：」)）・")
_TURNS: Final = frozenset(
    {"けど", "けれど", "けども", "けれども", "が", "ので", "から", "のに", "し", "ば", "て", "で", "たら"}
)

_LONGEST_CLAUSE: Final = 60
"""Words after which a clause without a pause is cut."""


@dataclass(frozen=True)
class View:
    """One message, split and folded; `clause_of` and `sentence_of` number the clause and sentence of each word."""

    text: str
    folded: str
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    """Folded normal form of each word."""
    clause_of: tuple[int, ...]
    sentence_of: tuple[int, ...]
    places: tuple[str, ...]
    """b, i or o of each word within a known name of a technology."""
    compound: tuple[str, ...]
    """b, i or o of each word within a compound that may name a technology."""
    joint: tuple[str, ...]
    """The same for two runs of nouns joined by の, the second being such a compound."""
    asked: Slot | None
    vector: Floats | None


def look(text: str, asked: Slot | None, words: Words, vector: Floats | None = None) -> View:
    """Return the view of one message."""
    found = tuple(words(text))
    folded = fold(text)
    clauses, sentences = _numbers(text, found)
    places = named(folded, found)
    surfaces = [folded[each.start : each.end] for each in found]
    compound = tuple(compounds(surfaces, found, places))
    return View(
        text=text,
        folded=folded,
        words=found,
        keys=tuple(fold(each.normalized) for each in found),
        clause_of=clauses,
        sentence_of=sentences,
        places=tuple(places),
        compound=compound,
        joint=tuple(joints(surfaces, found, compound)),
        asked=asked,
        vector=vector,
    )


def _numbers(text: str, words: Sequence[Word]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    clauses: list[int] = []
    sentences: list[int] = []
    clause = sentence = length = 0
    previous_end = 0
    for word in words:
        if "\n" in text[previous_end : word.start]:
            clause, sentence = clause + 1, sentence + 1
        length = length + 1 if clauses and clauses[-1] == clause else 0
        if length > _LONGEST_CLAUSE:
            clause, length = clause + 1, 0
        clauses.append(clause)
        sentences.append(sentence)
        if word.surface[-1] in _STOPS:
            clause, sentence = clause + 1, sentence + 1
        elif word.surface[-1] in _PAUSES or _turns(word):
            clause += 1
        previous_end = word.end
    return tuple(clauses), tuple(sentences)


def _turns(word: Word) -> bool:
    return (
        word.tags[:2] == ("助詞", "接続助詞") and word.surface in _TURNS and word.surface not in ("て", "で")
    )


def last_sentence(folded: str) -> str:
    """Return the last sentence of a folded text."""
    parts = [each for each in re.split(r"[。!?\n]+", folded) if each.strip()]
    return parts[-1] if parts else folded
