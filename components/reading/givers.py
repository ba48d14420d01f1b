"""Whom a clause names as the doer of a payment, or as the source of the money."""

from __future__ import annotations

from collections.abc import Sequence

from components.reading.arguments import agents, named, unique
from components.reading.around import FIRMS
from components.reading.clauses import clause, coordinated, owners
from components.reading.model import Mention, Role
from components.reading.paying import paying, says
from components.reading.phrases import Phrase
from components.reading.roles import plain
from components.reading.views import View

_FROM = ("による", "から", "からの")


def names(view: View, phrase: Phrase) -> tuple[Mention, ...]:
    """Return the names in a phrase that can pay or be paid."""
    return tuple(m for m in named(view, phrase.at) if m.kind not in ("place", "media", "product"))


def doer(view: View, position: int, governor: int | None) -> tuple[str, ...]:
    """Return who does what the sum is for: the subject, of the clause that modifies the sum first.

    マイクロソフトがBに投じた690億ドルに次ぐ; and 甲は40億円、乙は30億円を投じる has a doer each.
    """
    modifying = _modifying(view, position)
    inner = agents(view, modifying) if modifying is not None else ()
    if inner:
        return inner
    after = view.items[position + 1 : governor]
    if governor is None or any(item.subject for item in after) or _in_a_row(view, position):
        return subject_before(view, position)
    if any(item.key in paying("imposes") for item in view.items[governor + 1 : governor + 2]):
        return ()  # 支払うよう命じた: who orders does not pay
    acting = agents(view, governor)
    setting = [m.entity for p in view.items if p.particle == "では" for m in view.mentions[p.at]]
    return tuple(each for each in acting if each not in setting)  # カナダでは21億ドルを負担する


def subject_before(view: View, position: int) -> tuple[str, ...]:
    """Return the subject that stands nearest before a phrase."""
    for at in range(position - 1, -1, -1):
        if view.items[at].subject:
            row = coordinated(view.items, at)
            return unique([m for p in row for m in view.actors(p.at)] or view.owner(at))
    return ()


def fined(view: View, position: int) -> tuple[str, ...]:
    """Return who must pay a sum by the clause that modifies it: メタに科された12億ユーロ."""
    before = view.items[position - 1] if position else None
    if before is None or not before.adnominal or before.key not in paying("imposes"):
        return ()
    if before.passive and (owing := subject_before(view, before.at)):
        return owing  # クアルコムが命じられた60億元
    return _whom(view, before.at)


def accused(view: View, governor: int) -> tuple[str, ...]:
    """Return whose deed a penalty is for: 甲社が独占禁止法に違反したとして、罰金を科す."""
    for item in reversed(view.items[:governor]):
        if item.key and item.particle.endswith("として"):
            return agents(view, item.at)
    return ()


def in_a_headline(view: View, position: int, word: str) -> tuple[str, ...]:
    """Return who must pay by a noun alone: メタに1800億円の制裁金."""
    alone = not any(item.key for item in view.items[position:])
    if not alone or word not in paying("fine"):
        return ()
    return _whom(view, position) or subject_before(view, position)


def _whom(view: View, index: int) -> tuple[str, ...]:
    inside = clause(view.items, index)
    return unique([m for p in inside if p.particle in ("に", "に対し") for m in names(view, p)])


def bracketed(view: View, position: int, start: int) -> tuple[str, ...]:
    """Return the firm whose sum follows it in brackets: シルバーレイクやKKR（15億ドル）."""
    near = view.mentions[max(0, position - 1) : position + 1]
    words = (
        word for item in view.items[max(0, position - 1) : position + 1] for word in item.words
    )
    if not any(word.start == start - 1 and word.text in "(（" for word in words):
        return ()
    inside = [m for each in near for m in each if m.kind in FIRMS and m.end == start - 1]
    return unique(inside[-1:])


def givers(view: View, position: int, here: Sequence[Phrase], role: Role) -> tuple[str, ...]:
    """Return whom the clause names as the source of the money; of a purchase, から is the seller."""
    marks = ("による", "からの") if role == "acquisition" else _FROM
    last = max((p.at for p in here if p.at < position and view.amounts[p.at]), default=-1)
    found = [p for p in here if p.particle in marks and not _inside(view, p, position)]
    nearest = [p for p in found if last < p.at < position] or found
    sums = [p for p in view.items if view.amounts[p.at]]
    apart = [
        m
        for p in nearest
        for m in names(view, p)
        if not any(s.start <= m.start < s.stop for s in sums if s.at != p.at)
    ]
    return unique(apart or takers(view, position) or leaders(view, position))


def _inside(view: View, phrase: Phrase, position: int) -> bool:
    """Say whether a phrase belongs to a clause before the sum: 甲社から6億ドルを得た乙社が2億ドルを調達."""
    between = (item for item in view.items[phrase.at + 1 : position] if item.key)
    return any(item.adnominal and item.key in paying("receives") for item in between)


def leaders(view: View, position: int) -> list[Mention]:
    """Return who leads a round: AnthemisをリードとするシリーズAで600万ドルを得た."""
    for item in view.items[1:position]:
        if says(plain(item), "leads") and view.items[item.at - 1].particle == "を":
            return [*names(view, view.items[item.at - 1])]
    return []


def takers(view: View, position: int) -> list[Mention]:
    """Return who takes up new shares: 三井物産など12社を引受先とする増資で45億円を調達した."""
    taken = next((p.at for p in view.items[1:position] if says(plain(p), "taker")), None)
    if taken is None:
        return []
    topic = max((p.at for p in view.items[:taken] if p.particle.endswith("は")), default=-1)
    found = [m for at in range(topic + 1, taken) for m in view.mentions[at]]
    return [m for m in found if m.kind in FIRMS]


def told_last(view: View, governor: int | None) -> list[Mention]:
    """Return to whom a headline says last that something is sold: 飲料事業を売却　ベガ社に409億円で."""
    rest = view.items[governor + 1 :] if governor is not None else ()
    if any(item.key for item in rest):
        return []
    return [m for p in rest if p.particle == "に" for m in names(view, p)]


def _in_a_row(view: View, position: int) -> bool:
    """Say whether the sum has a subject of its own after another sum: 甲が33億円、乙が30億円を出した."""
    for at in range(position - 1, -1, -1):
        if view.items[at].key and not view.items[at].adnominal:
            return False
        if view.items[at].subject:
            earlier = range(at - 1, -1, -1)
            sums = (i for i in earlier if view.amounts[i])
            closed = (i for i in earlier if view.items[i].key and not view.items[i].adnominal)
            return next(sums, -1) > next(closed, -1)
    return False


def _modifying(view: View, position: int) -> int | None:
    """Return the predicate that modifies the sum or the subject that it is said of, None without.

    Bに投じた690億ドル; A社とB社が応じた昨年のシリーズF（124億円）; A社がB社に払う利用料は計224億ドル.
    """
    items = view.items
    first = position - len(owners(items, position))
    if first and items[first - 1].adnominal and not items[first - 1].passive:
        return first - 1
    at = next((at for at in range(position - 1, -1, -1) if items[at].subject), None)
    if at is None or view.acts(items[at]):
        return None
    first = view.noun_phrase(at)[0]
    before = items[first - 1] if first else None
    spends = before and before.adnominal and not before.passive
    return first - 1 if before and spends and before.key not in paying("tells") else None
