"""Strokes on one panel of a figure, collected as plain dicts and handed to Plotly at once.

Heights are px from the panel's top: its y axis has one unit a px. Widths that mean no value
(an open end's fade, an arrow) are px too, so they never look like an amount.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from components.charts.bar_rows import FADE, GAP, OVER, Axis, Placed, Sizes, beyond
from components.charts.lettering import plain
from components.charts.marks import Mark
from components.charts.style import INK, MUTED, PAPER, ink_on, tint

STEPS = 16  # of an open end's fade
INDENT = 4  # px of words from the line of zero
BAND = FADE - 8  # px of its tint; the arrow's head stands beyond


@dataclass(frozen=True)
class Sheet:
    """What has been drawn on the panel with axes number `number` (1, 2, …)."""

    number: int
    traces: list[Any] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)

    @property
    def refs(self) -> dict[str, str]:
        """Return the panel's axes as Plotly names them."""
        suffix = "" if self.number == 1 else str(self.number)
        return {"xref": f"x{suffix}", "yref": f"y{suffix}"}

    @property
    def axes(self) -> dict[str, str]:
        """Return the panel's axes for a trace."""
        return {"xaxis": self.refs["xref"], "yaxis": self.refs["yref"]}

    def shape(self, kind: str, **parts: Any) -> None:
        """Draw one of Plotly's shapes on the panel's axes."""
        self.shapes.append({"type": kind, **self.refs, **parts})

    def words(self, text: str, **parts: Any) -> None:
        """Write HTML on the panel as an annotation without an arrow."""
        self.annotations.append(
            {**self.refs, "text": text, "showarrow": False, "borderpad": 0, **parts}
        )

    def stroke(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, **line: Any
    ) -> None:
        """Draw a line; `line` holds Plotly's width and dash."""
        (x0, y0), (x1, y1) = start, end
        self.shape("line", x0=x0, x1=x1, y0=y0, y1=y1, line={"color": colour, **line})

    def box(self, x: tuple[float, float], middle: float, height: float, **parts: Any) -> None:
        """Draw a rectangle without edges, `height` px about `middle`."""
        y0, y1 = middle - height / 2, middle + height / 2
        self.shape("rect", x0=x[0], x1=x[1], y0=y0, y1=y1, line={"width": 0}, **parts)

    def arrow(self, x: float, y: float, colour: str, tail: float, head: float) -> None:
        """Draw an arrow along y from `tail` to `head`, both px from x (an annotation's x)."""
        self.words(
            "",
            x=x,
            y=y,
            xshift=head,
            ax=tail - head,
            ay=0,
            showarrow=True,
            arrowhead=2,
            arrowsize=1,
            arrowwidth=2,
            arrowcolor=colour,
        )


def fade_out(sheet: Sheet, placed: Placed, axis: Axis, size: Sizes, sign: int) -> None:
    """Draw 以上's end: a tint that thins out away from zero, an arrow, and no end line.

    Sheets of one thin tint lie on each other, each longer than the last: they leave no seams.
    """
    mark, value = placed.mark, axis.value(placed.mark.reach.end)
    for step in range(STEPS):
        sheet.box(
            (0, sign * BAND * (step + 1) / STEPS),
            placed.centre,
            size.bar,
            xsizemode="pixel",
            xanchor=value,
            fillcolor=tint(mark.colour, 0.025),
        )
    sheet.arrow(value, placed.centre, mark.colour, sign * 8, sign * FADE)


def fade_in(sheet: Sheet, placed: Placed, axis: Axis, size: Sizes, sign: int) -> None:
    """Draw 最大's bar: paper that thickens toward zero over it, and an arrow that way."""
    mark, value = placed.mark, axis.value(placed.mark.reach.end)
    for step in range(STEPS):
        sheet.box(
            (0, value * (step + 1) / STEPS), placed.centre, size.bar, fillcolor=tint(PAPER, 0.16)
        )
    if abs(axis.at(mark.reach.end) - axis.at(Decimal(0))) > FADE:
        sheet.arrow(value, placed.centre, mark.colour, -sign * 6, -sign * 52)


def write_label(sheet: Sheet, placed: Placed, axis: Axis, size: Sizes) -> None:
    """Write a mark's label where `bar_rows` found room for it."""
    mark, label = placed.mark, placed.label
    on, above = label.where == "on", label.where in OVER
    solid = on and mark.fill == "solid"
    ink, muted = (ink_on(mark.colour),) * 2 if solid else (INK, INK if on else MUTED)
    style = f"font-size:{size.note}px;color:{muted}"
    lines = [mark.bold(line) for line in label.heads]
    lines += [f'<span style="{style}">{plain(line)}</span>' for line in label.notes]
    anchor, x, shift = _anchor(placed, axis)
    sheet.words(
        "<br>".join(lines),
        x=x,
        xref=sheet.refs["xref"] + (" domain" if label.where == "above" else ""),
        xanchor=anchor,
        xshift=shift,
        y=placed.centre - size.bar / 2 - 5 if above else placed.centre,
        yanchor="bottom" if above else "middle",
        align=anchor,
        font={"size": size.head, "color": ink},
        borderpad=2 if on else 0,
        bgcolor=tint(PAPER, 0 if solid else 0.92),
    )


def write_names(sheet: Sheet, placed: Sequence[Placed], size: Sizes, narrow: bool) -> None:
    """Write the marks' names: left of the axis, or in a narrow figure above label and bar."""
    for each in placed:
        sheet.words(
            "<b>" + "<br>".join(map(plain, each.names)) + "</b>",
            x=0,
            xref=f"{sheet.refs['xref']} domain",
            xanchor="left" if narrow else "right",
            xshift=INDENT if narrow else -8,
            y=each.top if narrow else each.centre,
            yanchor="top" if narrow else "middle",
            align="left" if narrow else "right",
            font={"size": size.name, "color": INK},
            bgcolor=tint(PAPER, 0.92),
        )


def click_target(sheet: Sheet, points: Sequence[tuple[float, float, Mark]], reach: float) -> None:
    """Lay unseen dots over the ends of marks, so that a bar of one px can be clicked too."""
    sheet.traces.append(
        go.Scatter(
            name="ends",
            x=[x for x, _, _ in points],
            y=[y for _, y, _ in points],
            mode="markers",
            marker={"size": reach, "color": tint(INK, 0)},
            customdata=[[mark.id] for _, _, mark in points],
            **hover([mark for _, _, mark in points]),
            **sheet.axes,
        )
    )


def hover(marks: Sequence[Mark]) -> dict[str, Any]:
    """Return a trace's hover text, and that a selection does not dim what is not selected."""
    full = {"marker": {"opacity": 1}}
    return {
        "hovertext": [mark.hover for mark in marks],
        "hoverinfo": "text",
        "selected": full,
        "unselected": full,
    }


def _anchor(placed: Placed, axis: Axis) -> tuple[str, float, float]:
    """Return the label's anchor, its x in the annotation's own reference, and its shift in px."""
    reach, where = placed.mark.reach, placed.label.where
    if where in OVER:
        return "left", 0, INDENT
    if where == "on":
        return "center", axis.value(reach.body) / 2, 0
    bounds = [*reach.bounds, *([] if axis.log else [Decimal(0)])]
    left, right = beyond(placed.mark, axis.log)
    if where == "right":
        shift = right if max(bounds) == max(reach.bounds) else 0
        return "left", axis.coordinate(max(bounds)), shift + GAP
    shift = left if min(bounds) == min(reach.bounds) else 0
    return "right", axis.coordinate(min(bounds)), -shift - GAP
