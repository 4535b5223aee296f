"""A consultation is a fold over its events."""

from advisor.dialogue.events import (
    EVENT,
    HeaderFilled,
    MessageReceived,
    PhaseCorrected,
    Renamed,
    Rewound,
    SlotEdited,
    SlotLocked,
    Started,
    TurnCompleted,
)
from advisor.dialogue.session import Session
from tests.dialogue.views import turn

AT = "2026-11-24T09:00:00+09:00"


def told(number: int, *fills: str, asks: str | None = None) -> tuple[MessageReceived, TurnCompleted]:
    """A message and its answered turn."""
    made = turn(number, asks=asks, fills=fills)  # type: ignore[arg-type]
    return MessageReceived(at=AT, turn=number, text=made.message), TurnCompleted(at=AT, turn=made)


SESSION = Session(id="s", owner="o").plus(
    Started(at=AT, greeting="こんにちは。"),
    *told(1, "customer", asks="aspiration"),
    *told(2, "aspiration", asks="value"),
)


def test_worksheet_counts_what_was_asked_and_said() -> None:
    sheet = SESSION.worksheet
    assert (sheet["customer"].status, sheet["aspiration"].status, sheet["value"].status) == (
        "answered",
        "answered",
        "asked",
    )
    assert (sheet["aspiration"].asked, sheet["value"].asked) == (1, 1)


def test_undo_leaves_the_last_turn_but_keeps_it_in_the_record() -> None:
    undone = SESSION.plus(Rewound(at=AT, turn=2))
    assert [each.number for each in undone.turns] == [1]
    assert [each.number for each in undone.left] == [2]
    assert not undone.worksheet["aspiration"].values


def test_a_branch_goes_on_from_the_turn_that_was_said_anew() -> None:
    branched = SESSION.plus(Rewound(at=AT, turn=1, reason="edit"), *told(1, "strengths"))
    assert branched.worksheet.answered == ("strengths",)
    assert len(branched.left) == 2


def test_hand_edits_and_locks_survive_an_undo() -> None:
    edited = SESSION.plus(
        SlotEdited(at=AT, slot="leader", text="主任の浜口"),
        SlotLocked(at=AT, slot="leader", locked=True),
        Rewound(at=AT, turn=2),
    )
    state = edited.worksheet["leader"]
    assert (state.values[0].text, state.values[0].turn, state.locked) == ("主任の浜口", 0, True)


def test_clearing_a_line_keeps_its_history() -> None:
    cleared = SESSION.plus(SlotEdited(at=AT, slot="customer", text="")).worksheet["customer"]
    assert (cleared.values, cleared.status, len(cleared.history)) == ((), "empty", 1)


def test_a_stored_message_without_an_answer_is_found_again() -> None:
    waiting = SESSION.plus(MessageReceived(at=AT, turn=3, text="三通目"))
    assert SESSION.unanswered is None
    assert waiting.unanswered is not None
    assert waiting.unanswered.text == "三通目"


def test_names_headers_and_the_corrected_phase_are_the_latest() -> None:
    named = SESSION.plus(
        Renamed(at=AT, title="島の窓口"),
        HeaderFilled(at=AT, field="section", text="住民課"),
        HeaderFilled(at=AT, field="section", text="税務課"),
        PhaseCorrected(at=AT, value=3),
        PhaseCorrected(at=AT, value=2),
    )
    assert (named.title, named.header, named.phase_correction) == ("島の窓口", {"section": "税務課"}, 2)


def test_events_come_back_from_json_as_they_were() -> None:
    for event in SESSION.events:
        assert EVENT.validate_json(EVENT.dump_json(event)) == event
