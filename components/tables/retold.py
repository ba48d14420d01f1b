"""Sums of a headline that the text below tells again: one fact, drawn once."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from components.reading.model import Amount, Doc


def told_below(doc: Doc) -> Mapping[int, int]:
    """Return for each sum of a heading the sum of the text below that tells the same, by index.

    The same is of one role, currency and payers, and equal in three digits: 80億ドル超 in a headline
    is the 80億ドル以上 below it.
    """
    spans = [(part.start, part.end) for part in doc.paragraphs if part.heading]
    headed = {
        index
        for index, amount in enumerate(doc.amounts)
        if any(start <= amount.start < end for start, end in spans)
    }
    below: dict[tuple[object, ...], int] = {}
    for index, amount in reversed(list(enumerate(doc.amounts))):
        if index not in headed and amount.restates is None:
            below[_fact(amount)] = index
    found = {}
    for index in headed:
        amount = doc.amounts[index]
        other = below.get(_fact(amount))
        if amount.restates is None and _size(amount) and other is not None:
            found[index] = other
    return found


def _fact(amount: Amount) -> tuple[object, ...]:
    return amount.role, amount.currency, f"{_size(amount):.2E}", frozenset(amount.payers)


def _size(amount: Amount) -> Decimal:
    return amount.low or amount.high or Decimal(0)
