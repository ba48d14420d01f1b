"""Laws of reading that hold for any input."""

from functools import cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.reading import read
from components.reading.articles import ArticleError, parse
from components.reading.jsonform import to_dict
from components.reading.model import Article, Doc
from components.reading.vocabulary import Vocabulary, load
from tests.test_reading import SCHEMA

FRAGMENTS = (
    "Meta", "OpenAI", "ソフトバンク", "オラクル", "DeepSeek", "同社", "両社", "同氏", "「R1」", "「", "」",
    "は", "が", "も", "を", "に", "の", "と", "、", "。", "\n", "600億ドル", "以上", "規模", "約", "最大",
    "5000億円", "(約13.9兆円)", "1月20日", "2025年", "昨年", "第2位", "トップ10", "3.6倍", "42.6%",
    "投資", "を発表した", "と述べた", "によると", "創業者である", "梁文峰", "米", "中", "間", "それぞれ",
    "うち", "〜", "３", "兆", "ﾄﾞﾙ", "<script>", "&", "\u0000", "\ud800", "🙂", "が", " ",
)  # fmt: skip


@cache
def vocabulary() -> Vocabulary:
    return load(Path(__file__).parent.parent / "data" / "vocabulary")


def doc_of(text: str) -> Doc:
    return read(Article("a", text, reference_date="2025-01-24", sha256="0" * 64), vocabulary())


def check(text: str) -> None:
    doc = doc_of(text)
    marks = (
        *doc.mentions, *doc.amounts, *doc.dates, *doc.ranks, *doc.quotations, *doc.uncharted,
    )  # fmt: skip
    for mark in marks:
        assert mark.text == text[mark.start : mark.end]
        assert mark.text
    for one in marks:
        for other in marks:
            assert not one.start < other.start < one.end < other.end
    known = {entity.id for entity in doc.entities}
    for amount in doc.amounts:
        assert set(amount.payers) <= known
        assert amount.target is None or amount.target in known
        assert amount.restates is None or amount.restates < len(doc.amounts)
        if amount.low is not None and amount.high is not None:
            assert amount.low <= amount.high
    for event in doc.events:
        assert {*event.agents, *event.targets} <= known
        sentence = doc.sentences[event.sentence]
        assert sentence.start <= event.trigger.start < event.trigger.end <= sentence.end
    for relation in doc.relations:
        assert {relation.head, relation.tail} <= known
        assert relation.head != relation.tail


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_fragments_of_news_break_no_law(text: str) -> None:
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_breaks_no_law(text: str) -> None:
    check(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([f for f in FRAGMENTS if f != "\ud800"]), max_size=20).map("".join))
def test_the_published_form_holds_for_any_text(text: str) -> None:
    jsonschema.validate(to_dict(doc_of(text)), SCHEMA)


@given(st.binary(max_size=60))
def test_any_bytes_give_an_article_or_a_clear_error(raw: bytes) -> None:
    readable = raw.decode("utf-8-sig", errors="replace")
    if raw.decode("utf-8-sig", errors="ignore") == readable and readable.strip():
        assert parse(raw, "a.txt", "a", {}).text == readable
    else:
        with pytest.raises(ArticleError, match=r"^a\.txt: ") as caught:
            parse(raw, "a.txt", "a", {})
        assert caught.value.reason in ("empty", "not_utf8")
