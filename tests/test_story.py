"""The headline, what is left unsaid, and the coverage of numbers."""

from dataclasses import replace

import pytest

from components import tables
from components.reading.model import (
    Date,
    Doc,
    Uncharted,
)
from components.texts import texts
from tests.docs import amount, empty_doc, sample_doc, sums

JA, EN = texts("ja"), texts("en")


def test_unsaid() -> None:
    found = tables.unsaid(sample_doc(), JA)
    assert [(item.kind, item.fact) for item in found] == [
        ("year", "date-0"),
        ("period", "amount-0"),
        ("split", "amount-1"),
        ("period", "amount-1"),
        ("ranking", "rank-0"),
    ]
    assert found[0].text == "「1月20日」の年は記載なし（2025年1月20日と推定）"
    assert found[2].text == "Stargate（約 5,000億ドル）の内訳は記載なし"
    text = sample_doc().article.text
    assert all(text[i.sentence_start : i.sentence_end] == i.sentence for i in found)
    assert [text[i.start : i.end] for i in found[:2]] == ["1月20日", "600億ドル以上"]
    assert "split among OpenAI, SoftBank, Oracle" in tables.unsaid(sample_doc(), EN)[2].text
    assert tables.unsaid(empty_doc(), JA) == []


def test_coverage() -> None:
    assert tables.coverage(sample_doc()) == tables.Coverage(4, 4, 0)
    assert tables.coverage_line(sample_doc(), JA) == "本文の数字 4 件、うち 4 件を表示"
    assert tables.coverage_line(sample_doc(), EN) == "4 numbers in the text, 4 shown"
    assert tables.coverage_line(empty_doc(), EN) == "There are no numbers in the text"


def test_a_listed_number_is_not_also_shown_and_a_word_is_no_number() -> None:
    listed = (Uncharted(0, 1, "数兆ドル", "unread"), Uncharted(7, 8, "5", "count"))
    yesterday = Date(3, 5, "昨年", "2024")
    doc = replace(sums(amount(0, None), amount(1, 5)), uncharted=listed, dates=(yesterday,))
    assert tables.coverage(doc) == tables.Coverage(3, 1, 2)
    assert tables.coverage_line(doc, EN) == (
        "3 numbers in the text, 1 shown, 2 listed with the reason"
    )


@pytest.mark.parametrize(
    ("doc", "japanese", "english", "why"),
    [
        (sample_doc(), "Meta は 600億ドル以上、Stargate は約 5,000億ドル",
         "Meta: at least $60 billion; Stargate: about $500 billion", "the article's investments"),
        (sums(amount(0, 5, role="revenue")), "A の売上高は 5ドル", "A: revenue $5",
         "no investment: the other sums"),
        (sums(amount(0, 5, payers=())), "投資は 5ドル", "investment: $5", "nobody named"),
        (sums(amount(0, 1), amount(1, 4), amount(2, 3), amount(3, 2)),
         "A は 4ドル、A は 3ドル、A は 2ドル", "A: $4; A: $3; A: $2", "the three largest"),
        (replace(sample_doc(), amounts=(), events=sample_doc().events[:1]), "DeepSeek、R1を発表",
         "DeepSeek: announces R1", "no sum: the first event"),
        (replace(sample_doc(), amounts=(), events=()), "登場するのはDeepSeek、Meta、ヤン・ルカン",
         "The text names DeepSeek, Meta, Yann LeCun", "no event: the actors"),
        (empty_doc(), "この記事から事実は読み取れなかった", "No facts were read from this text",
         "nothing"),
    ],
)  # fmt: skip
def test_headline(doc: Doc, japanese: str, english: str, why: str) -> None:
    assert tables.headline(doc, JA) == japanese, why
    assert tables.headline(doc, EN) == english, why


def test_a_sum_of_nobody_is_called_by_its_role() -> None:
    (item,) = tables.unsaid(sums(amount(0, 5, payers=())), JA)
    assert item.text == "投資（5ドル）の期間は記載なし"


def test_headline_follows_the_filter() -> None:
    doc = sample_doc()
    assert tables.headline(doc, JA, tables.reach(doc, ["meta"])) == "Meta は 600億ドル以上"
    assert "Stargate" not in tables.headline(doc, JA, tables.reach(doc, ["deepseek"]))
