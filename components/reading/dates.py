"""Dates: 2025年1月21日, 23日, 令和7年1月, 2023年7〜9月期, 2024会計年度第3四半期, 昨年, 今月3日."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from components.reading.date_words import found
from components.reading.fold import fold
from components.reading.model import Date
from components.reading.resolving import Tense, Told, is_near, resolve
from components.reading.shape import Shape, shape
from components.reading.stated import Stated, complete, edtf, with_year, year_of

# A predicate after a date says on which side of the telling it lies: 発売した, 発売する.
_FUTURE = re.compile(
    r"(?:予定|見通し|計画|めど|方針|見込み)(?!だった|であった)(?!(?:を(?!示|発表|公表|表明|明|持))|[^だでとの。、をも」])|目指|[をも]控え|[うくすつぬぶむるぐ]こと[がもを](?!で)|(?<!て)以降(?!の)|(?:する|される|なる|始める|始まる|開く)(?!..?(?:だった|であった))"
    r"(?:[。、」]|と|という|[一-龠ァ-ヴA-Za-z])"
)
_PAST = re.compile(
    r"(?:[しいきれえせめけげてっちぎりみ]た|んだ)"
    r"(?:[。、」]|と|という|こと|が、|ばかり|際|[「『一-龠ァ-ヴA-Za-z\ue000-\ue01f]|\Z)|てい(?:る[。、」]|た)|(?<!控え)ており、"
)
_ASIDE = re.compile(
    r"に[^、。]{1,8}[たる](?=[一-龠0-9\ue000-\ue01f])"
)  # 4〜6月期に付けた14兆ウォン
Spans = Mapping[tuple[int | None, int | None], Collection[int]]
_FIRST_YEAR, _LAST_YEAR = 1000, 8999  # of a reference date: no paper is older, no year overflows
_CLAUSE = 160  # characters after a date in which its predicate is looked for
_JOINED = re.compile(r"(?:から|まで|より|と|や|か|は|には|、|・|〜|および|及び|または|そして){1,3}")
_CHAINED = re.compile(r"[一-龠][しりきちみえれけせび]、")
_SINCE = ("以来", "より", "に比べ", "と比べ")  # what something is measured by is past
_OR_NEXT = ("か来", "か翌")  # 12月か来年1月ではないか
_EVERY = re.compile(r"(?:毎年|例年|毎月|毎週)の?\Z")


def dates(text: str, reference_date: str | None = None) -> tuple[Date, ...]:
    """Return the dates of a text in order, with EDTF as stated and resolved (see `stated`, `resolving`).

    `reference_date` is an ISO date, or None: then only what the text itself fixes is resolved.
    Lengths of time (3日間, 2年ぶり, 10年債) are no dates.
    """
    return read_dates(shape(fold(text)), text, reference_date)


def read_dates(shaped: Shape, text: str, reference_date: str | None) -> tuple[Date, ...]:
    """Return the dates of a shaped text; see `dates`."""
    reference = date.fromisoformat(reference_date) if reference_date else None
    if reference is not None and not _FIRST_YEAR <= reference.year <= _LAST_YEAR:
        reference = None
    made: list[Date] = []
    before: tuple[int, Stated] | None = None
    every_one = list(found(shaped, reference))
    spans, days = _years([stated for _, _, stated in every_one]), dict[int, Stated]()
    told = Told(closes=_closes([stated for _, _, stated in every_one]))
    for start, end, stated in every_one:
        first, last = shaped.span(start, end)
        near = before if before and _same_sentence(shaped.text, before[0], start) else None
        fuller = _said_before(stated, days, spans)
        if near is not None and told.any is not None:
            joined = _JOINED.fullmatch(shaped.text, near[0], start) is not None
            if joined or not is_near(stated, reference):
                fuller = _inherit(fuller, near[1], told.any, joined)
        every = _EVERY.search(shaped.text[max(0, start - 3) : start])
        meant = None if every else resolve(fuller, reference, told, _tense(shaped.text, end))
        inferred = meant is not None and not complete(stated)
        made.append(Date(first, last, text[first:last], edtf(stated), meant, inferred))
        compared = stated.shift is not None and stated.shift.unit == "period"
        aside = _ASIDE.match(shaped.text, end)
        told = told.then(meant, keep=compared or (aside is not None and told.period is not None))
        before = (end, stated)
        if stated.day is not None and stated.last is None:
            days[stated.day] = fuller
    return tuple(made)


def _said_before(stated: Stated, days: Mapping[int, Stated], spans: Spans) -> Stated:
    """Give a date without a year, or a day without a month, what the text says of the same one.

    2022年4〜9月期 says which year 4〜9月期 in the headline is of, where no other year has it told;
    10月21日 which month 21日 is in.
    """
    if stated.year is not None or stated.shift or stated.weekday is not None:
        return stated
    if stated.last is None:
        same = days.get(stated.day or 0) if stated.month is None else None
        return replace(same, year=None) if same and same.month and not same.last else stated
    years = spans.get((stated.month, stated.last.month), ())
    return with_year(stated, *years) if stated.day is None and len(years) == 1 else stated


def _years(every: Sequence[Stated]) -> Spans:
    """Return the years in which an article has spans of months told: (4, 9) in 2022."""
    found: dict[tuple[int | None, int | None], set[int]] = {}
    for stated in every:
        if stated.year and stated.last and stated.day is None:
            found.setdefault((stated.month, stated.last.month), set()).add(stated.year)
    return found


def _closes(every: Sequence[Stated]) -> int | None:
    """Return the month in which the business years of an article end, None where it has several."""
    ends = {s.month for s in every if s.fiscal and s.month and s.year and s.months == 12}
    return ends.pop() if len(ends) == 1 and max(ends) <= 12 else None


def _inherit(stated: Stated, near: Stated, told: str, joined: bool) -> Stated:
    """Give a date the year, and the month, of the one before it in its sentence.

    昨年12月20日から23日 and 2023年4月に設立し、9月に上場 leave out what has just been said; 24日 in
    2月1日に発売すると24日に発表した does not, being joined to nothing.
    """
    year = year_of(told)
    if year is None or complete(stated) or stated.shift or stated.weekday is not None:
        return stated
    if stated.month is None:
        if joined and near.month is not None and near.day is not None and told[5:7].isdigit():
            return _with_month(stated, year, int(told[5:7]))
        return stated
    if near.fiscal:
        return stated  # 2025会計年度第2四半期(5〜7月期): a business year names no calendar year
    fixed = near.year is not None or (near.shift is not None and near.shift.unit == "year")
    if not fixed or not (joined or near.month) or stated.month > 24:
        return stated
    turned = joined and stated.last is None and stated.month < (near.month or 0)
    return with_year(stated, year + turned)  # 7〜9月期は4〜6月期を上回る looks back


def _with_month(stated: Stated, year: int, month: int) -> Stated:
    last = stated.last and replace(stated.last, year=year, month=stated.last.month or month)
    return replace(stated, year=year, month=month, last=last)


def _same_sentence(text: str, start: int, end: int) -> bool:
    return not re.search(r"[。\n]", text[start:end]) if end - start < 120 else False


def _tense(text: str, end: int) -> Tense:
    """Read from the rest of a sentence whether a date lies before or after the telling.

    The first predicate counts (12月に発売する製品を発表した), but after a comma the last one, of
    which the date is the setting: 24日、工場を来年開くとの見通しを示した. So does it where the date's
    own predicate only leads on (9月に合意し、来年納入する代わりに…を得た).
    """
    rest = text[end : end + _CLAUSE]
    rest = re.split(r"(?<=。)|\n", rest, maxsplit=1)[0]
    if rest.startswith(_SINCE):
        return "past"
    if rest.startswith(_OR_NEXT):
        return "future"
    past, future = list(_PAST.finditer(rest)), list(_FUTURE.finditer(rest))
    if not past or not future:
        return "past" if past else "future" if future else ""
    chained = _CHAINED.search(rest)
    linked = chained is not None and min(past[0].start(), future[0].start()) > chained.start()
    if linked or rest.startswith(("、", "には", "は")):
        return "past" if past[-1].start() > future[-1].start() else "future"
    return "past" if past[0].start() < future[0].start() else "future"
