"""Amounts as squares: how many, which are certain, and where each stands in px.

Squares fill columns from the bottom up; distances are px with y growing downward.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from components.charts.lettering import text_width, wrap
from components.charts.marks import Mark
from components.charts.style import LINE, TEXT_SIZE, Room

Point = tuple[float | None, float | None]
LEAST, MOST, IDEAL = 20, 200, 50
CELL, NARROW_CELL = 24, 18
SEAM = 3  # px between squares
SLIVER = 1.5  # px, the least that a remainder shows
HEAD_WIDTH = 210
GUTTER, STOREY = 28, 30  # px between blocks beside and under each other
NOTE = 12


@dataclass(frozen=True)
class Grid:
    """How squares are laid: `rows` in a column, `cell` px from one to the next."""

    unit: Decimal
    rows: int
    cell: float

    def corner(self, index: int) -> tuple[float, float]:
        """Return the upper left corner of a square from its block's lower left."""
        return index // self.rows * self.cell, -(index % self.rows + 1) * self.cell

    def outlines(self, start: float, end: float) -> list[Point]:
        """Return closed outlines of the squares from `start` to `end` (in squares), cut to them.

        A gap (None, None) parts one square from the next.
        """
        found: list[Point] = []
        for index in range(math.floor(start), math.ceil(end) if end > start else 0):
            side = self.cell - SEAM
            x, y = self.corner(index)
            left = x + max(start - index, 0) * side
            right = max(x + min(end - index, 1) * side, left + SLIVER)
            corners = [(left, y), (right, y), (right, y + side), (left, y + side), (left, y)]
            found += [*corners, (None, None)]
        return found

    def centres(self, count: int) -> list[tuple[float, float]]:
        """Return the middles of the first squares."""
        half = (self.cell - SEAM) / 2
        return [(x + half, y + half) for x, y in map(self.corner, range(count))]


@dataclass(frozen=True)
class Block:
    """A mark's squares and headline: `left` and `base` are the px of its lower left corner."""

    mark: Mark
    names: tuple[str, ...]
    heads: tuple[str, ...]
    notes: tuple[str, ...]
    width: float
    left: float = 0
    top: float = 0
    base: float = 0

    @property
    def head_height(self) -> float:
        """Return the px of the words over the squares."""
        lines = len(self.names) + len(self.heads) + len(self.notes)
        return LINE * TEXT_SIZE * lines + 8


def square(largest: Decimal) -> Decimal:
    """Return the sum of one square, 1, 2 or 5 × 10ⁿ, that gives the largest amount about 50.

    500,000,000,000 gives 10,000,000,000. The largest amount always has 20 to 200 squares.
    """
    power = Decimal(10) ** (largest.adjusted() - 2)
    steps = [power * factor for factor in (1, 2, 5, 10, 20, 50, 100)]
    fitting = [step for step in steps if LEAST <= largest / step <= MOST]
    return min(fitting, key=lambda step: abs((largest / step / IDEAL).ln()))


def grid(marks: Sequence[Mark], room: Room) -> Grid:
    """Choose square and size so that the largest amount fits into the width."""
    largest = max(abs(bound) for mark in marks for bound in mark.reach.bounds)
    unit = square(largest)
    count = math.ceil(largest / unit)
    rows = 5 if count <= 60 else 10
    columns = math.ceil(count / rows) + 1
    return Grid(unit, rows, min(NARROW_CELL if room.narrow else CELL, room.plot_width / columns))


def certain(mark: Mark, grid: Grid) -> float:
    """Return how many squares are certain; a bound from above (最大) makes none certain."""
    return 0.0 if mark.reach.opening == "in" else float(abs(mark.reach.body) / grid.unit)


def stated(mark: Mark, grid: Grid) -> float:
    """Return how many squares reach to the bound farthest from zero."""
    return float(abs(mark.reach.end) / grid.unit)


def flow(marks: Iterable[Mark], grid: Grid, room: Room, top: float) -> tuple[list[Block], float]:
    """Set blocks side by side and in storeys, and return them with the px where they end."""
    storeys: list[list[Block]] = [[]]
    for mark in marks:
        block = _block(mark, grid, room)
        used = sum(each.width + GUTTER for each in storeys[-1])
        if storeys[-1] and used + block.width > room.plot_width:
            storeys.append([])
        storeys[-1].append(block)
    placed = []
    for storey in storeys:
        tallest = max(min(grid.rows, math.ceil(_cells(block.mark, grid))) for block in storey)
        base = top + max(block.head_height for block in storey) + tallest * grid.cell
        left = 0.0
        for block in storey:
            placed.append(_at(block, left, top, base))
            left += block.width + GUTTER
        top = base + STOREY
    return placed, top - STOREY


def _cells(mark: Mark, grid: Grid) -> float:
    return math.ceil(stated(mark, grid)) + (mark.reach.opening == "out")


def _block(mark: Mark, grid: Grid, room: Room) -> Block:
    squares = math.ceil(_cells(mark, grid) / grid.rows) * grid.cell
    most = room.plot_width if room.narrow else max(squares, HEAD_WIDTH)
    names = wrap(mark.name, most, TEXT_SIZE, bold=True)
    heads = wrap(mark.headline, most, TEXT_SIZE)
    if len(heads) > 1 and mark.surface:
        heads = [
            line for part in (mark.value, mark.surface) for line in wrap(part, most, TEXT_SIZE)
        ]
    notes = wrap(mark.note, most, NOTE) if mark.note else []
    widths = [text_width(line, TEXT_SIZE, bold=True) for line in (*names, *heads)]
    widths += [text_width(line, NOTE) for line in notes]
    width = min(max(squares, *widths), room.plot_width)
    return Block(mark, tuple(names), tuple(heads), tuple(notes), width)


def _at(block: Block, left: float, top: float, base: float) -> Block:
    return Block(block.mark, block.names, block.heads, block.notes, block.width, left, top, base)
