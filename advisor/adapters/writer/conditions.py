"""Conditions a phrasing may name: things that can be seen in the text, the worksheet or the decision."""

import re
from collections.abc import Callable
from typing import Final

from advisor.adapters.writer.rows import leaves_out
from advisor.adapters.writer.signs import (
    DEADLINE,
    HEDGING,
    OFFICE,
    OWN_FEELING,
    OWN_MATTER,
    SAID,
    TROUBLE,
    UNTIL,
    USAGE,
    WISHING,
    Condition,
    abroad,
    asks_beside,
    comers,
    contrast,
    cue,
    feature,
    from_above_before,
    grave,
    holes,
    made,
    masked,
    no_technology,
    numbers,
    offered_last,
    open_question,
    open_rows,
    others,
    pressed_for_time,
    said,
    technologies,
    technology_said,
    two_money,
)
from advisor.adapters.writer.stage import Stage
from advisor.dialogue.asked import OWN_QUESTIONS
from advisor.framework.slots import SLOTS

_CONDITIONS: Final[dict[str, Condition]] = {
    **{
        name: feature(name)
        for name in (
            "feeling",
            "reason",
            "order",
            "walks",
            "bonds",
            "stops",
            "worry",
            "against",
            "allies",
            "own_role",
            "one_point",
            "without",
            "narrowed",
            "slogan",
        )
    },
    **{
        name: cue(name)
        for name in (
            "confirms",
            "declines",
            "continues",
            "thanks",
            "hurried",
            "later_technology",
            "from_above",
        )
    },
    "number": lambda stage: any(each.has_number for each in stage.quotes),
    "two_numbers": numbers(2),
    "three_numbers": numbers(3),
    "contrast": contrast("not_but"),
    "into": lambda stage: any(each.kind in ("into", "from_to") for each in stage.contrasts),
    "two_money": two_money,
    "deadline": lambda stage: any("deadline" in each.marks and each.kind == "体" for each in stage.quotes),
    "hedging": lambda stage: bool(HEDGING.search(stage.scene.message)),
    "usage": lambda stage: bool(USAGE.search(stage.scene.message)),
    "until": lambda stage: bool(UNTIL.search(stage.scene.message)),
    "short": lambda stage: len(stage.scene.message) < 14,
    "placed": lambda stage: stage.place != "地域",
    "long": lambda stage: len(stage.scene.message) > 24,
    "dont_know": lambda stage: (
        stage.scene.reading.intent == "dont_know"
        or bool(re.search(r"(分か|わか)(ら(ない|なく|ん)|りません)|何を(考え|した|す)", stage.scene.message))
    ),
    "no_technology": no_technology,
    "technology_now": lambda stage: (
        bool(stage.new_technologies) and stage.scene.decision.move == "turn_to_want"
    ),
    "technology_known": lambda stage: stage.technology is not None,
    "one_technology": lambda stage: (
        stage.technology is not None
        and (len(stage.names) == 1 or stage.scene.decision.technology is not None)
    ),
    "many_technologies": lambda stage: len(stage.names) > 1 and stage.scene.decision.technology is None,
    "case_technology": lambda stage: (
        stage.scene.case is not None
        and stage.technology is not None
        and stage.technology.name in stage.scene.case.technologies
    ),
    "first_technology_before": lambda stage: (
        bool(stage.names) and stage.technologies[0].turn < stage.scene.number - 1
    ),
    **{name: said(name) for name in SAID},
    "life": grave,
    "lead_without_technology": lambda stage: (
        stage.scene.draft is not None and not any(name in stage.scene.draft.lead for name in stage.names)
    ),
    "first_message": lambda stage: not stage.scene.turns,
    "internal": lambda stage: any(
        re.search(r"職員|担当|係員|事務局", value.text) for value in stage.scene.worksheet["customer"].values
    ),
    "technology_promised": lambda stage: any(
        id.startswith("s-technology") for turn in stage.scene.turns for id in turn.reply.used
    ),
    "own_matter": lambda stage: bool(OWN_MATTER.search(stage.scene.message)),
    "technologies_2": technologies(2, 2),
    "technologies_3": technologies(3),
    "others_1": others(1, 1),
    "others_2": others(2, 2),
    "others_many": others(3),
    "wish_with_technology": lambda stage: (
        stage.scene.decision.about in ("aspiration", "customer", "value", "current_experience")
        and any(name in stage.scene.message for name in stage.names)
        and stage.scene.decision.move == "ask_slot"
    ),
    "narrowed_customer": lambda stage: (
        "narrowed" in stage.said.features and stage.scene.decision.about in ("focus", "customer")
    ),
    "target_alone": lambda stage: (
        stage.scene.decision.about == "outcome" and not stage.scene.worksheet["evidence"].values
    ),
    "superior_now": lambda stage: (
        "from_above" in stage.scene.cues
        and bool(stage.superior)
        and stage.scene.decision.move != "turn_to_want"
    ),
    "from_above_before": from_above_before,
    "comers_before": comers,
    "self_leads": lambda stage: bool(
        re.search(
            r"(私|僕|わし|俺|自分|わたし|わたくし|小職|当職|手前|小生)(自身)?(が|で|も)(前に|引|や|担|進|動|中心|務め|つとめ|勤め)",
            stage.scene.message,
        )
    ),
    "leaving": lambda stage: bool(re.search(r"定年|退職|異動|転勤", stage.scene.message)),
    "named": lambda stage: stage.person is not None,
    "filled": lambda stage: any(change.values for change in stage.scene.changes),
    "answered": lambda stage: stage.best is not None,
    "drafted": lambda stage: made("draft")(stage) or stage.scene.decision.move == "draft",
    "reflected": made("reflect"),
    "offered_draft_last": offered_last("draft"),
    "offered_case_last": offered_last("case"),
    "offer_draft": lambda stage: stage.scene.decision.offers == "draft",
    "own_feeling": lambda stage: bool(OWN_FEELING.search(stage.scene.message)),
    "wishing": lambda stage: bool(WISHING.search(stage.scene.message)),
    "none_needed": lambda stage: bool(
        re.match(r"(?:特に)?(?:なし|ない|不要|いらない|要らない|いりません)", stage.scene.message)
    ),
    "trouble": lambda stage: any(TROUBLE.search(each.text) for each in stage.quotes),
    "digits": lambda stage: bool(re.search(r"\d", stage.scene.message)),
    "open_question": open_question,
    "deadline_said": lambda stage: bool(DEADLINE.search(stage.scene.message)),
    "office_wish": lambda stage: bool(OFFICE.search(stage.scene.message)),
    "slot_known": lambda stage: stage.scene.decision.about is not None,
    "slot_asked": lambda stage: stage.scene.decision.asks is not None,
    "pending_same": lambda stage: (
        bool(stage.scene.turns)
        and stage.scene.turns[-1].decision.asks == stage.scene.decision.asks is not None
    ),
    "case_missed": lambda stage: any(
        turn.decision.move == "offer_case" and turn.decision.case is None for turn in stage.scene.turns
    ),
    "asks_beside": asks_beside,
    "case_abroad": abroad,
    "more_rows": leaves_out,
    "pressed_for_time": pressed_for_time,
    "technology_said": technology_said,
    "holes_left": lambda stage: bool(holes(stage)),
    "holes": lambda stage: 1 <= len(holes(stage)) <= 3,
    "draft_lead": lambda stage: bool(stage.scene.draft and stage.scene.draft.lead),
    "draft_value": lambda stage: bool(stage.scene.draft and stage.scene.draft.value),
    "open_0": open_rows(0, 0),
    "open_1": open_rows(1, 1),
    "open_2": open_rows(2, 2, same=False),
    "open_same": open_rows(2, 2, same=True),
    "open_many": open_rows(3),
    "masked_name": masked("name"),
    "masked_number": masked("my_number", "bank_account", "license", "insurance_no", "phone"),
}
_FLAVOURS: Final = frozenset(
    [
        "from_above",
        "copying",
        "grant",
        "vendor",
        "hurried",
        "left_to_superior",
        "pressed",
        "explain",
        "suspicious",
        "wants_product",
        "tired",
        "back",
        "reassure",
        "none",
    ]
)


