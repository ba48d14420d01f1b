"""What a sum is for by the sums and deals told before it: an ellipsis, a comparison, a part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from components.reading.around import RECALLED, ROLES, Around
from components.reading.governed import PAID
from components.reading.model import Amount, Role
from components.reading.paying import paying
from components.reading.roles import Word
from components.reading.views import View

# A sum goes on with one before it that is at most so many times larger or smaller, two bids for one
# share are closer, and so many sentences later.
_ALIKE, _BID, _SOON = 30, 2, 3
_DIVIDEND = 10  # 中間配当は42円、期末は139円: the last price of a share may be so many times less
_WHEN = ("際", "時点", "とき", "時", "当時")
_BRACKETED = re.compile(r"[(（](?:同|前期|前年|前の|従来|当初|前回)[^0-9０-９、。)）]{0,8}")


def of_what_was_spent(word: Word, view: View, position: int, rest: Around) -> bool:
    """Say whether a sum is what a purchase cost: 全株を取得し、投じた資金は141億ドルに上る."""
    subjects = [p for p in view.items[:position] if p.subject]
    if not subjects or word.use not in ("spending", "aside"):
        return False
    deed = view.items[subjects[-1].at - 1]
    spent = subjects[-1].head in ("額", "資金", "金額") and deed.adnominal
    near = (e for e in rest.events if view.index - 1 <= e.sentence <= view.index)
    return spent and deed.key in paying("spends") and any(e.type == "acquire" for e in near)


def compared(text: str, amounts: Sequence[Amount], index: int) -> Role | None:
    """Return what a sum in brackets is for that only compares: 4.55ドル(同4.94ドル), 5億円(前期は4億円)."""
    last = amounts[index - 1] if index else None
    if last is None or last.currency != amounts[index].currency:
        return None
    same = _BRACKETED.fullmatch(text, last.end, amounts[index].start)
    return last.role if same else None


def valued(view: View, position: int) -> bool:
    """Say whether a sum is what a firm was worth when it raised another: 1億ドルを調達した際の9億ドル."""
    if position < 2 or view.items[position - 1].head not in _WHEN:
        return False
    deed = view.items[position - 2]
    return deed.key in paying("raised") and any(p.particle == "を" for p in view.items[: deed.at])


def contracted(view: View, position: int) -> bool:
    """Say whether a sentence tells what is agreed before it tells how much: 契約を結び、総額は3000億ドル."""
    return any(p.head == "契約" and p.particle == "を" for p in view.items[:position])


def of_its_whole(view: View, position: int, before: Sequence[Amount]) -> Role | None:
    """Return what the sum before a part is for: 6億ドルを集めた。このうち甲社の分は数十億円だった."""
    part = any(w.text == "うち" for p in view.items[: position + 1] for w in p.words)
    whole = next((a for a in reversed(before) if a.restates is None), None)
    near = whole and view.index - 1 <= whole.sentence <= view.index
    return whole.role if part and whole and near else None


def continued(amount: Amount, before: Sequence[Amount], sentence: int) -> Role:
    """Return what a sum is for of which no word says it: the same as the sum told just before it.

    首位の甲社は4兆ドル、乙社は3兆ドル程度: an ellipsis goes on with what the text was about. So it is
    for a sum of about the same size in the same currency; the price of a share is none.
    """
    own, currency = size_of(amount), amount.currency
    shares = (a for a in before if a.role == "share" and a.currency == currency)
    if any(_near(own, size_of(a), _BID) for a in shares):
        return "share"  # 買い付け価格は9850円だった。甲社は9451円を示し
    last = before[-1] if before else None
    if last and last.role == "share" and last.currency == currency:
        soon = sentence - 1 <= last.sentence <= sentence
        return "share" if soon and _near(own, size_of(last), _DIVIDEND) else "other"
    whole = (a for a in reversed(before) if a.restates is None and a.part_of is None)
    told = [a for a in whole if a.role != "share"]
    if not told or told[0].currency != currency:
        return "other"
    soon = sentence - _SOON <= told[0].sentence <= sentence
    return told[0].role if soon and _near(own, size_of(told[0]), _ALIKE) else "other"


def _near(size: Decimal, other: Decimal, times: int) -> bool:
    small, large = sorted((size, other))
    return 0 < large <= small * times


def recalled(use: str, before: Sequence[Amount], sentence: int, rest: Around) -> Role:
    """Return what a sum is for that is only compared to the one before it, or that a deal had."""
    told = [amount for amount in reversed(before) if amount.role != "share"]
    if use == "compares":
        near = told and sentence - 1 <= told[0].sentence <= sentence
        return told[0].role if near else "other"
    since = sentence - RECALLED
    deals = [a.role for a in told if a.role in PAID and since <= a.sentence <= sentence]
    events = (e for e in reversed(rest.events) if since <= e.sentence <= sentence)
    return next(iter([*deals, *(ROLES[e.type] for e in events if e.type in ROLES)]), "other")


def size_of(amount: Amount) -> Decimal:
    """Return how far from zero a sum is, zero where it is vague."""
    return abs(amount.high or amount.low or Decimal(0))
