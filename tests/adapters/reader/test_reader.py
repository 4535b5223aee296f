"""The embedded reader: any message, the same reading every time, and every extract from the message itself."""

from collections.abc import Sequence
from functools import cache
from itertools import product

import numpy as np
import pytest

from advisor.adapters.reader.reader import EmbeddedReader, shipped
from advisor.adapters.words import SudachiWords
from advisor.dialogue.reading import Reading
from advisor.framework.labels import INTENTS, STANCES
from advisor.framework.slots import SLOTS
from evals.reading.examples import EVALUATION, examples
from evals.reading.measure import MEASURES

MESSAGES = (
    "生成AIで何かできませんか",
    "免許を返した高齢者が自分で買い物に行けるまちにしたい。商工課の係3人で考えています",
    "さっき41と書いたのは14の間違いです",
    "①対象は子ども②予算は300万\n③来年から。よろしく!!",
)
ODD = (
    "",
    " \n ",
    "。",
    "😀😀😀",
    "\0\u200b",
    "あ" * 8_000,
    "予算は300万円です。" * 900,
    "a b c " * 1_000,
    "> 引用\n> だけ",
    "ﷺ﷽" * 50,
)


def vector(text: str) -> Sequence[float]:
    """A stand-in for an embedding: numbers of norm 1 that depend on the text alone."""
    numbers = np.random.default_rng(sum(map(ord, text))).normal(size=384)
    return (numbers / np.linalg.norm(numbers)).tolist()


@cache
def reader(vectors: bool) -> EmbeddedReader:
    return EmbeddedReader(SudachiWords(), vector if vectors else None)


@pytest.mark.parametrize(("text", "vectors"), list(product(MESSAGES, (False, True))))
def test_a_message_is_read_the_same_every_time(text: str, vectors: bool) -> None:
    again = EmbeddedReader(SudachiWords(), vector if vectors else None)
    assert reader(vectors).read(text) == reader(vectors).read(text) == again.read(text)


@pytest.mark.parametrize(("text", "vectors"), list(product(ODD, (False, True))))
def test_any_text_gets_a_reading(text: str, vectors: bool) -> None:
    said = reader(vectors).read(text, "customer", "どなたのためですか?")
    assert said.intent in INTENTS
    assert said.stance in STANCES


@pytest.mark.parametrize("text", [*MESSAGES, *ODD])
def test_everything_taken_from_a_message_stands_in_it(text: str) -> None:
    said = reader(False).read(text)
    assert [
        each
        for each in (*said.technologies, *(fill.text for fill in said.fills))
        if not each or each not in text
    ] == []


@pytest.mark.parametrize("text", [*MESSAGES, *ODD])
def test_confidences_lie_between_nothing_and_one(text: str) -> None:
    said = reader(False).read(text)
    chances = (
        said.stance_confidence,
        said.phase_confidence,
        said.intent_confidence,
        *(fill.confidence for fill in said.fills),
    )
    assert all(0 <= each <= 1 for each in chances)


def test_a_text_without_words_is_read_without_confidence() -> None:
    assert reader(False).read(" \n ") == Reading(stance_confidence=0, phase_confidence=0, intent_confidence=0)


def test_the_asked_slot_changes_what_a_bare_answer_fills() -> None:
    answer = "係長の北村です"
    assert "leader" in reader(False).read(answer, "leader", "引っ張るのはどなたですか?").slots
    assert "leader" not in reader(False).read(answer, "outcome", "何で測りますか?").slots


def test_pasted_matter_fills_no_slot_but_its_technologies_are_seen() -> None:
    text = "提案書の抜粋を貼ります。\n> 高齢者が安心して暮らせるよう、ドローンで薬を届ける\n> 予算は2,000万円\nこれはどうでしょうか"
    said = reader(False).read(text)
    assert said.slots == ()
    assert said.technologies == ("ドローン",)


def test_an_extract_never_reaches_over_pasted_lines() -> None:
    said = reader(False).read(
        "困っているのは一人暮らしのお年寄りで\n> 引用された行\n病院に行けないことです", "current_experience"
    )
    assert [each for each in said.fills if "\n" in each.text] == []


@pytest.mark.parametrize("name", ["同じ幅の外でも12", "AIチャットボット", "チャットボット"])
def test_a_wide_or_narrow_spelling_is_the_same_technology(name: str) -> None:
    wide = name.replace("AI", "AI")
    narrow, broad = (reader(False).read(f"{each}を入れたい").technologies for each in (name, wide))
    assert [each.replace("AI", "AI") for each in broad] == [each.replace("AI", "AI") for each in narrow]


def test_the_weights_of_both_modes_are_shipped() -> None:
    assert shipped(vectors=True).uses_vectors
    assert not shipped(vectors=False).uses_vectors
    assert set(shipped(vectors=False).settings["threshold"]) == set(SLOTS)


def test_letters_alone_keep_their_published_level() -> None:
    floors = {
        "stance": 0.82,
        "phase": 0.78,
        "intent": 0.8,
        "technologies": 0.88,
        "slots": 0.7,
        "extracts": 0.65,
    }
    pairs = [
        (each, reader(False).read(each.text, each.asked, each.question)) for each in examples([EVALUATION])
    ]
    measured = {name: MEASURES[name](pairs) for name in floors}
    assert {name: figure for name, figure in measured.items() if figure < floors[name]} == {}
