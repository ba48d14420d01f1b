"""Every number of a text, read as what it is: money, date, rank, or another quantity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from components.reading.dates import read_dates
from components.reading.fold import fold
from components.reading.model import Amount, Date, Quantity, Rank, Span
from components.reading.money import read_amounts
from components.reading.quantities import read_quantities, read_ranks
from components.reading.shape import shape


@dataclass(frozen=True, slots=True)
class Numbers:
    """The facts that hold a text's numbers, in text order, none over another.

    `numbers` are all the numbers of the text, read or not: digits of every width and script, and
    kanji with 万, 億 or 兆 or inside one of the facts. One may belong to a name (R1).
    """

    amounts: tuple[Amount, ...] = ()
    dates: tuple[Date, ...] = ()
    ranks: tuple[Rank, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    numbers: tuple[Span, ...] = ()


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


def read_numbers(text: str, reference_date: str | None = None) -> Numbers:
    """Read the numbers of a text; where two readings meet, money goes before date, rank, quantity.

    `reference_date` is an ISO date (ValueError if not) or None. Takes any text, in linear time.
    """
    shaped = shape(fold(text))
    amounts, rates = read_amounts(shaped, text)
    taken = bytearray(len(text))
    _take(taken, amounts)
    quoted = [Quantity(r.start, r.end, text[r.start : r.end], r.value, r.unit) for r in rates]
    _take(taken, quoted)
    dates = _take(taken, read_dates(shaped, text, reference_date))
    ranks = _take(taken, read_ranks(shaped, text))
    quantities = _take(taken, read_quantities(shaped, text))
    spans = (
        Span(item.start, item.end)
        for item in shaped.numerals.values()
        if not item.weak or taken[item.start]
    )
    return Numbers(
        amounts,
        dates,
        ranks,
        tuple(sorted((*quoted, *quantities), key=lambda item: item.start)),
        tuple(spans),
    )


def _take(taken: bytearray, found: Iterable[_P]) -> tuple[_P, ...]:
    """Mark and return the facts that stand where no other does yet."""
    kept = []
    for item in found:
        if not any(taken[item.start : item.end]):
            taken[item.start : item.end] = b"\1" * (item.end - item.start)
            kept.append(item)
    return tuple(kept)
