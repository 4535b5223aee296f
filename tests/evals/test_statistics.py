"""Intervals and tests against published values and against what they must do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.suite.statistics import (
    clustered,
    holm,
    kappa,
    paired,
    permutation,
    rogan_gladen,
    tally,
    wilson,
)

pairs = st.lists(
    st.tuples(st.integers(0, 5), st.integers(1, 5)).map(lambda p: (min(p), max(p))), min_size=2, max_size=12
)


@pytest.mark.parametrize(
    ("good", "of", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (0, 20, 0.0, 0.1611), (20, 20, 0.8389, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_wilson_gives_the_published_intervals(good: int, of: int, low: float, high: float) -> None:
    """The last is Newcombe's (1998) 81/263."""
    assert wilson(good, of) == pytest.approx((low, high), abs=5e-5)


def test_nothing_measured_is_nothing_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert clustered(tally([(0, 0), (0, 0)])) == (0.0, 1.0)
    assert tally([(0, 0)]).ratio is None


def test_what_belongs_together_is_drawn_together() -> None:
    """Ten consultations of ten replies that stand or fall as one know less than a hundred replies."""
    together = clustered(tally([(10, 10)] * 5 + [(0, 10)] * 5))
    apart = wilson(50, 100)
    assert together[1] - together[0] > 2 * (apart[1] - apart[0])


@settings(max_examples=25, deadline=None)
@given(pairs)
def test_an_interval_holds_its_figure_and_is_the_same_every_time(cases: list[tuple[int, int]]) -> None:
    low, high = clustered(tally(cases))
    ratio = tally(cases).ratio
    assert ratio is not None
    assert 0 <= low <= ratio + 1e-9
    assert ratio - 1e-9 <= high <= 1
    assert clustered(tally(cases)) == (low, high)


@settings(max_examples=25, deadline=None)
@given(pairs)
def test_a_difference_turns_its_sign_with_its_sides(cases: list[tuple[int, int]]) -> None:
    left, right = tally(cases), tally([(of - good, of) for good, of in cases])
    low, high = paired(left, right)
    assert paired(right, left) == pytest.approx((-high, -low), abs=1e-9)
    assert permutation(left, right) == permutation(right, left)


def test_pairs_see_what_two_intervals_cannot() -> None:
    """The same cases, each a little better: the paired interval is far from zero although both figures are wide."""
    left = tally([(at % 10, 10) for at in range(40)])
    right = tally([(at % 10 + 1, 10) for at in range(40)])
    low, high = paired(left, right)
    assert low == pytest.approx(0.1)
    assert high == pytest.approx(0.1)
    assert clustered(left)[1] > clustered(right)[0]
    assert permutation(left, right) < 0.001


def test_chance_alone_is_no_difference() -> None:
    left = tally([(1, 1), (0, 1)] * 20)
    right = tally([(0, 1), (1, 1)] * 20)
    low, high = paired(left, right)
    assert low < 0 < high
    assert permutation(left, right) == 1.0


def test_no_p_is_nought() -> None:
    assert permutation(tally([(0, 1)] * 30), tally([(1, 1)] * 30)) == pytest.approx(1 / 10_001)


def test_holm_steps_down() -> None:
    """0.01, 0.04, 0.03 over three tests: 0.03, 0.06, 0.06."""
    assert holm({"a": 0.01, "b": 0.04, "c": 0.03}) == pytest.approx({"a": 0.03, "b": 0.06, "c": 0.06})


def test_kappa_takes_chance_away() -> None:
    """Cohen's table 20/5/10/15: 0.4."""
    table = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15
    assert kappa(table) == pytest.approx(0.4)
    assert kappa([(1, 1)] * 9) is None
    assert kappa([]) is None


def test_a_share_is_corrected_for_an_imperfect_judge() -> None:
    assert rogan_gladen(0.3, 0.9, 0.8) == pytest.approx(1 / 7)
    assert rogan_gladen(0.05, 0.9, 0.8) == 0.0
    assert rogan_gladen(0.5, 0.5, 0.5) is None
