"""Paragraphs, headings and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading.structure import brackets, paragraphs, sentences

SENTENCES = [
    ("一つ目。二つ目。", ["一つ目。", "二つ目。"], "。 ends a sentence"),
    (
        "「終わった。次だ」と述べた。",
        ["「終わった。次だ」と述べた。"],
        "a quotation is never split",
    ),
    (
        "彼は「そうだ。」と言う。次。",
        ["彼は「そうだ。」と言う。", "次。"],
        "nor at its closing bracket",
    ),
    ("本当か！？はい。", ["本当か！？", "はい。"], "！？ ends one sentence, once"),
    (
        "閉じない「括弧。次の文。",
        ["閉じない「括弧。", "次の文。"],
        "a lone bracket swallows nothing",
    ),
    ("見出し\n本文。", ["見出し", "本文。"], "a line ends a sentence"),
    ("値は3.5倍だ。", ["値は3.5倍だ。"], "a decimal point ends nothing"),
    ("（注。あり）本文。", ["（注。あり）本文。"], "nor does a full stop in parentheses"),
    ("", [], "no text, no sentence"),
]

HEADINGS = [
    ("見出し\n本文である。", [True, False], "a line that ends no sentence heads what follows"),
    ("本文。\nSource:Fox Business", [False, False], "a credit heads nothing"),
    ("本文。\n出典：共同\n次。", [False, False, False], "a credit inside the text neither"),
    ("本文。\n最後の行", [False, False], "a last line heads nothing"),
    ("「引用で終わる。」\n次。", [False, False], "a closing bracket after 。 ends a sentence"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SENTENCES)
def test_sentences(text: str, expected: list[str], why: str) -> None:
    found = [text[s.start : s.end] for s in sentences(text, paragraphs(text))]
    assert found == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), HEADINGS)
def test_headings(text: str, expected: list[bool], why: str) -> None:
    assert [part.heading for part in paragraphs(text)] == expected, why


@given(st.text(alphabet=st.sampled_from("「」『』（）。！\n 文字a")))
def test_sentences_cover_every_visible_character(text: str) -> None:
    parts = paragraphs(text)
    covered = {i for s in sentences(text, parts) for i in range(s.start, s.end)}
    assert {i for i, char in enumerate(text) if not char.isspace()} <= covered


@given(st.text(alphabet=st.sampled_from("「」『』（）x")))
def test_brackets_never_cross(text: str) -> None:
    pairs = brackets(text, 0, len(text))
    for opening, closing in pairs:
        for other, shut in pairs:
            assert not opening < other < closing < shut
