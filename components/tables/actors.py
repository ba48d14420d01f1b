"""Actors as tables: the lanes of a timeline, every mention, and the relations between them."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from components.reading.model import Doc
from components.tables.frames import (
    Row,
    fact_id,
    frame,
    kind_label,
    label_of,
    names,
    provenance,
)
from components.texts import Texts

LANES = {
    "id": "str",
    "name": "str",
    "kind": "str",
    "kind_label": "str",
    "listed": "bool",
    "mentions": "int64",
    "first": "int64",
}
MENTIONS = {
    "id": "str",
    "entity_id": "str",
    "entity": "str",
    "kind": "str",
    "kind_label": "str",
    "text": "str",
    "via": "str",
    "via_label": "str",
}
RELATIONS = {
    "id": "str",
    "type": "str",
    "type_label": "str",
    "head_id": "str",
    "head": "str",
    "head_kind": "str",
    "tail_id": "str",
    "tail": "str",
    "tail_kind": "str",
}
# Places and media are where and by whom something is told; they act only in an event.
SETTING = frozenset({"place", "media"})


def lanes(doc: Doc, t: Texts) -> pd.DataFrame:
    """Return the actors in order of first mention, each with its count and provenance of the first.

    Places and media are actors only when they take part in an event.
    """
    called = names(doc, t)
    counts = Counter(mention.entity for mention in doc.mentions)
    firsts: dict[str, tuple[int, int]] = {}
    for mention in doc.mentions:
        place = (mention.start, mention.end)
        firsts[mention.entity] = min(place, firsts.get(mention.entity, place))
    for event in doc.events:
        for actor in event.agents + event.targets:
            firsts.setdefault(actor, (event.trigger.start, event.trigger.end))
    active = {actor for event in doc.events for actor in event.agents + event.targets}
    actors = sorted(
        (e for e in doc.entities if e.id in firsts and (e.kind not in SETTING or e.id in active)),
        key=lambda entity: firsts[entity.id],
    )
    places = provenance(doc, [firsts[actor.id] for actor in actors])
    rows: list[Row] = [
        {
            "id": actor.id,
            "name": called[actor.id],
            "kind": actor.kind,
            "kind_label": kind_label(actor.kind, t),
            "listed": actor.listed,
            "mentions": counts[actor.id],
            "first": firsts[actor.id][0],
            **place,
        }
        for actor, place in zip(actors, places, strict=True)
    ]
    return frame(LANES, rows)


def mentions(doc: Doc, t: Texts) -> pd.DataFrame:
    """Return every mention in the order of the text; 両社 is a row for each company it means."""
    called = names(doc, t)
    places = provenance(doc, [(mention.start, mention.end) for mention in doc.mentions])
    rows: list[Row] = [
        {
            "id": fact_id("mention", index),
            "entity_id": mention.entity,
            "entity": called.get(mention.entity, mention.entity),
            "kind": mention.kind,
            "kind_label": kind_label(mention.kind, t),
            "text": mention.text,
            "via": mention.via,
            "via_label": t(f"tables.via.{mention.via}"),
            **place,
        }
        for index, (mention, place) in enumerate(zip(doc.mentions, places, strict=True))
    ]
    return frame(MENTIONS, rows)


def relations(doc: Doc, t: Texts) -> pd.DataFrame:
    """Return the relations, each with the span that states it: 所属（主任AI科学者）."""
    called = names(doc, t)
    kinds = {entity.id: entity.kind for entity in doc.entities}
    places = provenance(doc, [(r.evidence.start, r.evidence.end) for r in doc.relations])
    rows: list[Row] = [
        {
            "id": fact_id("relation", index),
            "type": relation.type,
            "type_label": relation_label(relation.type, relation.label, t),
            "head_id": relation.head,
            "head": called.get(relation.head, relation.head),
            "head_kind": kinds.get(relation.head, ""),
            "tail_id": relation.tail,
            "tail": called.get(relation.tail, relation.tail),
            "tail_kind": kinds.get(relation.tail, ""),
            **place,
        }
        for index, (relation, place) in enumerate(zip(doc.relations, places, strict=True))
    ]
    return frame(RELATIONS, rows)


def relation_label(type_: str, label: str, t: Texts) -> str:
    """Return a relation's verb, with the text's own word for it where that says more."""
    verb = label_of("tables.relation", type_, t)
    return (
        t("tables.relation.labelled", type=verb, label=label) if label not in {"", verb} else verb
    )
