"""The calls of one turn share their time, and who was not heard from in time is not waited for again."""

import threading

import pytest
from pydantic import BaseModel

from advisor.agent.turnwise import TurnChat
from advisor.patience.failures import Kind, ModelFailure, failure
from advisor.patience.lines import Line
from tests.agent.test_stopping import SilentChat
from tests.fakes.chat import FakeChat

LINES = (Line(speaker="user", text="窓口"),)


class Named(BaseModel):
    name: str


class Clock:
    """A steady clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def turn(chat: FakeChat, clock: Clock | None = None, stopped: threading.Event | None = None) -> TurnChat:
    wanted = stopped or threading.Event()
    return TurnChat(chat, wanted.is_set, clock or Clock(), 45.0)


def told(chat: TurnChat) -> Kind:
    with pytest.raises(ModelFailure) as caught:
        chat.say("writer", LINES)
    return caught.value.kind


@pytest.mark.parametrize(
    "kind", ["slow_first", "slow_idle", "slow_total", "refused", "dns", "unauthorised", "limited"]
)
def test_who_was_not_heard_from_is_not_asked_again_in_the_turn(kind: Kind) -> None:
    inner = FakeChat(failure(kind), "はい。")
    chat = turn(inner)
    with pytest.raises(ModelFailure):
        chat.fill("reader", LINES, Named)
    assert told(chat) == kind
    assert len(inner.asked) == 1
    assert turn(inner).say("writer", LINES).text == "はい。"


@pytest.mark.parametrize("kind", ["no_json", "too_long", "rejected", "cut", "down"])
def test_an_answer_that_cannot_be_used_bars_nobody(kind: Kind) -> None:
    chat = turn(FakeChat(failure(kind), "はい。"))
    with pytest.raises(ModelFailure):
        chat.fill("reader", LINES, Named)
    assert chat.say("writer", LINES).text == "はい。"


def test_a_form_and_a_reply_share_their_time() -> None:
    clock = Clock()
    chat = turn(FakeChat({"name": "窓口"}, "はい。"), clock)
    assert chat.fill("reader", LINES, Named)[0].name == "窓口"
    speech = chat.stream("writer", LINES)
    assert next(speech) == "は"
    clock.seconds = 45.0
    with pytest.raises(ModelFailure) as caught:
        list(speech)
    assert caught.value.kind == "slow_total"
    assert told(chat) == "slow_total"


def test_a_silent_model_is_left_at_the_end_of_the_time_and_a_stop_is_told_as_one() -> None:
    clock, silent = Clock(), SilentChat()
    clock.seconds = 1.0
    late = turn(silent, clock)
    threading.Timer(0.05, lambda: setattr(clock, "seconds", 100.0)).start()
    assert told(late) == "slow_total"
    stop = threading.Event()
    chat = turn(silent, Clock(), stop)
    threading.Timer(0.05, stop.set).start()
    assert told(chat) == "stopped"
    silent.release.set()
