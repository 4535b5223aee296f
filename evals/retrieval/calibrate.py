"""Fits the weights of abstention on all labelled questions: `python -m evals.retrieval.calibrate`."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from advisor.adapters.library import CardLibrary
from advisor.adapters.words import SudachiWords
from advisor.evidence.query import Query
from advisor.evidence.support import Weights, strongest
from evals.retrieval.library import QUESTIONS, Asked, libraries, questions

DEVELOPMENT = Path(QUESTIONS).with_name("library_questions_dev.jsonl")
THRESHOLDS = np.arange(0.1, 0.9, 0.02)


def main() -> int:
    """Print the fitted weights of each mode, with the cross-validated F1 of abstention."""
    asked = (*questions(), *questions(DEVELOPMENT))
    for library in libraries(SudachiWords()):
        weights, figure = calibrated(library, asked)
        print(library.serving, weights, f"five-fold F1 {figure:.3f}, n {len(asked)}", sep="\n  ")
    return 0


def calibrated(library: CardLibrary, asked: Sequence[Asked]) -> tuple[Weights, float]:
    """Return weights fitted on all questions, the threshold and the F1 from five-fold predictions."""
    signs = np.array([_signs(library, each) for each in asked])
    answerable = np.array([bool(each.passages) for each in asked])
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


def silence_f1(silent: np.ndarray, answerable: np.ndarray) -> float:
    """Return the F1 of staying silent exactly where there is no answer."""
    right = int((silent & ~answerable).sum())
    return 2 * right / max(1, int(silent.sum()) + int((~answerable).sum()))


def _signs(library: CardLibrary, each: Asked) -> list[float]:
    best = strongest([found.signs for found in library.ranked(Query(text=each.question, k=5))])
    return [best.words, best.characters, best.lead, best.outside]


if __name__ == "__main__":
    raise SystemExit(main())
