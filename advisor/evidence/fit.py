"""How well a case fits a wish: the measure by which a case nobody asked for is offered."""

import math
from collections.abc import Iterable, Sequence

from advisor.evidence.lexical import folded
from advisor.evidence.support import Serving
from advisor.values import Value


class Fitting(Value):
    """For whom one case would be worth hearing."""

    case: str
    marks: tuple[tuple[str, ...], ...]
    """From each group, one of the expressions is expected in what the official said."""
    wishes: tuple[str, ...]
    """How an official would put the wish that the case answers."""


class Wishes(Value):
    """The wishes that the cases answer, and wishes near and far that none of them does."""

    fits: tuple[Fitting, ...] = ()
    none: tuple[str, ...] = ()

    @property
    def owners(self) -> tuple[str, ...]:
        """The case of every text of `texts`; empty for a wish without one."""
        return (*(each.case for each in self.fits for _ in each.wishes), *("" for _ in self.none))

    @property
    def texts(self) -> tuple[str, ...]:
        """All wishes in the order of `owners`."""
        return (*(wish for each in self.fits for wish in each.wishes), *self.none)


class Fit(Value):
    """A case with what speaks for it."""

    case: str
    marks: float
    """Share (0 to 1) of the groups of marks that were said."""
    lead: float
    """How much nearer its nearest wish is than the nearest wish of no case, in standard deviations."""


class FitWeights(Value):
    """A logistic measure over the two signs, and the degree from which a case is offered unasked."""

    marks: float
    lead: float
    constant: float
    threshold: float


def said_share(said: str, marks: Sequence[Sequence[str]]) -> float:
    """Return the share of the groups of which an expression was said."""
    plain = folded(said)
    met = sum(any(folded(mark) in plain for mark in group) for group in marks)
    return met / len(marks) if marks else 0.0


def degree(fit: Fit, weights: FitWeights) -> float:
    """Return how well a case fits, from 0 to 1."""
    sum_ = weights.marks * fit.marks + weights.lead * fit.lead + weights.constant
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, sum_))))


def fitting(fits: Iterable[Fit], weights: FitWeights) -> tuple[str, ...]:
    """Return the cases that fit well enough to be offered, best first."""
    found = sorted((-degree(fit, weights), fit.case) for fit in fits)
    return tuple(case for unfit, case in found if -unfit >= weights.threshold)


FIT_WEIGHTS: dict[Serving, FitWeights] = {
    "fused": FitWeights(marks=7.12, lead=2.45, constant=-7.71, threshold=0.55),
    "lexical": FitWeights(marks=8.59, lead=0.76, constant=-7.37, threshold=0.85),
}
"""Fitted by `python -m evals.retrieval.fit` on the half `fit` of the labelled consultations."""
