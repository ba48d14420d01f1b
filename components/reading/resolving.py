"""What a stated date comes to from a reference date and from the dates told before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from components.reading.stated import (
    Shift,
    Stated,
    complete,
    days_of,
    edtf,
    fiscal_span,
    valid,
    with_year,
)

Tense = Literal["past", "future", ""]
_FIRST_YEAR = 1
_MONTH, _TEN_DAYS = 31, 10


@dataclass(frozen=True, slots=True)
class Told:
    """The resolved dates told before: the last one, the last to the day, the last span of time.

    同年 rests on the first, 翌日 on the second, 前年同期 on the third. `closes` is the month in which
    the business years of the article end, where it names only one: 3 by 2025年3月期.
    """

    any: str | None = None
    day: str | None = None
    period: str | None = None
    closes: int | None = None

    def then(self, meant: str | None, keep: bool = False) -> Told:
        """Return what has been told once `meant` has been told as well; `keep` keeps the period."""
        if meant is None:
            return self
        if "/" not in meant and meant.count("-") == 2:
            return replace(self, any=meant, day=meant)
        return replace(self, any=meant, period=self.period if keep else meant)


def resolve(stated: Stated, reference: date | None, told: Told, tense: Tense) -> str | None:
    """Return the date that is meant, as EDTF, or None where nothing fixes it.

    A date without a year is the nearest to `reference`. Where that is not within a month, or where
    the month is open as well, a past or future predicate (`tense`) chooses the side on which to look.
    """
    if complete(stated):
        return fiscal_span(stated) or edtf(stated)
    if stated.shift is not None:
        if stated.shift.unit == "term":
            return _business_term(stated.shift.count, reference, told.closes)
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
        end = date(year, month, filled.day or days_of(year, month))
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


def _business_term(count: int, reference: date | None, closes: int | None) -> str | None:
    """Return the months of 今期 (0), 前期 (-1), 来期 (1): the year that now runs ends with `closes`."""
    if reference is None or closes is None:
        return None
    year = reference.year + (reference.month > closes) + count
    return fiscal_span(Stated(year=year, month=closes, fiscal=True))


def _month(stated: Stated) -> int:
    """Return a month that stands for a season or half in comparisons."""
    code = stated.month or 1
    return code if code <= 12 else {21: 4, 22: 7, 23: 10, 24: 1}.get(code, 1)


def _moved(base: date, days: int) -> str:
    return (base + timedelta(days=days)).isoformat()
