"""The one quantity and the one date of a cell."""

import pytest

from advisor.brief.quantities import due, quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("月78時間", 78, "時間"),
        ("令和6年は187人", 187, "人"),
        ("14人(2025年)", 14, "人"),
        ("650万円", 6_500_000, "円"),
        ("約1,180円", 1_180, "円"),
        ("3割", 3, "割"),
        ("二泊", 2, "泊"),
        ("24日", 24, "日"),
        ("29世帯すべて", 29, "世帯"),
    ],
)
def test_one_number_is_read_with_what_it_counts(text: str, value: float, unit: str) -> None:
    found = quantity(text)
    assert found is not None
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize("text", ["", "全員", "2時間40分", "令和8年6月まで", "61人、187人", "60件うち12件"])
def test_nothing_is_guessed_where_there_is_no_number_or_more_than_one(text: str) -> None:
    assert quantity(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和9年度末", "2028-03-31"),
        ("令和8年6月まで", "2026-06-30"),
        ("令和10年4月", "2028-04-30"),
        ("2027年3月31日", "2027-03-31"),
        ("令和元年5月1日", "2019-05-01"),
        ("令和6年2月末", "2024-02-29"),
        ("来年の3月", None),
        ("令和8年", None),
        ("令和8年13月", None),
        ("2027年2月30日", None),
        ("令和8年6月から令和9年3月", None),
    ],
)
def test_a_deadline_is_the_last_day_it_can_mean(text: str, day: str | None) -> None:
    assert due(text) == day
