"""Where actors and the relations between them stand in a network: columns, order, curves.

Everything follows from the order of the rows, nothing from chance: the same relations always give
the same picture. Coordinates are px, y downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

import networkx as nx
import numpy as np

from components.charts.geometry import Box, Point, curve, hits, inside, loop

# People and those who report left, firms in the middle, what they make and where right.
COLUMNS = {"person": 0, "media": 0, "product": 2, "project": 2, "place": 2}
MIDDLE = 1
SWEEPS = 8
BENDS = (0.0, 26.0, -26.0, 52.0, -52.0, 80.0, -80.0, 110.0, -110.0)
ASIDE = 34.0  # px: a tie within a column bends at least so far, past the names below its nodes
EDGE = 20.0  # px that a curve keeps from the figure's sides
APART = 30.0  # px between the bends of edges that join the same two nodes
STOPS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8)  # where on an edge its label may stand


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge to be drawn: from `head` to `tail` (node ids), with its label's size in px."""

    id: str
    head: str
    tail: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """Where a tie's dot stands, and whether its words are above or below it."""

    point: Point
    above: bool


def ordered(kinds: Mapping[str, str], ties: Sequence[Tie]) -> list[list[str]]:
    """Return the nodes in columns from left to right, each in an order with few crossings.

    `kinds` maps node ids to kinds, in the order in which the nodes should stand otherwise.
    """
    graph = graph_of(kinds, ties)
    rank = {node: index for index, node in enumerate(kinds)}
    groups = sorted(nx.connected_components(graph), key=lambda group: min(rank[n] for n in group))
    nodes = [node for group in groups for node in sorted(group, key=rank.__getitem__)]
    columns = [
        [node for node in nodes if COLUMNS.get(kinds[node], MIDDLE) == place] for place in range(3)
    ]
    best = columns = [column for column in columns if column]
    fewest = _crossings(columns, ties)
    for sweep in range(SWEEPS):
        for index in range(len(columns))[:: 1 if sweep % 2 else -1]:
            columns = [*columns[:index], _settled(columns, index, graph), *columns[index + 1 :]]
        crossings = _crossings(columns, ties)
        if crossings < fewest:
            best, fewest = columns, crossings
    return best


def graph_of(nodes: Iterable[str], ties: Sequence[Tie]) -> nx.Graph[str]:
    """Return the undirected graph of the ties."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((tie.head, tie.tail) for tie in ties)
    return graph


def positions(
    columns: Sequence[Sequence[str]], ties: Sequence[Tie], width: float, pitch: float
) -> dict[str, Point]:
    """Return every node's place: columns evenly across, nodes level with those they are tied to.

    Nodes of a column stand at least `pitch` px apart; the uppermost of all stands at pitch / 2.
    """
    graph = graph_of((node for column in columns for node in column), ties)
    most = max((len(column) for column in columns), default=0)
    y = {
        node: (index + 0.5) * pitch * most / len(column)
        for column in columns
        for index, node in enumerate(column)
    }
    for sweep in range(SWEEPS * 2):
        for column in columns[:: 1 if sweep % 2 else -1]:
            wishes = [_level(node, column, graph, y) for node in column]
            y |= zip(column, _spaced(wishes, pitch), strict=True)
    step = width / max(len(columns), 1)
    levels = _closed(sorted(set(y.values())), pitch)
    return {
        node: ((place + 0.5) * step, levels[y[node]])
        for place, column in enumerate(columns)
        for node in column
    }


def curves(
    ties: Sequence[Tie],
    places: Mapping[str, Point],
    boxes: Mapping[str, Sequence[Box]],
    width: float,
) -> dict[str, list[Point]]:
    """Return each tie's curve as points from head to tail, around nodes that stand in its way.

    `boxes` are what each node covers. Ties of the same two nodes bend apart, and none leaves the
    `width` of the figure if it can stay.
    """
    drawn: dict[str, list[Point]] = {}
    between: dict[frozenset[str], int] = {}
    total: dict[frozenset[str], int] = {}
    for tie in ties:
        pair = frozenset((tie.head, tie.tail))
        total[pair] = total.get(pair, 0) + 1
    for tie in ties:
        pair = frozenset((tie.head, tie.tail))
        turn = between[pair] = between.get(pair, -1) + 1
        shift = (turn - (total[pair] - 1) / 2) * APART
        start, end = places[tie.head], places[tie.tail]
        if tie.head == tie.tail:
            drawn[tie.id] = loop(start, 20 + turn * 8)
            continue
        # Seen from either end, the two sides change: keep to one, or parallels meet.
        side = 1 if (start, end) <= (end, start) else -1
        strange = [box for node, own in boxes.items() if node not in pair for box in own]
        near = [box for node in sorted(pair) for box in boxes[node]]
        bends = BENDS if start[0] != end[0] else [bend for bend in BENDS if abs(bend) > ASIDE]
        options = [curve(start, end, (bend + shift) * side) for bend in bends]
        costs = [
            (
                10 * hits(points, strange)
                + hits(points, near)
                + 10 * any(not EDGE < x < width - EDGE for x, _ in points)
                + index / 2,
                index,
            )
            for index, points in enumerate(options)
        ]
        drawn[tie.id] = options[min(costs)[1]]
    return drawn


def labels_of(
    ties: Sequence[Tie],
    drawn: Mapping[str, Sequence[Point]],
    taken: Sequence[Box],
    width: float,
) -> dict[str, Label]:
    """Return for each tie where its dot and its words meet the least of everything else.

    `taken` is what nodes cover.
    """
    found: dict[str, Label] = {}
    boxes = list(taken)
    every = np.array([point for line in drawn.values() for point in line])
    owners = np.array([key for key, line in drawn.items() for _ in line])
    for tie in ties:
        points = drawn[tie.id]
        others = every[owners != tie.id]
        options = [
            Label(points[round(stop * (len(points) - 1))], above)
            for stop in STOPS
            for above in (True, False)
        ]
        covers = [label_box(tie, label) for label in options]
        costs = [
            20 * (sum(map(box.meets, boxes)) + (box.left < 0 or box.right > width))
            + int(inside(others, [box]).sum())
            + index / 2
            for index, box in enumerate(covers)
        ]
        best = costs.index(min(costs))
        found[tie.id] = options[best]
        boxes.append(covers[best])
    return found


def label_box(tie: Tie, label: Label) -> Box:
    """Return what a tie's dot and its words cover."""
    half = tie.width / 2 + 3
    x, y = label.point
    words, dot = tie.height + 7, 6
    return Box(
        x - half,
        y - (words if label.above else dot),
        x + half,
        y + (dot if label.above else words),
    )


