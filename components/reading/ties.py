"""How sums of money belong together: a sum told again in another currency, a part, a sum each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from components.reading.model import Amount

# What may stand between a sum and its conversion: 3億ドル(日本円で約450億円), 3億ドル=約450億円.
_RATE = r"[0-9.]++[^0-9。()]{1,6}=[0-9.]++円[^。()0-9、]{0,8}、?"
_CONVERTED = (
    r"(?:日本円|円|米ドル|ドル|邦貨|現地通貨|現在の(?:為替)?(?:レート|相場)|当時の(?:為替(?:レート|相場)?|レート|相場)"
    r"|(?:為替)?レート|同日の(?:為替)?(?:レート|相場))(?:建て)?"
    r"(?:に)?(?:換算)?(?:すると|すれば|で(?:は)?|にして|に直すと)?、?"
)
_TELLS_AGAIN = re.compile(
    rf"(?:相当|分)?(?:[(=](?:{_RATE})?(?:{_CONVERTED})?(?:約|およそ)?"
    r"|、?日本円(?:換算)?(?:で|にして|にすると)(?:は)?、?)"
)
_NOUN_BETWEEN = re.compile(r"の[一-龠ァ-ヴー]{1,8}\(")
_EACH = re.compile(
    r"(?:それぞれ|各々|おのおの|各社[はがも]?|(?:1社|1人|1カ?国)(?:あたり|当たり|につき))"
    r"[^。、」0-9]{0,10}\Z|各\Z"
)
_EACH_AFTER = re.compile(r"(?:程度|規模|前後|ほど)?ずつ")
_PART = re.compile(r"(?<![さ打])うち、?[^。\n]{0,24}\Z|(?<=[、(])内、?\Z")
_REACH = 40  # characters before a sum in which うち or それぞれ counts
_WHOLE = 160  # characters before a part in which its whole may stand


def tie(folded: str, found: Sequence[Amount]) -> tuple[Amount, ...]:
    """Fill `restates`, `part_of` and `each` of the sums of a folded text, given in order."""
    tied: list[Amount] = []
    for item in found:
        before = folded[max(0, item.start - _REACH) : item.start]
        restates = _restated(folded, tied, item)
        part_of = None if restates is not None else _whole(before, tied, item)
        each = bool(_EACH.search(before)) or bool(_EACH_AFTER.match(folded, item.end))
        if restates is not None:
            each = tied[restates].each
        if each or restates is not None or part_of is not None:
            item = replace(item, restates=restates, part_of=part_of, each=each)
        tied.append(item)
    return tuple(tied)


def _restated(folded: str, tied: Sequence[Amount], item: Amount) -> int | None:
    """Return the sum before that `item` only converts: 約3,100億円 in 20億ドル(約3,100億円)."""
    if not tied:
        return None
    last = len(tied) - 1
    between = folded[tied[last].end : item.start]
    if len(between) > _REACH or tied[last].currency == item.currency:
        return None
    # 5000億ドル、約78兆円: a comma is enough where yen follow that are only about as much.
    if between == "、" and item.currency == "JPY" and item.qualifier in ("約", "およそ"):
        return last
    if _TELLS_AGAIN.fullmatch(between):
        return last
    # 600億ドルの投資(約9兆円): a noun may stand between, when nothing else is in the parenthesis.
    if folded[item.end : item.end + 1] == ")" and _NOUN_BETWEEN.fullmatch(between):
        return last if item.qualifier in ("約", "およそ") else None
    # (約3,100億円、約20億ユーロ): the second conversion tells the same sum as the first.
    first = tied[last].restates
    if first is not None and between in ("、", "・", "/") and tied[first].currency != item.currency:
        return first
    return None


def _whole(before: str, tied: Sequence[Amount], item: Amount) -> int | None:
    """Return the nearest sum before, of the same currency and not smaller, that うち divides."""
    found = _PART.search(before)
    if not found:
        return None
    nested = bool(re.search(r"[このそ]\Z", before[: found.start()]))
    for index in range(len(tied) - 1, -1, -1):
        whole = tied[index]
        if item.start - whole.end > _WHOLE:
            return None
        if whole.currency == item.currency and whole.restates is None and _fits(item, whole):
            return index if nested or whole.part_of is None else whole.part_of
    return None


def _fits(part: Amount, whole: Amount) -> bool:
    size = part.low if part.low is not None else part.high
    limit = whole.high if whole.high is not None else whole.low
    return size is None or limit is None or whole.high is None or abs(size) <= abs(limit)
