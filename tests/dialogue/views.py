"""Builders of views, readings and turns for policy tests."""

from typing import Any

from advisor.dialogue.cues import cues
from advisor.dialogue.moves import Decision
from advisor.dialogue.policy import Found, View
from advisor.dialogue.reading import Fill, Reading
from advisor.dialogue.session import changed
from advisor.dialogue.turns import Change, Question, Reply, Turn
from advisor.framework.phases import PhaseView
from advisor.framework.slots import Slot
from advisor.framework.worksheet import SlotState, SlotValue, Worksheet


def reading(
    intent: str = "answer", stance: str = "neutral", fills: dict[Slot, str] | None = None, **more: Any
) -> Reading:
    """A sure reading."""
    made = tuple(Fill(slot=slot, text=text, confidence=0.9) for slot, text in (fills or {}).items())
    return Reading.model_validate({"intent": intent, "stance": stance, "fills": made, **more})


def filling(*slots: Slot, turn: int = 1, status: str = "answered") -> tuple[Change, ...]:
    """Changes that put a sentence into slots."""
    return tuple(
        Change.model_validate(
            {
                "slot": slot,
                "values": (SlotValue(text=f"{slot}の話です。", turn=turn, key=f"{slot}の話"),),
                "status": status,
            }
        )
        for slot in slots
    )


def turn(
    number: int, move: str = "ask_slot", asks: Slot | None = None, fills: tuple[Slot, ...] = (), **more: Any
) -> Turn:
    """One earlier turn; `more` goes to its decision."""
    stance = more.pop("stance", "neutral")
    intent = more.pop("intent", "answer")
    technologies = more.pop("technologies", ())
    decision = Decision.model_validate(
        {"move": move, "rule": "test", "because": "試し", "asks": asks, **more}
    )
    question = Question(slot=asks, text="どうですか?") if asks else None
    return Turn(
        number=number,
        message="話",
        reading=reading(intent, stance, technologies=technologies),
        changes=filling(*fills, turn=number),
        decision=decision,
        reply=Reply(text="返事です。", question=question),
        at="2026-11-24T09:00:00+09:00",
    )


def view(
    message: str = "話です。", *, before: tuple[Turn, ...] = (), fills: tuple[Slot, ...] = (), **more: Any
) -> View:
    """A view whose worksheet follows from the earlier turns and this message."""
    sheet = Worksheet()
    for each in before:
        sheet = changed(sheet, each.changes)
        if each.decision.asks:
            state = sheet[each.decision.asks]
            status = "asked" if state.status == "empty" else state.status
            sheet = sheet.with_state(state.model_copy(update={"asked": state.asked + 1, "status": status}))
    changes = more.pop("changes", filling(*fills, turn=len(before) + 1))
    sheet = changed(sheet, changes)
    for state in more.pop("states", ()):
        assert isinstance(state, SlotState)
        sheet = sheet.with_state(state)
    return View(
        number=len(before) + 1,
        message=message,
        reading=more.pop("read", reading()),
        cues=cues(message),
        worksheet=sheet,
        changes=changes,
        turns=before,
        phase=more.pop("phase", PhaseView()),
        found=more.pop("found", Found()),
        **more,
    )
