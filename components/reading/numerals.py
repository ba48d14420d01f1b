"""Numbers as Japanese writes them: 312億6500万, 4.2兆, 百億, 三百二十, 5万4千, 数十億.

A number in kanji may be part of a word (一部, 三菱, 十分): `weak` marks those which are numbers
only where a unit follows, and the readers of money, dates and quantities decide by the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Form = Literal["digits", "written", "kanji", "dotted"]

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}

# Papers set upright write a decimal point as ・ (２３・２８ドル): so it is read where a unit follows.
_MEASURED = r"(?=[兆億万千%倍割円元度秒]|ドル|ユーロ|[パポ]|フラン|ウォン|ルピー|セント|キロ|メートル|センチ|ミリ|トン|グラム)"
_ARABIC = (
    r"[0-9]++(?:\.[0-9]++){2,}+"  # 2025.1.20, 3.5.1: no number, but one token
    r"|[0-9]{1,3}(?:,[0-9]{3}(?![0-9]))++(?:\.[0-9]++)?+"
    rf"|[0-9]++(?:[.・][0-9]++{_MEASURED}|\.[0-9]++)?+"
)
_LINE_END = r"(?:\r?\n[>＞ ]*+)?+"  # a wrapped line may part 5000 from 億
_TOKEN = re.compile(
    rf"(?P<arabic>{_ARABIC})|(?P<kanji>[〇零一二三四五六七八九]++(?:[・.][〇一二三四五六七八九]++{_MEASURED})?+)"
    rf"|(?P<vague>[数何幾])|{_LINE_END}(?P<scale>[十百千万億兆京])"
)
_ADDRESS = re.compile(r"://[!-~]++")
_FIRST = re.compile("[0-9〇零一二三四五六七八九十百千数何幾]")
# A run may begin with a digit, with 十百千, or with 数, 何, 幾 where they stand for a digit.
_RUN = re.compile(
    rf"(?:{_ARABIC}|[〇零一二三四五六七八九十百千]|(?<![一-龠々])[数何幾](?=[十百千万億兆])"
    rf"|(?<=[約計後各前満額年間費均超十百千万])[数何幾](?=[十百千万億兆])|(?<![一-龠々])数|(?<=[約後各前])数)"
    rf"(?:{_ARABIC}|[〇零一二三四五六七八九]|(?<=[十百千万億兆])数|[・.](?=[〇一二三四五六七八九]++{_MEASURED})"
    rf"|{_LINE_END}[十百千万億兆京])*+"
)
# 四 of 四半期 and the first character of words that hold no number, whatever unit they seem to bear.
_WORD = re.compile(
    r"四半期|一(?:部(?!屋)|方|般|環|致|時(?!間)|層|段|定|概|帯|種|連|緒|体|気|貫|挙|昨)"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text; `value` is None where it is vague (数兆) or dotted (3.5.1).

    `form` is "digits" for 2025, "written" for 2,040 or 4.2兆, "kanji" for 三百, "dotted".
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    form: Form
    vague: str = ""

    @property
    def weak(self) -> bool:
        """Whether it may be part of a word: kanji or 数 without 万, 億 or 兆 (三, 十, 数)."""
        return (self.form == "kanji" or bool(self.vague)) and not re.search(
            r"[0-9万億兆京]", self.text
        )


def scan(folded: str) -> tuple[Numeral, ...]:
    """Return every possible number of a folded text in order, weak ones included; linear time."""
    found: list[Numeral] = []
    at = 0
    # The digits of a web address are no numbers; blanks of the same length keep the offsets.
    folded = _ADDRESS.sub(lambda match: " " * len(match[0]), folded)
    # To look for a first character, then for a run there, is far faster than to look for a run.
    while first := _FIRST.search(folded, at):
        run = _RUN.match(folded, first.start())
        at = run.end() if run else first.end()
        if run:
            found += _split(folded, run.start(), run.end())
    return tuple(found)


def parse(text: str) -> Decimal | None:
    """Return the value of a folded numeral that fills `text`, or None if vague or no numeral.

    312億6500万 is 31265000000, 百億 is 10000000000, 1千万 is 10000000.
    """
    found = scan(text)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)):
        return found[0].value
    return None


@dataclass(slots=True)
class _Sum:
    """A number under construction: 312億6500万 is done=312億, section=0, pending=6500 before 万."""

    done: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    pending: Decimal | None = None
    small: int = 10**4
    big: int = 10**20
    vague: str = ""

    def number(self, text: str, kanji: bool) -> bool:
        if self.pending is not None or self.vague:
            return False
        self.pending = _plain(text, kanji)
        return True

    def scale(self, char: str, first: bool) -> bool:
        if char in _SMALL:
            factor = _SMALL[char]
            if factor >= self.small:
                return False
            self.section += (1 if self.pending is None else self.pending) * factor
            self.small, self.pending = factor, None
            return True
        factor = _BIG[char]
        section = self.section + (self.pending or 0)
        if factor >= self.big or (not self.vague and (first or section == 0)):
            return False
        self.done += section * factor
        self.big, self.small, self.section, self.pending = factor, 10**4, Decimal(0), None
        return True

    @property
    def value(self) -> Decimal:
        return self.done + self.section + (self.pending or 0)


def _split(folded: str, start: int, end: int) -> Iterator[Numeral]:
    """Cut a run of number characters into the numbers that it holds: 三十二〇 is 三十 and 二〇."""
    at = start
    while at < end:
        word = _WORD.match(folded, at)
        if word:
            at = word.end()
            continue
        numeral = _take(folded, at, end)
        if numeral is None:
            at += 1
        else:
            yield numeral
            at = numeral.end


def _take(folded: str, start: int, end: int) -> Numeral | None:
    total, at, form = _Sum(), start, ""
    while at < end:
        token = _TOKEN.match(folded, at)
        if token is None or token.end() > end or (at > start and _WORD.match(folded, at)):
            break
        kind, text = token.lastgroup or "", token[token.lastgroup or 0]
        if kind == "arabic" and text.count(".") > 1:
            if at == start:
                return Numeral(start, token.end(), text, None, "dotted")
            break
        if kind == "vague":
            good = not total.vague and total.pending is None
            total.vague = total.vague or text
        elif kind == "scale":
            good = total.scale(text, first=at == start)
        else:
            good = total.number(text, kind == "kanji")
        if not good:
            break
        form = form or kind
        at = token.end()
    if at == start:
        return None
    return _numeral(folded, start, at, total)


def _numeral(folded: str, start: int, end: int, total: _Sum) -> Numeral:
    text = folded[start:end]
    form: Form = "written"
    if not re.search(r"[0-9]", text):
        form = "kanji"
    elif text.isdigit():
        form = "digits"
    value = total.value
    if value == value.to_integral_value():
        value = value.to_integral_value()
    return Numeral(start, end, text, None if total.vague else value, form, total.vague)


def _plain(text: str, kanji: bool) -> Decimal:
    if kanji:
        text = "".join(str(_DIGITS[char]) if char in _DIGITS else char for char in text)
    return Decimal(text.replace(",", "").replace("・", "."))
