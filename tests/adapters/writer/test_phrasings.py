"""The reviewed phrasings as data."""

import re
from collections import Counter
from pathlib import Path

import pytest

from advisor.adapters.writer import Phrasings, load, question_texts
from advisor.dialogue.checks import fits
from advisor.dialogue.turns import Question
from advisor.errors import AdvisorError
from advisor.framework.slots import SLOTS

POLITE = re.compile(r"(です|ます|ました|でした|ません|ください|でしょう|ましょう)(か|ね|よね)?[。??]?$|\)。$")


def test_every_slot_has_many_ways_to_be_taken_up(phrasings: Phrasings) -> None:
    assert {
        slot: len(phrasings.group(f"receive.{slot}"))
        for slot in SLOTS
        if len(phrasings.group(f"receive.{slot}")) < 5
    } == {}


def test_every_slot_has_many_questions_and_the_short_path_most(phrasings: Phrasings) -> None:
    counted = Counter(slot for slot, _ in question_texts(phrasings))
    assert all(counted[slot] >= 5 for slot in SLOTS)
    assert all(
        counted[slot] >= 8 for slot in ("aspiration", "customer", "current_experience", "value", "measure")
    )


def test_every_question_asks_for_its_slot_by_its_words(phrasings: Phrasings) -> None:
    assert [
        text for slot, text in question_texts(phrasings) if not fits(Question(slot=slot, text=text))
    ] == []


def test_every_question_is_one_question(phrasings: Phrasings) -> None:
    assert [
        text
        for _, text in question_texts(phrasings)
        if len(re.findall("[??]", text)) != 1 or not text.endswith("?")
    ] == []


def test_every_sentence_is_polite_and_short(phrasings: Phrasings) -> None:
    sentences = [part for each in phrasings.all for part in re.findall(r"[^。?]+[。?]?", each.text)]
    assert [part for part in sentences if not POLITE.search(part)] == []
    assert [part for part in sentences if len(part) > 80] == []


def test_no_question_asks_for_the_purpose_or_why(phrasings: Phrasings) -> None:
    assert [
        text for _, text in question_texts(phrasings) if re.search(r"目的は|なぜ(?!その方たちだけか)", text)
    ] == []


def test_quick_replies_are_two_to_four_with_a_way_out(phrasings: Phrasings) -> None:
    for slot in SLOTS:
        for chips in phrasings.chips[slot]:
            assert 2 <= len(chips) <= 4
            assert "まだ分からない" in chips


def _file(tmp_path: Path, text: str) -> Path:
    (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a.b:\n  one: '{知らない}です。'\n", "知らない"),
        ("a.b:\n  one: {when: [moon], text: はい。}\n", "moon"),
        ("a.b:\n  one: {wen: [life], text: はい。}\n", "wen"),
        ("a.b:\n  one: はい。\nc.d:\n  one: いいえ。\n", "二度"),
    ],
)
def test_a_mistake_names_the_file_or_the_entry(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(AdvisorError) as caught:
        load(_file(tmp_path, text))
    assert what in str(caught.value)
    assert "one" in str(caught.value)
