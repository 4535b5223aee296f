"""One order out of several views."""

import pytest

from advisor.evidence.ranking import best, fused, standardised


def test_best_keeps_order_and_breaks_ties_by_position() -> None:
    assert list(best({3: 1.0, 1: 2.0, 2: 2.0}, 2)) == [1, 2]
    assert list(best({1: 1.0, 2: 2.0}, 5, among={1})) == [1]


def test_standardised_scores_have_mean_zero_and_equal_scores_are_zero() -> None:
    scores = standardised({1: 1.0, 2: 2.0, 3: 3.0})
    assert sum(scores.values()) == pytest.approx(0.0)
    assert standardised({1: 5.0, 2: 5.0}) == {1: 0.0, 2: 0.0}


def test_a_view_that_found_nothing_is_left_out() -> None:
    assert fused((({}, 0.5), ({1: 2.0, 2: 1.0}, 0.5))) == fused((({1: 2.0, 2: 1.0}, 0.5),))


def test_who_is_absent_from_a_view_takes_its_lowest_score() -> None:
    order = fused((({1: 3.0, 2: 1.0}, 0.5), ({2: 3.0, 3: 1.0}, 0.5)))
    assert next(iter(order)) in (1, 2)
    assert order[3] == min(order.values())


def test_a_better_score_in_any_view_never_ranks_lower() -> None:
    before = fused((({1: 1.0, 2: 2.0, 3: 3.0}, 0.6), ({1: 3.0, 2: 2.0, 3: 1.0}, 0.4)))
    after = fused((({1: 1.0, 2: 2.0, 3: 9.0}, 0.6), ({1: 3.0, 2: 2.0, 3: 1.0}, 0.4)))
    assert list(after).index(3) <= list(before).index(3)
