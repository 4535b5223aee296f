"""One test a fault: a typed failure within its limit, nothing else raised, nothing hanging, and the next call works."""

import json
import socket
import time
from collections.abc import Callable

import pytest

from advisor.adapters.endpoint.chat import EndpointChat
from advisor.patience.failures import Kind, ModelFailure
from advisor.patience.lines import Line
from tests.adapters.endpoint.conftest import KEY, SHORT, Opened
from tests.fakes.endpoint import (
    Act,
    Exchange,
    ScriptedEndpoint,
    chunk,
    completion,
    fails,
    says,
    streams,
)

LINES = (Line(speaker="user", text="窓口が混みます。"),)
WORDS = "月曜の朝に混むのですね。だれが、どれくらい待っていますか。"
GENEROUS = 10.0
"""Seconds in which every failure has to come; the limits in use end at 2.5."""


def fault(chat: EndpointChat) -> ModelFailure:
    """The failure of one streamed answer, which has come in time."""
    began = time.monotonic()
    with pytest.raises(ModelFailure) as caught:
        list(chat.stream("writer", LINES))
    assert time.monotonic() - began < GENEROUS
    told = caught.value
    assert told.usage is not None
    assert KEY not in str(told) + repr(told)
    assert told.__cause__ is None
    return told


def plays(*steps: Callable[[Exchange], None]) -> Act:
    """An act made of steps."""

    def act(exchange: Exchange) -> None:
        for step in steps:
            step(exchange)

    return act


def begins(exchange: Exchange) -> None:
    """A stream that has said its first words."""
    exchange.head()
    exchange.event(chunk(role="assistant"))
    exchange.event(chunk("月曜の朝に"))


def waits(seconds: float = 20.0) -> Callable[[Exchange], None]:
    return lambda exchange: exchange.wait(seconds)


def event(data: object) -> Callable[[Exchange], None]:
    return lambda exchange: exchange.event(data)


def trickles(exchange: Exchange) -> None:
    exchange.head()
    for letter in WORDS * 20:
        exchange.event(chunk(letter))
        exchange.wait(0.05)


def pings(exchange: Exchange) -> None:
    exchange.head()
    for _ in range(300):
        exchange.send(b": ping\n\n")
        exchange.wait(0.05)


def floods(exchange: Exchange) -> None:
    exchange.head()
    for _ in range(4000):
        exchange.send(b":" + b"x" * 1000 + b"\n\n")


def endless_line(exchange: Exchange) -> None:
    exchange.head()
    for _ in range(4000):
        exchange.send(b"data: " if _ == 0 else b"x" * 1000)


def talks_on(exchange: Exchange) -> None:
    exchange.head()
    for number in range(4000):
        exchange.event(chunk(f"{number}番目の窓口のことを、もう少しくわしく教えてください。"))


def header_trickle(exchange: Exchange) -> None:
    exchange.raw(b"HTTP/1.1 200 OK\r\n")
    for number in range(200):
        exchange.raw(b"X-%d: y\r\n" % number)
        exchange.wait(0.05)


def unframed(exchange: Exchange) -> None:
    exchange.raw(b"\x00\x01 not http at all\r\n\r\n")
    exchange.drop()


def packed(exchange: Exchange) -> None:
    exchange.head(Content_Encoding="gzip")
    exchange.send(b"\x1f\x8b")
    exchange.end()


def huge_error(exchange: Exchange) -> None:
    exchange.head(500, "application/json")
    for _ in range(4000):
        exchange.send(b" " * 1000)


def stalling_error(exchange: Exchange) -> None:
    exchange.head(500, "application/json")
    exchange.send(b'{"error"')
    exchange.wait()


