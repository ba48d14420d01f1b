"""Events as charts draw them: numbered discs, hover cards, and the list that explains them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import plotly.graph_objects as go

from components.charts.layout import OTHERS, Lane, flowed
from components.charts.lettering import plain, wrap
from components.charts.panels import Bounds
from components.charts.style import (
    INK,
    LINE,
    MUTED,
    PAPER,
    RULE,
    ink_on,
    kind_colour,
)
from components.edtf import date_bounds
from components.tables import records
from components.texts import Texts

DISC, NARROW_DISC, COMPACT_DISC = 19, 17, 10
RING = 3.5  # px between a mark and the ring around it
LIST_SIZE, LIST_GAP, LIST_COLUMN = 12, 9, 260
MOST = 300  # events of a text that a chart draws; the table has the others
HOVER_WIDTH, HOVER_LINES = 280, 6  # px: a card has room on a phone


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the events' table: `bounds` its first and last day, None where it has no year."""

    row: dict[str, Any]
    lanes: tuple[str, ...]
    bounds: Bounds | None

    @property
    def id(self) -> str:
        """Return the row's id, "event-3" or "context-2"."""
        return str(self.row["id"])

    @property
    def outside(self) -> bool:
        """Return whether the article itself does not state it."""
        return bool(self.row["outside"])

    @property
    def who(self) -> str:
        """Return whose deed it is, or to whom it happens; a fact from outside says so itself."""
        return "" if self.outside else str(self.row["agents"] or self.row["targets"])


@dataclass(frozen=True, slots=True)
class Disc:
    """A fact's mark in one lane: `x` in the words of its axis, `y` in px."""

    fact: Fact
    lane: Lane
    x: float | str
    y: float


def facts(events: pd.DataFrame, lanes: Collection[str]) -> list[Fact]:
    """Return the rows by number, each in the lanes of its actors, or in OTHERS if none has one.

    Of a text with more than `MOST` events the first that it tells are kept; `left_out` says so.
    """
    outside = events["outside"].astype(bool)
    told = pd.concat([events[outside], events[~outside].sort_values("start", kind="stable")[:MOST]])
    found = []
    for row in sorted(records(told), key=lambda row: row["number"]):
        bounds = date_bounds(row["resolved"]) if row["resolved"] else None
        actors = tuple(dict.fromkeys(actor for actor in row["actor_ids"] if actor in lanes))
        ordered = (min(bounds), max(bounds)) if bounds else None
        found.append(Fact(row, actors or (OTHERS,), ordered))
    return found


def disc_trace(
    discs: Sequence[Disc], size: float, numbered: bool, t: Texts, **axes: Any
) -> go.Scatter:
    """Draw discs: filled with the kind's colour, or hollow outside the article; number on top."""
    colours = [kind_colour(disc.lane.kind) for disc in discs]
    fills = [
        PAPER if disc.fact.outside else colour for disc, colour in zip(discs, colours, strict=True)
    ]
    inks = [INK if fill == PAPER else ink_on(fill) for fill in fills]
    return go.Scatter(
        x=[disc.x for disc in discs],
        y=[disc.y for disc in discs],
        mode="markers+text" if numbered else "markers",
        marker={
            "size": size,
            "color": fills,
            "line": {"color": colours, "width": 2},
            "opacity": 1,
        },
        text=[str(disc.fact.row["number"]) for disc in discs] if numbered else None,
        textfont={"size": 10, "color": inks},
        textposition="middle center",
        customdata=[[disc.fact.id] for disc in discs],
        hovertext=[hover(disc.fact, t) for disc in discs],
        hoverinfo="text",
        cliponaxis=False,
        **axes,
    )


def joining_trace(
    paths: Sequence[Sequence[tuple[float | str, float]]], outside: bool, **axes: Any
) -> go.Scatter:
    """Draw the lines that join one event's discs: solid in the article, dotted outside it."""
    points = [point for path in paths for point in (*path, (None, None))]
    return go.Scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        line={"color": RULE, "width": 1.4, "dash": "dot" if outside else "solid"},
        hoverinfo="skip",
        cliponaxis=False,
        **axes,
    )


def ring(x: float | str, y: float, size: float, **axes: Any) -> dict[str, Any]:
    """Return the dashed ring around a mark that is inferred or unconfirmed, as a shape."""
    radius = size / 2 + RING
    return {
        "type": "circle",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": x,
        "yanchor": y,
        "x0": -radius,
        "x1": radius,
        "y0": -radius,
        "y1": radius,
        "line": {"color": INK, "width": 1.3, "dash": "3px,2px"},
        **axes,
    }


def hover(fact: Fact, t: Texts) -> str:
    """Return the hover card: what, who, when, how certain, and the sentence or source."""
    row = fact.row
    lines = [f"<b>{row['number']}　{plain(row['label'])}</b>"]
    if fact.outside:
        lines[0] += f"　<i>{t('chart_time.outside')}</i>"
    names = t("chart_time.list").join(filter(None, (row["agents"], row["targets"])))
    words = [
        t("chart_time.hover.actors", names=names) if names else "",
        t("chart_time.hover.date", date=row["date_label"] or t("chart_time.no_date")),
        "" if fact.outside else t("chart_time.hover.status", status=row["status_label"]),
        t("chart_time.hover.reporter", name=row["reporter"]) if row["reporter"] else "",
        row["note"],
        t("chart_time.source", source=source(fact)) if fact.outside else "",
    ]
    for text in filter(None, words):
        lines += [plain(line) for line in wrap(text, HOVER_WIDTH, 13)]
    return "<br>".join(lines + quoted(row["sentence"]))


