"""What an amount is for, who pays it and for what: from its governing words and their clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from components.reading.arguments import agents, named, unique
from components.reading.clauses import Phrase, clause
from components.reading.model import Amount, Event, Mention, Role
from components.reading.views import View
from components.reading.wordlists import table

_FIRMS = ("company", "organization")
_OWNED: tuple[Role, ...] = ("revenue", "profit", "valuation", "share", "assets")
_PAID: tuple[Role, ...] = ("investment", "acquisition")
_DEALS: dict[Role, tuple[str, ...]] = {
    "investment": ("invest", "raise_funds", "pay"),
    "acquisition": ("acquire", "sell"),
}
_TOTALS = ("累計", "累積", "総投資", "総調達", "通算")
_JOINS = ("invest", "partner")
_RECEIVES = ("調達", "資金調達", "受ける", "受け取る", "得る", "獲得", "集める")
_IMPOSES = ("科する", "科す", "課する", "課す", "命ずる", "命じる", "請求", "求める")
_TOWARDS = (
    "に",
    "へ",
    "への",
    "に対し",
    "に対して",
    "に対する",
    "向け",
    "を通じて",
    "を通して",
    "を通じ",
)


# The language of share prices: 150円高の7004円, 2.1%高の3万9500円.
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
    text: str, amounts: Sequence[Amount], seen: Sequence[View], found: Sequence[Event]
) -> tuple[Amount, ...]:
    """Give every amount its role, payers, target, status, date and sentence.

    A conversion in parentheses and a part (うち…) take over what their amount says.
    """
    done: list[Amount] = list(amounts)
    topics = _topics(seen)
    for view in seen:
        for position, inside in enumerate(view.amounts):
            for index in inside:
                done[index] = _read(
                    done[index], index, view, position, found, topics.get(view.index)
                )
                if _is_price(text, done[index]):
                    done[index] = replace(done[index], role="share", payers=(), target=None)
                if done[index].target is None and done[index].role in _OWNED:
                    owner = _nearest(view, position) or topics.get(view.index)
                    done[index] = replace(done[index], target=owner)
    for index, amount in enumerate(done):
        whole = amount.restates if amount.restates is not None else amount.part_of
        if whole is not None:
            done[index] = _inherit(amount, done[whole])
    return tuple(done)


def _read(
    amount: Amount,
    index: int,
    view: View,
    position: int,
    found: Sequence[Event],
    topic: str | None,
) -> Amount:
    governor = _governor(view, position)
    role = _role(view, position, governor)
    event = next((e for e in found if index in e.amounts), None)
    payers, target = _parties(view, position, governor, role)
    if role in _PAID and (not payers or (event and event.type == "sell")):
        payers, aim = _deal(event, view.index, role, found)
        payers = () if _is_sum(view, position) else payers
        target = target if target and target not in payers else aim
    paid = role in _PAID or role == "other"
    if paid and not payers and topic and _is_object(view, position, governor):
        payers, target = _left_out(view, position, governor, topic, (payers, target))
    return replace(
        amount,
        role=role,
        payers=payers,
        target=target if target not in payers else None,
        status=event.status if event else "mentioned",
        date=event.date if event else None,
        sentence=view.index,
    )


def _deal(
    own: Event | None, sentence: int, role: Role, found: Sequence[Event]
) -> tuple[tuple[str, ...], str | None]:
    """Return who pays and what for by the deal that the sum belongs to.

    That is its own event, else the last of its kind before it (…を買収すると発表した。買収額は…).
    Whoever joins a round in the next sentences pays for it (Xが主導し、Yも参加した).
    """
    near = [e for e in found if sentence - 3 <= e.sentence <= sentence and e.type in _DEALS[role]]
    event = own if own and own.type in _DEALS[role] else next(reversed(near), None)
    if event is None:
        return (), None
    if event.type == "sell":
        return event.targets[1:], next(iter(event.targets), None)
    if event.type != "raise_funds":
        return event.agents, next(iter(event.targets), None)
    joined = (
        e
        for e in found
        if event.sentence <= e.sentence <= event.sentence + 1 and e.type in _JOINS and not e.amounts
    )
    givers = dict.fromkeys(a for e in joined for a in e.agents if a not in event.agents)
    return tuple(givers), next(iter(event.agents), None)


def _is_sum(view: View, position: int) -> bool:
    """Say whether the amount adds up several payments, whose payers are not all told: 累計調達額."""
    return any(word in _plain(p) for p in view.items[: position + 1] for word in _TOTALS)


def _left_out(
    view: View,
    position: int,
    governor: int | None,
    topic: str,
    known: tuple[tuple[str, ...], str | None],
) -> tuple[tuple[str, ...], str | None]:
    """Return payers and target where the sentence leaves out its subject: the text's topic acts."""
    payers, target = known
    if governor is None or any(item.subject for item in view.items[:position]):
        return known
    if view.items[governor].key in _RECEIVES:
        return payers, target or topic
    return (topic,) if topic != target else payers, target


