"""The scenarios are whole, and the counterpart hears the words of a question."""

import json

from advisor.dialogue.turns import Question, Turn
from evals.consultation.officials import DATA
from evals.graders.keeping import kept
from evals.graders.phrasings import KEY, LABELS, WORDS, agreement, phrasings, rows
from evals.scenarios.counterpart import Official
from evals.scenarios.heard import contradicts, heard
from evals.scenarios.scenario import Scenario, scenarios

KINDS = {
    "technology_struck", "ordered", "copying", "grant_driven", "brief_only", "cynical", "purposeful",
    "legitimate_phase1", "careless", "dont_know", "changes_customer", "questions_back", "hostile", "off_topic",
}  # fmt: skip
HEARD = [json.loads(line) for line in DATA.with_name("heard.jsonl").read_text(encoding="utf-8").splitlines()]


def asked(slot: str, words: str, number: int = 1) -> Turn:
    """A turn of a kept consultation with another question in it."""
    turn = kept()[0].transcript.turns[1]
    reply = turn.reply.model_copy(update={"text": words, "question": Question(slot=slot, text=words)})  # type: ignore[arg-type]
    return turn.model_copy(update={"number": number, "reply": reply})


def one(id: str) -> Scenario:
    """The scenario whose id begins so."""
    return next(each for each in scenarios() if each.id.startswith(id))


def test_every_kind_and_size_is_there() -> None:
    found = scenarios()
    assert len(found) >= 24
    assert {each.kind for each in found} >= KINDS
    assert {each.size for each in found} >= {"政令市", "中核市", "市", "町", "村", "県"}


def test_details_are_said_and_distractors_are_not() -> None:
    for each in scenarios():
        said = "\n".join([each.opening, *each.facts.values(), *(event.say for event in each.events)])
        assert [detail for detail in each.details if detail not in said] == [], each.id
        assert [word for word in each.distractors if word in said] == [], each.id


def test_the_words_are_answered_where_they_ask_for_something_else() -> None:
    official = Official(one("s01"))
    assert official.next(asked("customer", "それは年に何件くらいありますか?")) == one("s01").facts["evidence"]
    assert [(each.tagged, each.heard) for each in official.misheard] == [("customer", "evidence")]


def test_vague_first_then_the_fact_and_never_a_third_time() -> None:
    official, scenario = Official(one("s05")), one("s05")
    told = [official.next(asked("customer", "どんな方ですか?", number)) for number in (1, 2, 3)]
    assert told[:2] == [scenario.vague["customer"], scenario.facts["customer"]]
    assert told[2] not in scenario.facts.values()


def test_the_tired_say_less_and_the_unwilling_ask_back() -> None:
    tired = one("s26").model_copy(update={"tires_after": 2, "events": ()})
    assert (
        Official(tired).next(asked("current_experience", "どんな場面ですか?", 9))
        != tired.facts["current_experience"]
    )
    back = Official(one("s22"))
    said = [back.next(asked(slot, "どうですか?", 1)) for slot in ("aspiration", "customer")]
    assert said[1] == one("s22").backs[0]


def test_questions_of_our_own_are_heard() -> None:
    fitted = [row for row in HEARD if row["half"] == "fit"]
    unseen = [row for row in HEARD if row["half"] == "unseen"]
    assert sum(heard(row["text"]) == row["asks"] for row in fitted) / len(fitted) >= 0.95
    assert sum(contradicts(row["text"], row["asks"]) is None for row in unseen) / len(unseen) >= 0.9


def test_the_words_shown_to_the_labeller_carry_no_tag_and_are_complete() -> None:
    assert all(set(row) == {"id", "text"} for row in rows(WORDS))
    assert {row["id"] for row in rows(WORDS)} == {id for id, _, _ in phrasings()}
    assert agreement(rows(LABELS), rows(KEY)).share >= 0.97
