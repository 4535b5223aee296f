"""All views of one set of passages together, with the vector view set aside where it fails."""

import logging
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from advisor.adapters.vectors import Embedder, VectorView
from advisor.errors import AdvisorError
from advisor.evidence.index import Asked, LexicalIndex
from advisor.evidence.ranking import TOP, best, fused
from advisor.evidence.support import Serving, Signs
from advisor.words import Words

_LOG = logging.getLogger(__name__)


class Shares(NamedTuple):
    """How much each view weighs in the fusion; fitted on a half of JSQuAD's articles."""

    vectors: float = 0.4
    words: float = 0.3
    characters: float = 0.3


SHARES = Shares()


class Ranked(NamedTuple):
    """A passage found, by position, with the order's score and the signs that speak for it."""

    position: int
    score: float
    signs: Signs


class Views:
    """Search over texts by position: words, characters and, where they serve, vectors."""

    def __init__(self, texts: Sequence[str], words: Words, shares: Shares = SHARES) -> None:
        self._lexical = LexicalIndex(texts, words)
        self._shares = shares
        self._embedder: Embedder | None = None
        self._vectors: VectorView | None = None
        self.reason = "ベクトルは使わない設定です。"

    @property
    def serving(self) -> Serving:
        """Whether vectors take part; `reason` says why not."""
        return "fused" if self._vectors is not None else "lexical"

    def add_vectors(
        self, embedder: Embedder, vectors: Mapping[int, np.ndarray], texts: Sequence[str]
    ) -> None:
        """Let vectors take part, unless they or the index over them are missing or wrong."""
        if not vectors:
            return self.set_aside("文章のベクトルがありません。")
        try:
            view = VectorView(vectors)
            view.check()
            view.check_embedder(embedder, dict(enumerate(texts)))
        except Exception as error:
            # Whatever a native index raises, words can still be searched.
            return self.set_aside(str(error))
        self._embedder, self._vectors, self.reason = embedder, view, ""
        return None

    def set_aside(self, reason: str) -> None:
        """Search by words and characters alone from now on, and say why."""
        self._vectors, self.reason = None, reason
        _LOG.warning("vector search set aside: %s", reason)

    def search(self, question: str, among: frozenset[int], count: int) -> tuple[Ranked, ...]:
        """Return the `count` best of the allowed texts, best first."""
        asked = self._lexical.asked(question)
        near = self._near(question, among)
        order = fused(
            (
                (near, self._shares.vectors),
                (best(self._lexical.by_words.scores(asked.words), TOP, among), self._shares.words),
                (
                    best(self._lexical.by_characters.scores(asked.characters), TOP, among),
                    self._shares.characters,
                ),
            )
        )
        first = list(order.items())[:count]
        return tuple(Ranked(position, score, self._signs(asked, near, position)) for position, score in first)

    def parts(self, question: str, among: frozenset[int], count: int) -> dict[str, tuple[int, ...]]:
        """Return what each view alone would find: the parts that are measured beside the whole."""
        asked = self._lexical.asked(question)
        found = {
            "vectors": self._near(question, among),
            "words": self._lexical.by_words.scores(asked.words),
            "characters": self._lexical.by_characters.scores(asked.characters),
        }
        return {name: tuple(best(scores, count, among)) for name, scores in found.items()}

    def _near(self, question: str, among: frozenset[int]) -> dict[int, float]:
        view, embedder = self._vectors, self._embedder
        if view is None or embedder is None or not question.strip():
            return {}
        try:
            return view.nearest(embedder.embed_query(question), TOP, among)
        except Exception as error:
            self.set_aside(
                str(AdvisorError("ベクトルの検索が失敗しました。", type(error).__name__, str(error)[:200]))
            )
            return {}

    def _signs(self, asked: Asked, near: Mapping[int, float], position: int) -> Signs:
        words, characters = self._lexical.coverage(asked, position)
        lowest = min(near.values()) if near else None
        return Signs(words=words, characters=characters, cosine=near.get(position, lowest))
