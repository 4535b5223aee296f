"""Rules that steer along the short path to the draft."""

from advisor.dialogue.moves import Decision, Move
from advisor.dialogue.policy.listen import draft
from advisor.dialogue.policy.path import (
    pending_or_next,
    put_off,
    short_path_done,
)
from advisor.dialogue.policy.view import View

_REFLECT_AFTER = 4
_BEFORE_A_CASE = 8
"""Answered slots before a case is offered unasked: until then the official's own story comes first."""
_LATEST_OFFER = 5
"""The reply by which a purposeful official is offered the draft at the latest."""


def vague_answer(view: View) -> Decision | None:
    """A slogan or a vague word: mirrored, and asked for one person, one day, one number."""
    if view.reading.intent not in ("answer", "seek_advice", "correct") or view.pending is None:
        return None
    state = view.worksheet[view.pending]
    touched = any(change.slot == view.pending and change.status == "vague" for change in view.changes)
    if not touched or not view.can_ask(view.pending) or state.status != "vague":
        return None
    if view.since(("sharpen",)) == 1:
        return None
    return Decision(
        move="sharpen",
        rule="vague_answer",
        because="答えがまだ一つの場面になっていない",
        about=view.pending,
        asks=view.pending,
    )


def three_answers_are_enough(view: View) -> Decision | None:
    """An official in a hurry asked for the paper at once: three answers make it."""
    promised = any(
        turn.decision.flavour == "hurried" and turn.decision.move == "ask_slot" for turn in view.turns
    )
    if not promised or view.drafted or (len(view.worksheet.answered) < 3 and view.number < 4):
        return None
    return draft(view, "three_answers_are_enough", "約束の三つを伺ったので、下書きにする")


def thin_answers(view: View) -> Decision | None:
    """Three questions in a row with thin answers: stop asking."""
    recent = view.turns[-2:]
    thin = (
        not view.filled
        and len(recent) == 2
        and all(not turn.changes or _thin(turn.changes) for turn in recent)
    )
    asking = len(recent) == 2 and all(turn.decision.asks for turn in recent)
    if (
        not (thin and asking)
        or view.since(("hold_back", "draft")) <= 3
        or view.goes_on
        or "asks_ok" in view.cues
    ):
        return None
    return Decision(
        move="hold_back",
        rule="thin_answers",
        because="短い答えが三つ続いたので、問いを止める",
        flavour="tired",
        offers="draft",
        about=view.pending,
    )


def _thin(changes: tuple[object, ...]) -> bool:
    return not any(getattr(change, "values", ()) for change in changes)


def much_at_once(view: View) -> Decision | None:
    """Three slots filled at once, not in the opening: sum up."""
    if len(set(view.filled)) < 3 or view.number < 3 or view.since(("reflect", "draft")) <= 2:
        return None
    return _reflection(view, "much_at_once", "一度に三つ埋まったので、並べて確かめる")


def time_to_reflect(view: View) -> Decision | None:
    """Every fourth reply or so, what was said is laid out and checked."""
    if view.number < _REFLECT_AFTER or view.since(("reflect", "draft", "welcome")) <= _REFLECT_AFTER:
        return None
    if view.new_since(("reflect", "draft")) < 3 or not view.filled:
        return None
    return _reflection(view, "time_to_reflect", "続けて伺ったので、並べて確かめる番")


def _reflection(view: View, rule: str, because: str) -> Decision:
    """The first time it is asked whether anything is off; later the rows are shown and the next slot is asked for."""
    offers = short_path_done(view) and not view.offered_draft
    again = view.count("reflect") > 0 and not offers
    return Decision(
        move="reflect",
        rule=rule,
        because=because,
        about=view.filled[0] if view.filled else None,
        asks=pending_or_next(view) if again else None,
        offers="draft" if offers else None,
        flavour="again" if again else "",
    )


def short_path_walked(view: View) -> Decision | None:
    """The short path is done (or a purposeful official is at the fifth reply): the draft is offered, deepening goes on."""
    purposeful = bool(view.turns) and view.turns[0].reading.stance == "purpose_first"
    due = short_path_done(view) or (purposeful and view.number >= _LATEST_OFFER - 1)
    if not due or view.offered_draft or pending_or_next(view) is None:
        return None
    return Decision(
        move="ask_slot",
        rule="short_path_walked",
        because="短い道が済んだので下書きを申し出て、続く人には次の欄を聞く",
        about=view.filled[0] if view.filled else None,
        asks=pending_or_next(view),
        offers="draft",
    )


def case_that_fits(view: View) -> Decision | None:
    """A fitting case was found after the short path: leave is asked, once."""
    fits = view.found.case is not None and short_path_done(view) and view.has_want
    told = any(turn.decision.move == "offer_case" for turn in view.turns)
    early = len(view.worksheet.answered) < _BEFORE_A_CASE
    if not fits or told or view.hurried or early or not view.filled:
        return None
    return Decision(
        move="offer_case",
        rule="case_that_fits",
        because="願いがあり、合う記録が見つかった。求められていないので、許しを得る",
        about=view.filled[0],
        offers="case",
        case=view.found.case,
        query=view.found.query,
    )


def refresh_the_draft(view: View) -> Decision | None:
    """After a draft, three new answers are worth a new one."""
    last: tuple[Move, ...] = ("draft",)
    offered = any(
        turn.decision.offers == "draft"
        for turn in view.turns[len(view.turns) - min(view.since(last), len(view.turns)) + 1 :]
    )
    if not view.drafted or view.new_since(last) < 3 or offered or not view.filled:
        return None
    return Decision(
        move="ask_slot",
        rule="refresh_the_draft",
        because="下書きのあとに三つ増えたので、新しい版を申し出る",
        about=view.filled[0],
        asks=pending_or_next(view),
        offers="draft",
        flavour="again",
    )


def ask_on(view: View) -> Decision | None:
    """The next slot, asked as a scene."""
    asks = pending_or_next(view)
    if asks is None:
        return None
    return Decision(
        move="ask_slot",
        rule="ask_on",
        because="まだ空いている欄を、場面で聞く",
        about=view.filled[0] if view.filled else None,
        asks=asks,
        flavour="later_technology" if put_off(view) and view.number == 1 else "",
    )


def nothing_left(view: View) -> Decision:
    """Nothing is left to ask: the draft, or how its holes are filled."""
    if not view.drafted or view.new_since(("draft",)):
        decision = draft(view, "nothing_left", "伺うことがなくなったので、下書きを出す")
        return decision.model_copy(update={"about": view.filled[0] if view.filled else None})
    holes = [state.slot for state in view.worksheet.states if not state.values]
    return Decision(
        move="park",
        rule="holes_only",
        because="伺うことはもうなく、残りは要確認を埋めるだけ",
        about=holes[view.number % len(holes)] if holes else None,
    )
