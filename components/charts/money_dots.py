"""Amounts as dots on one logarithmic panel, where a bar's length would mean nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import plotly.graph_objects as go

from components.charts.bar_rows import DOT, FADE, Axis, Placed, Sizes
from components.charts.marks import Mark
from components.charts.sheet import Sheet, hover
from components.charts.style import GRID, PAPER, tint

SYMBOL = {"hatched": "circle", "solid": "circle", "pale": "circle-dot"}
DIAMETER = 15


def draw(sheet: Sheet, placed: Sequence[Placed], axis: Axis, size: Sizes, height: float) -> None:
    """Draw the marks' dots: an arrow for an open end, a dotted ring for about, a line a range."""
    for each in placed:
        mark, y = each.mark, each.centre
        low, high = min(mark.reach.bounds), max(mark.reach.bounds)
        sheet.stroke((axis.low, y), (axis.high, y), GRID, width=1)
        if mark.reach.band:
            sheet.stroke((axis.value(low), y), (axis.value(high), y), mark.colour, width=3)
        if mark.reach.opening:
            sign = 1 if mark.reach.opening == "out" else -1
            sheet.arrow(axis.coordinate(high), y, mark.colour, sign * 9, sign * (FADE - 8))
        if mark.approx:
            for bound in mark.reach.bounds:
                _ring(sheet, axis.value(bound), y, mark)
    points = [
        (axis.value(bound), each.centre, each.mark)
        for each in placed
        for bound in each.mark.reach.bounds
    ]
    for shape in sheet.shapes:
        shape["layer"] = "below"
    _ground(sheet, points)
    marks = [mark for _, _, mark in points]
    sheet.traces.append(
        go.Scatter(
            name="dots",
            mode="markers",
            x=[x for x, _, _ in points],
            y=[y for _, y, _ in points],
            marker={
                "size": DIAMETER,
                "opacity": 1,
                "symbol": [SYMBOL[mark.fill] for mark in marks],
                "color": [_paint(mark) for mark in marks],
                "line": {"width": 2, "color": [mark.colour for mark in marks]},
            },
            customdata=[[mark.id] for mark in marks],
            cliponaxis=False,
            **hover(marks),
            **sheet.axes,
        )
    )


def _paint(mark: Mark) -> str:
    return mark.colour if mark.fill == "solid" else tint(mark.colour, 0.3)


def _ground(sheet: Sheet, points: Sequence[tuple[float, float, Mark]]) -> None:
    """Lay paper under the dots, or the lines behind would show through the pale ones."""
    sheet.traces.append(
        go.Scatter(
            name="ground",
            mode="markers",
            x=[x for x, _, _ in points],
            y=[y for _, y, _ in points],
            marker={"size": DIAMETER, "color": PAPER},
            hoverinfo="skip",
            **sheet.axes,
        )
    )


def _ring(sheet: Sheet, x: float, y: float, mark: Mark) -> None:
    """Draw a circle of dots about x; as a path, since a log axis cuts off negative px."""
    knob = DOT * 0.5523  # what makes four Bézier curves a circle
    path = f"M{DOT},{y}"
    for (dx, dy), (ex, ey) in pairwise([(1, 0), (0, 1), (-1, 0), (0, -1), (1, 0)]):
        first = f"{dx * DOT + ex * knob},{y + dy * DOT + ey * knob}"
        second = f"{ex * DOT + dx * knob},{y + ey * DOT + dy * knob}"
        path += f"C{first} {second} {ex * DOT},{y + ey * DOT}"
    line = {"color": mark.colour, "width": 2, "dash": "2px,3px"}
    sheet.shape("path", xsizemode="pixel", xanchor=x, path=path + "Z", line=line)
