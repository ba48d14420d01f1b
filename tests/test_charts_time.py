"""The timeline: what is drawn where, and what is said about it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from components import tables
from components.charts.network import network, network_summary
from components.charts.panels import moment
from components.charts.story import story, story_summary
from components.charts.style import PAPER, contrast, themed
from components.charts.timeline import timeline, timeline_summary
from components.edtf import date_bounds
from components.texts import LANGUAGES, Language, texts
from tests.docs import empty_doc, sample_doc
from tests.timeframes import JA, KINDS, axis_of, drawn, event, events_of, lane, relation, words

# --- the timeline on the article ---------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("narrow", [False, True])
def test_dated_events_stand_at_their_date_and_undated_never_on_a_time_axis(
    language: Language, narrow: bool
) -> None:
    t = texts(language)
    events = events_of(t)
    fig = timeline(events, tables.lanes(sample_doc(), t), t, narrow)
    rows = {row["id"]: row for row in events.to_dict("records")}
    marks = drawn(fig)
    assert {mark["id"] for mark in marks} == set(rows)
    for mark in marks:
        bounds = date_bounds(rows[mark["id"]]["resolved"])
        axis = axis_of(fig, mark["axis"])
        if bounds:
            middle = sum(day.toordinal() for day in bounds) / 2
            assert axis.type == "date"
            assert mark["x"] == moment(middle)
            assert axis.range[0] <= mark["x"] <= axis.range[1]
        else:
            assert axis.type == "linear"
            assert not axis.showticklabels


def test_undated_events_stand_in_the_order_of_telling() -> None:
    events = events_of(JA)
    fig = timeline(events, tables.lanes(sample_doc(), JA), JA)
    starts = dict(zip(events["id"], events["start"], strict=True))
    undated = {m["id"]: m["x"] for m in drawn(fig) if axis_of(fig, m["axis"]).type == "linear"}
    told = sorted(undated, key=undated.__getitem__)
    assert [undated[each] for each in told] == list(range(1, 9))
    assert [starts[each] for each in told] == sorted(starts[each] for each in told)


def test_marks_are_hollow_outside_the_article_and_filled_inside() -> None:
    fig = timeline(events_of(JA), tables.lanes(sample_doc(), JA), JA)
    for mark in drawn(fig):
        outside = mark["id"].startswith("context-")
        assert mark["fill"] == (PAPER if outside else mark["edge"])
    lines = [trace.line.dash for trace in fig.data if trace.mode == "lines"]
    assert set(lines) == {"dot", "solid"}


def test_an_event_has_the_same_number_in_each_of_its_lanes_and_one_place_in_time() -> None:
    events, lanes = events_of(JA), tables.lanes(sample_doc(), JA)
    marks = drawn(timeline(events, lanes, JA))
    shown = set(lanes["id"])
    for row in events.to_dict("records"):
        mine = [mark for mark in marks if mark["id"] == row["id"]]
        assert {mark["number"] for mark in mine} == {str(row["number"])}
        assert len({(mark["axis"], mark["x"]) for mark in mine}) == 1
        assert len({mark["y"] for mark in mine}) == max(1, len(shown & set(row["actor_ids"])))


def test_numbers_can_be_read_on_their_marks() -> None:
    named = {"white": "#ffffff", "black": "#000000"}
    lanes = pd.DataFrame([lane(i, kind=kind) for i, kind in enumerate((*KINDS, "place", "media"))])
    rows = [event(i, actor_ids=(f"e{i}",), outside=i % 2 == 1) for i in range(len(lanes))]
    for mark in drawn(timeline(pd.DataFrame(rows), lanes, JA)):
        assert contrast(mark["fill"], named.get(mark["ink"], mark["ink"])) >= 4.5


def test_an_inferred_date_has_a_dashed_ring_and_a_note() -> None:
    events, lanes = events_of(JA), tables.lanes(sample_doc(), JA)
    fig = timeline(events, lanes, JA)
    rings = [shape for shape in fig.layout.shapes if shape.type == "circle"]
    inferred = set(events["id"][events["inferred"]])
    marks = [mark for mark in drawn(fig) if mark["id"] in inferred]
    assert inferred == {"event-0"}
    assert {(s.xref, s.xanchor, s.yanchor) for s in rings} == {
        (mark["axis"], mark["x"], mark["y"]) for mark in marks
    }
    assert all("px" in shape.line.dash for shape in rings)
    assert "年は推定" in fig.layout.annotations[-1].text


def test_three_panels_on_the_article_with_ticks_inside_their_own_time() -> None:
    fig = timeline(events_of(JA), tables.lanes(sample_doc(), JA), JA)
    axes = [fig.layout.xaxis, fig.layout.xaxis2, fig.layout.xaxis3]
    assert [axis.type for axis in axes] == ["date", "date", "linear"]
    assert all(one.domain[1] < two.domain[0] for one, two in pairwise(axes))
    assert axes[1].range[0] < "2025-01-19T00:00:00" < "2025-01-25T00:00:00" < axes[1].range[1]
    assert all(when <= axes[1].range[0] for when in axes[0].tickvals)
    said = words(fig)
    assert "背景 2015年" in said
    assert "2025年1月" in said
    assert "日付の記載なし" in said
    assert "時間軸ではない" in said


def test_panels_appear_only_when_they_have_something() -> None:
    fig = timeline(events_of(JA, outside=False), tables.lanes(sample_doc(), JA), JA)
    assert fig.layout.xaxis.type == "date"
    assert fig.layout.xaxis2.type == "linear"
    assert "xaxis3" not in fig.layout
    assert "記事外" not in words(fig)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("narrow", [False, True])
def test_the_list_names_every_event_and_is_clickable(language: Language, narrow: bool) -> None:
    t = texts(language)
    events = events_of(t)
    fig = timeline(events, tables.lanes(sample_doc(), t), t, narrow)
    listed = [trace for trace in fig.data if trace.xaxis == "x9"]
    for trace in listed:
        assert [row[0] for row in trace.customdata] == list(events["id"])
    cards = [card.replace("<br>", "") for card in listed[0].text]
    for row, card in zip(events.to_dict("records"), cards, strict=True):
        flat = card.replace("</i><i>", "").replace(" ", "").replace("</span>", "")
        assert row["label"].replace(" ", "") in flat
        assert ("<i>" in card) == row["outside"]
        assert (t("chart_time.outside_mark") in card) == row["outside"]
        assert row["source"] in card or not row["outside"]


def test_rows_of_the_list_do_not_run_into_each_other() -> None:
    for narrow in (False, True):
        fig = timeline(events_of(JA), tables.lanes(sample_doc(), JA), JA, narrow)
        cards = next(trace for trace in fig.data if trace.xaxis == "x9")
        spans: dict[float, list[tuple[float, float]]] = {}
        for x, y, text in zip(cards.x, cards.y, cards.text, strict=True):
            half = (text.count("<br>") + 1) * cards.textfont.size * 1.3 / 2
            spans.setdefault(x, []).append((y - half, y + half))
        assert len(spans) == (1 if narrow else 2)
        for column in spans.values():
            assert all(one[1] <= two[0] for one, two in pairwise(column))
            assert column[0][0] >= 0
            assert column[-1][1] <= fig.layout.yaxis9.range[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_says_every_event_with_its_date_and_source(language: Language) -> None:
    t = texts(language)
    events = events_of(t)
    summary = timeline_summary(events, t)
    for row in events.to_dict("records"):
        assert row["label"] in summary
        assert row["date_label"] in summary
        assert row["source"] in summary or not row["outside"]
    assert summary.count(t("chart_time.outside") + t("chart_time.list")) == 12


def test_compact_is_small_and_still_leads_to_every_event() -> None:
    events, lanes = events_of(JA), tables.lanes(sample_doc(), JA)
    small, large = timeline(events, lanes, JA, compact=True), timeline(events, lanes, JA)
    assert small.layout.height < large.layout.height * 0.6
    assert {mark["id"] for mark in drawn(small)} == set(events["id"])
    assert all(trace.xaxis != "x9" for trace in small.data)
    assert {mark["number"] for mark in drawn(small)} == {""}


def test_a_known_width_gives_the_list_more_columns() -> None:
    events, lanes = events_of(JA), tables.lanes(sample_doc(), JA)
    wide = timeline(events, lanes, JA, width=1040)
    cards = next(trace for trace in wide.data if trace.xaxis == "x9")
    assert len(set(cards.x)) == 3


def test_dark_keeps_hollow_marks_hollow() -> None:
    dark = themed(timeline(events_of(JA), tables.lanes(sample_doc(), JA), JA), "dark")
    hollow = {mark["fill"] for mark in drawn(dark) if mark["id"].startswith("context-")}
    assert hollow == {dark.layout.template.layout.paper_bgcolor}


# --- the timeline on other frames --------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "first", "last", "middle"),
    [
        ("2025", "2025-01-01", "2025-12-31", "2025-07-02"),
        ("2025-02", "2025-02-01", "2025-02-28", "2025-02-14"),
        ("2024-33", "2024-01-01", "2024-03-31", "2024-02-15"),
        ("2025-01-24/2025-01-26", "2025-01-24", "2025-01-26", "2025-01-25"),
    ],
)
def test_a_coarse_date_is_a_band_with_the_mark_at_its_middle(
    edtf: str, first: str, last: str, middle: str
) -> None:
    fig = timeline(pd.DataFrame([event(0, edtf)]), pd.DataFrame([lane(0)]), JA)
    (band,) = [shape for shape in fig.layout.shapes if shape.type == "rect"]
    assert (band.x0[:10], band.x1[:10]) == (first, last)
    assert band.fillcolor.startswith("rgba")
    assert [mark["x"][:10] for mark in drawn(fig)] == [middle]


def test_a_day_is_a_point_without_a_band() -> None:
    fig = timeline(pd.DataFrame([event(0, "2025-01-20")]), pd.DataFrame([lane(0)]), JA)
    assert not [shape for shape in fig.layout.shapes if shape.type == "rect"]
    assert [mark["x"] for mark in drawn(fig)] == ["2025-01-20T00:00:00"]


def test_a_date_without_a_year_stands_with_the_undated_and_keeps_its_words() -> None:
    row = event(0, "", date="XXXX-03-01", date_label="3月1日（年の記載なし）")
    fig = timeline(pd.DataFrame([row]), pd.DataFrame([lane(0)]), JA)
    assert fig.layout.xaxis.type == "linear"
    assert "3月1日（年の記載なし）" in words(fig)
    assert "年・日付の記載なし" in words(fig)


def test_an_event_of_nobody_with_a_lane_is_drawn_all_the_same() -> None:
    rows = [event(0, "2025-01-20"), event(1, "2025-01-21", actor_ids=("nobody",))]
    fig = timeline(pd.DataFrame(rows), pd.DataFrame([lane(0)]), JA)
    assert {mark["id"] for mark in drawn(fig)} == {"event-0", "event-1"}
    assert JA("chart_time.others") in words(fig)


def test_actors_without_an_event_are_named_in_the_note() -> None:
    lanes = pd.DataFrame([lane(index) for index in range(14)])
    note = timeline(pd.DataFrame([event(0)]), lanes, JA).layout.annotations[-1].text
    assert "第1社" in note
    assert "ほか5" in note


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([event(i, "2025-01-20") for i in range(40)], "all on one day"),
        ([event(i) for i in range(40)], "none dated"),
        ([event(i, f"20{10 + i}", outside=True, start=-1) for i in range(20)], "only outside"),
        ([event(i, "0001-01-01") for i in range(2)], "the calendar's first day"),
        ([event(i, "9999") for i in range(2)], "the calendar's last year"),
    ],
)
def test_marks_of_a_lane_keep_apart(rows: list[dict[str, Any]], why: str) -> None:
    fig = timeline(pd.DataFrame(rows), pd.DataFrame([lane(0)]), JA)
    marks = drawn(fig)
    assert len(marks) == len(rows), why
    assert len({(mark["axis"], mark["x"], mark["y"]) for mark in marks}) == len(rows)
    assert fig.layout.height > 100


def test_no_events_give_a_figure_and_a_sentence() -> None:
    doc = empty_doc("何も起きなかった。")
    for t in map(texts, LANGUAGES):
        events, lanes = tables.events(doc, t), tables.lanes(doc, t)
        mentions, relations = tables.mentions(doc, t), tables.relations(doc, t)
        for narrow in (False, True):
            assert timeline(events, lanes, t, narrow).layout.height > 0
            assert story(events, mentions, lanes, 9, [], t, narrow).layout.height > 0
            assert network(relations, lanes, t, narrow).layout.height > 0
        assert timeline_summary(events, t)
        assert story_summary(events, mentions, [], t)
        assert network_summary(relations, t)


def test_markup_in_names_is_shown_not_run() -> None:
    bad = "<script>alert(1)</script>"
    lanes = pd.DataFrame([lane(0, name=bad), lane(1)])
    rows = pd.DataFrame([event(0, label=bad, agents=bad, sentence=bad, source=bad)])
    ties = pd.DataFrame([relation(0, 0, 1, verb=bad) | {"head": bad, "sentence": bad}])
    mention = {"id": "mention-0", "entity_id": "e0", "entity": bad, "via": "name", "text": bad}
    mentions = pd.DataFrame([event(0) | mention])
    for fig in (
        timeline(rows, lanes, JA),
        story(rows, mentions, lanes, 50, [(5, bad)], JA),
        network(ties, lanes, JA),
    ):
        text = str(fig.to_dict())
        assert "<script" not in text
        assert "&lt;script" in text
