"""Finds the names of technologies in a message: stretches of nouns around a telling word, weighed one against the other."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from advisor.adapters.reader.compounds import TAILS, continues
from advisor.adapters.reader.folding import bucketed
from advisor.adapters.reader.lexicon import MODIFIERS, STRONG_HEADS, WEAK_HEADS
from advisor.adapters.reader.linear import Linear, Sample, sigmoid
from advisor.adapters.reader.row import Row
from advisor.adapters.reader.view import View

BUCKETS: Final = 1 << 15
_LONGEST: Final = 9
AT_LEAST: Final = 0.25
"""Chance below which a candidate is never a name."""
TOGETHER: Final = 0.5
"""Chance that a candidate and its rivals must have together: somewhere here stands a name."""
_NOTHING: Final = np.zeros(0, np.float32)
Spans = list[tuple[int, int]]


def candidates(row: Row) -> Spans:
    """Return all stretches (first, last) of words that might name a technology."""
    found = []
    for first, last in _runs(row):
        telling = [at for at in range(first, last + 1) if _telling(row, at)]
        for start in range(first, last + 1):
            for end in range(start, min(last, start + _LONGEST - 1) + 1):
                if any(start <= at <= end for at in telling) and "の" not in (
                    row.surface[start],
                    row.surface[end],
                ):
                    found.append((start, end))
    return found


def _runs(row: Row) -> Iterator[tuple[int, int]]:
    """Yield the runs of words a name may stand in; の may join two parts."""
    index = 0
    while index < row.size:
        if not continues(row.surface, row.view.words, row.view.places, index):
            index += 1
            continue
        end = index
        while end + 1 < row.size and (
            continues(row.surface, row.view.words, row.view.places, end + 1)
            or (
                row.surface[end + 1] == "の"
                and end + 2 < row.size
                and continues(row.surface, row.view.words, row.view.places, end + 2)
            )
        ):
            end += 1
        yield index, end
        index = end + 1


def _telling(row: Row, at: int) -> bool:
    surface = row.surface[at]
    return (
        row.view.places[at] != "o"
        or surface in STRONG_HEADS
        or surface in MODIFIERS
        or (surface in WEAK_HEADS and len(surface) > 1)
        or (row.script[at] in ("kata", "latin") and len(surface) > 2)
    )


def sample(row: Row, first: int, last: int) -> Sample:
    """Return the sample of one candidate."""
    buckets = np.array(bucketed(_features(row, first, last), BUCKETS), np.int32)
    return Sample(buckets=buckets, values=np.full(buckets.size, 0.3, np.float32), dense=_NOTHING)


def _features(row: Row, first: int, last: int) -> Iterator[str]:
    view, inside = row.view, range(first, last + 1)
    known = "".join(view.places[each] for each in inside)
    kinds = "".join(row.kind[each][0] for each in inside)
    exact = known[0] == "b" and "b" not in known[1:] and "o" not in known
    whole = (
        view.compound[first] == "b"
        and row.at(view.compound, last + 1) != "i"
        and "o" not in (view.compound[each] for each in inside)
    )
    joint = view.joint[first] == "b" and row.at(view.joint, last + 1) != "i"
    within = view.joint[first] != "o" and not joint
    cut = row.at(view.places, last + 1) == "i" or view.places[first] == "i"
    shape = f"{exact:d}{whole:d}{joint:d}{within:d}{cut:d}"
    before, after = row.at(row.surface, first - 1), row.at(row.surface, last + 1)
    before_kind, after_kind = _outside(row, first - 1), _outside(row, last + 1)
    size = min(last - first + 1, 6)
    yield from (
        "bias",
        f"shape{shape}",
        f"size{size}",
        f"known{known[:5]}",
        f"kinds{kinds}",
        f"shape{shape}{before_kind}{after_kind}",
    )
    yield from (
        f"all{''.join(row.surface[each] for each in inside)}",
        f"first{row.surface[first]}",
        f"last{row.surface[last]}",
    )
    yield from (
        f"before{before}",
        f"after{after}",
        f"before{before_kind}",
        f"after{after_kind}",
        f"around{before_kind}{after_kind}{kinds}",
    )
    yield from (
        f"after2{after}{row.at(row.surface, last + 2)}",
        f"before2{row.at(row.surface, first - 2)}{before}",
    )
    yield from (
        f"firstkind{row.kind[first]}{view.places[first]}{row.tag[first]}{before_kind}",
        f"lastkind{row.kind[last]}{view.places[last]}{row.tag[last]}{after_kind}",
    )
    yield from (
        f"lasttail{row.surface[last] in TAILS}",
        f"of{sum(row.surface[each] == 'の' for each in inside)}{kinds[-1]}{known[-1]}{known[0]}{kinds[0]}",
    )
    yield from (
        "tags" + "".join(row.tag[each] for each in inside)[:24],
        "scripts" + "".join(row.script[each][0] for each in inside),
    )
    yield from (
        f"lastafter{row.kind[last]}{after}",
        f"lastshape{row.surface[last]}{shape}",
        f"firstshape{row.surface[first]}{shape}",
    )
    for each in inside:
        yield f"in{row.surface[each]}"
    yield from (
        f"tail2{''.join(row.surface[max(first, last - 1) : last + 1])}",
        f"end{row.surface[last][-2:]}",
        f"beginkind{row.kind[first]}{size}",
    )
    yield f"asked{view.asked is not None}{shape}"


def _outside(row: Row, at: int) -> str:
    """How the word just outside a candidate relates to it."""
    if not 0 <= at < row.size:
        return "edge"
    if row.view.places[at] != "o":
        return "known"
    if row.surface[at] in TAILS:
        return "tail"
    if row.surface[at] == "の":
        return "of"
    if row.kind[at] != "-":
        return row.kind[at]
    return "noun" if continues(row.surface, row.view.words, row.view.places, at) else row.tag[at][:2]


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
