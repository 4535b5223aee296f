"""The library at work: the cards of the corpus, and the search over their passages."""

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from advisor.adapters.cards import read_cards, read_outside, read_synonyms
from advisor.adapters.embedding.stored import FOLDER, digest, load
from advisor.adapters.questions import read_questions
from advisor.adapters.vectors import Embedder
from advisor.adapters.views import NOTHING, Ranked, Views
from advisor.adapters.wishes import WishIndex, read_wishes
from advisor.brief.bank import BankQuestion
from advisor.errors import AdvisorError
from advisor.evidence.cards import Card, CardKind, CaseCard, TechnologyCard
from advisor.evidence.filters import allowed, wants_counter, with_counter, without_phase
from advisor.evidence.fit import Wishes
from advisor.evidence.names import PlaceNames, TechnologyNames
from advisor.evidence.passages import Hit, Passage, passages_of
from advisor.evidence.query import Query
from advisor.evidence.ranking import TOP, Scores
from advisor.evidence.support import EXAMPLE, WEIGHTS, Serving, strongest, support
from advisor.resources import corpus_folder
from advisor.words import Words

MISSING_AT_MOST = 24
"""Texts without a stored vector that are embedded at start; more are left to words and characters."""

_LOG = logging.getLogger(__name__)


class CardLibrary:
    """Cards by id, name and place, and their passages by fused search; the port `Library`."""

    def __init__(
        self,
        cards: Sequence[Card],
        words: Words,
        outside: Sequence[str] = (),
        synonyms: Sequence[Sequence[str]] = (),
        wishes: Wishes | None = None,
        questions: Sequence[BankQuestion] = (),
    ) -> None:
        """Index the passages of the cards; near the topics `outside` the search abstains."""
        self._cards = {card.id: card for card in sorted(cards, key=lambda card: card.id)}
        self._passages = tuple(passage for card in self._cards.values() for passage in passages_of(card))
        self._by_id = {passage.id: passage for passage in self._passages}
        self._technologies = TechnologyNames(self._cards.values())
        self._places = PlaceNames(self._cards.values())
        texts = [passage.search_text for passage in self._passages]
        self._views = Views(texts, words, outside=outside, synonyms=synonyms)
        self.wishes = WishIndex(wishes or Wishes(), words)
        self._questions = tuple(questions)

    @property
    def serving(self) -> Serving:
        """Whether vectors take part in the search."""
        return self._views.serving

    @property
    def reason(self) -> str:
        """Why vectors take no part; empty where they do."""
        return self._views.reason

    def search(self, query: Query, further: Scores = NOTHING) -> tuple[Hit, ...]:
        """Return up to `k` passages, best first, the counter-example last; none below the threshold.

        `further` are scores of a view from elsewhere, by the position of a passage. It takes part in the order alone:
        whether there is an answer at all is told by the views the threshold was fitted on.
        """
        hits = self._hits(query, query.k, further)
        if not hits or not wants_counter(query, hits):
            return hits
        return with_counter(hits, self._counter(query), query.k)

    def fitting(self, wish: str) -> tuple[str, ...]:
        """Ids of the cases that fit a wish so well that they may be offered unasked, best first; mostly none."""
        return self.wishes.fitting(wish)

    def passage(self, id: str) -> Passage | None:
        """The passage called `id` (`card#heading`), or None."""
        return self._by_id.get(id)

    def passages(self) -> tuple[Passage, ...]:
        """All passages in the order of their cards."""
        return self._passages

    def card(self, id: str) -> Card | None:
        """The card called `id`, or None."""
        return self._cards.get(id)

    def cards(self) -> tuple[Card, ...]:
        """All cards in order of their ids."""
        return tuple(self._cards.values())

    def technology(self, name: str) -> TechnologyCard | None:
        """The card of a technology as an official wrote it, or None."""
        return self._technologies.card(name)

    def place(self, text: str) -> CaseCard | None:
        """The case whose municipality is named in `text`, or None."""
        return self._places.card(text)

    def questions(self) -> tuple[BankQuestion, ...]:
        """What a treasury and a council ask of a paper."""
        return self._questions

    def ranked(self, query: Query, further: Scores = NOTHING) -> tuple[Ranked, ...]:
        """What search sees before the threshold: positions, scores and signs, for those who measure."""
        among = allowed(self._passages, query, self._technologies)
        return self._views.search(query.text, among, query.k, further) if among and query.k > 0 else ()

    def take_vectors(self, embedder: Embedder, stored: Mapping[str, np.ndarray]) -> None:
        """Let stored vectors take part, with a few missing ones embedded now."""
        texts = self._views.texts
        vectors = {at: stored[name] for at, name in enumerate(map(digest, texts)) if name in stored}
        missing = [at for at in range(len(texts)) if at not in vectors]
        if missing:
            _LOG.warning("%d texts have no stored vector", len(missing))
        try:
            for at in missing[:MISSING_AT_MOST]:
                vectors[at] = np.array(embedder.embed_documents([texts[at]])[0], dtype=np.float32)
        except Exception as error:
            return self.set_vectors_aside(f"文章を埋め込めませんでした ({type(error).__name__}: {error})")
        self._views.add_vectors(embedder, dict(sorted(vectors.items())))
        if self.serving == "fused":
            self.wishes.take_vectors(embedder, stored)
        return None

    def set_vectors_aside(self, reason: str) -> None:
        """Search without vectors from now on."""
        self._views.set_aside(reason)
        self.wishes.set_vectors_aside()

    def _hits(self, query: Query, k: int, further: Scores = NOTHING) -> tuple[Hit, ...]:
        query = query.model_copy(update={"k": min(k, TOP)})
        ranked = self.ranked(query)
        if query.threshold and not self._supported(ranked, query.kinds):
            return ()
        if further:
            ranked = self.ranked(query, further)
        return tuple(Hit(passage=self._passages[each.position], score=each.score) for each in ranked)

    def _supported(self, ranked: Sequence[Ranked], kinds: tuple[CardKind, ...]) -> bool:
        signs = strongest([each.signs for each in ranked[:5]])
        weights = WEIGHTS[self.serving]
        threshold = EXAMPLE if kinds == ("case",) else weights.threshold
        return bool(ranked) and support(signs, weights) >= threshold

    def _counter(self, query: Query) -> Hit | None:
        """The cautionary passage that fits best; of the same technology where one is named and there is any."""
        for each in (without_phase(query), without_phase(query).model_copy(update={"technology": None})):
            hits = self._hits(each.model_copy(update={"threshold": False}), TOP)
            found = next((hit for hit in hits if hit.passage.caution), None)
            if found:
                return found
        return None


def open_library(words: Words, embedder: Embedder | None = None, folder: Path | None = None) -> CardLibrary:
    """Open the library of `folder` (default: the shipped corpus); without `embedder` words alone serve.

    Raises AdvisorError naming file and field where a card breaks a rule; damaged vectors are set aside.
    """
    corpus = folder or corpus_folder()
    lists = read_outside(corpus), read_synonyms(corpus), read_wishes(corpus), read_questions(corpus)
    library = CardLibrary(read_cards(corpus), words, *lists)
    if embedder is None:
        return library
    try:
        library.take_vectors(embedder, load(corpus / FOLDER, embedder.name))
    except AdvisorError as error:
        library.set_vectors_aside(f"{error.what} {error.do}")
    return library
