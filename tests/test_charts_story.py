"""The story along the text and the network of relations: what is drawn where."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components import tables
from components.charts.headings import heading_words
from components.charts.lettering import text_width
from components.charts.network import network, network_summary
from components.charts.story import story, story_summary
from components.charts.style import NOTE_SIZE, kind_colour
from components.texts import LANGUAGES, Language, Texts, texts
from tests.docs import sample_doc
from tests.timeframes import JA, drawn, events_of, headings_of, lane, relation, words


def story_of(t: Texts, narrow: bool = False) -> go.Figure:
    doc = sample_doc()
    length = len(doc.article.text)
    mentions, lanes = tables.mentions(doc, t), tables.lanes(doc, t)
    return story(events_of(t), mentions, lanes, length, headings_of(), t, narrow)


def ticks_of(fig: go.Figure) -> dict[str, tuple[int, float, str]]:
    """Return every mention's place, height and colour by its id."""
    found = {}
    for trace in fig.data:
        if trace.mode == "lines+markers":
            for index in range(0, len(trace.x), 3):
                height = trace.y[index + 1] - trace.y[index]
                found[trace.customdata[index][0]] = (trace.x[index], height, trace.line.color)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("narrow", [False, True])
def test_mentions_stand_where_the_text_has_them(language: Language, narrow: bool) -> None:
    t = texts(language)
    mentions, lanes = tables.mentions(sample_doc(), t), tables.lanes(sample_doc(), t)
    drawn_ticks = ticks_of(story_of(t, narrow))
    expected = mentions[mentions["entity_id"].isin(lanes["id"])]
    assert {key: place[0] for key, place in drawn_ticks.items()} == dict(
        zip(expected["id"], expected["start"], strict=True)
    )


def test_an_anaphor_is_shorter_and_paler_than_a_name() -> None:
    mentions = tables.mentions(sample_doc(), JA)
    ticks = ticks_of(story_of(JA))
    own = mentions[mentions["entity_id"] == "deepseek"]
    names = [ticks[each] for each in own["id"][own["via"] == "name"]]
    anaphors = [ticks[each] for each in own["id"][own["via"] == "anaphor"]]
    assert anaphors
    assert max(height for _, height, _ in anaphors) < min(height for _, height, _ in names)
    assert {colour for _, _, colour in names} == {kind_colour("company")}
    assert all(colour.startswith("rgba") for _, _, colour in anaphors)


def test_events_stand_at_their_words_in_each_lane_and_none_from_outside() -> None:
    events = events_of(JA)
    inside = events[~events["outside"]]
    marks = drawn(story_of(JA))
    starts = dict(zip(inside["id"], inside["start"], strict=True))
    numbers = dict(zip(inside["id"], inside["number"], strict=True))
    assert {mark["id"] for mark in marks} == set(starts)
    for mark in marks:
        assert mark["x"] == starts[mark["id"]]
        assert mark["number"] == str(numbers[mark["id"]])
        assert mark["fill"] == mark["edge"]
    assert sum(mark["id"] == "event-5" for mark in marks) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_is_also_said(language: Language) -> None:
    t = texts(language)
    events, mentions = events_of(t), tables.mentions(sample_doc(), t)
    summary = story_summary(events, mentions, headings_of(), t)
    inside = events[~events["outside"]]
    said = [*inside["label"], *mentions["entity"], *(text for _, text in headings_of())]
    assert all(each in summary for each in said)
    assert not any(label in summary for label in events["label"][events["outside"]])


def test_mentions_without_a_lane_are_counted_in_the_note() -> None:
    note = story_of(JA).layout.annotations[-1].text.replace("<br>", "")
    assert "米国" in note
    assert "中国" in note


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3000), st.text(min_size=1, max_size=40)), max_size=12),
    st.floats(0.05, 2),
)
def test_headings_never_run_into_each_other(found: list[tuple[int, str]], px: float) -> None:
    headings = sorted(dict(found).items())
    annotations, levels = heading_words(headings, 3001, px, JA)
    lines: dict[float, list[tuple[float, float]]] = {}
    for each in annotations:
        text = each["text"].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        start = each["x"] * px
        end = start + text_width(text, NOTE_SIZE)
        lines.setdefault(each["yshift"], []).append((start, end))
    assert len(lines) <= levels <= 3
    for line in lines.values():
        assert all(one[1] <= two[0] for one, two in pairwise(sorted(line)))


# --- the network -------------------------------------------------------------------------------


