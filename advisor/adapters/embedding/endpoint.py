"""Texts as vectors of an endpoint's model: the same client, limits and failures as a chat with it."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import httpx2
import numpy as np
import openai

from advisor.adapters.endpoint.call import Monotonic, Piece, pieces
from advisor.adapters.endpoint.client import chat_model, http_client
from advisor.adapters.endpoint.quiet import hush
from advisor.adapters.endpoint.wire import Wire
from advisor.patience.failures import failure
from advisor.patience.limits import Limits
from advisor.patience.usage import Usage, estimated
from advisor.settings import EmbeddingSettings, ModelSettings

QUERY_CHARACTERS: Final = 400
PASSAGE_CHARACTERS: Final = 2000
BATCH_LIMITS: Final = Limits(first=30.0, total=30.0, size=24_000_000)
"""For one batch of passages, beside the turns."""


class Embedded(NamedTuple):
    """Vectors of length one, a float32 row a text, and what they cost."""

    rows: np.ndarray
    usage: Usage


class EndpointEmbeddings:
    """Asks one model for vectors; raises ModelFailure, and nothing else, for whatever goes wrong there."""

    def __init__(self, settings: EmbeddingSettings, chat: ModelSettings, monotonic: Monotonic) -> None:
        """Set up, AdvisorError where that cannot be done; nothing is sent yet."""
        hush()
        endpoint = settings.endpoint(chat)
        self._settings = settings
        self._client: openai.OpenAI = chat_model(endpoint, settings.name, http_client(endpoint))[1]
        self._monotonic = monotonic
        self.place = endpoint.place
        self.name = fingerprint(settings, endpoint)

    def passages(self, texts: Sequence[str], limits: Limits = BATCH_LIMITS) -> Embedded:
        """Return the vectors of passages, each cut to a length that models read."""
        prefix = self._settings.passage_prefix
        return self._embedded([prefix + _plain(text, PASSAGE_CHARACTERS) for text in texts], limits)

    def query(self, text: str, seconds: float) -> Embedded:
        """Return the one vector of a query, within `seconds`."""
        limits = Limits(connect=min(seconds, 3.0), first=seconds, total=seconds)
        return self._embedded([self._settings.query_prefix + _plain(text, QUERY_CHARACTERS)], limits)

    def _embedded(self, texts: list[str], limits: Limits) -> Embedded:
        answers: list[Any] = []

        def produce() -> Iterator[Piece]:
            answers.append(self._asked(texts, limits))
            yield Piece(text="1")

        wire = Wire(limits.size, streaming=False)
        for _ in pieces(produce, wire, limits, self._monotonic, self._monotonic() + limits.total):
            pass
        rows = checked_rows(answers[0], len(texts))
        return Embedded(rows, _usage(answers[0]) or estimated("".join(texts), ""))

    def _asked(self, texts: list[str], limits: Limits) -> Any:
        dimensions = self._settings.dimensions
        more: dict[str, Any] = {} if dimensions is None else {"dimensions": dimensions}
        timeout = httpx2.Timeout(limits.first + 1.0, connect=limits.connect, pool=limits.connect)
        return self._client.embeddings.create(
            model=self._settings.name, input=texts, encoding_format="float", timeout=timeout, **more
        )


def fingerprint(settings: EmbeddingSettings, endpoint: ModelSettings) -> str:
    """Return the name of what makes the vectors: another address, model, length or prefix is another space."""
    parts = (
        endpoint.url, endpoint.api_version or "", settings.name, str(settings.dimensions),
        settings.query_prefix, settings.passage_prefix,
    )  # fmt: skip
    return f"endpoint/{hashlib.sha256(repr(parts).encode()).hexdigest()}"


def checked_rows(answer: Any, count: int) -> np.ndarray:
    """Return the rows of an answer in the order of the texts; ModelFailure unless each is there and has a direction."""
    try:
        found = {int(each.index): each.embedding for each in answer.data}
        rows = np.array([found[at] for at in range(count)], dtype=np.float64)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise failure("garbled", "embeddings") from None
    lengths = np.linalg.norm(rows, axis=1, keepdims=True) if rows.ndim == 2 and rows.size else np.zeros(1)
    if not np.isfinite(lengths).all() or not (lengths > 1e-12).all():
        raise failure("garbled", "embeddings")
    return np.asarray(rows / lengths, dtype=np.float32)


def _usage(answer: Any) -> Usage | None:
    counted = getattr(getattr(answer, "usage", None), "prompt_tokens", None)
    return Usage(prompt=counted) if isinstance(counted, int) and counted >= 0 else None


def _plain(text: str, longest: int) -> str:
    plain = text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    return plain[:longest] or " "
