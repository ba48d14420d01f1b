"""Curves and rectangles in px, for placing what must not cover each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

import numpy as np
import numpy.typing as npt

STEPS = 24  # a curve is drawn as so many short lines

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that something covers."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Return whether the two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def curve(start: Point, end: Point, bend: float) -> list[Point]:
    """Return points on the quadratic Bézier whose middle lies `bend` px off the straight line."""
    (x0, y0), (x1, y1) = start, end
    length = hypot(x1 - x0, y1 - y0) or 1
    mid = (
        (x0 + x1) / 2 - 2 * bend * (y1 - y0) / length,
        (y0 + y1) / 2 + 2 * bend * (x1 - x0) / length,
    )
    parts = [step / STEPS for step in range(STEPS + 1)]
    return [
        (
            (1 - p) ** 2 * x0 + 2 * p * (1 - p) * mid[0] + p**2 * x1,
            (1 - p) ** 2 * y0 + 2 * p * (1 - p) * mid[1] + p**2 * y1,
        )
        for p in parts
    ]


def loop(at: Point, size: float) -> list[Point]:
    """Return a petal to the right of a node, for a tie of the node with itself."""
    parts = [step / STEPS for step in range(STEPS + 1)]
    return [
        (
            at[0] + 9 * size * part * (1 - part),
            at[1] + 6 * size * part * (1 - part) * (2 * part - 1),
        )
        for part in parts
    ]


def hits(points: Sequence[Point], boxes: Sequence[Box]) -> int:
    """Return how many of the boxes a curve runs through."""
    return int(inside(np.array(points), boxes).any(axis=0).sum())


def inside(points: npt.NDArray[np.float64], boxes: Sequence[Box]) -> npt.NDArray[np.bool_]:
    """Return for every point (row) and box (column) whether the one lies in the other."""
    edges = np.array([(box.left, box.top, box.right, box.bottom) for box in boxes]).reshape(-1, 4)
    x, y = points.reshape(-1, 2).T[:, :, None]
    left, top, right, bottom = edges.T
    within: npt.NDArray[np.bool_] = (left <= x) & (x <= right) & (top <= y) & (y <= bottom)
    return within
