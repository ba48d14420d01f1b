"""The story: the lanes of the actors along the text, with every mention and every event."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.facts import (
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
    quoted,
    source_note,
)
from components.charts.headings import Headings, heading_line, heading_words
from components.charts.layout import (
    Lane,
    chosen,
    flowed,
    label_width,
    lane_axis,
    lane_labels,
    list_axes,
    placed,
    some,
    stack,
)
from components.charts.lettering import plain
from components.charts.style import (
    LEAST_WIDTH,
    LINE,
    NOTE_SIZE,
    SUBTITLE_SIZE,
    Room,
    blank,
    kind_colour,
    tint,
    titled,
)
from components.tables import records
from components.texts import Texts

AXIS = 34  # px under the lanes for tick labels
PALE = 0.36  # of its rows' height to either side: a tick for 同社
MOST_TICKS = 1_000  # mentions that are drawn; of more, one stands for those beside it
MOST_LANES = 40  # actors with a lane of their own, beside those of the events


def story(
    events: pd.DataFrame,
    mentions: pd.DataFrame,
    lanes: pd.DataFrame,
    length: int,
    headings: Headings,
    t: Texts,
    narrow: bool = False,
) -> go.Figure:
    """Draw mentions as ticks and events as numbered discs at their place in the text.

    `length` is the text's in characters; `headings` are (start, text). What stands outside the
    article has no place in it and is not drawn.
    """
    found = _told(events, set(lanes["id"]))
    known = _with_lane(lanes, found)
    every = records(mentions)
    named = [row for row in every if row["entity_id"] in known]
    used = {row["entity_id"] for row in named} | {lane for fact in found for lane in fact.lanes}
    size = NARROW_DISC if narrow else DISC
    least = Room(0, narrow=narrow).width
    width = least - 16
    actors = chosen(lanes, used, t)
    left = label_width(actors, narrow)
    px = (width - left - size) / max(length, 1)
    discs, actors = _discs(found, actors, px, size, narrow)
    listed, list_height = fact_list(found, discs, width, t)
    lanes_height = sum(lane.height for lane in actors) + 4
    height = lanes_height + AXIS + list_height
    words, levels = heading_words(headings, length, px, t)
    ticks = _thinned(named, px)
    fig = blank().add_traces([*_drawn(ticks, discs, actors, size, t), *listed])
    fig.update_layout(
        annotations=[*lane_labels(actors, left / width, narrow, width), *words],
        shapes=[heading_line(start) for start, _ in headings],
        xaxis=_text_axis(length, size / 2 / px, left / width, max(2, int(width / 90))),
        yaxis=lane_axis(actors, lanes_height, height),
        **list_axes(width, list_height, height),
    )
    return titled(
        fig,
        t("chart_story.title"),
        flowed(_legend(named, found, t), least - 16, SUBTITLE_SIZE),
        _note(every, known, len(ticks), events, found, length, t),
        Room(height, 8, 8, 8 + levels * NOTE_SIZE * LINE, 6, narrow),
    )


def story_summary(
    events: pd.DataFrame, mentions: pd.DataFrame, headings: Headings, t: Texts
) -> str:
    """Return the story as sentences: the headings, each actor's mentions, the events in order."""
    parts = [t("chart_story.summary_heading", text=text, start=start) for start, text in headings]
    places: dict[str, list[int]] = {}
    for row in records(mentions):
        places.setdefault(row["entity"], []).append(row["start"])
    most = sorted(places, key=lambda name: -len(places[name]))[:MOST_LANES]
    lines = [
        t("chart_story.summary_one", name=name, first=starts[0])
        if len(starts) == 1
        else t(
            "chart_story.summary_lane",
            name=name,
            count=len(starts),
            first=min(starts),
            last=max(starts),
        )
        for name, starts in places.items()
        if name in most
    ]
    told = [
        t("chart_story.summary_event", start=fact.row["start"], event=phrase(fact, t))
        for fact in _told(events, ())
    ]
    stop, comma = t("chart_time.stop"), t("chart_time.list")
    text = t("chart_story.title") + stop
    for key, group in (("headings", parts), ("mentions", lines), ("events", told)):
        if group:
            said = comma.join(group)
            if key == "mentions" and len(places) > len(most):
                said = t("chart_time.more", names=said, count=len(places) - len(most))
            text += t(f"chart_story.summary_{key}") + said + stop
    return (text + left_out(events, t)).strip()


def _with_lane(lanes: pd.DataFrame, found: Sequence[Fact]) -> set[str]:
    """Return whose mentions are drawn: the actors of the events and those named most."""
    acting = {lane for fact in found for lane in fact.lanes}
    most = lanes.sort_values("mentions", ascending=False, kind="stable")[:MOST_LANES]
    return acting.union(most["id"]).intersection(lanes["id"])


def _thinned(named: Sequence[dict[str, Any]], px: float) -> Sequence[dict[str, Any]]:
    """Keep of very many mentions the first in every px of a lane, or in every two, four, …."""
    kept, width = named, 1
    while len(kept) > MOST_TICKS and width < LEAST_WIDTH:
        firsts: dict[tuple[str, bool, int], dict[str, Any]] = {}
        for row in named:
            place = (row["entity_id"], row["via"] == "name", int(row["start"] * px / width))
            firsts.setdefault(place, row)
        kept, width = list(firsts.values()), width * 2
    return kept


