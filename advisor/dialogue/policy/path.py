"""Which slot comes next: the short path first, then deepening."""

from typing import Final

from advisor.dialogue.policy.view import View
from advisor.framework.slots import Slot

_DEEPENING: Final[tuple[Slot, ...]] = (
    "measure",
    "strengths",
    "leader",
    "focus",
    "outcome",
    "evidence",
    "resources",
    "stakeholders",
    "risks",
    "technology_role",
)
_EFFICIENCY: Final[tuple[Slot, ...]] = (
    "current_experience",
    "measure",
    "technology_role",
    "outcome",
    "evidence",
    "resources",
    "leader",
    "risks",
    "stakeholders",
    "focus",
    "customer",
    "value",
    "strengths",
)
_HURRIED: Final[tuple[Slot, ...]] = ("customer", "aspiration", "current_experience")


def next_slot(view: View) -> Slot | None:
    """Return the slot to ask for next, or None where nothing is left to ask."""
    return next((slot for slot in _order(view) if view.can_ask(slot)), None)


def pending_or_next(view: View) -> Slot | None:
    """Return the slot still waiting for its answer, else the next one."""
    pending = view.pending
    if (
        pending is None
        and view.last is not None
        and view.since(("small_talk", "answer_fact", "decline")) == 1
    ):
        pending = view.last.asked
    return pending if view.can_ask(pending) else next_slot(view)


def short_path_done(view: View) -> bool:
    """Whether the short path is answered or parked; the means count only where a technology was named."""
    sheet = view.worksheet
    if is_efficiency(view):
        return sum(bool(sheet[slot].values) for slot in _EFFICIENCY[:5]) >= 3
    first: tuple[Slot, ...] = ("aspiration", "customer", "current_experience", "value")
    if any(view.can_ask(slot) for slot in first):
        return False
    return means_settled(view)


def means_settled(view: View) -> bool:
    """Whether the technology's part is answered, parked, put off by the official, or no technology was named."""
    return not view.technologies or put_off(view) or not view.can_ask("technology_role")


def put_off(view: View) -> bool:
    """Whether the official put the technology off until later."""
    from_before = any("later_technology" in turn.decision.flavour for turn in view.turns)
    return from_before or "later_technology" in view.cues


def is_efficiency(view: View) -> bool:
    """Whether the consultation is about Phase 1 and was already asked what the freed time is for."""
    return view.phase.value == 1 and view.count("help_phase1") > 0


def _order(view: View) -> tuple[Slot, ...]:
    if is_efficiency(view):
        return _EFFICIENCY
    if view.hurried and not view.offered_draft:
        return (*_HURRIED, "value", *_DEEPENING)
    return _short(view) + _adjacent(view) + _DEEPENING


def _short(view: View) -> tuple[Slot, ...]:
    if view.worksheet["current_experience"].values and not view.worksheet["customer"].values:
        return ("customer", "aspiration", "current_experience", "value")
    return ("aspiration", "customer", "current_experience", "value")


def _adjacent(view: View) -> tuple[Slot, ...]:
    """A target without a present figure asks for the figure; technology named early comes back before the rest."""
    first: list[Slot] = []
    if view.technologies and not put_off(view):
        first.append("technology_role")
    if view.worksheet["outcome"].values:
        first.append("evidence")
    return tuple(first)
