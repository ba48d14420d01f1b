"""Sums of money as squares that can be counted, to grasp how large one is beside another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import pandas as pd
import plotly.graph_objects as go

from components.charts import remarks
from components.charts.investments import grouped
from components.charts.lettering import plain
from components.charts.marks import Mark, Row, marks
from components.charts.sheet import Sheet, hover
from components.charts.squares import (
    NOTE,
    SEAM,
    Block,
    Grid,
    Point,
    certain,
    flow,
    grid,
    stated,
)
from components.charts.style import INK, MUTED, PAPER, TEXT_SIZE, Room, blank, ink_on, tint, titled
from components.tables import records
from components.texts import Texts
from components.wording import amount_label

MOST = 12
HEADING = 30


@dataclass(frozen=True)
class Group:
    """The amounts of one role and currency: those drawn, largest first, and how many are not."""

    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    grid: Grid
    left_out: int


def scale(frame: pd.DataFrame, t: Texts, narrow: bool = False) -> go.Figure:
    """Draw the amounts of `tables.charted` as squares, at most the twelve largest of a currency.

    Squares stay square at any width. Each carries its row's id as `customdata[0]`.
    """
    rows = records(frame)
    room = Room(0, left=8, right=8, below=18, narrow=narrow)
    groups = _groups(rows, room, t)
    sheet, top = Sheet(1), 0.0
    for group in groups:
        if len(groups) > 1:
            top = _heading(sheet, group, top, t)
        blocks, top = flow(group.marks, group.grid, room, top)
        for block in blocks:
            _draw(sheet, block, group.grid)
            _words(sheet, block)
        top += HEADING if group is not groups[-1] else 0
    fig = blank()
    fig.add_traces(sheet.traces)
    square = {"constrain": "domain", "visible": False}
    fig.update_layout(
        annotations=sheet.annotations,
        xaxis={"range": [0, room.plot_width], "constraintoward": "left", **square},
        yaxis={"range": [top, 0], "scaleanchor": "x", "constraintoward": "top", **square},
    )
    told = _subtitle(groups, t) if groups else remarks.nothing(rows, t)
    title = t("charts_money.title.scale", title=remarks.title(rows, t))
    return titled(fig, title, told, _note(rows, groups, t), replace(room, plot_height=top))


def scale_summary(frame: pd.DataFrame, t: Texts) -> str:
    """Return the chart's facts as sentences: the sum of a square and each amount's squares."""
    rows = records(frame)
    groups = _groups(rows, Room(0), t)
    if not rows:
        return t("charts_money.none")
    title = t("charts_money.title.scale", title=remarks.title(rows, t))
    parts = [title + t("charts_money.stop").rstrip()]
    for group in groups:
        parts.append(_unit(group, t) + t("charts_money.stop").rstrip())
        row_of = {row["id"]: row for row in group.rows}
        for mark in group.marks:
            parts.append(
                t(
                    "charts_money.summary.squares",
                    name=mark.name,
                    value=mark.headline,
                    count=remarks.digits(float(f"{stated(mark, group.grid):.3g}")),
                    facts=remarks.facts(row_of[mark.id], t),
                )
            )
    parts += [_left_out(groups, t), _unsquared(rows, t), remarks.no_total(_drawn(groups), t)]
    parts.append(remarks.sources(rows, t))
    return ("" if t.language == "ja" else " ").join(filter(None, parts))


def _groups(rows: Sequence[Row], room: Room, t: Texts) -> list[Group]:
    found = []
    for group in grouped(rows):
        sized = sorted((row for row in group if _size(row)), key=_size, reverse=True)
        if sized:
            made = marks(sized[:MOST], t)
            squares = grid(made, room)
            found.append(Group(tuple(sized[:MOST]), made, squares, len(sized[MOST:])))
    return found


def _size(row: Row) -> Decimal:
    return max((abs(row[bound]) for bound in ("low", "high") if row[bound]), default=Decimal(0))


def _heading(sheet: Sheet, group: Group, top: float, t: Texts) -> float:
    text = f"<b>{plain(_unit(group, t))}</b>"
    font = {"size": TEXT_SIZE, "color": INK}
    sheet.words(text, x=0, xanchor="left", y=top, yanchor="top", font=font)
    return top + HEADING


def _draw(sheet: Sheet, block: Block, grid: Grid) -> None:
    """Draw a block: what is certain filled, what a bound leaves open dotted, both clickable."""
    mark = block.mark
    sure, end = certain(mark, grid), stated(mark, grid)
    _trace(sheet, block, "squares", grid.outlines(0, sure), {"width": 1.2}, **_paint(mark))
    rest = sure if end > sure else math.ceil(sure)
    _trace(sheet, block, "rests", grid.outlines(sure, rest), {"width": 0.6}, fill="none")
    dotted = grid.outlines(sure, end)
    count = math.ceil(end)
    if mark.reach.opening == "out":
        dotted += grid.outlines(count, count + 1)
        x, y = grid.centres(count + 1)[-1]
        plus = {"size": TEXT_SIZE, "color": INK}
        sheet.words("+", x=block.left + x, y=block.base + y, font=plus)
        count += 1
    line = {"width": 1.5, "dash": "2px,2px"}
    _trace(sheet, block, "open", dotted, line, fill="none")
    _targets(sheet, block, grid, count)


def _trace(
    sheet: Sheet,
    block: Block,
    name: str,
    outlines: Sequence[Point],
    line: dict[str, object],
    **paint: object,
) -> None:
    if outlines:
        sheet.traces.append(
            go.Scatter(
                name=name,
                mode="lines",
                x=[None if x is None else block.left + x for x, _ in outlines],
                y=[None if y is None else block.base + y for _, y in outlines],
                line={"color": block.mark.colour, **line},
                hoverinfo="skip",
                **paint,
            )
        )


def _paint(mark: Mark) -> dict[str, object]:
    if mark.fill != "hatched":
        solid = mark.fill == "solid"
        return {"fill": "toself", "fillcolor": mark.colour if solid else tint(mark.colour, 0.22)}
    pattern = {"shape": "/", "fgcolor": mark.colour, "bgcolor": PAPER, "size": 6, "solidity": 0.2}
    return {"fill": "toself", "fillcolor": PAPER, "fillpattern": pattern}


def _targets(sheet: Sheet, block: Block, grid: Grid, count: int) -> None:
    """Lay an unseen square over every drawn one, to be clicked; a loss shows its − there."""
    mark, centres = block.mark, grid.centres(count)
    loss = mark.reach.end < 0
    ink = ink_on(mark.colour) if mark.fill == "solid" else INK
    sheet.traces.append(
        go.Scatter(
            name="targets",
            mode="markers+text" if loss else "markers",
            text=["−"] * count if loss else None,
            textfont={"color": ink, "size": TEXT_SIZE},
            x=[block.left + x for x, _ in centres],
            y=[block.base + y for _, y in centres],
            marker={"symbol": "square", "size": grid.cell - SEAM, "color": tint(INK, 0)},
            customdata=[[mark.id]] * count,
            **hover([mark] * count),
        )
    )


def _words(sheet: Sheet, block: Block) -> None:
    style = f"font-size:{NOTE}px;color:{MUTED}"
    lines = [f"<b>{plain(name)}</b>" for name in block.names]
    lines += [block.mark.bold(head) for head in block.heads]
    lines += [f'<span style="{style}">{plain(note)}</span>' for note in block.notes]
    sheet.words(
        "<br>".join(lines),
        x=block.left,
        xanchor="left",
        y=block.top,
        yanchor="top",
        align="left",
        font={"size": TEXT_SIZE, "color": INK},
    )


def _subtitle(groups: Sequence[Group], t: Texts) -> str:
    unit = _unit(groups[0], t) if len(groups) == 1 else t("charts_money.squares.unit_each")
    parts = (unit, remarks.pending(_drawn(groups), "squares", t))
    return t("charts_money.stop").join(filter(None, parts))


def _unit(group: Group, t: Texts) -> str:
    unit, row = group.grid.unit, group.rows[0]
    value = amount_label(unit, unit, "exact", row["currency"], t)
    role = row["role_label"]
    return t("charts_money.squares.unit", value=value, role=role[:1].upper() + role[1:])


def _drawn(groups: Sequence[Group]) -> list[Row]:
    return [row for group in groups for row in group.rows]


def _left_out(groups: Sequence[Group], t: Texts) -> str:
    return remarks.left_out(len(_drawn(groups)), sum(group.left_out for group in groups), t)


def _unsquared(rows: Sequence[Row], t: Texts) -> str:
    """Name the amounts that have no square: those of zero, and those without a bound."""
    vague = [row for row in rows if row["low"] is None and row["high"] is None]
    bounded = [row for row in rows if row["low"] is not None or row["high"] is not None]
    zero = [row for row in bounded if not _size(row)]
    lines = [t("charts_money.vague", items=remarks.listed(vague, t)) if vague else ""]
    lines.append(t("charts_money.squares.zero", items=remarks.listed(zero, t)) if zero else "")
    return "\n".join(filter(None, lines))


def _note(rows: Sequence[Row], groups: Sequence[Group], t: Texts) -> str:
    shown = [mark for group in groups for mark in group.marks]
    signs = [remarks.legend(shown, "squares", t)]
    if any(certain(mark, group.grid) % 1 for group in groups for mark in group.marks):
        signs.append(t("charts_money.squares.part"))
    if any(mark.reach.end < 0 for mark in shown):
        signs.append(t("charts_money.squares.loss"))
    lines = [
        ("　" if t.language == "ja" else " ").join(filter(None, signs)),
        _left_out(groups, t),
        _unsquared(rows, t),
        remarks.no_total(_drawn(groups), t),
        remarks.rates(_drawn(groups), t),
        remarks.sources(rows, t),
    ]
    return "\n".join(filter(None, lines))
