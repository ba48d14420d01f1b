"""What the sums of an article tell of each other: the same sum again, shares in turn, totals."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from components.reading.governed import PAID
from components.reading.model import Amount

_TOTAL = re.compile(r"(?:合わせて|あわせて|合計[はが]?|総額[はが]?|全体で|計)(?:約)?\Z")
_REACH = 100  # characters before a whole in which など leaves open who pays it
_SOON = 3  # sentences after a whole in which its parts are told, and of a lead
_ROW = 9  # sums before a total that may be its parts


def agreed(
    text: str,
    amounts: Sequence[Amount],
    bare: Collection[int],
    wholes: Sequence[int],
    apart: Collection[int],
) -> tuple[Amount, ...]:
    """Complete the payers and roles of sums from each other; no word says what `bare` ones are for,
    and `wholes` are rounds and fines, of which what is told next may be the parts, but in sentences
    `apart`.

    A conversion in parentheses and a part (うち…) take over what their amount says.
    """
    parted = _of_parts(text, _inherited(_in_turn(text, amounts)), wholes, apart)
    told = _told_again(parted, bare)
    return tuple(_inherited(_summed(text, told)))


def _inherited(amounts: Sequence[Amount]) -> list[Amount]:
    done = list(amounts)
    for index, amount in enumerate(done):
        whole = amount.restates if amount.restates is not None else amount.part_of
        if whole is not None:
            done[index] = _inherit(amount, done[whole])
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


def _of_parts(
    text: str, amounts: Sequence[Amount], wholes: Sequence[int], apart: Collection[int]
) -> list[Amount]:
    """Let who pays a part pay the whole, too: 6億ドルを調達した。甲社が2億ドル、乙社が1億ドルを出す.

    So it is of the round that the article tells first, and of a fine without a name to which the
    parts add up. Sentences `apart` tell of another.
    """
    done = list(amounts)
    for index in wholes:
        whole, first = done[index], done[wholes[0]]
        if (
            first.sentence >= _SOON
            or not _alike(whole, first)
            or (whole.role == "other" and whole.payers)
        ):
            continue
        payers, left = dict.fromkeys(whole.payers), whole.high or whole.low or Decimal(0)
        for at in range(index + 1, min(index + _ROW + 1, len(done))):
            part = done[at]
            if whole.role == "investment" and at in wholes:
                break
            some = not whole.payers or "など" in text[max(0, whole.start - _REACH) : part.start]
            size = part.high or part.low or Decimal(0)
            near = part.sentence <= whole.sentence + _SOON and part.sentence not in apart
            alike = part.role == whole.role and part.currency == whole.currency
            if some and near and alike and 0 < size <= left and whole.target not in part.payers:
                left -= size
                payers |= dict.fromkeys(part.payers)
        if whole.role == "investment" or left == 0:
            done[index] = replace(whole, payers=tuple(payers))
    return _inherited(done)


def _told_again(amounts: Sequence[Amount], bare: Collection[int]) -> list[Amount]:
    """Let a sum say what the same sum says elsewhere: a headline leaves out who pays, or some of them.

    The same sum is the same currency and value, where it is about a value its first three digits
    (約251億円 in the headline, 251億4000万円 below); it is for the same, or one of the two has no
    word that says what for.
    """
    done = list(amounts)
    groups: dict[tuple[str, str], list[int]] = {}
    for index, amount in enumerate(amounts):
        size = amount.low or amount.high
        if size:
            groups.setdefault((amount.currency, f"{size:.1E}"), []).append(index)
    for same in groups.values():
        for index in same:
            like = [i for i in same if i != index and _alike(amounts[i], amounts[index])]
            done[index] = _completed(done[index], [done[i] for i in like], index in bare)
    return done


def _alike(first: Amount, second: Amount) -> bool:
    mods = {first.mod, second.mod}
    sizes = [a.low or a.high or 0 for a in (first, second)]
    if sizes[0] == sizes[1]:
        return len(mods) == 1 or "exact" in mods  # not 最大500億ドル and 500億ドル前後
    about = "approx" in mods and f"{sizes[0]:.2E}" == f"{sizes[1]:.2E}"
    return mods <= {"approx", "exact"} and (about or _rounded(first, second))


def _rounded(first: Amount, second: Amount) -> bool:
    """Say whether one is the other cut to fewer digits: 1010億円 and 1010億3399万円; in a headline
    two are enough (8.6億ドル and 8億6300万ドル)."""
    short, long = sorted(((f"{a.low or 0:f}".rstrip("0"), a) for a in (first, second)), key=_digits)
    enough = len(short[0]) in (3, 4) or (len(short[0]) == 2 and short[1].sentence == 0)
    return enough and long[0].startswith(short[0])


def _digits(told: tuple[str, Amount]) -> int:
    return len(told[0])


def _says_more(other: Amount, amount: Amount) -> bool:
    """Say whether a sum tells more payers than the same one elsewhere, or than a headline does."""
    headline = amount.sentence == 0 and len(other.payers) > len(amount.payers)
    return headline or set(other.payers) > set(amount.payers)


def _completed(amount: Amount, like: Sequence[Amount], bare: bool) -> Amount:
    role = amount.role
    if role == "other" and bare:
        role = next((each.role for each in like if each.role != "other"), role)
    sources = [e for e in like if e.role == role and _says_more(e, amount)]
    source = max(sources, key=lambda each: len(each.payers), default=None)
    if source is None or role not in (*PAID, "other"):
        return replace(amount, role=role)
    target = source.target if amount.target in (None, *source.payers) else amount.target
    return replace(amount, role=role, payers=source.payers, target=target)


def _summed(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """Let a total be paid by all who pay the sums before it: 甲が2億円、乙が1億円、合わせて3億円.

    Those are the sums for the same in its sentence, or any row before it that adds up to it.
    """
    done = list(amounts)
    for index, amount in enumerate(done):
        if not _TOTAL.search(text[max(0, amount.start - 6) : amount.start]):
            continue
        parts = [a for a in done[max(0, index - _ROW) : index] if a.currency == amount.currency]
        here = [a for a in parts if a.sentence == amount.sentence and a.payers]
        same = [a for a in here if a.role == amount.role]
        row = _adding_up(amount, parts) or (same if len(same) > 1 else [])
        if not row or amount.role not in (*PAID, "other"):
            continue
        payers = dict.fromkeys(p for part in row for p in part.payers)
        agree = len({part.payers for part in row}) == 1
        known = agree or amount.payers in ((), row[-1].payers)
        if known:
            done[index] = replace(amount, payers=tuple(payers))
    return done


def _adding_up(amount: Amount, parts: Sequence[Amount]) -> list[Amount]:
    """Return the last sums before a total that add up to it, [] where none do."""
    row: list[Amount] = []
    for part in reversed([a for a in parts if a.low is not None and a.role != "share"]):
        row.insert(0, part)
        if len(row) > 1 and sum(each.low or 0 for each in row) == amount.low:
            return row
    return []


def _inherit(amount: Amount, whole: Amount) -> Amount:
    if amount.restates is not None:
        return replace(
            amount, role=whole.role, payers=whole.payers, target=whole.target,
            status=whole.status, date=whole.date, each=whole.each,
        )  # fmt: skip
    role = whole.role if amount.role == "other" else amount.role
    return replace(amount, role=role, payers=amount.payers or whole.payers)
