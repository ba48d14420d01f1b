"""Amounts as bars from zero on one panel."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts.bar_rows import Axis, Placed, Sizes
from components.charts.marks import Mark
from components.charts.sheet import Sheet, click_target, fade_in, fade_out, hover
from components.charts.style import INK, PAPER, tint

EDGE = 2  # px of a bar's long edges
OVERHANG = 5  # px that a dotted end stands out over the bar, so that it is seen as a line


def draw(sheet: Sheet, placed: Sequence[Placed], axis: Axis, size: Sizes, height: float) -> None:
    """Draw the marks' bars with their ends, and the line of zero."""
    _bodies(sheet, placed, axis, size)
    _bands(sheet, [each for each in placed if each.mark.reach.band], axis, size)
    for each in placed:
        sign = -1 if each.mark.reach.end < 0 else 1
        if each.mark.reach.opening == "in":
            fade_in(sheet, each, axis, size, sign)
        else:
            _edges(sheet, each, axis, size)
        if each.mark.reach.opening == "out":
            fade_out(sheet, each, axis, size, sign)
        else:
            _end(sheet, each, axis, size)
    sheet.stroke((0, 0), (0, height), INK, width=1.5)
    ends = [(axis.value(each.mark.reach.end), each.centre, each.mark) for each in placed]
    click_target(sheet, ends, size.bar * 0.7)


def _bodies(sheet: Sheet, placed: Sequence[Placed], axis: Axis, size: Sizes) -> None:
    marks = [each.mark for each in placed]
    sheet.traces.append(
        go.Bar(
            name="bars",
            orientation="h",
            x=[axis.value(mark.reach.body) for mark in marks],
            y=[each.centre for each in placed],
            width=[size.bar] * len(placed),
            marker={
                "color": [_paint(mark) for mark in marks],
                "line": {"width": 0},
                "pattern": {
                    "shape": ["/" if mark.fill == "hatched" else "" for mark in marks],
                    "bgcolor": [PAPER for _ in marks],
                    "size": 7,
                    "solidity": 0.3,
                },
            },
            customdata=[[mark.id] for mark in marks],
            **hover(marks),
            **sheet.axes,
        )
    )


def _paint(mark: Mark) -> str:
    """Return a bar's colour; Plotly draws a hatched bar's lines in it, not in `fgcolor`."""
    return tint(mark.colour, 0.22) if mark.fill == "pale" else mark.colour


def _bands(sheet: Sheet, placed: Sequence[Placed], axis: Axis, size: Sizes) -> None:
    if not placed:
        return
    marks = [each.mark for each in placed]
    bands = [tuple(map(axis.value, mark.reach.bounds)) for mark in marks]
    sheet.traces.append(
        go.Bar(
            name="bands",
            orientation="h",
            base=[low for low, _ in bands],
            x=[high - low for low, high in bands],
            y=[each.centre for each in placed],
            width=[size.bar] * len(placed),
            marker={
                "color": PAPER,
                "line": {"width": 0},
                "pattern": {
                    "shape": "\\",
                    "fgcolor": [mark.colour for mark in marks],
                    "bgcolor": PAPER,
                    "size": 7,
                    "solidity": 0.12,
                },
            },
            customdata=[[mark.id] for mark in marks],
            **hover(marks),
            **sheet.axes,
        )
    )


def _edges(sheet: Sheet, placed: Placed, axis: Axis, size: Sizes) -> None:
    """Draw the long edges: solid along what is certain, thin along a range's band."""
    mark = placed.mark
    for y in (placed.centre - size.bar / 2, placed.centre + size.bar / 2):
        if mark.fill != "solid":
            sheet.stroke((0, y), (axis.value(mark.reach.body), y), mark.colour, width=EDGE)
        if mark.reach.band:
            low, high = map(axis.value, mark.reach.bounds)
            sheet.stroke((low, y), (high, y), mark.colour, width=1)


def _end(sheet: Sheet, placed: Placed, axis: Axis, size: Sizes) -> None:
    """Draw the end lines: plain where the text is exact, dotted where it says about."""
    mark, half = placed.mark, size.bar / 2
    for bound in mark.reach.bounds:
        x = axis.value(bound)
        dotted = mark.approx
        over = OVERHANG if dotted else EDGE / 2
        line = {"width": 3, "dash": "2px,3px"} if dotted else {"width": EDGE}
        if mark.reach.opening == "in":
            line["width"] = 4
        sheet.stroke(
            (x, placed.centre - half - over), (x, placed.centre + half + over), mark.colour, **line
        )
