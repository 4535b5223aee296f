"""Yen are counted exactly, only from prices that were said, and what is shown agrees with the budgets."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.patience.budget import Account, Budget, Ledger, charged, left
from advisor.patience.price import Cost, Prices, Spent, spent, yen
from advisor.patience.usage import Usage

ME = Account(session="s", user="u")
DAY = "2026-11-24"
PRICES = Prices(prompt=Decimal("22.5"), completion=Decimal(90))


@pytest.mark.parametrize(
    ("usage", "prices", "price"),
    [
        (Usage(prompt=1_000_000, completion=1_000_000), PRICES, "112.5"),
        (Usage(prompt=1, completion=0), PRICES, "0.0000225"),
        (Usage(), PRICES, "0"),
        (Usage(prompt=3, completion=1), Prices(prompt=Decimal(0), completion=Decimal(0)), "0"),
        (Usage(prompt=2_000_000), Prices(prompt=Decimal(10)), "20"),
    ],
)
def test_a_price_is_exact(usage: Usage, prices: Prices, price: str) -> None:
    assert yen(usage, prices) == Decimal(price)


@pytest.mark.parametrize(
    ("usage", "prices"),
    [
        (Usage(prompt=1, completion=1), Prices()),
        (Usage(), Prices()),
        (Usage(prompt=1, completion=1), Prices(prompt=Decimal(10))),
        (Usage(prompt=1, completion=1), Prices(completion=Decimal(10))),
    ],
)
def test_no_price_is_told_that_was_not_said(usage: Usage, prices: Prices) -> None:
    assert yen(usage, prices) is None


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))
def test_two_calls_cost_what_they_cost_together(a: int, b: int, c: int, d: int) -> None:
    one, other = Usage(prompt=a, completion=b), Usage(prompt=c, completion=d)
    assert (yen(one, PRICES) or 0) + (yen(other, PRICES) or 0) == yen(one.plus(other), PRICES)


def test_what_is_shown_is_what_was_spent_and_what_is_left() -> None:
    ledger = charged(Ledger(), ME, "2026-11-23", Usage(prompt=1_000, completion=500))
    ledger = charged(ledger, ME, DAY, Usage(prompt=100, estimated=True))
    budget = Budget(session=10_000, user=50, day=None)
    shown = spent(ledger, budget, ME, DAY, PRICES)
    today = Usage(prompt=100, estimated=True)
    assert shown == Spent(
        session=Cost(usage=Usage(prompt=1_100, completion=500, estimated=True), yen=Decimal("0.06975")),
        user=Cost(usage=today, yen=Decimal("0.00225")),
        day=Cost(usage=today, yen=Decimal("0.00225")),
        left=left(ledger, budget, ME, DAY),
    )
    assert (shown.left.session, shown.left.user, shown.left.day) == (8_400, 0, None)
    assert shown.estimated


def test_without_prices_there_are_no_yen_and_without_estimates_no_mark() -> None:
    shown = spent(charged(Ledger(), ME, DAY, Usage(prompt=1)), Budget(), ME, DAY, Prices())
    assert (shown.session.yen, shown.user.yen, shown.day.yen) == (None, None, None)
    assert not shown.estimated
