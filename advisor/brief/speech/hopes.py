"""Wishes that are not said with たい: 「〜だったらいい」, 「〜ばいい」, 「〜のほうがいい」, 「〜てほしい」."""

import re
from collections.abc import Sequence

from advisor.words import Word, Words

_LIKED = r"(?:よい|いい|嬉しい|うれしい)"


def hoped(text: str, words: Words) -> str:
    """Return what is wished in dictionary form (「にぎやかだったらよい」 -> 「にぎやかになる」); else the text."""
    adjective = re.search(rf"(?:だったら|であれば|なら){_LIKED}(?:の)?$", text)
    if adjective:
        return text[: adjective.start()] + "になる"
    rather = re.search(r"(?<=[一-龥ァ-ヶー])の(?:ほう|方)が(?:よい|いい)$", text)
    plain = re.search(rf"(?<=[るういくすつぬむぶ])と{_LIKED}$", text)
    cut = rather or plain
    if cut:
        return text[: cut.start()]
    return _by_verb(text, words)


def _by_verb(text: str, words: Words) -> str:
    wanted = re.search(r"(?:て|で)(?:ほしい|欲しい)$", text)
    if wanted:
        return _closed(text, words(text[: wanted.start()]), ("動詞",))
    enough = re.search(r"ば、?(?:それで)?(?:よい|いい|十分|満足)(?:な|の)?$", text)
    if enough:
        before = words(text[: enough.start() + 1])[:-1]
        return _closed(text, before, ("動詞", "助動詞"))
    liked = re.search(rf"[ただ]ら{_LIKED}(?:の)?$", text)
    return _closed(text, words(text[: liked.start()]), ("動詞", "助動詞")) if liked else text


def _closed(text: str, before: Sequence[Word], tags: tuple[str, ...]) -> str:
    if not before or before[-1].tag not in tags:
        return text
    return text[: before[-1].start] + before[-1].lemma
