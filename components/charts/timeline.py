"""The timeline: lanes of actors across panels of time, and what the text leaves undated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.facts import (
    COMPACT_DISC,
    DISC,
    NARROW_DISC,
    Disc,
    Fact,
    disc_trace,
    fact_list,
    facts,
    joining_trace,
    left_out,
    phrase,
    ring,
    source_note,
)
from components.charts.layout import (
    chosen,
    flowed,
    label_width,
    lane_axis,
    lane_labels,
    list_axes,
    some,
    stack,
)
from components.charts.panels import moment
from components.charts.placing import (
    Panel,
    Spot,
    bands,
    dated,
    panels_of,
    spots_of,
    undated,
)
from components.charts.style import (
    SUBTITLE_SIZE,
    Room,
    blank,
    kind_colour,
    tint,
    titled,
)
from components.charts.timeaxes import axis_name, ground, on_axis, time_axes, words
from components.tables import records
from components.texts import Texts

AXIS = 38  # px under the lanes for tick labels
RAIL = 4.0  # px between joining lines that would lie on each other


@dataclass
class Drawing:
    """What is drawn, collected before the figure is made: adding to a figure is slow."""

    traces: list[go.Scatter] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)


def timeline(
    events: pd.DataFrame,
    lanes: pd.DataFrame,
    t: Texts,
    narrow: bool = False,
    compact: bool = False,
    width: float | None = None,
) -> go.Figure:
    """Draw the events in the lanes of their actors, at their dates or in the order of telling.

    `events` and `lanes` are frames of `tables`; `compact` is small, without numbers and list.
    `width` is the figure's width in px where it is known, as in an export; then more fits.
    """
    found = facts(events, set(lanes["id"]))
    actors = chosen(lanes, {lane for fact in found for lane in fact.lanes}, t)
    size = COMPACT_DISC if compact else NARROW_DISC if narrow else DISC
    least = Room(0, narrow=narrow).width
    width = (width or least) - 16
    left = label_width(actors, narrow)
    panels = panels_of(found, left, width, size)
    spots, actors = spots_of(found, actors, panels, size, narrow)
    drawing = _drawn(panels, spots, size, not compact, t)
    listed: list[go.Scatter] = []
    list_height = 0.0
    if not compact:
        discs = [_disc(spot, panels) for spot in spots]
        listed, list_height = fact_list(found, discs, width, t)
    lanes_height = sum(lane.height for lane in actors) + 4
    height = lanes_height + AXIS + list_height
    bottom = 1 - lanes_height / height
    headings, above = words(panels, width, bottom, t)
    fig = blank().add_traces(drawing.traces + listed)
    fig.update_layout(
        annotations=[*lane_labels(actors, left / width, narrow, width), *headings],
        shapes=[*ground(panels, width, bottom), *drawing.shapes],
        yaxis=lane_axis(actors, lanes_height, height),
        **time_axes(panels, width, t),
        **list_axes(width, list_height, height),
    )
    return titled(
        fig,
        t("chart_timeline.title"),
        flowed(_legend(found, panels, compact, t), least - 16, SUBTITLE_SIZE),
        "" if compact else _note(found, events, lanes, panels, t),
        Room(height, 8, 8, 6 + above, 6, narrow),
    )


def timeline_summary(events: pd.DataFrame, t: Texts) -> str:
    """Return the timeline as sentences: how many events, the dated ones, then the undated."""
    found = facts(events, ())
    title = t("chart_timeline.title")
    if not found:
        return t("chart_timeline.summary_none", title=title)
    outside = sum(fact.outside for fact in found)
    text = t(
        "chart_timeline.summary_counts",
        title=title,
        inside=len(found) - outside,
        outside=outside,
    )
    for key, group in (("dated", dated(found)), ("undated", undated(found))):
        if group:
            text += t(f"chart_timeline.summary_{key}")
            text += "".join(phrase(fact, t) + t("chart_time.stop") for fact in group)
    return (text + left_out(events, t)).strip()


def _legend(found: Sequence[Fact], panels: Sequence[Panel], compact: bool, t: Texts) -> list[str]:
    """Return what the signs mean, of those that are drawn only."""
    banded = any(
        (last - first) / panels[index].per_px > DISC
        for fact in found
        for index, first, last in bands(fact, panels)
    )
    said = {
        "inside": any(not fact.outside for fact in found),
        "outside": any(fact.outside for fact in found),
        "inferred": any(fact.row["inferred"] for fact in found),
        "joined": any(len(fact.lanes) > 1 for fact in found),
        "span": banded,
        "number": bool(found) and not compact,
    }
    return [t(f"chart_timeline.subtitle_{key}") for key, true in said.items() if true]


def _note(
    found: Sequence[Fact],
    events: pd.DataFrame,
    lanes: pd.DataFrame,
    panels: Sequence[Panel],
    t: Texts,
) -> str:
    """Return what must be known to trust the chart, then the sources."""
    inferred = dict.fromkeys(fact.row["date_label"] for fact in found if fact.row["inferred"])
    drawn = {lane for fact in found for lane in fact.lanes}
    alone = [str(row["name"]) for row in records(lanes) if row["id"] not in drawn]
    words = [
        t("chart_timeline.note_inferred", dates=some(list(inferred), t)) if inferred else "",
        t("chart_timeline.note_undated") if undated(found) else "",
        left_out(events, t),
        t("chart_timeline.note_scales") if len(panels) - bool(undated(found)) > 1 else "",
        t("chart_timeline.note_lanes", names=some(alone, t)) if alone and found else "",
    ]
    stop = t("chart_time.stop")
    said = "".join(word + stop for word in words if word).strip()
    return "\n".join(filter(None, (said, source_note(found, t))))


def _drawn(
    panels: Sequence[Panel], spots: Sequence[Spot], size: float, numbered: bool, t: Texts
) -> Drawing:
    drawing = Drawing()
    for index, panel in enumerate(panels):
        here = [spot for spot in spots if spot.panel == index]
        axes = {"xaxis": axis_name(index), "yaxis": "y"}
        for outside in (True, False):
            paths = _paths(here, panel, outside)
            if paths:
                drawing.traces.append(joining_trace(paths, outside, **axes))
        discs = [_disc(spot, panels) for spot in here]
        drawing.traces.append(disc_trace(discs, size, numbered, t, **axes))
        refs = {"xref": axes["xaxis"], "yref": "y"}
        drawing.shapes += [
            ring(disc.x, disc.y, size, **refs) for disc in discs if disc.fact.row["inferred"]
        ]
    for spot in spots:
        drawing.shapes += _band_shapes(spot, panels, size)
    return drawing


def _disc(spot: Spot, panels: Sequence[Panel]) -> Disc:
    x = on_axis(panels[spot.panel], spot.value)
    return Disc(spot.fact, spot.lane, x, spot.lane.y(spot.row))


def _band_shapes(spot: Spot, panels: Sequence[Panel], size: float) -> list[dict[str, Any]]:
    colour = kind_colour(spot.lane.kind)
    y, half = spot.lane.y(spot.row), size * 0.3
    outside = spot.fact.outside
    return [
        {
            "type": "rect",
            "layer": "between",
            "xref": axis_name(index),
            "yref": "y",
            "x0": moment(first),
            "x1": moment(last),
            "y0": y - half,
            "y1": y + half,
            "fillcolor": tint(colour, 0.12 if outside else 0.3),
            "line": {"width": 0},
        }
        for index, first, last in bands(spot.fact, panels)
    ]


def _paths(
    spots: Sequence[Spot], panel: Panel, outside: bool
) -> list[list[tuple[float | str, float]]]:
    """Return the joining lines of a panel, a few px apart where they would lie on each other."""
    joined = []
    for _, group in groupby(spots, key=lambda spot: spot.fact.id):
        ends = list(group)
        heights = [spot.lane.y(spot.row) for spot in ends]
        if len(ends) > 1:
            joined.append((ends[0], min(heights), max(heights)))
    rails: dict[str, int] = {}
    near = sorted(joined, key=lambda each: each[0].value)
    for _, close in groupby(near, key=lambda each: round(each[0].value / panel.per_px / RAIL)):
        same = list(close)
        rows = stack([(top, bottom) for _, top, bottom in same])
        rails |= {
            spot.fact.id: (0, 1, -1)[row % 3] for (spot, *_), row in zip(same, rows, strict=True)
        }
    return [
        [(on_axis(panel, spot.value + rails[spot.fact.id] * RAIL * panel.per_px), y) for y in ends]
        for spot, *ends in joined
        if spot.fact.outside == outside
    ]
