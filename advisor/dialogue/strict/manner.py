"""The words a model may speak in: those of the ground, and a reviewed vocabulary of the advisor's manner."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from advisor.dialogue.asking import asking
from advisor.dialogue.scene import Scene
from advisor.dialogue.strict.ground import Ground, flat, ground, plainly
from advisor.words import Word, Words

_CONTENT: Final = frozenset({"名詞", "動詞", "形容詞", "形状詞", "副詞"})
_NAME: Final = "固有名詞"
_NUMERAL: Final = "数詞"
_JAPANESE: Final = re.compile(r"[一-龥々ぁ-んァ-ヶ]")
_POLITE: Final = re.compile(r"(?:です|ます|ません|でした|ました|でしょう|ましょう|ください)よ?$")
_RECEIVING: Final = re.compile(r"[ねと]$")
_SOURCE: Final = "〔出典〕"
_ASKED: Final = 3
"""Unknown words that a question may bring: what it asks for is not said yet."""
_CARRIED: Final = 2
"""Unknown words that a sentence may have which rests on a word of the official's, or only receives."""
_BARE: Final = 1
"""Unknown words that any other sentence may have."""


class Manner(NamedTuple):
    """The reviewed vocabulary, in normalised forms, and what splits a text into words."""

    words: Words
    reviewed: frozenset[str]
    """Words that claim nothing of their own, free in every sentence."""
    struck: frozenset[str]
    """Words that promise, praise, judge or name powers: never without ground."""


class Footing(NamedTuple):
    """What one reply may be worded with: the manner, the ground of its scene, and its embedded draft."""

    manner: Manner
    ground: Ground
    known: frozenset[str]
    """Words of the ground and of the draft."""
    own: frozenset[str]
    """What the official said, without the reviewed words."""


class _Unknown(NamedTuple):
    """How many words of a sentence nothing carries, by kind."""

    struck: int
    nouns: int
    others: int


def footing(manner: Manner, scene: Scene, draft: str = "") -> Footing:
    """Return what a reply to `scene` may be worded with; `draft` is the embedded reply that it words anew."""
    base = ground(scene)
    own = forms(manner.words, base.said)
    known = own.union(*(forms(manner.words, text) for text in (base.library, base.shown, flat(draft))))
    return Footing(manner, base, known, own - manner.reviewed)


def forms(words: Words, text: str) -> frozenset[str]:
    """Return the normalised and the dictionary forms of the content words of `text`."""
    return frozenset(form for word in words(text) if is_content(word) for form in _forms(word))


def is_content(word: Word) -> bool:
    """Whether a word says something of its own in Japanese letters; numerals and Latin words are checked elsewhere."""
    return word.tag in _CONTENT and word.tags[1] != _NUMERAL and bool(_JAPANESE.search(word.surface))


def unfounded(sentence: str, on: Footing) -> bool:
    """Whether a sentence says more than its ground and the reviewed vocabulary carry."""
    if sentence.startswith(_SOURCE):
        return False
    spoken = _distinct(on.manner.words(plainly(sentence)))
    found = _counted([word for word in spoken if not _stands(word, on)], on.manner)
    if asking(sentence):
        return found.struck > 1 or sum(found) > _ASKED
    return found.struck > 0 or found.nouns > 1 or sum(found) > _allowed(sentence, spoken, on)


def _distinct(words: Sequence[Word]) -> list[Word]:
    """The content words, each once."""
    return list({word.normalized: word for word in words if is_content(word)}.values())


def _counted(unknown: list[Word], manner: Manner) -> _Unknown:
    struck = [word for word in unknown if word.tags[1] == _NAME or _forms(word) & manner.struck]
    rest = [word for word in unknown if word not in struck and word.tag != "副詞"]
    nouns = sum(word.tag == "名詞" for word in rest)
    return _Unknown(len(struck), nouns, len(rest) - nouns)


def _stands(word: Word, on: Footing) -> bool:
    """Whether the reviewed vocabulary, the ground or the draft has the word; longer ones also inside other words."""
    written = len(word.surface) > 1 and on.ground.has(flat(word.surface))
    return written or bool(_forms(word) & (on.manner.reviewed | on.known))


def _allowed(sentence: str, spoken: list[Word], on: Footing) -> int:
    """How many unknown words a sentence that asks nothing may have."""
    end = sentence.rstrip("。…! ")
    carried = any(_forms(word) & on.own for word in spoken)
    return _CARRIED if carried or _RECEIVING.search(end) or not _POLITE.search(end) else _BARE


def _forms(word: Word) -> frozenset[str]:
    return frozenset({word.normalized, word.lemma})
