"""Where bars and their labels stand, so that no label meets another or leaves the figure.

All is computed for the smallest width a figure may get; in a wider one the distances only grow.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from components.charts.lettering import shorten, text_width, wrap
from components.charts.marks import Mark
from components.charts.style import LINE, Room

Where = Literal["on", "right", "left", "above", "zero"]
OVER = frozenset({"above", "zero"})  # over the bar, from the axis's left or from zero
FADE = 72  # px that an open end takes beyond its value, arrow included
GAP = 10
INSET = 6  # between a label and the ends of the bar that carries it
DOT = 12  # px from a dot's centre to the edge of its dotted ring
NAME_WIDTH = 150
NAME_LINES = 3


@dataclass(frozen=True)
class Sizes:
    """Heights in px of a chart's rows and of its letters."""

    bar: float
    gap: float
    head: float
    note: float
    name: float = 13


@dataclass(frozen=True)
class Axis:
    """A value axis from `low` to `high` in its unit, at least `width` px long."""

    low: float
    high: float
    width: float
    divisor: Decimal
    log: bool = False

    def value(self, amount: Decimal) -> float:
        """Return an amount in the axis's unit; floats begin here, where it is drawn."""
        return float(amount / self.divisor)

    def at(self, amount: Decimal) -> float:
        """Return the px from the axis's left end to an amount."""
        low, high, value = self.low, self.high, self.value(amount)
        if self.log:
            low, high, value = math.log10(low), math.log10(high), math.log10(value)
        return (value - low) / (high - low) * self.width

    def coordinate(self, amount: Decimal) -> float:
        """Return where Plotly's annotations have an amount: at its log10 on a log axis."""
        value = self.value(amount)
        return math.log10(value) if self.log else value


@dataclass(frozen=True)
class Label:
    """A mark's words broken into lines, and where they stand beside it."""

    where: Where
    heads: tuple[str, ...]
    notes: tuple[str, ...]

    def height(self, sizes: Sizes) -> float:
        """Return the label's height in px; Plotly spaces all its lines by the larger letters."""
        return LINE * sizes.head * (len(self.heads) + len(self.notes))


@dataclass(frozen=True)
class Placed:
    """A mark with its name's lines, its label, and the px of its parts from the panel's top."""

    mark: Mark
    names: tuple[str, ...]
    label: Label
    top: float
    centre: float
    bottom: float


def sizes(count: int, log: bool, narrow: bool) -> Sizes:
    """Return the sizes for a number of rows: many rows stand closer."""
    if log:
        return Sizes(bar=24, gap=18, head=14, note=12)
    if narrow:
        return Sizes(bar=26, gap=22, head=14, note=12)
    if count > 12:
        return Sizes(bar=36, gap=12, head=13, note=11)
    return Sizes(bar=44, gap=26, head=15, note=12)


def name_room(marks: Sequence[Mark], size: float) -> float:
    """Return the px that the names beside the bars need."""
    longest = max((text_width(mark.name, size, bold=True) for mark in marks), default=0)
    return min(longest, NAME_WIDTH) + 18


def linear(marks: Sequence[Mark], divisor: Decimal, width: float) -> Axis:
    """Return an axis with zero on it, long enough for every bar and its open end."""
    points = [(0.0, 0.0, 0.0)]
    for mark in marks:
        before, after = beyond(mark, log=False)
        for bound in mark.reach.bounds:
            value = float(bound / divisor)
            points.append((value, before + GAP * (value < 0), after + GAP * (value > 0)))
    low, high = _span(points, width)
    return Axis(low, high, width, divisor)


def logarithmic(marks: Sequence[Mark], divisor: Decimal, width: float) -> Axis:
    """Return a logarithmic axis for marks that are all above zero, with at least two decades."""
    points = []
    for mark in marks:
        before, after = beyond(mark, log=True)
        for bound in mark.reach.bounds:
            points.append((math.log10(bound / divisor), before + GAP, after + GAP))
    powers = [power for power, *_ in points]
    points += [(math.floor(min(powers)), 0, 0), (math.ceil(max(powers)), 0, 0)]
    low, high = _span(points, width)
    return Axis(10.0**low, 10.0**high, width, divisor, log=True)


def ticks(axis: Axis, most: int) -> list[float]:
    """Return round values on the axis, about `most` of them: multiples of 1, 2 or 5 × 10ⁿ."""
    if axis.log:
        low, high = math.ceil(math.log10(axis.low)), math.floor(math.log10(axis.high))
        step = max(1, math.ceil((high - low) / most))
        return [10.0**power for power in range(low, high + 1, step)]
    rough = (axis.high - axis.low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    stride = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)
    first, last = math.ceil(axis.low / stride), math.floor(axis.high / stride)
    return [index * stride for index in range(first, last + 1)]


