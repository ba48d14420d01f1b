"""The filter by company on every table and on the sentences."""

from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from components import tables
from components.reading.model import (
    Entity,
    Event,
    Relation,
    Span,
)
from components.texts import texts
from tests.docs import doc_of, sample_doc

JA, EN = texts("ja"), texts("en")
CONTEXT = Path(__file__).parent.parent / "data" / "context" / "deepseek.toml"


def told() -> pd.DataFrame:
    """Return the events of the article with the facts from outside it."""
    return tables.events(sample_doc(), JA, tables.outside_facts(CONTEXT, sample_doc()))


@pytest.mark.parametrize(
    ("companies", "expected", "why"),
    [
        ((), set(), "no filter"),
        (("meta",), {"meta", "yann-lecun", "llama", "pytorch"}, "people and products"),
        (("openai",), {"openai", "stargate"}, "the project, not its other members"),
        (("deepseek",), {"deepseek", "r1", "liang-wenfeng"}, "not what it is built on"),
        (("tiktok",), {"tiktok"}, "alone"),
        (("nobody",), {"nobody"}, "a name that means nothing reaches nothing"),
    ],
)
def test_reach(companies: tuple[str, ...], expected: set[str], why: str) -> None:
    assert tables.reach(sample_doc(), companies) == expected, why


@pytest.mark.parametrize(
    ("ties", "expected", "why"),
    [
        ([("owner_of", "a", "b"), ("developer_of", "b", "x")], {"a", "b", "x"}, "a subsidiary's"),
        ([("affiliated_with", "p", "a"), ("founder_of", "p", "b")], {"a", "p"}, "another firm"),
        ([("affiliated_with", "p", "a"), ("developer_of", "p", "x")], {"a", "p"},
         "a person leads nowhere further"),
        ([("partners_with", "a", "b"), ("competes_with", "b", "a")], {"a"}, "neither is one's own"),
        ([("acquires", "a", "b")], {"a"}, "not yet one's own"),
        ([("owner_of", "a", "b"), ("owner_of", "b", "a")], {"a", "b"}, "a circle ends"),
        ([("reports", "m", "a")], {"a"}, "a report ties nobody"),
    ],
)  # fmt: skip
def test_reach_along_relations(ties, expected, why) -> None:
    kinds = {"a": "company", "b": "company", "p": "person", "x": "product", "m": "media"}
    entities = tuple(Entity(id_, id_, "", kind, True) for id_, kind in kinds.items())
    relations = tuple(Relation(type_, head, tail, Span(0, 1), 0) for type_, head, tail in ties)
    assert (
        tables.reach(doc_of("甲。", entities=entities, relations=relations), ["a"]) == expected
    ), why


def test_a_joint_project_stays_whole_under_a_member() -> None:
    frame = tables.amounts(sample_doc(), JA)
    (row,) = tables.narrow(frame, tables.reach(sample_doc(), ["oracle"])).to_dict("records")
    assert (row["id"], row["payer_count"], row["low"]) == ("amount-1", 3, Decimal(500 * 10**9))


@pytest.mark.parametrize(
    ("table", "company", "ids"),
    [
        (tables.amounts, "meta", ["amount-0"]),
        (tables.events, "meta", ["event-1", "event-3", "event-4"]),
        (tables.lanes, "openai", ["openai", "stargate"]),
        (tables.mentions, "oracle", ["mention-34", "mention-35"]),
        (tables.relations, "oracle", ["relation-6", "relation-7", "relation-8"]),
        (tables.dates, "deepseek", ["date-0"]),
        (tables.dates, "meta", []),
        (tables.ranks, "deepseek", ["rank-0"]),
        (tables.ranks, "oracle", []),
        (tables.quotations, "meta", ["quotation-0"]),
        (tables.uncharted, "meta", []),
    ],
)
def test_narrow(table, company, ids) -> None:
    doc = sample_doc()
    frame = table(doc, JA)
    kept = tables.narrow(frame, tables.reach(doc, [company]))
    assert list(kept["id"]) == ids
    assert list(kept.columns) == list(frame.columns)
    assert tables.narrow(frame, frozenset()) is frame


def test_narrowed_events_keep_their_numbers_and_lanes_their_partners() -> None:
    doc, ids = sample_doc(), tables.reach(sample_doc(), ["openai"])
    events = tables.narrow(told(), ids)
    assert list(events["number"]) == [1, 10, 18]
    lanes = tables.narrow_lanes(tables.lanes(doc, JA), events, ids)
    assert set(lanes["id"]) == {"openai", "softbank", "oracle", "stargate"}
    assert len(tables.narrow_lanes(tables.lanes(doc, JA), told(), frozenset())) == 13


def test_concerned_sentences() -> None:
    doc = sample_doc()
    found = tables.concerned_sentences(doc, tables.reach(doc, ["meta"]))
    told_of = [doc.article.text[s.start : s.end] for i, s in enumerate(doc.sentences) if i in found]
    assert len(told_of) == 5
    assert all("Meta" in sentence for sentence in told_of)
    assert len(tables.concerned_sentences(doc, ())) == len(doc.sentences)
    assert tables.concerned_sentences(doc, {"nobody"}) == frozenset()


def test_a_fact_concerns_its_sentence_even_where_nobody_is_named() -> None:
    event = Event("charge", Span(4, 6), 1, agents=("a",))
    doc = doc_of("静か。課金する。静か。", events=(event,))
    assert tables.concerned_sentences(doc, {"a"}) == {1}
