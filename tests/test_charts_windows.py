"""What a timeline stands on: windows of time, ticks, and rows in which marks keep apart."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.charts.facts import facts
from components.charts.layout import chosen, stack
from components.charts.lettering import text_width
from components.charts.panels import Bounds, stretches, ticks
from components.charts.placing import bands, panels_of, spots_of
from components.charts.story import story
from components.charts.style import TICK_SIZE
from components.charts.timeline import timeline, timeline_summary
from components.edtf import date_bounds
from components.texts import LANGUAGES, texts
from tests.timeframes import JA, drawn, event, lane


def days(*edtf: str) -> list[Bounds]:
    found = [date_bounds(each) for each in edtf]
    assert all(found)
    return [bounds for bounds in found if bounds]


@pytest.mark.parametrize(
    ("dates", "own", "expected", "why"),
    [
        ([], [], [], "nothing dated"),
        (["2025-01-20"], [True], [("window", (0,))], "a lone date"),
        (
            ["2015-12-11", "2024-12-26", "2025-01-19", "2025-01-20", "2025-01-25"],
            [False, False, False, True, False],
            [("before", (0, 1)), ("window", (2, 3, 4))],
            "older background is set apart from the days around the article's own date",
        ),
        (
            ["2025-01-20", "2025-01-22", "2030"],
            [True, True, True],
            [("window", (0, 1)), ("after", (2,))],
            "what is far ahead does not squeeze the days",
        ),
        (
            ["2023-35", "2024-35", "2024-11-02"],
            [True, True, True],
            [("window", (0, 1, 2))],
            "quarters of two years share an axis",
        ),
        (
            ["2020-05", "2020-06-01", "2025-01-20"],
            [False, False, True],
            [("before", (0, 1)), ("window", (2,))],
            "the window is the article's even where the background is denser",
        ),
        (
            ["2015", "2025-01-19", "2025-01-21"],
            [False, False, False],
            [("before", (0,)), ("window", (1, 2))],
            "without dates of the article, the densest",
        ),
    ],
)
def test_windows_come_from_the_dates(
    dates: list[str], own: list[bool], expected: list[tuple[str, tuple[int, ...]]], why: str
) -> None:
    found = stretches(days(*dates), own)
    assert [(each.kind, each.members) for each in found] == expected, why


CALENDAR = st.dates(date(1900, 1, 1), date(2100, 12, 31))
BOUNDS = st.tuples(CALENDAR, CALENDAR).map(lambda pair: (min(pair), max(pair)))


@settings(deadline=None)
@given(st.lists(st.tuples(BOUNDS, st.booleans()), max_size=25))
def test_every_date_is_on_one_stretch_and_stretches_do_not_overlap(
    given_dates: list[tuple[Bounds, bool]],
) -> None:
    found = stretches([bounds for bounds, _ in given_dates], [own for _, own in given_dates])
    members = sorted(index for each in found for index in each.members)
    assert members == list(range(len(given_dates)))
    assert all(each.first <= each.last for each in found)
    assert all(one.last <= two.first for one, two in pairwise(found))


@settings(deadline=None)
@given(st.integers(1, 3_650_000), st.integers(0, 900_000), st.floats(20, 900))
def test_ticks_fit_and_stand_in_their_range(first: int, span: int, width: float) -> None:
    last = min(first + span, date.max.toordinal())
    per_day = width / max(last - first, 1)
    for t in map(texts, LANGUAGES):
        found = ticks(first, last, per_day, t)
        places = [date.fromisoformat(when[:10]).toordinal() for when, _ in found]
        assert all(first <= place <= last for place in places)
        widest = max((text_width(label, TICK_SIZE) for _, label in found), default=0)
        assert all((b - a) * per_day >= widest for a, b in pairwise(places))


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0.5, 90)), max_size=40))
def test_rows_of_a_lane_hold_what_does_not_overlap(spans: list[tuple[float, float]]) -> None:
    intervals = [(start, start + length) for start, length in spans]
    rows = stack(intervals)
    for (one, row), (two, other) in combinations(zip(intervals, rows, strict=True), 2):
        assert row != other or one[1] <= two[0] or two[1] <= one[0]


EDTF = st.one_of(
    st.just(""),
    CALENDAR.map(date.isoformat),
    CALENDAR.map(lambda day: f"{day:%Y-%m}"),
    CALENDAR.map(lambda day: f"{day:%Y}"),
    BOUNDS.map(lambda pair: f"{pair[0]}/{pair[1]}"),
)
EVENT = st.fixed_dictionaries(
    {
        "resolved": EDTF,
        "outside": st.booleans(),
        "inferred": st.booleans(),
        "actor_ids": st.lists(st.integers(0, 8).map(lambda i: f"e{i}"), max_size=4).map(tuple),
        "label": st.text(max_size=60),
        "agents": st.text(max_size=30),
    }
)


@st.composite
def frames(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = []
    for index, row in enumerate(draw(st.lists(EVENT, min_size=1, max_size=20))):
        kind = "context" if row["outside"] else "event"
        place = {"id": f"{kind}-{index}", "start": -1 if row["outside"] else index * 7}
        rows.append(event(index, row["resolved"]) | row | place)
    names = draw(st.lists(st.text(max_size=40), min_size=1, max_size=7))
    return pd.DataFrame(rows), pd.DataFrame([lane(i, name=n) for i, n in enumerate(names)])


@settings(max_examples=40, deadline=None)
@given(frames(), st.booleans(), st.booleans())
def test_any_frame_gives_a_figure_that_shows_every_event(
    given_frames: tuple[pd.DataFrame, pd.DataFrame], narrow: bool, compact: bool
) -> None:
    events, lanes = given_frames
    fig = timeline(events, lanes, JA, narrow, compact)
    assert fig.layout.height > 0
    assert {mark["id"] for mark in drawn(fig)} == set(events["id"])
    summary = timeline_summary(events, JA)
    assert all(label in summary for label in events["label"])
    told = story(events, pd.DataFrame(), lanes, 200, [(50, "見出し")], JA, narrow)
    assert {mark["id"] for mark in drawn(told)} == set(events["id"][~events["outside"]])


@settings(max_examples=40, deadline=None)
@given(frames(), st.sampled_from([324.0, 544.0, 1024.0]))
def test_marks_and_bands_of_a_lane_never_overlap(
    given_frames: tuple[pd.DataFrame, pd.DataFrame], width: float
) -> None:
    events, lanes = given_frames
    found = facts(events, set(lanes["id"]))
    actors = chosen(lanes, {each for fact in found for each in fact.lanes}, JA)
    panels = panels_of(found, 0, width, 19)
    assert all(one.right < two.left for one, two in pairwise(panels))
    assert all(panel.width > 19 for panel in panels)
    spots, _ = spots_of(found, actors, panels, 19, narrow=False)
    places: dict[tuple[str, int], list[tuple[float, float]]] = {}
    for spot in spots:
        here = panels[spot.panel].px(spot.value)
        spans = bands(spot.fact, panels)
        edges = [panels[index].px(day) for index, *ends in spans for day in ends]
        place = (min([here - 9.5, *edges]), max([here + 9.5, *edges]))
        places.setdefault((spot.lane.id, spot.row), []).append(place)
    for row in places.values():
        assert all(one[1] <= two[0] for one, two in pairwise(sorted(row)))