def _span(points: Sequence[tuple[float, float, float]], width: float) -> tuple[float, float]:
    """Return the ends of an axis of `width` px on which each point has its px before and after."""
    low, high = min(at for at, *_ in points), max(at for at, *_ in points)
    if low == high:
        high = low + 1
    first, last = low, high
    # Each round shrinks the px to the axis just found; it settles, as the px are a small part.
    for _ in range(30):
        per_px = (last - first) / width
        first = min(low, *(at - before * per_px for at, before, _ in points))
        last = max(high, *(at + after * per_px for at, _, after in points))
    return first, last


def place(marks: Sequence[Mark], axis: Axis, room: Room, size: Sizes, top: float) -> list[Placed]:
    """Stack the marks from `top` px downward, each with the best place for its label."""
    placed = []
    for mark in marks:
        names = _names(mark, axis, room, size)
        label = _above(mark, axis, True, size) if room.narrow else _label(mark, axis, room, size)
        named, tall = LINE * size.name * len(names), label.height(size)
        above = label.where in OVER
        over = (named + 6 if room.narrow else 0) + (tall + 6 if above else 0)
        body = max(size.bar, 0 if above else tall, 0 if room.narrow else named)
        placed.append(
            Placed(mark, names, label, top, top + over + body / 2, bottom=top + over + body)
        )
        top += over + body + size.gap
    return placed


def extent(mark: Mark, axis: Axis) -> tuple[float, float]:
    """Return the px of the leftmost and rightmost ink of a mark, zero's line included."""
    points = [axis.at(bound) for bound in mark.reach.bounds]
    points += [] if axis.log else [axis.at(Decimal(0))]
    left, right = beyond(mark, axis.log)
    return min(points) - left, max(points) + right


def beyond(mark: Mark, log: bool) -> tuple[float, float]:
    """Return the px that a mark's open end or dot takes left and right of its bounds."""
    opening, least = mark.reach.opening, float(DOT if log else 0)
    if log:
        return (FADE if opening == "in" else least), (FADE if opening == "out" else least)
    if opening != "out":
        return least, least
    return (FADE, least) if mark.reach.end < 0 else (least, FADE)


def _names(mark: Mark, axis: Axis, room: Room, size: Sizes) -> tuple[str, ...]:
    width = axis.width if room.narrow else room.left - 14
    lines = wrap(mark.name, width, size.name, bold=True)
    if len(lines) <= NAME_LINES:
        return tuple(lines)
    rest = (" " if mark.name.isascii() else "").join(lines[NAME_LINES - 1 :])
    return (*lines[: NAME_LINES - 1], shorten(rest, width, size.name, bold=True))


def _label(mark: Mark, axis: Axis, room: Room, size: Sizes) -> Label:
    """Put a label on its bar, beside it, or above it: the first of them that has the room."""
    notes = (mark.note,) if mark.note else ()
    splits: list[tuple[str, ...]] = [(mark.headline,)]
    if mark.surface:
        splits.append((mark.value, mark.surface.strip()))
    for heads in splits:
        widths = [text_width(head, size.head) for head in heads]
        widths += [text_width(note, size.note) for note in notes]
        for where, space in _spaces(mark, axis, room):
            label = Label(where, heads, notes)
            if max(widths) <= space and (where != "on" or label.height(size) <= size.bar - 2):
                return label
    return _above(mark, axis, False, size)


def _spaces(mark: Mark, axis: Axis, room: Room) -> list[tuple[Where, float]]:
    left, right = extent(mark, axis)
    beside: list[tuple[Where, float]] = [
        ("right", axis.width + room.right - 6 - right - GAP),
        ("left", left - GAP - 4),
    ]
    if axis.log:
        return beside
    body = abs(axis.at(mark.reach.body) - axis.at(Decimal(0)))
    on: list[tuple[Where, float]] = [("on", body - 2 * INSET)]
    return (on if mark.reach.opening != "in" else []) + beside[:: -1 if mark.reach.end < 0 else 1]


def _above(mark: Mark, axis: Axis, narrow: bool, size: Sizes) -> Label:
    """Put a label over its bar: from zero on where most of the axis lies there, else from the left."""
    zero = 0 if axis.log or narrow else axis.at(Decimal(0))
    from_zero = mark.reach.end >= 0 and 0 < zero < axis.width * 0.4
    width = axis.width - (zero if from_zero else 0)
    heads = wrap(mark.headline, width, size.head)
    if len(heads) > 1 and mark.surface:
        heads = wrap(mark.value, width, size.head)
        heads += wrap(mark.surface.strip(), width, size.head)
    notes = wrap(mark.note, width, size.note) if mark.note else []
    return Label("zero" if from_zero else "above", tuple(heads), tuple(notes))