ended = plays(lambda exchange: exchange.end())
html = b"<html><body>login</body></html>"
tool = {
    "tool_calls": [{"index": 0, "id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}]
}

FAULTS: dict[str, tuple[Kind, Act]] = {
    "accepts and never answers": ("slow_first", waits()),
    "headers and nothing more": ("slow_first", plays(lambda exchange: exchange.head(), waits())),
    "headers one by one": ("slow_first", header_trickle),
    "a role and nothing more": (
        "slow_first",
        plays(lambda exchange: exchange.head(), event(chunk("", role="assistant")), waits()),
    ),
    "comments and nothing more": ("slow_first", pings),
    "stalls in the middle": ("slow_idle", plays(begins, waits())),
    "stalls in the middle of an event": (
        "slow_idle",
        plays(begins, lambda exchange: exchange.send(b'data: {"choi'), waits()),
    ),
    "one letter at a time for ever": ("slow_total", trickles),
    "closes before anything": ("cut", lambda exchange: exchange.drop()),
    "resets before anything": ("cut", lambda exchange: exchange.reset()),
    "resets in the middle": ("cut", plays(begins, lambda exchange: exchange.reset())),
    "closes in the middle": ("cut", plays(begins, lambda exchange: exchange.drop())),
    "ends cleanly without a finish": ("cut", plays(begins, ended)),
    "says done without a finish": ("cut", plays(begins, event(b"[DONE]"), ended)),
    "an event that is no JSON": ("garbled", plays(begins, event(b'{"choices": [{]}'), ended)),
    "an event that is a list": ("garbled", plays(begins, event(b"[1, 2]"), ended)),
    "choices that are words": ("garbled", plays(begins, event({"choices": "no"}), ended)),
    "no UTF-8": ("garbled", plays(begins, event(b'{"a": "\xff\xfe"}'), ended)),
    "every piece twice": ("garbled", streams([letter for letter in WORDS for _ in "ab"])),
    "an error in the stream": ("down", plays(begins, event({"error": {"message": f"boom {KEY}"}}), ended)),
    "a login page": ("garbled", lambda exchange: exchange.whole(200, html, "text/html")),
    "a redirect": (
        "garbled",
        lambda exchange: exchange.whole(302, b"", "text/html", Location="http://127.0.0.1:1/"),
    ),
    "no HTTP": ("cut", unframed),
    "a packed body": ("garbled", packed),
    "nothing in a stream": ("garbled", plays(lambda exchange: exchange.head(), ended)),
    "a huge body": ("huge", floods),
    "a line without end": ("huge", endless_line),
    "words without end": ("huge", talks_on),
    "400": ("rejected", fails(400)),
    "401 that repeats the key": ("unauthorised", fails(401, f"Incorrect API key provided: {KEY}")),
    "402": ("rejected", fails(402)),
    "403": ("forbidden", fails(403)),
    "404": ("missing", fails(404, "model not found")),
    "404 in HTML": ("missing", lambda exchange: exchange.whole(404, html, "text/html")),
    "408": ("slow_total", fails(408)),
    "413": ("too_long", fails(413)),
    "422": ("rejected", fails(422)),
    "429": ("limited", fails(429)),
    "500": ("down", fails(500)),
    "500 in HTML": ("down", lambda exchange: exchange.whole(500, html, "text/html")),
    "500 with a huge body": ("huge", huge_error),
    "500 that stalls in its body": ("slow_first", stalling_error),
    "503": ("down", fails(503, Retry_After="1")),
    "too long a context": (
        "too_long",
        fails(400, "This model's maximum context length is 8192 tokens", code="context_length_exceeded"),
    ),
    "too long a context, as llama.cpp says it": (
        "too_long",
        fails(400, "the request exceeds the available context size"),
    ),
    "filtered before": ("filtered", fails(400, "The response was filtered", code="content_filter")),
    "filtered in the middle": ("filtered", streams(["月曜の"], "content_filter")),
    "cut short by its length": ("truncated", streams([WORDS], "length")),
    "empty": ("empty", streams([])),
    "white space alone": ("empty", streams(["  \n", "\u3000"])),
    "thoughts alone": ("empty", streams(["<think>", "うーん", "</think>"])),
    "null": ("empty", plays(lambda exchange: exchange.head(), event(chunk(content=None, finish="stop")), ended)),
    "no choices at all": ("cut", plays(lambda exchange: exchange.head(), event({"choices": []}), ended)),
    "the same over and over": ("repeating", streams(["そうですね。"] * 300)),
    "English": ("foreign", streams(["Thank you for asking. The counter is crowded on Mondays."])),
    "English for ever": ("foreign", streams(["Thank you for asking. "] * 20)),
    "Chinese": ("foreign", streams(["感谢您的提问我们将为您介绍窗口服务的改进方案和具体措施"])),
    "a tool nobody asked for": ("tools", plays(begins, event(chunk(**tool)), waits())),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_stream_is_told(endpoint: ScriptedEndpoint, chat: EndpointChat, name: str) -> None:
    kind, act = FAULTS[name]
    endpoint.plays(act)
    assert fault(chat).kind == kind
    endpoint.plays(says(WORDS))
    assert chat.say("writer", LINES).text == WORDS


def body(**changes: object) -> bytes:
    return json.dumps({**completion(WORDS), **changes}).encode()


def plain(content: bytes, kind: str = "application/json") -> Act:
    return lambda exchange: exchange.whole(200, content, kind)


PLAIN: dict[str, tuple[Kind, Act]] = {
    "accepts and never answers": ("slow_first", waits()),
    "a login page": ("garbled", plain(html, "text/html")),
    "words that are no JSON": ("garbled", plain(b"hello")),
    "half a JSON": ("garbled", plain(body()[:60])),
    "no UTF-8": ("garbled", plain(b'{"choices": "\xff"}')),
    "a JSON that is no answer": ("garbled", plain(b'{"hello": 1}')),
    "a list": ("garbled", plain(b"[]")),
    "no choices": ("garbled", plain(body(choices=[]))),
    "choices that are null": ("garbled", plain(body(choices=None))),
    "null content": ("empty", plain(json.dumps(completion(None)).encode())),
    "cut short by its length": ("truncated", plain(json.dumps(completion(WORDS, "length")).encode())),
    "no finish": ("cut", plain(json.dumps(completion(WORDS, None)).encode())),
    "a body shorter than its length": (
        "cut",
        plays(
            lambda exchange: exchange.head(200, "application/json", Content_Length="9999"),
            lambda exchange: exchange.drop(),
        ),
    ),
    "a huge body": ("huge", plain(json.dumps(completion("長い話。" * 200_000)).encode())),
    "an error with 200": ("garbled", plain(b'{"error": {"message": "boom"}}')),
    "a stream that nobody asked for": ("garbled", plain(b"data: {}\n\n", "text/event-stream")),
    "a tool nobody asked for": (
        "tools",
        plain(json.dumps(completion(None, "tool_calls", tool_calls=[{**tool["tool_calls"][0]}])).encode()),
    ),
    "500": ("down", fails(500)),
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_fault_of_a_plain_answer_is_told(endpoint: ScriptedEndpoint, opens: Opened, name: str) -> None:
    kind, act = PLAIN[name]
    endpoint.plays(act)
    chat = opens(stream=False)
    assert fault(chat).kind == kind
    endpoint.plays(says(WORDS))
    assert chat.say("writer", LINES).text == WORDS


def test_what_had_come_is_kept_beside_the_failure(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(streams(["月曜の", "朝に"], "length"))
    assert fault(chat).partial == "月曜の朝に"


def test_nothing_is_tried_again_behind_our_back(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(fails(500))
    fault(chat)
    assert len(endpoint.requests) == 1


def test_a_long_pause_is_told_and_not_waited_for(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    endpoint.plays(fails(429, Retry_After="3600"))
    assert fault(chat).retry_after == 3600.0
    assert len(endpoint.requests) == 1


def test_a_pause_may_be_a_date(endpoint: ScriptedEndpoint, chat: EndpointChat) -> None:
    def act(exchange: Exchange) -> None:
        exchange._handler.date_time_string = (  # type: ignore[method-assign]
            lambda timestamp=None: "Mon, 02 Nov 2026 09:00:00 GMT"
        )
        fails(429, Retry_After="Mon, 02 Nov 2026 09:02:00 GMT")(exchange)

    endpoint.plays(act)
    assert fault(chat).retry_after == 120.0


def test_a_closed_door_is_told(opens: Opened) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert fault(opens(base_url=f"http://127.0.0.1:{port}/v1")).kind == "refused"


def test_a_door_that_is_never_opened_is_told(opens: Opened) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(full.getsockname())
        told = fault(opens(base_url=f"http://127.0.0.1:{full.getsockname()[1]}/v1"))
        for each in waiting:
            each.close()
    assert told.kind in ("slow_connect", "slow_first")


def test_a_name_that_is_not_there_is_told(opens: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    assert fault(opens(base_url="http://gateway.invalid/v1", proxy="none")).kind == "dns"


def test_a_name_that_takes_for_ever_is_not_waited_for(opens: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> object:
        time.sleep(4)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure")

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    began = time.monotonic()
    assert fault(opens(base_url="http://gateway.invalid/v1", proxy="none")).kind == "slow_first"
    assert time.monotonic() - began < 4


def test_a_server_without_a_certificate_is_told(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    assert fault(opens(base_url=endpoint.url.replace("http:", "https:"))).kind == "tls"


def test_the_limits_in_use_are_short() -> None:
    assert SHORT.total <= GENEROUS / 4
