"""Features of each word of a message: for names of technologies and for extracts."""

import re
from collections.abc import Iterator
from typing import Final

from advisor.adapters.reader.lexicon import MODIFIERS, STRONG_HEADS, WEAK_HEADS
from advisor.adapters.reader.view import View

_SCRIPTS: Final = (
    ("kata", re.compile(r"[ァ-ヶー]+")),
    ("latin", re.compile(r"[a-z][a-z\-]*")),
    ("digit", re.compile(r"0+")),
    ("hira", re.compile(r"[ぁ-ん]+")),
    ("kanji", re.compile(r"[一-龠々]+")),
)


def script(letters: str) -> str:
    """Return the script of folded letters, or mix."""
    return next((name for name, pattern in _SCRIPTS if pattern.fullmatch(letters)), "mix")


class Row:
    """The words of a view as parallel columns of short strings, padded at both ends."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.surface = [view.folded[each.start : each.end] for each in view.words]
        self.tag = [each.tags[0] + each.tags[1][:2] for each in view.words]
        self.form = [each.tags[-1][:3] if len(each.tags) > 5 else "" for each in view.words]
        self.script = [script(each) for each in self.surface]
        self.kind = [_kind(each) for each in self.surface]
        self.size = len(view.words)
        self._clauses: dict[int, tuple[int, int, tuple[str, ...]]] = {}

    def at(self, column: list[str] | tuple[str, ...], index: int) -> str:
        """The value of a column, or a mark beyond the edges."""
        return column[index] if 0 <= index < self.size else "<>"

    def clause(self, index: int) -> tuple[int, int, tuple[str, ...]]:
        """First and last word of the clause around `index`, and the features its words share."""
        number = self.view.clause_of[index]
        if number not in self._clauses:
            start, end = index, index
            while start > 0 and self.view.clause_of[start - 1] == number:
                start -= 1
            while end + 1 < self.size and self.view.clause_of[end + 1] == number:
                end += 1
            self._clauses[number] = (start, end, tuple(_shared(self, start, end)))
        return self._clauses[number]


def _shared(row: Row, start: int, end: int) -> Iterator[str]:
    view = row.view
    clause, sentence = view.clause_of[start], view.sentence_of[start]
    situation = "asked" if view.asked else "open"
    yield f"asked{view.asked}"
    yield f"clause{min(clause, 4)}of{min(view.clause_of[-1], 5)}{view.asked}"
    yield f"sentence{min(sentence, 3)}of{min(view.sentence_of[-1], 4)}{situation}"
    yield f"edge{row.at(row.surface, end - 1)}{row.surface[end]}"
    yield f"edge3{''.join(row.at(row.surface, each) for each in range(end - 2, end + 1))}"
    yield f"before{row.at(row.surface, start - 2)}{row.at(row.surface, start - 1)}"
    for each in range(start, end + 1):
        yield f"in{situation}{view.keys[each]}"
        if view.words[each].is_content:
            yield f"in{view.keys[each]}"


def _kind(surface: str) -> str:
    heads = ("H" if surface in STRONG_HEADS else "") + ("h" if surface in WEAK_HEADS else "")
    return heads + ("M" if surface in MODIFIERS else "") or "-"


def technology_features(row: Row, index: int) -> Iterator[str]:
    """Yield what tells whether the word at `index` belongs to the name of a technology."""
    view = row.view
    place = view.places
    for offset in range(-3, 4):
        yield f"n{offset}{row.at(place, index + offset)}"
        yield f"m{offset}{row.at(view.compound, index + offset)}"
        yield f"j{offset}{row.at(view.joint, index + offset)}"
        yield f"g{offset}{row.at(row.tag, index + offset)}"
        yield f"r{offset}{row.at(row.script, index + offset)}"
        yield f"k{offset}{row.at(row.kind, index + offset)}"
        yield f"w{offset}{row.at(row.surface, index + offset)}"
    yield "bias"
    for left in (-1, 0):
        pair = (index + left, index + left + 1)
        yield f"nn{left}" + "".join(row.at(place, each) for each in pair)
        yield f"rr{left}" + "".join(row.at(row.script, each) for each in pair)
        yield f"gg{left}" + "".join(row.at(row.tag, each) for each in pair)
        yield f"ww{left}" + "".join(row.at(row.surface, each) for each in pair)
        yield f"kk{left}" + "".join(row.at(row.kind, each) for each in pair)
        yield f"nk{left}" + row.at(place, pair[0]) + row.at(row.kind, pair[1]) + row.at(row.kind, pair[0]) + row.at(place, pair[1])
        yield f"sw{left}" + row.at(row.script, pair[0]) + row.at(row.surface, pair[1])
    yield "nr" + row.at(place, index) + row.script[index] + row.tag[index]
    yield from _compound_features(row, index)
    yield "nnn" + "".join(row.at(place, each) for each in range(index - 1, index + 2))
    yield "ggg" + "".join(row.at(row.tag, each) for each in range(index - 1, index + 2))
    yield from ("a" + row.surface[index][:2], "o" + row.surface[index][-2:], "2" + row.surface[index][-1:])
    yield f"ahead{_ahead(row, index)}"
    yield f"behind{_behind(row, index)}"


def _compound_features(row: Row, index: int) -> Iterator[str]:
    view = row.view
    start, end = index, index
    while start > 0 and view.compound[start] == "i":
        start -= 1
    while row.at(view.compound, end + 1) == "i":
        end += 1
    inside = view.compound[index]
    yield f"mn{inside}{view.places[index]}{row.kind[index]}"
    if inside != "o":
        known = "".join(view.places[each] for each in range(start, end + 1))
        yield f"known{inside}{known[:4]}"
        yield f"head{inside}{row.surface[end]}"
        yield f"start{inside}{row.surface[start]}"
        yield f"kinds{inside}{row.kind[start]}{row.kind[end]}"
        yield f"whole{inside}{''.join(row.surface[start : end + 1])}"
    yield f"mj{inside}{view.joint[index]}{row.at(view.joint, index + 1)}{row.at(view.joint, index - 1)}"
    yield f"bef{inside}{row.at(row.surface, start - 1)}"
    yield f"aft{inside}{row.at(row.surface, end + 1)}"
    yield f"link{inside}{row.at(view.compound, index - 2)}{row.at(row.surface, index - 1)}"


def _ahead(row: Row, index: int) -> str:
    """Which known name or head follows within five words, and over what tags."""
    for step in range(1, 6):
        if row.at(row.view.places, index + step) == "b" or "H" in row.at(row.kind, index + step):
            return f"{step}{row.at(row.view.places, index + step)}" + "".join(
                row.at(row.tag, index + each)[:2] for each in range(0, step)
            )
    return "none"


def _behind(row: Row, index: int) -> str:
    """Which known name stands within four words before, and over what tags."""
    for step in range(1, 5):
        if row.at(row.view.places, index - step) in "bi":
            return f"{step}" + "".join(row.at(row.tag, index - each)[:2] for each in range(0, step))
    return "none"


def extract_features(row: Row, index: int) -> Iterator[str]:
    """Yield what tells whether the word at `index` belongs to an extract, begins or ends one."""
    view = row.view
    for offset in range(-3, 4):
        yield f"w{offset}{row.at(view.keys, index + offset)}"
        yield f"g{offset}{row.at(row.tag, index + offset)}"
    for offset in (-2, -1, 0, 1):
        yield f"ww{offset}{row.at(view.keys, index + offset)} {row.at(view.keys, index + offset + 1)}"
        yield f"gg{offset}{row.at(row.tag, index + offset)}{row.at(row.tag, index + offset + 1)}"
    yield "ggg" + "".join(row.at(row.tag, each) for each in range(index - 1, index + 2))
    yield "gw" + row.at(row.tag, index - 1) + row.at(row.surface, index) + row.at(row.tag, index + 1)
    yield f"s0{row.surface[index]}"
    yield f"s1{row.at(row.surface, index + 1)}{row.at(row.surface, index + 2)}"
    yield f"s-{row.at(row.surface, index - 2)}{row.at(row.surface, index - 1)}"
    yield f"r{row.script[index]}"
    yield "bias"
    yield from _clause_features(row, index)


def _clause_features(row: Row, index: int) -> Iterator[str]:
    view = row.view
    start, end, shared = row.clause(index)
    yield f"from{min(index - start, 4)}"
    yield f"to{min(end - index, 4)}"
    yield from shared
    for each in range(max(0, start - 8), start):
        yield f"pre{view.keys[each]}"
    for each in range(end + 1, min(row.size, end + 9)):
        yield f"post{view.keys[each]}"