def _topics(seen: Sequence[View]) -> dict[int, str]:
    """Return for every sentence which firm the text is then about: the last that was a subject, or
    at the start the first that it names. Earnings go on for sentences without naming it again.
    """
    named = (m for view in seen for inside in view.mentions for m in inside)
    topic = next((m.entity for m in named if m.kind in _FIRMS), None)
    found: dict[int, str] = {}
    for view in seen:
        if topic:
            found.setdefault(view.index, topic)
        for item in view.items:
            firms = [m for m in view.mentions[item.at] if m.kind in _FIRMS]
            if firms and item.subject and item.particle.endswith("は"):
                topic = firms[-1].entity
    return found


def _nearest(view: View, position: int) -> str | None:
    for at in range(position, -1, -1):
        firms = [m for m in view.mentions[at] if m.kind in _FIRMS]
        if firms:
            return firms[-1].entity
    return None


def _is_price(text: str, amount: Amount) -> bool:
    before = text[max(0, amount.start - 4) : amount.start]
    return bool(_STEP.match(text, amount.end) or _QUOTED.search(before))


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
    own = _plain(items[position])
    after = []
    for index in range(position, len(items) - 1):
        if items[index].particle not in ("の", "という", "規模の") or items[index].key:
            break
        after.append(items[index + 1])
    looked = [own, *map(_plain, after)]
    if governor is not None:
        looked += map(_plain, _uses(items, position, governor))
    looked += map(_plain, reversed(_before(view, position)))
    if governor is not None:
        looked.append(items[governor].key)
    looked += [_plain(p) for p in reversed(items[:position]) if p.particle.endswith(("は", "が"))]
    return next((role for words in looked if (role := role_of(words))), "other")


def _uses(items: Sequence[Phrase], position: int, governor: int) -> list[Phrase]:
    found: list[Phrase] = []
    for phrase in items[position + 1 : governor]:
        if phrase.subject or items[position].comma:
            break
        found += [phrase] if phrase.particle in ("に", "へ") else []
    return found


def _before(view: View, position: int) -> tuple[Phrase, ...]:
    kept = ("は", "が", "も", "の", "を", "で", "から", "として", "")
    inside = clause(view.items, position)
    return tuple(p for p in inside if p.particle in kept and not view.amounts[p.at])


def _plain(phrase: Phrase) -> str:
    return "".join(word.text for word in phrase.words if not word.fixed)


def _parties(
    view: View, position: int, governor: int | None, role: Role
) -> tuple[tuple[str, ...], str | None]:
    """Return who pays and what for, as entity ids; revenue and value have their owner as target."""
    here = [*clause(view.items, governor if governor is not None else position)]
    doer = agents(view, governor) if governor is not None else _subject_before(view, position)
    given = unique(
        [m for p in here if p.particle in ("による", "から", "からの") for m in _names(view, p)]
    )
    if role == "other" and _is_object(view, position, governor):
        given_to = unique([m for p in here if p.particle in _TOWARDS for m in _names(view, p)])
        key = view.items[governor].key if governor is not None else ""
        if key in _RECEIVES:
            return given, next(iter(doer), None)
        if key in _IMPOSES:
            return given_to, None
        return doer, next((one for one in given_to if one not in doer), None)
    if role not in _PAID:
        owner = unique([m for p in here if p.particle == "の" for m in _names(view, p)])
        return (), next(iter((*_subject_before(view, position), *owner, *doer)), None)
    receives = governor is not None and view.items[governor].key in _RECEIVES
    towards = [m for p in here if p.particle in _TOWARDS for m in _names(view, p)]
    if role == "acquisition":
        towards += [m for p in here if p.particle in ("を", "の") for m in _names(view, p)]
    if receives:
        return given, next(iter(doer), None)
    payers = given or doer
    aims = [m for m in towards if m.entity not in payers]
    first = sorted(aims, key=lambda m: m.kind != "project")
    return payers, first[0].entity if first else None


def _is_object(view: View, position: int, governor: int | None) -> bool:
    """Say whether the sum, or the noun that it qualifies, is what a verb pays: 50億円の罰金を払う."""
    if governor is None or view.items[governor].passive:
        return False
    between = view.items[position:governor]
    return view.items[governor].key != "だ" and any(p.particle == "を" for p in between)


def _names(view: View, phrase: Phrase) -> tuple[Mention, ...]:
    return tuple(m for m in named(view, phrase.at) if m.kind not in ("place", "media"))


def _subject_before(view: View, position: int) -> tuple[str, ...]:
    for at in range(position - 1, -1, -1):
        if view.items[at].subject:
            return unique(view.actors(at) or view.owner(at))
    return ()
