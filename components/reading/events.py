"""Events: who did what to whom, when, for how much, in which sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from components.reading.arguments import agents, named, source, targets, unique
from components.reading.clauses import clause, clefted, modified, subjects
from components.reading.model import Event, Sentence, Span, Status
from components.reading.phrases import Phrase
from components.reading.views import View
from components.reading.wordlists import table

# Deeds that are either done or not: said in the plain present they are still to come.
_TO_COME = (
    "invest", "acquire", "release", "raise_funds", "partner", "join", "sell", "found", "list",
)  # fmt: skip
# A label of more characters than these is no label.
_LABEL = 30
_MEASURED = ("として", "としては", "では")  # 甲社の買収としては過去最大: of those that it made
_GENITIVES = ("の", "による", "への", "に対する")
_STRENGTH = ("強化", "拡大", "計画", "合意", "案", "額", "措置", "方針", "発表", "規模", "提案")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A line of `predicates.tsv`."""

    key: str
    type: str
    status: str
    genitive: str


@cache
def predicates() -> dict[str, Predicate]:
    """Return `data/vocabulary/predicates.tsv` by key."""
    found = table("predicates.tsv")
    return {
        r.values["key"]: Predicate(*(r.values[c] for c in ("key", "type", "status", "genitive")))
        for r in found
    }


@cache
def statuses() -> dict[str, Status]:
    """Return `data/vocabulary/statuses.tsv`: a governing verb → how far the deed has come."""
    found = table("statuses.tsv")
    return {r.values["key"]: cast("Status", r.values["status"]) for r in found}


def events(seen: Sequence[View], parts: Sequence[Sentence]) -> tuple[Event, ...]:
    """Return the events of an article in the order of its text.

    A sentence makes an event where its predicate, the noun that its predicate governs (投資を発表),
    or a bare noun of doing with its object (TikTokの規制強化) stands in `predicates.tsv`, and
    somebody named takes part. A sentence without a subject goes on with the topic of the one
    before it in its paragraph (centering: the topic continues where nothing replaces it).
    """
    found: list[Event] = []
    topic: tuple[str, ...] = ()
    for view in seen:
        if view.index and parts[view.index].paragraph != parts[view.index - 1].paragraph:
            topic = ()
        here: list[Event] = []
        for index, item in enumerate(view.items):
            event = None
            if item.key:
                event = _of_predicate(view, index, topic)
            elif index and view.items[index - 1].particle in _GENITIVES:
                event = _of_noun(view, index)
            if event and not any(_same(event, other) for other in here):
                here.append(event)
        found += _completed(here, view, found)
        topic = _topic(view) or topic
    return tuple(found)


def _topic(view: View) -> tuple[str, ...]:
    for item in view.items:
        if item.subject and (item.particle.endswith("は") or clefted(view.items, item)):
            return unique(view.actors(item.at) or view.owner(item.at))
    return ()


def _of_predicate(view: View, index: int, topic: tuple[str, ...]) -> Event | None:
    item = view.items[index]
    governed = _governed(view, index)
    predicate = governed[0] if governed else predicates().get(item.key)
    if predicate is None:
        return None
    noun = governed[1] if governed else None
    own = noun if noun is not None and view.items[noun].subject else None
    doers = agents(view, index, own)
    if not doers and not item.passive and not item.adnominal and not _has_subject(view, index):
        doers = topic
    aims = targets(view, index)
    if predicate.type == "build_on" and item.passive:
        doers, aims = aims, ()  # what is built on something is the subject of the passive
    if predicate.type == "sell":
        aims = _sold_first(view, index, aims)
    reporter = _reporter(view)
    aims = tuple(aim for aim in aims if aim not in doers)
    told = tuple(doer for doer in doers if doer != reporter)
    if not told and not aims:
        return None
    inside = _own(view, index)
    return Event(
        predicate.type,
        Span(_trigger(view.items[noun], predicate) if noun is not None else item.start, item.end),
        view.index,
        told,
        aims,
        tuple(i for p in (*inside, item, *_paid(view, index)) for i in view.amounts[p.at]),
        next((i for p in inside for i in view.dates[p.at]), None),
        _status(view, index, predicate),
        reporter,
        next((i for p in inside for i in view.quotes[p.at]), None),
        Span(_begin(view, index), item.end),
    )


def _sold_first(view: View, index: int, aims: tuple[str, ...]) -> tuple[str, ...]:
    """Put what is sold (を) before whom it is sold to (に)."""
    sold = unique(
        [m for p in clause(view.items, index) if p.particle == "を" for m in named(view, p.at)]
    )
    return tuple(sorted(aims, key=lambda aim: aim not in sold))


def _begin(view: View, index: int) -> int:
    """Return where the objects of a predicate begin: at the last subject, comma or clause before it,
    and no further back than fits a label.
    """
    first = index
    for item in reversed(view.items[:index]):
        closed = item.key and not item.adnominal
        if item.subject or item.comma or closed or view.items[index].end - item.start > _LABEL:
            break
        first = item.at
    while first < index and (view.items[first].key or not view.items[first].particle):
        first += 1
    return view.items[first].start


def _has_subject(view: View, index: int) -> bool:
    return any(item.subject for item in view.items[:index])


