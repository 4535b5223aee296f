"""The systems that are measured side by side: ours, its parts and LangChain's ensemble."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings

from advisor.adapters.embedding.e5 import E5Embeddings, open_embedding
from advisor.adapters.embedding.trial import EmbeddingUnavailable
from advisor.adapters.views import SHARES, Shares, Views
from advisor.evidence.lexical import word_keys
from advisor.evidence.ranking import Scores, fused
from advisor.words import Words

DEPTH = 10

Search = Callable[[str], Sequence[int]]
"""Positions of the paragraphs found for a question, best first."""


class System(NamedTuple):
    """A way of searching, by name."""

    name: str
    search: Search


class TimedEmbeddings(Embeddings):
    """Embeds each question once and lets every later asker pay the time the first one waited."""

    name = E5Embeddings.name

    def __init__(self, model: Embeddings) -> None:
        self._model = model
        self._known: dict[str, tuple[list[float], float]] = {}
        self.owed = 0.0
        """Seconds saved since this was last set to nought."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of passages."""
        return self._model.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        if text in self._known:
            vector, seconds = self._known[text]
            self.owed += seconds
            return vector
        begun = time.perf_counter()
        vector = self._model.embed_query(text)
        self._known[text] = (vector, time.perf_counter() - begun)
        return vector


class Bench:
    """One set of paragraphs, indexed once for all systems."""

    def __init__(self, paragraphs: Sequence[str], words: Words, model: E5Embeddings | None) -> None:
        self._paragraphs = paragraphs
        self._words = words
        self._views = Views(paragraphs, words)
        self._everything = frozenset(range(len(paragraphs)))
        self.embeddings = TimedEmbeddings(model) if model else None
        if self.embeddings:
            table = np.array(self.embeddings.embed_documents(list(paragraphs)), dtype=np.float32)
            self._table = table
            self._views.add_vectors(self.embeddings, dict(enumerate(table)))

    def views(self, question: str) -> tuple[Scores, Scores, Scores]:
        """What each of our views finds: vectors, words, characters."""
        return self._views.views(question, self._everything)

    def ours(self, shares: Shares = SHARES) -> System:
        """The product's search, by its own weights or others."""

        def search(question: str) -> list[int]:
            return list(fused(tuple(zip(self.views(question), shares, strict=True))))[:DEPTH]

        return System("ours", search)

    def parts(self) -> list[System]:
        """Each view alone, and the two lexical views without vectors."""
        lexical = self._without_vectors()
        names = ("vectors", "words", "characters")
        alone = [
            System(f"ours:{name}", self._alone(at)) for at, name in enumerate(names) if at or self.embeddings
        ]
        return [System("ours:lexical", lexical), *alone]

    def ensembles(self) -> list[System]:
        """LangChain's EnsembleRetriever as it comes and with Sudachi's words; none without vectors."""
        if self.embeddings is None:
            return []

        def split(text: str) -> list[str]:
            return list(word_keys(text, self._words)) or [text]

        vectors = self._vector_store()
        return [
            System("langchain:ensemble", self._ensemble(vectors, {})),
            System("langchain:ensemble+sudachi", self._ensemble(vectors, {"preprocess_func": split})),
        ]

    def _alone(self, view: int) -> Search:
        def search(question: str) -> list[int]:
            asked = self._views.view(view, question, self._everything)
            return list(asked)[:DEPTH]

        return search

    def _without_vectors(self) -> Search:
        def search(question: str) -> list[int]:
            found = (self._views.view(view, question, self._everything) for view in (1, 2))
            return list(fused(tuple(zip(found, SHARES[1:], strict=True))))[:DEPTH]

        return search

    def _vector_store(self) -> Any:
        from langchain_chroma import Chroma

        store = Chroma(
            collection_name=f"bench-{os.getpid()}-{id(self)}",
            embedding_function=_Given(
                self.embeddings, dict(zip(self._paragraphs, self._table.tolist(), strict=True))
            ),
            collection_metadata={"hnsw:space": "cosine"},
        )
        store.add_documents(self._documents())
        return store.as_retriever(search_kwargs={"k": DEPTH})

    def _ensemble(self, vectors: Any, options: dict[str, Any]) -> Search:
        from langchain_classic.retrievers import EnsembleRetriever
        from langchain_community.retrievers import BM25Retriever

        lexical = BM25Retriever.from_documents(self._documents(), k=DEPTH, **options)
        both = EnsembleRetriever(retrievers=[lexical, vectors], weights=[0.5, 0.5])

        def search(question: str) -> list[int]:
            return [int(found.metadata["position"]) for found in both.invoke(question)][:DEPTH]

        return search

    def _documents(self) -> list[Document]:
        return [
            Document(page_content=text, metadata={"position": at}) for at, text in enumerate(self._paragraphs)
        ]


class _Given(Embeddings):
    """Passages whose vectors are known already."""

    def __init__(self, questions: Embeddings | None, passages: dict[str, list[float]]) -> None:
        self._questions = questions
        self._passages = passages

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self._passages[text] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        assert self._questions is not None
        return self._questions.embed_query(text)


def open_model() -> E5Embeddings | None:
    """The embedded model as the product opens it, or None with a word of why."""
    try:
        return open_embedding()
    except EmbeddingUnavailable as error:
        sys.stderr.write(f"{error}\n")
        return None
