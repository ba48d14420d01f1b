"""Ranks, quantities, and the account of all numbers of a text."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading.numbers import Numbers, read_numbers
from components.reading.quantities import numbers, quantities, ranks
from components.reading.quantity_rules import (
    RANK_RULES,
    quantity_rules,
    sort_of,
    unit_faults,
    units,
)
from components.reading.shape import Rule, matches, shape


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("ランキングでトップ10に入る", [("トップ10", 1, 10)], "the first ten"),
        ("第2位だった", [("第2位", 2, 2)], "a place"),
        ("世界3位の企業", [("3位", 3, 3)], "a place in the world"),
        ("上位5社で8割", [("上位5社", 1, 5)], "the upper five"),
        ("首位を守る", [("首位", 1, 1)], "the first, without a number"),
        ("10位以内", [("10位以内", 1, 10)], "up to a place"),
        ("4〜6位", [("4〜6位", 4, 6)], "places"),
        ("世界で2番目に大きい", [("2番目", 2, 2)], "in order of size"),
        ("業界No.1", [("No.1", 1, 1)], "Latin"),
        ("トップ10%の富裕層", [], "a share is no rank"),
        ("経営トップの10人", [], "nor is a leader"),
        ("2番目の工場", [], "nor is an ordinal"),
        ("三位一体の改革", [], "nor a word"),
        ("単位と地位", [], "nor 位 without a number"),
    ],
)
def test_ranks(text: str, expected: list[tuple[str, int, int]], why: str) -> None:
    assert [(found.text, found.low, found.high) for found in ranks(text)] == expected, why


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "why"),
    [
        ("42.6%増えた", "42.6%", "42.6", "%", "per cent"),
        ("９パーセント", "９パーセント", "9", "%", "in katakana and full width"),
        ("3割5分を出資", "3割5分", "3.5", "割", "tenths and hundredths"),
        ("3割を占める", "3割", "3", "割", "tenths"),
        ("10ポイント上昇", "10ポイント", "10", "ポイント", "points"),
        ("3.6倍に増えた", "3.6倍", "3.6", "倍", "times"),
        ("5カ所に建てる", "5カ所", "5", "カ所", "places"),
        ("5ヶ所に建てる", "5ヶ所", "5", "カ所", "places, in another spelling"),
        ("三社が参加", "三社", "3", "社", "kanji before a counter"),
        ("十万人が来た", "十万人", "100000", "人", "a scale"),
        ("数十人が集まる", "数十人", None, "人", "vague"),
        ("午前9時30分に", "午前9時30分", None, "clock", "a time of day"),
        ("23:15に終わる", "23:15", None, "clock", "in digits"),
        ("3日間続く", "3日間", "3", "日間", "a length of time"),
        ("2年ぶりの高値", "2年ぶり", "2", "年ぶり", "since"),
        ("3分の1を超える", "3分の1", str(Decimal(1) / 3), "fraction", "a fraction"),
        ("-3.2%となった", "-3.2%", "-3.2", "%", "a sign"),
        ("▲3%となった", "▲3%", "-3", "%", "the accountant's sign"),
        ("3〜5%伸びる", "3〜5%", None, "%", "a range has no one value"),
        ("1ドル=150円で計算", "1ドル=150円", "150", "JPY/USD", "an exchange rate"),
        ("対ドルで150円台に", "150円台", "150", "JPY", "a rate in words"),
        ("重さ10ポンドの箱", "10ポンド", "10", "ポンド", "a weight"),
        ("10GWの電力", "10GW", "10", "GW", "a Latin unit"),
        ("バージョン3.5.1", "3.5.1", None, "version", "a version"),
        ("第3世代の製品", "第3世代", "3", "世代", "an ordinal with unit"),
        ("第2エンジン", "第2", "2", "ordinal", "an ordinal"),
        ("5人目の社長", "5人目", "5", "人目", "an ordinal after"),
        ("10万以上が売れた", "10万", "100000", "", "a scale without a unit"),
        ("ROE10%を目指す", "10%", "10", "%", "after an acronym"),
    ],
)
def test_quantities(text: str, surface: str, value: str | None, unit: str, why: str) -> None:
    (found,) = read_numbers(text).quantities
    assert text[found.start : found.end] == found.text == surface, why
    assert (found.value, found.unit) == (None if value is None else Decimal(value), unit), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("R1とGPT-4oとH100", "digits of names"),
        ("一部の企業は一方で", "words with 一"),
        ("十分な時間", "十分 as enough"),
        ("六本木の路上", "a quarter of Tokyo"),
        ("秋田県三種町の沖", "a town"),
        ("三菱と四国と千葉", "names"),
        ("万が一の場合", "a saying"),
        ("第一三共", "a company"),
        ("ページェント5ページェント", "a unit within a longer word"),
        ("35トンネル", "likewise"),
        ("製品2025を発売", "a number without a unit"),
    ],
)
def test_what_is_no_quantity(text: str, why: str) -> None:
    assert quantities(text) == (), why


@pytest.mark.parametrize(
    ("unit", "sort", "why"),
    [
        ("JPY/USD", "rate", "a rate"),
        ("JPY", "rate", "a movement of a rate"),
        ("clock", "time", "a time of day"),
        ("%", "ratio", "per cent"),
        ("fraction", "ratio", "a fraction"),
        ("年ぶり", "duration", "since"),
        ("GW", "measure", "power"),
        ("GPU", "count", "a Latin unit of three capitals is no currency"),
        ("社", "count", "companies"),
        ("", "count", "no unit"),
    ],
)
def test_sorts(unit: str, sort: str, why: str) -> None:
    assert sort_of(unit) == sort, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("600億ドルを3社が2年で", ["600億", "3", "2"], "digits"),
        ("R1と５と٣", ["1", "５", "٣"], "a name's, full width, another script"),
        ("百億円と三社", ["百億"], "kanji with a scale; 三 alone may be part of a word"),
    ],
)
def test_numbers(text: str, expected: list[str], why: str) -> None:
    assert [text[span.start : span.end] for span in numbers(text)] == expected, why


def test_a_number_in_kanji_within_a_fact_is_counted() -> None:
    text = "三社が出資"
    assert [text[span.start : span.end] for span in read_numbers(text).numbers] == ["三"]


@pytest.mark.parametrize(
    ("text", "kinds", "why"),
    [
        ("2024年に5億円", ["date", "amount"], "each for itself"),
        ("1月20日に第2位、3社", ["date", "rank", "quantity"], "each for itself"),
        ("1ドル=150円", ["quantity"], "a rate, not two sums"),
        ("上位5社", ["rank"], "not five companies"),
        ("3月期", ["date"], "not a period of counting"),
        ("10円玉", ["amount"], "money goes before a counter"),
    ],
)
def test_what_goes_before(text: str, kinds: list[str], why: str) -> None:
    read = read_numbers(text, "2025-01-24")
    found = [
        (item.start, kind)
        for kind, items in (
            ("amount", read.amounts),
            ("date", read.dates),
            ("rank", read.ranks),
            ("quantity", read.quantities),
        )
        for item in items
    ]
    assert [kind for _, kind in sorted(found)] == kinds, why


@pytest.mark.parametrize("rule", [*RANK_RULES, *quantity_rules()], ids=lambda rule: rule.name)
def test_every_rule_reads_its_example(rule: Rule) -> None:
    assert any(match[0] for match in matches(rule, shape(rule.example)))
    found = (*ranks(rule.example), *quantities(rule.example))
    assert rule.example in [item.text for item in found] or found[0].start == 0


@pytest.mark.parametrize("form", sorted(units()))
def test_every_unit_is_read(form: str) -> None:
    (found,) = read_numbers(f"約7{form}").quantities or quantities(f"約7{form}")
    assert found.unit == units()[form].unit


def test_the_table_of_units_is_sound() -> None:
    assert unit_faults() == ()


def test_a_faulty_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "units.tsv"
    path.write_text(
        "form\tunit\tsort\tkanji\tunless\n社\t社\tcount\tyes\t\n台\t台\tmany\tno\t\n"
        "人\t人\tcount\tmaybe\t\n本\t\tcount\tno\t\n個\t個\tcount\tno\t(\n",
        encoding="utf-8",
    )
    assert list(units(path)) == ["社"]
    assert [fault.split(": ")[0] for fault in unit_faults(path)] == [
        f"units.tsv:{n}" for n in (3, 4, 5, 6)
    ]


PIECES = (
    "600億", "ドル", "円", "約", "最大", "以上", "規模", "〜", "から", "(", ")", "=", "うち", "それぞれ", "1", "20",
    "2025", "年", "月", "日", "期", "昨年", "同年", "第", "位", "トップ", "%", "倍", "社", "人", "分の", "割", "三", "十",
    "数", "兆", "銭", "$", " billion", "△", "-", ".", ",", ":", "/", "、", "。", "\n", "R", "ﾄﾞﾙ", "\ue001", "\x00",
)  # fmt: skip


def check(text: str) -> None:
    read: Numbers = read_numbers(text, "2025-01-24")
    facts = sorted(
        (*read.amounts, *read.dates, *read.ranks, *read.quantities), key=lambda item: item.start
    )
    for item in facts:
        assert item.start < item.end
        assert text[item.start : item.end] == item.text
    for before, after in pairwise(facts):
        assert before.end <= after.start
    for number in read.numbers:
        inside = [f for f in facts if f.start < number.end and number.start < f.end]
        assert all(f.start <= number.start and number.end <= f.end for f in inside)
    for index, amount in enumerate(read.amounts):
        assert amount.restates is None or amount.restates < index
        assert amount.part_of is None or amount.part_of < index
        assert amount.low is None or amount.high is None or amount.low <= amount.high


@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_laws_on_fragments(pieces: list[str]) -> None:
    check("".join(pieces))


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_laws_on_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "unit", ["1", "1,", "三", "約", "最大で", "1円", "1億円(", "1〜", "1日", "年", "1.", "\n>"]
)
def test_a_long_run_of_one_thing_is_read(unit: str) -> None:
    check(unit * (3000 // len(unit)))
