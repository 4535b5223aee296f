"""Linear models over sparse buckets and a dense vector, as plain arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Whole = NDArray[np.int32]


@dataclass(frozen=True)
class Sample:
    """What a linear model sees of one thing: active buckets, their values, and a dense vector."""

    buckets: Whole
    values: Floats
    dense: Floats


@dataclass(frozen=True)
class Linear:
    """Weights of k outputs: `sparse` (buckets, k), `dense` (d, k), `bias` (k,)."""

    sparse: Floats
    dense: Floats
    bias: Floats

    def logits(self, sample: Sample) -> Floats:
        """Return the k raw scores of one sample."""
        scores = self.bias + sample.values @ self.sparse[sample.buckets]
        return scores + sample.dense @ self.dense if sample.dense.size else scores

    def all_logits(self, samples: Sequence[Sample]) -> Floats:
        """Return the raw scores of many samples, shape (n, k); every sample has at least one bucket."""
        if not samples:
            return np.zeros((0, self.bias.size), np.float32)
        counts = np.fromiter((each.buckets.size for each in samples), np.int64, len(samples))
        buckets = np.concatenate([each.buckets for each in samples])
        values = np.concatenate([each.values for each in samples])
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
        scores = self.bias + np.add.reduceat(values[:, None] * self.sparse[buckets], starts, axis=0)
        return np.asarray(scores + np.stack([each.dense for each in samples]) @ self.dense, np.float32)


def softmax(logits: Floats, temperature: float = 1.0) -> Floats:
    """Return probabilities along the last axis; a temperature above 1 makes them milder."""
    scaled = logits / temperature
    raised = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), np.float32)


def sigmoid(logits: Floats) -> Floats:
    """Return independent probabilities."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30, 30))), np.float32)
