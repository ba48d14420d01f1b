"""Charts of a text with more facts than one can read: the rest is counted, and in the table."""

from __future__ import annotations

import pytest

from components import tables
from components.charts.facts import MOST as MOST_EVENTS
from components.charts.investments import MOST, investments, investments_summary
from components.charts.scale import scale
from components.charts.story import story
from components.charts.timeline import timeline, timeline_summary
from components.reading import read
from components.reading.model import Article, Doc
from components.reading.vocabulary import load
from components.texts import DATA, texts

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
