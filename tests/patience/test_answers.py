"""Loops, doubled pieces, other languages and thoughts said aloud are told from answers."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.patience.failures import CLASSES, WORDS, ModelFailure, failure
from advisor.patience.limits import MODEL_ROLES, limits_for, reasons
from advisor.patience.shapes import json_in, strict, thinking, thought_through
from advisor.patience.tells import doubled, foreign, loops

GOOD = (
    "窓口で待つ時間が長いとのこと、よくわかりました。だれが、どの手続きで、どれくらい待っていますか。"
    "月曜の朝のことを、思い出せる範囲で教えてください。"
)


def test_every_kind_has_a_class_and_calm_japanese_words() -> None:
    assert set(CLASSES) == set(WORDS)
    for kind, (what, do) in WORDS.items():
        assert what.endswith("。"), kind
        assert do.endswith("。"), kind
        assert "エラー" not in what + do
    assert all(isinstance(failure(kind), ModelFailure) for kind in CLASSES)


def test_what_had_come_is_no_part_of_the_message() -> None:
    told = failure("truncated", "length", partial="秘密の話")
    assert "秘密" not in str(told) + repr(told)


@given(st.text(min_size=1, max_size=40), st.text(max_size=100))
def test_a_loop_is_told_wherever_it_begins(unit: str, before: str) -> None:
    assert loops(before + unit * max(6, 200 // len(unit) + 2)) == bool(unit.strip())


def test_prose_does_not_loop() -> None:
    assert not loops(GOOD * 3)


def test_doubled_pieces_are_told() -> None:
    assert doubled(["窓", "窓", "口", "口", "で", "で", "す", "す"])
    assert not doubled(["窓", "口", "で", "す", "か", "。", "は", "い"])
    assert not doubled(["あ", "あ"])


def test_japanese_is_told_from_english_and_chinese() -> None:
    assert not foreign(GOOD)
    assert not foreign("RPA")
    assert foreign("Thank you for your question about the counter.")
    assert foreign("感谢您的提问我们将为您介绍窗口服务的改进方案和具体措施")


@given(st.dictionaries(st.text(max_size=8), st.one_of(st.integers(), st.text(max_size=20)), max_size=5))
def test_an_object_is_found_bare_fenced_and_after_thoughts(value: dict[str, object]) -> None:
    body = json.dumps(value, ensure_ascii=False)
    for said in (body, f"はい。\n```json\n{body}\n```\nです", f"<think>{{うーん</think>{body}"):
        assert json.loads(json_in(said)) == value


def test_where_there_is_no_object_none_is_found() -> None:
    assert json_in("できません") == ""


@given(st.text(max_size=30))
def test_thoughts_said_aloud_are_dropped(thought: str) -> None:
    aloud = "<think>" + thought.replace("<", "") + "</think>"
    assert thought_through(aloud + "答えです") == "答えです"
    assert thinking(aloud[:-1])
    assert not thinking(aloud)


def test_a_strict_schema_asks_for_every_property_and_no_other() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string", "default": ""}}, "title": "T"}
    assert strict(schema) == {
        "type": "object",
        "title": "T",
        "properties": {"a": {"type": "string"}},
        "required": ["a"],
        "additionalProperties": False,
    }


@pytest.mark.parametrize(
    "name",
    [
        "o1-mini",
        "o3",
        "gpt-5.2",
        "deepseek-r1:8b",
        "qwq-32b",
        "openai/o4-mini",
        "phi-4-reasoning",
        "gpt-oss-20b",
    ],
)
def test_a_reasoning_model_is_told_by_its_name(name: str) -> None:
    assert reasons(name)


@pytest.mark.parametrize("name", ["gpt-4o-mini", "gemma3:270m", "llama3.2", "gpt-5-chat-latest", "qwen2.5"])
def test_other_models_do_not_reason(name: str) -> None:
    assert not reasons(name)


def test_a_reasoning_model_is_waited_for_a_minute() -> None:
    assert {limits_for(role, True).first for role in MODEL_ROLES} == {60.0}
    assert {limits_for(role).total for role in MODEL_ROLES} == {45.0}