def is_condition(name: str) -> bool:
    """Whether a condition of this name exists."""
    head, _, rest = name.partition(".")
    if head in ("has", "about", "asks"):
        return rest in SLOTS
    if head == "cue":
        return rest in OWN_QUESTIONS
    return rest in _FLAVOURS if head == "flavour" else name in _CONDITIONS


def holds(name: str, stage: Stage) -> bool:
    """Whether a condition holds; `!` before its name turns it round."""
    if name.startswith("!"):
        return not holds(name[1:], stage)
    head, _, rest = name.partition(".")
    return _BY_HEAD[head](rest, stage) if head in _BY_HEAD else _CONDITIONS[name](stage)


_BY_HEAD: Final[dict[str, Callable[[str, Stage], bool]]] = {
    "has": lambda slot, stage: any(each == slot for each in stage.scene.worksheet.answered),
    "about": lambda slot, stage: (
        stage.scene.decision.about == slot
        and any(each.slot == slot and each.values for each in stage.scene.changes)
    ),
    "asks": lambda slot, stage: stage.scene.decision.asks == slot,
    "cue": lambda name, stage: name in stage.scene.cues,
    "flavour": lambda name, stage: stage.scene.decision.flavour == ("" if name == "none" else name),
}
"""Conditions with a name behind a dot."""
