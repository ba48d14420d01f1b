"""The rules by which dates are found, each with an example, and the words that they know."""

from __future__ import annotations

from collections.abc import Mapping

from components.reading.shape import Rule
from components.reading.stated import Shift

WEEKDAYS = "月火水木金土日"
ERAS: Mapping[str, int] = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868}
SEASONS: Mapping[str, int] = {
    "春": 21, "夏": 22, "秋": 23, "冬": 24,
    "上半期": 40, "上期": 40, "前半": 40, "前期": 40, "下半期": 41, "下期": 41, "後半": 41, "後期": 41,
}  # fmt: skip
SHIFTS: Mapping[str, Shift] = {
    **{word: Shift("year", -2) for word in ("一昨年", "おととし")},
    **{word: Shift("year", -1) for word in ("昨年", "去年")},
    **{word: Shift("year", 0) for word in ("今年", "ことし", "本年", "年内", "年末")},
    **{word: Shift("year", 1) for word in ("来年", "年明け")},
    "再来年": Shift("year", 2),
    "前年": Shift("year", -1, told=True),
    "同年": Shift("year", 0, told=True),
    "翌年": Shift("year", 1, told=True),
    "昨年度": Shift("fiscal", -1),
    "前年度": Shift("fiscal", -1, told=True),
    **{word: Shift("fiscal", 0) for word in ("今年度", "本年度")},
    **{word: Shift("fiscal", 1) for word in ("来年度", "翌年度")},
    "先々月": Shift("month", -2),
    "先月": Shift("month", -1),
    **{word: Shift("month", 0) for word in ("今月", "月内")},
    "来月": Shift("month", 1),
    "再来月": Shift("month", 2),
    "前月": Shift("month", -1, told=True),
    "同月": Shift("month", 0, told=True),
    "翌月": Shift("month", 1, told=True),
    "先週末": Shift("weekend", -1),
    "今週末": Shift("weekend", 0),
    "来週末": Shift("weekend", 1),
    "先週": Shift("week", -1),
    "今週": Shift("week", 0),
    "来週": Shift("week", 1),
    "前週": Shift("week", -1, told=True),
    "翌週": Shift("week", 1, told=True),
    "同週": Shift("week", 0, told=True),
    **{word: Shift("day", -2) for word in ("一昨日", "おととい")},
    **{word: Shift("day", -1) for word in ("昨日", "昨夜", "昨晩", "きのう")},
    **{word: Shift("day", 0) for word in ("今日", "本日", "今朝", "今夜", "今晩", "きょう")},
    **{word: Shift("day", 1) for word in ("明日", "あす")},
    "明後日": Shift("day", 2),
    "前日": Shift("day", -1, told=True),
    **{word: Shift("day", 0, told=True) for word in ("同日", "当日")},
    "翌日": Shift("day", 1, told=True),
    "翌々日": Shift("day", 2, told=True),
    **{
        word: Shift("period", -1, told=True)
        for word in ("前年同期", "前年同月", "前年同日", "前年同週")
    },
    # A firm's business year begins when the firm says: 2025年3月期 somewhere in the text tells.
    "前々期": Shift("term", -2),
    "前期": Shift("term", -1),
    "今期": Shift("term", 0),
    **{word: Shift("term", 1) for word in ("来期", "翌期")},
}

NEAR: Mapping[str, Shift] = {
    "一昨": Shift("year", -2), "昨": Shift("year", -1), "今": Shift("year", 0),
    "来": Shift("year", 1), "翌": Shift("year", 1, told=True), "同": Shift("month", 0, told=True),
}  # fmt: skip
_TO = r" ?[〜\-~] ?"


def _any(*units: str) -> str:
    """Return the words of some units as an alternation, longest first."""
    words = [word for word, shift in SHIFTS.items() if shift.unit in units]
    return "|".join(sorted(words, key=len, reverse=True))