def _told(events: pd.DataFrame, lanes: set[str] | tuple[()]) -> list[Fact]:
    """Return the events that stand in the text, in the order of telling."""
    found = [fact for fact in facts(events, lanes) if not fact.outside and fact.row["start"] >= 0]
    return sorted(found, key=lambda fact: (fact.row["start"], fact.row["number"]))


def _discs(
    found: Sequence[Fact], actors: Sequence[Lane], px: float, size: float, narrow: bool
) -> tuple[list[Disc], list[Lane]]:
    """Place every event in its lanes, in rows where no two discs of a lane touch."""
    rows: dict[tuple[str, str], int] = {}
    counts: dict[str, int] = {}
    for actor in actors:
        mine = [fact for fact in found if actor.id in fact.lanes]
        middles = [fact.row["start"] * px for fact in mine]
        taken = stack([(middle - size / 2, middle + size / 2) for middle in middles])
        rows |= {(fact.id, actor.id): row for fact, row in zip(mine, taken, strict=True)}
        counts[actor.id] = max(taken, default=0) + 1
    head = NOTE_SIZE + 5 if narrow else 0
    stood = placed(actors, counts, size + 5, 4 if narrow else 5, head)
    by_id = {actor.id: actor for actor in stood}
    discs = [
        Disc(fact, by_id[lane], fact.row["start"], by_id[lane].y(rows[fact.id, lane]))
        for fact in found
        for lane in fact.lanes
    ]
    return discs, stood


def _text_axis(length: int, margin: float, left: float, ticks: int) -> dict[str, Any]:
    return {
        "domain": [left, 1],
        "anchor": "y",
        "range": [-margin, length + margin],
        "tickformat": ",d",
        "nticks": ticks,
    }


def _drawn(
    named: Sequence[dict[str, Any]],
    discs: Sequence[Disc],
    actors: Sequence[Lane],
    size: float,
    t: Texts,
) -> list[go.Scatter]:
    heights: dict[str, list[tuple[float | str, float]]] = {}
    for disc in discs:
        heights.setdefault(disc.fact.id, []).append((disc.x, disc.y))
    paths = [path for path in heights.values() if len(path) > 1]
    traces = [joining_trace(paths, outside=False)] if paths else []
    if named:
        traces += _tick_traces(named, {lane.id: lane for lane in actors}, t)
    if discs:
        traces.append(disc_trace(discs, size, True, t))
    return traces


def _tick_traces(
    named: Sequence[dict[str, Any]], lanes: Mapping[str, Lane], t: Texts
) -> list[go.Scatter]:
    """Draw mentions as ticks; 同社 and the like, which only stand for a name, short and pale.

    A tick is caught by the mouse at its ends, so that a disc on it keeps its own clicks.
    """
    looks: dict[tuple[str, bool], list[dict[str, Any]]] = {}
    for row in named:
        looks.setdefault((lanes[row["entity_id"]].kind, row["via"] == "name"), []).append(row)
    traces = []
    for (kind, by_name), rows in looks.items():
        x: list[int | None] = []
        y: list[float | None] = []
        for row in rows:
            lane = lanes[row["entity_id"]]
            half = lane.rows * lane.row_height * (0.5 if by_name else PALE)
            x += [row["start"], row["start"], None]
            y += [lane.middle - half, lane.middle + half, None]
        colour = kind_colour(kind)
        traces.append(
            go.Scatter(
                x=x,
                y=y,
                mode="lines+markers",
                line={"color": colour if by_name else tint(colour, 0.55), "width": 2.2},
                marker={"size": 1, "opacity": 0},
                customdata=[[row["id"]] for row in rows for _ in range(3)],
                hovertext=[card for row in rows for card in [_hover(row, t)] * 3],
                hoverinfo="text",
                cliponaxis=False,
            )
        )
    return traces


def _hover(row: dict[str, Any], t: Texts) -> str:
    said = t(f"chart_story.via_{row['via']}", text=plain(row["text"]), name=plain(row["entity"]))
    where = t("chart_time.place", paragraph=row["paragraph"], start=row["start"], end=row["end"])
    lines = [f"<b>{plain(row['entity'])}</b>　{said}", where, *quoted(row["sentence"])]
    return "<br>".join(lines)


def _legend(named: Sequence[dict[str, Any]], found: Sequence[Fact], t: Texts) -> list[str]:
    said = {
        "across": True,
        "tick": bool(named),
        "anaphor": any(row["via"] != "name" for row in named),
        "disc": bool(found),
        "joined": any(len(fact.lanes) > 1 for fact in found),
    }
    return [t(f"chart_story.subtitle_{key}") for key, true in said.items() if true]


def _note(
    mentions: Sequence[dict[str, Any]],
    known: Collection[str],
    ticks: int,
    events: pd.DataFrame,
    found: Sequence[Fact],
    length: int,
    t: Texts,
) -> str:
    rest = [str(row["entity"]) for row in mentions if row["entity_id"] not in known]
    names, named = list(dict.fromkeys(rest)), len(mentions) - len(rest)
    counts = {"length": length, "mentions": named, "events": int((~events["outside"]).sum())}
    words = [
        t("chart_story.length", **{name: f"{count:,}" for name, count in counts.items()}),
        t("chart_story.thinned", shown=ticks) if ticks < named else "",
        t("chart_story.note_rest", names=some(names, t), count=len(rest)) if rest else "",
        left_out(events, t),
        source_note(found, t),
    ]
    return "".join(word + t("chart_time.stop") for word in words if word).strip()
