"""The paper as JSON comes back, and nothing else is taken for one."""

import json

import pytest

from advisor.brief.model import Brief, Claim
from advisor.brief.stored import FORMAT, SCHEMA, reloaded, stored
from advisor.errors import AdvisorError


def test_a_paper_comes_back_as_it_was(onsen_brief: Brief) -> None:
    text = stored(onsen_brief)
    assert reloaded(text) == onsen_brief
    assert Brief.model_validate_json(json.dumps(json.loads(text)["brief"])) == onsen_brief
    assert "温泉場" in text


def test_a_lone_half_of_a_letter_comes_back_too(onsen_brief: Brief) -> None:
    odd = onsen_brief.model_copy(update={"title": (Claim(text="孤立\ud83dした", origin="said"),)})
    assert reloaded(stored(odd).encode("utf-8").decode("utf-8")) == odd


def test_the_form_is_named_with_its_version(onsen_brief: Brief) -> None:
    kept = json.loads(stored(onsen_brief))
    assert (kept["format"], kept["schema"]) == (FORMAT, SCHEMA)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("これはJSONではありません", "JSONとして読めません"),
        ("[" * 100_000, "JSONとして読めません"),
        ("[]", "企画書のJSONではありません"),
        ('{"format":"nanishitai/brief","schema":2,"brief":{}}', "この版のプログラムでは読めない企画書です"),
        ('{"format":"nanishitai/brief","schema":1,"brief":{}}', "企画書のJSONが壊れています"),
        ('{"format":"nanishitai/brief","schema":1}', "企画書のJSONが壊れています"),
    ],
)
def test_what_is_no_paper_is_refused_with_what_to_do(text: str, what: str) -> None:
    with pytest.raises(AdvisorError) as error:
        reloaded(text)
    assert error.value.what == what
    assert error.value.do
