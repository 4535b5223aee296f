"""The vector view: Chroma in memory, filled at start, watched by canaries."""

import itertools
import os
import threading
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from advisor.errors import AdvisorError
from advisor.evidence.ranking import TOP

CANARIES = 20
_BATCH = 5000
_SLACK = 1e-3
"""How far a vector may seem from itself before the index counts as wrong."""

_numbers = itertools.count(1)


class Embedder(Protocol):
    """The part of LangChain's `Embeddings` that search needs, with a name for what made a vector."""

    name: str

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a unit vector for each passage."""
        ...

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a query."""
        ...


class VectorsWrong(AdvisorError):
    """The vector view answers wrongly; it is set aside."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"意味の近さによる検索を外しました: {why}", "Chroma", "文字による検索だけで続けます。"
        )


class VectorView:
    """Nearest passages by cosine, by position; some passages may have no vector."""

    def __init__(self, vectors: Mapping[int, np.ndarray]) -> None:
        self._lock = threading.Lock()
        self._vectors = {position: vector / np.linalg.norm(vector) for position, vector in vectors.items()}
        self._collection = _collection()
        positions = list(self._vectors)
        for start in range(0, len(positions), _BATCH):
            part = positions[start : start + _BATCH]
            self._collection.add(
                ids=[str(position) for position in part],
                embeddings=np.array([self._vectors[position] for position in part], dtype=np.float32),
            )

    def __len__(self) -> int:
        return len(self._vectors)

    def nearest(self, vector: Sequence[float], count: int, among: frozenset[int]) -> dict[int, float]:
        """Return the cosine of the `count` nearest passages among those allowed, nearest first."""
        known = [str(position) for position in sorted(among) if position in self._vectors]
        if not known:
            return {}
        only = known if len(known) < len(self._vectors) else None
        with self._lock:
            found = self._collection.query(
                query_embeddings=np.array([vector], dtype=np.float32),
                n_results=min(count, len(known)),
                ids=only,
                include=["distances"],
            )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return {int(name): 1.0 - float(distance) for name, distance in pairs}

    def check(self) -> None:
        """Ask for some vectors by themselves; raise VectorsWrong unless each finds itself, and all are there."""
        count = self._collection.count()
        if count != len(self._vectors):
            raise VectorsWrong(f"{len(self._vectors)}件のうち{count}件しかありません")
        every = frozenset(self._vectors)
        step = max(1, len(self._vectors) // CANARIES)
        for position in itertools.islice(self._vectors, 0, None, step):
            vector = self._vectors[position]
            nearest = next(iter(self.nearest(vector.tolist(), 1, every)), None)
            if nearest is None or float(self._vectors[nearest] @ vector) < 1 - _SLACK:
                raise VectorsWrong("自分自身を見つけられない文章がありました")

    def check_embedder(self, embedder: Embedder, texts: Mapping[int, str]) -> None:
        """Embed the shortest text anew; raise VectorsWrong where it comes out unlike its stored vector."""
        known = [position for position in self._vectors if position in texts]
        if not known:
            return
        position = min(known, key=lambda each: (len(texts[each]), each))
        anew = np.array(embedder.embed_documents([texts[position]])[0], dtype=np.float32)
        if float(anew @ self._vectors[position]) < 0.98:
            raise VectorsWrong("埋め込みが、保存されたベクトルと合いません")


def _collection() -> Any:
    """A new collection in memory; Chroma takes half a second to import, and words need none of it."""
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    import chromadb
    from chromadb.config import Settings

    client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
    return client.create_collection(
        f"passages-{os.getpid()}-{next(_numbers)}",
        embedding_function=None,
        metadata={"hnsw:space": "cosine", "hnsw:search_ef": 2 * TOP, "hnsw:construction_ef": 2 * TOP},
    )
