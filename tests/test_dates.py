"""Dates: EDTF as stated, and what they come to from a reference date."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading.date_rules import RULES
from components.reading.dates import dates
from components.reading.model import Date
from components.reading.shape import Rule, matches, shape

REFERENCE = "2025-01-24"  # a Friday


def one(text: str, reference: str | None = REFERENCE) -> Date:
    (found,) = dates(text, reference)
    assert text[found.start : found.end] == found.text
    return found


@pytest.mark.parametrize(
    ("text", "edtf", "why"),
    [
        ("2025年1月21日に発表", "2025-01-21", "complete"),
        ("２０２５年１月２１日", "2025-01-21", "full width"),
        ("二〇二五年一月二十一日", "2025-01-21", "kanji"),
        ("令和7年1月", "2025-01", "an era"),
        ("令和元年5月1日", "2019-05-01", "its first year"),
        ("平成元年", "1989", "the first year alone"),
        ("昭和64年1月7日", "1989-01-07", "an older era"),
        ("23年11月2日", "2023-11-02", "a year in two digits"),
        ("2020年から続く", "2020", "から says since when; it is no 2020か月"),
        ("今期の売上高", "XXXX", "a firm's own business year"),
        ("今秋に発売する", "XXXX-23", "a season of this year"),
        ("2024年9月中間期", "2024-09", "the first half of a business year"),
        (
            "98年に上場",
            "",
            "two digits alone, far from the reference date, may be a length of time",
        ),
        ("24年に発売", "2024", "two digits alone, near it"),
        ("2030年までに", "2030", "a year"),
        ("2024年末", "2024", "its end is no month"),
        ("2025年ごろ", "2025~", "about"),
        ("2025年春", "2025-21", "a season"),
        ("2024年上半期", "2024-40", "a half"),
        ("2024年第3四半期", "2024-35", "a quarter"),
        ("2024年Q3", "2024-35", "a quarter in Latin"),
        ("2024会計年度第3四半期", "2024-35", "a quarter of a business year"),
        ("2024年度", "2024", "a business year by its beginning"),
        ("FY2024", "2024", "the same in Latin"),
        ("2025年3月期", "2025-03", "a business year by its last month"),
        ("2025年3月期第1四半期", "2024-04/2024-06", "the quarter of a year that ends in March"),
        ("2023年7~9月期", "2023-07/2023-09", "months"),
        ("2024年11月〜25年1月期", "2024-11/2025-01", "months over the new year"),
        ("2024年11月〜2月", "2024-11/2025-02", "the second month is in the next year"),
        ("2023〜25年", "2023/2025", "years"),
        ("1990年代", "199X", "a decade"),
        ("1980〜90年代", "198X/199X", "decades"),
        ("21世紀", "20XX", "a century"),
        ("2025年1月上旬", "2025-01-01/2025-01-10", "the first ten days"),
        ("2024年2月下旬", "2024-02-21/2024-02-29", "the last days of a leap year's February"),
        ("2025/1/20", "2025-01-20", "slashes"),
        ("2025-01-20", "2025-01-20", "ISO"),
        ("2025.1.20", "2025-01-20", "dots"),
        ("1月20日", "XXXX-01-20", "no year"),
        ("23日", "XXXX-XX-23", "no month"),
        ("1月20〜22日", "XXXX-01-20/XXXX-01-22", "days"),
        ("20、21日", "XXXX-XX-20/XXXX-XX-21", "two days on end"),
        ("昨年", "XXXX", "a word for a year"),
        ("昨年12月20日", "XXXX-12-20", "with month and day"),
        ("今月3日", "XXXX-XX-03", "a word for a month"),
        ("先月", "XXXX-XX", "alone"),
        ("昨日", "XXXX-XX-XX", "a word for a day"),
        ("先週", "XXXX-XX-XX", "a week"),
        ("第3四半期", "XXXX-35", "a quarter without a year"),
    ],
)
def test_what_is_stated(text: str, edtf: str, why: str) -> None:
    assert [found.edtf for found in dates(text, REFERENCE)] == ([edtf] if edtf else []), why


@pytest.mark.parametrize(
    ("text", "resolved", "why"),
    [
        ("2025年1月21日", "2025-01-21", "nothing to resolve"),
        ("1月20日", "2025-01-20", "the year of the reference date"),
        ("昨秋", "2024-23", "a season of last year"),
        ("2024年9月中間期", "2024-04/2024-09", "six months that end with it"),
        ("2024年9月中間連結決算", "2024-04/2024-09", "without 期"),
        ("12月20日", "2024-12-20", "the nearest, which is in the year before"),
        ("3月に発売する。", "2025-03", "the nearest, which is to come"),
        ("5月に発売した。", "2024-05", "a past predicate: not the nearer one to come"),
        ("12月に発売する予定。", "2025-12", "a planned one: not the nearer one past"),
        ("6月末に終了する予定だったが、遅れた。", "2024-06", "what was planned lies behind"),
        ("8月に約束した670億円は来ない。", "2024-08", "the clause's own predicate, before a sum"),
        ("11月に選挙を控えた氏", "2025-11", "what one awaits lies ahead"),
        ("6月には大会も控えており、問い合わせが多い。", "2025-06", "with も, too"),
        ("一昨年の上場", "2023", "一昨 holds no number"),
        ("今期の売上高", None, "nothing tells when the firm's business year begins"),
        ("1月27日に急落した。", "2025-01-27", "days away: a reference date may be some days off"),
        ("23日に発表した。", "2025-01-23", "the month of the reference date"),
        ("30日に発表した。", "2024-12-30", "a past day later in the month is of the month before"),
        ("31日に発表する。", "2025-01-31", "a day to come"),
        ("20日の終値を上回り、完了する。", "2025-01-20", "a day just past, whatever comes after"),
        ("10〜3月期は黒字を見込む。", "2024-10/2025-03", "months around the reference date"),
        ("9月末までに100万台に達し、計画を引き上げた。", "2024-09", "計画を引き上げた is past"),
        ("昨年", "2024", "a word for a year"),
        ("昨年12月20日", "2024-12-20", "with month and day"),
        ("来年春", "2026-21", "with a season"),
        ("今月3日", "2025-01-03", "a word for a month"),
        ("先月", "2024-12", "over the new year"),
        ("来月5日", "2025-02-05", "the next month"),
        ("昨日", "2025-01-23", "a word for a day"),
        ("先週", "2025-01-13/2025-01-19", "a week from Monday"),
        ("先週金曜日", "2025-01-17", "its Friday"),
        ("4〜6月期", "2025-04/2025-06", "months: the nearest"),
        ("10〜12月期の決算を発表した。", "2024-10/2024-12", "months that are past"),
        ("2025年3月期", "2024-04/2025-03", "twelve months that end with it"),
        ("昨年度", "2023", "the business year before the one that began in April 2024"),
        ("2月29日", "2024-02-29", "only a leap year has it"),
        ("第3四半期", None, "whose business year is not known"),
        ("毎年4月", None, "every year is none in particular"),
        ("前年同期", None, "of a period that was not told"),
    ],
)
def test_resolving(text: str, resolved: str | None, why: str) -> None:
    assert one(text).resolved == resolved, why


@pytest.mark.parametrize(
    ("text", "resolved", "why"),
    [
        (
            "2023年4月に設立した。同年12月に上場した。",
            ["2023-04", "2023-12"],
            "同年 is the year told",
        ),
        ("2023年4月に設立した。翌年3月に上場した。", ["2023-04", "2024-03"], "翌年 the one after"),
        ("2024年3月1日に始め、翌日に終えた。", ["2024-03-01", "2024-03-02"], "翌日"),
        (
            "2024年10〜12月期は前年同期を上回る。",
            ["2024-10/2024-12", "2023-10/2023-12"],
            "a period",
        ),
        (
            "2023年4月に設立し、9月に上場した。",
            ["2023-04", "2023-09"],
            "a month in the same sentence",
        ),
        (
            "2023年4月に設立したX社は1月20日に発表した。",
            ["2023-04", "2025-01-20"],
            "news of the week",
        ),
        ("昨年12月20日から23日まで。", ["2024-12-20", "2024-12-23"], "a day joined to a date"),
        ("3月7日と8日に開く。", ["2025-03-07", "2025-03-08"], "likewise"),
        (
            "2月1日に発売すると24日に発表した。",
            ["2025-02-01", "2025-01-24"],
            "a day that is not joined",
        ),
        ("28日、来年に開く見通しを示した。", ["2024-12-28", "2026"], "a comma: the last predicate"),
        ("2023年4月に設立した。9月に上場する予定。", ["2023-04", "2025-09"], "another sentence"),
        (
            "今期は増収。2025年3月期は1兆円。",
            ["2024-04/2025-03", "2024-04/2025-03"],
            "the article tells how the firm's business year runs",
        ),
        (
            "甲社の2025年3月期、乙社の2024年12月期。来期は増収。",
            ["2024-04/2025-03", "2024-01/2024-12", None],
            "two firms' years leave it open",
        ),
        (
            "2024年7〜9月期は4〜6月期に付けた最高を抜き、前年同期の2倍、前年同期比で100%増。",
            ["2024-07/2024-09", "2024-04/2024-06", "2023-07/2023-09"],
            "前年同期 is of what is told of, not of what it is measured by",
        ),
        (
            "2024年7〜9月期は増収。前年同期の2倍で、前年同期の最高も抜いた。",
            ["2024-07/2024-09", "2023-07/2023-09", "2023-07/2023-09"],
            "told twice it is the same",
        ),
        (
            "7〜12月期は赤字\n2023年7〜12月期は赤字だった。",
            ["2023-07/2023-12", "2023-07/2023-12"],
            "a headline leaves out the year that the body tells",
        ),
        (
            "10月21日と同24日に実施した。21日の額は最大だった。",
            ["2024-10-21", "2024-10-24", "2024-10-21"],
            "the same month; the same day again",
        ),
        (
            "10月以来の高値で、12月か来年1月に決める。",
            ["2024-10", "2025-12", "2026-01"],
            "以来 is past",
        ),
    ],
)
def test_resolving_by_what_was_told(text: str, resolved: list[str], why: str) -> None:
    assert [found.resolved for found in dates(text, REFERENCE)] == resolved, why


@pytest.mark.parametrize(
    ("text", "inferred", "why"),
    [
        ("2025年1月21日", False, "complete"),
        ("1月21日", True, "the year is inferred"),
        ("昨年", True, "the word is resolved"),
        ("23年11月2日", False, "the text gives the year"),
        ("2025年3月期", False, "what 3月期 means is no inference"),
        ("第3四半期", False, "nothing was resolved"),
    ],
)
def test_inferred(text: str, inferred: bool, why: str) -> None:
    assert one(text).inferred is inferred, why


@pytest.mark.parametrize(
    "text", ["1月20日", "23日", "昨年", "今月3日", "先週", "4〜6月期", "月曜日"]
)
def test_without_a_reference_date_nothing_is_resolved(text: str) -> None:
    assert (one(text, None).resolved, one(text, None).inferred) == (None, False)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3日間で", "days long"),
        ("2年ぶりの", "years since"),
        ("10年債の利回り", "a bond"),
        ("1日あたり5件", "per day"),
        ("1日ごとの実績", "every day"),
        ("30年越しで", "over so many years"),
        ("7日続けて下げた", "for so many days"),
        ("27年半の保守を請け負う", "so many years and a half"),
        ("24時間以内", "hours"),
        ("5カ月後", "months"),
        ("創業20年の会社", "an age"),
        ("10年の歴史", "a length"),
        ("30年前に", "ago"),
        ("2〜3日で", "some days"),
        ("4期16年務めた", "a term"),
        ("1日に3回", "per day"),
        ("1日10回まで", "per day, without に"),
        ("前年比10%増", "the base of a ratio"),
        ("前年同期比4%増", "likewise"),
        ("前日比300円高", "likewise"),
        ("2月30日", "no such day"),
        ("3.5.1", "a version"),
        ("20代の男性", "an age"),
        ("紀元前202年", "before our era"),
    ],
)
def test_what_is_no_date(text: str, why: str) -> None:
    assert dates(text, REFERENCE) == (), why


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_reads_its_example(rule: Rule) -> None:
    assert any(True for _ in matches(rule, shape(rule.example)))
    assert one(rule.example).text.startswith(rule.example.removesuffix("(月)"))


PIECES = [
    "2025",
    "1",
    "20",
    "23",
    "年",
    "月",
    "日",
    "期",
    "昨年",
    "同",
    "翌",
    "〜",
    "第",
    "四半期",
    "度",
    "末",
    "令和",
    "元",
    "/",
    "-",
    "代",
    "に",
    "。",
    "、",
]
LEVEL_2 = re.compile(r"(?:[0-9X]{4}(?:-(?:[0-9]{2}|XX)(?:-(?:[0-9]{2}|XX))?)?~?/?){1,2}")


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.dates())
def test_every_date_is_edtf_and_stands_where_it_says(pieces: list[str], day: date) -> None:
    text = "".join(pieces)
    reached = 0
    for found in dates(text, day.isoformat()):
        assert reached <= found.start < found.end
        assert text[found.start : found.end] == found.text
        assert LEVEL_2.fullmatch(found.edtf)
        assert found.resolved is None or LEVEL_2.fullmatch(found.resolved)
        reached = found.end
