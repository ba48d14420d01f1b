"""What the article page says about a highlight: a card for each entity and each fact, as data.

Cards hold plain words only; the browser puts them in as text, never as HTML.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from components import tables
from components.reading.model import Doc, Entity
from components.texts import Texts, kinds
from components.wording import money

Card = dict[str, Any]
Record = Mapping[str, Any]

# Which columns of a fact's row stand on its card, in this order; empty ones are left out.
ROWS: Mapping[str, str] = {
    "amount": "text low high mod_label role_label payers target status_label period note",
    "date": "text edtf resolved",
    "rank": "text subject reporter note",
    "quotation": "speaker",
    "uncharted": "why_label",
    "event": "type_label trigger agents targets amounts quotation date_label reporter status_label",
    "relation": "head type_label tail text",
}


def cards(doc: Doc, t: Texts, made: Mapping[str, pd.DataFrame] | None = None) -> Card:
    """Return the cards of a Doc in the interface's language.

    `made` are tables of the Doc that are there already, by kind: "amount", "event".
    `entities` and `facts` map ids to cards; `mentions` has the entity id of every mention, and
    `standins` the indices of those that are no name (同社, 両社).
    """
    shares = _shares(doc)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in doc.mentions:
        forms[mention.entity][mention.text] += 1
    drawn = set(tables.lanes(doc, t)["id"])
    drawn |= {end for relation in doc.relations for end in (relation.head, relation.tail)}
    return {
        "entities": {
            entity.id: _entity(entity, forms[entity.id], shares[entity.id], t)
            | {"drawn": entity.id in drawn}
            for entity in doc.entities
            if entity.id in forms
        },
        "facts": dict(_facts(doc, made or {}, t)),
        "mentions": [mention.entity for mention in doc.mentions],
        "standins": [i for i, mention in enumerate(doc.mentions) if mention.via == "anaphor"],
    }


def _entity(entity: Entity, forms: Counter[str], shares: list[str], t: Texts) -> Card:
    name, other = entity.name, entity.name_en
    if t.language == "en" and other:
        name, other = other, name
    written = t("article.card.list").join(
        t("article.card.form", form=form, count=count) for form, count in forms.most_common()
    )
    listed = "listed" if entity.listed else "unlisted"
    return {
        "kind": entity.kind,
        "label": kinds()[entity.kind][t.language],
        "title": name,
        "other": "" if other == name else other,
        "rows": [
            [t("article.card.written"), written],
            [t("article.card.vocabulary"), t(f"article.card.{listed}")],
        ],
        "facts": shares,
    }


def _facts(doc: Doc, made: Mapping[str, pd.DataFrame], t: Texts) -> Iterator[tuple[str, Card]]:
    makers = {
        "amount": tables.amounts,
        "date": tables.dates,
        "rank": tables.ranks,
        "quotation": tables.quotations,
        "uncharted": tables.uncharted,
        "event": tables.events,
        "relation": tables.relations,
    }
    leads = _leads(doc)
    for kind, make in makers.items():
        frame = made[kind] if kind in made else make(doc, t)
        headings = {column: tables.column_label(column, t) for column in ROWS[kind].split()}
        for row in tables.records(frame):
            title, line = _titles(kind, row, t)
            card = {
                "kind": "number" if kind == "uncharted" else kind,
                "label": kinds()[kind][t.language]
                if kind in kinds()
                else t(f"article.kind.{kind}"),
                "title": title,
                "line": line,
                "rows": _rows(kind, row, headings, doc, t),
                "lead": leads.get(row["id"], ""),
            }
            yield row["id"], card


def _titles(kind: str, row: Record, t: Texts) -> tuple[str, str]:
    """Return a fact's title on its card, and the line that names it on another card."""
    if kind == "amount":
        return row["value_label"], f"{row['label']} {row['value_label']}"
    if kind == "event":
        who = row["agents"] or row["reporter"]
        line = t("article.card.does", who=who, what=row["label"]) if who else row["label"]
        return row["label"], line
    if kind == "relation":
        line = t("article.card.tie", head=row["head"], verb=row["type_label"], tail=row["tail"])
    elif kind == "quotation":
        line = t("tables.quote", text=row["text"])
    else:
        line = row[{"date": "date_label", "rank": "rank_label", "uncharted": "text"}[kind]]
    return line, line


def _rows(
    kind: str, row: Record, headings: Mapping[str, str], doc: Doc, t: Texts
) -> list[list[str]]:
    rows = []
    for column, heading in headings.items():
        value = row.get(column, "")
        if kind == "amount" and column in {"low", "high"}:
            bound = isinstance(value, Decimal)
            value = money(value, row["currency"], t) if bound else t("article.card.unstated")
        elif kind == "amount" and column == "mod_label" and row["qualifier"]:
            value = t("article.card.worded", value=value, words=row["qualifier"])
        elif kind == "date" and column == "resolved" and value and row["inferred"]:
            value = t("article.card.inferred", value=value)
        elif kind == "relation" and column == "text":
            value = doc.article.text[row["start"] : row["end"]]
        if value:
            rows.append([heading, str(value)])
    return rows


def _leads(doc: Doc) -> dict[str, str]:
    """Map each fact to the id under which a chart draws it: a date leads to its event."""
    leads = {f"relation-{index}": f"relation-{index}" for index in range(len(doc.relations))}
    below = tables.told_below(doc)
    for index, amount in enumerate(doc.amounts):
        own = index if amount.restates is None else amount.restates
        drawn = below.get(own, own)
        if doc.amounts[drawn].low is not None or doc.amounts[drawn].high is not None:
            leads[f"amount-{index}"] = f"amount-{drawn}"
    for index, event in enumerate(doc.events):
        leads[f"event-{index}"] = f"event-{index}"
        leads.setdefault(f"date-{event.date}", f"event-{index}")
        leads.setdefault(f"quotation-{event.quotation}", f"event-{index}")
    for index, amount in enumerate(doc.amounts):
        leads.setdefault(f"date-{amount.date}", leads.get(f"amount-{index}", ""))
    return leads


def _shares(doc: Doc) -> defaultdict[str, list[str]]:
    """Map each entity to the facts that it takes part in, in the order of the text."""
    found: list[tuple[int, str, tuple[str | None, ...]]] = []
    for index, amount in enumerate(doc.amounts):
        found.append((amount.start, f"amount-{index}", (*amount.payers, amount.target)))
    for index, event in enumerate(doc.events):
        actors = (*event.agents, *event.targets, event.reporter)
        found.append((event.trigger.start, f"event-{index}", actors))
    for index, tie in enumerate(doc.relations):
        found.append((tie.evidence.start, f"relation-{index}", (tie.head, tie.tail)))
    for index, rank in enumerate(doc.ranks):
        found.append((rank.start, f"rank-{index}", (rank.subject, rank.source)))
    for index, quotation in enumerate(doc.quotations):
        found.append((quotation.start, f"quotation-{index}", (quotation.speaker,)))
    shares: defaultdict[str, list[str]] = defaultdict(list)
    for _, fact, actors in sorted(found, key=lambda each: each[:2]):
        for actor in dict.fromkeys(filter(None, actors)):
            shares[actor].append(fact)
    return shares