def _governed(view: View, index: int) -> tuple[Predicate, int] | None:
    """Return the line of the table that a noun and its verb make together, and the noun's place.

    恩恵を受け is in the table itself; in AI投資を発表 the noun is, and the verb is one of status.
    """
    key = view.items[index].key
    if key not in statuses() and not _takes_a_noun(key):
        return None
    for phrase in reversed(clause(view.items, index)):
        particle = "を" if phrase.particle == "も" else phrase.particle
        for noun in _endings(phrase) if _takes_a_noun(particle + key) else ():
            if found := predicates().get(noun + particle + key):
                return found, phrase.at
        if particle == "を" and key in statuses() and (found := _deed(phrase)):
            return found, phrase.at
    return None


@cache
def _takes_a_noun(key: str) -> bool:
    """Say whether a line of `predicates.tsv` joins a noun to this verb: 恩恵を受ける."""
    return any(line.endswith(key) and line != key for line in predicates())


def _deed(phrase: Phrase) -> Predicate | None:
    if phrase.key:
        return None
    for noun in _endings(phrase):
        if noun in predicates():
            return predicates()[noun]
    return None


def _endings(phrase: Phrase) -> list[str]:
    words = [word.text for word in phrase.words if word.start < phrase.end]
    while len(words) > 1 and words[-1] in _STRENGTH:
        words.pop()
    return ["".join(words[first:]) for first in range(max(0, len(words) - 3), len(words))]


def _trigger(phrase: Phrase, predicate: Predicate) -> int:
    noun = predicate.key
    for word in phrase.words:
        if noun.startswith(word.text) and not word.fixed:
            return word.start
    return phrase.start


def _of_noun(view: View, index: int) -> Event | None:
    """Return the event of a bare noun of doing with its object: TikTokの規制強化."""
    item, before = view.items[index], view.items[index - 1]
    governed = item.particle in ("を", "に") and before.particle != "による"
    predicate = None if governed else _deed(item)
    if predicate is None or not predicate.genitive:
        return None
    owner = named(view, index - 1)
    if not owner:
        return None
    doing = before.particle in ("による",) or (
        before.particle == "の" and (predicate.genitive == "agent" or item.particle in _MEASURED)
    )
    doers = [p for p in view.items[:index] if p.particle in ("では", "には", "は", "による")]
    setting = tuple(m for phrase in doers for m in view.mentions[phrase.at])
    return Event(
        predicate.type,
        Span(_trigger(item, predicate), item.end),
        view.index,
        unique(owner) if doing else tuple(e for e in unique(setting) if e not in unique(owner)),
        () if doing else unique(owner),
        view.amounts[index] + view.amounts[index - 1],
        reporter=_reporter(view),
    )


def _own(view: View, index: int) -> list[Phrase]:
    """Return the phrases of a predicate's clause that are not another subject's."""
    inside = clause(view.items, index)
    if not any(view.amounts[p.at] or view.dates[p.at] or view.quotes[p.at] for p in inside):
        return []
    own = {p.at for p in subjects(view.items, index, view.acts) if view.acts(p)}
    first = min(own, default=0)
    # 甲社は2兆円、乙社も3億円の投資を公表した: what follows 甲社は up to 乙社も is of 甲社.
    rival = next((p.at for p in inside if p.subject and p.at < first and view.acts(p)), first)
    return [p for p in inside if not rival < p.at < first]


def _paid(view: View, index: int) -> tuple[Phrase, ...]:
    """Return the noun with a sum that a clause modifies: 甲社が主導した31億円の増資."""
    item = view.items[index]
    return modified(view.items, index)[:1] if item.adnominal and not item.passive else ()


def _status(view: View, index: int, predicate: Predicate) -> Status:
    item = view.items[index]
    if item.key in statuses():
        return statuses()[item.key]
    if predicate.status:
        return cast("Status", predicate.status)
    if item.negative:
        return "mentioned"
    last = _finite(view, index)
    if item.past or (last and last.past):
        return "done"
    if item.ongoing or (last and last.ongoing):
        return "under_way"
    return "planned" if predicate.type in _TO_COME and not item.adnominal else "mentioned"


def _finite(view: View, index: int) -> Phrase | None:
    """Return the predicate that gives a chained one its tense: 評し、…強調した."""
    if view.items[index].adnominal or not view.items[index].comma:
        return None
    for item in view.items[index + 1 :]:
        if item.key and not item.adnominal and (item.past or item.ongoing or not item.comma):
            return item
    return None


def _reporter(view: View) -> str | None:
    said = source(view)
    return said[1].entity if said else None


def _same(event: Event, other: Event) -> bool:
    return event.trigger.start < other.trigger.end and other.trigger.start < event.trigger.end


def _completed(here: list[Event], view: View, before: Sequence[Event]) -> list[Event]:
    """Give a second judgement in a row the object of the first: …を評し…。Yも…と称賛し."""
    found: list[Event] = []
    for event in here:
        if event.type == "evaluate" and not event.targets and _also(view, event):
            last = next((e for e in reversed([*before, *found]) if e.type == "evaluate"), None)
            if last and last.sentence >= event.sentence - 1:
                event = replace(event, targets=last.targets)
        found.append(event)
    return found


def _also(view: View, event: Event) -> bool:
    return any(
        item.particle == "も" and any(m.entity in event.agents for m in view.mentions[item.at])
        for item in view.items
    )
