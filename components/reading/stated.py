"""What a date's words state, and its EDTF.

EDTF forms in use (ISO 8601-2): 2025-01-20, 2025-01, 2025; XXXX-01-20, XXXX-XX-23 where the text
leaves a part open; 199X, 20XX; 2024-21 … 2024-24 spring to winter, 2024-33 … 2024-36 quarters,
2024-40 and 2024-41 halves; 2025~ about; a/b intervals of these.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from typing import Literal

Unit = Literal["year", "fiscal", "month", "week", "weekend", "day", "period", "term"]
_FIRST_YEAR, _LAST_YEAR = 1, 9998


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


def valid(stated: Stated) -> bool:
    """Whether such a day can exist: 2月30日 cannot, 2月29日 can where the year is open."""
    if stated.last is not None and not valid(stated.last):
        return False
    if stated.day is None:
        return True
    if stated.month is None:
        return 1 <= stated.day <= 31
    return 1 <= stated.day <= days_of(stated.year or 2000, stated.month)


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


def fiscal_span(stated: Stated) -> str:
    """Write the months of a business year, or of its first half, named by the last: 2025年3月期."""
    if not stated.fiscal or stated.quarter is not None or stated.year is None or not stated.month:
        return ""
    first = stated.year * 12 + stated.month - stated.months
    last = first + stated.months - 1
    return f"{_year_month(first)}/{_year_month(last)}" if stated.month <= 12 else ""


def _year_month(months: int) -> str:
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _third(year: int, month: int, third: int) -> tuple[int, int]:
    return ((1, 10), (11, 20), (21, days_of(year, month)))[third - 1]


def days_of(year: int, month: int) -> int:
    """Return how many days a month has, 31 for a code of EDTF."""
    return (
        calendar.monthrange(min(max(year, _FIRST_YEAR), _LAST_YEAR), month)[1]
        if month <= 12
        else 31
    )
