"""What the matches of the date rules state: a year in two digits, an era, an interval's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from components.reading.date_rules import ERAS, NEAR, RULES, SEASONS, SHIFTS, WEEKDAYS
from components.reading.numerals import Numeral
from components.reading.shape import Shape, matches
from components.reading.stated import Shift, Stated, valid

_THIRDS = {"上旬": 1, "初旬": 1, "中旬": 2, "下旬": 3}
# Two digits before 年 are a year where a word of time follows, a span of years before these words.
_SPAN_OF_YEARS = re.compile(
    r"(?:間|半(?![ば期])|ぶり|越し|目|連続|以上|以内|余|あまり|超|ほど|程度|前後?(?!半)|後(?!半)|来(?!春|夏|秋|冬)|債|物|国債|社債|契約|計画|分|もの?|弱|強|近く"
    r"|に(?:わた|及|およ|渡|一度|1度|一回|1回)|の(?:歴史|経験|実績|契約|期間|懲役|刑|歳月|月日|節目|長期|キャリア|ローン|国債|社債"
    r"|償還|満期|伝統|任期|寿命|保証|付き合い|計画|うち|あいだ|間)|で(?!は|の|あ|も)|務め|続|過ご|が(?:経|過|た)|を(?:超|経|迎|か)|も(?!の)|かけ|かか|たっ|経)"
)
_SPAN_BEFORE = re.compile(
    r"(?:約|過去|今後|直近|この|築|創業|設立|創立|勤続|入社|在任|就任|懲役|任期|結成|開業|向こう|期間|最長|最大|わずか|少なくとも|およそ|発足|創刊|満期|ここ)\Z"
)
_EARLY, _LATE = 12, 20  # a year in two digits lies so far before or after the reference date


def found(shaped: Shape, reference: date | None) -> Iterator[tuple[int, int, Stated]]:
    """Yield the dates of a shape in order as (start, end, what they state).

    Of the readings that begin at a place the longest counts, even where it cannot be: 2月30日 must
    not be read as a month and another day.
    """
    seen: list[tuple[int, int, Stated]] = []
    for rule in RULES:
        for match in matches(rule, shaped):
            stated = _stated(shaped, match, reference)
            if stated is not None:
                seen.append((match.start(), match.end(), stated))
    seen.sort(key=lambda item: (item[0], -item[1]))
    reached = -1
    for start, end, stated in seen:
        if start >= reached:
            reached = end
            if valid(stated):
                yield start, end, stated


def _stated(shaped: Shape, match: re.Match[str], reference: date | None) -> Stated | None:
    """Return what a match states, or None where it is no date after all."""
    groups = match.groupdict()
    if "dotted" in groups:
        return _dotted(match, shaped)
    try:
        year = _year(shaped, match, "", reference)
        last = _last(shaped, match, reference)
    except ValueError:
        return None
    quarter, month = _value(shaped, match, "quarter"), _value(shaped, match, "month")
    if quarter is not None and quarter > 4:
        return None
    code = SEASONS.get(groups.get("season") or "")
    if quarter is not None and month is None:
        code, quarter = 32 + quarter, None
    first = Stated(
        year=year,
        month=month or code,
        day=_value(shaped, match, "day"),
        third=_THIRDS.get(groups.get("third") or ""),
        decade=_decade(shaped, match, "decade") or _century_digits(shaped, match),
        weekday=WEEKDAYS.index(groups["weekday"]) if groups.get("weekday") else None,
        shift=_shift(groups),
        about=bool(groups.get("about")),
        fiscal=bool(groups.get("fiscal")),
        quarter=quarter,
        months=6 if groups.get("half") or groups.get("half2") else 12,
    )
    if groups.get("and") and (last is None or last.day != (first.day or 0) + 1):
        return None
    return first if last is None else replace(first, last=_completed(first, last))


def _shift(groups: Mapping[str, str | None]) -> Shift | None:
    if word := groups.get("word"):
        return SHIFTS[word]
    near = groups.get("near")
    return NEAR[near] if near else None


def _last(shaped: Shape, match: re.Match[str], reference: date | None) -> Stated | None:
    last = Stated(
        year=_year(shaped, match, "2", reference),
        month=_value(shaped, match, "month2"),
        day=_value(shaped, match, "day2"),
        decade=_decade(shaped, match, "decade2"),
    )
    return None if last == Stated() else last


def _completed(first: Stated, last: Stated) -> Stated:
    """Give the other end of an interval what it leaves out: 2023年7〜9月 ends in 2023."""
    month = last.month
    if last.day is not None and month is None:
        month = first.month
    year = last.year
    if year is None and first.year is not None and not last.decade:
        year = first.year + ((month or 13) < (first.month or 0))
    return replace(last, year=year, month=month)


def _dotted(match: re.Match[str], shaped: Shape) -> Stated | None:
    """Read 2025.1.20; other dotted numbers are versions."""
    parts = [
        int(part) for part in shaped.numerals[match.start()].text.split(".")[:4] if len(part) < 5
    ]
    if len(parts) != 3 or not (1900 <= parts[0] < 2100 and 1 <= parts[1] <= 12):
        return None
    return Stated(year=parts[0], month=parts[1], day=parts[2])


def _decade(shaped: Shape, match: re.Match[str], slot: str) -> str:
    value = _value(shaped, match, slot)
    if value is None:
        return ""
    if value < 100:
        value += 1900 if value > 40 else 2000
    return str(value // 10)


def _century_digits(shaped: Shape, match: re.Match[str]) -> str:
    value = _value(shaped, match, "century")
    return f"{value - 1:02d}" if value else ""


def _numeral(shaped: Shape, match: re.Match[str], slot: str) -> Numeral | None:
    """Return the number in a slot: a rule with several ways to write it names them slot_a, slot_b."""
    for name in _names(match.re, slot):
        if match[name]:
            return shaped.numeral(match, name)
    return None


@cache
def _names(pattern: re.Pattern[str], slot: str) -> tuple[str, ...]:
    return tuple(name for name in pattern.groupindex if name == slot or name.startswith(slot + "_"))


def _value(shaped: Shape, match: re.Match[str], slot: str) -> int | None:
    numeral = _numeral(shaped, match, slot)
    return None if numeral is None or numeral.value is None else int(numeral.value)


def _year(shaped: Shape, match: re.Match[str], end: str, reference: date | None) -> int | None:
    """Return the year that a match states at one end, None where it states none.

    Raises ValueError where two digits before 年 are a length of time.
    """
    full = _value(shaped, match, "year" + end)
    if full is not None:
        return full
    groups = match.groupdict()
    if groups.get("era" + end):
        of_era = _value(shaped, match, "era_year")
        if of_era == 0:
            raise ValueError(groups["era"])
        return ERAS[groups["era"]] + (of_era or 1) - 1
    numeral = _numeral(shaped, match, "short" + end)
    if numeral is None or numeral.value is None:
        return None
    bare = "bare" in groups and not groups.get("season")
    if len(numeral.text) != 2 or numeral.form != "digits":
        raise ValueError(numeral.text)
    if bare and not _bare(shaped, match, numeral, reference):
        raise ValueError(numeral.text)
    return _century(int(numeral.value), reference)


def _bare(shaped: Shape, match: re.Match[str], numeral: Numeral, reference: date | None) -> bool:
    """Whether two digits and 年 alone are a year: 24年に発売, but not 10年債 or 創業20年."""
    before = shaped.text[max(0, match.start() - 4) : match.start()]
    if _SPAN_BEFORE.search(before) or _SPAN_OF_YEARS.match(shaped.text, match.end()):
        return False
    year, now = 2000 + int(numeral.value or 0), reference.year if reference else 2025
    return now - _EARLY <= year <= now + _LATE or numeral.text.startswith("0")


def _century(two: int, reference: date | None) -> int:
    now = reference.year if reference else 2025
    return 2000 + two if 2000 + two <= now + _LATE else 1900 + two
