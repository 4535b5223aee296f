"""Conditions a phrasing may name: things that can be seen in the text, the worksheet or the decision."""

import re
from collections.abc import Callable
from typing import Final

from advisor.adapters.writer.stage import Stage
from advisor.dialogue.cues import cues
from advisor.dialogue.quotes import apart
from advisor.framework.slots import SLOT_KEEPERS, SLOTS, Slot

Condition = Callable[[Stage], bool]

_HEDGING: Final = re.compile(r"かも(?:しれ|な|、|。|…|$)|かなあ?(?:[、。…]|$|と)|気がし|気もし|みたいな|…[??]|たぶん|らしくて|ですかねえ?|でしょうか|のかなって|うーん")
_USAGE: Final = re.compile(r"利用(?:者数|件数|率)|登録(?:者数|件数|率)|ダウンロード|アクセス数|閲覧数|普及率|導入(?:件数|率)|交付率")
_UNTIL: Final = re.compile(r"まで(?:は|の間|。|、|$)|当面|しばらく|今期|今年度")


def _feature(name: str) -> Condition:
    return lambda stage: name in stage.said.features


def _cue(name: str) -> Condition:
    return lambda stage: name in stage.scene.cues


def _numbers(count: int) -> Condition:
    return lambda stage: len(apart([each for each in stage.quotes if "amount" in each.marks and each.kind == "体"], count)) >= count


def _no_technology(stage: Stage) -> bool:
    return bool(stage.names) and not any(name in stage.scene.message for name in stage.names)


def _contrast(kind: str) -> Condition:
    return lambda stage: any(each.kind == kind for each in stage.said.contrasts)


def _two_money(stage: Stage) -> bool:
    return len(apart([each for each in stage.quotes if "money" in each.marks and each.has_number and each.kind == "体"], 2)) == 2


def _offered_last(offer: str) -> Condition:
    return lambda stage: bool(stage.scene.turns) and stage.scene.turns[-1].decision.offers == offer


def _made(move: str) -> Condition:
    return lambda stage: any(turn.decision.move == move for turn in stage.scene.turns)


def _from_above_before(stage: Stage) -> bool:
    return bool(stage.superior) and any("from_above" in cues(message) for message in stage.messages)


def _comers(stage: Stage) -> bool:
    return bool(re.search(r"引っ越|移住|転入|観光|湯治|滞在|移り住|旅(?:行|人)|来てほしい|見学", "\n".join(stage.messages[:4])))


def _masked(*kinds: str) -> Condition:
    return lambda stage: bool(stage.scene.masked) and {each.type for each in stage.scene.masked} <= set(kinds)


def _technologies(least: int, most: int = 99) -> Condition:
    return lambda stage: least <= len(stage.new_technologies) <= most


def _others(least: int, most: int = 99) -> Condition:
    return lambda stage: bool(stage.carded) and least <= len(stage.uncarded) <= most


def _open(least: int, most: int = 99, same: bool | None = None) -> Condition:
    def holds(stage: Stage) -> bool:
        slots = stage.scene.draft.open if stage.scene.draft else ()
        alike = len({SLOT_KEEPERS[slot] for slot in slots[:2]}) < min(len(slots), 2)
        return least <= len(slots) <= most and (same is None or same == alike)

    return holds


def holes(stage: Stage) -> tuple[Slot, ...]:
    """Rows of the worksheet that hold nothing."""
    return tuple(state.slot for state in stage.scene.worksheet.states if not state.values)


