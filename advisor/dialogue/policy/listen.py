"""Rules that answer what the official does: accepts, corrects, greets, does not know, wants the paper."""

from advisor.dialogue.moves import Decision, Offer
from advisor.dialogue.policy.path import next_slot, pending_or_next
from advisor.dialogue.policy.view import View
from advisor.framework.slots import SLOT_NAMES, Slot

_EARLY = 5
"""A draft with fewer answered slots than this asks for its most useful hole."""


def three_things_first(view: View) -> Decision | None:
    """「企画書だけ書いて」 as the very first message: agree, and ask the first of three things."""
    first = view.number == 1 and not view.worksheet.answered
    if not first or view.reading.intent != "request_brief" or "wants_draft" in view.cues:
        return None
    return Decision(
        move="ask_slot",
        rule="three_things_first",
        because="材料がまだないので、三つだけ伺って下書きにする",
        flavour="hurried",
        asks=next_slot(view),
    )


def draft_asked_for(view: View) -> Decision | None:
    """「もう下書きを」 always gets one."""
    asked = view.reading.intent == "request_brief" or "wants_draft" in view.cues
    if not asked or (view.reading.intent in ("correct", "unsafe") and "wants_draft" not in view.cues):
        return None
    return draft(view, "draft_asked_for", "下書きを求められた")


def draft(view: View, rule: str, because: str) -> Decision:
    """Return a draft; an early one asks for its most useful hole."""
    early = len(view.worksheet.answered) < _EARLY
    return Decision(
        move="draft",
        rule=rule,
        because=because,
        flavour="again" if view.drafted else "first",
        asks=next_slot(view) if early else None,
    )


def standing_offer(view: View) -> Offer | None:
    """What was offered last and is still open: by the last reply, or by the one before a mere interruption."""
    for turn in reversed(view.turns[-2:]):
        if turn.decision.offers:
            return turn.decision.offers
        if turn.decision.move not in ("small_talk", "answer_fact", "decline"):
            return None
    return None


def draft_accepted(view: View) -> Decision | None:
    """はい after an offered draft takes it."""
    if standing_offer(view) != "draft" or "accepts" not in view.cues or view.filled:
        return None
    return draft(view, "draft_accepted", "申し出が受けられた")


def case_accepted(view: View) -> Decision | None:
    """はい after an offered case shows it."""
    if standing_offer(view) != "case" or "accepts" not in view.cues or view.filled:
        return None
    shown = next(
        (turn.decision.case for turn in reversed(view.turns) if turn.decision.offers == "case"), None
    )
    return Decision(
        move="offer_case",
        rule="case_accepted",
        because="許しを得たので、例を三行で出す",
        flavour="accepted",
        case=shown,
        asks=pending_or_next(view),
    )


def summary_chosen(view: View) -> Decision | None:
    """A summary was chosen: what is there, without a question."""
    if "wants_summary" not in view.cues:
        return None
    return Decision(
        move="reflect",
        rule="summary_chosen",
        because="まとめが選ばれた",
        flavour="summary",
        offers="draft" if view.worksheet.answered else None,
    )


def correction(view: View) -> Decision | None:
    """A correction is done first, with what else it touches."""
    if view.reading.intent != "correct" and "differs" not in view.cues:
        return None
    if not view.filled:
        return Decision(
            move="accept_correction",
            rule="correction",
            because="直したい所がある",
            flavour="which",
            offers=None,
        )
    return Decision(
        move="accept_correction",
        rule="correction",
        because="訂正を先に済ませ、響く先を言う",
        about=view.filled[0],
        asks=pending_or_next(view),
    )


def greeted_without_theme(view: View) -> Decision | None:
    """First contact without a theme: what this is for, and a scene to begin with."""
    themeless = view.number == 1 and not view.filled and not view.reading.technologies
    if not themeless or view.reading.intent not in ("small_talk", "seek_advice", "dont_know", "answer"):
        return None
    if view.reading.stance in ("tech_first", "mixed"):
        return None
    return Decision(
        move="welcome",
        rule="greeted_without_theme",
        because="まだ題がないので、目的ではなく場面から聞く",
        asks="current_experience",
    )


def farewell(view: View) -> Decision | None:
    """A good-bye is answered without a question."""
    if "farewell" not in view.cues or view.filled or view.reading.intent != "small_talk":
        return None
    return Decision(
        move="small_talk", rule="farewell", because="挨拶を返し、続きはいつでも", flavour="farewell"
    )


def not_known(view: View) -> Decision | None:
    """「わからない」: marked 要確認 with whom to ask, and on to another slot."""
    if view.reading.intent != "dont_know" or view.filled:
        return None
    about: Slot | None = view.pending
    name = SLOT_NAMES[about] if about else "いまの問い"
    return Decision(
        move="park",
        rule="not_known",
        because=f"『{name}』は分からないので、要確認にして別の欄へ進む",
        about=about or _most_useful_hole(view),
        asks=next_slot(view),
    )


def _most_useful_hole(view: View) -> Slot | None:
    holes = [state.slot for state in view.worksheet.states if not state.values]
    return holes[view.number % len(holes)] if holes else None


def _aside(view: View) -> str:
    if "asks_ok" in view.cues:
        return "reassure"
    away = {"where_were_we", "continues", "interrupted"} & view.cues.found
    return "back" if away else ""


def small_talk(view: View) -> Decision | None:
    """Greetings, thanks and asides: one line, then the pending question."""
    if view.reading.intent != "small_talk" or view.filled:
        return None
    if view.turns and view.goes_on:
        return None
    return Decision(
        move="small_talk",
        rule="small_talk",
        because="一言返して、途中の問いに戻る",
        asks=pending_or_next(view),
        flavour=_aside(view),
    )