_ERA = rf"(?P<era>{'|'.join(ERAS)})(?:<T:era_year>|元)年"
_YEAR = rf"(?:(?:西暦)?(?<!紀元前)<Y:year>年|{_ERA}|'?<T!:short>年)"
_YEAR2 = r"(?:<Y:year2>年|<T!:short2>年)"
_OR_WORD = rf"(?:{_YEAR}の?|(?P<word>{_any('year')})の?)?"
_SEASON = (
    r"(?P<season>春(?!闘|日|季|節|樹)|夏(?!季|目|休)|秋(?!田|葉|季)|冬(?!季|眠)"
    r"|上半期|上期|下半期|下期|前半(?!戦|生)|後半(?!戦|生))"
)
_PART = r"(?:末|初め|初頭|半ば)?"
_ABOUT = r"(?P<about>ごろ|頃)?"
_QUARTER = r"(?:第<M:quarter>・?四半期|<M!:quarter_q>Q(?![A-Za-z0-9]))"
# What follows a length of time, not a date: 3日間, 2年ぶり, 10年債.
_NO_LENGTH = (
    r"(?!<N>(?:時間|[分回度食杯錠人件台本個円]|ドル)|に<N>[回度]|間|ぶり|目|連続|続[けい]|ごと|以上|以内|余|あまり|超|ほど|程度|後(?!半)|前(?!半|後)|来|分|もの|も[かた]|かけ|かか"
    r"|当たり|あたり|平均|中|ずつ|物|債|に(?:一度|1度|一回|1回))"
)
_NO_COUNT = r"(?<![\ue000-\ue01f][〜\-])(?<!約)(?<!過去)(?<!今後)(?<!わずか)(?<!およそ)(?<!毎月)"

