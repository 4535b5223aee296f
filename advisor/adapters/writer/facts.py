"""Placeholders that stand for facts of the scene and not for quotes: names, rows, keepers, what a card says."""

import re
from collections.abc import Callable
from typing import Final

from advisor.adapters.writer.corrections import correction
from advisor.adapters.writer.signs import SAID, holes
from advisor.adapters.writer.stage import Stage
from advisor.dialogue.naming import refused
from advisor.framework.slots import SLOT_KEEPERS, SLOT_NAMES, Slot

_GOOD: Final = 3.0
_FIELDS: Final = re.compile(r"会議|議事録|授業|証明書|農家|写真")
_SUM: Final = re.compile(r"\d[\d,.]*[億万千]+円?")
_EDITIONS: Final = ("初", "二", "三", "四", "五", "六", "七", "八", "九", "十")


def _technology(index: int) -> Callable[[Stage], str]:
    def shown(stage: Stage) -> str:
        if stage.scene.decision.move == "draft":
            return _compared(stage)
        if index == 0 and not stage.new_technologies:
            return f"「{stage.technology.name}」" if stage.technology else ""
        spoken = (
            stage.carded + stage.uncarded
            if stage.scene.decision.move == "turn_to_want"
            else stage.new_technologies
        )
        return f"「{spoken[index].name}」" if index < len(spoken) else ""

    return shown


def _compared(stage: Stage) -> str:
    """The technology that the paper compares: the first that is neither refused nor given up."""
    ended = " ".join(value.text for value in stage.scene.worksheet["focus"].values)
    kept = [
        name
        for name in stage.names
        if name not in ended and not any(refused(name, text) for text in stage.messages)
    ]
    name = (kept or list(stage.names))[:1]
    return f"「{name[0]}」" if name else ""


def _named(index: int) -> Callable[[Stage], str]:
    """The technologies of the message in the order in which they were named."""
    return lambda stage: (
        f"「{stage.new_technologies[index].name}」" if index < len(stage.new_technologies) else ""
    )


def _card(field: str, index: int = 0) -> Callable[[Stage], str]:
    def shown(stage: Stage) -> str:
        cards = [each.card for each in stage.carded if each.card is not None]
        if not cards and stage.technology and stage.technology.card:
            cards = [stage.technology.card]
        told = str(getattr(cards[index], field) or "").rstrip("。") if index < len(cards) else ""
        return told if field != "advice" or _near(told, stage) else ""

    return shown


def _near(advice: str, stage: Stage) -> bool:
    """Whether a card's advice speaks of the official's field; advice that names no field fits everywhere."""
    fields = set(_FIELDS.findall(advice))
    return not fields or any(field in message for field in fields for message in stage.messages)


def _slot_name(slot: Slot | None) -> str:
    return f"『{SLOT_NAMES[slot]}』" if slot else ""


def _done(stage: Stage) -> str:
    """The slots that were filled last, at most two."""
    told = [change.slot for turn in stage.scene.turns for change in turn.changes if change.values]
    last = list(dict.fromkeys(reversed(told)))[:2]
    return "と".join(_slot_name(slot) for slot in reversed(last))


def _keeper(index: int) -> Callable[[Stage], str]:
    def shown(stage: Stage) -> str:
        if stage.scene.decision.move == "draft" and stage.scene.draft:
            keepers = [SLOT_KEEPERS[slot] for slot in stage.scene.draft.open]
            return keepers[index] if index < len(keepers) else ""
        return SLOT_KEEPERS[stage.scene.decision.about] if stage.scene.decision.about and index == 0 else ""

    return shown


def _open(stage: Stage) -> str:
    slots = stage.scene.draft.open[:2] if stage.scene.draft else holes(stage)[:3]
    return "と".join(_slot_name(slot) for slot in slots)


def _edition(stage: Stage) -> str:
    version = stage.scene.draft.version if stage.scene.draft else 1
    return _EDITIONS[version - 1] if 0 < version <= len(_EDITIONS) else str(version)


def _freed(message: str) -> str:
    """The sum that a work which ends costs now, as it was said."""
    found = SAID["freed_money"].search(message)
    return _SUM.match(found[0])[0] if found else ""  # type: ignore[index]


def _corrected(part: int) -> Callable[[Stage], str]:
    return lambda stage: correction(stage)[part]


def _told(stage: Stage, slot: Slot, written: str) -> str:
    """The words that a line of the paper rests on, as they were said; "" where the paper has no such line."""
    if not written:
        return ""
    row = stage.row(slot)
    return row[0].shown if row and row[0].score >= _GOOD else ""


PLAIN: Final[dict[str, Callable[[Stage], str]]] = {
    "技術": _technology(0),
    "技術2": _technology(1),
    "技術3": _technology(2),
    "得意": _card("good_at"),
    "苦手": _card("bad_at"),
    "助言": _card("advice"),
    "得意2": _card("good_at", 1),
    **{f"挙{n}": _named(n - 1) for n in (1, 2, 3)},
    "今の技術": lambda stage: next(
        (f"「{name}」" for name in stage.names if name in stage.scene.message), ""
    ),
    "札なし": lambda stage: f"「{stage.uncarded[0].name}」" if stage.uncarded else "",
    "項目": lambda stage: _slot_name(stage.scene.decision.about),
    "次項目": lambda stage: _slot_name(stage.scene.decision.asks),
    "済": _done,
    "聞く相手": _keeper(0),
    "聞く相手2": _keeper(1),
    "地域": lambda stage: stage.place,
    "相手": lambda stage: stage.superior,
    "所": lambda stage: stage.scene.case.place if stage.scene.case else "",
    "旧": _corrected(0),
    "新": _corrected(1),
    "行": _corrected(2),
    "行2": _corrected(3),
    "浮き": lambda stage: _freed(stage.scene.message),
    "版": _edition,
    "行数": lambda stage: str(len(stage.rows)),
    "要旨": lambda stage: _told(stage, "aspiration", stage.scene.draft.lead if stage.scene.draft else ""),
    "届ける価値": lambda stage: _told(stage, "value", stage.scene.draft.value if stage.scene.draft else ""),
    "穴": _open,
}