def quoted(sentence: str) -> list[str]:
    """Return a sentence as muted lines of a hover card, cut after a few of them."""
    lines = wrap(sentence, HOVER_WIDTH, LIST_SIZE) if sentence else []
    if len(lines) > HOVER_LINES:
        lines = [*lines[: HOVER_LINES - 1], lines[HOVER_LINES - 1][:-1] + "…"]
    style = f"color:{MUTED};font-size:{LIST_SIZE}px"
    return [f'<span style="{style}">{plain(line)}</span>' for line in lines]


def source(fact: Fact) -> str:
    """Return where a fact was read: its source's name, or its page's host."""
    name = str(fact.row["source"] or fact.row["url"])
    return urlsplit(name).netloc.removeprefix("www.") or name if "://" in name else name


def source_note(found: Sequence[Fact], t: Texts) -> str:
    """Return the line that names the article's sources and says where to find all others."""
    words = [
        sources([source(fact) for fact in found if not fact.outside], t),
        t("chart_time.source_outside") if any(fact.outside for fact in found) else "",
    ]
    return t("chart_time.stop").join(filter(None, words))


def sources(names: Sequence[str], t: Texts) -> str:
    """Return "出典: Fox Business", each name once; "" without names."""
    named = t("chart_time.list").join(dict.fromkeys(filter(None, names)))
    return t("chart_time.source", source=named) if named else ""


def phrase(fact: Fact, t: Texts) -> str:
    """Return a fact as one line of text: its date, who, what, and whether the article says so."""
    row = fact.row
    what = t("chart_time.colon", who=fact.who, what=row["label"]) if fact.who else row["label"]
    text = f"{row['number']} {row['date_label']} {what}" if row["date_label"] else None
    text = text or f"{row['number']} {what}"
    if fact.outside:
        words = [t("chart_time.outside"), source(fact)]
        text += f" [{t('chart_time.list').join(filter(None, words))}]"
    return text


def fact_list(
    found: Sequence[Fact], discs: Sequence[Disc], width: float, t: Texts
) -> tuple[list[go.Scatter], float]:
    """Return the numbered list under a chart, on the axes x9 (px) and y9 (px), and its height.

    Each row is a disc as in the chart, and beside it two lines: when and who, then what.
    """
    first = {disc.fact.id: disc for disc in reversed(discs)}
    columns = max(1, int(width / LIST_COLUMN))
    column = width / columns
    cards = [_card(fact, column - 40, t) for fact in found]
    heights = [len(card) * LIST_SIZE * LINE + LIST_GAP for card in cards]
    spots, total = _columns(heights, columns)
    keys = [
        Disc(fact, first[fact.id].lane, 12 + spot[0] * column, spot[1])
        for fact, spot in zip(found, spots, strict=True)
    ]
    axes = {"xaxis": "x9", "yaxis": "y9"}
    words = go.Scatter(
        x=[key.x for key in keys],
        y=[key.y for key in keys],
        mode="markers+text",
        marker={"size": DISC + 7, "color": "rgba(0,0,0,0)", "line": {"width": 0}},
        text=["<br>".join(card) for card in cards],
        textposition="middle right",
        textfont={"size": LIST_SIZE, "color": INK},
        customdata=[[fact.id] for fact in found],
        hoverinfo="skip",
        cliponaxis=False,
        **axes,
    )
    return [words, disc_trace(keys, DISC - 1, True, t, **axes)], total


def left_out(events: pd.DataFrame, t: Texts) -> str:
    """Return how many rows `facts` leaves to the table, "" where it keeps all."""
    rest = int((~events["outside"].astype(bool)).sum()) - MOST
    return t("chart_time.left_out", shown=MOST, count=rest) if rest > 0 else ""


def _card(fact: Fact, width: float, t: Texts) -> list[str]:
    row = fact.row
    mark = t("chart_time.outside_mark") if fact.outside else ""
    head = flowed((mark, row["date_label"], fact.who), width, LIST_SIZE)
    tail = row["label"]
    if fact.outside:
        tail += f"（{source(fact)}）" if t.language == "ja" else f" ({source(fact)})"
    italic = ("<i>", "</i>") if fact.outside else ("", "")
    muted = f'<span style="color:{MUTED}">'
    heads = wrap(head, width, LIST_SIZE) if head else []
    tails = wrap(tail, width, LIST_SIZE)
    lines = [f"{muted}{italic[0]}{plain(line)}{italic[1]}</span>" for line in heads]
    return lines + [f"{italic[0]}{plain(line)}{italic[1]}" for line in tails]


def _columns(heights: Sequence[float], columns: int) -> tuple[list[tuple[int, float]], float]:
    """Fill columns evenly, one after the other: (column, middle in px) of each, and the height."""
    limits = sorted({sum(heights) / columns + extra for extra in (0.0, *heights)})
    for limit in (*limits, sum(heights)):
        spots: list[tuple[int, float]] = []
        bottoms = [0.0]
        for height in heights:
            if bottoms[-1] and bottoms[-1] + height > limit:
                bottoms.append(0.0)
            spots.append((len(bottoms) - 1, bottoms[-1] + (height - LIST_GAP) / 2))
            bottoms[-1] += height
        if len(bottoms) <= columns:
            break
    return spots, max(bottoms)
