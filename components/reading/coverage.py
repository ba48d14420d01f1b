"""The account of numbers: each belongs to a fact, or is listed with the reason why not."""

from __future__ import annotations

from collections.abc import Sequence

from components.reading.model import Quantity, Span, Uncharted
from components.reading.quantity_rules import sort_of
from components.reading.views import Placed

_WHY = {"rate": "exchange_rate", "time": "time_of_day"}


def uncharted(
    text: str,
    numbers: Sequence[Span],
    facts: Sequence[Placed],
    names: Sequence[Placed],
    quantities: Sequence[Quantity],
) -> tuple[Uncharted, ...]:
    """List every number of the text that stands in no amount, date, rank or name.

    The reason is a key of `data/texts/reading.toml`: what the number counts, or "unread".
    """
    taken = sorted((s.start, s.end) for s in (*facts, *names))
    listed = [Uncharted(q.start, q.end, q.text, _reason(q)) for q in quantities]
    covered = sorted([*taken, *((u.start, u.end) for u in listed)])
    index, reach = 0, 0
    for number in sorted(numbers, key=lambda s: s.start):
        while index < len(covered) and covered[index][0] <= number.start:
            reach = max(reach, covered[index][1])
            index += 1
        if number.start >= reach:
            surface = text[number.start : number.end]
            listed.append(Uncharted(number.start, number.end, surface, "unread"))
    return tuple(sorted(listed, key=lambda u: (u.start, u.end)))


def _reason(quantity: Quantity) -> str:
    sort = sort_of(quantity.unit)
    return _WHY.get(sort, sort)
