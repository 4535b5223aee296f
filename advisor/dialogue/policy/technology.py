"""Rules on technology and phases: turned to the want, put beside other means, helped as efficiency, or leapt from."""

from advisor.dialogue.moves import Decision
from advisor.dialogue.naming import refused
from advisor.dialogue.policy.path import is_efficiency, means_settled, next_slot, put_off
from advisor.dialogue.policy.view import View
from advisor.framework.slots import Slot

_UNSURE = 0.4
_EARLY_ENOUGH = 4
"""Later than this, a plain answer about the work starts no help with efficiency."""


def technology_first(view: View) -> Decision | None:
    """Technology without a want: answered briefly, then turned; at most twice a consultation."""
    half = view.reading.stance == "mixed" and bool(view.reading.technologies) and not view.filled
    if not (view.reading.stance == "tech_first" or half) or view.has_want or view.count("turn_to_want") >= 2:
        return None
    if view.reading.stance_confidence < _UNSURE and view.filled:
        return None
    if "just_efficiency" in view.cues and view.phase.value == 1:
        return None
    asks = _scene_slot(view)
    if asks is None:
        return None
    return Decision(
        move="turn_to_want",
        rule="technology_first",
        because="技術から始まり、願いがまだない。聞かれたことに短く答えてから、場面を聞く",
        about="technology_role",
        asks=asks,
        technology=view.reading.technologies[0] if view.reading.technologies else None,
        flavour=_doorway(view),
    )


def _scene_slot(view: View) -> Slot | None:
    several = len(view.reading.technologies) >= 3
    order: tuple[Slot, ...] = ("aspiration", "current_experience", "customer", "value")
    if view.count("turn_to_want") == 0 and not several:
        order = ("current_experience", "aspiration", "customer", "value")
    return next((slot for slot in order if view.can_ask(slot) and slot != view.pending), None)


def _doorway(view: View) -> str:
    for cue in ("wants_product", "from_above", "copying", "grant", "vendor"):
        if cue in view.cues:
            return cue
    return ""


def technology_after_want(view: View) -> Decision | None:
    """A technology is proposed although a want exists: three ways side by side, one yardstick."""
    ordered = "from_above" in view.cues and bool(view.reading.technologies)
    pressing = ordered or (view.reading.stance in ("tech_first", "mixed") and bool(view.new_technologies))
    asked_back = view.reading.intent == "seek_advice" and "proposes" in view.cues
    just_told = view.since(("test_the_means",)) == 1 and not asked_back
    if not pressing or not view.has_want or view.number == 1 or just_told:
        return None
    if view.reading.intent == "answer" and "proposes" not in view.cues:
        return None
    if view.pending in view.filled and "asks" not in view.cues:
        return None
    if "technology_role" in view.filled or (view.pending == "technology_role" and not asked_back):
        return None
    asks: Slot | None = view.pending if view.can_ask(view.pending) else None
    if asks is None:
        asks = "technology_role" if view.can_ask("technology_role") else next_slot(view)
    return Decision(
        move="test_the_means",
        rule="technology_after_want",
        because="願いのあとに技術が出た。比べる表に置き、物差しを一つだけ聞く",
        about="technology_role",
        asks=asks,
        technology=(view.new_technologies or view.reading.technologies)[0],
        flavour=_pressure(view),
    )


def _pressure(view: View) -> str:
    if "wants_explanation" in view.cues:
        return "explain"
    return "from_above" if "from_above" in view.cues else "pressed"


def means(view: View) -> Decision | None:
    """A want and a value are there and a technology was named: three ways side by side."""
    ready = view.has_want and bool(view.worksheet["value"].values or not view.can_ask("value"))
    if not ready or means_settled(view) or put_off(view) or is_efficiency(view):
        return None
    if view.count("test_the_means") > 0 or view.since(("turn_to_want",)) == 1:
        return None
    return Decision(
        move="test_the_means",
        rule="means",
        because="願いと価値がそろい、技術の名が出ている。手段を三つ並べる",
        about=view.filled[0] if view.filled else "value" if view.worksheet["value"].values else None,
        asks="technology_role",
        technology=_at_stake(view),
        flavour="first_asked",
    )


def _at_stake(view: View) -> str:
    """The first technology that was not refused since; where all were, the first."""
    told = [*(turn.message for turn in view.turns), view.message]
    kept = (name for name in view.technologies if not any(refused(name, text) for text in told))
    return next(kept, view.technologies[0])


def efficiency(view: View) -> Decision | None:
    """The aim is efficiency: helped as such, with one question on what the freed time is for."""
    if view.phase.value != 1 or view.count("help_phase1") > 0:
        return None
    aims = {"aspiration", "measure"} & set(view.filled)
    if view.pending == "aspiration" and "just_efficiency" not in view.cues:
        return None
    said_so = "just_efficiency" in view.cues or (bool(aims) and view.pending != "current_experience")
    late = bool(view.worksheet["value"].values) or view.number > _EARLY_ENOUGH
    if not said_so or (late and "just_efficiency" not in view.cues):
        return None
    asks: Slot | None = "aspiration" if view.can_ask("aspiration") else "value"
    return Decision(
        move="help_phase1",
        rule="efficiency",
        because="いまの仕事を速くする話として手伝い、空いた時間の使い道を一度だけ聞く",
        about=view.filled[0] if view.filled else None,
        asks=asks if view.can_ask(asks) else next_slot(view),
        passage=view.found.method,
        technology=view.reading.technologies[0] if view.reading.technologies else None,
    )


def jump(view: View) -> Decision | None:
    """The aim moved from Phase 1 to 2 or 3: what changes is said once, as a hypothesis."""
    moved = view.phase.moved_from == 1 and view.phase.value in (2, 3)
    changed = bool(view.worksheet["measure"].values or view.worksheet["focus"].values)
    if not moved or not changed or view.count("name_the_jump") > 0 or view.hurried:
        return None
    order: tuple[Slot, ...] = ("leader", "stakeholders", "focus")
    asks = next((slot for slot in order if view.can_ask(slot)), None)
    if asks is None:
        return None
    return Decision(
        move="name_the_jump",
        rule="jump",
        because="効率の話から、仕事の枠や地域の姿を変える話へ移った。何が変わるかを短く言う",
        about=view.filled[0] if view.filled else "measure",
        asks=asks,
    )
