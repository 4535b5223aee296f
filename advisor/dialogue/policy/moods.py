"""Rules for resistance and fatigue: questions stop, and what can be given is laid out."""

import re

from advisor.dialogue.moves import Decision
from advisor.dialogue.policy.view import View

_UNFAIR = re.compile(r"公平|平等|えこひいき|だけ(?:優遇|特別|得)")
"""Said in so many words; an answer that merely speaks of everybody objects to nothing."""


def fairness_objection(view: View) -> Decision | None:
    """Targeting is resisted in the name of fairness."""
    if "fairness" not in view.cues or view.count("fairness") >= 1 or view.number == 1:
        return None
    plain = view.reading.intent == "answer" and view.pending in view.filled
    if plain and not _UNFAIR.search(view.message):
        return None
    if view.reading.intent not in ("pushback", "answer", "dont_know", "seek_advice", "ask_fact"):
        return None
    return Decision(
        move="fairness",
        rule="fairness_objection",
        because="対象を絞ることへの、公平性の心配が出た",
        about="customer",
        passage=view.found.fairness,
        asks="risks" if view.can_ask("risks") else None,
    )


def pushed_back(view: View) -> Decision | None:
    """Pushback or fatigue: questions stop, and what can be given now is laid out; not again within three turns."""
    pushing = view.reading.intent == "pushback" or ("tired" in view.cues and not view.filled)
    if not pushing:
        return None
    if "left_to_superior" in view.cues and view.can_ask("current_experience"):
        return Decision(
            move="ask_slot",
            rule="left_to_superior",
            because="方針は首長、形にするのは職員という分担を受け、現場の場面を聞く",
            flavour="left_to_superior",
            asks="current_experience",
        )
    if view.since(("hold_back",)) <= 3:
        return Decision(
            move="reflect",
            rule="pushed_back_again",
            because="押し返しが続くので、問わずにいまの分だけ並べる",
            flavour="summary",
            offers="draft",
        )
    return Decision(
        move="hold_back",
        rule="pushed_back",
        because="押し返しや疲れがあるので、問いを止めて、いま出せるものを並べる",
        flavour=_mood(view),
        offers="draft",
        about=view.pending,
    )


def _mood(view: View) -> str:
    for mood in ("suspicious", "wants_product", "hurried", "tired"):
        if mood in view.cues:
            return mood
    return ""