def net_of(t: Texts, narrow: bool = False) -> go.Figure:
    return network(tables.relations(sample_doc(), t), tables.lanes(sample_doc(), t), t, narrow)


def places(fig: go.Figure) -> dict[str, tuple[float, float]]:
    """Return where every clickable mark of a network stands, by its id."""
    return {
        row[0]: (trace.x[index], trace.y[index])
        for trace in fig.data
        for index, row in enumerate(trace.customdata if trace.customdata is not None else ())
    }


@pytest.mark.parametrize("narrow", [False, True])
def test_every_relation_and_every_actor_of_one_can_be_clicked(narrow: bool) -> None:
    relations = tables.relations(sample_doc(), JA)
    actors = {f"entity-{each}" for end in ("head_id", "tail_id") for each in relations[end]}
    assert set(places(net_of(JA, narrow))) == set(relations["id"]) | actors


def test_people_stand_left_firms_in_the_middle_products_right() -> None:
    spots = places(net_of(JA))
    person = spots["entity-yann-lecun"][0]
    firm = spots["entity-meta"][0]
    product = spots["entity-llama"][0]
    assert person < firm < product
    assert spots["entity-liang-wenfeng"][0] == person
    assert spots["entity-stargate"][0] == product


def test_arrows_run_from_head_to_tail() -> None:
    relations = tables.relations(sample_doc(), JA)
    fig = net_of(JA)
    spots = places(fig)
    line = next(trace for trace in fig.data if trace.mode == "lines")
    ends = [index for index, x in enumerate(line.x) if x is None]
    starts = [0, *(index + 1 for index in ends[:-1])]
    for row, start, end in zip(relations.to_dict("records"), starts, ends, strict=True):
        assert (line.x[start], line.y[start]) == spots[f"entity-{row['head_id']}"]
        assert (line.x[end - 1], line.y[end - 1]) == spots[f"entity-{row['tail_id']}"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_network_is_also_said(language: Language) -> None:
    t = texts(language)
    relations = tables.relations(sample_doc(), t)
    summary = network_summary(relations, t)
    for column in ("head", "tail", "type_label"):
        assert all(each in summary for each in relations[column])
    said = words(net_of(t)).replace("<br>", "")
    assert all(each in said for each in relations["head"])


def test_an_unlisted_actor_has_a_dashed_ring() -> None:
    ties = pd.DataFrame([relation(0, 0, 1)])
    fig = network(ties, pd.DataFrame([lane(0), lane(1, listed=False)]), JA)
    (ring,) = fig.layout.shapes
    assert (ring.xanchor, ring.yanchor) == places(fig)["entity-e1"]
    assert "px" in ring.line.dash
    assert JA("chart_network.subtitle_unlisted") in words(fig).replace("<br>", "")
    assert not net_of(JA).layout.shapes


def test_relations_of_the_same_two_bend_apart() -> None:
    ties = pd.DataFrame([relation(0, 0, 3), relation(1, 0, 3, "販売"), relation(2, 3, 0, "支援")])
    spots = places(network(ties, pd.DataFrame([lane(0), lane(3)]), JA))
    dots = [spots[f"relation-{index}"] for index in range(3)]
    assert all(abs(one[1] - two[1]) > 20 for one, two in combinations(dots, 2))


def test_the_layout_is_the_same_in_every_process() -> None:
    script = (
        "import sys; sys.path.insert(0, '.')\n"
        "from tests.test_charts_story import JA, net_of\n"
        "print(net_of(JA).to_json())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert runs[0].strip() == net_of(JA).to_json()


PAIRS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), min_size=1, max_size=25)


@settings(max_examples=30, deadline=None)
@given(PAIRS, st.booleans())
def test_any_relations_give_a_network_whose_actors_keep_apart(
    pairs: list[tuple[int, int]], narrow: bool
) -> None:
    ties = pd.DataFrame([relation(index, *pair) for index, pair in enumerate(pairs)])
    lanes = pd.DataFrame([lane(index) for index in range(8)])
    fig = network(ties, lanes, JA, narrow)
    spots: dict[str, Any] = places(fig)
    assert {key for key in spots if key.startswith("relation-")} == set(ties["id"])
    nodes = [spot for key, spot in spots.items() if key.startswith("entity-")]
    for one, two in combinations(nodes, 2):
        assert abs(one[0] - two[0]) > 80 or abs(one[1] - two[1]) >= 60
    assert all(0 < y < fig.layout.yaxis.range[0] for _, y in nodes)
