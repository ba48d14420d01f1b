"""Where events stand on a timeline: panels of time, and rows within the lanes of actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from components.charts.facts import RING, Fact
from components.charts.layout import Lane, placed, stack
from components.charts.panels import Stretch, middle, stretches
from components.charts.style import NOTE_SIZE

UNDATED_SHARE = (0.38, 0.62)  # of the width at most, among many dates and beside a lone one
LEAST_COLUMNS = 3
MARGIN = 0.04  # of the time shown, at either end


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel from `left` to `right` (px): `start` to `end` on its axis, with the facts in it.

    The axis counts ordinal days, in an "undated" panel the order of telling from 1. `since` and
    `until` bound the time that only this panel shows; the rest of its axis is margin.
    """

    kind: Literal["before", "window", "after", "undated"]
    facts: tuple[Fact, ...]
    start: float
    end: float
    left: float
    right: float
    since: float
    until: float

    @property
    def width(self) -> float:
        """Return its width in px."""
        return self.right - self.left

    @property
    def per_px(self) -> float:
        """Return what one px is worth on the axis."""
        return (self.end - self.start) / self.width

    def px(self, value: float) -> float:
        """Return where a value of the axis stands, in px."""
        return self.left + (value - self.start) / self.per_px


@dataclass(frozen=True, slots=True)
class Spot:
    """A fact's place in one lane: panel, value on its axis, row within the lane."""

    fact: Fact
    lane: Lane
    panel: int
    value: float
    row: int


def dated(found: Iterable[Fact]) -> list[Fact]:
    """Return the facts that have a place in time."""
    return [fact for fact in found if fact.bounds]


def undated(found: Iterable[Fact]) -> list[Fact]:
    """Return the facts without a year in the order of telling; what the text never told, last."""
    rest = [fact for fact in found if not fact.bounds]
    return sorted(rest, key=lambda fact: (fact.outside, fact.row["start"], fact.row["number"]))


def panels_of(found: Sequence[Fact], left: float, width: float, size: float) -> list[Panel]:
    """Share the px from `left` to `width` among the panels that have something to show.

    Each gets more with more dates, but not in proportion, so that none is squeezed to nothing.
    `size` is a mark's diameter in px.
    """
    timed, telling = dated(found), undated(found)
    bounds = [fact.bounds for fact in timed if fact.bounds]
    times = stretches(bounds, [not fact.outside for fact in timed])
    gap = size + 5
    rest = width - left - gap * (len(times) + bool(telling) - 1)
    columns = max(LEAST_COLUMNS, len(telling))
    wish = (columns + 1) * (size + 2) if telling else 0
    share = columns / (columns + len(set(bounds)))
    share = min(max(share, UNDATED_SHARE[0]), UNDATED_SHARE[1])
    last = min(wish, rest * share) if times else rest
    weights = [len({bounds[index] for index in each.members}) ** 0.5 for each in times]
    panels, start = [], left
    for weight, each in zip(weights, times, strict=True):
        end = start + (rest - last) * weight / sum(weights)
        members = tuple(timed[index] for index in each.members)
        panels.append(_timed(each, members, (start, end), size))
        start = end + gap
    if telling:
        edges = (0.35, columns + 0.65)
        panels.append(Panel("undated", tuple(telling), *edges, start, width, *edges))
    return _bounded(panels)


def spots_of(
    found: Sequence[Fact],
    actors: Sequence[Lane],
    panels: Sequence[Panel],
    size: float,
    narrow: bool,
) -> tuple[list[Spot], list[Lane]]:
    """Place every fact in its lanes, in rows where marks and bands of a lane stay apart."""
    places: dict[str, tuple[int, float]] = {}
    for index, panel in enumerate(panels):
        for order, fact in enumerate(panel.facts, start=1):
            places[fact.id] = (index, middle(fact.bounds) if fact.bounds else order)
    rows: dict[tuple[str, str], int] = {}
    counts: dict[str, int] = {}
    for actor in actors:
        mine = [fact for fact in found if actor.id in fact.lanes]
        taken = stack([_footprint(fact, *places[fact.id], panels, size) for fact in mine])
        rows |= {(fact.id, actor.id): row for fact, row in zip(mine, taken, strict=True)}
        counts[actor.id] = max(taken) + 1
    head = NOTE_SIZE + 5 if narrow else 0
    stood = placed(actors, counts, size + 7, 2 if narrow else 5, head)
    by_id = {actor.id: actor for actor in stood}
    spots = [
        Spot(fact, by_id[lane], *places[fact.id], rows[fact.id, lane])
        for fact in found
        for lane in fact.lanes
    ]
    return spots, stood


def bands(fact: Fact, panels: Sequence[Panel]) -> list[tuple[int, float, float]]:
    """Return the stretches (panel, first, last) that a date without an exact day covers."""
    if not fact.bounds or fact.bounds[0] == fact.bounds[1]:
        return []
    first, last = (bound.toordinal() for bound in fact.bounds)
    return [
        (index, max(first, panel.since), min(last, panel.until))
        for index, panel in enumerate(panels)
        if panel.kind != "undated" and first < panel.until and last > panel.since
    ]


def _timed(
    stretch: Stretch, members: tuple[Fact, ...], px: tuple[float, float], size: float
) -> Panel:
    # A mark at the first or last date stands whole within its panel.
    span = max(stretch.last - stretch.first, 2)
    pad = span * max(MARGIN, (size / 2 + 4) / (px[1] - px[0] - size - 8))
    if stretch.last == stretch.first:
        pad = span
    edges = (stretch.first - pad, stretch.last + pad)
    return Panel(stretch.kind, members, *edges, *px, *edges)


def _bounded(panels: list[Panel]) -> list[Panel]:
    """Keep a neighbour's margin from showing time that belongs to the window."""
    window = next((panel for panel in panels if panel.kind == "window"), None)
    if window is None:
        return panels
    return [
        Panel(
            panel.kind,
            panel.facts,
            panel.start,
            panel.end,
            panel.left,
            panel.right,
            since=max(panel.since, window.end) if panel.kind == "after" else panel.since,
            until=min(panel.until, window.start) if panel.kind == "before" else panel.until,
        )
        for panel in panels
    ]


def _footprint(
    fact: Fact, index: int, value: float, panels: Sequence[Panel], size: float
) -> tuple[float, float]:
    here = panels[index].px(value)
    half = size / 2 + (RING if fact.row["inferred"] else 0)
    edges = [here - half, here + half]
    for place, first, last in bands(fact, panels):
        edges += [panels[place].px(first), panels[place].px(last)]
    return min(edges), max(edges)
