"""Squares and actors: as many as stated, each one clickable."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import tables
from components.charts.actors import MOST as ACTORS_MOST
from components.charts.actors import actors, actors_summary
from components.charts.scale import scale
from components.charts.squares import LEAST, MOST, square
from components.charts.style import (
    kind_colour,
)
from tests.docs import sample_doc
from tests.money import JA, demo, exact, frame, trace, words

# --- squares ------------------------------------------------------------------------------------


def test_a_square_is_ten_billion_dollars_in_the_article() -> None:
    fig = scale(demo(), JA)
    assert "1マス = 100億ドル" in words(fig)
    targets = [each for each in fig.data if each.name == "targets"]
    assert [len(each.x) for each in targets] == [50, 7], "six squares and the open one"
    assert {point[0] for point in targets[1].customdata} == {"amount-0"}
    assert [note.text for note in fig.layout.annotations].count("+") == 1
    assert fig.layout.yaxis.scaleanchor == "x", "squares are square"


def test_squares_are_as_wide_as_high() -> None:
    outline = next(each for each in scale(demo(), JA).data if each.name == "squares")
    xs, ys = outline.x[:5], outline.y[:5]
    assert max(xs) - min(xs) == pytest.approx(max(ys) - min(ys))


def test_a_remainder_fills_part_of_a_square() -> None:
    fig = scale(frame(exact(500 * 10**9), exact(15 * 10**9)), JA)
    second = [each for each in fig.data if each.name == "squares"][1]
    first_width = second.x[1] - second.x[0]
    assert second.x[7] - second.x[6] == pytest.approx(first_width / 2)


def test_beyond_twelve_amounts_the_note_counts_the_rest() -> None:
    fig = scale(frame(*(exact((index + 1) * 10**9) for index in range(15))), JA)
    assert len([each for each in fig.data if each.name == "targets"]) == 12
    assert "残る3件" in words(fig)


@given(st.decimals("1e-6", "1e30", allow_nan=False, allow_infinity=False).filter(bool))
def test_the_largest_amount_has_20_to_200_squares(largest: Decimal) -> None:
    unit = square(largest)
    assert LEAST <= largest / unit <= MOST
    assert unit.normalize().as_tuple().digits in {(1,), (2,), (5,)}


# --- actors -------------------------------------------------------------------------------------


def test_actors_are_sorted_coloured_by_kind_and_clickable() -> None:
    lanes = tables.lanes(sample_doc(), JA)
    bars = trace(actors(lanes, JA), "actors")
    assert list(bars.x) == sorted(lanes["mentions"], reverse=True)
    kind_of = dict(zip(lanes["id"], lanes["kind"], strict=True))
    ids = [point[0] for point in bars.customdata]
    assert list(bars.marker.color) == [kind_colour(kind_of[each]) for each in ids]
    told = actors_summary(lanes, JA)
    assert all(name in told for name in lanes["name"])


def test_unlisted_actors_are_marked_and_many_are_counted() -> None:
    lane = {"kind": "company", "kind_label": "企業", "listed": False, "mentions": 1}
    lanes = pd.DataFrame(
        [lane | {"id": f"e{n}", "name": f"社{n}", "first": n} for n in range(ACTORS_MOST + 2)]
    )
    text = words(actors(lanes, JA))
    assert "社0＊" in text
    assert "残る2件" in text
    assert not actors(lanes.iloc[:0], JA).data
