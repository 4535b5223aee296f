"""Fits the weights of abstention on all labelled questions: `python -m evals.retrieval.calibrate`.

`--held-out` fits on all but `library_questions_dev.jsonl` and measures there.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from advisor.adapters.library import CardLibrary
from advisor.adapters.words import SudachiWords
from advisor.evidence.query import Query
from advisor.evidence.support import Signs, Weights, strongest, support
from evals.retrieval.library import QUESTIONS, libraries, questions

DEVELOPMENT = Path(QUESTIONS).with_name("library_questions_dev.jsonl")
ANSWERABLE = Path(QUESTIONS).with_name("answerable.jsonl")
THRESHOLDS = np.arange(0.1, 0.9, 0.02)


class Labelled(NamedTuple):
    """A question, and whether the corpus answers it."""

    question: str
    answerable: bool


def main(arguments: Sequence[str] = ()) -> int:
    """Print the fitted weights of each mode, with the F1 of abstention in cross-validation or on held-out questions."""
    seen = (*_of_library(QUESTIONS), *_only_labelled(ANSWERABLE))
    unseen = _of_library(DEVELOPMENT)
    for library in libraries(SudachiWords()):
        if "--held-out" in arguments:
            weights, _ = calibrated(library, seen)
            print(
                library.serving,
                weights,
                f"held-out F1 {held_out_f1(library, unseen, weights):.3f}",
                sep="\n  ",
            )
            continue
        asked = (*seen, *unseen)
        weights, figure = calibrated(library, asked)
        print(library.serving, weights, f"five-fold F1 {figure:.3f}, n {len(asked)}", sep="\n  ")
    return 0


def _of_library(path: Path) -> tuple[Labelled, ...]:
    return tuple(Labelled(each.question, bool(each.passages)) for each in questions(path))


def _only_labelled(path: Path) -> tuple[Labelled, ...]:
    lines: Iterable[str] = path.read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines if line.strip())
    return tuple(Labelled(row["question"], row["answerable"]) for row in rows)


def calibrated(library: CardLibrary, asked: Sequence[Labelled]) -> tuple[Weights, float]:
    """Return weights fitted on all questions, the threshold and the F1 from five-fold predictions."""
    signs = np.array([_row(_signs(library, each)) for each in asked])
    answerable = np.array([each.answerable for each in asked])
    model = LogisticRegression(C=10, class_weight="balanced", max_iter=1000)
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    unseen = cross_val_predict(model, signs, answerable, cv=folds, method="predict_proba")[:, 1]
    threshold = max(THRESHOLDS, key=lambda each: silence_f1(unseen < each, answerable))
    model.fit(signs, answerable)
    words, characters, lead, outside = (round(float(each), 2) for each in model.coef_[0])
    weights = Weights(
        words=words,
        characters=characters,
        lead=lead,
        outside=outside,
        constant=round(float(model.intercept_[0]), 2),
        threshold=round(float(threshold), 2),
    )
    return weights, silence_f1(unseen < threshold, answerable)


def held_out_f1(library: CardLibrary, asked: Sequence[Labelled], weights: Weights) -> float:
    """Return the F1 of abstention on questions that the weights were not fitted on."""
    silent = [support(_signs(library, each), weights) < weights.threshold for each in asked]
    return silence_f1(np.array(silent), np.array([each.answerable for each in asked]))


def silence_f1(silent: np.ndarray, answerable: np.ndarray) -> float:
    """Return the F1 of staying silent exactly where there is no answer."""
    right = int((silent & ~answerable).sum())
    return 2 * right / max(1, int(silent.sum()) + int((~answerable).sum()))


def _signs(library: CardLibrary, each: Labelled) -> Signs:
    return strongest([found.signs for found in library.ranked(Query(text=each.question, k=5))])


def _row(best: Signs) -> list[float]:
    return [best.words, best.characters, best.lead, best.outside]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
