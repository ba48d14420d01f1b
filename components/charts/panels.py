"""Stretches of time for one axis each, found in the dates, and their ticks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from math import ceil, floor
from typing import Literal

from components.charts.lettering import text_width
from components.charts.style import TICK_SIZE
from components.texts import Texts

Bounds = tuple[date, date]
Form = Literal["day", "month", "year"]
WEEK = 7  # days: the gap that a lone day bridges to its neighbour
# A date this many times longer than the window so far says too little to widen it.
COARSE = 5
# A window that covers a larger part of all dates than this gains nothing from standing alone.
WORTHWHILE = 0.25
DAY_STEPS, MONTH_STEPS = (1, 2, 3, 7, 14), (1, 2, 3, 6)
YEAR_STEPS = (1, 2, 3, 4, 5, 10, 20, 50, 100, 500, 1000, 5000)
MOST_DAYS = 120  # beyond that, days are no ticks
TICK_GAP, LEAST_TICK = 8, 16  # px between two labels; px from tick to tick that no label fits
FIRST, LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time, in ordinal days, with the indices of the dates drawn on it."""

    kind: Literal["before", "window", "after"]
    first: int
    last: int
    members: tuple[int, ...]


def middle(bounds: Bounds) -> float:
    """Return the middle of a date in ordinal days: 2025-01-24/2025-01-25 lies between the two."""
    return (bounds[0].toordinal() + bounds[1].toordinal()) / 2


def moment(day: float) -> str:
    """Return ordinal days as Plotly writes a point of time; outside the calendar, its edge."""
    whole = int(min(max(day, FIRST), LAST))
    part = min(max(day - whole, 0), 0.999)
    return (datetime.fromordinal(whole) + timedelta(days=part)).isoformat(timespec="seconds")


def stretches(dates: Sequence[Bounds], own: Sequence[bool]) -> list[Stretch]:
    """Cut the dates into what came before the densest window, the window, and what came after.

    The window lies around the dates of the article itself (`own`), or around any if it has none.
    With dates close to each other there is one window only. No dates give no stretch.
    """
    if not dates:
        return []
    low, high = _window(dates, own)
    first = min(bounds[0].toordinal() for bounds in dates)
    last = max(bounds[1].toordinal() for bounds in dates)
    if high - low > (last - first) * WORTHWHILE:
        return [Stretch("window", first, last, tuple(range(len(dates))))]
    middles = [middle(bounds) for bounds in dates]
    before = tuple(index for index, day in enumerate(middles) if day < low)
    within = tuple(index for index, day in enumerate(middles) if low <= day <= high)
    after = tuple(index for index, day in enumerate(middles) if day > high)
    found = []
    if before:
        ends = max(dates[index][1].toordinal() for index in before)
        starts = min(dates[index][0].toordinal() for index in before)
        found.append(Stretch("before", starts, min(ends, low), before))
    found.append(Stretch("window", low, high, within))
    if after:
        ends = max(dates[index][1].toordinal() for index in after)
        starts = min(dates[index][0].toordinal() for index in after)
        found.append(Stretch("after", max(starts, high), ends, after))
    return found


def ticks(first: float, last: float, px_per_day: float, t: Texts) -> list[tuple[str, str]]:
    """Return ticks (point of time, label) between two ordinal days: as many as fit side by side."""
    best: list[tuple[date, str]] = []
    for days, form in _candidates(first, last, LEAST_TICK / px_per_day):
        found = _labelled(days, form, t)
        if len(found) < 2:
            best = best or found
        elif _fits(found, px_per_day):
            best = found
            break
    return [(moment(day.toordinal()), label) for day, label in best]


def _window(dates: Sequence[Bounds], own: Sequence[bool]) -> tuple[int, int]:
    seeds = {bounds for bounds, mine in zip(dates, own, strict=True) if mine} or set(dates)
    windows = {_grown(seed, dates) for seed in sorted(seeds)}

    def worth(window: tuple[int, int]) -> tuple[int, int, int, int]:
        held = [
            mine
            for bounds, mine in zip(dates, own, strict=True)
            if window[0] <= middle(bounds) <= window[1]
        ]
        return sum(held), len(held), window[0] - window[1], window[1]

    return max(windows, key=worth)


def _grown(seed: Bounds, dates: Sequence[Bounds]) -> tuple[int, int]:
    # What joins only widens the window, so the order of joining does not matter.
    low, high = seed[0].toordinal(), seed[1].toordinal()
    while True:
        room = max(high - low, WEEK)
        joined = [
            (start, end)
            for start, end in ((one.toordinal(), two.toordinal()) for one, two in dates)
            if max(start - high, low - end) <= room and end - start <= COARSE * room
        ]
        wider = min(low, *(s for s, _ in joined), low), max(high, *(e for _, e in joined), high)
        if wider == (low, high):
            return wider
        low, high = wider


def _candidates(first: float, last: float, nearest: float) -> Iterator[tuple[list[date], Form]]:
    """Yield ever sparser ticks, at least about `nearest` days apart; years come last."""
    start, end = max(FIRST, ceil(first)), min(LAST, floor(last))
    if end < start:
        return
    if end - start <= MOST_DAYS:
        for step in (each for each in DAY_STEPS if each > nearest):
            yield [date.fromordinal(day) for day in range(start, end + 1, step)], "day"
    low, high = date.fromordinal(start), date.fromordinal(end)
    for step in (each for each in MONTH_STEPS if each * 31 > nearest):
        months = range(low.year * 12, high.year * 12 + 12, step)
        every = (date(month // 12, month % 12 + 1, 1) for month in months)
        yield [day for day in every if low <= day <= high], "month"
    for step in (each for each in YEAR_STEPS if each * 366 > nearest):
        years = range(max(step, low.year + -low.year % step), high.year + 1, step)
        yield [day for day in (date(year, 1, 1) for year in years) if day >= low], "year"


def _labelled(days: Sequence[date], form: Form, t: Texts) -> list[tuple[date, str]]:
    found: list[tuple[date, str]] = []
    for day in days:
        month = t(f"wording.month.{day.month:02}")[:3]  # 1, Jan
        label = str(day.year)
        if form == "day":
            label = t("chart_time.tick.day", month=month, day=day.day)
        elif form == "month":
            label = t("chart_time.tick.month", month=month)
            if not found or found[-1][0].year != day.year:
                label = t("chart_time.tick.month_year", year=day.year, month=label)
        found.append((day, label))
    return found


def _fits(found: Sequence[tuple[date, str]], px_per_day: float) -> bool:
    widest = max(text_width(label, TICK_SIZE) for _, label in found)
    nearest = min((later - day).days for (day, _), (later, _) in pairwise(found))
    return nearest * px_per_day >= widest + TICK_GAP
