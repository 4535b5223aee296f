"""Numbers amount to the same however they are written, and exactly."""

from decimal import Decimal

import pytest

from advisor.numerals import value


@pytest.mark.parametrize(
    ("number", "amount"),
    [
        ("1.1億", "110000000"),
        ("4万7,500", "47500"),
        ("三百二十", "320"),
        ("二〇二六", "2026"),
        ("3,400万", "34000000"),
        ("十", "10"),
        ("2.5", "2.5"),
        ("億", "100000000"),
        ("1.", "1"),
        ("", "0"),
    ],
)
def test_a_number_amounts_to_its_exact_value(number: str, amount: str) -> None:
    assert value(number) == Decimal(amount)
