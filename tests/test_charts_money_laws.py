"""Any amounts give charts, and their labels stay inside and apart."""

from __future__ import annotations

import html
import re
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from components.charts.bar_rows import Axis, extent, linear, logarithmic, place, sizes
from components.charts.investments import investments, investments_summary
from components.charts.lettering import text_width
from components.charts.marks import marks
from components.charts.scale import scale, scale_summary
from components.charts.style import (
    Room,
)
from tests.money import JA, frame, words

BOUND = st.one_of(st.none(), st.decimals("-1e15", "1e15", places=2, allow_nan=False))
AMOUNT = st.fixed_dictionaries(
    {
        "low": BOUND,
        "high": BOUND,
        "mod": st.sampled_from(["exact", "approx", "equal_or_more", "less_than"]),
        "status": st.sampled_from(["announced", "done", "mentioned"]),
        "currency": st.sampled_from(["USD", "JPY", "XYZ"]),
        "role": st.sampled_from(["investment", "profit"]),
        "label": st.text(min_size=1, max_size=60),
        "note": st.sampled_from(
            ["", "1社", "OpenAI・ソフトバンク・オラクルの共同 / 内訳の記載なし"]
        ),
        "qualifier": st.sampled_from(["", "以上", "約", "最大"]),
    }
)


@settings(max_examples=60, deadline=None)
@given(st.lists(AMOUNT, max_size=6), st.booleans(), st.sampled_from(["linear", "log"]))
def test_any_amounts_give_charts(amounts: list[dict[str, Any]], narrow: bool, kind: Any) -> None:
    table = frame(*amounts)
    fig = investments(table, JA, kind, narrow)
    told = investments_summary(table, JA)
    assert all(label in told for label in table["value_label"])
    drawn = {point[0] for each in fig.data for point in each.customdata or ()}
    text = html.unescape(re.sub(r"</?b>|\s", "", words(fig)))
    for row in table.to_dict("records"):
        assert row["id"] in drawn or re.sub(r"\s", "", row["value_label"]) in text
    scale(table, JA, narrow)
    scale_summary(table, JA)
    assert fig.layout.height > 0


@settings(max_examples=80, deadline=None)
@given(st.lists(AMOUNT, min_size=1, max_size=8), st.booleans(), st.booleans())
def test_labels_stay_inside_and_apart(
    amounts: list[dict[str, Any]], narrow: bool, log: bool
) -> None:
    rows = frame(*amounts).to_dict("records")
    shown = [mark for mark in marks(rows, JA) if not log or min(mark.reach.bounds) > 0]
    if not shown:
        return
    room = Room(0, left=12 if narrow else 160, right=24, narrow=narrow)
    axis = (logarithmic if log else linear)(shown, Decimal(10**8), room.plot_width)
    size = sizes(len(shown), log, narrow)
    placed = place(shown, axis, room, size, 10)
    for above, below in pairwise(placed):
        assert above.bottom < below.top
    for each in placed:
        left, right = extent(each.mark, axis)
        assert left >= -0.5
        assert right <= axis.width + 0.5
        _fits(each, axis, room, size)


def _fits(each: Any, axis: Axis, room: Room, size: Any) -> None:
    """Check that a label's lines end before the figure does, whichever side it stands on."""
    label, mark = each.label, each.mark
    lines = [text_width(line, size.head) for line in label.heads]
    wide = max([*lines, *(text_width(line, size.note) for line in label.notes)])
    left, right = extent(mark, axis)
    if label.where == "right":
        assert right + wide <= axis.width + room.right
    elif label.where == "left":
        assert left - wide >= 0
    elif label.where == "on":
        assert wide < abs(axis.at(mark.reach.body) - axis.at(Decimal(0)))
    else:
        start = axis.at(Decimal(0)) if label.where == "zero" else 0
        assert start + wide <= axis.width + room.right
