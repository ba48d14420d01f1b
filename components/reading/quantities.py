"""Numbers that are no money and no date: 42.6%, 3.6倍, 5カ所, 午前9時30分, 第2位, トップ10."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from components.reading.fold import fold
from components.reading.model import Quantity, Rank, Span
from components.reading.quantity_rules import RANK_RULES, quantity_rules, units
from components.reading.shape import Rule, Shape, matches, shape

# R1, H100, GPT-4: the digits belong to a name; ROE10% and AI3社 are a word and a number.
_NAME = re.compile(r"(?<![A-Za-z])[A-Za-z]\Z|[A-Za-z0-9\ue000-\ue01f]-\Z")
_IN_WORD = re.compile(r"[一-龠々]\Z(?<![約計各全約後前第のは])")
_SCALED = re.compile("[万億兆京]")
_LARGEST_RANK = 10**9


def ranks(text: str) -> tuple[Rank, ...]:
    """Return the places in an order that a text names: トップ10 is 1 to 10, 第2位 2 to 2, 首位 1."""
    return read_ranks(shape(fold(text)), text)


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers with a unit in a text; a vague number or a range (3〜5%) has no value.

    Digits of a Latin name (R1, GPT-4o, H100) are none, nor is a number without a unit.
    """
    return read_quantities(shape(fold(text)), text)


def numbers(text: str) -> tuple[Span, ...]:
    """Return every number in digits, and every one in kanji with 万, 億 or 兆; see `read_numbers`."""
    return tuple(
        Span(item.start, item.end) for item in shape(fold(text)).numerals.values() if not item.weak
    )


def read_ranks(shaped: Shape, text: str) -> tuple[Rank, ...]:
    """Return the ranks of a shaped text; see `ranks`."""
    found = []
    for start, end, match in _matched(shaped, RANK_RULES):
        low, high = _value(shaped, match, "low"), _value(shaped, match, "high")
        if "first" in match.re.groupindex:
            low = high = Decimal(1)
        elif low is None:
            low = Decimal(1)
        high = low if high is None else high
        if (
            high is not None
            and 1 <= low <= high < _LARGEST_RANK
            and low == int(low)
            and high == int(high)
        ):
            first, last = shaped.span(start, end)
            found.append(Rank(first, last, text[first:last], int(low), int(high)))
    return tuple(found)


def read_quantities(shaped: Shape, text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a shaped text; see `quantities`."""
    found = []
    for start, end, match in _matched(shaped, quantity_rules()):
        if _named(shaped, match):
            continue
        first, last = shaped.span(start, end)
        found.append(Quantity(first, last, text[first:last], _measure(shaped, match), _unit(match)))
    return tuple(found)


def _matched(shaped: Shape, rules: tuple[Rule, ...]) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Yield the matches of rules from left to right, the longest first, none over another."""
    found = [
        (match.start(), -match.end(), place, match)
        for place, rule in enumerate(rules)
        for match in matches(rule, shaped)
    ]
    found.sort(key=lambda item: item[:3])
    reached = 0
    for start, end, _, match in found:
        if start >= reached:
            yield start, -end, match
            reached = -end


def _named(shaped: Shape, match: re.Match[str]) -> bool:
    """Whether a number is part of a Latin name, or in kanji without anything that makes it count."""
    before = shaped.text[max(0, match.start() - 2) : match.start()]
    if _NAME.search(before):
        return True
    groups = match.groupdict()
    numeral = shaped.numeral(match, "low") if groups.get("low") else None
    if numeral is None:
        return False
    if "bare" in groups:
        return not _SCALED.search(numeral.text)
    if numeral.weak and groups.get("unit"):
        unit = units()[groups["unit"]]
        return not unit.kanji or bool(_IN_WORD.search(before))
    return False


def _measure(shaped: Shape, match: re.Match[str]) -> Decimal | None:
    """Return the value of a match, or None for a range, a vague number, a time and a version."""
    groups = match.groupdict()
    low, part = _value(shaped, match, "low"), _value(shaped, match, "part")
    if groups.get("high") or low is None:
        return None
    if groups.get("over"):
        over = _value(shaped, match, "over")
        return low and over and _ratio(over, low)
    if groups.get("part"):
        return None if part is None else low + part / 10
    return -low if groups.get("sign") in ("-", "▲", "△", "マイナス") else low


def _ratio(over: Decimal, under: Decimal) -> Decimal:
    return (over / under).normalize() if abs(under) > 0 else over


def _unit(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("unit"):
        return units()[groups["unit"]].unit + (groups.get("th") or "")
    if "part" in groups:
        return "割"
    return next(
        (name for name in ("clock", "version", "fraction", "ordinal") if name in groups), ""
    )


def _value(shaped: Shape, match: re.Match[str], slot: str) -> Decimal | None:
    if slot not in match.re.groupindex:
        return None
    numeral = shaped.numeral(match, slot)
    return None if numeral is None else numeral.value
