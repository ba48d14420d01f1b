"""Sums of money: 約3,100億円, 600億ドル以上, 30億〜45億ドル, △1400万円, $1.5 billion, 数兆ドル."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from components.reading.fold import fold
from components.reading.model import Amount, Mod
from components.reading.qualifiers import mod_of, qualify
from components.reading.rates import Rate, split_rates
from components.reading.shape import Shape, shape
from components.reading.sums import Found, find
from components.reading.ties import tie

_MIRROR: dict[Mod, Mod] = {
    "equal_or_more": "equal_or_less", "more_than": "less_than",
    "equal_or_less": "equal_or_more", "less_than": "more_than",
}  # fmt: skip
_LOSS_BEFORE = re.compile(
    r"(?:(?:営業|経常|純|最終|特別|当期|中間|四半期|税引き?[前後])(?:純)?(?:損失|赤字)|(?<![減除])赤字)額?"
    r"(?:(?:の?見通し|予想)?[はがも]、?(?:(?!黒字|利益|売上|縮|減|改善|場合|備え)[^。、」)0-9]){0,16}|: ?)?\Z"
    r"|損失額?[はがを]、?\Z|の損失(?:額)?\Z"
)
_LOSS_AFTER = re.compile(
    r"(?:程度|前後|規模|以上|超|弱|強)?(?:\([^()。]{0,40}\))?の(?:[^。、」)]{0,6}?)(?:(?<!減損)損失|赤字)"
    r"(?!幅|額の|拡大|縮小|補[てう塡])"
    r"|を(?:特別)?損失(?:に|として)|という[^。、」)]{0,16}(?:赤字|損失)(?=[にをで])"
    r"|と(?:見込|予想|想定)[^。、」)]{0,6}(?:赤字|損失)"
)
# 赤字が5億円縮小した: the sum is that of the change.
_CHANGED = re.compile(
    r"(?:程度|規模|前後|以上|超|弱|強|ほど)?(?:縮[小ん]|縮ま|拡大|減[少りっ]|増[加え]|改善|悪化|膨ら)"
)


def amounts(text: str) -> tuple[Amount, ...]:
    """Return the sums of money of a text in order; see `Amount` for bounds and qualifiers.

    A span holds the qualifiers that touch the number (約3,100億円, 600億ドルを超える). A loss is
    negative: 営業損失1億2000万円 is -120000000. Rates (1ドル=150円) and weights are left out.
    """
    return read_amounts(shape(fold(text)), text)[0]


def read_amounts(shaped: Shape, text: str) -> tuple[tuple[Amount, ...], tuple[Rate, ...]]:
    """Return the sums of a shaped text, and the exchange rates that look like sums."""
    sums, rates = split_rates(shaped, find(shaped))
    made: list[Amount] = []
    for item in sums:
        amount = _amount(shaped, text, item)
        made.append(_deeper(text, made[-1], amount) if made else amount)
    tied = tie(shaped.folded, made)
    return tuple(_signed(amount, tied) for amount in tied), rates


def _signed(amount: Amount, every: Sequence[Amount]) -> Amount:
    """Let a conversion of a loss be a loss: 純損失2100万スイスフラン(円換算で約36億円)."""
    first = every[amount.restates] if amount.restates is not None else amount
    loss = first.high is not None and first.high < 0
    return _negated(amount) if loss and amount.low is not None and amount.low > 0 else amount


def _deeper(text: str, before: Amount, amount: Amount) -> Amount:
    """Take a sum for a loss that a loss grows or shrinks to: 最終赤字は3900億円から1兆100億円に."""
    sign = before.high is not None and before.high < 0 < (amount.low or 0)
    if sign and text[before.end : amount.start] == "から" and text[amount.end :][:2] != "の黒":
        return _negated(amount)
    return amount


def _negated(amount: Amount) -> Amount:
    low, high = (None if bound is None else -bound for bound in (amount.high, amount.low))
    return replace(amount, low=low, high=high, mod=_MIRROR.get(amount.mod, amount.mod))


def _amount(shaped: Shape, text: str, found: Found) -> Amount:
    qualified = qualify(shaped.text, found.start, found.end)
    words = (found.vague, *qualified.words) if found.vague else qualified.words
    mod, qualifier = mod_of(words)
    low, high = bounds(found, mod)
    start, end = shaped.span(qualified.start, qualified.end)
    amount = Amount(start, end, text[start:end], found.currency, low, high, mod, qualifier)
    loss = found.negative or _is_loss(shaped.text, qualified.start, qualified.end)
    return _negated(amount) if loss else amount


def bounds(found: Found, mod: Mod) -> tuple[Decimal | None, Decimal | None]:
    """Return low and high as `mod` allows them: 以上 has no high, 最大 no low, a range has both."""
    if found.range or mod in ("exact", "approx"):
        return found.low, found.high
    if mod in ("equal_or_more", "more_than"):
        return found.low, None
    return None, found.high


def _is_loss(text: str, start: int, end: int) -> bool:
    before = _LOSS_BEFORE.search(text[max(0, start - 24) : start])
    return bool(before and not _CHANGED.match(text, end)) or bool(_LOSS_AFTER.match(text, end))
