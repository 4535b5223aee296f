"""Stretches of nouns that might name a technology, and what speaks for each of them."""

from collections.abc import Iterator
from typing import Final

from advisor.adapters.reader.compounds import TAILS, continues
from advisor.adapters.reader.lexicon import MODIFIERS, STRONG_HEADS, WEAK_HEADS
from advisor.adapters.reader.row import Row

Spans = list[tuple[int, int]]
_LONGEST: Final = 9
"""Words in the longest name."""


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


class _Candidate:
    """One stretch of words first..last seen from within and without."""

    def __init__(self, row: Row, first: int, last: int) -> None:
        view, inside = row.view, range(first, last + 1)
        self.row, self.first, self.last = row, first, last
        self.words = [row.surface[each] for each in inside]
        self.tags = [row.tag[each] for each in inside]
        self.scripts = [row.script[each] for each in inside]
        self.known = "".join(view.places[each] for each in inside)
        self.kinds = "".join(row.kind[each][0] for each in inside)
        self.before, self.after = row.at(row.surface, first - 1), row.at(row.surface, last + 1)
        self.before_kind, self.after_kind = _outside(row, first - 1), _outside(row, last + 1)
        self.shape = "".join(str(int(each)) for each in self._shape())

    def _shape(self) -> Iterator[bool]:
        """Whether it is a known name, a whole compound, a whole pair joined by の, part of one, part of a name."""
        view, row = self.row.view, self.row
        joint = view.joint[self.first] == "b" and row.at(view.joint, self.last + 1) != "i"
        compound = view.compound[self.first : self.last + 1]
        yield self.known[0] == "b" and "b" not in self.known[1:] and "o" not in self.known
        yield compound[0] == "b" and row.at(view.compound, self.last + 1) != "i" and "o" not in compound
        yield joint
        yield view.joint[self.first] != "o" and not joint
        yield row.at(view.places, self.last + 1) == "i" or view.places[self.first] == "i"


def features(row: Row, first: int, last: int) -> Iterator[str]:
    """Yield what speaks for or against a candidate."""
    each = _Candidate(row, first, last)
    yield "bias"
    yield from _within(each)
    yield from _around(each)


def _within(each: _Candidate) -> Iterator[str]:
    words, kinds, known, shape = each.words, each.kinds, each.known, each.shape
    size = min(len(words), 6)
    yield from (f"shape{shape}", f"size{size}", f"known{known[:5]}", f"kinds{kinds}")
    yield from (f"all{''.join(words)}", f"first{words[0]}", f"last{words[-1]}", f"end{words[-1][-2:]}")
    yield from (f"lastshape{words[-1]}{shape}", f"firstshape{words[0]}{shape}", f"tail2{''.join(words[-2:])}")
    yield from (f"lasttail{words[-1] in TAILS}", f"beginkind{each.row.kind[each.first]}{size}")
    yield f"of{words.count('の')}{kinds[-1]}{known[-1]}{known[0]}{kinds[0]}"
    yield from ("tags" + "".join(each.tags)[:24], "scripts" + "".join(script[0] for script in each.scripts))
    yield f"asked{each.row.view.asked is not None}{shape}"
    for word in words:
        yield f"in{word}"


def _around(each: _Candidate) -> Iterator[str]:
    row, before, after = each.row, each.before, each.after
    before_kind, after_kind = each.before_kind, each.after_kind
    yield from (f"before{before}", f"after{after}", f"beforekind{before_kind}", f"afterkind{after_kind}")
    yield from (f"shape{each.shape}{before_kind}{after_kind}", f"around{before_kind}{after_kind}{each.kinds}")
    yield from (
        f"after2{after}{row.at(row.surface, each.last + 2)}",
        f"before2{row.at(row.surface, each.first - 2)}{before}",
    )
    yield f"firstkind{row.kind[each.first]}{each.known[0]}{each.tags[0]}{before_kind}"
    yield f"lastkind{row.kind[each.last]}{each.known[-1]}{each.tags[-1]}{after_kind}"
    yield f"lastafter{row.kind[each.last]}{after}"


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