RULES: tuple[Rule, ...] = (
    Rule("day", rf"{_OR_WORD}<M:month>月<D:day>日(?!間)", "2025年1月21日", needs="日"),
    Rule(
        "days of months",
        rf"{_OR_WORD}<M:month>月<D:day>日?(?:{_TO}|(?P<and>[、・]))(?:{_YEAR2})?(?:<M:month2>月)?"
        r"<D:day2>日(?!間)",
        "1月20日〜2月3日",
        needs="日",
    ),
    Rule(
        "month",
        rf"(?:(?:{_YEAR}の?|(?P<word>{_any('year')})の?|(?<![一-龠々]))<M:month>|<M!:month_digits>)月(?:の?(?P<third>[上初中下]旬)|末|半ば|初め)?{_ABOUT}(?!間|あたり)",
        "2025年1月上旬",
        needs="月",
    ),
    Rule(
        "months",
        rf"{_OR_WORD}<M:month>月?{_TO}(?:{_YEAR2})?<M:month2>月期?(?!間)",
        "2023年7〜9月期",
        needs="月",
    ),
    Rule(
        "business year",
        rf"(?:{_YEAR}|<Y:year_slash>[/.]|<T!:short_slash>/)?<M!:month>(?:月|(?<=[/.].))(?P<fiscal>(?P<half>中間)?期|(?=中間連結|中間決算)(?P<half2>中間))"
        rf"(?:の?{_QUARTER})?",
        "2025年3月期第1四半期",
        needs="期中",
    ),
    Rule(
        "year",
        rf"(?P<bare>){_YEAR}(?:の?{_SEASON}|{_PART}){_ABOUT}(?!間|ぶり|以上前|前(?!半|後)|余|か月|月|代)",
        "2030年",
        needs="年",
    ),
    Rule("first year of an era", rf"(?P<era>{'|'.join(ERAS)})元年", "令和元年"),
    Rule("year and season", rf"<Y!:year>{_SEASON}", "2025春", needs="春夏秋冬上下前後"),
    Rule(
        "years",
        rf"(?P<bare>)(?:<Y:year>|<T!:short>)年?{_TO}{_YEAR2}度?(?!間|代|ぶり|前|後|債)",
        "2023〜25年",
        needs="年",
    ),
    Rule(
        "business year by its beginning",
        rf"(?:{_YEAR}度|(?:<Y:year_name>|<T!:short_name>)(?:会計)?年度"
        rf"|(?<![A-Za-z])FY ?'?(?:<Y:year_fy>|<T!:short_fy>))(?P<fiscal>)(?:の(?=[第上下前後春夏秋冬1-4]))?(?:{_QUARTER}|{_SEASON}|{_PART})",
        "2024会計年度第3四半期",
        needs="度Y",
    ),
    Rule(
        "quarter", rf"{_OR_WORD}{_QUARTER}(?!連続|ぶり|ごと|累計)", "2024年第3四半期", needs="期Q"
    ),
    Rule(
        "quarter in Latin",
        r"(?:<Y:year>年? ?|<T!:short>年)?(?<![A-Za-z])Q<M!:quarter>",
        "2024年Q3",
        needs="Q",
    ),
    Rule(
        "decade",
        rf"(?:<Y:decade>|<T!:decade_short>)(?:年代)?(?:{_TO}(?:<Y:decade2>|<T!:decade2_short>))?年代",
        "1990年代",
        needs="代",
    ),
    Rule(
        "century",
        r"(?<!紀元前)<D:century>世紀(?!ぶり|以上|前|にわ|[ァ-ヶA-Za-z])",
        "21世紀",
        needs="世",
    ),
    Rule(
        "relative year",
        rf"(?P<word>{_any('year', 'fiscal', 'period')})(?:の?{_SEASON}|{_PART})(?!比|同[期月日週]|割れ|超え|並み|[度々代])",
        "前年同期",
    ),
    Rule(
        "business year of a firm",
        rf"(?<![一-龠])(?P<word>{_any('term')})(?![比一-龠]|同期)",
        "今期",
        needs="期",
    ),
    Rule(
        "season of a near year",
        r"(?<![一-龠])(?P<near>一?昨|今|来|翌)(?P<season>[春夏秋冬])(?![季期闘休服物])",
        "今秋",
        needs="春夏秋冬",
    ),
    Rule(
        "relative month, day", rf"(?P<word>{_any('month')})<D:day>日(?!間)", "今月3日", needs="月"
    ),
    Rule("day of the same month", r"(?P<near>同)<D:day>日(?!間)", "同24日", needs="日"),
    Rule(
        "relative month",
        rf"(?P<word>{_any('month')})(?:の?(?P<third>[上初中下]旬)|末|半ば|初め)?(?!比)",
        "先月下旬",
    ),
    Rule(
        "relative month, days",
        rf"(?P<word>{_any('month')})<D:day>日?(?:{_TO}|(?P<and>[、・]))<D:day2>日(?!間)",
        "今月3〜5日",
        needs="月",
    ),
    Rule(
        "relative day or week",
        rf"(?P<word>{_any('day', 'week', 'weekend')})(?:の?(?P<weekday>[月火水木金土日])曜日?)?(?!末?比|香|的)",
        "先週",
    ),
    Rule("weekday", r"(?P<weekday>[月火水木金土日])(?<!毎週.)(?<!日\(.)曜日?(?!版)", "月曜日"),
    Rule(
        "day of the month",
        rf"{_NO_COUNT}<D!:day>日(?!本(?![社部店格])|曜|付け?変更){_NO_LENGTH}",
        "23日",
        needs="日",
    ),
    Rule(
        "days of the month",
        rf"{_NO_COUNT}<D!:day>日?(?:{_TO}|(?P<and>[、・]))<D!:day2>日(?!本|曜|で){_NO_LENGTH}",
        "20〜22日",
        needs="日",
    ),
    Rule(
        "numbers",
        r"<Y!:year>(?P<by>[/\-])<M!:month>(?P=by)<D!:day>(?![/\-.])",
        "2025/1/20",
        needs="/-",
    ),
    Rule("dotted", r"<X:dotted>", "2025.1.20"),
    Rule("year and month", r"(?<![/\-])<Y!:year>/<M!:month>(?![/\-.期])", "2025/1", needs="/"),
    Rule(
        "month and day",
        r"(?<![/\-])<M!:month>/<D!:day>(?=\([月火水木金土日](?:曜日?)?\))",
        "1/20(月)",
        needs="/",
    ),
)
