"""What an amount is for, from its governing words; with its parties, status and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from components.reading.model import Amount, Event, Role
from components.reading.parties import FIRMS, PAID, ROLES, Around, Purpose, parties
from components.reading.roles import governing
from components.reading.views import View

_RECALLED = 8  # sentences after a deal in which 総額 or 案 alone is still that deal's
_OWNED: tuple[Role, ...] = ("revenue", "profit", "valuation", "share", "assets")
# The language of share prices: 150円高の7004円, 2.1%高の3万9500円.
_A_SHARE = re.compile(r"[1１一]株(?:(?:当たり|あたり|につき)(?:の[^、。]{1,8})?)?(?:約)?\Z")
_STEP = re.compile(r"(?:高|安)(?![値いく])")
# 2兆円規模とされる買収を持ちかけた: the adnominal clause only says how much.
_SAID = (
    "為る",
    "言う",
    "見る",
    "上る",
    "達する",
    "及ぶ",
    "超える",
    "上回る",
    "下回る",
    "当たる",
    "相当",
)
_TOTAL = re.compile(r"(?:合わせて|あわせて|合計|計)(?:約)?\Z")
_QUOTED = re.compile(r"[円銭ルト%％](?:高|安)の\Z")


def with_roles(
    text: str, amounts: Sequence[Amount], seen: Sequence[View], rest: Around
) -> tuple[Amount, ...]:
    """Give every amount its role, payers, target, status, date and sentence.

    A conversion in parentheses and a part (うち…) take over what their amount says.
    """
    done: list[Amount] = list(amounts)
    of_amount = {index: event for event in reversed(rest.events) for index in event.amounts}
    for view in seen:
        for position, inside in enumerate(view.amounts):
            for index in inside:
                event = of_amount.get(index)
                purpose = _purpose(text, done, index, view, position, rest)
                done[index] = _read(done[index], purpose, view, position, event, rest)
    done = _summed(text, _told_again(_in_turn(text, done)))
    for index, amount in enumerate(done):
        whole = amount.restates if amount.restates is not None else amount.part_of
        if whole is not None:
            done[index] = _inherit(amount, done[whole])
    return tuple(done)


def _told_again(amounts: Sequence[Amount]) -> list[Amount]:
    """Let a sum say what the same sum says elsewhere: a headline leaves out who pays.

    The same sum is the same currency and value; it is for the same, or one of the two has no word
    that says what for.
    """
    groups: dict[tuple[str, Decimal | None], list[int]] = {}
    for index, amount in enumerate(amounts):
        if amount.restates is None and (amount.low, amount.high) != (None, None):
            groups.setdefault((amount.currency, amount.low or amount.high), []).append(index)
    done = list(amounts)
    for same in groups.values():
        deals = [i for i in same if done[i].role in PAID]
        paid = [i for i in deals if done[i].payers]
        for index in same:
            amount = done[index]
            if amount.role == "other" and deals:
                amount = done[index] = replace(amount, role=done[deals[0]].role)
            source = next((i for i in paid if amount.role == done[i].role), None)
            if source is not None and not amount.payers:
                done[index] = replace(
                    amount, payers=done[source].payers, target=amount.target or done[source].target
                )  # fmt: skip
    return done


def _in_turn(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """Give each payer his own sum: 甲社と乙社はそれぞれ50億ドル、100億ドルを投じる."""
    done = list(amounts)
    for first, amount in enumerate(done):
        size = len(amount.payers)
        row = done[first : first + size]
        apart = [text[a.end : b.start] for a, b in pairwise(row)]
        if amount.each and size > 1 and apart == ["、"] * (size - 1):
            for index, payer in enumerate(amount.payers, first):
                done[index] = replace(
                    done[index], payers=(payer,), target=amount.target, each=False
                )
    return done


def _summed(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """Let a total be paid by all who pay the sums before it: 甲が2億円、乙が1億円、合わせて3億円."""
    done = list(amounts)
    for index, amount in enumerate(done):
        if _TOTAL.search(text[max(0, amount.start - 6) : amount.start]):
            parts = [a for a in done[:index] if a.sentence == amount.sentence and a.payers]
            same = [a for a in parts if a.role == amount.role and a.currency == amount.currency]
            payers = dict.fromkeys(p for part in same for p in part.payers)
            if len(same) > 1 and amount.payers in ((), same[-1].payers):
                done[index] = replace(amount, payers=tuple(payers))
    return done


def _purpose(
    text: str, amounts: Sequence[Amount], index: int, view: View, position: int, rest: Around
) -> Purpose:
    """Return what the sum is for; one that is only compared is for the same as that before it."""
    if _is_price(text, amounts[index]):
        return Purpose("share", "")
    word = governing(view, position, _governor(view, position))
    if word is None:
        return Purpose("other", "")
    if word.use not in ("compares", "recalls"):
        return Purpose(word.role, word.form)
    told = [a for a in reversed(amounts[:index]) if a.role != "share"]
    if word.use == "compares":
        near = told and view.index - 1 <= told[0].sentence <= view.index
        return Purpose(told[0].role if near else "other", word.form)
    near = view.index - _RECALLED
    deals = [a.role for a in told if a.role in PAID and near <= a.sentence <= view.index]
    done = [
        ROLES[e.type] for e in rest.events if e.type in ROLES and near <= e.sentence <= view.index
    ]
    return Purpose(next(iter([*deals, *reversed(done)]), "other"), word.form)


def _read(
    amount: Amount, purpose: Purpose, view: View, position: int, event: Event | None, rest: Around
) -> Amount:
    governor = _governor(view, position)
    payers, target = parties(view, position, governor, purpose, event, rest)
    if purpose.role in _OWNED:
        target = target or _nearest(view, position) or rest.topics.get(view.index)
    return replace(
        amount,
        role=purpose.role,
        payers=payers,
        target=target,
        status=event.status if event else "mentioned",
        date=event.date if event else None,
        sentence=view.index,
    )


def _nearest(view: View, position: int) -> str | None:
    for at in range(position, -1, -1):
        firms = [m for m in view.mentions[at] if m.kind in FIRMS]
        if firms:
            return firms[-1].entity
    return None


def _is_price(text: str, amount: Amount) -> bool:
    before = text[max(0, amount.start - 16) : amount.start]
    quoted = _QUOTED.search(before) or _A_SHARE.search(before)
    return bool(_STEP.match(text, amount.end) or quoted)


def _inherit(amount: Amount, whole: Amount) -> Amount:
    if amount.restates is not None:
        return replace(
            amount, role=whole.role, payers=whole.payers, target=whole.target,
            status=whole.status, date=whole.date, each=whole.each,
        )  # fmt: skip
    role = whole.role if amount.role == "other" else amount.role
    return replace(amount, role=role, payers=amount.payers or whole.payers)


def _governor(view: View, position: int) -> int | None:
    """Return the predicate over a sum: the next one, or in a headline the last one before it.

    飲料事業を売却　ベガ社に409億円で: headlines put last what would stand before the verb.
    """
    items = view.items
    after = [index for index in range(position, len(items)) if items[index].key]
    weighed = [i for i in after if not (items[i].adnominal and items[i].key in _SAID)]
    found = next(iter(weighed or after), None)
    if found is None and items[-1].words[-1].pos[1] != "句点":
        before = (index for index in range(position - 1, -1, -1) if items[index].key)
        found = next(before, None)
    return found
