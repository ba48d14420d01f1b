"""Who pays a sum and what for: from particles, clauses, and the deal that the text goes on about."""

from __future__ import annotations

from components.reading.arguments import unique
from components.reading.around import Around, Parties, deal, granting, joined
from components.reading.clauses import clause, used_up
from components.reading.doers import SOMEBODY, doer, ordered, subject_before, who_pays
from components.reading.fines import owing
from components.reading.givers import (
    LOAN,
    backers,
    bracketed,
    closed,
    givers,
    leaders,
    lenders,
    names,
    sum_before,
    told_last,
)
from components.reading.governed import PAID, TOWARDS, Sum
from components.reading.model import Event, Mention
from components.reading.paying import paying
from components.reading.phrases import Phrase
from components.reading.rounds import FIRMS
from components.reading.views import View

_PUBLIC = ("organization", "place")
_SCENES = ("なか", "中", "ため", "一方", "とき", "際")


def parties(of: Sum, event: Event | None, rest: Around) -> Parties:
    """Return who pays a sum and what for, as entity ids.

    Revenue, profit and value have no payer; whose they are is their target. Where the clause names
    nobody, the deal that the text goes on about does, and then its topic. A person who speaks for a
    firm invests for it.
    """
    payers, target = _stated(of)
    payers = tuple(payer for payer in payers if rest.kinds.get(payer) != "media")
    if of.raised and payers and of.role == "investment":
        known = (*payers, target or "")
        alone = closed(of.view, of.position) or of.word in paying("loan")
        also = () if alone else joined(of.view.index, known, rest)
        payers = () if of.total else (*payers, *also)
    if of.role in PAID:
        payers, target = _by_deal(of, (payers, target), event, rest)
    told = of.governor is not None and ordered(of.view, of.governor)
    asked = (
        told or of.key in paying("imposes") or (of.small and of.role == "other")
    )  # 月千円を払えば
    if of.spent and not payers and of.object and not asked and not of.sold:
        payers, target = _left_out(of, (payers, target), rest)
    payers = () if of.added or of.aimed_at else payers
    aimed = target not in payers and rest.kinds.get(target or "") not in ("place", "media")
    return payers if told else _acting(of, payers, rest), target if aimed else None


def _acting(of: Sum, payers: tuple[str, ...], rest: Around) -> tuple[str, ...]:
    """Name for whom a person pays: 経産省として最大929億円を助成する. Things do not pay."""
    payers = tuple(dict.fromkeys(rest.firms.get(payer, payer) for payer in payers))
    if payers and all(rest.kinds.get(payer) == "person" for payer in payers):
        office = (p for p in of.view.items if p.particle == "として")
        found = [m for p in office for m in of.view.mentions[p.at] if m.kind in (*FIRMS, "place")]
        payers = unique(found) or payers
        if not found and rest.ministers.issuperset(payers):
            return rest.government or payers
        topic = rest.topics.get(of.view.index, ())
        payers = topic if topic and not found and rest.heads.issuperset(payers) else payers
    return payers


def _stated(of: Sum) -> Parties:
    view, position = of.view, of.position
    here = clause(view.items, position if of.governor is None else of.governor)
    acting = doer(view, position, of.governor)
    towards = [m for p in here if p.particle in TOWARDS for m in names(view, p)]
    if of.role == "other" and (must := owing(of, towards, here)) is not None:
        return must, None
    if of.role == "other" and of.bought and of.key in paying("sells"):
        return unique(towards), next(iter(acting), None)  # 放映権を2100億円で与える
    if of.role == "other" and (payer := who_pays(view, position)):
        return payer, None
    if not of.spent or (of.role == "other" and not of.object):
        owner = unique([m for p in here if p.particle == "の" for m in names(view, p)])
        return (), next(iter((*subject_before(view, position), *owner, *acting)), None)
    given = givers(view, position, here, "acquisition" if of.bought else of.role)
    if of.word == LOAN or of.raised:
        given = given or lenders(view, position)
    if of.role == "investment":
        given = given or bracketed(view, position, of.start)
    if of.raised or of.word == LOAN or of.word in paying("granted"):
        given = given or (backers(view, position) if of.raised else ())
        return given, next((each for each in acting if each not in given), None)
    if of.role == "acquisition":
        objects = [m for p in here if p.particle in ("を", "の") for m in names(view, p)]
        if of.key in paying("sells"):
            buyers = towards or told_last(view, of.governor)
            return unique(buyers), next(iter(unique(objects)), None)
        towards += objects
    heads = unique(leaders(view, position))
    payers = given if of.role in PAID and given and given != heads else (*heads, *acting)
    return payers, _aim(towards, payers)


def _aim(towards: list[Mention], payers: tuple[str, ...]) -> str | None:
    aims = sorted((m for m in towards if m.entity not in payers), key=lambda m: m.kind != "project")
    return aims[0].entity if aims else None


