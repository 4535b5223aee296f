"""Our own questions over the built-in corpus, at three distances, some without an answer."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from advisor.adapters.embedding.e5 import open_embedding
from advisor.adapters.embedding.trial import EmbeddingUnavailable
from advisor.adapters.library import CardLibrary, open_library
from advisor.evidence.query import Query
from advisor.values import Value
from advisor.words import Words
from evals.retrieval.scores import interval

QUESTIONS: Final = Path(__file__).resolve().parent.parent / "data" / "library_questions.jsonl"
DISTANCES: Final = ("same", "synonym", "colloquial")


class Asked(Value):
    """One labelled question; no passages means that the corpus does not answer it."""

    id: str
    question: str
    distance: str
    passages: tuple[str, ...]


def questions(path: Path = QUESTIONS) -> tuple[Asked, ...]:
    """Read the labelled questions."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(Asked.model_validate(json.loads(line)) for line in lines if line.strip())


def report(words: Words, path: Path = QUESTIONS) -> Iterator[dict[str, Any]]:
    """Yield the figures of the fused and of the lexical search, with the misses to read."""
    asked = questions(path)
    for library in libraries(words):
        yield from measured(library, asked)


def libraries(words: Words) -> Iterator[CardLibrary]:
    """Open the library with vectors, where they serve here, and without."""
    with suppress(EmbeddingUnavailable):
        yield open_library(words, open_embedding())
    yield open_library(words)


def measured(library: CardLibrary, asked: tuple[Asked, ...]) -> Iterator[dict[str, Any]]:
    """Recall at five by distance, and how well the search abstains."""
    for distance in DISTANCES:
        rows = [each for each in asked if each.distance == distance and each.passages]
        hits = [_found(library, each) for each in rows]
        yield {
            "system": library.serving,
            "distance": distance,
            "n": len(rows),
            "recall@5": round(sum(hits) / max(1, len(rows)), 4),
            "interval": [round(each, 3) for each in interval([float(hit) for hit in hits])],
            "missed": [each.id for each, hit in zip(rows, hits, strict=True) if not hit],
        }
    yield {"system": library.serving, **abstention(library, asked)}


def _found(library: CardLibrary, each: Asked) -> bool:
    hits = library.search(Query(text=each.question, k=5, threshold=False))
    return any(hit.passage.id in each.passages for hit in hits)


def abstention(library: CardLibrary, asked: tuple[Asked, ...]) -> dict[str, Any]:
    """F1 of saying nothing where there is nothing to say."""
    silent = {each.id: not library.search(Query(text=each.question, k=5)) for each in asked}
    right = sum(silent[each.id] for each in asked if not each.passages)
    said_nothing = sum(silent.values())
    unanswerable = sum(not each.passages for each in asked)
    precision, recall = right / max(1, said_nothing), right / max(1, unanswerable)
    return {
        "n": len(asked),
        "abstention_f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "answered_wrongly": [each.id for each in asked if not each.passages and not silent[each.id]],
        "silent_wrongly": [each.id for each in asked if each.passages and silent[each.id]],
    }
