"""Sums of money as bars from zero, or as dots on a logarithmic axis.

What the text leaves open stays open in the drawing: see `legend` in `remarks` for the signs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from components.charts import bar_rows, money_bars, money_dots, remarks
from components.charts.lettering import plain
from components.charts.marks import Mark, Row, marks
from components.charts.sheet import Sheet, write_label, write_names
from components.charts.style import GRID, INK, TEXT_SIZE, Room, blank, titled
from components.tables import records
from components.texts import Texts
from components.wording import Unit, axis_unit

Scale = Literal["linear", "log"]
MOST = 40
HEADING, TICKS = 26, 40  # px over a panel for its heading, under it for its tick labels


@dataclass(frozen=True)
class Panel:
    """The rows of one role and currency, which share an axis, and how many are not drawn."""

    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    unit: Unit
    scale: Scale
    left_out: int


@dataclass(frozen=True)
class Drawn:
    """A panel's strokes, its height in px and its value axis as Plotly takes it."""

    sheet: Sheet
    height: float
    xaxis: dict[str, Any]


def investments(
    frame: pd.DataFrame, t: Texts, scale: Scale = "linear", narrow: bool = False
) -> go.Figure:
    """Draw the amounts of `tables.charted`; one panel for each currency and role.

    A panel shows the forty amounts farthest from zero; the note counts the others.
    Amounts without a bound (数兆ドル), and on a log axis those of zero or less, are named in the
    note. Every bar and dot carries its row's id as `customdata[0]`.
    """
    rows = records(frame)
    panels = _panels(rows, scale, t)
    shown = [mark for panel in panels for mark in panel.marks]
    left = 12 if narrow else max(56, bar_rows.name_room(shown, TEXT_SIZE))
    room = Room(0, left=left, right=24, narrow=narrow)
    drawn = [_draw(panel, number, room) for number, panel in enumerate(panels, 1)]
    headings = [_heading(panel, t) for panel in panels] if len(panels) > 1 else []
    fig = blank()
    height = _assemble(fig, drawn, headings, left)
    told = subtitle(panels, scale, t) if panels else remarks.nothing(rows, t)
    note = _note(rows, panels, scale, t)
    room = replace(room, plot_height=height, below=TICKS if panels else 8)
    return titled(fig, remarks.title(rows, t), told, note, room)


def investments_summary(frame: pd.DataFrame, t: Texts) -> str:
    """Return the chart's facts as sentences: every amount that is told, why no total, the source."""
    rows = records(frame)
    if not rows:
        return t("charts_money.none")
    panels = _panels(rows, "linear", t)
    parts = [remarks.title(rows, t) + t("charts_money.stop").rstrip()]
    order = {mark.id: place for place, mark in enumerate(m for p in panels for m in p.marks)}
    told = [row for row in rows if row["id"] in order]
    told = sorted(told, key=lambda row: order[row["id"]]) + [r for r in rows if not _bounds(r)]
    for row in told:
        mark = next(iter(marks([row], t)), None)
        value = mark.headline if mark else row["value_label"]
        facts = remarks.facts(row, t)
        parts.append(t("charts_money.summary.item", name=row["label"], value=value, facts=facts))
    left_out = sum(panel.left_out for panel in panels)
    parts += [
        remarks.left_out(len(order), left_out, t),
        remarks.no_total(rows, t),
        remarks.rates(rows, t),
        remarks.sources(rows, t),
    ]
    gap = "" if t.language == "ja" else " "
    return gap.join(filter(None, parts))


def subtitle(panels: Sequence[Panel], scale: Scale, t: Texts) -> str:
    """Return the unit, the kind of axis and whether the money is only announced."""
    rows = [row for panel in panels for row in panel.rows]
    parts = []
    if len(panels) == 1:
        converted = any(row["rate"] for row in rows)
        key = "charts_money.unit_converted" if converted else "charts_money.unit"
        parts.append(t(key, unit=panels[0].unit.label))
    elif panels:
        parts.append(t("charts_money.unit_each"))
    if scale == "log":
        parts.append(t("charts_money.log"))
    parts.append(remarks.pending(rows, scale, t))
    return t("charts_money.stop").join(filter(None, parts))


