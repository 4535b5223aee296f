"""Figures of a retrieval run, each with the number of questions and, where asked for, an interval."""

import math
from collections.abc import Sequence

import numpy as np

Found = Sequence[int]
"""Positions in the order a system returned them."""


def gain(found: Found, wanted: int, depth: int = 10) -> float:
    """Return the nDCG of one question with one right answer: 1 at the first place, 0 beyond `depth`."""
    place = next((at for at, each in enumerate(found[:depth]) if each == wanted), None)
    return 0.0 if place is None else 1 / math.log2(place + 2)


def is_among(found: Found, wanted: int, depth: int = 5) -> bool:
    """Whether the right answer is among the first `depth`."""
    return wanted in found[:depth]


def interval(values: Sequence[float], draws: int = 2000, seed: int = 7) -> tuple[float, float]:
    """Return the 95 % interval of the mean by bootstrap over questions, the same for the same values."""
    if not values:
        return (0.0, 1.0)
    chance = np.random.default_rng(seed)
    table = np.asarray(values, dtype=np.float64)
    means = table[chance.integers(0, len(table), (draws, len(table)))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return (float(low), float(high))
