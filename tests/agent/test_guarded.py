"""Under a guard a resting endpoint is not asked, a spent budget ends the asking, and every call is counted once."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from advisor.agent.guarded import Guard, GuardedChat
from advisor.agent.ports import Ledgers
from advisor.patience.breaker import FIRST_REST
from advisor.patience.budget import Account, Budget
from advisor.patience.failures import CLASSES, Kind, ModelFailure, failure
from advisor.patience.lines import Line
from advisor.patience.price import Prices
from advisor.patience.usage import Usage
from tests.fakes.chat import FakeChat
from tests.fakes.ledgers import BrokenLedgers, MemoryLedgers

LINES = (Line(speaker="user", text="窓口が混みます"),)
ME = Account(session="s", user="u")


class Form(BaseModel):
    """A form of one field."""

    stance: str


class Time:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.iso = "2026-11-02T09:00:00+09:00"

    def monotonic(self) -> float:
        return self.seconds

    def clock(self) -> str:
        return self.iso


def guarded(
    chat: FakeChat, budget: Budget | None = None, ledgers: Ledgers | None = None
) -> tuple[GuardedChat, Guard, Time]:
    time = Time()
    prices = Prices(prompt=Decimal(1_000_000), completion=Decimal(2_000_000))
    guard = Guard(budget or Budget(), time.monotonic, time.clock, ledgers, prices)
    return GuardedChat(chat, guard, ME), guard, time


def told(chat: GuardedChat) -> str:
    with pytest.raises(ModelFailure) as caught:
        chat.say("writer", LINES)
    return caught.value.kind


def test_after_three_failures_the_endpoint_is_spared_until_its_rest_is_over() -> None:
    inner = FakeChat(failure("down"), failure("down"), failure("down"), "はい。")
    chat, guard, time = guarded(inner)
    assert [told(chat) for _ in range(5)] == ["down", "down", "down", "resting", "resting"]
    assert guard.resting()
    assert len(inner.asked) == 3
    time.seconds = FIRST_REST
    assert chat.say("writer", LINES).text == "はい。"
    assert not guard.resting()


def test_a_spent_budget_is_told_and_a_new_day_begins_anew() -> None:
    chat, guard, time = guarded(
        FakeChat("はい。", "はい。", "はい。"), Budget(session=None, user=12, day=None)
    )
    assert chat.say("writer", LINES).usage.total == 10
    assert told(chat) == "spent"
    assert guard.left(ME).user == 2
    time.iso = "2026-11-03T09:00:00+09:00"
    assert chat.say("writer", LINES).text == "はい。"


def test_a_form_is_counted_whether_it_is_filled_or_not() -> None:
    spent = failure("no_json", usage=Usage(prompt=5, completion=5))
    chat, guard, _ = guarded(FakeChat({"stance": "mixed"}, spent), Budget(user=None, day=None, session=1000))
    assert chat.fill("reader", LINES, Form)[0] == Form(stance="mixed")
    before = guard.left(ME).session or 0
    with pytest.raises(ModelFailure):
        chat.fill("reader", LINES, Form)
    assert guard.left(ME).session == before - 10


def test_a_stopped_stream_is_counted_once_and_is_no_failure() -> None:
    chat, guard, _ = guarded(FakeChat("月曜の朝です。"), Budget(session=100))
    speech = chat.stream("writer", LINES)
    next(speech)
    speech.close()
    speech.close()
    assert list(speech) == []
    assert guard.left(ME).session == 100 - len("窓口が混みます") - 1


def test_a_stream_that_was_never_begun_costs_nothing() -> None:
    chat, guard, _ = guarded(FakeChat("はい。"), Budget(session=100))
    chat.stream("writer", LINES).close()
    assert guard.left(ME).session == 100


@given(st.lists(st.one_of(st.none(), st.sampled_from(sorted(CLASSES))), max_size=30), st.integers(0, 120))
def test_whatever_fails_only_model_failures_come_and_no_budget_is_passed(
    kinds: list[Kind | None], budget: int
) -> None:
    script = ["はい。" if kind is None else failure(kind) for kind in kinds]
    chat, guard, time = guarded(FakeChat(*script), Budget(session=budget, user=None, day=None))
    spent = 0
    for _ in kinds:
        time.seconds += 7.0
        try:
            spent += chat.say("writer", LINES).usage.total
        except ModelFailure as error:
            spent += error.usage.total if error.usage else 0
    assert spent <= budget + 10
    assert (guard.left(ME).session or 0) >= 0


def test_what_was_spent_outlives_a_restart_and_is_shared_with_other_programs() -> None:
    ledgers, budget = MemoryLedgers(), Budget(session=12, user=None, day=None)
    chat, before, _ = guarded(FakeChat("はい。"), budget, ledgers)
    _, beside, _ = guarded(FakeChat(), budget, ledgers)
    assert beside.left(ME).session == 12
    chat.say("writer", LINES)
    again, after, _ = guarded(FakeChat("はい。"), budget, ledgers)
    assert [each.left(ME).session for each in (before, beside, after)] == [2, 2, 2]
    assert told(again) == "spent"


@pytest.mark.parametrize("error", [None, OSError("no such folder")])
def test_a_storage_that_fails_breaks_no_call_and_memory_counts_on(error: Exception | None) -> None:
    ledgers = BrokenLedgers(error)
    chat, guard, _ = guarded(FakeChat("はい。", "はい。"), Budget(session=12, user=None, day=None), ledgers)
    assert chat.say("writer", LINES).text == "はい。"
    assert guard.spent(ME).session.usage.total == 10
    assert told(chat) == "spent"
    assert ledgers.tries >= 3


def test_what_was_spent_is_told_with_its_price() -> None:
    chat, guard, _ = guarded(FakeChat("はい。"))
    chat.say("writer", LINES)
    shown = guard.spent(ME)
    assert shown.session.usage == Usage(prompt=7, completion=3, estimated=True)
    assert (shown.session.yen, shown.user.yen, shown.day.yen) == (13, 13, 13)
    assert shown.left == guard.left(ME)
    assert shown.estimated


def test_words_that_were_not_wanted_to_their_end_still_end_a_rest() -> None:
    chat, _, time = guarded(FakeChat(*[failure("down")] * 3, "顧客は市民です。", "はい。"))
    assert [told(chat) for _ in range(3)] == ["down"] * 3
    time.seconds = FIRST_REST
    speech = chat.stream("writer", LINES)
    next(speech)
    speech.close()
    assert chat.say("writer", LINES).text == "はい。"
