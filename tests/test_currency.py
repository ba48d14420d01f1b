"""Conversion by the European Central Bank's rates."""

from datetime import date
from decimal import Decimal

import pytest

from components.currency import convert, rate


@pytest.mark.parametrize(
    ("base", "quote", "day", "value", "used", "why"),
    [
        ("USD", "JPY", date(2025, 1, 24), "156.51", date(2025, 1, 24), "over the euro"),
        ("USD", "JPY", date(2025, 1, 26), "156.51", date(2025, 1, 24), "Sunday: Friday's rate"),
        ("EUR", "JPY", date(2025, 1, 24), "163.9", date(2025, 1, 24), "the euro itself"),
        ("JPY", "JPY", date(2025, 1, 24), "1", date(2025, 1, 24), "no change"),
    ],
)
def test_rate(base: str, quote: str, day: date, value: str, used: date, why: str) -> None:
    found = rate(base, quote, day)
    assert (found.value, found.day) == (Decimal(value), used), why


@pytest.mark.parametrize(
    ("base", "day", "message"),
    [
        ("XBT", date(2025, 1, 24), "XBT: the bank does not list it"),
        ("TWD", date(2025, 1, 24), "TWD: the bank does not list it"),
        ("USD", date(1998, 12, 31), "in the week before 1998-12-31"),
        ("USD", date(2999, 1, 1), "in the week before 2999-01-01"),
        ("RUB", date(2025, 1, 24), "from RUB to JPY"),
    ],
)
def test_no_rate_is_said_not_guessed(base: str, day: date, message: str) -> None:
    with pytest.raises(LookupError, match=message):
        rate(base, "JPY", day)


def test_convert_can_be_checked_by_hand() -> None:
    printed = rate("USD", "JPY", date(2025, 1, 24))
    assert convert(Decimal(60_000_000_000), printed) == Decimal(60_000_000_000) * Decimal("156.51")
    assert str(convert(Decimal(100), printed)) == "15651", "no idle decimals"
    assert str(convert(Decimal("0.25"), printed)) == "39.13", "to the sen"