_CONDITIONS: Final[dict[str, Condition]] = {
    **{
        name: _feature(name)
        for name in (
            "life", "feeling", "reason", "order", "walks", "bonds", "stops", "worry", "against", "allies", "own_role",
            "one_point", "without", "narrowed", "slogan",
        )
    },
    **{name: _cue(name) for name in ("confirms", "declines", "continues", "thanks", "hurried", "later_technology", "from_above")},
    "number": lambda stage: any(each.has_number for each in stage.quotes),
    "two_numbers": _numbers(2),
    "three_numbers": _numbers(3),
    "contrast": _contrast("not_but"),
    "into": lambda stage: any(each.kind in ("into", "from_to") for each in stage.said.contrasts),
    "two_money": _two_money,
    "deadline": lambda stage: any("deadline" in each.marks and each.kind == "体" for each in stage.quotes),
    "hedging": lambda stage: bool(_HEDGING.search(stage.scene.message)),
    "usage": lambda stage: bool(_USAGE.search(stage.scene.message)),
    "until": lambda stage: bool(_UNTIL.search(stage.scene.message)),
    "short": lambda stage: len(stage.scene.message) < 14,
    "placed": lambda stage: stage.place != "地域",
    "long": lambda stage: len(stage.scene.message) > 24,
    "greeting": lambda stage: bool(re.match(r"(こんにち|こんばん|おはよう|はじめまして|初めまして|お世話)", stage.scene.message)),
    "dont_know": lambda stage: stage.scene.reading.intent == "dont_know" or bool(re.search(r"(分か|わか)(ら(ない|なく|ん)|りません)|何を(考え|した|す)", stage.scene.message)),
    "no_technology": _no_technology,
    "technology_now": lambda stage: bool(stage.new_technologies) and stage.scene.decision.move == "turn_to_want",
    "technology_known": lambda stage: stage.technology is not None,
    "one_technology": lambda stage: stage.technology is not None and (len(stage.names) == 1 or stage.scene.decision.technology is not None),
    "many_technologies": lambda stage: len(stage.names) > 1 and stage.scene.decision.technology is None,
    "case_technology": lambda stage: stage.scene.case is not None and stage.technology is not None and stage.technology.name in stage.scene.case.technologies,
    "first_technology_before": lambda stage: bool(stage.names) and stage.technologies[0].turn < stage.scene.number - 1,
    "technologies_2": _technologies(2, 2),
    "technologies_3": _technologies(3),
    "others_1": _others(1, 1),
    "others_2": _others(2, 2),
    "others_many": _others(3),
    "wish_with_technology": lambda stage: stage.scene.decision.about in ("aspiration", "customer", "value", "current_experience")
    and any(name in stage.scene.message for name in stage.names)
    and stage.scene.decision.move == "ask_slot",
    "narrowed_customer": lambda stage: "narrowed" in stage.said.features and stage.scene.decision.about in ("focus", "customer"),
    "target_alone": lambda stage: stage.scene.decision.about == "outcome" and not stage.scene.worksheet["evidence"].values,
    "superior_now": lambda stage: "from_above" in stage.scene.cues and bool(stage.superior) and stage.scene.decision.move != "turn_to_want",
    "from_above_before": _from_above_before,
    "comers_before": _comers,
    "self_leads": lambda stage: bool(re.search(r"(私|僕|わし|俺|自分|わたし|わたくし)(自身)?(が|で|も)(前に|引|や|担|進|動|中心)", stage.scene.message)),
    "leaving": lambda stage: bool(re.search(r"定年|退職|異動|転勤", stage.scene.message)),
    "named": lambda stage: stage.person is not None,
    "filled": lambda stage: any(change.values for change in stage.scene.changes),
    "answered": lambda stage: stage.best is not None,
    "drafted": lambda stage: _made("draft")(stage) or stage.scene.decision.move == "draft",
    "reflected": _made("reflect"),
    "offered_draft_last": _offered_last("draft"),
    "offered_case_last": _offered_last("case"),
    "offer_draft": lambda stage: stage.scene.decision.offers == "draft",
    "slot_known": lambda stage: stage.scene.decision.about is not None,
    "slot_asked": lambda stage: stage.scene.decision.asks is not None,
    "pending_same": lambda stage: bool(stage.scene.turns) and stage.scene.turns[-1].decision.asks == stage.scene.decision.asks is not None,
    "limits_case": lambda stage: stage.scene.case is not None,
    "holes": lambda stage: 1 <= len(holes(stage)) <= 3,
    "draft_lead": lambda stage: bool(stage.scene.draft and stage.scene.draft.lead),
    "draft_value": lambda stage: bool(stage.scene.draft and stage.scene.draft.value),
    "open_0": _open(0, 0),
    "open_1": _open(1, 1),
    "open_2": _open(2, 2, same=False),
    "open_same": _open(2, 2, same=True),
    "open_many": _open(3),
    "masked_name": _masked("name"),
    "masked_number": _masked("my_number", "bank_account", "license", "insurance_no", "phone"),
}
_FLAVOURS: Final = frozenset(
    ["from_above", "copying", "grant", "vendor", "hurried", "left_to_superior", "pressed", "explain", "suspicious", "wants_product", "tired", "back", "none"]
)


def is_condition(name: str) -> bool:
    """Whether a condition of this name exists."""
    head, _, rest = name.partition(".")
    if head in ("has", "about", "asks"):
        return rest in SLOTS
    return rest in _FLAVOURS if head == "flavour" else name in _CONDITIONS


def holds(name: str, stage: Stage) -> bool:
    """Whether a condition holds; `!` before its name turns it round."""
    if name.startswith("!"):
        return not holds(name[1:], stage)
    head, _, rest = name.partition(".")
    decision = stage.scene.decision
    if head == "has":
        return any(slot == rest for slot in stage.scene.worksheet.answered)
    if head == "about":
        return decision.about == rest and any(each.slot == rest and each.values for each in stage.scene.changes)
    if head == "asks":
        return decision.asks == rest
    if head == "flavour":
        return decision.flavour == ("" if rest == "none" else rest)
    return _CONDITIONS[name](stage)
