"""Corrections in so many words: 「誤 → 正」, 「Aと言いましたが、本当はB」, and another person in the place of the old one."""

import re
from collections.abc import Iterator
from typing import Final

from advisor.dialogue.cues import cues
from advisor.dialogue.sentences import sentences
from advisor.framework.slots import Slot
from advisor.framework.worksheet import SlotValue, Worksheet

_ARROW: Final = re.compile(
    r"(?:誤|訂正|修正)?[::]?\s*「?(?P<old>[^、。\s「」→⇒::]{1,24})」?\s*(?:→|⇒|⇨|➡|->|=>)\s*(?:正)?[::]?\s*「?(?P<new>[^、。\s「」→⇒::]{1,24})」?"
)
_SAID: Final = re.compile(
    r"「?(?P<old>[^、。\s「」]{1,24}?)」?(?:と|って)(?:書い|書き|言い|言っ|申し|答え|お答え|お伝え|伝え|いっ)[^、。]{0,14}?(?:が|けど|けれども?|のは|ものの)(?:ね)?[、。]?\s*(?P<new>[^。]{1,40})"
)
_MENDING: Final = re.compile(r"訂正|修正|誤|正しく|間違|まちが|すみません|すいません|失礼|ごめん|直し")
_TRUTH: Final = re.compile(
    r"^(?:本当(?:は|のところ)|実(?:は|際(?:は|には)?)|正しくは|正確には|よく見たら|よくよく[^、]{0,6}、)、?"
)
_TOPIC: Final = re.compile(r"^[^、。「」]{1,10}?[はが]、?(?=.)")
_COPULA: Final = re.compile(r"(?:です|でした|だった|だ|や|じゃ)$")
_TAKEN_BACK: Final = re.compile(r"取り消|取消|なかったこと|撤回|間違(?:い|って|え)|違い?まし|違うん|忘れて")
_SOMEBODY: Final = re.compile(
    r"(?P<who>[^、。は]{2,24}?(?:人|方|子|子たち|生|者|世帯|家族|親|夫婦|さん|たち))(?=のほう|の方|です|だ|で|に|が|、|。|$)"
)
_MOST: Final = 3
"""Sentences kept of who is meant instead."""


def said_pairs(own: str) -> Iterator[tuple[str, str]]:
    """Yield the (old, new) wordings of 「誤 → 正」 and of 「Aと言いましたが、本当はB」, the old one with and without its topic."""
    for found in _ARROW.finditer(own):
        yield found["old"], found["new"]
    for found in _SAID.finditer(own):
        new = _TRUTH.sub("", found["new"])
        if _TAKEN_BACK.search(new):
            continue
        old = _COPULA.sub("", found["old"])
        yield found["old"], new
        yield old, new
        yield _TOPIC.sub("", old), new


def is_typed(text: str, sheet: Worksheet, asked: Slot | None) -> bool:
    """Whether a message types a correction with an arrow: something told before, and no target that was asked for."""
    bare = asked != "outcome" and bool(_ARROW.fullmatch(text.strip(" 。")))
    told = any(_holds(found["old"], sheet) for found in _ARROW.finditer(text))
    return told and (bare or bool(_MENDING.search(text)))


def _holds(old: str, sheet: Worksheet) -> bool:
    return any(old in value.text for state in sheet.states for value in state.values)


def takes_back_who(own: str, sheet: Worksheet) -> bool:
    """Whether the message takes back whom it is for: 「客は旅館だと言いましたが、あれは取り消します」."""
    held = "\n".join(value.text for value in sheet["customer"].values)
    for part in sentences(own):
        for found in _SAID.finditer(part):
            old = _TOPIC.sub("", _COPULA.sub("", found["old"]))
            if len(old) > 1 and old in held and _TAKEN_BACK.search(found["new"]):
                return True
    return False


def persons_told(own: str, turn: int) -> tuple[SlotValue, ...]:
    """The sentences that tell who is meant instead; none of those that only take back."""
    told = [part for part in sentences(own) if not _only_takes_back(part)]
    kept = [part for part in told if _SOMEBODY.search(part)]
    if kept:
        kept = [part for part in told if part in kept or re.search(r"\d", part)]
    return tuple(SlotValue(text=part, turn=turn, key=_somebody(part)) for part in kept[:_MOST])


def _only_takes_back(part: str) -> bool:
    return "changes_who" in cues(part) or any(
        _TAKEN_BACK.search(found["new"]) for found in _SAID.finditer(part)
    )


def _somebody(part: str) -> str:
    found = _SOMEBODY.search(part)
    return found["who"] if found else ""
