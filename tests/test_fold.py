"""Folding brings a text to one way of writing without moving a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading.fold import fold


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("ＯｐｅｎＡＩ", "OpenAI", "full-width Latin"),
        ("５，０００億円", "5,000億円", "full-width digits and comma"),
        ("１．５％", "1.5%", "full-width point and per cent"),
        ("ﾒﾀの売上", "メタの売上", "half-width katakana"),
        ("ｶﾞｽ", "カ゛ス", "a half-width sound mark stays a character of its own"),
        ("30億～45億", "30億〜45億", "the full-width tilde"),
        ("30億~45億", "30億〜45億", "the ASCII tilde"),
        ("−3%", "-3%", "the minus sign"),
        ("10–12月期", "10-12月期", "an en dash between digits"),
        ("1─3月期", "1-3月期", "a box-drawing dash between digits, as agencies write it"),
        ("発表――そして", "発表――そして", "dashes of prose are no minus"),
        ("データ", "データ", "the long vowel is no dash"),
        ("３ー５人", "3-5人", "but between digits it is"),
        ("A　B\u00a0C", "A B C", "wide and no-break spaces"),
        ("￥100", "¥100", "the full-width yen sign"),
        ("٣億", "3億", "digits of other scripts"),
        ("m²", "m²", "a raised 2 is no digit"),
        ("①", "①", "nor is a numbered bullet"),
        ("\x00\ud800", "\x00\ud800", "NUL and a lone surrogate pass"),
        ("", "", "nothing"),
    ],
)
def test_folds(text: str, expected: str, why: str) -> None:
    assert fold(text) == expected, why


@given(st.text(st.characters(exclude_categories=())))
def test_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(st.characters(exclude_categories=())))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
