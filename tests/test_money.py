"""Sums of money: their spans, bounds, qualifiers, currencies, and how they belong together."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from components.reading.currencies import currencies
from components.reading.model import Amount
from components.reading.money import amounts
from components.reading.qualifiers import qualifiers
from components.reading.shape import Rule, matches, shape
from components.reading.sums import money_rules


def one(text: str) -> Amount:
    (found,) = amounts(text)
    assert text[found.start : found.end] == found.text
    return found


def value(number: str | None) -> Decimal | None:
    return None if number is None else Decimal(number)


@pytest.mark.parametrize(
    ("text", "currency", "number", "why"),
    [
        ("312億6500万ドルを投じた。", "USD", "31265000000", "two steps"),
        ("売上高は4.2兆円。", "JPY", "4200000000000", "a decimal with scale"),
        ("純利益は１２３億円。", "JPY", "12300000000", "full width"),
        ("終値は２４・９０ドル。", "USD", "24.9", "the decimal point of upright print"),
        ("2,040億ドルに達する。", "USD", "204000000000", "a comma"),
        ("百億円を寄付した。", "JPY", "10000000000", "kanji"),
        ("1口25セントで配る。", "USD", "0.25", "a part of the unit alone"),
        ("終値は1845円50銭。", "JPY", "1845.50", "units and parts"),
        ("1ドル50セントの配当。", "USD", "1.50", "units and parts of dollars"),
        ("5億豪ドル", "AUD", "500000000", "a dollar that is not the US one"),
        ("20億香港ドル", "HKD", "2000000000", "Hong Kong"),
        ("3億シンガポールドル", "SGD", "300000000", "Singapore"),
        ("80億台湾ドル", "TWD", "8000000000", "Taiwan"),
        ("80億台湾元", "TWD", "8000000000", "Taiwan, in its own word"),
        ("7億カナダドル", "CAD", "700000000", "Canada"),
        ("2億ユーロ", "EUR", "200000000", "euro"),
        ("3億5000万英ポンド", "GBP", "350000000", "pound"),
        ("90億元を調達", "CNY", "9000000000", "yuan"),
        ("50億人民元", "CNY", "5000000000", "renminbi"),
        ("6兆ウォン", "KRW", "6000000000000", "won"),
        ("100億ルピー", "INR", "10000000000", "rupee"),
        ("5兆ルピア", "IDR", "5000000000000", "rupiah"),
        ("4億スイスフラン", "CHF", "400000000", "Swiss franc"),
        ("30億バーツ", "THB", "3000000000", "baht"),
        ("9億㌦", "USD", "900000000", "a squared word"),
        ("5億ﾄﾞﾙ", "USD", "500000000", "half-width katakana"),
        ("$60 billionを超えない計画は", "USD", None, "English words in a Japanese sentence"),
        ("調達額は$1.5bnだ", "USD", "1500000000", "English, short"),
        ("US$ 500 millionの借入", "USD", "500000000", "a code before the sign"),
        ("HK$20億", "HKD", "2000000000", "a letter before $ makes another currency"),
        ("€3.2億", "EUR", "320000000", "a sign and a Japanese scale"),
        ("￥9,800(税込)", "JPY", "9800", "a full-width sign"),
        ("60 billion dollars", "USD", "60000000000", "English after the number"),
        ("売上高12,345百万円", "JPY", "12345000000", "the unit of an account"),
        ("5000\n億ドル", "USD", "500000000000", "a wrapped line"),
        ("株価は1万360円", "JPY", "10360", "a scale and a rest"),
    ],
)
def test_values(text: str, currency: str, number: str | None, why: str) -> None:
    found = one(text)
    assert found.currency == currency, why
    assert found.low == value(number), why


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "mod", "qualifier", "why"),
    [
        ("約3,100億円を", "約3,100億円", "310e9", "310e9", "approx", "約", "a touching qualifier before"),
        ("およそ20億ドル", "およそ20億ドル", "2e9", "2e9", "approx", "およそ", "およそ"),
        ("600億ドル以上の", "600億ドル以上", "60e9", None, "equal_or_more", "以上", "an open end"),
        ("少なくとも20億ドル", "少なくとも20億ドル", "2e9", None, "equal_or_more", "少なくとも", "at least"),
        ("100億円超を", "100億円超", "10e9", None, "more_than", "超", "over"),
        ("1兆円を超える", "1兆円を超える", "1e12", None, "more_than", "を超える", "a verb"),
        ("1兆円を超えない", "1兆円を超えない", None, "1e12", "equal_or_less", "を超えない", "its negation"),
        ("最大20億ドルを", "最大20億ドル", None, "2e9", "equal_or_less", "最大", "at most"),
        ("最大で20億ドルを", "最大で20億ドル", None, "2e9", "equal_or_less", "最大で", "with its particle"),
        ("20億円まで使う", "20億円まで", None, "2e9", "equal_or_less", "まで", "as much as may be spent"),
        ("20億円まで増えた", "20億円", "2e9", "2e9", "exact", "", "but not how far it went"),
        ("1号の2000億円と2号の", "2000億円", "2e11", "2e11", "exact", "", "no qualifier"),
        ("09年3月期の3988億円を超え、", "3988億円", "3.988e11", "3.988e11", "exact", "", "what is exceeded is exact"),
        ("最も多かった08年の310億ドルを上回る", "310億ドル", "3.1e10", "3.1e10", "exact", "", "a record, too"),
        ("5億円以下", "5億円以下", None, "5e8", "equal_or_less", "以下", "or less"),
        ("5億円未満", "5億円未満", None, "5e8", "less_than", "未満", "under"),
        ("5億円前後", "5億円前後", "5e8", "5e8", "approx", "前後", "around"),
        ("5000億ドル規模の", "5000億ドル規模", "5e11", "5e11", "approx", "規模", "on the scale of"),
        ("5億円程度", "5億円程度", "5e8", "5e8", "approx", "程度", "about"),
        ("5億円弱", "5億円弱", None, "5e8", "less_than", "弱", "a little less"),
        ("5億円強", "5億円強", "5e8", None, "more_than", "強", "a little more"),
        ("5億円近く", "5億円近く", None, "5e8", "less_than", "近く", "nearly"),
        ("1億円台", "1億円台", "1e8", "1e8", "approx", "台", "in the range that begins there"),
        ("約600億ドル以上", "約600億ドル以上", "6e10", None, "equal_or_more", "以上", "a bound outweighs 約"),
        ("約5000億ドル規模", "約5000億ドル規模", "5e11", "5e11", "approx", "約・規模", "both say about"),
        ("数兆ドルに", "数兆ドル", None, None, "approx", "数", "vague: no value"),
        ("年数百億ドル規模で", "数百億ドル規模", None, None, "approx", "数・規模", "vague, a year"),
        ("数十億ドル規模", "数十億ドル規模", None, None, "approx", "数・規模", "vague, with a word"),
        ("30億〜45億ドル", "30億〜45億ドル", "3e9", "4.5e9", "exact", "", "a range"),
        ("30億ドルから45億ドルの", "30億ドルから45億ドル", "3e9", "4.5e9", "exact", "", "a range in words"),
        ("600〜650億ドル", "600〜650億ドル", "6e10", "6.5e10", "exact", "", "a shared scale"),
        ("9000〜1万円", "9000〜1万円", "9000", "10000", "exact", "", "a scale that is not shared"),
        ("600億～650億ドル規模", "600億～650億ドル規模", "6e10", "6.5e10", "approx", "規模", "a range, about"),
        ("$30-45 billion", "$30-45 billion", "3e10", "4.5e10", "exact", "", "a range after a sign"),
        ("100億円以上200億円未満", "100億円以上200億円未満", "1e10", "2e10", "exact", "", "both ends told"),
        ("△1400万円", "△1400万円", "-14000000", "-14000000", "exact", "", "the accountant's minus"),
        ("▲3億円", "▲3億円", "-3e8", "-3e8", "exact", "", "the other one"),
        ("営業損失1億2000万円", "1億2000万円", "-120000000", "-120000000", "exact", "", "a loss"),
        ("300億円の最終赤字", "300億円", "-3e10", "-3e10", "exact", "", "a deficit after it"),
        ("赤字は50億円以上", "50億円以上", None, "-5e9", "equal_or_less", "以上", "a loss turns the bound round"),
        ("減損損失300億円", "300億円", "3e10", "3e10", "exact", "", "a charge is no negative result"),
        ("最大で総額20億ドル", "20億ドル", None, "2e9", "equal_or_less", "最大で", "a word between: outside the span"),
        ("少なくとも今後4年間で20億ドル", "20億ドル", "2e9", None, "equal_or_more", "少なくとも", "a period between"),
        ("国内最大100億円のファンド", "100億円", "1e10", "1e10", "exact", "", "a superlative bounds nothing"),
        ("過去最高100億円", "100億円", "1e10", "1e10", "exact", "", "a record bounds nothing"),
        ("契約5億円", "5億円", "5e8", "5e8", "exact", "", "約 of 契約 is no qualifier"),
        ("市場予想の500億円を上回った", "500億円", "5e10", "5e10", "exact", "", "what is exceeded is exact"),
        ("投資額は600億ドルを上回る", "600億ドルを上回る", "6e10", None, "more_than", "を上回る", "what exceeds is not"),
        ("100億円を超え、", "100億円を超え", "1e10", None, "more_than", "を超え", "the verb's stem"),
    ],
)  # fmt: skip
def test_qualifiers(
    text: str, span: str, low: str | None, high: str | None, mod: str, qualifier: str, why: str
) -> None:
    found = one(text)
    assert (found.text, found.mod, found.qualifier) == (span, mod, qualifier), why
    assert (found.low, found.high) == (value(low), value(high)), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("円安とドル高が進む", "a movement without a number"),
        ("5元素と3元首", "元 within a word"),
        ("元社長の三人", "元 as former"),
        ("一元管理する", "一元 is a word"),
        ("10ポンド(約4.5キロ)の荷物", "ポンド as a weight"),
        ("体重は120ポンドだ", "a weight by the word before"),
        ("1ドル=150円で計算", "an exchange rate"),
        ("1ドル＝149円50銭まで下落", "a rate with its part"),
        ("円は対ドルで150円をつけた", "a rate in words"),
        ("前日比1円50銭の円安", "a movement of a currency"),
        ("東京一円で", "一円 as all over"),
        ("街の一角", "角 as a corner"),
        ("半円と円周", "円 as a circle"),
        ("20フランス人", "フラン within a word"),
        ("19ユーロ圏", "ユーロ圏 is a place"),
    ],
)
def test_what_is_no_money(text: str, why: str) -> None:
    assert amounts(text) == (), why


def test_the_value_to_which_a_rate_moves_is_no_money() -> None:
    assert [a.text for a in amounts("1ドル=150円から151円台に下落し、5億円の損失が出た")] == [
        "5億円"
    ]


@pytest.mark.parametrize(
    ("text", "restates", "why"),
    [
        ("20億ドル(約3,100億円)規模", [None, 0], "a conversion in parentheses"),
        ("900億ドル（約13.9兆円）", [None, 0], "full-width parentheses"),
        ("100億円(7000万ドル)", [None, 0], "yen first"),
        ("3億ドル=約450億円", [None, 0], "an equals sign"),
        ("3億ドル、日本円でおよそ450億円", [None, 0], "broadcasters' words"),
        ("5000億ドル、約78兆円", [None, 0], "a comma before about so many yen"),
        ("3億ドル(約450億円、2億ユーロ)", [None, 0, 0], "two conversions"),
        ("3億ドル(1ドル=150円換算で約450億円)", [None, 0], "with its rate"),
        ("600億〜650億ドル(約9兆〜10兆円)", [None, 0], "a range told again"),
        ("600億ドルの投資(約9兆円)", [None, 0], "a noun between"),
        ("100億ドル(前年同期は90億ドル)", [None, None], "the same currency tells another sum"),
        ("3億ドルと450億円", [None, None], "two sums side by side"),
        ("3億ドル(うち日本は100億円)", [None, None], "another sum in parentheses"),
    ],
)
def test_conversions(text: str, restates: list[int | None], why: str) -> None:
    assert [found.restates for found in amounts(text)] == restates, why


def test_a_qualifier_beyond_a_parenthesis_belongs_to_the_sum_before_it() -> None:
    dollars, yen = amounts("20億ドル(約3,100億円)規模")
    assert (dollars.text, dollars.mod, dollars.qualifier) == ("20億ドル", "approx", "規模")
    assert (yen.text, yen.qualifier) == ("約3,100億円", "約")


@pytest.mark.parametrize(
    ("text", "each", "why"),
    [
        ("両社はそれぞれ80億ドルを投じる", [True], "それぞれ"),
        ("各社が最大80億ドル", [True], "各社"),
        ("2社が80億ドルずつ出資", [True], "ずつ after it"),
        ("1社あたり80億ドル", [True], "per company"),
        ("それぞれ80億ドル(約1兆2000億円)", [True, True], "a conversion is each as well"),
        ("両社で計80億ドル", [False], "together"),
        ("各国の政策で80億ドル", [False], "各 of something else"),
    ],
)
def test_sums_for_each(text: str, each: list[bool], why: str) -> None:
    assert [found.each for found in amounts(text)] == each, why


@pytest.mark.parametrize(
    ("text", "parts", "why"),
    [
        ("総額5000億ドルのうち1000億ドルを投じる", [None, 0], "うち"),
        ("10兆円。うち6兆円は補助金、うち4兆円は融資", [None, 0, 0], "parts side by side"),
        ("100億円。このうち60億円、そのうち10億円", [None, 0, 1], "a part of a part"),
        ("100億円(約7000万ドル)。このうち60億円", [None, None, 0], "a conversion is no whole"),
        ("5億円。うち10億円", [None, None], "a part is not larger than the whole"),
        ("5億円。うち1億ドル", [None, None], "nor in another currency"),
        ("5億円を打ち出し、1億円", [None, None], "打ち is another word"),
    ],
)
def test_parts(text: str, parts: list[int | None], why: str) -> None:
    assert [found.part_of for found in amounts(text)] == parts, why


@pytest.mark.parametrize(
    ("text", "spans", "why"),
    [
        ("30億ドルから45億ドルに増やす", ["30億ドル", "45億ドル"], "a change is two sums"),
        ("100億円から50億円に減った", ["100億円", "50億円"], "so is a fall"),
        ("50銭から1円", ["50銭から1円"], "a range over parts"),
        ("15円増の90円とする", ["15円", "90円"], "a rise and its result"),
        (
            "売上高を従来の1兆9000億円から2兆円(前期比9%増)とした",
            ["1兆9000億円", "2兆円"],
            "a former forecast and a new one",
        ),
        ("5億円、6億円、7億円", ["5億円", "6億円", "7億円"], "a list"),
    ],
)
def test_several_sums(text: str, spans: list[str], why: str) -> None:
    assert [found.text for found in amounts(text)] == spans, why


@pytest.mark.parametrize("rule", money_rules(), ids=lambda rule: rule.name)
def test_every_rule_reads_its_example(rule: Rule) -> None:
    assert any(True for _ in matches(rule, shape(rule.example)))
    assert one(rule.example).text == rule.example


@pytest.mark.parametrize("form", sorted(currencies().after))
def test_every_currency_is_read_after_a_number(form: str) -> None:
    assert one(f"3億{form}").currency == currencies().after[form].iso


@pytest.mark.parametrize("form", sorted(currencies().before))
def test_every_currency_is_read_before_a_number(form: str) -> None:
    assert one(f"{form}300").currency == currencies().before[form].iso


def test_the_tables_are_sound() -> None:
    assert (currencies().faults, qualifiers().faults) == ((), ())


def test_a_faulty_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "currencies.tsv"
    path.write_text(
        "form\tiso\tscale\tkind\tunless\n円\tJPY\t1\tsuffix\t\nドル\tdollar\t1\tsuffix\t\n"
        "元\tCNY\tone\tsuffix\t\nペソ\tMXN\t1\tbeside\t\nリラ\tTRY\t1\tsuffix\t[\n",
        encoding="utf-8",
    )
    table = currencies(path)
    assert list(table.after) == ["円"]
    assert [fault.split(": ")[0] for fault in table.faults] == [
        f"currencies.tsv:{n}" for n in (3, 4, 5, 6)
    ]
    assert "“dollar”" in table.faults[0]


@pytest.mark.parametrize(
    ("text", "numbers", "why"),
    [
        ("1754億円の損失を出した。", ["-175400000000"], "の損失"),
        ("最終赤字は、見込んでいた3900億円から1兆円に膨らんだ。", ["-390000000000", "-1000000000000"],
         "what a loss grows to is a loss"),
        ("12億円の赤字から3億円の黒字に転じた。", ["-1200000000", "300000000"], "and a profit is none"),
        ("純損失2100万フラン(円換算で約36億円)を計上", ["-21000000", "-3600000000"], "its conversion too"),
        ("損失が出た場合に備えて90億円を保証する。", ["9000000000"], "a loss that may come"),
        ("赤字が5億円縮小した。", ["500000000"], "the size of a change"),
        ("5100億円と見込んだ赤字は1000億円ほど縮んだ。", ["-510000000000", "100000000000"], "and its change"),
        ("携帯事業の損失1681億円を補えない。", ["-168100000000"], "損失 of something"),
        ("88億円を特別損失に計上した。", ["-8800000000"], "booked as a loss"),
        ("損失額を約4億ドルと見積もった。", ["-400000000"], "a loss that is estimated"),
        ("88億円という当時で最大の最終赤字に陥った。", ["-8800000000"], "という and what it was"),
        ("7億ドル(約1100億円)の赤字だった。", ["-700000000", "-110000000000"], "a conversion between"),
    ],
)  # fmt: skip
def test_losses(text: str, numbers: list[str], why: str) -> None:
    assert [found.low for found in amounts(text)] == [Decimal(number) for number in numbers], why


@pytest.mark.parametrize(
    ("text", "span", "mod", "qualifier", "why"),
    [
        ("66万円から買える。", "66万円から", "exact", "から", "what the cheapest costs"),
        ("価格は66万円から。", "66万円から", "exact", "から", "where it ends"),
        ("機能を追加、66万円から\n新型は", "66万円から", "exact", "から", "at the end of a headline"),
        ("約66万円から買える。", "約66万円から", "approx", "約・から", "about what the cheapest costs"),
        ("66万円から値上げした。", "66万円", "exact", "", "from which something changes"),
        ("予想の30億円に届かない。", "30億円", "exact", "", "a forecast that is missed is exact"),
        ("30億円に届かない。", "30億円に届かない", "less_than", "に届かない", "what falls short is not"),
        ("6ドルと、示していた5ドルを上回った。", "5ドル", "exact", "", "what a sum beside it exceeds"),
    ],
)  # fmt: skip
def test_prices_from_and_what_is_compared(
    text: str, span: str, mod: str, qualifier: str, why: str
) -> None:
    found = amounts(text)[-1]
    assert (found.text, found.mod, found.qualifier) == (span, mod, qualifier), why
