"""All views of one set of passages together, with the vector view set aside where it fails."""

import logging
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from advisor.adapters.vectors import Embedder, VectorView
from advisor.errors import AdvisorError
from advisor.evidence.index import Asked, LexicalIndex
from advisor.evidence.ranking import TOP, Scores, best, fused
from advisor.evidence.support import Serving, Signs
from advisor.words import Words

_LOG = logging.getLogger(__name__)


class Shares(NamedTuple):
    """How much each view weighs in the fusion; fitted on a half of JSQuAD's articles."""

    vectors: float = 0.45
    words: float = 0.33
    characters: float = 0.22


SHARES = Shares()
FURTHER = 0.225
"""How much an endpoint's vectors weigh; those of the embedded model lose as much where both serve."""
NOTHING: Final[Scores] = {}


class Ranked(NamedTuple):
    """A passage found, by position, with the order's score and the signs that speak for it."""

    position: int
    score: float
    signs: Signs


class Views:
    """Search over texts by position: words, characters and, where they serve, vectors."""

    def __init__(
        self,
        texts: Sequence[str],
        words: Words,
        shares: Shares = SHARES,
        outside: Sequence[str] = (),
        synonyms: Sequence[Sequence[str]] = (),
    ) -> None:
        """Index `texts`; topics `outside` are ranked with them, but never returned: they speak against."""
        self.texts = (*texts, *outside)
        self._outside = frozenset(range(len(texts), len(self.texts)))
        self._lexical = LexicalIndex(self.texts, words, synonyms)
        self._shares = shares
        self._embedder: Embedder | None = None
        self._vectors: VectorView | None = None
        self.reason = "ベクトルは使わない設定です。"

    @property
    def serving(self) -> Serving:
        """Whether vectors take part; `reason` says why not."""
        return "fused" if self._vectors is not None else "lexical"

    def add_vectors(self, embedder: Embedder, vectors: Mapping[int, np.ndarray]) -> None:
        """Let vectors take part, unless they or the index over them are missing or wrong."""
        if not vectors:
            return self.set_aside("文章のベクトルがありません。")
        try:
            view = VectorView(vectors)
            view.check()
            view.check_embedder(embedder, dict(enumerate(self.texts)))
        except Exception as error:
            # Whatever a native index raises, words can still be searched.
            return self.set_aside(str(error))
        self._embedder, self._vectors, self.reason = embedder, view, ""
        return None

    def set_aside(self, reason: str) -> None:
        """Search by words and characters alone from now on, and say why."""
        self._vectors, self.reason = None, reason
        _LOG.warning("vector search set aside: %s", reason)

    def search(
        self, question: str, among: frozenset[int], count: int, further: Scores = NOTHING
    ) -> tuple[Ranked, ...]:
        """Return the `count` best of the allowed texts, best first.

        The scores of a `further` view only change the order: scores and signs told are those of the views here.
        """
        views = self.views(question, among | self._outside)
        own = fused(tuple(zip(views, self._shares, strict=True)))
        order = self._widened(views, best(further, TOP, among)) if further else own
        first = [at for at in order if at not in self._outside][:count]
        against = next((at for at in own if at in self._outside), None)
        lowest = min(own.values(), default=0.0)
        asked = self._lexical.asked(question)
        return tuple(
            Ranked(at, own.get(at, lowest), self._signs(asked, views[0], at, against)) for at in first
        )

    def _widened(self, views: tuple[Scores, Scores, Scores], further: Scores) -> Scores:
        """The order with a fourth view, which shares the weight of meaning with the first where both serve."""
        vectors, words, characters = self._shares
        rest = vectors - FURTHER if views[0] else 0.0
        shares = (rest, words, characters, vectors - rest)
        return fused(tuple(zip((*views, further), shares, strict=True)))

    def views(self, question: str, among: frozenset[int]) -> tuple[Scores, Scores, Scores]:
        """Return what each view alone finds: vectors (cosine), words and characters (BM25)."""
        vectors, words, characters = (self.view(number, question, among) for number in range(3))
        return vectors, words, characters

    def view(self, number: int, question: str, among: frozenset[int]) -> Scores:
        """Return what one view finds, best first: 0 vectors, 1 words, 2 characters."""
        if number == 0:
            return self._near(question, among)
        asked = self._lexical.asked(question)
        if number == 1:
            return best(self._lexical.word_scores(asked), TOP, among)
        return best(self._lexical.character_scores(asked), TOP, among)

    def _near(self, question: str, among: frozenset[int]) -> Scores:
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

    def _signs(self, asked: Asked, near: Scores, position: int, against: int | None) -> Signs:
        words, characters = self._lexical.coverage(asked, position)
        outside = 0.0 if against is None else self._lexical.coverage(asked, against)[1]
        return Signs(words=words, characters=characters, lead=self._lead(near, position), outside=outside)

    def _lead(self, near: Scores, position: int) -> float:
        if not near:
            return 0.0
        lowest = min(near.values())
        topic = max((score for at, score in near.items() if at in self._outside), default=lowest)
        return near.get(position, lowest) - topic
