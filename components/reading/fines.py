"""Who has to pay a fine: to whom it is given, whose deed it is for, of whom the text tells it."""

from __future__ import annotations

from collections.abc import Sequence

from components.reading.arguments import agents, unique
from components.reading.clauses import clause, coordinated, subjects
from components.reading.doers import cleft, ordered, subject_before
from components.reading.givers import names, sum_before
from components.reading.governed import TOWARDS, Sum
from components.reading.model import Mention
from components.reading.paying import paying
from components.reading.phrases import Phrase
from components.reading.views import View

FINE = "制裁金"  # what a sum is for that goes on with a fine: 次いで乙社が7000万ユーロ


def owing(of: Sum, towards: Sequence[Mention], here: Sequence[Phrase]) -> tuple[str, ...] | None:
    """Return who has to pay a fine, a penalty or what a court orders; None where the sum is none.

    `towards` are the names under に in its clause, `here` the clause: 甲に2億円、乙に1億円を科す.
    """
    view, position = of.view, of.position
    must = fined(view, position) or in_a_headline(view, position, of.word)
    if of.word in paying("fine"):  # 甲社の約39億円が最も重い
        must = must or unique([m for m in view.owner(position) if m.kind == "company"])
        stated = of.key in ("", *paying("is")) or view.items[position].particle == "と"
        must = must or (fined_firms(view, position) if stated else ())
    if must:
        return must
    if of.governor is None or not (of.key in paying("imposes") or ordered(view, of.governor)):
        return None
    if view.items[of.governor].passive:
        return subject_before(view, position) or unique(towards)
    last = sum_before(view, here, position)
    own = [m for p in here if p.particle in TOWARDS and last < p.at for m in names(view, p)]
    nearest = [m for m in own if m.start < of.start] or towards
    return unique(nearest) or accused(view, of.governor)


def fined(view: View, position: int) -> tuple[str, ...]:
    """Return who must pay a sum by the clause that modifies it: メタに科された12億ユーロ."""
    before = view.items[position - 1] if position else None
    if before is None or not before.adnominal or before.key not in paying("imposes"):
        return ()
    if before.passive and (owing := subject_before(view, before.at)):
        return owing  # クアルコムが命じられた60億元
    return _whom(view, before.at)


def fined_firms(view: View, position: int) -> tuple[str, ...]:
    """Return the firms of whom a fine is told: 甲社が加わり、制裁金は計8億ユーロ; 乙社は2億ユーロだった."""
    for at in range(position - 1, -1, -1):
        row = coordinated(view.items, at) if view.items[at].subject else ()
        firms = unique([m for p in row for m in view.actors(p.at) if m.kind == "company"])
        if firms:
            return firms
    return ()


def accused(view: View, governor: int) -> tuple[str, ...]:
    """Return whose deed a penalty is for: 甲社が独占禁止法に違反したとして、罰金を科す."""
    for item in reversed(view.items[:governor]):
        if item.key and item.particle.endswith("として"):
            rows = subjects(view.items, item.at, view.acts)
            topic = bool(rows) and rows[-1].particle.endswith("は")
            return () if topic else agents(view, item.at)  # は is the court that finds so
    return ()


def in_a_headline(view: View, position: int, word: str) -> tuple[str, ...]:
    """Return who must pay by a noun alone: メタに1800億円の制裁金."""
    alone = not any(item.key for item in view.items[position:])
    if not alone or word not in paying("fine"):
        return ()
    to_some = any(p.particle == "に" for p in clause(view.items, position))
    owing_firm = () if to_some else subject_before(view, position)  # 公取委、大手に課徴金101億円
    return _whom(view, position) or owing_firm or cleft(view)


def _whom(view: View, index: int) -> tuple[str, ...]:
    inside = clause(view.items, index)
    return unique([m for p in inside if p.particle in ("に", "に対し") for m in names(view, p)])
