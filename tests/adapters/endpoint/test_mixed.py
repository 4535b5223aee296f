"""Faults in any order leave the chat as good as new, spare a failing endpoint, and leave no thread behind."""

import threading
import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.adapters.endpoint.chat import EndpointChat
from advisor.adapters.endpoint.opening import opened
from advisor.agent.guarded import Guard, GuardedChat
from advisor.agent.ports import Chat
from advisor.patience.budget import Account, Budget
from advisor.patience.failures import CLASSES, ModelFailure
from advisor.patience.limits import Limits, ModelRole
from advisor.patience.lines import Line
from advisor.settings import ModelSettings
from tests.adapters.endpoint.test_faults import FAULTS, WORDS
from tests.fakes.endpoint import MODEL, Act, ScriptedEndpoint, says, serving

LINES = (Line(speaker="user", text="窓口が混みます。"),)
HASTY = Limits(connect=0.3, first=0.8, idle=0.3, total=1.2, pause=0.0, tokens=50, size=300_000, letters=2000)
NAMES = st.lists(st.one_of(st.none(), st.sampled_from(sorted(FAULTS))), min_size=1, max_size=6)


def _chat(endpoint: ScriptedEndpoint) -> EndpointChat:
    def hasty(role: ModelRole, reasoning: bool) -> Limits:
        return HASTY

    return opened(ModelSettings(name=MODEL, base_url=endpoint.url), time.monotonic, time.sleep, hasty)


def _said(chat: Chat) -> str:
    """The answer, or the kind of the failure."""
    try:
        return chat.say("writer", LINES).text
    except ModelFailure as error:
        return error.kind


def _act(name: str | None) -> Act:
    return says(WORDS) if name is None else FAULTS[name][1]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(NAMES)
def test_faults_in_any_order_are_told_and_good_answers_come(names: list[str | None]) -> None:
    with serving() as endpoint:
        chat = _chat(endpoint)
        for name in names:
            endpoint.plays(_act(name))
            said = _said(chat)
            assert (said == WORDS) if name is None else said in CLASSES


def test_a_dead_endpoint_is_soon_spared_and_comes_back_by_itself() -> None:
    now = 0.0
    guard = Guard(Budget(), lambda: now, lambda: "2026-11-02T09:00:00+09:00")
    with serving() as endpoint:
        chat = GuardedChat(_chat(endpoint), guard, Account(session="s", user="u"))
        endpoint.plays(FAULTS["resets before anything"][1])
        assert [_said(chat) for _ in range(5)] == ["cut", "cut", "cut", "resting", "resting"]
        assert len(endpoint.requests) == 3
        endpoint.plays(says(WORDS))
        now = 31.0
        assert chat.say("writer", LINES).text == WORDS
        assert not guard.resting()


def test_no_thread_outlives_its_call_for_long() -> None:
    with serving() as endpoint:
        chat = _chat(endpoint)
        for name in ("comments and nothing more", "one letter at a time for ever", "stalls in the middle"):
            endpoint.plays(FAULTS[name][1])
            assert _said(chat) in CLASSES
        until = time.monotonic() + 5
        while time.monotonic() < until and _calls():
            time.sleep(0.05)
        assert _calls() == []


def _calls() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "endpoint"]
