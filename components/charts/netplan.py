"""A network's actors and relations with their words cut to size and everything in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.geometry import Box, Point
from components.charts.layout import cut
from components.charts.lettering import text_width
from components.charts.netlayout import (
    Label,
    Tie,
    curves,
    labels_of,
    ordered,
    positions,
)
from components.charts.style import LINE

NODE, HEAD = 20, 10  # px across: a node, an arrow's head
NAME_SIZE, VERB_SIZE = 12, 11
PITCH, NARROW_PITCH = 66.0, 84.0
NAME_LINES = 2

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: `lines` is its name as it is drawn, `listed` whether the vocabulary knows it."""

    id: str
    name: str
    kind: str
    listed: bool
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Net:
    """A network laid out, in px: nodes, the relations' rows, and where everything stands."""

    nodes: Mapping[str, Node]
    rows: Sequence[Row]
    columns: Sequence[Sequence[str]]
    places: Mapping[str, Point]
    lines: Mapping[str, Sequence[Point]]
    labels: Mapping[str, Label]
    verbs: Mapping[str, Sequence[str]]
    width: float
    height: float


def planned(rows: Sequence[Row], known: Sequence[Row], width: float, narrow: bool) -> Net:
    """Lay out the relations of `rows` in `width` px; `known` are the lanes, in their order."""
    pitch = NARROW_PITCH if narrow else PITCH
    nodes = _nodes(rows, known, width / 3 - 10)
    room = width / 3 - NODE - 2 * HEAD
    verbs = {row["id"]: cut(row["type_label"], room, VERB_SIZE, NAME_LINES) for row in rows}
    ties = [
        Tie(
            row["id"],
            row["head_id"],
            row["tail_id"],
            max(text_width(line, VERB_SIZE) for line in verbs[row["id"]]),
            len(verbs[row["id"]]) * VERB_SIZE * LINE,
        )
        for row in rows
    ]
    columns = ordered({node.id: node.kind for node in nodes.values()}, ties)
    places = positions(columns, ties, width, pitch)
    boxes = {node.id: _boxes(node, places[node.id]) for node in nodes.values()}
    lines = curves(ties, places, boxes, width)
    labels = labels_of(ties, lines, [box for own in boxes.values() for box in own], width)
    height = max((y for _, y in places.values()), default=0) + pitch / 2
    return Net(nodes, rows, columns, places, lines, labels, verbs, width, max(height, pitch))


def _nodes(rows: Sequence[Row], known: Sequence[Row], room: float) -> dict[str, Node]:
    """Return the actors that have a relation, in the order of the lanes, then of the relations."""
    listed = {str(row["id"]): bool(row["listed"]) for row in known}
    named: dict[str, tuple[str, str]] = {}
    for row in rows:
        for end in ("head", "tail"):
            named.setdefault(row[f"{end}_id"], (row[end], row[f"{end}_kind"]))
    order = [node for node in listed if node in named]
    order += [node for node in named if node not in listed]
    found = {}
    for node in order:
        name, kind = named[node]
        lines = tuple(cut(name, room, NAME_SIZE, NAME_LINES))
        found[node] = Node(node, name, kind, listed.get(node, True), lines)
    return found


def _boxes(node: Node, place: Point) -> list[Box]:
    """Return what a node covers: its disc and the name below it."""
    x, y = place
    half = max(text_width(line, NAME_SIZE) for line in node.lines) / 2 + 3
    radius = NODE / 2 + 3
    bottom = y + radius + len(node.lines) * NAME_SIZE * LINE
    return [
        Box(x - radius, y - radius, x + radius, y + radius),
        Box(x - half, y + radius, x + half, bottom),
    ]
