"""The eight officials, and those written by others, reach their paper: every promise holds for each of them."""

import pytest

from evals.consultation.officials import officials
from evals.consultation.promises import PROMISES, Played, Promise
from tests.consultations.conftest import OTHERS

EIGHT = [official.id for official in officials()]
LATER = [official.id for official in OTHERS]


@pytest.fixture(params=EIGHT + LATER)
def case(request: pytest.FixtureRequest) -> Played:
    """One official at a time."""
    folder = "played" if request.param in EIGHT else "others"
    found: dict[str, Played] = request.getfixturevalue(folder)
    return found[request.param]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_the_consultation_keeps_its_promise(case: Played, promise: Promise) -> None:
    assert promise(case) == []


def test_the_purposeful_official_is_offered_the_draft_within_five_messages(played: dict[str, Played]) -> None:
    turns = played["o7_purpose_first_school"].transcript.turns[:5]
    assert any(turn.decision.offers == "draft" for turn in turns)


def test_the_phase_of_the_paper_is_the_expected_one_for_seven_of_eight(played: dict[str, Played]) -> None:
    right = {id: each.draft.brief.phase == each.official.expect.target_phase for id, each in played.items()}
    assert sum(right.values()) >= 7, right


def test_the_phase_is_right_for_nine_of_ten_officials_written_by_others(others: dict[str, Played]) -> None:
    right = {id: each.draft.brief.phase == each.official.expect.target_phase for id, each in others.items()}
    assert sum(right.values()) >= 0.9 * len(right), right
