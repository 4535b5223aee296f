"""Finds for each slot the stretch of a message that best fills it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from advisor.adapters.reader.folding import bucketed
from advisor.adapters.reader.linear import Floats, Linear, Sample
from advisor.adapters.reader.row import Row
from advisor.adapters.reader.tokens import extract_features
from advisor.adapters.reader.view import View

BUCKETS: Final = 1 << 16
_FURTHEST: Final = 80
"""Words in the longest extract."""


@dataclass(frozen=True)
class Stretch:
    """A stretch of words [first, last] with its score and its mean inside logit."""

    first: int
    last: int
    score: float
    mean: float


@dataclass(frozen=True)
class Scores:
    """Per word: `inside` (n, 14) logits of belonging to each slot, `border` (n, 2) logits of starting and ending."""

    inside: Floats
    border: Floats


def samples(view: View, mention: Floats) -> list[Sample]:
    """Return one sample for each word; `mention` are the 14 logits that the message fills each slot."""
    row = Row(view)
    dense = np.asarray(np.tanh(mention / 4), np.float32)
    found = []
    for index in range(row.size):
        buckets = np.array(bucketed(extract_features(row, index), BUCKETS), np.int32)
        found.append(Sample(buckets=buckets, values=np.full(buckets.size, 0.2, np.float32), dense=dense))
    return found


def score(words: list[Sample], inside: Linear, border: Linear) -> Scores:
    """Return the scores of all words of a message."""
    return Scores(inside=inside.all_logits(words), border=border.all_logits(words))


def stretches(scores: Scores, bonus: float, edge: float) -> tuple[Stretch, ...]:
    """Return for each slot the stretch with the best sum of (inside + bonus) plus `edge` times its border logits."""
    count, slots = scores.inside.shape
    total = np.concatenate([np.zeros((1, slots), np.float32), np.cumsum(scores.inside + bonus, axis=0)])
    starts, ends = edge * scores.border[:, :1], edge * scores.border[:, 1:]
    best = np.full(slots, -np.inf, np.float32)
    first, last = np.zeros(slots, np.int64), np.zeros(slots, np.int64)
    for length in range(1, min(_FURTHEST, count) + 1):
        sums = total[length:] - total[:-length] + starts[: count - length + 1] + ends[length - 1 :]
        top = sums.argmax(axis=0)
        value = sums[top, np.arange(slots)]
        better = value > best
        best, first = np.where(better, value, best), np.where(better, top, first)
        last = np.where(better, top + length - 1, last)
    return tuple(
        Stretch(begin, end, float(value), float(scores.inside[begin : end + 1, slot].mean()))
        for slot, (begin, end, value) in enumerate(
            zip(first.tolist(), last.tolist(), best.tolist(), strict=True)
        )
    )


def evidence(scores: Scores, found: tuple[Stretch, ...]) -> Floats:
    """Return for each slot three figures that speak for it: best stretch, its mean, and the highest word; (14, 3)."""
    peaks = scores.inside.max(axis=0)
    rows = [
        [each.score / 10, each.mean / 4, float(peak) / 4] for each, peak in zip(found, peaks, strict=True)
    ]
    return np.asarray(rows, np.float32)
