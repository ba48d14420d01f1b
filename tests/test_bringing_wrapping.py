"""Wrapped lines and quoting are read as white space at the same offsets; all else stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading import read
from components.reading.joining import joined, restore
from components.reading.model import Article, Doc
from components.reading.structure import paragraphs, sentences
from components.reading.vocabulary import load
from components.reading.wrapping import GONE, unwrap

ROOT = Path(__file__).parent.parent
NEWS = (ROOT / "data" / "articles" / "deepseek.txt").read_text(encoding="utf-8")
BODY = (
    "米メタは24日、人工知能（AI）に600億ドル以上を投じると発表した。オープンAIとソフトバンク、"
    "オラクルも「Stargate」プロジェクトを通じて米国内で5000億ドル規模のAIインフラ整備を進める。"
    "大規模な投資が加速しており、競争環境がより激化していることを示唆している。"
)
UNIT = re.compile(r"[!-~]+|.[、。，．・」』）!?ー]*")


def width(text: str) -> int:
    return sum(1 if char <= "~" else 2 for char in text)


def wrapped(text: str, column: int) -> list[str]:
    """Wrap as mail programs and editors do: as much to a line as fits, no line begun with 。"""
    lines = [""]
    for unit in UNIT.findall(text):
        if lines[-1] and width(lines[-1] + unit) > column:
            lines.append("")
        lines[-1] += unit
    return lines


def read_as(text: str) -> list[str]:
    flat = unwrap(text)
    return [flat[p.start : p.end].replace(GONE, "") for p in paragraphs(flat)]


@pytest.mark.parametrize("column", [40, 44, 60, 66, 70, 76, 90])
@pytest.mark.parametrize("mark", ["", "> ", ">> ", "> > ", "＞"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_paragraphs_are_read_whole(column: int, mark: str, end: str) -> None:
    whole = ["メタの投資", BODY, "競争の激化", BODY]
    lines = [line for part in whole for line in (*wrapped(part, column), "")]
    text = end.join(f"{mark}{line}".rstrip() for line in lines)
    flat = unwrap(text)
    assert len(flat) == len(text)
    parts = paragraphs(flat)
    told = [flat[s.start : s.end].replace(GONE, "") for s in sentences(flat, parts)]
    assert "".join(told) == "".join(whole)
    assert {"メタの投資", "競争の激化"} <= set(told)
    assert {sentence + "。" for sentence in BODY.split("。") if sentence} <= set(told)


def test_the_first_article_is_unchanged() -> None:
    assert unwrap(NEWS) == NEWS
    assert joined(NEWS).places is None


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "米メタは24日、人工知能（AI）に600億ドル以上を投\nじると発表した。",
            ["米メタは24日、人工知能（AI）に600億ドル以上を投", "じると発表した。"],
            "two lines prove nothing",
        ),
        (
            "米メタは24日、人工知能（AI）に600億ドル以上\nを投じると発表した。",
            ["米メタは24日、人工知能（AI）に600億ドル以上を投じると発表した。"],
            "unless the second cannot begin a sentence",
        ),
        (
            "ソフトバンク、オープンAIに5000億ドル投資\nメタ、人工知能へ600億ドル以上を投資\n"
            "オラクル、データセンターを米国内で増設へ",
            ["ソフトバンク、オープンAIに5000億ドル投資", "メタ、人工知能へ600億ドル以上を投資",
             "オラクル、データセンターを米国内で増設へ"],
            "headlines of one width are a list",
        ),
        (
            "■メタの投資が加速、人工知能に600億ドル\n米メタは24日、発表した。増額する方針という。",
            ["■メタの投資が加速、人工知能に600億ドル", "米メタは24日、発表した。増額する方針という。"],
            "a marked heading",
        ),
        (
            "米メタは24日、発表した。（山田太郎、ニューヨーク）\n同社は、人工知能に投資する方針を示した。",
            ["米メタは24日、発表した。（山田太郎、ニューヨーク）", "同社は、人工知能に投資する方針を示した。"],
            "a sentence ended, with its writer",
        ),
        ("> 発表した。\n>> 前の便。\n終わり。", ["発表した。", "前の便。", "終わり。"], "depths part"),
        (">\n> 発表した。", ["発表した。"], "an empty quoted line is empty"),
        ("利益は5>3億円だった。", ["利益は5>3億円だった。"], "a sign amid a line is no quoting"),
    ],
)  # fmt: skip
def test_reads(text: str, expected: list[str], why: str) -> None:
    assert read_as(text) == expected, why


def test_a_heading_between_wrapped_paragraphs_stays_one() -> None:
    text = "\n".join((*wrapped(BODY, 70), "競争の激化", *wrapped(BODY, 70), "Source:Fox Business"))
    assert read_as(text) == [BODY, "競争の激化", BODY, "Source:Fox Business"]


def test_an_indented_line_begins_a_paragraph() -> None:
    text = "\n".join(line for part in ("　" + BODY,) * 3 for line in wrapped(part, 60))
    assert read_as(text) == [BODY] * 3


def test_an_address_does_not_hide_the_width() -> None:
    text = "\n".join((*wrapped(BODY, 70), "https://www.example.com/" + "a" * 90))
    assert read_as(text)[0] == BODY


def test_latin_words_are_parted_by_a_space() -> None:
    lines = (
        "米国の大手テクノロジー企業による大規模な投資が加速していると、Fox",
        "Business が23日に伝えた。各社は新たな戦略を模索することを余儀なく",
        "され、規模を競う。",
    )
    flat = unwrap("\n".join(lines))
    assert "Fox Business" in flat
    assert f"余儀なく{GONE}され" in flat


TITLE = st.text(st.sampled_from("メタ米国AI投資激化成功影響、「」"), min_size=1, max_size=40)
SENTENCE = st.text(
    st.sampled_from("メタは米国のAIに投資し、競争が激化し「R1」を発表し600億ドルとなる"),
    max_size=90,
).map(lambda text: f"米{text}た。")


@given(st.lists(st.lists(SENTENCE, min_size=1, max_size=4).map("".join) | TITLE, max_size=12),
       st.sampled_from(["\n", "\n\n", "\r\n", "\n　"]))  # fmt: skip
def test_one_paragraph_to_a_line_comes_back_unchanged(parts: list[str], end: str) -> None:
    heads = [part.rstrip("、の") + "化" if not part.endswith("。") else part for part in parts]
    text = end.join(re.sub("^[、」]+", "", head) for head in heads)
    assert unwrap(text) == text


@given(st.text(st.one_of(st.sampled_from(">＞ \n\r\u2028　。、投資メタのを"), st.characters())))
def test_any_text_keeps_its_length_and_words(text: str) -> None:
    flat = unwrap(text)
    assert len(flat) == len(text)
    for before, after in zip(text, flat, strict=True):
        assert before == after or (after in GONE + " " and (before.isspace() or before in ">＞"))
    assert unwrap(flat) == flat


@given(st.text(st.sampled_from("> \n　。、投資メタのを5億円"), max_size=300))
def test_joining_keeps_the_place_of_every_character(text: str) -> None:
    whole = joined(text)
    places = tuple(range(len(text))) if whole.places is None else whole.places
    assert len(places) == len(whole.text)
    assert list(places) == sorted(set(places))
    assert all(a == text[place] or a == " " for a, place in zip(whole.text, places, strict=True))


def reading(text: str) -> Doc:
    whole = joined(text)
    article = Article(id="wrapped", text=text, reference_date="2025-01-24")
    doc = read(Article(id="wrapped", text=whole.text, reference_date="2025-01-24"), WORDS)
    return doc if whole.places is None else restore(doc, article, whole.places)


WORDS = load(ROOT / "data" / "vocabulary")


@pytest.mark.parametrize("column", [60, 66, 70, 76])
@pytest.mark.parametrize("mark", ["", "> "])
def test_a_wrapped_text_says_what_the_whole_one_says(column: int, mark: str) -> None:
    plain = reading(BODY)
    text = "\n".join(mark + line for line in wrapped(BODY, column))
    doc = reading(text)
    assert [m.entity for m in doc.mentions] == [m.entity for m in plain.mentions]
    assert [(a.low, a.mod, a.payers) for a in doc.amounts] == [
        (a.low, a.mod, a.payers) for a in plain.amounts
    ]
    assert [e.type for e in doc.events] == [e.type for e in plain.events]
    for fact in (*doc.mentions, *doc.amounts, *doc.dates, *doc.tokens):
        assert text[fact.start : fact.end] == fact.text
    bare = [re.sub(r"[>\s]", "", text[s.start : s.end]) for s in doc.sentences]
    assert bare == [re.sub(r"\s", "", BODY[s.start : s.end]) for s in plain.sentences]
