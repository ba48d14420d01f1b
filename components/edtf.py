"""Dates in the Extended Date/Time Format (EDTF, ISO 8601-2:2019) as calendar days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

# First month and number of months of EDTF's divisions of a year: seasons, quarters, halves.
# Winter runs from December into the next year.
DIVISIONS = {
    "21": (3, 3),
    "22": (6, 3),
    "23": (9, 3),
    "24": (12, 3),
    "33": (1, 3),
    "34": (4, 3),
    "35": (7, 3),
    "36": (10, 3),
    "40": (1, 6),
    "41": (7, 6),
}
_POINT = re.compile(r"([0-9]{0,4}X{0,4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)")


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written: "2025-01-XX~" is year "2025", month "01", day "XX", mark "~"."""

    year: str
    month: str
    day: str
    mark: str


def points(edtf: str) -> tuple[Point | None, ...] | None:
    """Return the one date, or the two ends of the interval (None where open); None if neither.

    "2025-01-24/.." is its first day and None; a text that is no EDTF is None as a whole.
    """
    found: list[Point | None] = []
    sides = edtf.split("/")
    for side in sides:
        match = _POINT.fullmatch(side)
        if match and len(match[1]) == 4:
            found.append(Point(match[1], match[2] or "", match[3] or "", match[4]))
        elif side in {"", ".."} and len(sides) == 2:
            found.append(None)
        else:
            return None
    return tuple(found) if 1 <= len(found) <= 2 and any(found) else None


def date_bounds(edtf: str) -> tuple[date, date] | None:
    """Return the first and last day that a date can mean; None when it has no year.

    "2025-01" is 2025-01-01 to 2025-01-31; an open end of an interval takes the end that is known.
    """
    known = [_days(point) for point in points(edtf) or () if point]
    days = [bounds for bounds in known if bounds]
    return (days[0][0], days[-1][1]) if days and len(days) == len(known) else None


def _days(point: Point) -> tuple[date, date] | None:
    if not point.year[0].isdigit():
        return None
    first, last = int(point.year.replace("X", "0")), int(point.year.replace("X", "9"))
    if first != last or point.month in {"", "XX"}:
        return (date(first, 1, 1), date(last, 12, 31)) if first > 0 else None
    start, length = DIVISIONS.get(point.month, (int(point.month), 1))
    try:
        if point.day.isdigit():
            day = date(first, int(point.month), int(point.day))
            return day, day
        end_year, end_month = divmod(first * 12 + start + length - 2, 12)
        end = date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])
        return date(first, start, 1), end
    except ValueError:  # 2025-02-30, 2025-13: no such day or month
        return None
