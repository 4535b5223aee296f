"""The port `Reader` served by small learned models, the same result every time."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from advisor.adapters.reader.judging import Judgement, judge
from advisor.adapters.reader.linear import Floats
from advisor.adapters.reader.technologies import names
from advisor.adapters.reader.view import View, look
from advisor.adapters.reader.weights import Weights, load
from advisor.dialogue.pasted import own_words
from advisor.dialogue.reading import Fill, Reading
from advisor.framework.labels import INTENTS, STANCES, Phase
from advisor.framework.slots import SLOTS, Slot
from advisor.words import Words

Embed = Callable[[str], Sequence[float]]
"""Returns the vector of one text, embedded as a query, with norm 1."""

PHASES: Final[tuple[Phase | None, ...]] = (None, 1, 2, 3)
WEIGHTS: Final = Path(__file__).parent / "weights"
_HEAD: Final = 1_200
_TAIL: Final = 400
"""Letters read at the beginning and at the end of a long message."""
_EMBEDDED: Final = 80
"""Letters of a message that become its vector; the time of the embedding grows with them."""


def shipped(vectors: bool) -> Weights:
    """Return the weights that come with the package, for use with vectors or without."""
    return load(WEIGHTS / ("vectors" if vectors else "letters"))


class EmbeddedReader:
    """Reads a message with words, letters and, where `embed` is given, a vector of the message."""

    def __init__(self, words: Words, embed: Embed | None = None, weights: Weights | None = None) -> None:
        self._words = words
        self._embed = embed
        self._weights = weights or shipped(vectors=embed is not None)

    def read(self, text: str, asked: Slot | None = None, question: str | None = None) -> Reading:
        """Return the reading of a cleaned, masked message; the words of the question are not looked at."""
        own, whole = self.views(text, asked)
        if not own.words:
            return Reading(stance_confidence=0.0, phase_confidence=0.0, intent_confidence=0.0)
        return reading(own, whole, judge(own, whole, self._weights), self._weights)

    def views(self, text: str, asked: Slot | None) -> tuple[View, View]:
        """Return what the models see of a message: its own words, and the whole with pasted matter."""
        own, whole = _readable(own_words(text)), _readable(text)
        if not own.strip():
            own = whole
        view = look(own, asked, self._words, self._vector(own))
        return view, view if own == whole else look(whole, asked, self._words)

    def _vector(self, text: str) -> Floats | None:
        piece = " ".join(text.split())[:_EMBEDDED]
        if self._embed is None or not self._weights.uses_vectors or not piece:
            return None
        return np.asarray(self._embed(piece), np.float32)


def _readable(text: str) -> str:
    """The head and the tail of a long text, on lines of their own."""
    return text if len(text) <= _HEAD + _TAIL else text.strip()[:_HEAD] + "\n" + text.rstrip()[-_TAIL:]


def reading(view: View, whole: View, judgement: Judgement, weights: Weights) -> Reading:
    """Return the reading that a judgement of a message's own words and of the whole amounts to."""
    intent, phase, stance = (
        int(each.argmax()) for each in (judgement.intent, judgement.phase, judgement.stance)
    )
    return Reading(
        stance=STANCES[stance],
        phase=PHASES[phase],
        intent=INTENTS[intent],
        technologies=names(whole, judgement.technologies),
        fills=tuple(_fills(view, judgement, weights)),
        stance_confidence=float(judgement.stance[stance]),
        phase_confidence=float(judgement.phase[phase]),
        intent_confidence=float(judgement.intent[intent]),
    )


def _fills(view: View, judgement: Judgement, weights: Weights) -> list[Fill]:
    found = []
    for index, slot in enumerate(SLOTS):
        if judgement.slots[index] < weights.settings["threshold"][slot]:
            continue
        stretch = judgement.stretches[index]
        text = _unbroken(view.text[view.words[stretch.first].start : view.words[stretch.last].end])
        found.append(Fill(slot=slot, text=text, confidence=float(judgement.slots[index])))
    return found


def _unbroken(text: str) -> str:
    """The longest line of an extract that reaches over lines, so that nothing pasted stands inside."""
    return max((each.strip() for each in text.split("\n")), key=len)
