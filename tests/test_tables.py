"""The tables of the DeepSeek article, of an empty text and of awkward Docs made by hand."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest

from components import tables
from components.reading.model import (
    Amount,
    Date,
    Doc,
)
from components.texts import LANGUAGES, Texts, texts
from tests.docs import amount, empty_doc, sample_doc, sums

JA, EN = texts("ja"), texts("en")
TABLES: tuple[Callable[[Doc, Texts], pd.DataFrame], ...] = (
    tables.amounts,
    tables.events,
    tables.lanes,
    tables.mentions,
    tables.relations,
    tables.dates,
    tables.ranks,
    tables.quotations,
    tables.uncharted,
)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_leads_to_its_sentence(table, language) -> None:
    doc = sample_doc()
    frame = table(doc, texts(language))
    text = doc.article.text
    for row in frame.to_dict("records"):
        assert row["sentence"] == text[row["sentence_start"] : row["sentence_end"]]
        assert row["sentence_start"] <= row["start"] < row["end"] <= row["sentence_end"]
        around = doc.paragraphs[row["paragraph"] - 1]
        assert around.start <= row["start"] < around.end
        assert (row["source"], row["sha256"]) == ("Fox Business", doc.article.sha256)


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_doc_has_every_column_and_no_row(table) -> None:
    frame, full = table(empty_doc(), JA), table(sample_doc(), JA)
    assert list(frame.columns) == list(full.columns)
    assert list(frame.dtypes) == list(full.dtypes)
    assert len(frame) == 0
    narrowed = tables.narrow(frame, {"meta"})
    assert (len(narrowed), list(narrowed.columns)) == (0, list(full.columns))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_a_heading(table, language) -> None:
    t = texts(language)
    assert all(f"tables.column.{name}" in t.entries for name in table(empty_doc(), t).columns)


def test_missing_text_is_empty_and_never_nan() -> None:
    for table in TABLES:
        strings = table(sample_doc(), JA).select_dtypes("str")
        assert not strings.isna().to_numpy().any()


def test_amounts_of_the_article() -> None:
    meta, stargate = tables.amounts(sample_doc(), JA).to_dict("records")
    assert (meta["label"], meta["kind"], meta["value_label"]) == ("Meta", "company", "≥ 600億ドル")
    assert (meta["low"], meta["high"]) == (Decimal(60_000_000_000), None)
    assert meta["note"] == "1社 / 期間の記載なし"
    assert (stargate["label"], stargate["kind"]) == ("Stargate", "project")
    assert stargate["value_label"] == "約 5,000億ドル"
    assert stargate["payer_ids"] == ("openai", "softbank", "oracle")
    assert (stargate["payer_count"], stargate["joint"], stargate["each"]) == (3, True, False)
    assert stargate["note"].startswith("OpenAI・ソフトバンク・オラクルの共同 / 内訳の記載なし")


def test_amounts_in_english() -> None:
    meta, stargate = tables.amounts(sample_doc(), EN).to_dict("records")
    assert (meta["value_label"], stargate["value_label"]) == ("≥ $60 billion", "about $500 billion")
    assert stargate["payers"] == "OpenAI, SoftBank, Oracle"
    assert stargate["text"] == "5000億ドル規模", "the text's own words stay"


@pytest.mark.parametrize(
    ("fact", "label", "note", "why"),
    [
        (amount(0, 5), "A", "1社 / 期間の記載なし", "one company"),
        (amount(0, 5, payers=("a", "b")), "A・B", "A・Bの共同 / 内訳の記載なし / 期間の記載なし",
         "joint without a project"),
        (amount(0, 5, payers=("a", "b"), each=True), "A・B", "A・Bがそれぞれ / 期間の記載なし",
         "それぞれ is no joint sum"),
        (amount(0, 5, payers=(), target="b"), "Bへ", "期間の記載なし", "only what it is for"),
        (amount(0, 5, payers=()), "記載なし", "期間の記載なし", "nobody named"),
        (amount(0, 5, role="valuation"), "A", "1社", "a valuation has no period"),
        (amount(0, 5, payers=("stranger",)), "stranger", "期間の記載なし", "an id without entity"),
    ],
)  # fmt: skip
def test_label_and_note(fact: Amount, label: str, note: str, why: str) -> None:
    (row,) = tables.amounts(sums(fact), JA).to_dict("records")
    assert (row["label"], row["note"]) == (label, note), why


def test_parts_and_restatements_name_the_sum_they_belong_to() -> None:
    whole = amount(0, 500, payers=("a", "b"))
    part = amount(1, 100, part_of=0)
    again = amount(2, 75_000, currency="JPY", restates=0)
    doc = sums(whole, part, again)
    rows = tables.amounts(doc, JA).to_dict("records")
    assert "内訳の記載なし" not in rows[0]["note"], "a part is stated"
    assert (rows[1]["part_of"], rows[2]["restates"]) == ("amount-0", "amount-0")
    assert rows[1]["note"].endswith("500ドルの内数")
    assert rows[2]["note"].endswith("500ドルの言い換え")
    assert list(tables.charted(tables.amounts(doc, JA))["id"]) == ["amount-0", "amount-1"]


def test_charted_sorts_within_a_currency_and_ends_with_what_has_no_bound() -> None:
    doc = sums(
        amount(0, 5),
        amount(1, 900, currency="JPY"),
        amount(2, None),
        amount(3, 70),
        amount(4, 80, role="revenue"),
    )
    frame = tables.amounts(doc, JA)
    assert list(tables.charted(frame)["id"]) == ["amount-3", "amount-0", "amount-1", "amount-2"]
    assert list(tables.charted(frame, "revenue")["id"]) == ["amount-4"]
    nothing = tables.charted(tables.charted(frame, "profit"))
    assert (len(nothing), list(nothing.columns)) == (0, list(frame.columns))


def test_a_stated_period_is_shown_as_the_text_says_it() -> None:
    date = Date(0, 3, "来年度", "2026-04/2027-03", "2026-04/2027-03", inferred=True)
    doc = replace(sums(amount(0, 5, date=0)), dates=(date,))
    assert tables.amounts(doc, JA)["period"][0] == "来年度"
    assert tables.amounts(doc, EN)["period"][0] == "April 2026 – March 2027"
    assert tables.amounts(doc, JA)["note"][0] == "1社"
    assert [item.kind for item in tables.unsaid(doc, JA)] == []


def test_convert_to_yen_names_its_rate_and_leaves_the_original() -> None:
    stated = tables.amounts(sample_doc(), JA)
    before = stated.to_dict("records")
    yen = tables.convert(stated, "JPY", "2025-01-26", JA)
    assert stated.to_dict("records") == before
    meta, stargate = yen.to_dict("records")
    assert (meta["low"], meta["high"]) == (Decimal(9_390_600_000_000), None)
    assert (meta["value_label"], meta["mod"]) == ("≥ 9兆3,906億円", "equal_or_more")
    assert stargate["value_label"] == "約 78兆2,550億円"
    assert (meta["rate"], meta["rate_date"], meta["currency"]) == ("156.51", "2025-01-24", "JPY")
    assert "欧州中央銀行" in meta["rate_source"]
    assert "1ドル＝156.51円（2025年1月24日" in meta["rate_label"]
    assert meta["text"] == "600億ドル以上"


def test_what_has_no_rate_keeps_its_currency_and_says_so() -> None:
    doc = sums(amount(0, 5, currency="XBT"), amount(1, None), amount(2, 7, currency="JPY"))
    rows = tables.convert(tables.amounts(doc, JA), "JPY", "2025-01-24", JA).to_dict("records")
    assert [row["currency"] for row in rows] == ["XBT", "USD", "JPY"]
    assert [row["rate"] for row in rows] == ["", "", ""]
    assert rows[0]["note"].endswith("換算できる相場なし")
    assert rows[1]["value_label"] == "数兆ドル（値の記載なし）"


def test_lanes_are_actors_in_order_of_first_mention() -> None:
    lanes = tables.lanes(sample_doc(), JA)
    assert list(lanes["id"][:4]) == ["deepseek", "r1", "meta", "yann-lecun"]
    assert list(lanes["first"]) == sorted(lanes["first"])
    assert not {"united-states", "china", "wsj", "fox-business"} & set(lanes["id"])
    assert lanes.set_index("id").loc["meta", "mentions"] == 5


def test_a_place_that_acts_has_a_lane() -> None:
    doc = sample_doc()
    regulating = replace(doc.events[8], agents=("united-states",))
    lanes = tables.lanes(replace(doc, events=(*doc.events[:8], regulating)), JA)
    assert "united-states" in set(lanes["id"])


def test_relations_of_the_article() -> None:
    relations = tables.relations(sample_doc(), JA)
    assert len(relations) == 10
    assert relations["type_label"][1] == "所属（主任AI科学者）"
    assert relations["type_label"][9] == "創業者", "the same word is not said twice"


def test_a_heading_that_is_no_sentence_gives_its_paragraph() -> None:
    doc = sample_doc()
    headed = replace(doc, sentences=tuple(s for s in doc.sentences if s.paragraph != 3))
    heading = doc.paragraphs[3]
    rows = tables.mentions(headed, JA)
    rows = rows[(rows["start"] >= heading.start) & (rows["end"] <= heading.end)]
    assert set(rows["sentence"]) == {doc.article.text[heading.start : heading.end]}
    assert set(rows["paragraph"]) == {4}
