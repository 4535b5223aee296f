"""How far a judge agrees with a person: TPR, TNR and kappa of one criterion."""

from collections.abc import Sequence
from typing import NamedTuple

from evals.suite.statistics import kappa


class Agreement(NamedTuple):
    """One criterion over the labelled excerpts."""

    positives: int
    """Excerpts that a person says meet it, and that were scored."""
    negatives: int
    tpr: float | None
    """Share of the positives that the judge found; None where there are none."""
    tnr: float | None
    kappa: float | None
    unscored: int


def agreement(pairs: Sequence[tuple[bool, bool | None]]) -> Agreement:
    """The agreement over (label, verdict) pairs; a verdict of None is unscored and left out."""
    scored = [(label, met) for label, met in pairs if met is not None]
    yes = [met for label, met in scored if label]
    no = [not met for label, met in scored if not label]
    return Agreement(
        positives=len(yes),
        negatives=len(no),
        tpr=sum(yes) / len(yes) if yes else None,
        tnr=sum(no) / len(no) if no else None,
        kappa=kappa(scored),
        unscored=len(pairs) - len(scored),
    )
