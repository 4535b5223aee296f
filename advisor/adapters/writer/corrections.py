"""What a correction changed: old words, new words, and the sections of the paper it touches."""

import re
from typing import Final

from advisor.adapters.writer.stage import Stage
from advisor.brief.model import SECTION_TITLES, SectionId
from advisor.dialogue.corrections import claimed
from advisor.framework.slots import Slot
from advisor.words import COUNT

_SECTIONS: Final[dict[Slot, tuple[SectionId, ...]]] = {
    "aspiration": ("summary", "purpose"),
    "customer": ("customer", "summary"),
    "current_experience": ("today", "journey"),
    "evidence": ("figures", "outcome"),
    "value": ("value", "summary"),
    "strengths": ("drive",),
    "focus": ("purpose", "work"),
    "measure": ("work", "logic"),
    "technology_role": ("means",),
    "leader": ("drive",),
    "stakeholders": ("drive",),
    "outcome": ("outcome", "logic"),
    "resources": ("drive",),
    "risks": ("drive",),
}
_NOT_BUT: Final = re.compile(r"^[^、。「」]{1,14}(?:じゃなくて?|ではなくて?|やのうて)、?(?=.{4})")
_AMOUNT: Final = re.compile(
    rf"(?:延べ|約|平均|計|年)?{COUNT}(?:[万億千百兆])?(?:[一-龥ァ-ヶ々]{{1,3}}?(?=[がはをにでのとへもやだじ、。から\s]|$)|[%%]|[A-Za-z]{{1,3}})?"
)


def correction(stage: Stage) -> tuple[str, str, str, str]:
    """Return (old, new, section, second section) as they are shown; "" where there is none."""
    changes = [change for change in stage.scene.changes if change.replaces or change.values]
    changes.sort(key=lambda change: not change.replaces)
    if not changes:
        return "", "", "", ""
    old = " ".join(value.text for change in changes for value in change.replaces)
    new = " ".join(value.text for change in changes for value in change.values)
    before, after = _pair(stage, old, new)
    titles = [f"『{SECTION_TITLES[section]}』" for section in _SECTIONS[changes[0].slot]] + ["", ""]
    return _shown(before), _shown(after), titles[0], titles[1]


def is_unheard(stage: Stage) -> bool:
    """Whether the old words of a correction were never said in this consultation."""
    old = correction(stage)[0].strip("「」")
    return bool(old) and not any(old in message for message in stage.messages[:-1])


def _pair(stage: Stage, old: str, new: str) -> tuple[str, str]:
    message = stage.scene.message
    spoken = list(dict.fromkeys(_AMOUNT.findall(message)))
    was = [each for each in spoken if each in old]
    now = [each for each in spoken if each not in old] or [
        each for each in dict.fromkeys(_AMOUNT.findall(new)) if each not in old
    ]
    if now:
        unit = _unit(now[-1])
        alike = [each for each in was or _AMOUNT.findall(old) if _unit(each) == unit]
        if alike:
            return alike[0], now[-1]
    told = claimed(message)
    if told is not None and told[1] in new:
        return told[0], _NOT_BUT.sub("", told[1])
    for pair in stage.said.contrasts:
        if pair.left.text in old or old == "":
            return pair.left.text, pair.right.text
    best = next((quote.text for quote in stage.quotes), "")
    return "", _NOT_BUT.sub("", best)


def _unit(amount: str) -> str:
    return re.sub(r"^[^\d0-9]*[\d0-9,.,.]+", "", amount)


def _shown(text: str) -> str:
    return f"「{text}」" if text else ""