def grouped(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows by role and currency, groups in the order of their first row."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["role"], row["currency"]), []).append(row)
    return list(groups.values())


def _panels(rows: Sequence[Row], scale: Scale, t: Texts) -> list[Panel]:
    panels = []
    for group in grouped(rows):
        drawable = [row for row in group if _bounds(row) and not _unfit(row, scale)]
        if drawable:
            shown = _largest(drawable)
            sizes = [bound for row in shown for bound in _bounds(row)]
            unit = axis_unit(sizes, shown[0]["currency"], t)
            left_out = len(drawable) - len(shown)
            panels.append(Panel(tuple(shown), marks(shown, t), unit, scale, left_out))
    return panels


def _largest(rows: Sequence[Row]) -> list[Row]:
    """Keep the amounts farthest from zero, in the order given."""
    ranked = sorted(range(len(rows)), key=lambda at: -max(map(abs, _bounds(rows[at]))))
    return [rows[at] for at in sorted(ranked[:MOST])]


def _bounds(row: Row) -> list[Any]:
    return [bound for bound in (row["low"], row["high"]) if bound is not None]


def _unfit(row: Row, scale: Scale) -> bool:
    return scale == "log" and any(bound <= 0 for bound in _bounds(row))


def _draw(panel: Panel, number: int, room: Room) -> Drawn:
    log = panel.scale == "log"
    size = bar_rows.sizes(len(panel.marks), log, room.narrow)
    fit = bar_rows.logarithmic if log else bar_rows.linear
    axis = fit(panel.marks, panel.unit.divisor, room.plot_width)
    placed = bar_rows.place(panel.marks, axis, room, size, size.gap / 2)
    height = placed[-1].bottom + size.gap / 2
    sheet = Sheet(number)
    (money_dots if log else money_bars).draw(sheet, placed, axis, size, height)
    for each in placed:
        write_label(sheet, each, axis, size)
    write_names(sheet, placed, size, room.narrow)
    values = bar_rows.ticks(axis, 4 if room.narrow else 6)
    limits = (axis.low, axis.high)
    return Drawn(
        sheet,
        height,
        {
            "type": "log" if log else "linear",
            "range": [math.log10(limit) for limit in limits] if log else limits,
            "tickvals": values,
            "ticktext": [remarks.digits(value) for value in values],
            "gridcolor": GRID,
            "anchor": sheet.refs["yref"],
        },
    )


def _assemble(
    fig: go.Figure, drawn: Sequence[Drawn], headings: Sequence[str], left: float
) -> float:
    """Put the panels under each other and return the px that they take together."""
    over = HEADING if headings else 0
    total = sum(over + panel.height for panel in drawn) + TICKS * max(0, len(drawn) - 1)
    top, layout = 0.0, {}
    for number, panel in enumerate(drawn):
        top += over
        axes = panel.sheet.axes
        bottom = top + panel.height
        layout[axes["xaxis"].replace("x", "xaxis")] = panel.xaxis
        layout[axes["yaxis"].replace("y", "yaxis")] = {
            "range": [panel.height, 0],
            "domain": [max(0.0, 1 - bottom / total), 1 - top / total],
            "anchor": axes["xaxis"],
            "visible": False,
        }
        if headings:
            panel.sheet.words(
                f"<b>{plain(headings[number])}</b>",
                xref="paper",
                x=0,
                xanchor="left",
                xshift=8 - left,
                yref=panel.sheet.refs["yref"] + " domain",
                y=1,
                yanchor="bottom",
                borderpad=4,
                font={"size": TEXT_SIZE, "color": INK},
            )
        top = bottom + TICKS
    fig.add_traces([trace for panel in drawn for trace in panel.sheet.traces])
    fig.update_layout(
        **layout,
        barmode="overlay",
        shapes=[shape for panel in drawn for shape in panel.sheet.shapes],
        annotations=[words for panel in drawn for words in panel.sheet.annotations],
    )
    return total


def _heading(panel: Panel, t: Texts) -> str:
    role = panel.rows[0]["role_label"]
    return t("charts_money.panel", role=role[:1].upper() + role[1:], unit=panel.unit.label)


def _note(rows: Sequence[Row], panels: Sequence[Panel], scale: Scale, t: Texts) -> str:
    drawn = [row for panel in panels for row in panel.rows]
    shown = [mark for panel in panels for mark in panel.marks]
    vague = [row for row in rows if not _bounds(row)]
    unfit = [row for row in rows if _unfit(row, scale)]
    lines = [
        remarks.legend(shown, "dots" if scale == "log" else "legend", t),
        remarks.left_out(len(drawn), sum(panel.left_out for panel in panels), t),
        t("charts_money.vague", items=remarks.listed(vague, t)) if vague else "",
        t("charts_money.not_log", items=remarks.listed(unfit, t)) if unfit else "",
        remarks.no_total(drawn, t),
        remarks.rates(drawn, t),
        remarks.sources(rows, t),
    ]
    return "\n".join(filter(None, lines))
