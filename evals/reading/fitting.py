"""Fits linear models with scikit-learn and hands them over as plain arrays."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from advisor.adapters.reader.linear import Floats, Linear, Sample

Numbers = NDArray[np.int64]


def matrix(samples: Sequence[Sample], buckets: int) -> csr_matrix:
    """Return the samples as a sparse matrix (n, buckets + d)."""
    lengths = [each.buckets.size for each in samples]
    pointers = np.concatenate([[0], np.cumsum(lengths)])
    values = np.concatenate([each.values for each in samples])
    columns = np.concatenate([each.buckets for each in samples])
    left = csr_matrix((values, columns, pointers), shape=(len(samples), buckets))
    return hstack([left, csr_matrix(np.stack([each.dense for each in samples]))], format="csr")


def fit_classes(
    samples: Sequence[Sample],
    labels: Sequence[int],
    classes: int,
    buckets: int,
    strength: float,
    weights: Floats | None = None,
) -> Linear:
    """Fit one multinomial logistic regression; labels are 0..classes-1 and each must occur."""
    model = LogisticRegression(C=strength, max_iter=400, solver="lbfgs", tol=1e-4)
    model.fit(matrix(samples, buckets), np.array(labels), sample_weight=weights)
    assert list(model.classes_) == list(range(classes)), model.classes_
    return _linear(model.coef_, model.intercept_, buckets)


def fit_flags(
    samples: Sequence[Sample],
    flags: NDArray[np.bool_],
    buckets: int,
    strength: float,
    lbfgs: bool = True,
    weights: Floats | None = None,
) -> Linear:
    """Fit one logistic regression for each column of `flags` (n, k), with weights (n, k) where given."""
    table = matrix(samples, buckets)
    rows, biases = [], []
    for number, column in enumerate(flags.T):
        if not column.any() or column.all():
            rows.append(np.zeros(table.shape[1]))
            biases.append(12.0 if column.all() and column.size else -12.0)
            continue
        model = LogisticRegression(
            C=strength, max_iter=300, solver="lbfgs" if lbfgs else "liblinear", tol=1e-3, random_state=0
        )
        model.fit(table, column, sample_weight=None if weights is None else weights[:, number])
        rows.append(model.coef_[0])
        biases.append(float(model.intercept_[0]))
    return _linear(np.array(rows), np.array(biases), buckets)


def _linear(rows: NDArray[np.float64], biases: NDArray[np.float64], buckets: int) -> Linear:
    columns = rows.T.astype(np.float32)
    return Linear(sparse=columns[:buckets], dense=columns[buckets:], bias=biases.astype(np.float32))


def folds(count: int, parts: int, seed: int = 0) -> list[Numbers]:
    """Return `parts` disjoint sets of indices of 0..count-1, shuffled by a fixed seed."""
    order = np.random.default_rng(seed).permutation(count)
    return [np.sort(order[part::parts]) for part in range(parts)]


def out_of_fold(count: int, parts: int, fit_predict: Callable[[Numbers, Numbers], Floats]) -> Floats:
    """Return predictions for all rows, each made by a model that was fitted on the other folds."""
    result: Floats | None = None
    for held in folds(count, parts):
        kept = np.setdiff1d(np.arange(count), held)
        predicted = fit_predict(kept, held)
        if result is None:
            result = np.zeros((count, *predicted.shape[1:]), np.float32)
        result[held] = predicted
    assert result is not None
    return result


def temperature(logits: Floats, labels: Numbers) -> float:
    """Return the temperature that makes out-of-fold confidences honest (least log loss on a grid)."""
    grid = np.exp(np.linspace(np.log(0.3), np.log(3.0), 47))
    losses = []
    for each in grid:
        scaled = logits / each
        losses.append(
            float((np.logaddexp.reduce(scaled, axis=1) - scaled[np.arange(len(labels)), labels]).mean())
        )
    return float(grid[int(np.argmin(losses))])
