"""Columns take what they need and share what is left."""

import pytest

from advisor.adapters.word.widths import widths


@pytest.mark.parametrize(
    "cells",
    [
        ("短い", "短い", "短い"),
        ("長い" * 200, "短い", "短い"),
        ("長い" * 200,) * 3,
        ("", "", "a"),
        ("長い" * 5_000, "い" * 30, ""),
    ],
)
def test_columns_fill_the_page_and_none_vanishes(cells: tuple[str, ...]) -> None:
    found = widths(("何を", "だれに", "節"), [cells], 170.0, False)
    assert sum(found) == pytest.approx(170.0)
    assert min(found) >= 10.0


def test_a_short_column_keeps_its_line_beside_a_long_one() -> None:
    long, short = widths(("内容", "期限"), [("長い" * 300, "令和9年度末")], 170.0, False)
    assert long > short >= 4 + 3.2 * 5.5


def test_many_long_columns_are_alike() -> None:
    found = widths(("活動",) * 5, [("残った分は郵便局に月2回、職員が出張する。",) * 5], 170.0, False)
    assert found == pytest.approx((34.0,) * 5)


def test_row_heads_never_take_half_of_the_page() -> None:
    head, *_ = widths(("", "A", "B"), [("長い見出し" * 20, "長い" * 30, "長い" * 30)], 170.0, True)
    assert head < 40.0
