"""The eight officials reach their paper: what the consultation promises, held for each of them."""

import re

import pytest

from advisor.brief.markdown import markdown
from advisor.dialogue.checks import fits, question_count
from advisor.dialogue.sentences import sentences
from advisor.framework.slots import SLOTS
from evals.consultation.officials import officials
from tests.consultations.conftest import OTHERS, Played

EIGHT = [official.id for official in officials()]
LATER = [official.id for official in OTHERS]


@pytest.fixture(params=EIGHT + LATER)
def case(request: pytest.FixtureRequest) -> Played:
    """One official at a time."""
    folder = "played" if request.param in EIGHT else "others"
    found: dict[str, Played] = request.getfixturevalue(folder)
    return found[request.param]


def test_the_paper_is_handed_over_by_the_fourteenth_message(case: Played) -> None:
    drafts = [turn.number for turn in case.transcript.turns if turn.decision.move == "draft"]
    assert drafts
    assert max(drafts) <= 14


def test_a_want_is_stated_within_eight_messages(case: Played) -> None:
    said = [value.turn for value in case.draft.material.worksheet["aspiration"].values]
    assert said
    assert min(said) <= 8


def test_at_least_eight_slots_are_asked_or_volunteered(case: Played) -> None:
    sheet = case.draft.material.worksheet
    reached = [
        slot for slot in SLOTS if slot in case.official.facts and (sheet[slot].values or sheet[slot].asked)
    ]
    assert len(reached) >= min(8, len(case.official.facts)), reached


def test_every_detail_that_was_said_stands_in_the_paper(case: Played) -> None:
    said = "\n".join(turn.message for turn in case.transcript.turns)
    paper = "\n".join(claim.text for claim in case.draft.brief.claims)
    missing = [
        detail for detail in case.official.details if detail in said and _plain(detail) not in _plain(paper)
    ]
    assert not missing


def test_nothing_that_was_not_said_stands_in_a_claim_of_our_own(case: Played) -> None:
    own = "\n".join(claim.text for claim in case.draft.brief.claims if claim.origin != "source")
    assert [word for word in case.official.distractors if word in own] == []


def test_every_claim_names_its_origin(case: Played) -> None:
    for claim in case.draft.brief.claims:
        assert claim.refs or claim.origin == "open", claim


def test_one_question_a_reply_and_it_fits_its_slot(case: Played) -> None:
    for turn in case.transcript.turns:
        assert question_count(turn.reply.text) <= 1, turn.reply.text
        if turn.reply.question is not None:
            assert fits(turn.reply.question), turn.reply.question
            assert turn.reply.question.slot == turn.decision.asks


def test_no_slot_is_asked_a_third_time(case: Played) -> None:
    asked = [turn.decision.asks for turn in case.transcript.turns if turn.decision.asks]
    assert [slot for slot in SLOTS if asked.count(slot) > 2] == []


def test_no_sentence_is_said_twice(case: Played) -> None:
    parts = [
        re.sub(r"\s", "", part)
        for turn in case.transcript.turns
        for line in turn.reply.text.splitlines()
        if not line.startswith(("・", "〔出典〕"))
        for part in sentences(line)
    ]
    assert [part for part in set(parts) if parts.count(part) > 1] == []


def test_no_reply_had_to_be_mended(case: Played) -> None:
    assert [turn.number for turn in case.transcript.turns if "plain" in turn.reply.used] == []


def test_summary_names_no_technology(case: Played) -> None:
    summary = "".join(claim.text for claim in case.draft.brief.section("summary").claims)
    assert [name for name in case.official.expect.technologies if name in summary] == []


def test_the_purposeful_official_is_offered_the_draft_within_five_messages(played: dict[str, Played]) -> None:
    turns = played["o7_purpose_first_school"].transcript.turns[:5]
    assert any(turn.decision.offers == "draft" for turn in turns)


def test_the_phase_of_the_paper_is_the_expected_one_for_seven_of_eight(played: dict[str, Played]) -> None:
    right = {id: each.draft.brief.phase == each.official.expect.target_phase for id, each in played.items()}
    assert sum(right.values()) >= 7, right


def test_the_phase_is_right_for_nine_of_ten_officials_written_by_others(others: dict[str, Played]) -> None:
    right = {id: each.draft.brief.phase == each.official.expect.target_phase for id, each in others.items()}
    assert sum(right.values()) >= 0.9 * len(right), right


def test_both_renderings_are_written(case: Played) -> None:
    public, private = markdown(case.draft.brief, private=False), markdown(case.draft.brief, private=True)
    assert "〔職員" not in public
    assert "〔職員" in private


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)
