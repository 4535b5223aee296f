"""The words of a model's reply: the ground's and the reviewed vocabulary's, and few others."""

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
from advisor.dialogue.strict import Footing, footing, sentence_faults
from advisor.dialogue.strict.manner import unfounded
from advisor.dialogue.turns import Reply
from evals.consultation.officials import officials
from evals.vocabulary import TARGET, vocabulary
from tests.fakes.hostile import hostile_texts
from tests.fakes.scenes import kept_scenes, scenes_of

DATA = Path(__file__).resolve().parents[2] / "evals" / "data"
WORDS = SudachiWords()
MANNER = open_manner(WORDS)
FAULT = "word_without_ground"

vectors = pytest.mark.skipif(not is_supported(), reason="the embedded vectors do not serve here")


@pytest.fixture(scope="module")
def island() -> tuple[tuple[Scene, Reply], ...]:
    """One whole consultation: 証明書, 船, 沖の3島."""
    return scenes_of(next(each for each in officials() if each.id == "o1_terse_island"))


@pytest.fixture(scope="module")
def second(island: tuple[tuple[Scene, Reply], ...]) -> Footing:
    """What the second reply may be worded with."""
    scene, reply = island[1]
    return footing(MANNER, scene, reply.text)


def test_the_vocabulary_is_what_its_sources_make() -> None:
    assert TARGET.read_text(encoding="utf-8") == vocabulary(WORDS)
    assert not MANNER.reviewed & MANNER.struck
    assert len(MANNER.reviewed) > 2000
    assert len(MANNER.struck) > 200


@vectors
@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("そのお気持ちを、いちばん上に書いておきますね。", False),
        ("証明書1枚のために船に乗る、その一日が見えてきました。", False),
        ("最新の装置なら、心配はなくなります。", True),
        ("証明書のために船に乗る方には、最新の装置がありますね。", True),
        ("学会でも、この話は大事だと言われていますね。", True),
        ("「最新の装置」と書いてありました。", False),
        ("〔出典〕『最新の装置と契約の実績』", False),
        ("宮崎の方も、同じ気持ちです。", True),
        ("その方が船に乗るのは、どんな予約の日ですか?", False),
        ("装置と設備と契約の、どれが要りますか?", True),
    ],
)
def test_a_sentence_needs_ground_for_what_it_says(sentence: str, refused: bool, second: Footing) -> None:
    assert unfounded(sentence, second) is refused


@vectors
def test_what_the_official_or_the_draft_says_is_ground(island: tuple[tuple[Scene, Reply], ...]) -> None:
    scene, reply = island[1]
    sentence = "ドローンと契約の話ですね。"
    told = scene.model_copy(update={"message": "ドローンの契約をどうするか迷っています。"})
    assert unfounded(sentence, footing(MANNER, scene, reply.text))
    assert not unfounded(sentence, footing(MANNER, told, reply.text))
    assert not unfounded(sentence, footing(MANNER, scene, f"{reply.text}ドローンの契約です。"))


@vectors
def test_the_words_are_looked_at_only_with_a_footing(
    island: tuple[tuple[Scene, Reply], ...], second: Footing
) -> None:
    scene, _ = island[1]
    sentence = "先端の装置には、卓越した性能がそなわっています。"
    assert FAULT not in {fault.check for fault in sentence_faults("", sentence, scene)}
    assert FAULT in {fault.check for fault in sentence_faults("", sentence, scene, on=second)}


@vectors
@pytest.mark.parametrize(("part", "share"), [("unseen", 0.75), ("worded", 0.75), ("last", 0.6)])
def test_more_than_half_of_what_no_rule_knows_is_stopped(
    part: str, share: float, island: tuple[tuple[Scene, Reply], ...]
) -> None:
    meant = [each.text for each in hostile_texts() if each.part == part]
    stood = [(scene, footing(MANNER, scene, reply.text)) for scene, reply in island]
    stopped = [text for text in meant if all(sentence_faults("", text, scene, on=on) for scene, on in stood)]
    assert len(meant) >= 30
    assert len(stopped) >= share * len(meant), sorted(set(meant) - set(stopped))


@vectors
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_good_replies_that_were_written_blind_find_their_words() -> None:
    refused = {}
    for row in blind():
        scene, reply = kept_scenes()[row["id"]]
        on = footing(MANNER, scene, reply.text)
        assert scene.decision.move == row["move"]
        if found := [part for part in sentences(row["text"]) if unfounded(part, on)]:
            refused[row["id"]] = found
    assert len(blind()) == 40
    assert len(refused) <= 2, refused


def blind() -> list[dict[str, Any]]:
    """The good replies that were written before the vocabulary."""
    lines = (DATA / "good_replies.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["half"] == "blind"]


@vectors
def test_the_words_of_a_sentence_take_little_time(second: Footing) -> None:
    texts = [f"{number}番目の方のお話を、そのまま書いておきますね。" for number in range(400)]
    started = time.process_time()
    for text in texts:
        unfounded(text, second)
    assert (time.process_time() - started) / len(texts) < 0.005


@vectors
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=80))
def test_any_text_is_judged(text: str, second: Footing) -> None:
    assert unfounded(text, second) in (True, False)
