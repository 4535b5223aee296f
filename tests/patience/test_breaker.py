"""The breaker rests an endpoint that fails, tries it again alone, and forgets everything once it answers."""

from hypothesis import given
from hypothesis import strategies as st

from advisor.patience.breaker import (
    ENOUGH,
    FIRST_REST,
    LONGEST_REST,
    TRIAL,
    Breaker,
    failed,
    resting,
    succeeded,
    trying,
)
from advisor.patience.failures import CLASSES, Kind, failure

KINDS = st.sampled_from(sorted(CLASSES))
STEPS = st.lists(
    st.tuples(st.one_of(st.none(), KINDS), st.floats(0, 900), st.one_of(st.none(), st.floats(0, 9000))),
    max_size=60,
)


def _down(breaker: Breaker, now: float, kind: Kind = "down", after: float | None = None) -> Breaker:
    return failed(breaker, failure(kind, retry_after=after), now)


def test_a_new_endpoint_does_not_rest() -> None:
    assert not resting(Breaker(), 0.0)


def test_it_rests_after_three_failures_in_a_row() -> None:
    breaker = Breaker()
    for count in range(ENOUGH):
        assert not resting(breaker, 10.0), count
        breaker = _down(breaker, 10.0)
    assert resting(breaker, 10.0 + FIRST_REST - 0.1)
    assert not resting(breaker, 10.0 + FIRST_REST)


def test_after_a_rest_one_call_tries_and_the_others_wait() -> None:
    breaker = Breaker(failures=3, until=30.0, rest=30.0)
    breaker = trying(breaker, 30.0)
    assert resting(breaker, 30.0 + TRIAL - 0.1)
    assert not resting(breaker, 30.0 + TRIAL)


def test_a_failed_trial_doubles_the_rest_and_an_answer_ends_it() -> None:
    breaker = _down(trying(Breaker(failures=3, until=30.0, rest=30.0), 30.0), 31.0)
    assert resting(breaker, 31.0 + 2 * FIRST_REST - 0.1)
    assert not resting(breaker, 31.0 + 2 * FIRST_REST)
    assert succeeded(breaker) == Breaker()


def test_a_pause_that_was_asked_for_is_kept_for_ten_minutes_at_most() -> None:
    assert resting(_down(Breaker(), 0.0, "limited", 20.0), 19.0)
    assert not resting(_down(Breaker(), 0.0, "limited", 20.0), 20.0)
    assert not resting(_down(Breaker(), 0.0, "limited", 3600.0), LONGEST_REST)


def test_a_wrong_key_rests_at_once() -> None:
    assert resting(_down(Breaker(), 0.0, "unauthorised"), 1.0)


def test_a_useless_answer_shows_that_the_endpoint_lives() -> None:
    assert _down(Breaker(failures=2), 0.0, "empty") == Breaker()


def test_a_stop_of_our_own_shows_nothing() -> None:
    assert _down(Breaker(failures=2), 0.0, "stopped") == Breaker(failures=2)


@given(STEPS)
def test_no_rest_is_longer_than_ten_minutes_and_every_rest_ends(
    steps: list[tuple[Kind | None, float, float | None]],
) -> None:
    breaker, now = Breaker(), 0.0
    for kind, passed, after in steps:
        now += passed
        if resting(breaker, now):
            assert not resting(breaker, now + LONGEST_REST)
            continue
        breaker = trying(breaker, now)
        breaker = (
            succeeded(breaker) if kind is None else failed(breaker, failure(kind, retry_after=after), now)
        )
        assert not resting(breaker, now + LONGEST_REST)
        if kind is None:
            assert breaker == Breaker()


@given(st.lists(KINDS, max_size=30))
def test_without_time_passing_at_most_three_failing_calls_are_let_through(kinds: list[Kind]) -> None:
    breaker, through = Breaker(), 0
    for kind in kinds:
        if CLASSES[kind].__name__ in ("Unusable", "Held", "Denied", "Busy"):
            continue
        if resting(breaker, 5.0):
            break
        through += 1
        breaker = _down(trying(breaker, 5.0), 5.0, kind)
    assert through <= ENOUGH
