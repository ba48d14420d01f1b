"""Finds sums of money in a shape by small rules: a number, its currency, a range's two ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from components.reading.currencies import GAP, currencies, english_scale, part_scale
from components.reading.numerals import Numeral
from components.reading.shape import Rule, Shape, matches

# 30億ドルから45億ドルに増やす tells of two sums, a former and a later one, not of a range.
_CHANGE = re.compile(
    r"(?:程度|規模|前後|以上|超|弱|強)?(?:へ|に(?:まで)?[^。、」]{0,10}?(?:増|減|拡大|縮小|拡充|引き?上げ|引き?下げ|上方|下方"
    r"|修正|見直|変更|上昇|下落|低下|上が|下が|伸び|膨ら|上積み|積み増|急|改め|圧縮|落ち|切り|改善|悪化|高め|跳ね))"
)
_FORMER = re.compile(r"(?:従来|当初|前回|これまで|それまで)[^。、」0-9]{0,6}\Z")
_SIGN = re.compile(r"(?P<sign>[△▲]|マイナス|(?<![0-9A-Za-z一-龠ぁ-んァ-ヶー)\ue000-\ue01f])-)\Z")
_WEIGHT_BEFORE = re.compile(r"(?:重さ|体重|重量|積載|推力|荷重)[^。]{0,8}\Z")
_WEIGHT_AFTER = re.compile(r"(?:の(?:肉|減量|体重|荷物|重)|\([^)]{0,12}(?:キロ|グラム|kg|g\)))")
_WORTH = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}


@dataclass(frozen=True)
class Found:
    """A sum in the shape, before its qualifiers: `low` is None where the number is vague."""

    start: int
    end: int
    currency: str
    low: Decimal | None
    high: Decimal | None
    vague: str = ""
    negative: bool = False

    @property
    def range(self) -> bool:
        """Whether the text gives two ends."""
        return self.low != self.high


@cache
def money_rules() -> tuple[Rule, ...]:
    """Return the rules, with the currencies of the table in them."""
    table = currencies()
    suffix, prefix, english = table.suffix, table.prefix, table.english
    to = rf"{GAP}(?:〜|-|ないし|から|~){GAP}(?:約)?"
    part = rf"(?:{GAP}<N!:sub>{GAP}(?P<part>{table.part}))?"
    return (
        Rule(
            "range",
            rf"<N:low>{GAP}(?P<english1>{english})?(?P<cur1>{suffix})?(?:<N!:sub1>(?P<part1>{table.part}))?"
            rf"(?P<to>{to})<N:high>{GAP}(?P<english>{english})?{GAP}(?P<cur>{suffix}){part}",
            "30億〜45億ドル",
        ),
        Rule(
            "both ends",
            rf"<N:low>(?P<cur1>{suffix})以上、?<N:high>(?P<cur>{suffix})(?:未満|以下)",
            "100億円以上200億円未満",
            needs="以",
        ),
        Rule(
            "range after a sign",
            rf"(?P<pre>{prefix}) ?<N!:low> ?(?P<english1>{english})?(?P<to>{to}){prefix}? ?"
            rf"<N!:high>(?: ?(?P<english>{english}))?",
            "$30-45 billion",
        ),
        Rule(
            "sign and word",
            rf"(?P<pre>{prefix}) ?<N!:low>(?: ?(?P<english>{english}))?(?:{GAP}{suffix})?",
            "$60 billion",
        ),
        Rule(
            "number and currency",
            rf"<N:low>{GAP}(?P<english>{english})?{GAP}(?P<cur>{suffix}){part}",
            "312億6500万ドル",
        ),
    )


def find(shaped: Shape) -> list[Found]:
    """Return the sums of a shape in order; what a rule has read, no later rule reads.

    Weights (10ポンド(約4.5キロ)) and words that only look like sums (東京一円) are left out.
    """
    found: list[Found] = []
    taken = bytearray(len(shaped.text))
    for rule in money_rules():
        for match in matches(rule, shaped):
            if any(taken[match.start() : match.end()]):
                continue
            item = _sum(shaped, match)
            if item is not None:
                found.append(item)
                taken[item.start : item.end] = b"\1" * (item.end - item.start)
    kept = [item for item in found if not _weight(shaped.text, item)]
    return sorted(kept, key=lambda item: item.start)


def _sum(shaped: Shape, match: re.Match[str]) -> Found | None:
    groups = match.groupdict()
    table = currencies()
    form = groups.get("cur") or groups["pre"]
    currency = (table.after if groups.get("cur") else table.before)[form]
    numeral = shaped.numeral(match, "low")
    if numeral is None or _wordlike(shaped.folded, numeral, form):
        return None
    scale = currency.scale * (english_scale(groups["english"]) if groups.get("english") else 1)
    if "high" in groups:
        return _range(shaped, match, scale, currency.iso)
    low = None if numeral.value is None else _tidy(numeral.value * scale)
    end, part = match.end(), _part(shaped, match, "", currency.iso)
    if part is not None and low is not None:
        low += part
    elif groups.get("part"):
        end = match.start("sub")
    start = match.start()
    sign = _SIGN.search(shaped.text[max(0, start - 5) : start])
    if sign:
        start -= len(sign["sign"])
    return Found(start, end, currency.iso, low, low, numeral.vague, bool(sign))


def _part(shaped: Shape, match: re.Match[str], end: str, iso: str) -> Decimal | None:
    """Return what stands after the whole units: 0.5 for the 50銭 of 1845円50銭."""
    if not match.groupdict().get("part" + end):
        return None
    worth, numeral = part_scale(iso, match["part" + end]), shaped.numeral(match, "sub" + end)
    if worth is None or numeral is None or numeral.value is None or numeral.value >= 100:
        return None
    return numeral.value * worth


def _range(shaped: Shape, match: re.Match[str], scale: Decimal, iso: str) -> Found | None:
    groups = match.groupdict()
    first, last = shaped.numeral(match, "low"), shaped.numeral(match, "high")
    if first is None or last is None:
        return None
    unit = groups.get("cur1") or groups.get("english1")
    if groups.get("cur1") and currencies().after[groups["cur1"]].iso != iso:
        return None
    if "から" in (groups.get("to") or "") and (
        not (unit or first.form != "digits")
        or _CHANGE.match(shaped.text, match.end())
        or _FORMER.search(shaped.text[max(0, match.start() - 12) : match.start()])
    ):
        return None
    if first.value is None or last.value is None:
        return Found(match.start(), match.end(), iso, None, None, first.vague or last.vague)
    own = currencies().after[groups["cur1"]].scale if groups.get("cur1") else scale
    if groups.get("english1"):
        own = Decimal(english_scale(groups["english1"]))
    low = _tidy(first.value * own)
    high = _tidy(last.value * scale)
    if not unit and not re.search("[万億兆京]", first.text):
        shared = re.search(r"[万億兆京]", last.text)
        if shared and low * _WORTH[shared[0]] < high:
            low = low * _WORTH[shared[0]]
    low += _part(shaped, match, "1", iso) or 0
    high += _part(shaped, match, "", iso) or 0
    if low >= high:
        return None
    return Found(match.start(), match.end(), iso, low, high)


def _wordlike(folded: str, numeral: Numeral, form: str) -> bool:
    """Whether a number in kanji is part of a word: 東京一円, 一元管理, 金銭."""
    if not numeral.weak or numeral.vague:
        return False
    before = folded[numeral.start - 1 : numeral.start]
    return form in ("元", "銭") or (
        bool(re.match(r"[一-龠々ァ-ヶー]", before)) and before not in "約計各"
    )


def _weight(text: str, found: Found) -> bool:
    """Whether ポンド means a weight: 10ポンド(約4.5キロ)."""
    if found.currency != "GBP" or not text[found.start : found.end].endswith("ポンド"):
        return False
    return bool(_WEIGHT_BEFORE.search(text[max(0, found.start - 16) : found.start])) or bool(
        _WEIGHT_AFTER.match(text, found.end)
    )


def _tidy(value: Decimal) -> Decimal:
    """Write a whole value without decimals: 1.5 × 10⁹ is 1500000000."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()
