"""Money, numbers and dates in words, in both languages."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.edtf import date_bounds
from components.texts import LANGUAGES, texts
from components.wording import (
    Unit,
    abutted,
    amount_label,
    amount_phrase,
    axis_unit,
    date_label,
    joined,
    money,
    number,
)

JA, EN = texts("ja"), texts("en")


@pytest.mark.parametrize(
    ("value", "currency", "japanese", "english", "why"),
    [
        ("500000000000", "USD", "5,000億ドル", "$500 billion", "one unit, thousands separated"),
        ("1200000000000", "JPY", "1兆2,000億円", "¥1.2 trillion", "two units"),
        ("31265000000", "USD", "312億6,500万ドル", "$31.265 billion", "every digit kept"),
        ("31265000001", "USD", "312億6,500万1ドル", "$31,265,000,001", "never rounded"),
        ("9390600000000", "JPY", "9兆3,906億円", "¥9,390.6 billion", "at most three decimals"),
        ("350000", "EUR", "35万ユーロ", "€350,000", "no scale below a million"),
        ("3500000", "EUR", "350万ユーロ", "€3.5 million", "million"),
        ("1845.50", "JPY", "1,845円50銭", "¥1,845.50", "sen are counted out"),
        ("1845.505", "JPY", "1,845.505円", "¥1,845.505", "less than a sen stays a decimal"),
        ("0.5", "JPY", "50銭", "¥0.50", "only sen"),
        ("0.25", "USD", "25セント", "$0.25", "only cents"),
        ("1.25", "USD", "1.25ドル", "$1.25", "dollars and cents are a decimal"),
        ("-14000000", "JPY", "−1,400万円", "−¥14 million", "a loss, with a minus sign"),
        ("3000000000", "CNY", "30億元", "CNY 3 billion", "no common sign: the code"),
        ("3000000000", "XBT", "30億XBT", "XBT 3 billion", "a currency without a name"),
        ("0", "JPY", "0円", "¥0", "zero"),
        ("20000000000000000", "JPY", "2京円", "¥20,000 trillion", "beyond 兆"),
        ("10000", "JPY", "1万円", "¥10,000", "万 on its own"),
        ("15000", "JPY", "1万5,000円", "¥15,000", "a rest below 万"),
    ],
)
def test_money(value: str, currency: str, japanese: str, english: str, why: str) -> None:
    assert money(Decimal(value), currency, JA) == japanese, why
    assert money(Decimal(value), currency, EN) == english, why


BILLION = Decimal(10**9)


@pytest.mark.parametrize(
    ("low", "high", "mod", "japanese", "english", "phrases", "why"),
    [
        (60, None, "equal_or_more", "≥ 600億ドル", "≥ $60 billion",
         ("600億ドル以上", "at least $60 billion"), "以上"),
        (60, None, "more_than", "> 600億ドル", "> $60 billion",
         ("600億ドル超", "more than $60 billion"), "超"),
        (None, 2, "equal_or_less", "≤ 20億ドル", "≤ $2 billion",
         ("最大20億ドル", "at most $2 billion"), "最大"),
        (None, 2, "less_than", "< 20億ドル", "< $2 billion",
         ("20億ドル未満", "less than $2 billion"), "未満"),
        (500, 500, "approx", "約 5,000億ドル", "about $500 billion",
         ("約 5,000億ドル", "about $500 billion"), "規模"),
        (500, 500, "exact", "5,000億ドル", "$500 billion",
         ("5,000億ドル", "$500 billion"), "no qualifier"),
        (3, Decimal("4.5"), "exact", "30億〜45億ドル", "$3–4.5 billion",
         ("30億〜45億ドル", "$3–4.5 billion"), "range"),
        (3, Decimal("4.5"), "approx", "約 30億〜45億ドル", "about $3–4.5 billion",
         ("約 30億〜45億ドル", "about $3–4.5 billion"), "range with 約"),
        (Decimal("0.9"), Decimal("1.2"), "exact", "9億〜12億ドル", "$900 million to $1.2 billion",
         ("9億〜12億ドル", "$900 million to $1.2 billion"), "range over two scales"),
        (60, None, "exact", "≥ 600億ドル", "≥ $60 billion",
         ("600億ドル以上", "at least $60 billion"), "one bound is never said as a value"),
        (None, 60, "approx", "≤ 600億ドル", "≤ $60 billion",
         ("最大600億ドル", "at most $60 billion"), "nor is an upper bound"),
    ],
)  # fmt: skip
def test_qualifiers(low, high, mod, japanese, english, phrases, why) -> None:
    low, high = (bound and bound * BILLION for bound in (low, high))
    assert amount_label(low, high, mod, "USD", JA) == japanese, why
    assert amount_label(low, high, mod, "USD", EN) == english, why
    assert amount_phrase(low, high, mod, "USD", JA) == phrases[0], why
    assert amount_phrase(low, high, mod, "USD", EN) == phrases[1], why


def test_vague_amount_keeps_its_words_and_says_that_no_value_stands() -> None:
    assert amount_label(None, None, "approx", "USD", JA, "数兆ドル") == "数兆ドル（値の記載なし）"
    assert amount_label(None, None, "approx", "USD", EN, "数兆ドル") == (
        "“数兆ドル” (no value stated)"
    )
    assert amount_label(None, None, "approx", "USD", JA) == "値の記載なし"


SIZES = {"京": 16, "兆": 12, "億": 8, "万": 4, "": 0}


def read_back(words: str) -> Decimal:
    """Add up a Japanese number: 1兆2,000億 is 1,200,000,000,000."""
    sign = -1 if words.startswith("−") else 1
    parts = re.findall(r"([0-9,.]+)([京兆億万]?)", words)
    return sign * sum(
        (Decimal(digits.replace(",", "")).scaleb(SIZES[unit]) for digits, unit in parts), Decimal(0)
    )


@given(st.decimals(min_value=-(10**18), max_value=10**18, places=2))
def test_a_japanese_number_is_exact(value: Decimal) -> None:
    assert read_back(number(value, JA)) == value


@given(st.decimals(min_value=0, max_value=10**18, places=2))
def test_an_english_number_is_exact(value: Decimal) -> None:
    digits, _, unit = number(value, EN).partition(" ")
    size = {"million": 6, "billion": 9, "trillion": 12, "": 0}[unit]
    assert Decimal(digits.replace(",", "")).scaleb(size) == value


@pytest.mark.parametrize(
    ("values", "currency", "japanese", "english", "why"),
    [
        ([500 * BILLION, 60 * BILLION], "USD", Unit(Decimal(10**8), "億米ドル"),
         Unit(Decimal(10**9), "billion USD"), "the article's own investments"),
        ([78 * 1000 * BILLION], "JPY", Unit(Decimal(10**12), "兆円"),
         Unit(Decimal(10**12), "trillion JPY"), "converted to yen"),
        ([Decimal(1_200_000_000_000)], "JPY", Unit(Decimal(10**8), "億円"),
         Unit(Decimal(10**12), "trillion JPY"), "below ten 兆, 億 reads better"),
        ([Decimal(1845)], "JPY", Unit(Decimal(1), "円"), Unit(Decimal(1), "JPY"), "a share price"),
        ([Decimal(-14_000_000)], "JPY", Unit(Decimal(10**4), "万円"),
         Unit(Decimal(10**6), "million JPY"), "a loss has a size too"),
        ([], "CNY", Unit(Decimal(1), "元"), Unit(Decimal(1), "CNY"), "nothing to draw"),
    ],
)  # fmt: skip
def test_axis_unit(values, currency, japanese, english, why) -> None:
    assert axis_unit(values, currency, JA) == japanese, why
    assert axis_unit(values, currency, EN) == english, why


@pytest.mark.parametrize(
    ("edtf", "stated", "japanese", "english"),
    [
        ("2025-01-20", "XXXX-01-20", "2025年1月20日（年は推定）",
         "20 January 2025 (year inferred)"),
        ("2025-01-20", "XXXX-XX-20", "2025年1月20日（年月は推定）",
         "20 January 2025 (month and year inferred)"),
        ("2024", "2024~", "2024年（推定）", "2024 (inferred)"),
        ("2025-01-20", "2025-01-20", "2025年1月20日", "20 January 2025"),
        ("2025-01-20", "", "2025年1月20日", "20 January 2025"),
        ("XXXX-01-20", "XXXX-01-20", "1月20日（年の記載なし）", "20 January (year not stated)"),
        ("XXXX-01", "", "1月（年の記載なし）", "January (year not stated)"),
        ("XXXX-XX-20", "", "20日（年月の記載なし）", "day 20 (month and year not stated)"),
        ("XXXX-33", "", "第1四半期（年の記載なし）", "Q1 (year not stated)"),
        ("2025-11", "", "2025年11月", "November 2025"),
        ("2025", "", "2025年", "2025"),
        ("202X", "", "2020年代", "2020s"),
        ("20XX", "", "21世紀", "century 21"),
        ("2025-34", "", "2025年第2四半期", "Q2 2025"),
        ("2025-41", "", "2025年下半期", "second half of 2025"),
        ("2025-21", "", "2025年春", "spring 2025"),
        ("2025~", "", "2025年ごろ", "about 2025"),
        ("2025-01?", "", "2025年1月（不確か）", "January 2025 (uncertain)"),
        ("2025-01-24/2025-01-25", "", "2025年1月24日〜2025年1月25日",
         "24 January 2025 – 25 January 2025"),
        ("2025/..", "", "2025年から", "from 2025"),
        ("../2025-03", "", "2025年3月まで", "until March 2025"),
        ("2025-XX-20", "", "2025-XX-20", "2025-XX-20"),
        ("来春", "", "来春", "来春"),
    ],
)  # fmt: skip
def test_date_label(edtf: str, stated: str, japanese: str, english: str) -> None:
    assert date_label(edtf, JA, stated) == japanese
    assert date_label(edtf, EN, stated) == english


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-01-20", "2025-01-20", "2025-01-20"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2025-36", "2025-10-01", "2025-12-31"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2025-01-XX", "2025-01-01", "2025-01-31"),
        ("2025-01-24/2025-02", "2025-01-24", "2025-02-28"),
        ("2025/..", "2025-01-01", "2025-12-31"),
    ],
)
def test_date_bounds(edtf: str, first: str, last: str) -> None:
    bounds = date_bounds(edtf)
    assert bounds is not None
    assert [day.isoformat() for day in bounds] == [first, last]


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "..",
        "/",
        "../..",
        "XXXX-01-20",
        "2025-02-30",
        "2025-13",
        "0000",
        "XXXX-01/2025-02",
        "昨年",
    ],
)
def test_a_date_without_a_place_on_the_calendar(edtf: str) -> None:
    assert date_bounds(edtf) is None


@given(st.text(alphabet="0123456789X-/.~?年", max_size=14))
def test_any_text_is_a_date_or_none(edtf: str) -> None:
    bounds = date_bounds(edtf)
    assert bounds is None or bounds[0].year >= 1
    assert all(isinstance(date_label(edtf, texts(language)), str) for language in LANGUAGES)


def test_names_with_a_middle_dot_are_told_apart() -> None:
    assert joined(["OpenAI", "ソフトバンク"], JA) == "OpenAI・ソフトバンク"
    assert joined(["ヤン・ルカン", "Meta"], JA) == "ヤン・ルカン、Meta"
    assert joined(["OpenAI", "SoftBank"], EN) == "OpenAI, SoftBank"


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Meta", "Meta "), ("600億ドル以上", " 600億ドル以上"), ("約 1円", "約 1円"), ("", "")],
)
def test_latin_and_digits_get_room_in_japanese(words: str, expected: str) -> None:
    assert abutted(words, JA) == expected
    assert abutted(words, EN) == words
