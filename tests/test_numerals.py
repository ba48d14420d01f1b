"""Numbers as Japanese writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading.fold import fold
from components.reading.numerals import parse, scan


@pytest.mark.parametrize(
    ("text", "value", "why"),
    [
        ("312億6500万", "31265000000", "two steps of scale"),
        ("4.2兆", "4200000000000", "a decimal before a scale"),
        ("3億8000万", "380000000", "digits before each scale"),
        ("１２３億", "12300000000", "full width"),
        ("2,040億", "204000000000", "a comma within"),
        ("1兆2,000億", "1200000000000", "a comma in the second step"),
        ("百億", "10000000000", "百 alone is a hundred"),
        ("三百二十", "320", "kanji throughout"),
        ("十万", "100000", "十 alone is ten"),
        ("1千万", "10000000", "a digit before 千"),
        ("5百", "500", "a digit before 百"),
        ("5万4千6百", "54600", "every step mixed"),
        ("二〇二五", "2025", "kanji digits by place"),
        ("一九九五", "1995", "kanji digits without zero"),
        ("12,345百万", "12345000000", "百万 as the unit of an account"),
        ("2.5千", "2500", "a decimal before 千"),
        ("4・2兆", "4200000000000", "a decimal point of vertical writing before a scale"),
        ("5000\n億", "500000000000", "a line wrapped between digits and scale"),
        ("3万8776", "38776", "a rest without scale"),
        ("七十七", "77", "tens and ones"),
        ("千", "1000", "a lone 千"),
    ],
)
def test_values(text: str, value: str, why: str) -> None:
    assert parse(fold(text)) == Decimal(value), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("数十億", "数 is vague"),
        ("数兆", "数"),
        ("何百万", "何"),
        ("十数億", "数 within"),
        ("1億数千万", "数 later"),
    ],
)
def test_vague_numbers_have_no_value(text: str, why: str) -> None:
    (found,) = scan(text)
    assert (found.text, found.value, bool(found.vague)) == (text, None, True), why


@pytest.mark.parametrize(
    ("text", "numbers", "why"),
    [
        ("一部の企業", (), "一部 is a word"),
        ("一方で", (), "一方 is a word"),
        ("第3四半期", ("3",), "四 of 四半期 belongs to no number"),
        ("2024年10月", ("2024", "10"), "units part numbers"),
        ("1、2、3", ("1", "2", "3"), "a Japanese comma parts numbers"),
        ("1,1234", ("1", "1234"), "a comma before four digits parts numbers"),
        ("2021.7.18", ("2021.7.18",), "a dotted number is one token"),
        ("1万億", ("1万",), "scales must fall"),
        ("人数と件数", (), "数 as part of a word"),
        ("https://example.com/2024/05 に5件", ("5",), "the digits of an address are no numbers"),
    ],
)
def test_scanning(text: str, numbers: tuple[str, ...], why: str) -> None:
    assert tuple(found.text for found in scan(fold(text))) == numbers, why


@pytest.mark.parametrize(
    ("text", "weak", "why"),
    [
        ("三", True, "三菱"),
        ("十", True, "十分"),
        ("百億", False, "a scale"),
        ("3", False, "a digit"),
        ("数", True, "数字"),
        ("数十億", False, "a vague scale"),
    ],
)
def test_weak_numbers_may_be_part_of_a_word(text: str, weak: bool, why: str) -> None:
    assert scan(text)[0].weak is weak, why


@given(st.integers(min_value=1, max_value=10**16 - 1))
def test_every_number_written_with_scales_is_read_back(value: int) -> None:
    parts, rest = [], value
    for unit, name in ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, "")):
        if rest >= unit:
            parts.append(f"{rest // unit}{name}")
            rest %= unit
    assert parse("".join(parts)) == value


@given(st.integers(min_value=0, max_value=10**15))
def test_commas_do_not_matter(value: int) -> None:
    assert parse(f"{value:,}") == value


@given(st.text(alphabet="0123456789.,・一二十百千万億兆数〇\n円% ", max_size=60))
def test_numbers_stand_where_they_say(text: str) -> None:
    reached = 0
    for found in scan(text):
        assert found.start >= reached
        assert text[found.start : found.end] == found.text
        reached = found.end
