"""A timeline's panels as axes of a figure: their ticks, headings and grounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from components.charts.lettering import plain, wrap
from components.charts.panels import moment, ticks
from components.charts.placing import Panel
from components.charts.style import GROUND, LINE, MUTED, NOTE_SIZE
from components.texts import Texts
from components.wording import date_label


def on_axis(panel: Panel, value: float) -> float | str:
    """Return a place on a panel's axis in the words of that axis."""
    return value if panel.kind == "undated" else moment(value)


def axis_name(index: int) -> str:
    """Return the name of a panel's axis in a trace: "x", "x2", "x3"."""
    return f"x{index + 1}" if index else "x"


def time_axes(panels: Sequence[Panel], width: float, t: Texts) -> dict[str, Any]:
    """Return the panels' axes side by side: of dates with ticks, or of nothing but an order."""
    axes: dict[str, Any] = {}
    for index, panel in enumerate(panels):
        axis: dict[str, Any] = {
            "domain": [panel.left / width, min(1, panel.right / width)],
            "anchor": "y",
            "range": [on_axis(panel, panel.start), on_axis(panel, panel.end)],
        }
        if panel.kind == "undated":
            axis |= {"type": "linear", "showgrid": False, "showticklabels": False}
        else:
            found = ticks(panel.since, panel.until, 1 / panel.per_px, t)
            axis |= {
                "type": "date",
                "tickvals": [when for when, _ in found],
                "ticktext": [label for _, label in found],
                "tickangle": 0,
            }
        axes[axis_name(index).replace("x", "xaxis")] = axis
    return axes


def ground(panels: Sequence[Panel], width: float, bottom: float) -> list[dict[str, Any]]:
    """Return the grey ground under the panel that is no time axis."""
    return [
        {
            "type": "rect",
            "layer": "below",
            "xref": "paper",
            "yref": "paper",
            "x0": panel.left / width,
            "x1": panel.right / width,
            "y0": bottom,
            "y1": 1,
            "fillcolor": GROUND,
            "line": {"width": 0},
        }
        for panel in panels
        if panel.kind == "undated"
    ]


def words(
    panels: Sequence[Panel], width: float, bottom: float, t: Texts
) -> tuple[list[dict[str, Any]], float]:
    """Return the panels' headings with their height in px, and in which order an undated one runs.

    `width` is the plot's in px; the lanes end at `bottom`, a fraction of its height.
    """
    headings = [wrap(heading(panel, t), panel.width, NOTE_SIZE, bold=True) for panel in panels]
    common = {
        "align": "left",
        "borderpad": 0,
        "font": {"size": NOTE_SIZE, "color": MUTED},
        "showarrow": False,
        "xref": "paper",
        "xanchor": "left",
        "yref": "paper",
    }
    found = [
        {
            **common,
            "text": "<br>".join(f"<b>{plain(line)}</b>" for line in lines),
            "x": panel.left / width,
            "y": 1,
            "yanchor": "bottom",
            "yshift": 4,
        }
        for panel, lines in zip(panels, headings, strict=True)
    ]
    found += [
        {
            **common,
            "text": t("chart_timeline.undated_axis"),
            # At the right edge: the last date of the panel before it stands at the left one.
            "x": panel.right / width,
            "xanchor": "right",
            "y": bottom,
            "yanchor": "top",
            "yshift": -4,
        }
        for panel in panels
        if panel.kind == "undated"
    ]
    return found, max(map(len, headings), default=0) * NOTE_SIZE * LINE


def heading(panel: Panel, t: Texts) -> str:
    """Return what a panel shows: "2025年1月", "背景 2015年–2024年", or that nothing is dated."""
    if panel.kind == "undated":
        partly = any(fact.row["date"] for fact in panel.facts)
        return t("chart_timeline.undated_partly" if partly else "chart_timeline.undated")
    known = [bound.toordinal() for fact in panel.facts for bound in fact.bounds or ()]
    first = date.fromordinal(int(max(min(known), panel.since, 1)))
    last = date.fromordinal(int(min(max(known), panel.until)))
    period = date_label(_period(first, last), t)
    if all(fact.outside for fact in panel.facts) and panel.kind != "window":
        return t("chart_timeline.background", period=period)
    return period


def _period(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{first.year:04}/{last.year:04}"
    if first.month != last.month:
        return f"{first:%Y-%m}/{last:%Y-%m}"
    return f"{first:%Y-%m}"
