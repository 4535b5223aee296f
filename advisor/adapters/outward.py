"""Search with an endpoint's vectors beside the views of this machine, which go on alone wherever it fails."""

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from advisor.adapters.embedding.endpoint import EndpointEmbeddings
from advisor.adapters.embedding.kept import filled
from advisor.adapters.library import CardLibrary
from advisor.adapters.views import NOTHING
from advisor.agent.guarded import Guard
from advisor.brief.bank import BankQuestion
from advisor.evidence.cards import Card, CaseCard, TechnologyCard
from advisor.evidence.passages import Hit, Passage
from advisor.evidence.query import Query
from advisor.evidence.ranking import Scores
from advisor.patience.budget import Account
from advisor.patience.failures import ModelFailure, failure
from advisor.patience.usage import tokens

_NOBODY: Final = Account(session="", user="")
_LEAST: Final = 0.05
"""Seconds below which nothing is asked any more."""

_PAUSE: Final = 60.0
"""Seconds until the passages are tried again after a failure."""

_LOG = logging.getLogger(__name__)


class OutwardSearch:
    """The endpoint's vectors of all passages, made beside the turns, and a library for each turn that may ask.

    `guard` is the endpoint's breaker and budget; `seconds` is what the searches of one turn may wait together.
    """

    def __init__(
        self,
        library: CardLibrary,
        embeddings: EndpointEmbeddings,
        guard: Guard,
        folder: Path,
        monotonic: Callable[[], float],
        seconds: float = 3.0,
    ) -> None:
        self._library = library
        self._embeddings = embeddings
        self._guard = guard
        self._folder = folder
        self._monotonic = monotonic
        self._seconds = seconds
        self._rows: np.ndarray | None = None
        self._lock = threading.Lock()
        self._again = float("-inf")
        self.progress = (0, 0)
        """How many passages have a vector, and how many there are; (0, 0) before it is known."""

    @property
    def ready(self) -> bool:
        """Whether the passages' vectors are there."""
        return self._rows is not None

    def prepare(self) -> None:
        """Make the passages' vectors, or read the kept ones; raise ModelFailure. Others meanwhile return at once."""
        if self.ready or not self._lock.acquire(blocking=False):
            return
        try:
            self._guard.enter(_NOBODY, 0)
            texts = [passage.search_text for passage in self._library.passages()]
            try:
                self._rows = filled(self._folder, self._embeddings, texts, self._note)
            except ModelFailure as error:
                self._again = self._monotonic() + _PAUSE
                self._guard.leave(_NOBODY, None, error)
                raise
            self._guard.leave(_NOBODY, None)
        finally:
            self._lock.release()

    def cast(self, account: Account, veil: Callable[[str], str] = str) -> "OutwardLibrary":
        """Return the library of one turn on behalf of `account`; `veil` hides names in what is asked.

        Until the passages' vectors are there it is the library of this machine; they are begun beside.
        """
        if not self.ready and not self._guard.resting() and self._monotonic() >= self._again:
            threading.Thread(target=self._prepared, name="endpoint-vectors", daemon=True).start()

        def nearest(text: str, seconds: float) -> Scores:
            return self._nearest(veil(text), seconds, account)

        return OutwardLibrary(self._library, nearest, self._monotonic, self._seconds)

    def _prepared(self) -> None:
        try:
            self.prepare()
        except ModelFailure as error:
            _LOG.warning("vectors of the endpoint are not there yet: %s", error.kind)

    def _note(self, done: int, total: int) -> None:
        self.progress = (done, total)
        _LOG.info("vectors of the endpoint: %d of %d", done, total)

    def _nearest(self, text: str, seconds: float, account: Account) -> Scores:
        """The cosine of every passage to a query; nothing while their vectors are not there."""
        if self._rows is None:
            return NOTHING
        self._guard.enter(account, tokens(text))
        try:
            found = self._embeddings.query(text, seconds)
            if found.rows.shape[1] != self._rows.shape[1]:
                raise failure("garbled", "dimensions", usage=found.usage)
        except ModelFailure as error:
            self._guard.leave(account, error.usage, error)
            raise
        self._guard.leave(account, found.usage)
        return dict(enumerate((self._rows @ found.rows[0]).tolist()))


class OutwardLibrary:
    """The port `Library` for one turn: what is asked twice is sent once, and after a failure nothing more is sent."""

    def __init__(
        self,
        library: CardLibrary,
        nearest: Callable[[str, float], Scores],
        monotonic: Callable[[], float],
        seconds: float,
    ) -> None:
        self._library = library
        self._nearest = nearest
        self._monotonic = monotonic
        self._left = seconds
        self._known: dict[str, Scores] = {}
        self.failure: ModelFailure | None = None
        """Why the endpoint took no part in some search of the turn; None where it did, or was not needed."""

    def without_endpoint(self) -> CardLibrary:
        """The library of this machine alone."""
        return self._library

    def search(self, query: Query) -> Sequence[Hit]:
        """Return the best passages, best first; none where nothing passes the threshold."""
        return self._library.search(query, self._further(query.text))

    def fitting(self, wish: str) -> Sequence[str]:
        """Return the ids of the cases that fit a wish; its measure was fitted on this machine's vectors alone."""
        return self._library.fitting(wish)

    def passage(self, id: str) -> Passage | None:
        """The passage called `id` (`card#heading`), or None."""
        return self._library.passage(id)

    def card(self, id: str) -> Card | None:
        """The card called `id`, or None."""
        return self._library.card(id)

    def cards(self) -> Sequence[Card]:
        """All cards in order of their ids."""
        return self._library.cards()

    def technology(self, name: str) -> TechnologyCard | None:
        """The card of a technology as an official wrote it, or None."""
        return self._library.technology(name)

    def place(self, text: str) -> CaseCard | None:
        """The case whose municipality is named in `text`, or None."""
        return self._library.place(text)

    def questions(self) -> Sequence[BankQuestion]:
        """What a treasury and a council ask of a paper."""
        return self._library.questions()

    def _further(self, text: str) -> Scores:
        if text not in self._known:
            self._known[text] = self._asked(text) if text.strip() else NOTHING
        return self._known[text]

    def _asked(self, text: str) -> Scores:
        if self.failure is not None or self._left < _LEAST:
            return NOTHING
        began = self._monotonic()
        try:
            return self._nearest(text, self._left)
        except ModelFailure as error:
            self.failure = error
            _LOG.info("this turn's search goes on without the endpoint: %s", error.kind)
            return NOTHING
        finally:
            self._left -= self._monotonic() - began
