"""The words of a message as parallel columns, and what its clauses share."""

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
