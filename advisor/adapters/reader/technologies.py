"""Finds the names of technologies in a message: candidates weighed one against the other."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from advisor.adapters.reader.candidates import Spans, candidates, features
from advisor.adapters.reader.folding import bucketed
from advisor.adapters.reader.linear import Linear, Sample, sigmoid
from advisor.adapters.reader.row import Row
from advisor.adapters.reader.view import View

BUCKETS: Final = 1 << 15
AT_LEAST: Final = 0.25
"""Chance below which a candidate is never a name."""
TOGETHER: Final = 0.5
"""Chance that a candidate and its rivals must have together: somewhere here stands a name."""
_NOTHING: Final = np.zeros(0, np.float32)


def sample(row: Row, first: int, last: int) -> Sample:
    """Return the sample of one candidate."""
    buckets = np.array(bucketed(features(row, first, last), BUCKETS), np.int32)
    return Sample(buckets=buckets, values=np.full(buckets.size, 0.3, np.float32), dense=_NOTHING)


def spans(view: View, model: Linear, caution: float = 0.0) -> Spans:
    """Return the (start, end) offsets of the names: candidates apart from each other with the greatest sum of scores."""
    row = Row(view)
    found = candidates(row)
    if not found:
        return []
    chances = sigmoid(model.all_logits([sample(row, first, last) for first, last in found])[:, 0] - caution)
    chosen: Spans = []
    for place in np.argsort(-chances, kind="stable"):
        first, last = found[int(place)]
        if chances[place] < AT_LEAST:
            break
        rivals = [index for index, (other, beyond) in enumerate(found) if first <= beyond and other <= last]
        apart = all(last < other or first > beyond for other, beyond in chosen)
        if apart and float(chances[rivals].sum()) >= TOGETHER:
            chosen.append((first, last))
    return [(view.words[first].start, view.words[last].end) for first, last in sorted(chosen)]


def names(view: View, found: Spans) -> tuple[str, ...]:
    """Return the distinct names as written, in order."""
    return tuple(dict.fromkeys(view.text[start:end].strip() for start, end in found))


def settings(view: View, found: Spans) -> Iterator[str]:
    """Yield named features of how each name is spoken of: the words around it and how its clause and sentence end."""
    row = Row(view)
    for start, end in found:
        inside = [at for at, word in enumerate(view.words) if word.start < end and word.end > start]
        first, last = inside[0], inside[-1]
        _, close, _ = row.clause(last)
        yield from (f"Ta{row.at(row.surface, last + 1)}", f"Tb{row.at(row.surface, first - 1)}")
        yield f"Ta2{row.at(row.surface, last + 1)}{row.at(row.surface, last + 2)}"
        yield f"Ta3{''.join(row.at(row.surface, last + step) for step in (1, 2, 3))}"
        yield from (f"Tc{each}" for each in view.keys[last + 1 : close + 1])
        yield f"Te{''.join(row.surface[max(last + 1, close - 2) : close + 1])}"
        yield f"Ts{min(view.sentence_of[first], 3)}of{min(view.sentence_of[-1], 4)}"
        yield f"Tn{''.join(row.at(row.surface, close + step) for step in (1, 2))}"
