"""The two lexical views of a set of passages, and how telling a question's words are there."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from advisor.evidence.lexical import Bm25, character_keys, phrase_keys, word_keys
from advisor.evidence.synonyms import Synonyms
from advisor.words import Words

QUERY_CHARACTERS = 1000
"""Longer questions are cut before they are searched for."""


class Asked(NamedTuple):
    """A question as the two views see it."""

    words: tuple[str, ...]
    characters: tuple[str, ...]


class LexicalIndex:
    """BM25 over content words and over kanji and letter pairs of the same texts."""

    def __init__(self, texts: Sequence[str], words: Words, synonyms: Sequence[Sequence[str]] = ()) -> None:
        self._words = words
        self._synonyms = Synonyms(synonyms, words)
        every = [asked(text, words) for text in texts]
        self.by_words = Bm25(phrase_keys(seen.words) for seen in every)
        self.by_characters = Bm25(seen.characters for seen in every)
        self._held = [(frozenset(seen.words), frozenset(seen.characters)) for seen in every]

    def asked(self, question: str) -> Asked:
        """Return the keys of a question, cut to a length that is searched quickly."""
        return asked(question[:QUERY_CHARACTERS], self._words)

    def word_scores(self, question: Asked) -> dict[int, float]:
        """Return the BM25 score, by words, neighbouring words and synonyms, of every text that shares one."""
        return self.by_words.weighted(
            {**Counter(phrase_keys(question.words)), **self._synonyms.widened(question.words)}
        )

    def character_scores(self, question: Asked) -> dict[int, float]:
        """Return the BM25 score, by letter pairs and kanji, of every text that shares one."""
        return self.by_characters.scores(question.characters)

    def coverage(self, question: Asked, position: int) -> tuple[float, float]:
        """Return which share (0 to 1, by idf) of a question's words and letter pairs a text holds."""
        words, characters = self._held[position]
        return (
            _share(question.words, words, self.by_words),
            _share(question.characters, characters, self.by_characters),
        )


def asked(text: str, words: Words) -> Asked:
    """Return the keys of a text in both views."""
    return Asked(word_keys(text, words), character_keys(text))


def _share(keys: Sequence[str], held: frozenset[str], view: Bm25) -> float:
    weights = {key: view.idf(key) for key in keys}
    whole = sum(weights.values())
    return sum(weight for key, weight in weights.items() if key in held) / whole if whole else 0.0