def _by_deal(of: Sum, known: Parties, event: Event | None, rest: Around) -> Parties:
    """Complete the parties of an investment or a purchase from its deal, its round, its firm."""
    payers, target = known
    if of.word in paying("grants"):
        payers = tuple(p for p in payers if rest.kinds.get(p) != "company")
    alone = not any(p.head in paying("everyone") for p in of.view.items[: of.position])
    spent = of.word in paying("own") and alone  # not 世界の探査支出は
    own = spent and not of.object and of.role != "acquisition"
    topic = _about(of.view, of.position) or rest.topics.get(of.view.index, ())
    if of.word in paying("works") and any(rest.kinds.get(each) in _PUBLIC for each in topic):
        topic = ()
    if not payers and own and topic and target not in topic:
        return topic, target  # 投資額は2788億円: of the firm that the text is about
    if of.key in paying("approves"):
        return payers, target
    aside = of.issued or _only_when(of)
    selling = of.key in paying("sells") or (not payers and _unnamed(of))
    if not selling and (not payers or (event is not None and event.type == "sell")):
        payers, aim = deal(event, of.view.index, of.role, rest, of.recalled)
        if of.word in paying("works"):
            payers = tuple(p for p in payers if rest.kinds.get(p) not in _PUBLIC)
        if of.word in paying("aid"):
            payers = tuple(p for p in payers if rest.kinds.get(p) in _PUBLIC)
            payers = payers or granting(of.view.index, rest)
        elif of.total or (of.raised and (aside or (target and target != (aim or target)))):
            payers = ()  # a deal of another who gets money
        target = target if target and target not in payers else aim
    others = aside or of.total or of.word in paying("aid") or of.word in paying("loan")
    if not payers and of.raised and not others:
        payers = joined(of.view.index, (target or "",), rest)
    if not payers and spent and target not in topic and not of.sold:
        payers = topic
    if target is None and payers:
        told, aim = deal(event, of.view.index, of.role, rest, of.recalled)
        target = aim if set(told) & set(payers) else None
    return payers, target


def _only_when(of: Sum) -> bool:
    """Say whether a round only says when something was so: 130億ドルを調達した際の評価を上回る."""
    if of.governor is None:
        return False
    behind = of.view.items[of.governor + 1 : of.governor + 2]
    return of.view.items[of.governor].adnominal or any(p.head in _SCENES for p in behind)


def _about(view: View, position: int) -> tuple[str, ...]:
    """Return the firm that a sentence is about where it tells a sum: 甲社は…計画で、投資額は7兆円."""
    topics = [p for p in reversed(view.items[:position]) if p.subject and p.particle[-1:] != "が"]
    own = (m for p in topics for m in view.actors(p.at) if m.end == p.end)
    men = (m for p in topics if p.particle.endswith("は") for m in view.owner(p.at))
    firms = (m.entity for m in (*own, *men) if m.kind in FIRMS)
    return tuple(firms)[:1]


def _unnamed(of: Sum) -> bool:
    """Say whether the clause has a payer of its own without a name: 国が4760億円を補助する."""
    items = of.view.items
    last = sum_before(of.view, items, of.position)
    row = (p for p in items[last + 1 : of.position] if p.subject and not of.view.acts(p))
    if any(p.head.endswith(SOMEBODY) for p in row):
        return True  # 社名を伏せた事業会社が20億円
    if of.governor is None or not of.object or items[of.governor].passive:
        return False
    here = (p for p in clause(items, of.governor) if p.particle == "が")
    doers = [p for p in here if not used_up(items, p, of.governor)]
    return bool(doers) and not any(of.view.acts(p) for p in doers)


def _setting(view: View, subject: Phrase) -> bool:
    """Say whether a subject is only of a clause that sets the scene: 市場が伸び悩むなか、甲社を買った."""
    deed = next((p for p in view.items[subject.at + 1 :] if p.key), None)
    behind = view.items[deed.at + 1] if deed and deed.at + 1 < len(view.items) else None
    scene = behind is not None and behind.head in _SCENES and behind.comma
    return subject.particle == "が" and not view.acts(subject) and scene


def _done_with(view: View, subject: Phrase, position: int) -> bool:
    """Say whether a thing has had its say before the sum: 枠は250億ドルで、180億ドルを買い戻した."""
    between = view.items[subject.at + 1 : position]
    closed = any(p.key and not p.adnominal for p in between)
    return closed and not view.acts(subject) and not view.owner(subject.at)


def _left_out(of: Sum, known: Parties, rest: Around) -> Parties:
    """Return payers and target where the sentence leaves out its subject: the text's topic acts."""
    payers, target = known
    topic = rest.topics.get(of.view.index, ())
    before = of.view.items[: of.position]
    free = (p for p in before if p.subject and not used_up(of.view.items, p, of.position))
    told = (p for p in free if not _done_with(of.view, p, of.position))
    if not topic or any(not _setting(of.view, p) for p in told):
        return known
    if of.key in paying("receives"):
        return payers, target or topic[-1]
    return topic if target not in topic else payers, target
