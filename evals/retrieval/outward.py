"""What a further view does to the search: `python -m evals.retrieval.outward` prints one JSON line a system.

The further vectors stand for an endpoint's: those of the embedded model (good), of letters counted into 64 cells
(poor), and drawn by chance from a digest of the text (worthless).
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from advisor.adapters.embedding.e5 import E5Embeddings, open_embedding
from advisor.adapters.embedding.stored import FOLDER, digest, load
from advisor.adapters.library import CardLibrary, open_library
from advisor.adapters.views import NOTHING
from advisor.adapters.words import SudachiWords
from advisor.evidence.query import Query
from advisor.evidence.ranking import Scores
from advisor.resources import corpus_folder
from evals.retrieval.library import Asked, questions
from evals.retrieval.scores import interval

Further = Callable[[str], Scores]
"""The scores of the passages for a question, by position."""
_SIZE = 64


def main() -> None:
    """Measure the library of this machine with and without vectors, each with every further view."""
    words, embedder = SudachiWords(), open_embedding()
    asked = questions()
    for library in (open_library(words, embedder), open_library(words)):
        for name, further in furthers(library, embedder).items():
            print(
                json.dumps({"own": library.serving, "further": name, **measured(library, asked, further)}),
                flush=True,
            )


def furthers(library: CardLibrary, embedder: E5Embeddings) -> dict[str, Further]:
    """The further views by name."""
    texts = [passage.search_text for passage in library.passages()]
    stored = load(corpus_folder() / FOLDER, embedder.name)
    good = _nearest([stored[digest(text)].tolist() for text in texts], embedder.embed_query)
    poor = _nearest([letters(text) for text in texts], letters)
    worthless = _nearest([chance(text) for text in texts], chance)
    return {"none": lambda question: NOTHING, "good": good, "poor": poor, "worthless": worthless}


def measured(library: CardLibrary, asked: Sequence[Asked], further: Further) -> dict[str, Any]:
    """Recall at five where there is an answer, and how many questions without one are answered all the same."""
    answerable = [each for each in asked if each.passages]
    empty = [each for each in asked if not each.passages]
    found = [float(_found(library, each, further, threshold=False)) for each in answerable]
    told = [float(_found(library, each, further, threshold=True)) for each in answerable]
    wrongly = [each.id for each in empty if library.search(Query(text=each.question), further(each.question))]
    return {
        "n": len(answerable),
        "recall@5": round(float(np.mean(found)), 4),
        "interval": [round(each, 3) for each in interval(found)],
        "recall@5_told": round(float(np.mean(told)), 4),
        "unanswerable": len(empty),
        "answered_wrongly": len(wrongly),
    }


def letters(text: str) -> list[float]:
    """Letters counted into 64 cells."""
    return list(np.bincount([ord(letter) % _SIZE for letter in text or " "], minlength=_SIZE).tolist())


def chance(text: str) -> list[float]:
    """A direction that has nothing to do with what the text says."""
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
    return list(np.random.default_rng(seed).standard_normal(_SIZE).tolist())


def _nearest(rows: Sequence[Sequence[float]], embed: Callable[[str], Sequence[float]]) -> Further:
    table = np.array(rows, dtype=np.float64)
    table /= np.linalg.norm(table, axis=1, keepdims=True)

    def nearest(question: str) -> Scores:
        vector = np.array(embed(question))
        return dict(enumerate((table @ vector / np.linalg.norm(vector)).tolist()))

    return nearest


def _found(library: CardLibrary, each: Asked, further: Further, threshold: bool) -> bool:
    hits = library.search(Query(text=each.question, k=5, threshold=threshold), further(each.question))
    return any(hit.passage.id in each.passages for hit in hits)


if __name__ == "__main__":
    main()
