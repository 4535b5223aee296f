"""What a good endpoint is sent and what of its answers comes through."""

import pytest

from advisor.adapters.endpoint.chat import EndpointChat
from advisor.patience.lines import Line
from advisor.patience.usage import Usage
from tests.adapters.endpoint.conftest import KEY, Opened
from tests.fakes.endpoint import (
    Exchange,
    ScriptedEndpoint,
    chunk,
    fails,
    only_with,
    says,
    streams,
    usage,
)

LINES = (Line(speaker="system", text="短く答える。"), Line(speaker="user", text="窓口が混みます。"))
WORDS = "月曜の朝に混むのですね。だれが、どれくらい待っていますか。"


def test_an_answer_comes_whole_with_its_cost(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(says(WORDS))
    answer = chat.say("writer", LINES)
    assert (answer.text, answer.usage) == (WORDS, Usage(prompt=11, completion=7))


def test_a_stream_comes_in_pieces(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(says(WORDS, size=5))
    pieces = list(chat.stream("writer", LINES))
    assert len(pieces) > 3
    assert "".join(pieces) == WORDS


def test_nothing_is_sent_before_the_first_text_is_asked_for(
    endpoint: ScriptedEndpoint, chat: EndpointChat
) -> None:
    chat.stream("writer", LINES)
    assert endpoint.requests == []


def test_the_request_is_plain(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    chat.say("reader", LINES)
    assert endpoint.requests == [
        {
            "model": "scripted",
            "stream": True,
            "stream_options": {"include_usage": True},
            "max_tokens": 50,
            "temperature": 0.0,
            "messages": [
                {"role": "system", "content": "短く答える。"},
                {"role": "user", "content": "窓口が混みます。"},
            ],
        }
    ]
    assert endpoint.headers[0]["authorization"] == f"Bearer {KEY}"
    assert endpoint.paths == ["/v1/chat/completions"]


def test_a_reasoning_model_gets_no_temperature(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    opens(name="o3-mini").say("writer", LINES)
    assert endpoint.requests[0]["max_completion_tokens"] == 50
    assert not {"temperature", "max_tokens"} & set(endpoint.requests[0])


def test_roles_may_have_models_of_their_own(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    chat = opens(reader="small")
    chat.say("reader", LINES)
    chat.say("drafter", LINES)
    assert [request["model"] for request in endpoint.requests] == ["small", "scripted"]


def test_azure_is_asked_in_its_own_way(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    url = endpoint.url.removesuffix("/v1")
    assert opens(base_url=url, api_version="2024-10-21").say("writer", LINES).text
    assert endpoint.paths == ["/openai/deployments/scripted/chat/completions?api-version=2024-10-21"]
    assert endpoint.headers[0]["api-key"] == KEY


def test_the_organisation_is_told(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    opens(organisation="org-1").say("writer", LINES)
    assert endpoint.headers[0]["openai-organization"] == "org-1"


def test_without_a_stream_an_answer_comes_too(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    endpoint.plays(says(WORDS))
    assert list(opens(stream=False).stream("writer", LINES)) == [WORDS]
    assert "stream_options" not in endpoint.requests[0]


def test_an_endpoint_that_cannot_stream_is_asked_plainly_from_then_on(
    endpoint: ScriptedEndpoint, chat: EndpointChat
) -> None:
    def never_streams(exchange: Exchange) -> None:
        exchange.body["stream"] = False
        says(WORDS)(exchange)

    endpoint.plays(never_streams)
    assert chat.say("writer", LINES).text == WORDS
    assert chat.say("writer", LINES).text == WORDS
    assert len(endpoint.requests) == 3


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("stream_options", "Unknown parameter: stream_options"),
        ("temperature", "Unsupported value: 'temperature' does not support 0.4 with this model."),
        ("max_tokens", "'max_tokens' is not supported with this model. Use 'max_completion_tokens'."),
    ],
)
def test_an_option_that_is_refused_is_left_out_from_then_on(
    endpoint: ScriptedEndpoint, chat: EndpointChat, option: str, message: str
) -> None:
    endpoint.plays(only_with(lambda body: option not in body, fails(400, message), says(WORDS)))
    assert chat.say("writer", LINES).text == WORDS
    assert chat.say("writer", LINES).text == WORDS
    assert len(endpoint.requests) == 3


def test_a_short_pause_that_is_asked_for_is_kept_once(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(fails(429, Retry_After="0.1"), says(WORDS))
    assert chat.say("writer", LINES).text == WORDS
    assert len(endpoint.requests) == 2


def test_thoughts_said_aloud_are_not_shown(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(says(f"<think>えーと、English thoughts</think>\n\n{WORDS}", size=3))
    assert chat.say("writer", LINES).text == WORDS


def test_thoughts_beside_the_answer_are_not_shown(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    def thinks(exchange: Exchange) -> None:
        exchange.head()
        exchange.event(chunk(reasoning_content="考え中"))
        exchange.event(chunk(WORDS, finish="stop"))
        exchange.event(b"[DONE]")
        exchange.end()

    endpoint.plays(thinks)
    assert chat.say("writer", LINES).text == WORDS


def test_where_no_cost_is_told_it_is_estimated(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(says(WORDS, counted=False))
    cost = chat.say("writer", LINES).usage
    assert cost.estimated
    assert cost.completion == len(WORDS)


def test_an_end_without_done_is_an_end(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(says(WORDS, done=False))
    assert chat.say("writer", LINES).text == WORDS


def test_last_chunks_that_come_twice_do_no_harm(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    def twice(exchange: Exchange) -> None:
        exchange.head()
        exchange.event(chunk(WORDS))
        for _ in range(2):
            exchange.event(chunk(finish="stop"))
            exchange.event({**chunk(), "choices": [], "usage": usage()})
        exchange.event(b"[DONE]")
        exchange.end()

    endpoint.plays(twice)
    answer = chat.say("writer", LINES)
    assert (answer.text, answer.usage.total) == (WORDS, 18)


def test_half_a_surrogate_becomes_a_question_mark(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(streams(["はい", "\ud83d", "です。"]))
    said = chat.say("writer", LINES).text
    assert said.encode("utf-8")
    assert said.startswith("はい")


def test_a_stopped_stream_says_no_more_and_the_next_one_works(
    endpoint: ScriptedEndpoint, chat: EndpointChat
) -> None:
    endpoint.plays(says(WORDS * 5, size=2), says(WORDS))
    speech = chat.stream("writer", LINES)
    next(speech)
    speech.close()
    assert list(speech) == []
    assert speech.usage.total > 0
    assert chat.say("writer", LINES).text == WORDS


def test_the_connection_of_a_plain_answer_is_used_again(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    ports = set()
    chat = opens(stream=False)

    def notes(exchange: Exchange) -> None:
        ports.add(exchange._handler.client_address)
        says(WORDS)(exchange)

    endpoint.plays(notes)
    for _ in range(3):
        chat.say("writer", LINES)
    assert len(ports) == 1
