"""What every Chat does alike: the endpoint's, the guarded one, the veiled one and the fake."""

import time
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from pydantic import BaseModel

from advisor.adapters.endpoint.opening import opened
from advisor.adapters.words import SudachiWords
from advisor.agent.guarded import Guard, GuardedChat
from advisor.agent.ports import Chat
from advisor.agent.veiled import VeiledChat
from advisor.patience.budget import Account, Budget
from advisor.patience.failures import ModelFailure, failure
from advisor.patience.lines import Line
from advisor.settings import ModelSettings
from tests.fakes.chat import FakeChat
from tests.fakes.endpoint import MODEL, fails, says, serving

LINES = (Line(speaker="system", text="短く。"), Line(speaker="user", text="窓口が混みます。"))
WORDS = "月曜の朝に混むのですね。だれが待っていますか。"
NAMES = ("fake", "endpoint", "guarded fake", "guarded endpoint", "veiled fake", "veiled endpoint")

Scripted = Callable[..., Chat]


class Form(BaseModel):
    """A form of one field."""

    stance: Literal["tech_first", "mixed"]


def _guarded(chat: Chat) -> Chat:
    guard = Guard(Budget(), lambda: 0.0, lambda: "2026-11-02T09:00:00+09:00")
    return GuardedChat(chat, guard, Account(session="s", user="u"))


@pytest.fixture(params=NAMES)
def scripted(request: pytest.FixtureRequest) -> Iterator[Scripted]:
    """Makes a chat that says the given texts, or fills the given forms; None is an endpoint that is down."""
    with serving() as endpoint:

        def make(*script: str | Form | None) -> Chat:
            chat: Chat
            if "fake" in request.param:
                said = [failure("down") if each is None else each for each in script]
                chat = FakeChat(*(each.model_dump() if isinstance(each, Form) else each for each in said))
            else:
                texts = (each.model_dump_json() if isinstance(each, Form) else each for each in script)
                endpoint.plays(*(fails(500) if text is None else says(text) for text in texts))
                settings = ModelSettings(name=MODEL, base_url=endpoint.url)
                chat = opened(settings, time.monotonic, time.sleep)
            chat = _guarded(chat) if "guarded" in request.param else chat
            return VeiledChat(chat, ("月曜",), SudachiWords()) if "veiled" in request.param else chat

        yield make


def test_it_says_a_whole_answer_with_its_cost(scripted: Scripted) -> None:
    answer = scripted(WORDS).say("writer", LINES)
    assert answer.text == WORDS
    assert answer.usage.total > 0


def test_it_streams_texts_that_are_never_empty(scripted: Scripted) -> None:
    speech = scripted(WORDS).stream("writer", LINES)
    texts = list(speech)
    assert "".join(texts) == WORDS
    assert all(texts)
    assert speech.usage.total > 0
    assert list(speech) == []


def test_after_a_stop_nothing_comes_and_the_next_answer_does(scripted: Scripted) -> None:
    chat = scripted(WORDS, "はい。")
    speech = chat.stream("writer", LINES)
    assert WORDS.startswith(next(speech))
    speech.close()
    speech.close()
    assert list(speech) == []
    assert chat.say("writer", LINES).text == "はい。"


def test_a_stream_may_be_closed_before_it_began(scripted: Scripted) -> None:
    chat = scripted("はい。")
    chat.stream("writer", LINES).close()
    assert chat.say("writer", LINES).text == "はい。"


def test_it_fills_a_form(scripted: Scripted) -> None:
    form, usage = scripted(Form(stance="mixed")).fill("reader", LINES, Form)
    assert form == Form(stance="mixed")
    assert usage.total > 0


def test_every_fault_is_a_model_failure_and_the_next_answer_comes(scripted: Scripted) -> None:
    chat = scripted(None, None, WORDS)
    with pytest.raises(ModelFailure) as said:
        chat.say("writer", LINES)
    with pytest.raises(ModelFailure) as filled:
        chat.fill("reader", LINES, Form)
    assert (said.value.kind, filled.value.kind) == ("down", "down")
    assert chat.say("writer", LINES).text == WORDS
