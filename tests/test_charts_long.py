"""Charts of a text with more facts than one can read: the rest is counted, and in the table."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from components import tables
from components.charts.facts import MOST as MOST_EVENTS
from components.charts.investments import MOST, investments, investments_summary
from components.charts.network import MOST as MOST_TIES
from components.charts.network import network, network_summary
from components.charts.scale import scale
from components.charts.story import MOST_LANES, MOST_TICKS, story, story_summary
from components.charts.timeline import timeline, timeline_summary
from components.reading import read
from components.reading.model import Article, Doc
from components.reading.vocabulary import load
from components.texts import DATA, texts
from tests.timeframes import event, lane

AMOUNTS, EVENTS = MOST + 7, MOST_EVENTS + 11
T = texts("ja")


def article(count: int) -> Doc:
    """Read a text that states `count` sums and deeds, each on its own line."""
    lines = [
        f"マイクロソフトは2025年1月{n % 28 + 1}日、OpenAIに{n + 1}億ドルを投資すると発表した。"
        for n in range(count)
    ]
    return read(Article("long", "\n".join(lines)), load(DATA / "vocabulary"))


@pytest.fixture(scope="module")
def many() -> Doc:
    return article(EVENTS)


def test_a_panel_draws_the_largest_sums_and_counts_the_others() -> None:
    drawn = tables.charted(tables.amounts(article(AMOUNTS), T))
    fig = investments(drawn, T)
    ids = {point[0] for trace in fig.data for point in trace.customdata or ()}
    largest = sorted(drawn.to_dict("records"), key=lambda row: -row["low"])[:MOST]
    assert ids == {row["id"] for row in largest}
    told = T("charts_money.left_out", shown=MOST, count=7)
    assert told in " ".join(str(each.text) for each in fig.layout.annotations).replace("<br>", "")
    assert told in investments_summary(drawn, T)


def test_few_sums_are_all_drawn_and_nothing_is_counted() -> None:
    drawn = tables.charted(tables.amounts(article(MOST), T))
    fig = investments(drawn, T)
    assert {p[0] for trace in fig.data for p in trace.customdata or ()} == set(drawn["id"])
    assert "残る" not in investments_summary(drawn, T)
    assert "残る" in " ".join(str(each.text) for each in scale(drawn, T).layout.annotations)


def test_a_timeline_draws_the_first_events_of_the_text_and_counts_the_others(many: Doc) -> None:
    events, lanes = tables.events(many, T), tables.lanes(many, T)
    fig = timeline(events, lanes, T)
    ids = {point[0] for trace in fig.data for point in trace.customdata or ()}
    first = events.sort_values("start")["id"][:MOST_EVENTS]
    assert ids == set(first)
    assert T("chart_time.left_out", shown=MOST_EVENTS, count=len(events) - MOST_EVENTS) in (
        timeline_summary(events, T)
    )


def test_the_story_draws_the_same_events_as_the_timeline(many: Doc) -> None:
    events, lanes, mentions = (
        make(many, T) for make in (tables.events, tables.lanes, tables.mentions)
    )
    fig = story(events, mentions, lanes, len(many.article.text), [], T)
    ids = {point[0] for trace in fig.data for point in trace.customdata or ()}
    first = set(events.sort_values("start")["id"][:MOST_EVENTS])
    assert {each for each in ids if each.startswith("event-")} == first


def test_a_network_draws_the_first_relations_and_counts_the_others() -> None:
    count = MOST_TIES + 5
    rows = [
        {
            "id": f"relation-{n}",
            "type": "partner_of",
            "type_label": "提携",
            "sentence": "",
            "source": "",
            **{f"{end}_id": f"e{n + side}" for side, end in enumerate(("head", "tail"))},
            **{f"{end}_kind": "company" for end in ("head", "tail")},
            **{end: f"第{n + side}社" for side, end in enumerate(("head", "tail"))},
        }
        for n in range(count)
    ]
    ties, lanes = pd.DataFrame(rows), pd.DataFrame([lane(n) for n in range(count + 1)])
    fig = network(ties, lanes, T)
    ids = {point[0] for trace in fig.data for point in trace.customdata or ()}
    assert {id_ for id_ in ids if id_.startswith("relation-")} == set(ties["id"][:MOST_TIES])
    told = T("chart_network.left_out", shown=MOST_TIES, count=5)
    note = str(fig.layout.annotations[-1].text).replace("<br>", "")
    assert told in note
    assert "関係の記載がない" not in note, "the others have a relation, though it is not drawn"
    assert told in network_summary(ties, T)
    few = ties[:MOST_TIES]
    assert "残る" not in str(network(few, lanes, T).layout.annotations[-1].text)
    assert "残る" not in network_summary(few, T)


def mention(n: int, entity: int) -> dict[str, Any]:
    return {
        "id": f"mention-{n}",
        "entity_id": f"e{entity}",
        "entity": f"第{entity}社",
        "kind": "company",
        "text": f"第{entity}社",
        "via": "name",
        "sentence": "",
        "start": 10 * n,
        "end": 10 * n + 3,
        "paragraph": 1,
    }


def ticks(fig: go.Figure) -> list[str]:
    """Return the ids of the mentions that a story draws, once each."""
    found = [str(p[0]) for trace in fig.data for p in trace.customdata or ()]
    return [id_ for id_ in dict.fromkeys(found) if id_.startswith("mention-")]


def test_a_story_thins_out_ticks_that_lie_on_each_other_and_says_so() -> None:
    count = 5 * MOST_TICKS
    lanes = pd.DataFrame([lane(n, mentions=count // 3) for n in range(3)])
    mentions = pd.DataFrame([mention(n, n % 3) for n in range(count)])
    told = (pd.DataFrame([event(0)]), mentions, lanes, 10 * count, [], T)
    drawn = ticks(story(*told))
    note = str(story(*told).layout.annotations[-1].text).replace("<br>", "")
    assert MOST_TICKS / 4 < len(drawn) <= MOST_TICKS
    assert T("chart_story.thinned", shown=len(drawn)) in note
    assert f"{count:,}" in note, "the mentions are all counted"
    places = sorted(int(id_.removeprefix("mention-")) for id_ in drawn)
    assert places[0] == 0
    assert places[-1] > 0.98 * count, "the whole text is covered"
    few = (told[0], mentions[:MOST_TICKS], *told[2:])
    assert len(ticks(story(*few))) == MOST_TICKS
    assert "間引" not in str(story(*few).layout.annotations[-1].text)


def test_a_story_has_lanes_for_the_actors_named_most_and_names_the_rest() -> None:
    count = MOST_LANES + 6
    lanes = pd.DataFrame([lane(n, mentions=1 + n) for n in range(count)])
    mentions = pd.DataFrame([mention(n, n) for n in range(count)])
    deed = pd.DataFrame([event(0)])
    fig = story(deed, mentions, lanes, 10 * count, [], T)
    # The event's actor is named least, and has its lane all the same.
    assert set(ticks(fig)) == {"mention-0", *(f"mention-{n}" for n in range(6, count))}
    assert "第1社" in str(fig.layout.annotations[-1].text)
    told = story_summary(deed, mentions, [], T)
    assert T("chart_time.more", names="", count=6) in told
