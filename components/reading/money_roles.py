"""What an amount is for, from its governing words; with its parties, status and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from components.reading.clauses import Phrase, clause
from components.reading.model import Amount, Event, Role
from components.reading.parties import FIRMS, Around, parties, plain
from components.reading.views import View
from components.reading.wordlists import table

_OWNED: tuple[Role, ...] = ("revenue", "profit", "valuation", "share", "assets")
# The language of share prices: 150円高の7004円, 2.1%高の3万9500円.
_A_SHARE = re.compile(r"[1１一]株(?:当たり|あたり|につき)?(?:約)?\Z")
_STEP = re.compile(r"(?:高|安)(?!値)")
_QUOTED = re.compile(r"[円銭ルト%％](?:高|安)の\Z")


@cache
def _roles() -> tuple[tuple[str, Role], ...]:
    found = table("roles.tsv")
    pairs = [(r.values["word"], cast("Role", r.values["role"])) for r in found]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def role_of(words: str) -> Role | None:
    """Return the role that the last word of money in a stretch of text gives (AI投資)."""
    best: tuple[int, int, Role] | None = None
    for word, role in _roles():
        at = words.rfind(word)
        if at >= 0 and (best is None or (at + len(word), len(word)) > best[:2]):
            best = (at + len(word), len(word), role)
    return best[2] if best else None


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
                done[index] = _read(text, done[index], view, position, of_amount.get(index), rest)
    for index, amount in enumerate(done):
        whole = amount.restates if amount.restates is not None else amount.part_of
        if whole is not None:
            done[index] = _inherit(amount, done[whole])
    return tuple(done)


def _read(
    text: str, amount: Amount, view: View, position: int, event: Event | None, rest: Around
) -> Amount:
    governor = _governor(view, position)
    role = "share" if _is_price(text, amount) else _role(view, position, governor)
    payers, target = parties(view, position, governor, role, event, rest)
    if role in _OWNED:
        target = target or _nearest(view, position) or rest.topics.get(view.index)
    return replace(
        amount,
        role=role,
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
    before = text[max(0, amount.start - 8) : amount.start]
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
    for index in range(position, len(view.items)):
        if view.items[index].key:
            return index
    return None


def _role(view: View, position: int, governor: int | None) -> Role:
    """Look for the word of money where Japanese puts it, the closest first.

    In the phrase itself (売上高1兆円), in the nouns that の ties to it (600億ドルのAI投資), in what
    it goes to (返済に充てる), before it in the clause (純利益が…), in the verb (10億ドルを調達), in
    the topic of the sentence.
    """
    items = view.items
    own = plain(items[position])
    after = []
    for index in range(position, len(items) - 1):
        if items[index].particle not in ("の", "という", "規模の") or items[index].key:
            break
        after.append(items[index + 1])
    looked = [own, *map(plain, after)]
    if governor is not None:
        looked += map(plain, _uses(items, position, governor))
    looked += map(plain, reversed(_before(view, position)))
    if governor is not None:
        looked.append(items[governor].key)
    looked += [plain(p) for p in reversed(items[:position]) if p.particle.endswith(("は", "が"))]
    return next((role for words in looked if (role := role_of(words))), "other")


def _uses(items: Sequence[Phrase], position: int, governor: int) -> list[Phrase]:
    found: list[Phrase] = []
    for phrase in items[position + 1 : governor]:
        if phrase.subject or items[position].comma:
            break
        found += [phrase] if phrase.particle in ("に", "へ") else []
    return found


def _before(view: View, position: int) -> tuple[Phrase, ...]:
    kept = ("は", "が", "も", "の", "を", "に", "で", "から", "として", "")
    inside = clause(view.items, position)
    return tuple(p for p in inside if p.particle in kept and not view.amounts[p.at])
