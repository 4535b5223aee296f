"""What differs between two texts, letter by letter as a reader of Japanese sees letters (見え消し)."""

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, Literal

from advisor.values import Value

RunKind = Literal["same", "added", "removed"]
_ISLAND: Final = 2
"""Letters that happen to be alike between two changes are shown as changed up to this many."""
_FINE: Final = 400_000
"""Pairs of letters up to which two texts are compared letter by letter; beyond, sentences are compared first."""
_JOINERS: Final = frozenset("\u200d\u309a\u3099\uff9e\uff9f\u20e3")
_DIGITS: Final = "0123456789０１２３４５６７８９"
_FIGURES: Final = f"{_DIGITS},.，．"
_FLAGS: Final = range(0x1F1E6, 0x1F200)


class Run(Value):
    """Letters that stand in both texts, only in the new one, or only in the old one."""

    kind: RunKind
    text: str


def diff(old: str, new: str) -> tuple[Run, ...]:
    """Return the runs that lead from `old` to `new`: what is same or removed makes `old`, same or added makes `new`."""
    before, after = _with_whole_numbers(letters(old)), _with_whole_numbers(letters(new))
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    left, right = before[head : len(before) - tail], after[head : len(after) - tail]
    middle = _compared(left, right)
    runs = [("same", before[:head]), *middle, ("same", before[len(before) - tail :])]
    return _joined(_smoothed(runs))


def letters(text: str) -> list[str]:
    """Cut a text into letters: a sign of its own with the marks, selectors and joined emoji that belong to it."""
    found: list[str] = []
    for char in text:
        if found and (_clings(char) or found[-1].endswith("\u200d") or _second_flag(found[-1], char)):
            found[-1] += char
        else:
            found.append(char)
    return found


def _with_whole_numbers(text: list[str]) -> list[str]:
    """Join the digits of a number: 310 that became 342 is another number, not a 3 with other digits behind it."""
    found: list[str] = []
    for letter in text:
        if (found and letter in _FIGURES and found[-1][-1] in _DIGITS) or (
            found and letter in _DIGITS and found[-1][0] in _DIGITS
        ):
            found[-1] += letter
        else:
            found.append(letter)
    return found


_Runs = list[tuple[RunKind, list[str]]]


def _clings(char: str) -> bool:
    code = ord(char)
    return (
        char in _JOINERS
        or unicodedata.category(char) in ("Mn", "Me")
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
    )


def _second_flag(before: str, char: str) -> bool:
    return len(before) == 1 and ord(before) in _FLAGS and ord(char) in _FLAGS


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters two texts begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _compared(before: list[str], after: list[str]) -> _Runs:
    if len(before) * len(after) <= _FINE:
        return _steps(before, after)
    runs: _Runs = []
    for kind, sentences in _steps(_sentences(before), _sentences(after)):
        runs.append((kind, [letter for sentence in sentences for letter in letters(sentence)]))
    return runs


def _sentences(text: list[str]) -> list[str]:
    found = [""]
    for letter in text:
        found[-1] += letter
        if letter in "。\n":
            found.append("")
    return [each for each in found if each]


def _steps(before: list[str], after: list[str]) -> _Runs:
    runs: _Runs = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            runs.append(("same", before[i1:i2]))
        else:
            runs += [("removed", before[i1:i2]), ("added", after[j1:j2])]
    return runs


def _smoothed(runs: _Runs) -> _Runs:
    """Make islands of a letter or two between changes part of the change: a reader sees one change, not three."""
    shown = [(kind, part) for kind, part in runs if part]
    smooth: _Runs = []
    for at, (kind, part) in enumerate(shown):
        inside = 0 < at < len(shown) - 1 and kind == "same" and len(part) <= _ISLAND
        smooth += [("removed", part), ("added", part)] if inside else [(kind, part)]
    return smooth


def _joined(runs: _Runs) -> tuple[Run, ...]:
    """Put what was removed between two same runs together, before what was added there."""
    found: list[Run] = []
    gone, come = "", ""
    for kind, part in [*runs, ("same", [])]:
        text = "".join(part)
        if kind == "removed":
            gone += text
        elif kind == "added":
            come += text
        elif text or (kind, part) == ("same", []):
            found += [Run(kind="removed", text=gone)] if gone else []
            found += [Run(kind="added", text=come)] if come else []
            found += [Run(kind="same", text=text)] if text else []
            gone, come = "", ""
    return tuple(_merged(found))


def _merged(runs: list[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in runs:
        if kept and kept[-1].kind == run.kind == "same":
            kept[-1] = Run(kind="same", text=kept[-1].text + run.text)
        else:
            kept.append(run)
    return kept
