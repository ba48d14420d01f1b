"""What a date's words state, its EDTF, and what it comes to from a reference date.

EDTF forms in use (ISO 8601-2): 2025-01-20, 2025-01, 2025; XXXX-01-20, XXXX-XX-23 where the text
leaves a part open; 199X, 20XX; 2024-21 … 2024-24 spring to winter, 2024-33 … 2024-36 quarters,
2024-40 and 2024-41 halves; 2025~ about; a/b intervals of these.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Unit = Literal["year", "fiscal", "month", "week", "weekend", "day", "period", "term"]
Tense = Literal["past", "future", ""]
_FIRST_YEAR, _LAST_YEAR = 1, 9998
_MONTH, _TEN_DAYS = 31, 10


@dataclass(frozen=True, slots=True)
class Shift:
    """A relative word: so many units from the reference date, or from the date told before."""

    unit: Unit
    count: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """What the words of a date state; None is a part that they leave open.

    `month` may be a code of EDTF (21–24 seasons, 33–36 quarters, 40–41 halves); `third` is 1–3 for
    上旬, 中旬, 下旬; `decade` holds the leading digits (199); `weekday` is 0 for Monday; `last` is
    the other end of an interval; `fiscal` is a business year: 2025年3月期 by the month in which it
    ends, 2024年度 by the year in which it begins (and 今年度 before April by the year before);
    `months` is 6 for its first half: 2025年9月中間期.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    third: int | None = None
    decade: str = ""
    weekday: int | None = None
    shift: Shift | None = None
    about: bool = False
    fiscal: bool = False
    quarter: int | None = None
    months: int = 12
    last: Stated | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The resolved dates told before: the last one, the last to the day, the last span of time.

    同年 rests on the first, 翌日 on the second, 前年同期 on the third.
    """

    any: str | None = None
    day: str | None = None
    period: str | None = None

    def then(self, meant: str | None) -> Told:
        """Return what has been told once `meant` has been told as well."""
        if meant is None:
            return self
        if "/" not in meant and meant.count("-") == 2:
            return Told(meant, meant, self.period)
        return Told(meant, self.day, meant)


def valid(stated: Stated) -> bool:
    """Whether such a day can exist: 2月30日 cannot, 2月29日 can where the year is open."""
    if stated.last is not None and not valid(stated.last):
        return False
    if stated.day is None:
        return True
    if stated.month is None:
        return 1 <= stated.day <= 31
    return 1 <= stated.day <= _days(stated.year or 2000, stated.month)


def edtf(stated: Stated) -> str:
    """Write what the words alone state: 1月20日 is XXXX-01-20, 今月3日 XXXX-XX-03."""
    first, end = _ends(stated)
    if stated.last is not None:
        end = _ends(stated.last)[1]
    if first != end:
        return f"{first}/{end}"
    return first + "~" if stated.about else first


def complete(stated: Stated) -> bool:
    """Whether the words state the year themselves, so that nothing is left to resolve."""
    return (stated.year is not None or bool(stated.decade)) and (
        stated.last is None or stated.last.year is not None or bool(stated.last.decade)
    )


def resolve(stated: Stated, reference: date | None, told: Told, tense: Tense) -> str | None:
    """Return the date that is meant, as EDTF, or None where nothing fixes it.

    A date without a year is the nearest to `reference`. Where that is not within a month, or where
    the month is open as well, a past or future predicate (`tense`) chooses the side on which to look.
    """
    if complete(stated):
        return _fiscal_span(stated) or edtf(stated)
    if stated.shift is not None:
        if stated.shift.unit == "term":
            return None
        if stated.shift.unit == "period":
            return _a_year_before(told.period)
        by_day = stated.shift.unit in ("day", "week", "weekend")
        base = _start(told.day if by_day else told.any) if stated.shift.told else reference
        if stated.shift.told and stated.shift.unit == "fiscal":
            base = _business_year(told.any) or reference
        return None if base is None else _shifted(stated, stated.shift, base)
    if reference is None or stated.quarter is not None or _coded_only(stated):
        return None
    return _nearest(stated, reference, "" if is_near(stated, reference) else tense)


def is_near(stated: Stated, reference: date | None) -> bool:
    """Whether a date without a year is plain without a tense, whichever year is tried.

    So is a day within a month of the reference date (one without a month, in the ten days before
    it), and a span of months around it.
    """
    if reference is None or (stated.month or 0) > 12:
        return False
    meant = _nearest(stated, reference, "")
    first = _start(meant)
    if meant is None or first is None:
        return False
    if stated.day is not None and stated.month is None:
        return 0 <= (reference - first).days <= _TEN_DAYS
    if stated.day is not None:
        return abs((first - reference).days) <= _MONTH
    ends = meant.split("/")
    return len(ends) == 2 and ends[0] <= reference.isoformat()[:7] <= ends[1]


def with_year(stated: Stated, year: int) -> Stated:
    """Fill the open year of a date, and of its other end in the next year where that is earlier."""
    last = stated.last
    if last is not None and last.year is None:
        turned = (last.month or 0) < (stated.month or 0)
        last = replace(last, year=year + turned)
    return replace(stated, year=stated.year or year, last=last)


def year_of(text: str | None) -> int | None:
    """Return the year with which a resolved date begins, or None."""
    return int(text[:4]) if text and text[:4].isdigit() else None


def _ends(stated: Stated) -> tuple[str, str]:
    if stated.third and stated.month:
        month = f"{_year(stated)}-{stated.month:02d}"
        first, end = _third(stated.year or 2001, stated.month, stated.third)
        return f"{month}-{first:02d}", f"{month}-{end:02d}"
    if stated.quarter is not None:
        return _closed(stated, stated.quarter)
    return _point(stated), _point(stated)


def _point(stated: Stated) -> str:
    if stated.decade:
        return stated.decade.ljust(4, "X")
    unit = stated.shift.unit if stated.shift else "day" if stated.weekday is not None else "year"
    month = "" if stated.month is None else f"-{stated.month:02d}"
    day = "" if stated.day is None else f"-{stated.day:02d}"
    if unit in ("day", "week", "weekend"):
        month, day = month or "-XX", day or "-XX"
    elif unit == "month" or day:
        month = month or "-XX"
    return _year(stated) + month + day


def _year(stated: Stated) -> str:
    return "XXXX" if stated.year is None else f"{stated.year:04d}"


def _closed(stated: Stated, quarter: int) -> tuple[str, str]:
    """Return the months of a quarter of the business year that ends with a month: 2025年3月期第1四半期."""
    end = f"{_year(stated)}-{stated.month or 12:02d}"
    if stated.year is None or stated.month is None:
        return end, end
    first = stated.year * 12 + stated.month - 12 + (quarter - 1) * 3
    return _year_month(first), _year_month(first + 2)


def _fiscal_span(stated: Stated) -> str:
    """Write the months of a business year, or of its first half, named by the last: 2025年3月期."""
    if not stated.fiscal or stated.quarter is not None or stated.year is None or not stated.month:
        return ""
    first = stated.year * 12 + stated.month - stated.months
    last = first + stated.months - 1
    return f"{_year_month(first)}/{_year_month(last)}" if stated.month <= 12 else ""


def _year_month(months: int) -> str:
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _coded_only(stated: Stated) -> bool:
    return stated.month is not None and stated.month > 24


def _shifted(stated: Stated, shift: Shift, base: date) -> str | None:
    if shift.unit in ("year", "fiscal"):
        year = base.year + shift.count
        if shift.unit == "fiscal":
            year -= base.month < 4
        filled = replace(with_year(stated, year), shift=None)
        return edtf(filled) if valid(filled) else None
    if shift.unit == "month":
        at = base.year * 12 + base.month - 1 + shift.count
        filled = replace(stated, year=at // 12, month=at % 12 + 1, shift=None)
        return edtf(filled) if valid(filled) else None
    if shift.unit == "day":
        return _moved(base, shift.count)
    monday = base.toordinal() - base.weekday() + 7 * shift.count - base.toordinal()
    if stated.weekday is not None:
        return _moved(base, monday + stated.weekday)
    first = monday + (5 if shift.unit == "weekend" else 0)
    return f"{_moved(base, first)}/{_moved(base, monday + 6)}"


def _nearest(stated: Stated, reference: date, tense: Tense) -> str | None:
    found: list[tuple[int, Stated]] = []
    for filled in _candidates(stated, reference):
        if not valid(filled):
            continue
        year, month = filled.year or reference.year, _month(filled)
        first = date(year, month, filled.day or 1)
        end = date(year, month, filled.day or _days(year, month))
        if (tense == "past" and first > reference) or (tense == "future" and end < reference):
            continue
        away = max((first - reference).days, (reference - end).days, 0)
        found.append((away, filled))
    if not found:
        return _nearest(stated, reference, "") if tense else None
    return edtf(min(found, key=lambda pair: pair[0])[1])


def _candidates(stated: Stated, reference: date) -> list[Stated]:
    if stated.weekday is not None:
        back = (reference.weekday() - stated.weekday) % 7
        days = [reference + timedelta(days=away) for away in (-back, 7 - back)]
        return [Stated(day.year, day.month, day.day) for day in days]
    if stated.month is None and stated.day is not None:
        first = reference.year * 12 + reference.month - 1
        return [_in_month(stated, at) for at in (first - 1, first, first + 1)]
    return [with_year(stated, reference.year + away) for away in (-1, 0, 1)]


def _in_month(stated: Stated, at: int) -> Stated:
    last = stated.last
    if last is not None and last.month is None:
        last = replace(last, year=at // 12, month=at % 12 + 1)
    return replace(stated, year=at // 12, month=at % 12 + 1, last=last)


def _a_year_before(told: str | None) -> str | None:
    if told is None:
        return None
    ends = told.rstrip("~").split("/")
    if not all(end[:4].isdigit() and int(end[:4]) > _FIRST_YEAR for end in ends):
        return None
    return "/".join(f"{int(end[:4]) - 1:04d}{end[4:]}" for end in ends)


def _start(told: str | None) -> date | None:
    """Return the first day of a resolved date."""
    if told is None:
        return None
    parts = told.split("/")[0].rstrip("~").split("-")
    if not all(part.isdigit() for part in parts):
        return None
    month = int(parts[1]) if len(parts) > 1 and int(parts[1]) <= 12 else 1
    return date(int(parts[0]), month, int(parts[2]) if len(parts) > 2 else 1)


def _business_year(told: str | None) -> date | None:
    """Return a day in the business year that has been told: 2023年度 is 2023, begun in April."""
    first = _start(told)
    return first.replace(month=4) if first and told and len(told) == 4 else first


def _month(stated: Stated) -> int:
    """Return a month that stands for a season or half in comparisons."""
    code = stated.month or 1
    return code if code <= 12 else {21: 4, 22: 7, 23: 10, 24: 1}.get(code, 1)


def _moved(base: date, days: int) -> str:
    return (base + timedelta(days=days)).isoformat()


def _third(year: int, month: int, third: int) -> tuple[int, int]:
    return ((1, 10), (11, 20), (21, _days(year, month)))[third - 1]


def _days(year: int, month: int) -> int:
    return (
        calendar.monthrange(min(max(year, _FIRST_YEAR), _LAST_YEAR), month)[1]
        if month <= 12
        else 31
    )
