"""A model can be stopped while it is silent, between two words, and before it is asked."""

import threading
from collections.abc import Callable, Iterator, Sequence

import pytest
from pydantic import BaseModel

from advisor.agent.ports import Form
from advisor.agent.stopping import StoppableChat
from advisor.patience.failures import ModelFailure, failure
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Answer, Line
from advisor.patience.usage import Usage
from tests.fakes.chat import FakeChat

LINES = (Line(speaker="user", text="窓口"),)


class Named(BaseModel):
    name: str


class Silent(Iterator[str]):
    """Says a few texts, then nothing until it is released."""

    def __init__(self, texts: Sequence[str], release: threading.Event, closed: threading.Event) -> None:
        self._texts = list(texts)
        self._release = release
        self._closed = closed

    def __next__(self) -> str:
        if self._texts:
            return self._texts.pop(0)
        self._release.wait(20)
        raise StopIteration

    @property
    def usage(self) -> Usage:
        return Usage(prompt=7)

    def close(self) -> None:
        self._closed.set()


class SilentChat(FakeChat):
    """Waits where a model would think."""

    def __init__(self, *texts: str) -> None:
        super().__init__()
        self.release = threading.Event()
        self.closed = threading.Event()
        self._texts = texts

    def say(self, role: ModelRole, lines: Sequence[Line]) -> Answer:
        raise NotImplementedError

    def stream(self, role: ModelRole, lines: Sequence[Line]) -> Silent:  # type: ignore[override]
        return Silent(self._texts, self.release, self.closed)

    def fill(self, role: ModelRole, lines: Sequence[Line], form: type[Form]) -> tuple[Form, Usage]:
        self.release.wait(20)
        return form.model_validate({"name": "窓口"}), Usage()


@pytest.fixture
def switch() -> threading.Event:
    return threading.Event()


def later(switch: threading.Event) -> Callable[[], bool]:
    """Stops at the third look."""
    looks = iter(range(100))

    def stopped() -> bool:
        return switch.is_set() or next(looks) >= 3

    return stopped


def test_what_is_not_stopped_comes_through_whole() -> None:
    chat = StoppableChat(FakeChat("窓口で待つ時間", {"name": "窓口"}), lambda: False)
    speech = chat.stream("writer", LINES)
    assert "".join(speech) == "窓口で待つ時間"
    assert speech.usage.completion > 0
    assert chat.fill("reader", LINES, Named)[0].name == "窓口"


def test_a_failure_comes_through_as_it_is() -> None:
    chat = StoppableChat(FakeChat(failure("down"), failure("limited"), failure("cut")), lambda: False)
    with pytest.raises(ModelFailure) as down:
        chat.say("writer", LINES)
    with pytest.raises(ModelFailure) as limited:
        chat.fill("reader", LINES, Named)
    assert (down.value.kind, limited.value.kind) == ("down", "limited")


def test_a_silent_model_is_not_waited_for_after_a_stop(switch: threading.Event) -> None:
    inner = SilentChat("窓口", "で")
    speech = StoppableChat(inner, later(switch)).stream("writer", LINES)
    heard: list[str] = []
    with pytest.raises(ModelFailure) as stopped:
        heard += iter(speech)
    assert stopped.value.kind == "stopped"
    with pytest.raises(StopIteration):
        next(speech)
    inner.release.set()


def test_a_form_is_not_waited_for_after_a_stop(switch: threading.Event) -> None:
    inner = SilentChat()
    with pytest.raises(ModelFailure, match="途中で止めました"):
        StoppableChat(inner, later(switch)).fill("reader", LINES, Named)
    inner.release.set()


def test_nothing_is_asked_once_it_is_stopped(switch: threading.Event) -> None:
    switch.set()
    inner = FakeChat("窓口", {"name": "窓口"})
    chat = StoppableChat(inner, switch.is_set)
    with pytest.raises(ModelFailure):
        chat.say("writer", LINES)
    with pytest.raises(ModelFailure):
        chat.fill("reader", LINES, Named)
    assert inner.asked == []


def test_what_is_let_go_is_closed() -> None:
    inner = SilentChat("窓口", "で", "待つ")
    speech = StoppableChat(inner, lambda: False).stream("writer", LINES)
    assert next(speech) == "窓口"
    speech.close()
    assert list(speech) == []
    inner.release.set()


def test_what_is_let_go_before_it_began_is_closed_at_once() -> None:
    inner = SilentChat("窓口")
    StoppableChat(inner, lambda: False).stream("writer", LINES).close()
    assert inner.closed.is_set()
