"""Intervals and tests over cases: Wilson, cluster bootstrap, paired bootstrap, sign permutation, Holm.

A case is what was drawn together: one consultation, one message, one question. Everything is seeded, so that the same
figures always have the same intervals.
"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

ROUNDS: Final = 10_000
SEED: Final = 300
_Z: Final = 1.959963984540054

Floats = NDArray[np.float64]


class Tally(NamedTuple):
    """The cases of one figure: `good` out of `of` for each; the figure is the ratio of their sums."""

    good: Floats
    of: Floats

    @property
    def ratio(self) -> float | None:
        """The figure, or None where it applies to no case."""
        total = float(self.of.sum())
        return float(self.good.sum()) / total if total else None


def tally(pairs: Sequence[tuple[float, float]]) -> Tally:
    """The tally of (good, of) pairs, one a case."""
    table = np.asarray(pairs, np.float64).reshape(-1, 2)
    return Tally(table[:, 0], table[:, 1])


def wilson(good: float, of: float) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score (Wilson 1927); (0, 1) where there is nothing."""
    if of <= 0:
        return (0.0, 1.0)
    share, square = good / of, _Z * _Z
    middle = share + square / (2 * of)
    reach = _Z * math.sqrt(max(0.0, share * (1 - share) / of + square / (4 * of * of)))
    scale = 1 + square / of
    return (max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale))


def clustered(cases: Tally) -> tuple[float, float]:
    """The 95 % interval of a ratio by bootstrap over whole cases, so that what belongs together stays together."""
    if not cases.of.sum():
        return (0.0, 1.0)
    return _percentiles(_ratios(_weights(len(cases.of)), cases))


def paired(left: Tally, right: Tally) -> tuple[float, float]:
    """The 95 % interval of (right - left) by bootstrap over the cases that both have met, in the same order."""
    weights = _weights(len(left.of))
    return _percentiles(_ratios(weights, right) - _ratios(weights, left))


def permutation(left: Tally, right: Tally) -> float:
    """The two-sided p of "the systems are alike": for every case the two are swapped by chance; +1 in both counts."""
    swap = _swaps(len(left.of))
    goods, ofs = right.good - left.good, right.of - left.of
    moved = (
        _shares(right.good.sum() - swap @ goods, right.of.sum() - swap @ ofs)
        - _shares(left.good.sum() + swap @ goods, left.of.sum() + swap @ ofs)
    )  # fmt: skip
    seen = abs((right.ratio or 0.0) - (left.ratio or 0.0))
    return (1 + int(np.sum(np.abs(np.nan_to_num(moved)) >= seen - 1e-12))) / (ROUNDS + 1)


def holm(values: Mapping[str, float]) -> dict[str, float]:
    """The p-values of several tests after Holm's step-down (Holm 1979), by the same names."""
    ordered = sorted(values.items(), key=lambda each: each[1])
    found: dict[str, float] = {}
    least = 0.0
    for at, (name, value) in enumerate(ordered):
        least = max(least, min(1.0, value * (len(ordered) - at)))
        found[name] = least
    return {name: found[name] for name in values}


def kappa(pairs: Sequence[tuple[object, object]]) -> float | None:
    """Cohen's kappa of two labellings; None where there is nothing, or chance alone would agree on everything."""
    if not pairs:
        return None
    count = len(pairs)
    seen = sum(left == right for left, right in pairs) / count
    lefts, rights = [left for left, _ in pairs], [right for _, right in pairs]
    chance = sum(lefts.count(each) * rights.count(each) for each in set(lefts) | set(rights)) / count**2
    return None if chance >= 1 else (seen - chance) / (1 - chance)


def rogan_gladen(seen: float, sensitivity: float, specificity: float) -> float | None:
    """The true share behind a share `seen` by an imperfect judge (Rogan & Gladen 1978), clipped to 0..1.

    None where the judge is no better than chance.
    """
    power = sensitivity + specificity - 1
    return None if power <= 0 else min(1.0, max(0.0, (seen + specificity - 1) / power))


@lru_cache(maxsize=12)
def _weights(count: int) -> Floats:
    """How often each case is drawn in each round: rounds x cases."""
    chance = np.random.default_rng(SEED)
    return chance.multinomial(count, np.full(count, 1 / count), size=ROUNDS).astype(np.float64)


@lru_cache(maxsize=12)
def _swaps(count: int) -> Floats:
    return np.random.default_rng(SEED + 1).integers(0, 2, (ROUNDS, count)).astype(np.float64)


def _ratios(weights: Floats, cases: Tally) -> Floats:
    return _shares(weights @ cases.good, weights @ cases.of)


def _shares(good: Floats, of: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(of > 0, good / of, np.nan), np.float64)


def _percentiles(values: Floats) -> tuple[float, float]:
    """Rounds in which no case counted are left out."""
    known = values[~np.isnan(values)]
    if not len(known):
        return (0.0, 1.0)
    low, high = np.percentile(known, [2.5, 97.5])
    return (float(low), float(high))
