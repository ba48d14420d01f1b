"""Lanes of actors: which there are, how tall each is, and marks kept apart within them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from components.charts.lettering import plain, shorten, text_width, wrap
from components.charts.style import INK, MUTED, NOTE_SIZE, PAPER, kind_colour, tint
from components.tables import records
from components.texts import Texts

# The lane of events whose actors have no lane of their own; an entity id is never empty.
OTHERS = ""
LABEL_LEAST, LABEL_MOST, LABEL_SIZE = 50, 142, 12
NAMED = 8  # names that a note gives before it counts the rest


@dataclass(frozen=True, slots=True)
class Lane:
    """One actor's lane: `top` in px below the plot's upper edge, then a head and its rows."""

    id: str
    name: str
    kind: str
    rows: int = 1
    top: float = 0
    head: float = 0
    row_height: float = 0
    gap: float = 0

    @property
    def height(self) -> float:
        """Return the lane's whole height in px."""
        return self.head + self.rows * self.row_height + self.gap

    @property
    def middle(self) -> float:
        """Return the middle of the lane's rows in px below the plot's upper edge."""
        return self.top + self.head + (self.height - self.head) / 2

    def y(self, row: int) -> float:
        """Return the middle of one of its rows, counted from 0, in px."""
        return self.middle + (row - (self.rows - 1) / 2) * self.row_height


def stack(intervals: Sequence[tuple[float, float]]) -> list[int]:
    """Return for each interval (start, end in px) a row in which it overlaps no other.

    Rows count from 0; an interval takes the first row that is free, the leftmost choosing first.
    """
    free: list[float] = []
    rows = [0] * len(intervals)
    for index in sorted(range(len(intervals)), key=lambda each: (*intervals[each], each)):
        start, end = intervals[index]
        row = next((row for row, used in enumerate(free) if used <= start), len(free))
        free[row : row + 1] = [end]
        rows[index] = row
    return rows


def chosen(lanes: pd.DataFrame, used: Collection[str], t: Texts) -> list[Lane]:
    """Return the lanes of the frame that are used, in its order; OTHERS last if it is used."""
    found = [
        Lane(id=row["id"], name=row["name"], kind=row["kind"])
        for row in records(lanes)
        if row["id"] in used
    ]
    if OTHERS in used:
        found.append(Lane(id=OTHERS, name=t("chart_time.others"), kind=""))
    return found


def placed(
    lanes: Iterable[Lane], rows: Mapping[str, int], row_height: float, gap: float, head: float
) -> list[Lane]:
    """Return the lanes one below the other, each as tall as its number of rows needs."""
    top, found = 0.0, []
    for lane in lanes:
        found.append(
            replace(
                lane,
                rows=max(1, rows.get(lane.id, 1)),
                top=top,
                head=head,
                row_height=row_height,
                gap=gap,
            )
        )
        top += found[-1].height
    return found


def label_width(lanes: Sequence[Lane], narrow: bool) -> float:
    """Return the px that names left of the lanes need; 0 where names stand above their lanes."""
    if narrow or not lanes:
        return 0
    widest = max(text_width(lane.name, LABEL_SIZE) for lane in lanes)
    return max(LABEL_LEAST, min(LABEL_MOST, widest)) + 24


def lane_labels(
    lanes: Sequence[Lane], left: float, narrow: bool, width: float
) -> list[dict[str, Any]]:
    """Return an annotation for each lane: its name, cut to fit, and its kind's colour.

    `left` is where the lanes begin, a fraction of the plot's `width` in px; the whole name is in
    the hover text.
    """
    size = NOTE_SIZE if narrow else LABEL_SIZE
    most = width * 0.7 if narrow else LABEL_MOST
    found = []
    for lane in lanes:
        name = plain(shorten(lane.name, most, size))
        dot = f'<span style="color:{kind_colour(lane.kind)}">●</span>'
        found.append(
            {
                "text": f"{dot} {name}" if narrow else f"{name} {dot}",
                "hovertext": plain(lane.name),
                "font": {"size": size, "color": INK if lane.id else MUTED},
                "showarrow": False,
                "borderpad": 0,
                # Joining lines run behind a name that stands within the plot.
                "bgcolor": tint(PAPER, 0.85 if narrow else 0),
                "x": 0 if narrow else left,
                "xref": "paper",
                "xanchor": "left" if narrow else "right",
                "xshift": 0 if narrow else -4,
                "y": lane.top + lane.head / 2 if narrow else lane.middle,
                "yref": "y",
                "yanchor": "middle",
            }
        )
    return found


def lane_axis(lanes: Sequence[Lane], lanes_height: float, height: float) -> dict[str, Any]:
    """Return the y axis of the lanes, in px, at the top of a plot `height` px high."""
    return {
        "domain": [1 - lanes_height / height, 1],
        "range": [lanes_height, 0],
        "tickvals": [lane.middle for lane in lanes],
        "showticklabels": False,
    }


def list_axes(width: float, list_height: float, height: float) -> dict[str, Any]:
    """Return the axes x9 and y9 of a list, in px, at the bottom of a plot `height` px high."""
    hidden = {"showgrid": False, "showticklabels": False}
    return {
        "xaxis9": {"domain": [0, 1], "anchor": "y9", "range": [0, width], **hidden},
        "yaxis9": {
            "domain": [0, max(list_height, 1) / height],
            "anchor": "x9",
            "range": [max(list_height, 1), 0],
            **hidden,
        },
    }


def flowed(pieces: Iterable[str], width: float, size: float) -> str:
    """Join pieces by wide spaces, with "\\n" where the next one would not fit in `width` px."""
    lines: list[str] = []
    for piece in filter(None, pieces):
        longer = f"{lines[-1]}　{piece}" if lines else piece
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return "\n".join(lines)


def cut(text: str, width: float, size: float, most: int) -> list[str]:
    """Wrap text to at most `most` lines; what does not fit ends in “…”."""
    lines = wrap(text, width, size)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shorten("".join(lines[most - 1 :]), width, size)]


def some(names: Sequence[str], t: Texts) -> str:
    """Join the first few names and count the rest."""
    joined = t("chart_time.list").join(names[:NAMED])
    rest = len(names) - NAMED
    return t("chart_time.more", names=joined, count=rest) if rest > 0 else joined
