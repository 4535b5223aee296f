"""How well the cases offered unasked fit: `python -m evals.retrieval.fit` measures, `--refit` fits the weights anew."""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.linear_model import LogisticRegression

from advisor.adapters.library import CardLibrary
from advisor.adapters.words import SudachiWords
from advisor.evidence.fit import FIT_WEIGHTS, FitWeights
from advisor.values import Value
from advisor.words import Words
from evals.retrieval.library import libraries
from evals.retrieval.scores import interval

CONSULTATIONS: Final = Path(__file__).resolve().parent.parent / "data" / "fit.jsonl"
HALVES: Final = ("fit", "unseen", "later")


class Consultation(Value):
    """What an official said, with the cases that would fit; none where no case of the corpus does."""

    id: str
    half: str
    aspiration: str
    customer: str
    current_experience: str
    cases: tuple[str, ...]

    @property
    def said(self) -> str:
        """The wish, the person and the scene together."""
        return f"{self.aspiration} {self.customer} {self.current_experience}"


def consultations(half: str, path: Path = CONSULTATIONS) -> tuple[Consultation, ...]:
    """Read the labelled consultations of one part."""
    lines = path.read_text(encoding="utf-8").splitlines()
    every = (Consultation.model_validate(json.loads(line)) for line in lines if line.strip())
    return tuple(each for each in every if each.half == half)


def measured(library: CardLibrary, half: str) -> dict[str, Any]:
    """How many of the offered cases fit, and how many of those who have one are offered it."""
    asked = consultations(half)
    offered = [(each, found[0]) for each in asked if (found := library.fitting(each.said))]
    right = [case in each.cases for each, case in offered]
    fitted = sum(bool(each.cases) for each in asked)
    return {
        "system": library.wishes.serving,
        "half": half,
        "n": len(asked),
        "with_a_case": fitted,
        "offered": len(offered),
        "fitting": sum(right),
        "precision": round(sum(right) / max(1, len(right)), 4),
        "interval": [round(each, 3) for each in interval([float(each) for each in right])] if right else [],
        "coverage": round(sum(right) / max(1, fitted), 4),
        "misfits": [f"{each.id}:{case}" for each, case in offered if case not in each.cases],
    }


def refitted(library: CardLibrary, asked: Sequence[Consultation]) -> FitWeights:
    """The weights fitted on every pair of a consultation and a case; the threshold stays as it is."""
    pairs = [(fit, fit.case in each.cases) for each in asked for fit in library.wishes.fits(each.said)]
    signs = np.array([[fit.marks, fit.lead] for fit, _ in pairs])
    model = LogisticRegression(C=10, max_iter=1000).fit(signs, [fits for _, fits in pairs])
    marks, lead = (round(float(each), 2) for each in model.coef_[0])
    constant = round(float(model.intercept_[0]), 2)
    threshold = FIT_WEIGHTS[library.wishes.serving].threshold
    return FitWeights(marks=marks, lead=lead, constant=constant, threshold=threshold)


def report(words: Words) -> Iterator[dict[str, Any]]:
    """Yield the figures of every part, with vectors where they serve and without."""
    for library in libraries(words):
        for half in HALVES:
            yield measured(library, half)


def main() -> int:
    """Print the figures, or the weights fitted anew."""
    parser = argparse.ArgumentParser(prog="python -m evals.retrieval.fit", description=__doc__)
    parser.add_argument("--refit", action="store_true", help="print weights fitted on the half `fit`")
    if parser.parse_args().refit:
        for library in libraries(SudachiWords()):
            print(library.wishes.serving, refitted(library, consultations("fit")))
        return 0
    for each in report(SudachiWords()):
        print(json.dumps(each, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