def _settled(columns: Sequence[Sequence[str]], index: int, graph: nx.Graph[str]) -> list[str]:
    """Return a column sorted by where its nodes' neighbours stand."""
    share = {
        node: (row + 0.5) / len(column) for column in columns for row, node in enumerate(column)
    }
    column = columns[index]
    means = {
        node: fmean([share[other] for other in graph[node]] or [share[node]]) for node in column
    }
    return sorted(column, key=lambda node: (round(means[node], 9), share[node]))


def _crossings(columns: Sequence[Sequence[str]], ties: Sequence[Tie]) -> float:
    """Return how many ties cross, plus the nodes that ties within a column pass over."""
    place = {
        node: (index, row)
        for index, column in enumerate(columns)
        for row, node in enumerate(column)
    }
    lines = sorted({tuple(sorted((place[tie.head], place[tie.tail]))) for tie in ties})
    passed = sum(abs(one[1] - two[1]) - 1 for one, two in lines if one[0] == two[0] and one != two)
    crossed = 0
    for (head, tail), (start, end) in combinations(lines, 2):
        if head[0] == start[0] and tail[0] == end[0] and head[0] != tail[0]:
            crossed += (head[1] - start[1]) * (tail[1] - end[1]) < 0
    return crossed + passed


def _level(node: str, column: Sequence[str], graph: nx.Graph[str], y: Mapping[str, float]) -> float:
    across = [y[other] for other in graph[node] if other not in column]
    return fmean(across or [y[other] for other in graph[node]] or [y[node]])


def _closed(heights: Sequence[float], pitch: float) -> dict[float, float]:
    """Map heights, sorted, to heights without empty stretches of more than `pitch` px."""
    found: dict[float, float] = {}
    level = pitch / 2
    for index, height in enumerate(heights):
        level += min(height - heights[index - 1], pitch) if index else 0
        found[height] = level
    return found


def _spaced(wishes: Sequence[float], pitch: float) -> list[float]:
    """Return the nearest places to the wishes that keep their order, at least `pitch` apart."""
    # Pool neighbours that come too close and let each pool stand at its mean (least squares).
    pools: list[tuple[float, int]] = []
    for index, wish in enumerate(wishes):
        mean, count = wish - index * pitch, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    flat = [mean for mean, count in pools for _ in range(count)]
    return [mean + index * pitch for index, mean in enumerate(flat)]
