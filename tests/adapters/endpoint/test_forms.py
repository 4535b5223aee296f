"""A form is filled by schema, in JSON mode or in words, with one repair; anything else is a typed failure."""

import json
from typing import Literal

import pytest
from pydantic import BaseModel

from advisor.adapters.endpoint.chat import EndpointChat
from advisor.patience.failures import ModelFailure
from advisor.patience.lines import Line
from tests.adapters.endpoint.conftest import Opened
from tests.fakes.endpoint import Act, Body, Exchange, ScriptedEndpoint, fails, only_with, says

LINES = (Line(speaker="user", text="AIを入れたいです。"),)


class Heard(BaseModel):
    """A small reading."""

    stance: Literal["tech_first", "purpose_first"]
    technologies: list[str] = []


GOOD = Heard(stance="tech_first", technologies=["AI"])
JSON = GOOD.model_dump_json()


def asked(body: Body) -> str:
    """How the form was asked for."""
    return str(body.get("response_format", {}).get("type", "words"))


def only(*accepted: str, then: Act) -> Act:
    """An endpoint that knows these ways alone."""
    refusal = fails(400, "'response_format' of type 'json_schema' is not supported")
    return only_with(lambda body: asked(body) in accepted, refusal, then)


def ways(endpoint: ScriptedEndpoint) -> list[str]:
    return [asked(body) for body in endpoint.requests]


def test_a_schema_is_sent_in_its_strict_form(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(says(JSON))
    form, cost = chat.fill("reader", LINES, Heard)
    assert form == GOOD
    assert cost.total == 18
    sent = endpoint.requests[0]["response_format"]["json_schema"]
    assert sent["strict"] is True
    assert sent["schema"]["required"] == ["stance", "technologies"]
    assert sent["schema"]["additionalProperties"] is False


def test_where_no_schema_is_known_json_mode_is_asked_for_and_remembered(
    endpoint: ScriptedEndpoint, chat: EndpointChat
) -> None:
    endpoint.plays(only("json_object", "words", then=says(JSON)))
    for _ in range(2):
        assert chat.fill("reader", LINES, Heard)[0] == GOOD
    assert ways(endpoint) == ["json_schema", "json_object", "json_object"]
    assert "JSONスキーマ" in endpoint.requests[1]["messages"][-1]["content"]


def test_where_no_format_is_known_it_is_asked_for_in_words(
    endpoint: ScriptedEndpoint, chat: EndpointChat
) -> None:
    endpoint.plays(only("words", then=says(f"はい。\n```json\n{JSON}\n```\nいかがでしょう。")))
    for _ in range(2):
        assert chat.fill("reader", LINES, Heard)[0] == GOOD
    assert ways(endpoint) == ["json_schema", "json_object", "words", "words"]


def test_where_a_format_is_ignored_the_next_way_is_tried(
    endpoint: ScriptedEndpoint, chat: EndpointChat
) -> None:
    endpoint.plays(says("よいですね。"), says("よいですね。"), says(f"```json\n{JSON}\n```"))
    assert chat.fill("reader", LINES, Heard)[0] == GOOD
    assert ways(endpoint) == ["json_schema", "json_object", "words"]


def test_what_does_not_fit_is_sent_back_once_with_what_is_wrong(
    endpoint: ScriptedEndpoint, chat: EndpointChat
) -> None:
    endpoint.plays(says('{"stance": "techie", "technologies": []}'), says(JSON))
    form, cost = chat.fill("reader", LINES, Heard)
    assert form == GOOD
    assert cost.total == 36
    *_, said, repair = endpoint.requests[1]["messages"]
    assert said == {"role": "assistant", "content": '{"stance": "techie", "technologies": []}'}
    assert "stance" in repair["content"]
    assert "techie" in repair["content"]


@pytest.mark.parametrize(
    "bad",
    ["{", '{"stance": 3}', '{"stance": "tech_first"', "[]", "できません。", '{"stance": "tech_first"}}{'],
)
def test_after_one_repair_it_is_a_failure(endpoint: ScriptedEndpoint, chat: EndpointChat, bad: str) -> None:
    endpoint.plays(says(bad))
    if bad.startswith('{"stance": "tech_first"}'):
        assert chat.fill("reader", LINES, Heard)[0].stance == "tech_first"
        return
    with pytest.raises(ModelFailure) as caught:
        chat.fill("reader", LINES, Heard)
    assert caught.value.kind == "no_json"
    assert len(endpoint.requests) <= 4
    assert caught.value.usage is not None
    assert caught.value.usage.total == 18 * len(endpoint.requests)


def test_a_way_that_works_no_more_is_forgotten(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(says(JSON))
    chat.fill("reader", LINES, Heard)
    endpoint.plays(only("json_object", then=says(JSON)))
    with pytest.raises(ModelFailure):
        chat.fill("reader", LINES, Heard)
    assert chat.fill("reader", LINES, Heard)[0] == GOOD
    assert ways(endpoint) == ["json_schema", "json_schema", "json_schema", "json_object"]


def test_a_fault_ends_the_asking(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(fails(500))
    with pytest.raises(ModelFailure) as caught:
        chat.fill("reader", LINES, Heard)
    assert caught.value.kind == "down"
    assert len(endpoint.requests) == 1


def test_all_ways_together_keep_the_limit_of_the_whole(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    def slowly(exchange: Exchange) -> None:
        exchange.wait(0.4)
        says("よいですね。")(exchange)

    endpoint.plays(slowly)
    chat = opens(total_seconds=0.9)
    with pytest.raises(ModelFailure) as caught:
        chat.fill("reader", LINES, Heard)
    assert caught.value.kind in ("slow_total", "slow_first")


def test_english_in_a_form_is_no_fault(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    names = ["generative artificial intelligence", "robotic process automation"]
    endpoint.plays(says(json.dumps({"stance": "tech_first", "technologies": names})))
    assert chat.fill("reader", LINES, Heard)[0].technologies == names
