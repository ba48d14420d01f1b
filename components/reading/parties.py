"""Who pays a sum and what for: from particles, clauses, and the deal that the text goes on about."""

from __future__ import annotations

from dataclasses import dataclass

from components.reading.arguments import unique
from components.reading.around import FIRMS, Around, Parties, deal, granting, joined
from components.reading.clauses import clause, used_up
from components.reading.doers import (
    accused,
    doer,
    fined,
    fined_firms,
    in_a_headline,
    subject_before,
    who_pays,
)
from components.reading.givers import (
    LOAN,
    backers,
    bracketed,
    givers,
    leaders,
    lenders,
    names,
    takers,
    told_last,
)
from components.reading.model import Event, Mention, Role
from components.reading.paying import paying, says
from components.reading.phrases import Phrase
from components.reading.roles import plain
from components.reading.views import View

FINE = "制裁金"  # what a sum is for that goes on with a fine: 次いで乙社が7000万ユーロ
_PUBLIC = ("organization", "place")
_SCENES = ("なか", "中", "ため", "一方", "とき", "際")
PAID: tuple[Role, ...] = ("investment", "acquisition")
_TOWARDS = (
    "に", "には", "へ", "への", "に対し", "に対して", "に対する", "向け", "を通じて", "を通して", "を通じ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in its sentence: the phrase and the offset where it stands, the predicate over it, what
    it is for and the word that says so ("" where none does); `recalled` where that word only refers
    to a deal told before (総額は…).
    """

    view: View
    position: int
    start: int
    governor: int | None
    role: Role
    word: str
    recalled: bool = False

    @property
    def key(self) -> str:
        """Return the name of its predicate, "" where there is none."""
        return "" if self.governor is None else self.view.items[self.governor].key

    @property
    def raised(self) -> bool:
        """Return whether the clause is about who gets the money, so that its subject pays nothing."""
        noun = self.role == "investment" and self.word in paying("raised")
        noun = noun or (self.role == "acquisition" and self.word in paying("receives"))
        follows = self.view.items[self.position + 1 : self.position + 2]
        means = any(says(plain(p), "means") for p in follows)
        return self.key in paying("receives") or noun or means

    @property
    def total(self) -> bool:
        """Return whether it adds up several payments, whose payers are not all told: 累計調達額."""
        before = self.view.items[: self.position + 1]
        rounds = self.role == "investment"  # a price of 58億ドル、純負債を含めて is one payment
        return (rounds and any(says(plain(p), "total") for p in before)) or self.added

    @property
    def added(self) -> bool:
        """Return whether it is said to add up what several pay, who are not its payers one by one."""
        return any(says(plain(p), "sum") for p in self.view.items[: self.position + 1])

    @property
    def object(self) -> bool:
        """Return whether it, or the noun that it qualifies, is what a verb pays: 50億円の罰金を払う."""
        items = self.view.items
        if self.governor is None or items[self.governor].passive or self.key in paying("tells"):
            return False
        fronted = items[self.position].particle in ("は", "も") and self.key in paying("spends")
        return (
            self.role == "acquisition"
            or fronted  # 200億円は自社株買いに回す
            or any(p.particle == "を" for p in items[self.position : self.governor])
        )

    @property
    def aimed_at(self) -> bool:
        """Return whether another sum goes into what it measures: 6800億円の事業に2410億円を補助する."""
        rest = self.view.items[self.position + 1 : self.governor]
        end = next((p for p in rest if p.particle not in ("の", "")), None)
        goes = end is not None and end.particle == "に"
        of_another = any(self.view.amounts[p.at] for p in rest)
        return goes and of_another and self.view.items[self.position].particle == "の"

    @property
    def spent(self) -> bool:
        """Return whether it may have a payer at all."""
        return self.role in PAID or (self.role == "other" and self.word not in paying("asked"))


def parties(of: Sum, event: Event | None, rest: Around) -> Parties:
    """Return who pays a sum and what for, as entity ids.

    Revenue, profit and value have no payer; whose they are is their target. Where the clause names
    nobody, the deal that the text goes on about does, and then its topic. A person who speaks for a
    firm invests for it.
    """
    payers, target = _stated(of)
    if of.raised and payers and of.role == "investment":
        known = (*payers, target or "")
        also = () if takers(of.view, of.position) else joined(of.view.index, known, rest)
        payers = () if of.total else (*payers, *also)
    if of.role in PAID:
        payers, target = _by_deal(of, (payers, target), event, rest)
    if of.spent and not payers and of.object:
        payers, target = _left_out(of, (payers, target), rest)
    payers = () if of.added or of.aimed_at else payers
    aimed = target not in payers and rest.kinds.get(target or "") not in ("place", "media")
    return _acting(of, payers, rest), target if aimed else None


def _acting(of: Sum, payers: tuple[str, ...], rest: Around) -> tuple[str, ...]:
    """Name for whom a person pays: 経産省として最大929億円を助成する. Things do not pay."""
    payers = tuple(dict.fromkeys(rest.firms.get(payer, payer) for payer in payers))
    if payers and all(rest.kinds.get(payer) == "person" for payer in payers):
        office = (p for p in of.view.items if p.particle == "として")
        found = [m for p in office for m in of.view.mentions[p.at] if m.kind in (*FIRMS, "place")]
        payers = unique(found) or payers
    return tuple(payer for payer in payers if rest.kinds.get(payer) != "media")


def _stated(of: Sum) -> Parties:
    view, position = of.view, of.position
    here = clause(view.items, position if of.governor is None else of.governor)
    acting = doer(view, position, of.governor)
    towards = [m for p in here if p.particle in _TOWARDS for m in names(view, p)]
    must = fined(view, position) or in_a_headline(view, position, of.word)
    if of.word in paying("fine"):  # 甲社の約39億円が最も重い
        must = must or unique([m for m in view.owner(position) if m.kind == "company"])
        stated = of.key in ("", *paying("is"))
        must = must or (fined_firms(view, position) if stated else ())
    if of.role == "other" and must:
        return must, None
    if of.role == "other" and of.governor is not None and of.key in paying("imposes"):
        if view.items[of.governor].passive:
            return subject_before(view, position) or unique(towards), None
        last = max((p.at for p in here if p.at < position and view.amounts[p.at]), default=-1)
        own = [m for p in here if p.particle in _TOWARDS and last < p.at for m in names(view, p)]
        nearest = [m for m in own if m.start < of.start] or towards  # 甲に2億円、乙に1億円を科す
        return unique(nearest) or accused(view, of.governor), None
    if of.role == "other" and (payer := who_pays(view, position)):
        return payer, None
    if not of.spent or (of.role == "other" and not of.object):
        owner = unique([m for p in here if p.particle == "の" for m in names(view, p)])
        return (), next(iter((*subject_before(view, position), *owner, *acting)), None)
    given = givers(view, position, here, of.role)
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
    topic = _about(of.view, of.position) or rest.topics.get(of.view.index)
    if of.word in paying("works") and rest.kinds.get(topic or "") in _PUBLIC:
        topic = None
    if not payers and own and topic and topic != target:
        return (topic,), target  # 投資額は2788億円: of the firm that the text is about
    if of.key in paying("approves"):
        return payers, target
    selling = of.key in paying("sells") or (not payers and _unnamed(of))
    if not selling and (not payers or (event is not None and event.type == "sell")):
        payers, aim = deal(event, of.view.index, of.role, rest, of.recalled)
        if of.word in paying("works"):
            payers = tuple(p for p in payers if rest.kinds.get(p) not in _PUBLIC)
        if of.word in paying("aid"):
            payers = tuple(p for p in payers if rest.kinds.get(p) in _PUBLIC)
            payers = payers or granting(of.view.index, rest)
        elif of.total or (of.raised and target and target != (aim or target)):
            payers = ()  # a deal of another who gets money
        target = target if target and target not in payers else aim
    if not payers and of.raised and not of.total and of.word not in paying("aid"):
        payers = joined(of.view.index, (target or "",), rest)
    if not payers and spent and topic and topic != target:
        payers = (topic,)
    if target is None and payers:
        told, aim = deal(event, of.view.index, of.role, rest, of.recalled)
        target = aim if set(told) & set(payers) else None
    return payers, target


def _about(view: View, position: int) -> str | None:
    """Return the firm that a sentence is about where it tells a sum: 甲社は…計画で、投資額は7兆円."""
    topics = [p for p in reversed(view.items[:position]) if p.subject and p.particle[-1:] != "が"]
    own = (m for p in topics for m in view.actors(p.at) if m.end == p.end)
    men = (m for p in topics if p.particle.endswith("は") for m in view.owner(p.at))
    firms = (m.entity for m in (*own, *men) if m.kind in FIRMS)
    return next(firms, None)


def _unnamed(of: Sum) -> bool:
    """Say whether the clause has a payer of its own without a name: 国が4760億円を補助する."""
    items = of.view.items
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


def _left_out(of: Sum, known: Parties, rest: Around) -> Parties:
    """Return payers and target where the sentence leaves out its subject: the text's topic acts."""
    payers, target = known
    topic = rest.topics.get(of.view.index)
    before = of.view.items[: of.position]
    if topic is None or any(p.subject and not _setting(of.view, p) for p in before):
        return known
    if of.key in paying("receives"):
        return payers, target or topic
    return (topic,) if topic != target else payers, target
