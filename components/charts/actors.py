"""The actors of an article as bars by how often it names them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.charts.lettering import plain, shorten, text_width
from components.charts.marks import Row
from components.charts.sheet import Sheet
from components.charts.style import INK, MUTED, TEXT_SIZE, Room, blank, kind_colour, titled
from components.tables import records
from components.texts import Texts

MOST = 40
BAR, GAP = 18, 8
NAME, NARROW_NAME = 220, 130  # px for the names
UNLISTED = "＊"


def actors(frame: pd.DataFrame, t: Texts, narrow: bool = False) -> go.Figure:
    """Draw the rows of `tables.lanes` as bars from zero, the most mentioned first, at most 40.

    A name that the vocabulary does not list carries ＊. Every bar has its entity's id as
    `customdata[0]`.
    """
    rows, left_out = _ranked(frame)
    marks = ["" if row["listed"] else UNLISTED for row in rows]
    most = NARROW_NAME if narrow else NAME
    names = [
        shorten(row["name"], most - text_width(mark, TEXT_SIZE), TEXT_SIZE, bold=True) + mark
        for row, mark in zip(rows, marks, strict=True)
    ]
    widths = [text_width(name, TEXT_SIZE, bold=True) for name in names]
    room = Room(
        len(rows) * (BAR + GAP) + GAP,
        left=max(widths, default=0) + 18,
        above=4,
        below=10,
        narrow=narrow,
    )
    fig = blank()
    if rows:
        _draw(fig, rows, names, room)
    told = t("charts_money.actors.subtitle" if rows else "charts_money.none_actors")
    return titled(fig, t("charts_money.title.actors"), told, _note(rows, left_out, t), room)


def actors_summary(frame: pd.DataFrame, t: Texts) -> str:
    """Return the bars as sentences: every actor with its kind and number of mentions."""
    rows, left_out = _ranked(frame)
    if not rows:
        return t("charts_money.none_actors")
    told = [_told(row, t) for row in rows]
    stop = t("charts_money.stop").rstrip()
    parts = [t("charts_money.title.actors") + stop, t("charts_money.comma").join(told) + stop]
    parts.append(_note(rows, left_out, t).replace("\n", "" if t.language == "ja" else " "))
    return ("" if t.language == "ja" else " ").join(filter(None, parts))


def _ranked(frame: pd.DataFrame) -> tuple[list[Row], int]:
    rows: list[Row] = sorted(records(frame), key=lambda row: (-row["mentions"], row["first"]))
    return rows[:MOST], len(rows[MOST:])


def _told(row: Row, t: Texts) -> str:
    mark = "" if row["listed"] else t("charts_money.actors.mark")
    return t(
        "charts_money.actors.mentions",
        name=row["name"],
        kind=row["kind_label"],
        count=row["mentions"],
        mark=mark,
    )


def _draw(fig: go.Figure, rows: Sequence[Row], names: Sequence[str], room: Room) -> None:
    sheet = Sheet(1)
    centres = [GAP + index * (BAR + GAP) + BAR / 2 for index in range(len(rows))]
    for row, name, y in zip(rows, names, centres, strict=True):
        ink = {"size": TEXT_SIZE, "color": INK}
        at = {"x": 0, "xanchor": "right", "xshift": -8, "y": y}
        sheet.words(f"<b>{plain(name)}</b>", **at, font=ink)
        kind = f'<span style="font-size:12px;color:{MUTED}">{plain(row["kind_label"])}</span>'
        at = {"x": row["mentions"], "xanchor": "left", "xshift": 6, "y": y}
        sheet.words(f"{row['mentions']}  {kind}", **at, font=ink)
    fig.add_trace(
        go.Bar(
            name="actors",
            orientation="h",
            x=[row["mentions"] for row in rows],
            y=centres,
            width=[BAR] * len(rows),
            marker={"color": [kind_colour(row["kind"]) for row in rows], "line": {"width": 0}},
            customdata=[[row["id"]] for row in rows],
            hovertext=[
                f"<b>{plain(row['name'])}</b><br>{plain(row['kind_label'])} {row['mentions']}"
                for row in rows
            ],
            hoverinfo="text",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )
    sheet.stroke((0, 0), (0, room.plot_height), INK, width=1.5)
    after = 14 + max(
        text_width(f"{row['mentions']}  {row['kind_label']}", TEXT_SIZE) for row in rows
    )
    longest = rows[0]["mentions"] or 1
    fig.update_layout(
        shapes=sheet.shapes,
        annotations=sheet.annotations,
        xaxis={
            "range": [0, longest * room.plot_width / (room.plot_width - after)],
            "visible": False,
        },
        yaxis={"range": [room.plot_height, 0], "visible": False},
    )


def _note(rows: Sequence[Row], left_out: int, t: Texts) -> str:
    lines = [t("charts_money.actors.note")] if rows else []
    if any(not row["listed"] for row in rows):
        lines.append(t("charts_money.actors.unlisted"))
    if left_out:
        lines.append(t("charts_money.actors.left_out", shown=len(rows), count=left_out))
    return "\n".join(lines)
