"""Cuts a stream of texts into sentences as soon as each is complete."""

import re
from typing import Final

from advisor.values import Value

PLACE: Final = re.compile(r"[〔\[［【]\s*そのまま\s*([0-9０-９]{1,3})\s*[〕\]］】]")
"""The mark of a place where a fixed part of the reply comes."""
_ENDS: Final = "。!?！？"
_PAIRS: Final = {"「": "」", "『": "』", "(": ")", "（": "）"}
_FAR: Final = 120
"""Letters after which an opened bracket is taken to stay open."""
_TRAILING: Final = re.compile(r"\s*[〔\[［【]\s*出典\s*[0-9０-９]*\s*[〕\]］】]")
_PERHAPS: Final = re.compile(r"\s*(?:[〔\[［【]\s*(?:出(?:典\s*[0-9０-９]*\s*)?)?)?")
"""Nothing yet, or the beginning of a mark of a source."""
_MARKS: Final = "〔[［【"
_ROW: Final = re.compile(r"・|〔出典〕|[-*+•●◦▪]\s")
"""Begins a line that ends with the line."""
_BULLET: Final = re.compile(r"^\s*(?:[-*+•●◦▪]|\d+[.)．])\s+")
_DRESS: Final = re.compile(r"\*\*|__|`+|^\s*#+\s*|^\s*>\s*|^\s*(?:返事|回答|助言役|下書き)[::]\s*")
_STOPS: Final = re.compile(r"。[。!!]+$")


class Cut(Value):
    """One sentence, or one mark of a place."""

    text: str
    new_line: bool = False
    """It began on a line of its own."""


class Cutter:
    """Takes pieces and gives sentences; with `patient` a sentence waits for the letter after it, which may be a mark."""

    def __init__(self, patient: bool) -> None:
        self._patient = patient
        self._rest = ""
        self._new_line = False

    @property
    def open(self) -> int:
        """Letters of the sentence that is not complete yet."""
        return len(self._rest)

    def feed(self, piece: str) -> list[Cut]:
        """Return the sentences that are complete now."""
        self._rest += piece
        return self._cuts(final=False)

    def flush(self) -> list[Cut]:
        """Return what is left once the stream has ended."""
        return self._cuts(final=True)

    def _cuts(self, final: bool) -> list[Cut]:
        found: list[Cut] = []
        while True:
            body = self._rest.lstrip()
            self._new_line = self._new_line or "\n" in self._rest[: len(self._rest) - len(body)]
            self._rest = body
            end = self._end()
            if end is None and final:
                end = len(body)
            if not end or (not final and self._waits(end)):
                return found
            found.append(Cut(text=body[:end].strip(), new_line=self._new_line))
            self._rest, self._new_line = body[end:], body[:end].endswith("\n")

    def _end(self) -> int | None:
        """Where the first sentence of the rest ends, or None where no end has come."""
        rest = self._rest
        if place := PLACE.match(rest):
            return place.end()
        if _ROW.match(rest):
            return rest.index("\n") + 1 if "\n" in rest else None
        closing: list[tuple[str, int]] = []
        for at, letter in enumerate(rest):
            closing = [each for each in closing if at - each[1] < _FAR]
            if letter == "\n":
                return at + 1
            if letter in _MARKS and at and PLACE.match(rest, at):
                return at
            if closing and letter == closing[-1][0]:
                closing.pop()
            elif letter in _PAIRS:
                closing.append((_PAIRS[letter], at))
            elif letter in _ENDS and not closing:
                return self._after(at + 1)
        return None

    def _after(self, at: int) -> int:
        """Where the end marks and a mark of a source that belong to a sentence end."""
        while at < len(self._rest) and self._rest[at] in _ENDS:
            at += 1
        mark = _TRAILING.match(self._rest, at)
        return mark.end() if mark else at

    def _waits(self, end: int) -> bool:
        """A mark of a source may follow the stop, or be on its way."""
        stops = self._rest[end - 1] in _ENDS
        return self._patient and stops and _PERHAPS.fullmatch(self._rest, end) is not None


def undressed(text: str) -> str:
    """Return a sentence without Markdown's bold, headings and quotes, a label before it, and marks after its stop."""
    return _STOPS.sub("。", _DRESS.sub("", text)).strip()


def is_listed(text: str) -> bool:
    """Tell whether a line is an item of a list."""
    return _BULLET.match(text) is not None or text.startswith("・")
