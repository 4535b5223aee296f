"""A model reads beside the embedded reader; what it says counts as far as it has earned it."""

import threading
from collections.abc import Callable
from typing import Final

from advisor.adapters.model.form import ReadingForm, found
from advisor.adapters.model.prompts import Marks, fenced, prompt
from advisor.agent.ports import Chat, Reader
from advisor.dialogue.arbitration import arbitrated
from advisor.dialogue.cues import cues
from advisor.dialogue.pasted import own_words
from advisor.dialogue.reading import Reading
from advisor.dialogue.standing import Standing, learned, spared
from advisor.dialogue.turns import Made
from advisor.framework.slots import SLOT_NAMES, Slot
from advisor.framework.worksheet import Worksheet
from advisor.patience.failures import ModelFailure
from advisor.patience.lines import Line
from advisor.patience.usage import Usage

PROMPTS: Final = ("reading", "reading_message")
"""The prompt files a reader plays from."""
_HEAD: Final = 1_500
_TAIL: Final = 500
"""Letters of the official's own words that are sent, from the beginning and from the end."""
_PASTED: Final = 600
"""Letters of pasted matter that are sent; only names are looked for in it."""
_SEAM: Final = 200
"""Letters in which a cut looks for the end of a sentence."""
_LEFT_OUT: Final = "\n(中略)\n"
_NOTHING: Final = "なし"


class Standings:
    """Keeps the standing of one model in memory, for all who talk to it."""

    def __init__(self, standing: Standing | None = None) -> None:
        self._standing = standing or Standing()
        self._lock = threading.Lock()

    @property
    def now(self) -> Standing:
        """The standing as it is."""
        with self._lock:
            return self._standing

    def asks(self) -> bool:
        """Whether the model is worth waiting for at this message; a no is remembered."""
        with self._lock:
            worth = self._standing.asks
            self._standing = self._standing if worth else spared(self._standing)
            return worth

    def learn(self, embedded: Reading, model: Reading) -> None:
        """Take in one more message that both have read."""
        with self._lock:
            self._standing = learned(self._standing, embedded, model)


class ModelReader:
    """Reads with the embedded reader and a model; every failure leaves the embedded reading."""

    def __init__(
        self,
        inner: Reader,
        chat: Chat,
        worksheet: Worksheet,
        marks: Marks,
        standings: Standings,
        note: Callable[[Made], None],
    ) -> None:
        self._inner = inner
        self._chat = chat
        self._worksheet = worksheet
        self._marks = marks
        self._standings = standings
        self._note = note

    def read(self, text: str, asked: Slot | None = None, question: str | None = None) -> Reading:
        """Return the reading of a cleaned, masked message; never raises for a model's sake."""
        embedded = self._inner.read(text, asked, question)
        if not text.strip():
            return embedded
        if not self._standings.asks():
            self._note(_stood_in("standing", Usage()))
            return embedded
        try:
            form, usage = self._chat.fill("reader", self._lines(text, asked, question), ReadingForm)
        except ModelFailure as error:
            self._note(_stood_in(error.kind, error.usage or Usage()))
            return embedded
        return self._settled(text, embedded, found(form, text), usage)

    def _settled(self, text: str, embedded: Reading, model: Reading, usage: Usage) -> Reading:
        """Believe the model as far as its standing before this message goes, then learn from this one."""
        standing = self._standings.now
        self._standings.learn(embedded, model)
        if not standing.used:
            self._note(_stood_in("standing", usage))
            return embedded
        self._note(Made(role="reader", outcome="own", usage=usage))
        return arbitrated(embedded, model, standing, cues(own_words(text)))

    def _lines(self, text: str, asked: Slot | None, question: str | None) -> tuple[Line, Line]:
        mark = self._marks()
        own, pasted = _parts(text)
        said = prompt("reading_message").filled(
            mark=mark,
            asked=_named(asked) if asked else _NOTHING,
            filled="、".join(map(_named, self._worksheet.answered)) or _NOTHING,
            question=fenced("直前の問い", question or _NOTHING, mark),
            message=fenced("発言", own, mark),
            pasted=fenced("貼られた資料", pasted, mark) if pasted else "",
        )
        return Line(speaker="system", text=prompt("reading").filled()), Line(speaker="user", text=said)


def _stood_in(why: str, usage: Usage) -> Made:
    return Made(role="reader", outcome="fell_back", why=why, usage=usage)


def _named(slot: Slot) -> str:
    return f"{slot}({SLOT_NAMES[slot]})"


def _parts(text: str) -> tuple[str, str]:
    """The official's own words and what was pasted, each cut to what is sent; all is own where nothing else is."""
    own = own_words(text)
    if not own.strip():
        return cut(text.strip(), _HEAD, _TAIL), ""
    lines = zip(text.split("\n"), own.split("\n"), strict=True)
    pasted = "\n".join(line for line, mine in lines if line.strip() and not mine.strip())
    kept = "\n".join(line for line in own.split("\n") if line.strip())
    return cut(kept, _HEAD, _TAIL), cut(pasted, _PASTED, 0)


def cut(text: str, head: int, tail: int) -> str:
    """Return `text`, or its first `head` and last `tail` letters, cut where a sentence ends if one ends nearby."""
    if len(text) <= head + tail:
        return text
    first, last = text[:head], text[len(text) - tail :]
    end = max(first.rfind(each, head - _SEAM) for each in "。\n") + 1
    start = min((at for at in (last.find(each, 0, _SEAM) for each in "。\n") if at >= 0), default=-1) + 1
    return (first[:end] if end else first) + _LEFT_OUT + last[start:]
