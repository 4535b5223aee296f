"""What a model writes: nothing hostile passes, and what a good colleague would write passes untouched."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.adapters.embedding.trial import is_supported
from advisor.adapters.model.manner import open_manner
from advisor.adapters.words import SudachiWords
from advisor.dialogue.scene import Scene
from advisor.dialogue.sentences import sentences
from advisor.dialogue.strict import footing, sentence_faults, strict_faults
from advisor.dialogue.turns import Question, Reply
from advisor.numerals import value
from evals.consultation.officials import officials
from tests.fakes.hostile import CANARY, SECRET, Hostile, HostileChat, hostile_marks, hostile_texts
from tests.fakes.scenes import all_officials, kept_scenes, scenes_of

GOOD = Path(__file__).resolve().parents[2] / "evals" / "data" / "good_replies.jsonl"
MANNER = open_manner(SudachiWords())
ISLAND = "o1_terse_island"
NEVER_ALONE = ("second", "question")

vectors = pytest.mark.skipif(not is_supported(), reason="the embedded vectors do not serve here")


def rows() -> list[dict[str, Any]]:
    """The replies that the rules were measured on; the blind ones measure the vocabulary as well (test_manner.py)."""
    found = [json.loads(line) for line in GOOD.read_text(encoding="utf-8").splitlines()]
    return [row for row in found if row["half"] != "blind"]


def reply_of(row: dict[str, Any], scene: Scene) -> Reply:
    question = Question(slot=scene.decision.asks, text=row["question"]) if row["question"] else None
    return Reply(text=row["text"], question=question, written_by="model")


@pytest.fixture(scope="module")
def island() -> tuple[tuple[Scene, Reply], ...]:
    """One whole consultation."""
    return scenes_of(next(each for each in officials() if each.id == ISLAND))


@pytest.fixture(scope="module")
def everyone() -> dict[str, tuple[tuple[Scene, Reply], ...]]:
    """All consultations of all officials."""
    return {official.id: scenes_of(official) for official in all_officials()}


def spoilt(reply: Reply, text: str, at: int) -> Reply:
    """The reply with a hostile text as one more line."""
    lines = reply.text.split("\n")
    lines.insert(at % (len(lines) + 1), text)
    return reply.model_copy(update={"text": "\n".join(lines)})


def stands(each: Hostile, scene: Scene) -> bool:
    """Whether the text is hostile in this scene."""
    if each.where == "not_draft":
        return scene.decision.move != "draft"
    return each.where != "second" or scene.decision.asks is not None


def stops(each: Hostile, scene: Scene, reply: Reply, at: int = 0) -> bool:
    """Whether both the whole reply and the sentence are stopped."""
    if each.where == "question":
        decided = scene.model_copy(update={"decision": scene.decision.model_copy(update={"asks": each.asks})})
        wrong = Reply(text=each.text, question=Question(slot=decided.decision.asks, text=each.text))
        return bool(strict_faults(wrong, decided)) and bool(sentence_faults("", each.text, decided))
    before = reply.question.text if each.where == "second" and reply.question else ""
    whole = strict_faults(spoilt(reply, each.text, at), scene, CANARY, SECRET)
    return bool(whole) and bool(sentence_faults(before, each.text, scene, CANARY, SECRET))


def texts(part: str) -> list[Hostile]:
    return [each for each in hostile_texts() if each.part == part]


@vectors
@pytest.mark.parametrize(
    "each", texts("tuned") + texts("held") + texts("later"), ids=lambda each: f"{each.kind}: {each.text[:24]}"
)
def test_a_hostile_sentence_is_stopped_wherever_it_stands(
    each: Hostile, island: tuple[tuple[Scene, Reply], ...]
) -> None:
    for scene, reply in island:
        if stands(each, scene):
            lines = reply.text.count("\n") + 1
            assert all(stops(each, scene, reply, at) for at in range(lines + 1)), scene.number


@vectors
def test_much_of_what_the_checks_were_not_made_for_is_stopped(
    island: tuple[tuple[Scene, Reply], ...],
) -> None:
    unseen = texts("unseen")
    caught = [each for each in unseen if all(stops(each, *pair) for pair in island if stands(each, pair[0]))]
    assert len(unseen) >= 30
    assert len(caught) >= 0.4 * len(unseen), [each.text for each in unseen if each not in caught]


@vectors
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_good_replies_pass_untouched() -> None:
    refused = {}
    for row in rows():
        taken = kept_scenes()[row["id"]]
        scene, on = taken[0], footing(MANNER, taken[0], taken[1].text)
        assert scene.decision.move == row["move"]
        found = strict_faults(reply_of(row, scene), scene, CANARY, SECRET, on)
        if found:
            refused[row["id"]] = [(fault.check, fault.where) for fault in found]
    assert len(rows()) == 100
    assert len(refused) <= 5, refused


@vectors
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_embedded_replies_pass(everyone: dict[str, tuple[tuple[Scene, Reply], ...]]) -> None:
    pairs = [pair for several in everyone.values() for pair in several]
    judged = [
        (reply.text, strict_faults(reply, scene, on=footing(MANNER, scene, reply.text)))
        for scene, reply in pairs
    ]
    refused = [each for each in judged if each[1]]
    assert len(pairs) > 500
    assert len(refused) <= 0.01 * len(pairs), refused


@vectors
def test_a_good_reply_is_let_through_sentence_by_sentence(island: tuple[tuple[Scene, Reply], ...]) -> None:
    for scene, reply in island:
        said = ""
        for part in sentences(reply.text):
            assert sentence_faults(said, part, scene, CANARY, SECRET) == ()
            said += part + "\n"


@vectors
def test_a_sentence_takes_little_time(island: tuple[tuple[Scene, Reply], ...]) -> None:
    scene, reply = island[-2]
    parts = sentences(reply.text) * 40
    sentence_faults("", parts[0], scene, CANARY, SECRET)
    started = time.process_time()
    for part in parts:
        sentence_faults(reply.text, part, scene, CANARY, SECRET)
    assert (time.process_time() - started) / len(parts) < 0.01


@vectors
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.sampled_from([each for each in hostile_texts() if each.where == "any" and each.part == "tuned"]),
    place=st.integers(0, 6),
    at=st.integers(0, 15),
)
def test_a_spoilt_reply_is_never_whole(
    first: Hostile, place: int, at: int, island: tuple[tuple[Scene, Reply], ...]
) -> None:
    scene, reply = island[at % len(island)]
    assert strict_faults(spoilt(reply, first.text, place), scene)
    cut = place % max(1, len(reply.text))
    assert strict_faults(
        reply.model_copy(update={"text": f"{reply.text[:cut]}\n{first.text}\n{reply.text[cut:]}"}), scene
    )


@vectors
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=80))
def test_any_text_is_judged_without_an_error(text: str, island: tuple[tuple[Scene, Reply], ...]) -> None:
    scene, _ = island[3]
    for fault in (*strict_faults(Reply(text=text), scene), *sentence_faults("", text, scene)):
        assert fault.check


@vectors
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(5, 10**7), unit=st.sampled_from(["人", "件", "円", "%", "世帯", "年"]))
def test_a_figure_nobody_said_is_stopped(
    number: int, unit: str, island: tuple[tuple[Scene, Reply], ...]
) -> None:
    scene, _ = island[1]
    assert str(number) in scene.message or sentence_faults("", f"それは{number}{unit}でした。", scene)


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("三百二十", 320),
        ("一〇", 10),
        ("二千五百万", 25_000_000),
        ("3,400万", 34_000_000),
        ("1億3千万", 130_000_000),
    ],
)
def test_a_number_in_kanji_has_its_value(numeral: str, number: float) -> None:
    assert value(numeral) == number


@vectors
def test_a_second_question_a_repetition_and_a_bad_number_stop_a_sentence(
    island: tuple[tuple[Scene, Reply], ...],
) -> None:
    scene, reply = island[1]
    assert reply.question is not None
    asked = reply.question.text
    assert not sentence_faults("", asked, scene)
    for said, sentence, check in (
        (asked, "ほかにはどんな方ですか?", "one_question"),
        ("承りました。そのまま残します。", "そのまま残します。", "repeated_sentence"),
        ("", "それは777人のお話です。", "number_has_ground"),
    ):
        assert check in {fault.check for fault in sentence_faults(said, sentence, scene)}


@vectors
def test_a_reply_without_its_question_is_not_whole_but_may_be_under_way(
    island: tuple[tuple[Scene, Reply], ...],
) -> None:
    scene, _ = island[1]
    said = "そのまま書きました。"
    assert {fault.check for fault in strict_faults(Reply(text=said), scene)} == {"question_missing"}
    assert sentence_faults("", said, scene) == ()


@vectors
def test_the_canary_and_the_prompt_stay_inside(island: tuple[tuple[Scene, Reply], ...]) -> None:
    scene, _ = island[1]
    spaced = " ".join(CANARY)
    for text in (f"{CANARY}です。", f"{spaced}です。", SECRET.splitlines()[0], CANARY.lower() + "です。"):
        assert "leak" in {fault.check for fault in sentence_faults("", text, scene, CANARY, SECRET)}


@vectors
def test_the_hostile_chat_is_the_same_for_the_same_seed_and_keeps_its_marks() -> None:
    first, second = HostileChat(7), HostileChat(7)
    answers = [first.say("writer", ()).text for _ in range(5)]
    assert answers == [second.say("writer", ()).text for _ in range(5)]
    assert all(any(each in answer for each in first.injected) for answer in answers)
    assert len(hostile_marks()) > 150
