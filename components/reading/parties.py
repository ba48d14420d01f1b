"""Who pays a sum and what for: from particles, clauses, and the deal that the text goes on about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.reading.arguments import agents, named, unique
from components.reading.clauses import Phrase, clause
from components.reading.model import Event, Kind, Mention, Role, Sentence
from components.reading.views import View

FIRMS: tuple[Kind, ...] = ("company", "organization")
PAID: tuple[Role, ...] = ("investment", "acquisition")
# The events whose agents and targets a sum of a role may take over.
_DEALS: dict[Role, tuple[str, ...]] = {
    "investment": ("invest", "raise_funds", "pay"),
    "acquisition": ("acquire", "sell"),
}
_JOINS = ("invest", "partner")
_TOTALS = ("累計", "累積", "総投資", "総調達", "通算")
_RECEIVES = ("調達", "資金調達", "受ける", "受け取る", "得る", "獲得", "集める")
_IMPOSES = ("科する", "科す", "課する", "課す", "命ずる", "命じる", "請求", "求める")
_THROUGH = ("を通じて", "を通して", "を通じ")
_TOWARDS = ("に", "へ", "への", "に対し", "に対して", "に対する", "向け", *_THROUGH)
_TAKERS = ("引受先", "引き受け先", "割当先")
_FROM = ("による", "から", "からの")

Parties = tuple[tuple[str, ...], str | None]


@dataclass(frozen=True, slots=True)
class Around:
    """What the rest of the article says: its events, which firm each sentence is about (`topics`),
    what kind each name is, in which paragraph each sentence stands, and whose man a person is.
    """

    events: Sequence[Event]
    topics: Mapping[int, str]
    kinds: Mapping[str, Kind]
    paragraphs: Sequence[int]
    firms: Mapping[str, str]


def around(
    parts: Sequence[Sentence],
    seen: Sequence[View],
    found: Sequence[Event],
    firms: Mapping[str, str],
) -> Around:
    """Gather what the parties of a sum may be taken from; `firms` is person → firm."""
    kinds = {m.entity: m.kind for view in seen for inside in view.mentions for m in inside}
    return Around(found, _topics(seen), kinds, [part.paragraph for part in parts], firms)


def _topics(seen: Sequence[View]) -> dict[int, str]:
    """Return for every sentence which firm the text is then about: the last that was a topic, or
    at the start the first that it names. Earnings go on for sentences without naming it again.
    """
    every = (m for view in seen for inside in view.mentions for m in inside)
    topic = next((m.entity for m in every if m.kind in FIRMS), None)
    found: dict[int, str] = {}
    for view in seen:
        if topic:
            found.setdefault(view.index, topic)
        for item in view.items:
            if not (item.subject and item.particle.endswith("は")):
                continue
            own = [m for m in view.mentions[item.at] if m.kind in FIRMS]
            person = any(m.kind == "person" for m in view.mentions[item.at])
            firms = own or ([*view.owner(item.at)] if person else [])
            topic = firms[-1].entity if firms else topic
    return found


def parties(
    view: View, position: int, governor: int | None, role: Role, event: Event | None, rest: Around
) -> Parties:
    """Return who pays the sum at `position` and what for, as entity ids.

    `governor` is the predicate over it. Revenue, profit and value have no payer; whose they are is
    their target. Where the clause names nobody, the deal that the text goes on about does, and then
    its topic. A person who speaks for a firm invests for it.
    """
    payers, target = _stated(view, position, governor, role)
    if role in PAID and (not payers or (event and event.type == "sell")):
        payers, aim = _deal(event, view.index, role, rest)
        payers = () if _is_sum(view, position) else payers
        target = target if target and target not in payers else aim
    paid = role in PAID or role == "other"
    if paid and not payers and governor is not None and is_object(view, position, governor):
        payers, target = _left_out(view, position, governor, (payers, target), rest)
    if role == "investment":
        payers = tuple(dict.fromkeys(rest.firms.get(payer, payer) for payer in payers))
    aimed = target if target not in payers and rest.kinds.get(target or "") != "place" else None
    return payers, aimed


def _stated(view: View, position: int, governor: int | None, role: Role) -> Parties:
    here = clause(view.items, governor if governor is not None else position)
    doer = agents(view, governor) if governor is not None else _subject_before(view, position)
    between = view.items[position + 1 : governor] if governor is not None else ()
    if any(item.subject for item in between):
        doer = _subject_before(view, position) or doer  # 甲は40億円、乙は30億円を投じる
    given = unique([m for p in here if p.particle in _FROM for m in _names(view, p)])
    given = given or unique(_underwriters(view, position))
    towards = [m for p in here if p.particle in _TOWARDS for m in _names(view, p)]
    key = view.items[governor].key if governor is not None else ""
    if role not in PAID and not (role == "other" and is_object(view, position, governor)):
        owner = unique([m for p in here if p.particle == "の" for m in _names(view, p)])
        return (), next(iter((*_subject_before(view, position), *owner, *doer)), None)
    if key in _RECEIVES:
        return given, next(iter(doer), None)
    if key in _IMPOSES:
        return unique(towards), None
    if role == "acquisition":
        towards += [m for p in here if p.particle in ("を", "の") for m in _names(view, p)]
    payers = given if given and role in PAID else doer
    aims = [m for m in towards if m.entity not in payers]
    first = sorted(aims, key=lambda m: m.kind != "project")
    return payers, first[0].entity if first else None


def _underwriters(view: View, position: int) -> list[Mention]:
    """Return who takes up new shares: 三井物産を引受先とする増資で45億円を調達した."""
    for item in view.items[1:position]:
        if any(word in plain(item) for word in _TAKERS):
            return [*_names(view, view.items[item.at - 1])]
    return []


def _deal(own: Event | None, sentence: int, role: Role, rest: Around) -> Parties:
    """Return who pays and what for by the deal that the sum belongs to.

    That is its own event, else the last of its kind before it in the paragraph (…を買収すると発表
    した。買収額は…). Whoever joins a round in the next sentence pays for it (Xが主導し、Yも参加した).
    """
    event = own if own and own.type in _DEALS[role] else None
    for other in () if event else rest.events:
        near = sentence - 3 <= other.sentence <= sentence
        if near and other.type in _DEALS[role]:
            same = rest.paragraphs[other.sentence] == rest.paragraphs[sentence]
            event = other if same else event
    if event is None:
        return (), None
    aims = [target for target in event.targets if rest.kinds.get(target) != "place"]
    if event.type == "sell":
        return tuple(aims[1:]), next(iter(aims), None)
    if event.type != "raise_funds":
        return event.agents, next(iter(aims), None)
    joined = (
        e
        for e in rest.events
        if event.sentence <= e.sentence <= event.sentence + 1 and e.type in _JOINS and not e.amounts
    )
    givers = dict.fromkeys(a for e in joined for a in e.agents if a not in event.agents)
    return tuple(givers), next(iter(event.agents), None)


def _is_sum(view: View, position: int) -> bool:
    """Say whether the amount adds up several payments, whose payers are not all told: 累計調達額."""
    return any(word in plain(p) for p in view.items[: position + 1] for word in _TOTALS)


def _left_out(view: View, position: int, governor: int, known: Parties, rest: Around) -> Parties:
    """Return payers and target where the sentence leaves out its subject: the text's topic acts."""
    payers, target = known
    topic = rest.topics.get(view.index)
    if topic is None or any(item.subject for item in view.items[:position]):
        return known
    if view.items[governor].key in _RECEIVES:
        return payers, target or topic
    return (topic,) if topic != target else payers, target


def is_object(view: View, position: int, governor: int | None) -> bool:
    """Say whether the sum, or the noun that it qualifies, is what a verb pays: 50億円の罰金を払う."""
    if governor is None or view.items[governor].passive:
        return False
    between = view.items[position:governor]
    return view.items[governor].key != "だ" and any(p.particle == "を" for p in between)


def plain(phrase: Phrase) -> str:
    """Return the words of a phrase that are no name or number."""
    return "".join(word.text for word in phrase.words if not word.fixed)


def _names(view: View, phrase: Phrase) -> tuple[Mention, ...]:
    return tuple(m for m in named(view, phrase.at) if m.kind not in ("place", "media"))


def _subject_before(view: View, position: int) -> tuple[str, ...]:
    for at in range(position - 1, -1, -1):
        if view.items[at].subject:
            return unique(view.actors(at) or view.owner(at))
    return ()
