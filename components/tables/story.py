"""What the facts say as a whole: the headline, what is left unsaid, how much is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from components.reading.model import Amount, Date, Doc, Rank
from components.tables.frames import fact_id, label_of, named, names, provenance
from components.tables.happenings import event_label
from components.tables.money import (
    amount_name,
    bearer_of,
    period_unstated,
    undivided,
    value_label,
)
from components.tables.retold import told_below
from components.texts import Texts
from components.wording import abutted, amount_phrase, date_label

# A title of more than three parts is no title.
PARTS = 3


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many numbers the text has, `shown` in a chart or table or `listed` with a reason."""

    numbers: int
    shown: int
    listed: int


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Something that the text leaves out about a fact.

    `kind` is period, split, ranking or year; `fact` is the id of the fact, which stands at
    `start` to `end` in `sentence`, in the `paragraph` counted from 1.
    """

    kind: str
    text: str
    fact: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    sentence_end: int
    paragraph: int


def coverage(doc: Doc) -> Coverage:
    """Count the numbers of the text; a number that is both a fact and uncharted counts as listed.

    昨年 is a date without a number, so it does not count.
    """
    listed = {(number.start, number.end) for number in doc.uncharted}
    facts: tuple[Amount | Date | Rank, ...] = (*doc.amounts, *doc.dates, *doc.ranks)
    found = {(f.start, f.end) for f in facts if any(sign.isnumeric() for sign in f.text)}
    shown = len(found - listed)
    return Coverage(shown + len(listed), shown, len(listed))


def coverage_line(doc: Doc, t: Texts) -> str:
    """Return the coverage as a line: 本文の数字 4 件、うち 4 件を表示."""
    count = coverage(doc)
    form = {0: "none", 1: "one"}.get(count.numbers, "many")
    line = t(f"tables.coverage.{form}", numbers=count.numbers, shown=count.shown)
    return line + (t("tables.coverage.listed", listed=count.listed) if count.listed else "")


def unsaid(doc: Doc, t: Texts) -> list[Unsaid]:
    """List what the text leaves unsaid about its sums, ranks and dates, in its order."""
    found = [*_unsaid_amounts(doc, t), *_unsaid_ranks(doc, t), *_unsaid_years(doc, t)]
    found.sort(key=lambda item: item[3:])
    places = provenance(doc, [(start, end) for _, _, _, start, end in found])
    return [
        Unsaid(
            *item,
            sentence=str(place["sentence"]),
            sentence_start=int(str(place["sentence_start"])),
            sentence_end=int(str(place["sentence_end"])),
            paragraph=int(str(place["paragraph"])),
        )
        for item, place in zip(found, places, strict=True)
    ]


def headline(doc: Doc, t: Texts, ids: Collection[str] = ()) -> str:
    """Return a title made from the facts: Meta は 600億ドル以上、Stargate は約 5,000億ドル.

    The largest investments whose payers are told, else the largest other sums; else the first
    event, else the actors mentioned most; of the entities `ids` alone where there are some.
    """
    below = told_below(doc)
    own = [
        a
        for index, a in enumerate(doc.amounts)
        if index not in below
        and a.restates is None
        and _size(a) is not None
        and _meets(ids, *a.payers, a.target)
    ]
    invested = [amount for amount in own if amount.role == "investment"]
    drawn = [a for a in invested if a.payers or a.target] or invested or own
    if drawn:
        # Text order among the largest: the article's own order of telling.
        paid = [amount for amount in drawn if amount.payers] or drawn
        largest = sorted(paid, key=lambda amount: -(_size(amount) or Decimal(0)))[:PARTS]
        largest.sort(key=lambda amount: amount.start)
        return t("tables.headline.join").join(_clause(doc, amount, t) for amount in largest)
    called = names(doc, t)
    for event in doc.events:
        if event.agents and _meets(ids, *event.agents, *event.targets):
            label = event_label(doc, event, called, t)
            return t("tables.headline.event", agents=named(event.agents, called, t), label=label)
    counts = Counter(m.entity for m in doc.mentions if m.kind != "place" and _meets(ids, m.entity))
    if counts:
        top = t("tables.list").join(called.get(id_, id_) for id_, _ in counts.most_common(PARTS))
        return t("tables.headline.actors", names=top)
    return t("tables.headline.nothing")


def _meets(ids: Collection[str], *actors: str | None) -> bool:
    return not ids or any(actor in ids for actor in actors)


Finding = tuple[str, str, str, int, int]


def _unsaid_amounts(doc: Doc, t: Texts) -> Sequence[Finding]:
    called, kinds = names(doc, t), {entity.id: entity.kind for entity in doc.entities}
    whole, below, found = undivided(doc), told_below(doc), []
    for index, amount in enumerate(doc.amounts):
        if index in below or amount.restates is not None or _size(amount) is None:
            continue
        asked = {"split": index in whole, "period": period_unstated(amount)}
        words = {
            "label": amount_name(doc, amount, kinds, called, t)
            if bearer_of(amount, kinds)
            else label_of("tables.role", amount.role, t),
            "value": value_label(amount, t),
            "names": named(amount.payers, called, t),
        }
        found += [
            (kind, t(f"tables.unsaid.{kind}", **words), fact_id("amount", index), *_place(amount))
            for kind, missing in asked.items()
            if missing
        ]
    return found


def _unsaid_ranks(doc: Doc, t: Texts) -> Sequence[Finding]:
    called = names(doc, t)
    found = []
    for index, rank in enumerate(doc.ranks):
        source = named((rank.source,), called, t)
        key = "tables.unsaid.ranking_source" if source else "tables.unsaid.ranking"
        text = t(key, text=rank.text, source=source)
        found.append(("ranking", text, fact_id("rank", index), rank.start, rank.end))
    return found


def _unsaid_years(doc: Doc, t: Texts) -> Sequence[Finding]:
    found = []
    for index, date in enumerate(doc.dates):
        if not date.edtf.startswith("XXXX"):
            continue
        if date.resolved:
            label = date_label(date.resolved, t)
            text = t("tables.unsaid.year_inferred", text=date.text, date=label)
        else:
            text = t("tables.unsaid.year", text=date.text)
        found.append(("year", text, fact_id("date", index), date.start, date.end))
    return found


def _place(amount: Amount) -> tuple[int, int]:
    return amount.start, amount.end


def _size(amount: Amount) -> Decimal | None:
    return max((bound for bound in (amount.low, amount.high) if bound is not None), default=None)


def _clause(doc: Doc, amount: Amount, t: Texts) -> str:
    kinds = {entity.id: entity.kind for entity in doc.entities}
    form = "investment" if amount.role == "investment" else "other"
    if not amount.payers and not amount.target:
        form = "nobody"
    value = amount_phrase(amount.low, amount.high, amount.mod, amount.currency, t)
    return t(
        f"tables.headline.{form}",
        who=abutted(amount_name(doc, amount, kinds, names(doc, t), t), t),
        role=label_of("tables.role", amount.role, t),
        amount=abutted(value, t),
    )
