"""Events as a table: labels, order, and facts from outside the article."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pandas as pd
import pytest

from components import tables
from components.reading.model import (
    Date,
    Entity,
    Event,
    Mod,
    Relation,
    Role,
    Span,
    Status,
    Via,
)
from components.texts import LANGUAGES, texts
from tests.docs import doc_of, sample_doc

JA, EN = texts("ja"), texts("en")
VOCABULARY = Path(__file__).parent.parent / "data" / "vocabulary"
CONTEXT = Path(__file__).parent.parent / "data" / "context" / "deepseek.toml"


def told() -> pd.DataFrame:
    """Return the events of the article with the facts from outside it."""
    return tables.events(sample_doc(), JA, tables.outside_facts(CONTEXT, sample_doc()))


def test_events_of_the_article() -> None:
    rows = tables.events(sample_doc(), JA).to_dict("records")
    assert [row["label"] for row in rows] == [
        "R1を発表",
        "「オープンソースの力」",
        "「世界への深遠な贈り物」",
        "Llama・PyTorchを基盤に構築",
        "投資 ≥ 600億ドル",
        "Stargate 約 5,000億ドル",
        "転身",
        "課金",
        "TikTokを規制",
    ]
    first = rows[0]
    assert (first["date"], first["resolved"]) == ("XXXX-01-20", "2025-01-20")
    assert (first["date_label"], first["inferred"]) == ("2025年1月20日（年は推定）", True)
    assert rows[5]["actor_ids"] == ("openai", "softbank", "oracle", "stargate")
    assert rows[1]["date_label"] == ""


def test_events_in_english() -> None:
    labels = list(tables.events(sample_doc(), EN)["label"])
    assert labels[0] == "announces R1"
    assert labels[1] == "“オープンソースの力”"
    assert labels[4] == "investment ≥ $60 billion"


def test_a_long_quotation_is_cut_in_the_label_only() -> None:
    doc = sample_doc()
    long = replace(doc.quotations[0], text="長" * 40)
    row = tables.events(replace(doc, quotations=(long, *doc.quotations[1:])), JA).iloc[1]
    assert row["label"] == f"「{'長' * 29}…」"
    assert row["quotation"] == "長" * 40


def test_outside_facts_stand_among_the_dated_and_are_marked() -> None:
    events = told()
    assert list(events["number"]) == list(range(1, 22))
    dated = events[events["resolved"] != ""]
    assert len(dated) == 13
    assert list(dated["number"]) == list(range(1, 14))
    inside = dated[~dated["outside"]]
    assert list(inside["id"]) == ["event-0"]
    founding = events.iloc[0]
    assert (founding["id"], founding["status_label"], founding["sentence"]) == (
        "context-0",
        "記事外",
        "",
    )
    assert (founding["start"], founding["paragraph"], founding["sha256"]) == (-1, 0, "")
    assert (founding["source"], founding["url"][:8]) == ("pixelation.org", "https://")
    assert events["note"].str.contains("5月とも7月とも").sum() == 1


def test_a_date_without_a_year_is_no_place_on_the_calendar() -> None:
    dates = (Date(0, 1, "1月20日", "XXXX-01-20"), Date(2, 3, "2019年", "2019"))
    spans = (Span(0, 1), Span(2, 3), Span(4, 5))
    given = [
        Event("announce", span, 0, date=date)
        for span, date in zip(spans, (0, 1, None), strict=True)
    ]
    doc = doc_of("甲乙丙丁戊己庚。", events=tuple(given), dates=dates)
    events = tables.events(doc, JA)
    assert list(events["id"]) == ["event-1", "event-0", "event-2"]
    assert list(events["resolved"]) == ["2019", "", ""]
    assert events["date_label"][1] == "1月20日（年の記載なし）"


def test_types_that_the_interface_does_not_know_still_have_a_label() -> None:
    entities = tuple(Entity(i, i.upper(), "", "company", False) for i in "abcde")
    event = Event("teleport", Span(0, 2), 0, agents=("a",), targets=("b", "c", "d", "e"))
    relation = Relation("rival_in_law", "a", "b", Span(0, 2), 0, "義理の好敵手")
    doc = doc_of("転送する。", entities=entities, events=(event,), relations=(relation,))
    row = tables.events(doc, JA).iloc[0]
    assert (row["type_label"], row["label"]) == ("その他", "B・C・Dほか：転送")
    assert tables.relations(doc, JA)["type_label"][0] == "その他の関係（義理の好敵手）"


def column(file: str, name: str) -> list[str]:
    """Return the values of a column of a vocabulary file."""
    lines = (VOCABULARY / file).read_text(encoding="utf-8").splitlines()
    head, *rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return sorted({row[head.index(name)] for row in rows})


EVENT_TYPES = [*column("predicates.tsv", "type"), "other"]


RELATION_TYPES = [*column("titles.tsv", "relation"), "built_on", "participates_in", "reports"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_that_reading_gives_has_a_label(language) -> None:
    keys = {
        *(f"tables.mod.{mod}" for mod in get_args(Mod)),
        *(f"tables.role.{role}" for role in get_args(Role)),
        *(f"tables.status.{status}" for status in get_args(Status)),
        *(f"tables.via.{via}" for via in get_args(Via)),
        *(f"wording.{form}.{mod}" for mod in get_args(Mod) for form in ("sign", "words")),
        *(f"tables.relation.{type_}" for type_ in RELATION_TYPES),
        *(f"tables.event.{t}.{form}" for t in EVENT_TYPES for form in ("label", "target", "bare")),
    }
    assert keys <= texts(language).entries.keys()


@pytest.mark.parametrize("type_", EVENT_TYPES)
@pytest.mark.parametrize("targets", [(), ("a",)])
def test_no_label_is_empty_or_unfilled(type_, targets) -> None:
    entities = (Entity("a", "甲社", "Kosha", "company", True),)
    event = Event(type_, Span(0, 2), 0, targets=targets)
    doc = doc_of("転送する。", entities=entities, events=(event,))
    for t in (JA, EN):
        label = tables.events(doc, t)["label"][0]
        assert label
        assert "{" not in label
        assert not targets or {"ja": "甲社", "en": "Kosha"}[t.language] in label


@pytest.mark.parametrize(
    ("words", "label", "why"),
    [
        ("転身した", "転身", "the inflection goes"),
        ("課金が発生する", "課金が発生", "a phrase keeps its words"),
        ("規制強化", "規制強化", "a noun as it is"),
        ("リリースし", "リリース", "katakana"),
        ("述べた", "転身・移動", "a verb without a noun: its type"),
        ("恩恵を受け", "転身・移動", "a lone stem is no noun"),
    ],
)
def test_an_event_without_target_is_named_by_its_own_words(words, label, why) -> None:
    doc = doc_of(f"{words}。", events=(Event("move", Span(0, len(words)), 0),))
    assert tables.events(doc, JA)["label"][0] == label, why
    assert tables.events(doc, JA)["trigger"][0] == words, why
