"""What an amount is for, from its governing words; with its parties, status and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from components.reading.agreed import agreed
from components.reading.around import Around, deal
from components.reading.clauses import coordinated
from components.reading.continued import (
    compared,
    continued,
    contracted,
    of_its_whole,
    of_what_was_spent,
    recalled,
    size_of,
    valued,
)
from components.reading.fines import FINE
from components.reading.governed import PAID, Sum
from components.reading.model import Amount, Event, Role
from components.reading.parties import parties
from components.reading.paying import paying, says
from components.reading.phrases import Phrase
from components.reading.prices import of_a_bid, of_a_piece, of_a_share, of_goods
from components.reading.roles import Word, governing, is_said, plain
from components.reading.rounds import FIRMS
from components.reading.views import View

# In any currency: nobody sells a firm for less, though a share; no share costs more; what is put into
# something is more (3499ドルで投入した is a price), and so is a result.
_A_FIRM, _A_SHARE_AT_MOST = 20_000, 10_000_000
_LEAST: dict[Role, int] = {
    "valuation": _A_FIRM, "investment": 50_000, "revenue": 10_000, "profit": 10_000,
}  # fmt: skip
_MANNER = ("相次ぐ", "引き続く", "改める", "併せる", "続ける", "急ぐ")
_OF_A_DEAL = (
    "額",
    "対価",
    "代金",
    "助成",
    "補助",
    "交付",
    "配分",
)  # 買収額 alone is that of the deal told before
_RESULTS: tuple[Role, ...] = ("revenue", "profit")
_COMPARED = re.compile("前|同|昨年同")  # 前年同期の2倍の1兆円 is no sum of that period
_OWNED: tuple[Role, ...] = ("revenue", "profit", "valuation", "share", "assets")
_ORDERED = ("支払い", "納付")  # 2200万ユーロの支払いも命じられた: another fine
_LATELY = 40  # sums before one that it may go on with
_A_HOUSEHOLD = 100_000  # in any currency: a smaller price is paid by whoever buys the thing
_AN_AID = 10_000_000  # a smaller one goes to households, not into what somebody builds
# 2兆円規模とされる買収を持ちかけた: the adnominal clause only says how much.
_SAID = (
    "為る", "言う", "見る", "上る", "達する", "及ぶ", "超える", "上回る", "下回る", "当たる", "相当",
)  # fmt: skip


def with_roles(
    text: str, amounts: Sequence[Amount], seen: Sequence[View], rest: Around
) -> tuple[Amount, ...]:
    """Give every amount its role, payers, target, status, date and sentence."""
    done: list[Amount] = list(amounts)
    words: dict[int, str] = {}
    wholes: list[int] = []
    told: dict[str, tuple[int, tuple[str, ...]]] = {}
    of_amount = {index: event for event in reversed(rest.events) for index in event.amounts}
    places = ((v, at, i) for v in seen for at, inside in enumerate(v.amounts) for i in inside)
    for view, position, index in places:
        found = _sum(text, done, index, view, position, rest)
        fined = words.get(index - 1) in (*paying("fine"), *_ORDERED)
        if not found.word and found.role == "other" and fined:
            found = replace(found, word=FINE)
        found = replace(found, small=size_of(done[index]) < _A_HOUSEHOLD)
        words[index] = found.word
        if _has_parts(found):
            wholes.append(index)
        amount = _read(done[index], found, of_amount.get(index), rest)
        done[index] = _goes_on(amount, found, told)
        parted = _broken_down(found, done[:index])
        if parted is not None:
            aid = words.get(parted) in paying("aid")
            done[index] = _part(done[index], done[parted], aid or not _by_somebody(found))
    bare = [index for index, word in words.items() if not word]
    return agreed(text, done, bare, wholes, rest.apart)


def _has_parts(found: Sum) -> bool:
    """Say whether what is told next may be its parts: a round, a fine that is given to several."""
    fine = found.word in paying("fine") and found.key in paying("imposes")
    return fine or (found.raised and found.role == "investment" and not found.total)


def _goes_on(amount: Amount, found: Sum, told: dict[str, tuple[int, tuple[str, ...]]]) -> Amount:
    """Let a fine or a sale without a name be of whom the last one was, kept in `told` by kind.

    18年にも43億ユーロの支払いを命じた; 土地を乙社に17億円で売り、建物も4億円で手放す.
    """
    whole = found.word in paying("fine") and found.total
    fine = amount.role == "other" and (whole or found.key in paying("imposes"))
    kind = "fine" if fine else "sale" if found.key in paying("sells") else ""
    if kind:
        since, payers = told.get(kind, (found.view.index, ()))
        near = fine or since >= found.view.index - 1
        amount = replace(amount, payers=amount.payers or (payers if near else ()))
        told[kind] = (found.view.index, amount.payers)
    return amount


def _broken_down(found: Sum, before: Sequence[Amount]) -> int | None:
    """Return the sum that a breakdown is of: 725億円の助成を決めた。内訳は甲社が501億円."""
    items = found.view.items[: found.position]
    told = next((p.start for p in items if p.head == "内訳" and p.subject), None)
    if told is None:
        return None
    wholes = (i for i in range(len(before) - 1, -1, -1) if before[i].end <= told)
    return next((i for i in wholes if before[i].restates is None), None)


def _by_somebody(found: Sum) -> bool:
    """Say whether the subject that stands nearest before a sum can pay it: not 車載向けが2000億円."""
    items = found.view.items
    nearest = next((p.at for p in reversed(items[: found.position]) if p.subject), None)
    return nearest is not None and any(map(found.view.acts, coordinated(items, nearest)))


def _part(amount: Amount, whole: Amount, aid: bool) -> Amount:
    """Let a part be paid as its whole is: of an aid, the names in a breakdown are who gets it."""
    if whole.role in PAID and amount.role not in PAID:
        amount = replace(amount, role=whole.role)
    if not whole.payers or (amount.payers and not aid):
        return amount
    target = next(iter(p for p in amount.payers if p not in whole.payers), amount.target)
    return replace(amount, payers=whole.payers, target=target)


def _sum(
    text: str, amounts: Sequence[Amount], index: int, view: View, position: int, rest: Around
) -> Sum:
    governor = _governor(view, position)
    here = (view, position, amounts[index].start, governor)
    if of_a_share(text, amounts[index], view):
        return Sum(*here, "other" if of_goods(view) else "share", "")
    if of_a_piece(text, amounts[index]):
        return Sum(*here, "other", "価格")  # 1台約1億8000万ドルの装置
    if (same := compared(text, amounts, index)) is not None:
        return Sum(*here, same, "")
    if valued(view, position):
        return Sum(*here, "valuation", "")
    size = size_of(amounts[index])
    before = amounts[max(0, index - _LATELY) : index]
    word = governing(view, position, governor, lambda word: _fits(word, size))
    if word is None:
        role = of_its_whole(view, position, before) or continued(amounts[index], before, view.index)
        return Sum(*here, role, "")
    if word.form == "投入" and view.items[position].particle == "で":
        return Sum(*here, "other", word.form)  # 495万円で投入: a price
    if word.role == "acquisition" and 0 < size < _A_FIRM:
        shares = any("株" in word.text for item in view.items for word in item.words)
        role = "share" if shares else continued(amounts[index], before, view.index)
        return Sum(*here, role, word.form)  # ボディを2000ドルで売る
    if of_what_was_spent(word, view, position, rest):
        return Sum(*here, "acquisition", word.form, True)
    if word.use in ("compares", "recalls"):
        role = recalled(word.use, before, view.index, rest)
        if role == "acquisition" and 0 < size < _A_FIRM:
            role = "share"  # 提示額は20ドルだった
        if role == "other" and not contracted(view, position):
            role = continued(amounts[index], before, view.index)
        form = "" if role == "other" and word.use == "compares" else word.form
        return Sum(*here, role, form, word.use == "recalls")
    if word.form == "配当" and size >= _A_SHARE_AT_MOST:
        return Sum(*here, "other", word.form)  # 総額535億円の配当
    if word.form == "価格" and size < _A_SHARE_AT_MOST and of_a_bid(view):
        return Sum(*here, "share", word.form)
    if "から" in amounts[index].qualifier:
        return Sum(*here, "other", "価格")  # 8万9900ドルから: the cheapest
    role = "other" if word.role == "share" and of_goods(view) else word.role
    return Sum(*here, role, word.form, word.form.endswith(_OF_A_DEAL))


def _read(amount: Amount, found: Sum, event: Event | None, rest: Around) -> Amount:
    payers, target = parties(found, event, rest)
    if found.role == "share" and not _on_the_market(found):
        bid = deal(event, found.view.index, "acquisition", rest, recalled=True)[1]
        target = bid or target  # 買い付け価格は1株2670円: of the firm that is bought
    if found.role in _OWNED:
        topic = rest.topics.get(found.view.index, ())
        nearest = _nearest(found.view, found.position)
        target = target or nearest or next(reversed(topic), None)
    return replace(
        amount,
        role=found.role,
        payers=payers,
        target=target,
        status=event.status if event else "mentioned",
        date=event.date if event else _period(found),
        sentence=found.view.index,
    )


def _on_the_market(found: Sum) -> bool:
    """Say whether a price of shares is what they are traded at, of whomever: 終値は2670円."""
    return any(says(plain(p), "traded") for p in found.view.items)


def _period(found: Sum) -> int | None:
    """Return the date in its clause that a result is of: 2025年3月期の売上高は1兆円."""
    if found.role not in _RESULTS:
        return None
    items = found.view.items[: found.position + 1]
    dated = [p for p in items if found.view.dates[p.at] and not _COMPARED.match(p.words[0].text)]
    return found.view.dates[dated[-1].at][-1] if dated else None


def _nearest(view: View, position: int) -> str | None:
    for at in range(position, -1, -1):
        firms = [m for m in view.mentions[at] if m.kind in FIRMS]
        if firms:
            return firms[-1].entity
    return None


def _fits(word: Word, size: Decimal) -> bool:
    """Say whether a word goes with a sum of a size: no share costs 375億ドル, no firm 1440円."""
    if word.role == "share":
        return size < _A_SHARE_AT_MOST or word.form == "配当"
    least = _AN_AID if word.form in paying("aid") else _LEAST.get(word.role, 0)
    return size == 0 or size >= least


def _others(items: Sequence[Phrase], position: int, index: int) -> bool:
    """Say whether a predicate between has no part in the sum: no verb has two を.

    3億ドルを[資産を運用する]甲社から調達した; nor has one that only says how: 相次ぎ調達した.
    """
    between = items[position + 1 : index]
    doubled = items[position].particle == "を" and any(p.particle == "を" for p in between)
    follows = index + 1 < len(items) and items[index + 1].key
    apart = items[index - 1].head if items[index - 1].head == "相" else ""
    manner = follows and f"{apart}{items[index].key}" in _MANNER
    return (items[index].adnominal and doubled) or bool(manner)


def _in_the_next_row(view: View, position: int, index: int) -> bool:
    """Say whether a predicate modifies who gets the next sum: 甲社に1億円、[部品を作る]乙社に2億円を充てる."""
    items, here = view.items, view.items[position]
    if not (items[index].adnominal and here.comma and not here.particle):
        return False
    deed = next((p.at for p in items[index + 1 :] if p.key and not p.adnominal), len(items))
    return any(view.amounts[p.at] for p in items[index + 1 : deed])


def _governor(view: View, position: int) -> int | None:
    """Return the predicate over a sum: the next one, or in a headline the last one before it.

    飲料事業を売却　ベガ社に409億円で: headlines put last what would stand before the verb.
    """
    items = view.items
    if is_said(view, position):
        return None
    after = [index for index in range(position, len(items)) if items[index].key]
    weighed = [
        index
        for index in after
        if not (items[index].adnominal and items[index].key in _SAID)
        and not _others(items, position, index)
        and not _in_the_next_row(view, position, index)
    ]
    found = next(iter(weighed or after), None)
    if found is None and items[-1].words[-1].pos[1] != "句点":
        before = (index for index in range(position - 1, -1, -1) if items[index].key)
        found = next(before, None)
    return found
