"""Exchange rates: 1ドル=150円 is no sum of money, nor is the 151円 to which it moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from components.reading.qualifiers import qualify
from components.reading.shape import Shape
from components.reading.sums import Found

_BASES = (Decimal(1), Decimal(100))  # 1ドル, 100ウォン
_LARGEST = Decimal(100_000)
_EQUALS = re.compile(r"(?:台)?(?:=|は|が|、|あたり|当たり|につき| )?(?:約|およそ)?\Z")
# What tells, right before or after it, that a small sum of yen is the price of a currency.
_QUOTED = re.compile(
    r"(?:対(?:米?ドル|ユーロ|人民元|円)(?:で|の円相場[はが]|相場[はが])|円相場[はが]"
    r"|ドル・?円(?:相場)?[はが]|為替(?:レート|相場)?[はが])[^。]{0,12}\Z"
)
_MOVED = re.compile(r"(?:程度|ほど|前後|超|台)?(?:[のと]|分の)?(?:円|ドル|ユーロ|元|ウォン)[安高]")
_NEAR = 60  # characters in which a rate's later value may follow: 1ドル=150円から151円台に下落


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate's offsets in the text, its value, and its unit, such as JPY/USD (JPY for a move)."""

    start: int
    end: int
    value: Decimal | None
    unit: str


def split_rates(shaped: Shape, found: Sequence[Found]) -> tuple[list[Found], tuple[Rate, ...]]:
    """Part sums of money from the values of exchange rates.

    A rate is 1 or 100 of a currency set equal to a small sum of another (1ドル=149円50銭), what
    follows it in the same sentence in the same order of size, a sum after 対ドルで or 円相場は,
    and one before 円安 or 円高.
    """
    sums: list[Found] = []
    rates: list[Rate] = []
    last: tuple[Found, str] | None = None
    base: Found | None = None
    for item, following in zip_longest(found, found[1:]):
        if base is not None:
            last = (item, f"{item.currency}/{base.currency}")
            rates.append(_rate(shaped, base.start, item, last[1]))
            base = None
        elif following is not None and _sets(shaped.text, item, following):
            base = item
        elif last and _continues(shaped.text, last[0], item):
            rates.append(_rate(shaped, item.start, item, last[1]))
            last = (item, last[1])
        elif _small(item) and _told(shaped.text, item):
            rates.append(_rate(shaped, item.start, item, item.currency))
        else:
            sums.append(item)
    return sums, tuple(rates)


def _sets(text: str, base: Found, item: Found) -> bool:
    """Whether `base` is one unit and `item` its price: 1ドル=150円, but not 1億ドル=150億円."""
    return (
        base.low in _BASES
        and base.end <= item.start <= base.end + 6
        and base.currency != item.currency
        and _small(item)
        and _EQUALS.fullmatch(text, base.end, item.start) is not None
    )


def _continues(text: str, before: Found, item: Found) -> bool:
    if before.low is None or item.low is None or item.currency != before.currency:
        return False
    between = text[before.end : item.start]
    return (
        len(between) <= _NEAR
        and "。" not in between
        and before.low / 2 <= item.low <= before.low * 2
        and _small(item)
    )


def _told(text: str, item: Found) -> bool:
    return bool(_MOVED.match(text, item.end)) or bool(
        _QUOTED.search(text[max(0, item.start - 32) : item.start])
    )


def _small(item: Found) -> bool:
    return item.low is not None and 0 < item.low < _LARGEST


def _rate(shaped: Shape, start: int, item: Found, unit: str) -> Rate:
    qualified = qualify(shaped.text, item.start, item.end)
    first, end = shaped.span(min(start, qualified.start), qualified.end)
    value = item.low if item.low == item.high else None
    return Rate(first, end, value, unit)
