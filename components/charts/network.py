"""The network: who belongs to whom, founded, builds or uses what, as the article states it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.facts import quoted, ring, sources
from components.charts.layout import flowed, some
from components.charts.lettering import plain, text_width
from components.charts.netplan import HEAD, NAME_SIZE, NODE, VERB_SIZE, Net, Node, Row, planned
from components.charts.style import (
    INK,
    LINE,
    MUTED,
    NOTE_SIZE,
    PAPER,
    RULE,
    SUBTITLE_SIZE,
    Room,
    blank,
    kind_colour,
    tint,
    titled,
)
from components.tables import records
from components.texts import Texts, kinds

DOT = 8  # px across: what is clicked for an arrow's evidence
MOST = 80  # relations of a text that the chart draws; the table has the others


def network(
    relations: pd.DataFrame, lanes: pd.DataFrame, t: Texts, narrow: bool = False
) -> go.Figure:
    """Draw actors as discs and the relations between them as arrows with their verb.

    Of more than `MOST` relations the first that the text states are drawn; the note says so.
    `relations` and `lanes` are frames of `tables`. A disc's customdata is "entity-" and its id, an
    arrow's dot has the relation's id.
    """
    rows, known = records(relations[:MOST]), records(lanes)
    least = Room(0, narrow=narrow).width
    net = planned(rows, known, least - 16, narrow)
    fig = blank()
    if rows:
        fig.add_traces([_lines(net), _heads(net), _dots(net, t), _discs(net, t)])
    hidden = {"showgrid": False, "showticklabels": False}
    rings = [
        ring(*net.places[node.id], NODE, xref="x", yref="y")
        for node in net.nodes.values()
        if not node.listed
    ]
    headings = _headings(net, t)
    deepest = max((heading["text"].count("<br>") + 1 for heading in headings), default=0)
    fig.update_layout(
        annotations=[*headings, *_verbs(net), *_names(net)],
        shapes=rings,
        xaxis={"range": [0, net.width], **hidden},
        yaxis={"range": [net.height, 0], **hidden},
    )
    tied = {row[end] for row in records(relations) for end in ("head_id", "tail_id")}
    alone = [str(row["name"]) for row in known if row["id"] not in tied]
    note = [
        t("chart_network.note_alone", names=some(alone, t)) if alone and rows else "",
        _left_out(relations, t),
        sources([str(row["source"]) for row in rows], t),
    ]
    legend = [
        t("chart_network.subtitle"),
        t("chart_network.subtitle_unlisted") if rings else "",
    ]
    return titled(
        fig,
        t("chart_network.title"),
        flowed(legend, least - 16, SUBTITLE_SIZE),
        "".join(line + t("chart_time.stop") for line in note if line).strip(),
        Room(net.height, 8, 8, above=6 + deepest * NOTE_SIZE * LINE, below=8, narrow=narrow),
    )


def network_summary(relations: pd.DataFrame, t: Texts) -> str:
    """Return the relations that are drawn as sentences, in the order of the table."""
    rows = records(relations[:MOST])
    title = t("chart_network.title")
    if not rows:
        return t("chart_network.summary_none", title=title)
    text = t("chart_network.summary", title=title, count=len(relations))
    text += "".join(_said(row, t) + t("chart_time.stop") for row in rows)
    return (text + _left_out(relations, t)).strip()


def _left_out(relations: pd.DataFrame, t: Texts) -> str:
    rest = len(relations) - MOST
    return t("chart_network.left_out", shown=MOST, count=rest) if rest > 0 else ""


def _lines(net: Net) -> go.Scatter:
    points = [point for row in net.rows for point in (*net.lines[row["id"]], (None, None))]
    return go.Scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        line={"color": RULE, "width": 1.4},
        hoverinfo="skip",
    )


def _heads(net: Net) -> go.Scatter:
    """Draw the arrows' heads: each looks away from the point before it, which is not drawn."""
    ends = [point for row in net.rows for point in (*net.lines[row["id"]][-2:], (None, None))]
    return go.Scatter(
        x=[x for x, _ in ends],
        y=[y for _, y in ends],
        mode="markers",
        marker={
            "symbol": "arrow",
            "size": [0, HEAD, 0] * len(net.rows),
            "angleref": "previous",
            "standoff": NODE / 2 + 2,
            "color": MUTED,
            "opacity": 1,
            "line": {"width": 0},
        },
        hoverinfo="skip",
    )


