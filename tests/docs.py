"""Docs built by hand for tests: what reading should find in the DeepSeek article, and none."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from components.reading.model import (
    Amount,
    Article,
    Date,
    Doc,
    Entity,
    Event,
    Kind,
    Mention,
    Paragraph,
    Quotation,
    Rank,
    Relation,
    Sentence,
    Span,
)

TEXT = Path(__file__).parent.parent / "data" / "articles" / "deepseek.txt"

ENTITIES: tuple[tuple[str, str, str, Kind], ...] = (
    ("silicon-valley", "シリコンバレー", "Silicon Valley", "place"),
    ("china", "中国", "China", "place"),
    ("deepseek", "DeepSeek", "DeepSeek", "company"),
    ("r1", "R1", "R1", "product"),
    ("united-states", "米国", "United States", "place"),
    ("meta", "Meta", "Meta", "company"),
    ("yann-lecun", "ヤン・ルカン", "Yann LeCun", "person"),
    ("marc-andreessen", "マーク・アンドリーセン", "Marc Andreessen", "person"),
    ("openai", "OpenAI", "OpenAI", "company"),
    ("llama", "Llama", "Llama", "product"),
    ("pytorch", "PyTorch", "PyTorch", "product"),
    ("softbank", "ソフトバンク", "SoftBank", "company"),
    ("oracle", "オラクル", "Oracle", "company"),
    ("stargate", "Stargate", "Stargate", "project"),
    ("wsj", "ウォール・ストリート・ジャーナル", "The Wall Street Journal", "media"),
    ("liang-wenfeng", "梁文峰", "Liang Wenfeng", "person"),
    ("tiktok", "TikTok", "TikTok", "product"),
    ("fox-business", "Fox Business", "Fox Business", "media"),
)


def article_of(text: str, reference_date: str | None = "2025-01-24") -> Article:
    """Wrap a text as an Article with its hash."""
    return Article(
        id="deepseek",
        text=text,
        title="DeepSeekの台頭",
        source="Fox Business",
        url="https://example.org/deepseek",
        reference_date=reference_date,
        reference_note="本文に年の記載なし",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def structure(text: str) -> tuple[tuple[Paragraph, ...], tuple[Sentence, ...]]:
    """Cut a text into lines and, after every 。, sentences; headings are sentences too."""
    paragraphs, sentences = [], []
    for line in re.finditer(r"[^\n]+", text):
        heading = not line[0].endswith("。")
        paragraphs.append(Paragraph(line.start(), line.end(), heading))
        for part in re.finditer(r"[^。]+。?", line[0]):
            start = line.start() + part.start()
            end = line.start() + part.end()
            sentences.append(Sentence(start, end, len(paragraphs) - 1))
    return tuple(paragraphs), tuple(sentences)


def empty_doc(text: str = "") -> Doc:
    """Return a Doc of a text in which nothing was found."""
    paragraphs, sentences = structure(text)
    return Doc(article_of(text), paragraphs, sentences)


@cache
def sample_doc() -> Doc:
    """Return the facts of the DeepSeek article, at the offsets where they stand."""
    text = TEXT.read_text(encoding="utf-8")
    paragraphs, sentences = structure(text)
    return Doc(
        article=article_of(text),
        paragraphs=paragraphs,
        sentences=sentences,
        entities=tuple(Entity(i, ja, en, kind, listed=True) for i, ja, en, kind in ENTITIES),
        mentions=_mentions(text),
        amounts=_amounts(text, sentences),
        dates=(_date(text),),
        ranks=(_rank(text),),
        quotations=(
            _quotation(text, "オープンソースの力", "yann-lecun"),
            _quotation(text, "世界への深遠な贈り物", "marc-andreessen"),
        ),
        events=_events(text, sentences),
        relations=_relations(text, sentences),
    )


def doc_of(text: str, **facts: Any) -> Doc:
    """Return a Doc of an invented text."""
    paragraphs, sentences = structure(text)
    return Doc(article_of(text), paragraphs, sentences, **facts)


def sums(*amounts: Amount) -> Doc:
    """Return a Doc of amounts between two companies."""
    entities = tuple(Entity(id_, id_.upper(), "", "company", True) for id_ in ("a", "b"))
    return doc_of("甲は乙に投じる。" * 9, amounts=amounts, entities=entities)


def amount(start: int, low: int | None, **facts: Any) -> Amount:
    """Return an exact amount in dollars at an offset."""
    value = None if low is None else Decimal(low)
    given = {"role": "investment", "payers": ("a",)} | facts
    currency = str(given.pop("currency", "USD"))
    return Amount(start, start + 1, "数兆ドル", currency, value, value, "exact", **given)


def _span(text: str, words: str, after: str = "") -> Span:
    start = text.index(words, text.index(after) if after else 0)
    return Span(start, start + len(words))


def _sentence(sentences: tuple[Sentence, ...], span: Span) -> int:
    return next(i for i, s in enumerate(sentences) if s.start <= span.start < s.end)


def _mentions(text: str) -> tuple[Mention, ...]:
    found = [
        Mention(match.start(), match.end(), match[0], kind, entity)
        for entity, name, _, kind in ENTITIES
        for match in re.finditer(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", text)
    ]
    found += [
        Mention(match.start(), match.end(), "同社", "company", "deepseek", "anaphor")
        for match in re.finditer("同社", text)
    ]
    return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end)))


def _amounts(text: str, sentences: tuple[Sentence, ...]) -> tuple[Amount, ...]:
    meta = _span(text, "600億ドル以上")
    stargate = _span(text, "5000億ドル規模")
    return (
        Amount(
            meta.start,
            meta.end,
            "600億ドル以上",
            "USD",
            Decimal(60_000_000_000),
            None,
            "equal_or_more",
            qualifier="以上",
            role="investment",
            payers=("meta",),
            status="announced",
            sentence=_sentence(sentences, meta),
        ),
        Amount(
            stargate.start,
            stargate.end,
            "5000億ドル規模",
            "USD",
            Decimal(500_000_000_000),
            Decimal(500_000_000_000),
            "approx",
            qualifier="規模",
            role="investment",
            payers=("openai", "softbank", "oracle"),
            target="stargate",
            status="under_way",
            sentence=_sentence(sentences, stargate),
        ),
    )


def _date(text: str) -> Date:
    span = _span(text, "1月20日")
    return Date(span.start, span.end, "1月20日", "XXXX-01-20", "2025-01-20", inferred=True)


def _rank(text: str) -> Rank:
    span = _span(text, "トップ10")
    return Rank(span.start, span.end, "トップ10", 1, 10, "deepseek", "wsj")


def _quotation(text: str, words: str, speaker: str) -> Quotation:
    span = _span(text, words)
    return Quotation(span.start, span.end, words, speaker)


def _events(text: str, sentences: tuple[Sentence, ...]) -> tuple[Event, ...]:
    def event(type_: str, words: str, after: str, **facts: Any) -> Event:
        span = _span(text, words, after)
        return Event(type_, span, _sentence(sentences, span), **facts)

    deepseek = ("deepseek",)
    return (
        event(
            "announce", "発表", "1月20日", agents=deepseek, targets=("r1",), date=0, status="done"
        ),
        event(
            "evaluate",
            "評し",
            "の力」と",
            agents=("yann-lecun",),
            targets=deepseek,
            status="done",
            quotation=0,
        ),
        event(
            "evaluate",
            "称賛し",
            "贈り物」と",
            agents=("marc-andreessen",),
            targets=deepseek,
            status="done",
            quotation=1,
        ),
        event("build_on", "基盤に構築", "", agents=deepseek, targets=("llama", "pytorch")),
        event("invest", "発表", "AI投資を", agents=("meta",), amounts=(0,), status="announced"),
        event(
            "invest",
            "進める",
            "AIインフラ整備を",
            agents=("openai", "softbank", "oracle"),
            targets=("stargate",),
            amounts=(1,),
            status="under_way",
        ),
        event("move", "転身", "", agents=("liang-wenfeng",), status="done"),
        event("charge", "課金", "", agents=deepseek, status="under_way"),
        event("regulate", "規制", "TikTokの", targets=("tiktok",), status="mentioned"),
    )


def _relations(text: str, sentences: tuple[Sentence, ...]) -> tuple[Relation, ...]:
    def relation(type_: str, head: str, tail: str, words: str, label: str = "") -> Relation:
        span = _span(text, words)
        return Relation(type_, head, tail, span, _sentence(sentences, span), label)

    partners = "OpenAI、ソフトバンク、オラクルも「Stargate」プロジェクト"
    tools = "MetaのLlamaやPyTorchといったオープンソースプロジェクトの恩恵を受け"
    return (
        relation("developer_of", "deepseek", "r1", "同社の最新モデル「R1」"),
        relation(
            "affiliated_with",
            "yann-lecun",
            "meta",
            "Metaの主任AI科学者ヤン・ルカン",
            "主任AI科学者",
        ),
        relation("built_on", "deepseek", "llama", tools),
        relation("built_on", "deepseek", "pytorch", tools),
        relation("developer_of", "meta", "llama", "MetaのLlama"),
        relation("developer_of", "meta", "pytorch", "MetaのLlamaやPyTorch"),
        relation("participates_in", "openai", "stargate", partners),
        relation("participates_in", "softbank", "stargate", partners),
        relation("participates_in", "oracle", "stargate", partners),
        relation("founder_of", "liang-wenfeng", "deepseek", "同社の創業者である梁文峰", "創業者"),
    )
