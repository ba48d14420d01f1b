"""Whom a clause names as the source of the money: から and による, a round's investors, lenders."""

from __future__ import annotations

from collections.abc import Sequence

from components.reading.arguments import named, unique
from components.reading.clauses import clause, owners, subjects
from components.reading.model import Mention, Role
from components.reading.paying import paying, says
from components.reading.phrases import Phrase
from components.reading.roles import plain
from components.reading.rounds import FIRMS
from components.reading.views import View

_GIVES = ("融資", "出資", "拠出", "投資", "負担")
LOAN = "融資契約"  # who is と has the money: 甲銀行と100億円の融資契約を結んだ
_FROM = ("による", "から", "からは", "からも", "からの")


def names(view: View, phrase: Phrase) -> tuple[Mention, ...]:
    """Return the names in a phrase that can pay or be paid."""
    return tuple(m for m in named(view, phrase.at) if m.kind not in ("place", "media", "product"))


def sum_before(view: View, phrases: Sequence[Phrase], position: int) -> int:
    """Return where the last of some phrases before `position` that holds a sum stands, -1 for none."""
    return max((p.at for p in phrases if p.at < position and view.amounts[p.at]), default=-1)


def givers(view: View, position: int, here: Sequence[Phrase], role: Role) -> tuple[str, ...]:
    """Return whom the clause names as the source of the money; of a purchase, から is the seller."""
    marks = ("による", "からの") if role == "acquisition" else _FROM
    last = sum_before(view, here, position)
    found = [p for p in here if p.particle in marks and not _inside(view, p, position)]
    own = any(p.subject and view.acts(p) for p in view.items[last + 1 : position])
    nearest = [p for p in found if last < p.at < position] or ([] if own and last >= 0 else found)
    sums = [p for p in view.items if view.amounts[p.at]]
    apart = [
        m
        for p in nearest
        for m in names(view, p)
        if not any(s.start <= m.start < s.stop for s in sums if s.at != p.at)
    ]
    told = (
        apart
        or _of_the_loan(view, position)
        or _asked(view, position)
        or takers(view, position)
        or leaders(view, position)
    )
    return unique(told or _prefixed(view, position) or _of_the_aid(view, position))


def backers(view: View, position: int) -> tuple[str, ...]:
    """Return who leads and who joins a round, by the clauses before its sum.

    甲社が主導し、乙社が支えたシリーズFで130億ドルを; 甲社の主導で6億ドルを.
    """
    found: list[Mention] = []
    last = sum_before(view, view.items, position)
    for item in view.items[last + 1 : position]:
        before = view.items[item.at - 1]
        if item.key in paying("invests") or item.key in paying("heads"):
            rows = subjects(view.items, item.at, view.acts)
            near = [p for p in rows if not p.particle.endswith("は")]
            found += [m for p in near for m in view.actors(p.at)]
        elif item.particle == "で" and before.particle == "の" and plain(item) == "主導で":
            found += names(view, before)
    return unique([m for m in found if m.kind in (*FIRMS, "person")])


def lenders(view: View, position: int) -> tuple[str, ...]:
    """Return with whom a loan is agreed: 甲銀行と融資契約を結び、計19億円の借り入れを終えた."""
    agreed = next((p.at for p in view.items if LOAN in plain(p)), None)
    if agreed is None:
        return ()
    inside = [p for p in clause(view.items, min(agreed, position)) if p.particle == "と"]
    return unique([m for p in inside for m in names(view, p)])


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


def takers(view: View, position: int) -> list[Mention]:
    """Return who takes up new shares: 三井物産など12社を引受先とする増資で45億円を調達した."""
    taken = _taken(view, position)
    if not taken:
        return []
    topic = max((p.at for p in view.items[:taken] if p.particle.endswith("は")), default=-1)
    found = [m for at in range(topic + 1, taken) for m in view.mentions[at]]
    return [m for m in found if m.kind in FIRMS]


def closed(view: View, position: int) -> bool:
    """Say whether a sentence names all who take up new shares: not 甲社など12社を割当先とする."""
    before = view.items[: _taken(view, position)]
    open_ended = any(word.text == "など" for p in before for word in p.words)
    return bool(takers(view, position)) and not open_ended


def _taken(view: View, position: int) -> int:
    """Return where a sentence says who takes up new shares, 0 where it does not."""
    return next((p.at for p in view.items[1:position] if says(plain(p), "taker")), 0)


def leaders(view: View, position: int) -> list[Mention]:
    """Return who leads a round: AnthemisをリードとするシリーズAで600万ドルを得た."""
    for item in view.items[1:position]:
        if says(plain(item), "leads") and view.items[item.at - 1].particle == "を":
            return [*names(view, view.items[item.at - 1])]
    return []


def told_last(view: View, governor: int | None) -> list[Mention]:
    """Return to whom a headline says last that something is sold: 飲料事業を売却　ベガ社に409億円で."""
    rest = view.items[governor + 1 :] if governor is not None else ()
    if any(item.key for item in rest):
        return []
    return [m for p in rest if p.particle == "に" for m in names(view, p)]


def _inside(view: View, phrase: Phrase, position: int) -> bool:
    """Say whether a phrase belongs to a clause before the sum: 甲社から6億ドルを得た乙社が2億ドルを調達."""
    own = position - len(owners(view.items, position)) - 1  # what modifies the sum itself
    between = (item for item in view.items[phrase.at + 1 : own] if item.key)
    return any(item.adnominal and item.key in paying("receives") for item in between)


def _asked(view: View, position: int) -> list[Mention]:
    """Return whom somebody gets to pay: 甲社に50億円の増資を引き受けてもらう."""
    deed = next((p for p in view.items[position:] if p.key), None)
    if deed is None or not any(word.lemma == "貰う" for word in deed.words):
        return []
    inside = (p for p in clause(view.items, position) if p.particle == "に")
    return [m for p in inside for m in names(view, p)]


def _of_the_loan(view: View, position: int) -> list[Mention]:
    """Return whose loan or stake a part is of: みずほ銀行の融資のうち2000億円."""
    deeds = (p for p in owners(view.items, position) if plain(p).startswith(_GIVES))
    return [m for p in deeds for m in view.owner(p.at)]


def _prefixed(view: View, position: int) -> list[Mention]:
    """Return who stands before the deed in one noun with the sum: IMF支援80億ドル."""
    words = view.items[position].words
    inside = view.mentions[position]
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        if first.fixed and second.text in paying("aid") and third.fixed:
            return [m for m in inside if m.end == first.end and m.kind in FIRMS]
    return []


def _of_the_aid(view: View, position: int) -> list[Mention]:
    """Return whose aid the sum is: 経済産業省の補助金として最大129万円."""
    here = [p for p in view.items[: position + 2] if any(w.text in paying("aid") for w in p.words)]
    return [m for p in here[-1:] for m in view.owner(p.at) if m.kind == "organization"]
