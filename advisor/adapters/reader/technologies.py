"""Finds the names of technologies in a message, by words tagged begin, inside and outside."""

from typing import Final

import numpy as np

from advisor.adapters.reader.folding import bucketed
from advisor.adapters.reader.linear import Floats, Linear, Sample
from advisor.adapters.reader.tokens import Row, technology_features
from advisor.adapters.reader.view import View

BUCKETS: Final = 1 << 15
TAGS: Final = ("o", "b", "i")
_NOTHING: Final = np.zeros(0, np.float32)


def samples(view: View) -> list[Sample]:
    """Return one sample for each word of a message."""
    row = Row(view)
    found = []
    for index in range(row.size):
        buckets = np.array(bucketed(technology_features(row, index), BUCKETS), np.int32)
        found.append(Sample(buckets=buckets, values=np.ones(buckets.size, np.float32), dense=_NOTHING))
    return found


def tagged(logits: Floats) -> list[int]:
    """Return the best sequence of tag numbers in which `i` follows only `b` or `i` (Viterbi); logits (n, 3)."""
    scores = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    barred = np.zeros((3, 3), np.float32)
    barred[0, 2] = -1e9
    total = scores[0] + np.array([0, 0, -1e9], np.float32)
    backs: list[list[int]] = []
    for each in scores[1:]:
        reach = total[:, None] + barred
        backs.append([int(back) for back in reach.argmax(axis=0)])
        total = reach.max(axis=0) + each
    tags = [int(total.argmax())]
    for back in reversed(backs):
        tags.append(back[tags[-1]])
    return tags[::-1]


def spans(view: View, model: Linear, caution: float = 0.0) -> list[tuple[int, int]]:
    """Return the (start, end) offsets of each name in the text; `caution` is taken from the scores of names."""
    if not view.words:
        return []
    logits = model.all_logits(samples(view)) - np.array([0, caution, 0], np.float32)
    found: list[tuple[int, int]] = []
    for word, tag in zip(view.words, tagged(logits), strict=True):
        if TAGS[tag] == "b":
            found.append((word.start, word.end))
        elif TAGS[tag] == "i":
            found[-1] = (found[-1][0], word.end)
    return found


def names(view: View, found: list[tuple[int, int]]) -> tuple[str, ...]:
    """Return the distinct names as written, in order."""
    return tuple(dict.fromkeys(view.text[start:end].strip() for start, end in found))
