"""Sentences of a message, without cutting inside 「」 or brackets."""

import re
from collections.abc import Iterable
from typing import Final

_ENDS: Final = "。!?!?\n"
_OPEN: Final = {"「": "」", "『": "』", "(": ")"}
_SPACE: Final = re.compile(r"[ぁ-ん][  ](?=[^\s  A-Za-z])")
"""A space behind a kana, where a message sets no full stop at all: it ends a sentence."""
_ELLIPSIS: Final = re.compile(r"(?:\.{3,}|…+)(?=[^\s。、!?!?…」』)]{4,})")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text` verbatim, each with its closing mark, white space around them dropped."""
    found: list[str] = []
    closing: list[str] = []
    start = 0
    loose = "。" not in text
    for place, char in enumerate(text):
        if char in _OPEN and _closes_later(text, place, _OPEN[char]):
            closing.append(_OPEN[char])
        elif closing and char == closing[-1]:
            closing.pop()
        ends = char in _ENDS or (loose and _SPACE.match(text, place - 1) is not None)
        if (not closing and ends and not _runs_on(text, place)) or place == len(text) - 1:
            found.append(text[start : place + 1].strip())
            start = place + 1
    return tuple(sentence for sentence in found if sentence)


def joined(parts: Iterable[str]) -> str:
    """The sentences as one text; a line without a closing mark keeps its break, so that no two run into one."""
    text = ""
    for part in parts:
        text += "\n" + part if text and text[-1] not in _ENDS else part
    return text


def _closes_later(text: str, place: int, mark: str) -> bool:
    return mark in text[place + 1 : place + 120]


def _runs_on(text: str, place: int) -> bool:
    """The next character is another end mark, so the sentence is not over yet."""
    return place + 1 < len(text) and text[place + 1] in "。!?!?" and text[place] != "\n"
