"""The text with every number drawn together into one character, on which the rules run.

2025年1月21日 has the shape Y年M月D日. A rule is then short to write, its meaning plain
(`<Y>年<M>月<D>日`), and no rule can run long on a long number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from components.reading.numerals import Numeral, scan

# One private character for each kind of number; a text that holds these itself gets U+FFFD there.
_KINDS = ("year", "month", "day", "two", "zero", "whole", "other", "dotted", "vague")
_STRONG = {kind: chr(0xE000 + place) for place, kind in enumerate(_KINDS)}
_WEAK = {kind: chr(0xE010 + place) for place, kind in enumerate(_KINDS)}
_PRIVATE = re.compile("[\ue000-\ue01f]")

# What a rule may ask for: W is a number in kanji that counts only by its unit.
_ASKED: Mapping[str, tuple[str, ...]] = {
    "Y": ("year",),
    "M": ("month",),
    "D": ("month", "day"),
    "T": ("month", "day", "two"),
    "I": ("year", "month", "day", "two", "zero", "whole"),
    "N": ("year", "month", "day", "two", "zero", "whole", "other", "vague"),
    "X": ("dotted",),
}
_SLOT = re.compile(r"<(?P<what>[A-Z])(?P<strong>!)?(?::(?P<name>[a-z_0-9]+))?>")


_VOICED = re.compile("(?s:.)[゛゜]?")
_MARKS = {ord("゛"): "\u3099", ord("゜"): "\u309a"}
_BEFORE, _AFTER = 8, 26  # characters around a number within which a rule's match must lie


@dataclass(frozen=True)
class Rule:
    """A pattern over the shape of a text, with an example that it must read.

    `needs`: no match without one of these characters, so that the rule is skipped where none is.
    """

    name: str
    pattern: str
    example: str
    needs: str = ""


@dataclass(frozen=True)
class Shape:
    """A folded text with its numbers drawn together.

    `text` is the shape; `starts[i]` and `ends[i]` are the offsets in the folded text of its i-th
    character; `numerals` holds the number that stands at a place of the shape; `windows` are the
    stretches around numbers, and `near` is what they hold.
    """

    folded: str
    text: str
    starts: list[int]
    ends: list[int]
    numerals: Mapping[int, Numeral]
    windows: Sequence[tuple[int, int]]
    near: str

    def numeral(self, match: re.Match[str], group: str) -> Numeral | None:
        """Return the number that a named slot matched, or None where it matched nothing."""
        return self.numerals.get(match.start(group)) if match[group] else None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the folded text of a stretch of the shape, not empty."""
        return self.starts[start], self.ends[end - 1]


def shape(folded: str) -> Shape:
    """Draw the numbers of a folded text together, and カ゛ of half-width katakana into ガ."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    numerals: dict[int, Numeral] = {}
    at = 0
    for numeral in scan(folded):
        parts.append(_between(folded, at, numeral.start, starts, ends))
        numerals[len(starts)] = numeral
        parts.append((_WEAK if numeral.weak else _STRONG)[_kind(numeral)])
        starts.append(numeral.start)
        ends.append(numeral.end)
        at = numeral.end
    parts.append(_between(folded, at, len(folded), starts, ends))
    text = "".join(parts)
    windows = _windows(numerals, len(text))
    near = "".join(text[start:end] for start, end in windows)
    return Shape(folded, text, starts, ends, numerals, windows, near)


def _between(folded: str, start: int, end: int, starts: list[int], ends: list[int]) -> str:
    """Return the shape of what stands between two numbers, and add its offsets to the lists."""
    text = _PRIVATE.sub("\ufffd", folded[start:end])
    if "゛" not in text and "゜" not in text:
        starts += range(start, end)
        ends += range(start + 1, end + 1)
        return text
    made = []
    for match in _VOICED.finditer(text):
        char = unicodedata.normalize("NFC", match[0].translate(_MARKS))
        whole = len(char) == 1
        for size in (len(match[0]),) if whole else (1,) * len(match[0]):
            starts.append(start)
            start += size
            ends.append(start)
        made.append(char if whole else match[0])
    return "".join(made)


def matches(rule: Rule, shaped: Shape) -> Iterator[re.Match[str]]:
    """Yield where a rule's pattern stands in a shape, from left to right.

    A rule about numbers is tried near numbers only: most of a text is far from any.
    """
    pattern = compiled(rule.pattern)
    if not _asks_for_number(rule.pattern):
        yield from pattern.finditer(shaped.text)
        return
    if rule.needs and not any(char in shaped.near for char in rule.needs):
        return
    for start, end in shaped.windows:
        yield from pattern.finditer(shaped.text, start, end)


def _windows(places: Iterable[int], length: int) -> tuple[tuple[int, int], ...]:
    """Return the stretches around numbers, those that meet drawn together."""
    found: list[tuple[int, int]] = []
    for place in places:
        start, end = max(0, place - _BEFORE), min(length, place + _AFTER)
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return tuple(found)


@cache
def _asks_for_number(pattern: str) -> bool:
    return _SLOT.search(pattern) is not None


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a rule's pattern with its slots written out.

    <Y> is a year of four digits, <M> 1–12, <D> 1–31, <T> two digits or one, <I> a whole number
    without sign or scale, <N> any number, <X> a dotted one; <N:low> names it; <N!> leaves out
    the kanji that may be part of a word.
    """
    return re.compile(_SLOT.sub(_slot, pattern))


def _slot(match: re.Match[str]) -> str:
    kinds = _ASKED[match["what"]]
    chars = "".join(_STRONG[kind] for kind in kinds)
    if not match["strong"]:
        chars += "".join(_WEAK[kind] for kind in kinds)
    name = match["name"]
    return f"(?P<{name}>[{chars}])" if name else f"[{chars}]"


def _kind(numeral: Numeral) -> str:
    if numeral.form == "dotted":
        return "dotted"
    if numeral.value is None:
        return "vague"
    if numeral.form == "written":
        return "other"
    return _whole(numeral.value, len(numeral.text) if numeral.form == "digits" else 0)


def _whole(value: Decimal, width: int) -> str:
    if value < 100 and width <= 2:
        if value == 0:
            return "two" if width == 2 else "zero"
        return "month" if value <= 12 else "day" if value <= 31 else "two"
    return "year" if 1000 <= value <= 2999 and width in (0, 4) else "whole"