def _dots(net: Net, t: Texts) -> go.Scatter:
    return go.Scatter(
        x=[net.labels[row["id"]].point[0] for row in net.rows],
        y=[net.labels[row["id"]].point[1] for row in net.rows],
        mode="markers",
        marker={"size": DOT, "color": MUTED, "line": {"color": PAPER, "width": 1.5}, "opacity": 1},
        customdata=[[row["id"]] for row in net.rows],
        hovertext=[
            "<br>".join([f"<b>{plain(_said(row, t))}</b>", *quoted(row["sentence"])])
            for row in net.rows
        ],
        hoverinfo="text",
    )


def _discs(net: Net, t: Texts) -> go.Scatter:
    nodes = list(net.nodes.values())
    colours = [kind_colour(node.kind) for node in nodes]
    return go.Scatter(
        x=[net.places[node.id][0] for node in nodes],
        y=[net.places[node.id][1] for node in nodes],
        mode="markers",
        marker={
            "size": NODE,
            "color": colours,
            "line": {"color": PAPER, "width": 1.5},
            "opacity": 1,
        },
        customdata=[[f"entity-{node.id}"] for node in nodes],
        hovertext=[_node_hover(node, net, t) for node in nodes],
        hoverinfo="text",
    )


def _node_hover(node: Node, net: Net, t: Texts) -> str:
    kind = kinds().get(node.kind, {}).get(t.language, "")
    words = [kind, "" if node.listed else t("chart_network.unlisted")]
    known = t("chart_time.list").join(filter(None, words))
    own = [row for row in net.rows if node.id in (row["head_id"], row["tail_id"])]
    lines = [f"<b>{plain(node.name)}</b>　{known}", *(plain(_said(row, t)) for row in own)]
    return "<br>".join(lines)


def _said(row: Row, t: Texts) -> str:
    return t("chart_network.said", head=row["head"], tail=row["tail"], verb=row["type_label"])


def _headings(net: Net, t: Texts) -> list[dict[str, Any]]:
    """Return above each column the kinds that stand in it, in their colours."""
    found = []
    for column in net.columns:
        here = [kind for kind in kinds() if kind in {net.nodes[node].kind for node in column}]
        names = [kinds()[kind][t.language] for kind in here]
        tight = text_width("　●".join(names), NOTE_SIZE) > net.width / 3 - 30
        dots = [f'<span style="color:{kind_colour(kind)}">●</span>' for kind in here]
        words = [f"{dot} {plain(name)}" for dot, name in zip(dots, names, strict=True)]
        found.append(
            {
                "text": ("<br>" if tight else "　").join(words),
                "font": {"size": NOTE_SIZE, "color": MUTED},
                "align": "left",
                "showarrow": False,
                "borderpad": 0,
                "x": net.places[column[0]][0],
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "yshift": 4,
            }
        )
    return found


def _names(net: Net) -> list[dict[str, Any]]:
    return [
        {
            "text": "<br>".join(map(plain, node.lines)),
            "hovertext": plain(node.name),
            "font": {"size": NAME_SIZE, "color": INK},
            "bgcolor": tint(PAPER, 0.8),
            "showarrow": False,
            "borderpad": 0,
            "x": net.places[node.id][0],
            "y": net.places[node.id][1],
            "yanchor": "top",
            "yshift": -NODE / 2 - 3,
        }
        for node in net.nodes.values()
    ]


def _verbs(net: Net) -> list[dict[str, Any]]:
    found = []
    for row in net.rows:
        label = net.labels[row["id"]]
        away = DOT / 2 + 1
        found.append(
            {
                "text": "<br>".join(map(plain, net.verbs[row["id"]])),
                "font": {"size": VERB_SIZE, "color": MUTED},
                "bgcolor": tint(PAPER, 0.85),
                "showarrow": False,
                "borderpad": 0,
                "x": label.point[0],
                "y": label.point[1],
                "yanchor": "bottom" if label.above else "top",
                "yshift": away if label.above else -away,
            }
        )
    return found
