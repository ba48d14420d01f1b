"""The arguments of a predicate: who acts, on what, by whose word."""

from __future__ import annotations

from collections.abc import Sequence

from components.reading import clauses
from components.reading.model import Mention
from components.reading.particles import particles
from components.reading.paying import paying
from components.reading.views import View

_OBJECTS = (
    "を",
    "に",
    "へ",
    "と",
    "への",
    "に対し",
    "に対して",
    "をめぐり",
    "を通じて",
    "を通して",
    "を通じ",
)
_DOERS = ("による", "によって", "により", "に", "から")
_SOURCE = ("によると", "によれば")
_SETTING = ("では", "で", "内では")


def unique(found: Sequence[Mention]) -> tuple[str, ...]:
    """Return the entities of some mentions, each once, in their order."""
    return tuple(dict.fromkeys(mention.entity for mention in found))


def source(view: View) -> tuple[int, Mention] | None:
    """Return who the sentence says it from, with the phrase: ロイターによると → ロイター."""
    for position, item in enumerate(view.items):
        if item.particle in _SOURCE and (named := view.actors(position)):
            return position, named[-1]
    return None


def subject(view: View, index: int, skip: int | None = None) -> tuple[Mention, ...]:
    """Return the names in the subject of the predicate `view.items[index]`.

    A subject without a name stands for its owner (同社のモデルは → 同社). An adnominal predicate
    without a subject takes the noun that it modifies, or else the topic of the sentence. `skip` is
    a phrase that is no subject because it names the deed itself (課金が発生する).
    """
    rows = clauses.subjects(view.items, index, view.acts)
    places = [phrase.at for phrase in rows if phrase.words]
    if skip is not None and skip in places:
        places = []
    found = [m for p in places for m in view.actors(p)]
    if len(places) > 1 and found and not view.actors(places[-1]):
        found += view.owner(places[-1])  # 甲行、乙行、丙行の3行は: the last of a row that の closes
    if not found and places:
        found = [*view.owner(places[-1])] or [*named(view, places[-1])]
    if not found and not places:
        found = list(_elsewhere(view, index))
    return tuple(found)


def _elsewhere(view: View, index: int) -> tuple[Mention, ...]:
    item = view.items[index]
    if item.adnominal and not item.passive:
        head = clauses.modified(view.items, index)[-1].at
        if view.acts(view.items[head]):
            return tuple(m for p in clauses.listed(view.items, head) for m in view.actors(p.at))
    for position in range(index - 1, -1, -1):
        if view.items[position].particle.endswith("は") and view.items[position].subject:
            return view.actors(position) or view.owner(position)
    return ()


def agents(view: View, index: int, skip: int | None = None) -> tuple[str, ...]:
    """Return who does the predicate `view.items[index]`, as entity ids.

    In the passive the doer is marked by による or に. Where no subject is named, the place that the
    sentence is set in acts for its government: 米国では規制が強化される.
    """
    if view.items[index].passive:
        return unique(_doers(view, index)) or unique(_maker(view, index))
    found = subject(view, index, skip)
    if found and (allies := _allies(view, index)):
        found = (*found, *allies)
    if not found:
        found = tuple(
            m
            for position in range(index)
            if view.items[position].particle in _SETTING
            for m in view.mentions[position]
            if m.kind == "place" and view.items[position].particle != "で"
        )
    return unique(found)


def _allies(view: View, index: int) -> tuple[Mention, ...]:
    """Return with whom somebody does something: 甲社は乙社と組み、丙社を買収する."""
    for item in reversed(view.items[1:index]):
        if item.key in particles("allies") and not item.adnominal:
            beside = view.items[item.at - 1]
            return named(view, beside.at) if beside.particle == "と" else ()
        if item.subject or item.particle.endswith("も"):
            break  # 乙社と組み、海外でも投資を決めた: alone
    return ()


def _doers(view: View, index: int) -> list[Mention]:
    found: list[Mention] = []
    for phrase in clauses.clause(view.items, index):
        position = phrase.at
        if phrase.particle in _DOERS and not view.acts(phrase):
            found += _members(view, view.noun_phrase(position))
        elif phrase.particle in _DOERS:
            row = clauses.coordinated(view.items, position)
            every = [m for member in row for m in view.actors(member.at)]
            found += [m for m in every if m.kind not in ("product", "project")]
    return found


def _maker(view: View, index: int) -> tuple[Mention, ...]:
    """Return whose thing is done something to: 発表された同社の最新モデル is 同社's to announce."""
    for position in _patients(view, index):
        if found := view.owner(position):
            return found
    return ()


def _patients(view: View, index: int) -> list[int]:
    if view.items[index].adnominal:
        return [clauses.modified(view.items, index)[-1].at]
    rows = clauses.subjects(view.items, index, view.acts)
    return [phrase.at for phrase in rows if phrase.words]


def targets(view: View, index: int) -> tuple[str, ...]:
    """Return what the predicate is done to, or through: the names under を, に, へ, を通じて.

    A noun without a name stands for the names that qualify it: DeepSeekの成功を → DeepSeek.
    """
    found: list[Mention] = []
    if view.items[index].passive:
        for position in _patients(view, index):
            found += view.actors(position)
    for phrase in clauses.clause(view.items, index):
        if phrase.particle.rstrip("も") in _OBJECTS:
            found += named(view, phrase.at)
    return unique([m for m in found if m.kind != "place"] or found)


def named(view: View, position: int) -> tuple[Mention, ...]:
    """Return the names that a noun phrase is about: its head's, else those that qualify it."""
    whole = view.noun_phrase(position)
    for here in reversed(whole):
        inside = view.actors(here)
        if inside:
            row = clauses.coordinated(view.items, here)
            return tuple(m for p in row for m in view.actors(p.at))
    return _members(view, whole)


def _members(view: View, whole: range) -> tuple[Mention, ...]:
    """Return who makes up a group without a name: ベイン社を軸とする連合に, 甲社と乙社からなる陣営."""
    first = whole[0] - 1
    if (
        first < 0
        or not view.items[first].adnominal
        or view.items[whole[-1]].head not in paying("group")
    ):
        return ()
    cases = ("を", "から", "が", "の", "で", "")
    before = (p for p in clauses.clause(view.items, first) if p.particle in cases)
    inner = (*before, view.items[first])
    rows = [clauses.coordinated(view.items, phrase.at) for phrase in inner if view.acts(phrase)]
    return tuple(m for row in rows[-1:] for p in row for m in view.actors(p.at))
