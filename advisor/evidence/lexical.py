"""Two lexical views of Japanese text, and BM25 over either."""

import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from advisor.words import Words

K1 = 0.9
B = 0.75
"""How soon a repeated key stops counting, and how much length counts; fitted on a half of JSQuAD's articles."""


def folded(text: str) -> str:
    """One spelling for what a reader takes as the same: width, compatibility forms and case."""
    return unicodedata.normalize("NFKC", text).casefold()


def word_keys(text: str, words: Words) -> tuple[str, ...]:
    """The content words of `text` in their normalised forms."""
    return tuple(folded(word.normalized) for word in words(folded(text)) if word.is_content)


def phrase_keys(keys: Sequence[str]) -> tuple[str, ...]:
    """The content words, and every two that follow each other as one more key."""
    return (*keys, *(f"{first} {second}" for first, second in pairwise(keys)))


def character_keys(text: str) -> tuple[str, ...]:
    """All pairs of neighbouring letters of `text`, and every kanji alone."""
    letters = [letter if letter.isalnum() else " " for letter in folded(text)]
    pairs = (a + b for a, b in pairwise(letters) if a != " " and b != " ")
    return (*pairs, *(letter for letter in letters if is_kanji(letter)))


def is_kanji(letter: str) -> bool:
    """Whether a letter is an ideograph (the mark 々 included)."""
    return "一" <= letter <= "鿿" or "㐀" <= letter <= "䶿" or letter == "々"


class Bm25:
    """An index of documents given as keys; a document is named by its position."""

    def __init__(self, documents: Iterable[Sequence[str]], k1: float = K1, b: float = B) -> None:
        counts = [Counter(document) for document in documents]
        lengths = [sum(count.values()) for count in counts]
        mean = sum(lengths) / len(lengths) if any(lengths) else 1.0
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for position, (count, length) in enumerate(zip(counts, lengths, strict=True)):
            damping = k1 * (1 - b + b * length / mean)
            for key, times in count.items():
                postings[key].append((position, times * (k1 + 1) / (times + damping)))
        self._size = len(counts)
        self._postings = dict(postings)

    def __len__(self) -> int:
        return self._size

    def idf(self, key: str) -> float:
        """How telling a key is: highest for one that no document holds."""
        holding = len(self._postings.get(key, ()))
        return math.log(1 + (self._size - holding + 0.5) / (holding + 0.5))

    def scores(self, keys: Iterable[str]) -> dict[int, float]:
        """Return the BM25 score of every document that shares a key; a key asked twice counts twice."""
        return self.weighted(Counter(keys))

    def weighted(self, keys: Mapping[str, float]) -> dict[int, float]:
        """Return the BM25 score of every document that shares a key, each key counting as often as its weight."""
        scores: dict[int, float] = defaultdict(float)
        for key, times in keys.items():
            weight = times * self.idf(key)
            for position, part in self._postings.get(key, ()):
                scores[position] += weight * part
        return dict(scores)
