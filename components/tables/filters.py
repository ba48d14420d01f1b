"""The filter by company: whom it reaches, and what of each table it keeps."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import numpy as np
import pandas as pd

from components.reading.model import Doc, Relation
from components.tables.frames import sentence_indices

# Head to tail: a company's products, projects and holdings.
HOLDS = frozenset({"developer_of", "owner_of", "participates_in", "founder_of"})
# Tail to head: a company's people and units.
BELONGS = frozenset({"affiliated_with", "founder_of"})
# Whom a step may lead to: a partner or a rival company is somebody else.
OWN = frozenset({"person", "product", "project", "organization"})
MANY = ("actor_ids", "payer_ids")
ONE = ("target_id", "entity_id", "head_id", "tail_id", "subject_id", "reporter_id", "speaker_id")


def reach(doc: Doc, companies: Collection[str]) -> frozenset[str]:
    """Return the companies with their people, products and projects; empty means everything.

    Stargate is reached from OpenAI, but not SoftBank from Stargate; Llama from Meta, but not from
    DeepSeek, which is only built on it. A person leads nowhere further.
    """
    kinds = {entity.id: entity.kind for entity in doc.entities}
    ways: dict[str, list[str]] = {}
    for relation in doc.relations:
        for origin, end in _steps(relation, kinds):
            ways.setdefault(origin, []).append(end)
    reached, waiting = set(companies), list(companies)
    while waiting:
        here = waiting.pop()
        if kinds.get(here) == "person" and here not in companies:
            continue
        for end in ways.get(here, ()):
            if end not in reached:
                reached.add(end)
                waiting.append(end)
    return frozenset(reached)


def narrow(table: pd.DataFrame, ids: Collection[str]) -> pd.DataFrame:
    """Keep the rows whose actors meet `ids`, whole and with their numbers; no ids keep everything.

    A joint project stays one row under any of its members.
    """
    if not ids:
        return table
    wanted = frozenset(ids)
    many = [name for name in MANY if name in table]
    one = [name for name in ONE if name in table] or ([] if many else ["id"])
    keep = [False] * len(table)
    for name in many:
        keep = [k or not wanted.isdisjoint(row) for k, row in zip(keep, table[name], strict=True)]
    for name in one:
        keep = [k or row in wanted for k, row in zip(keep, table[name], strict=True)]
    return table[np.array(keep, dtype=bool)].reset_index(drop=True)


def narrow_lanes(lanes: pd.DataFrame, events: pd.DataFrame, ids: Collection[str]) -> pd.DataFrame:
    """Keep the lanes of `ids` and of those who share one of the (narrowed) events with them."""
    if not ids:
        return lanes
    return narrow(lanes, frozenset(ids).union(*events["actor_ids"]))


def concerned_sentences(doc: Doc, ids: Collection[str]) -> frozenset[int]:
    """Return the indices of the sentences that mention one of `ids` or state a fact about one.

    No ids concern every sentence.
    """
    if not ids:
        return frozenset(range(len(doc.sentences)))
    offsets = [start for start, actors in _stated(doc) if any(actor in ids for actor in actors)]
    return frozenset(sentence_indices(doc, offsets)) - {-1}


def _stated(doc: Doc) -> Iterator[tuple[int, tuple[str | None, ...]]]:
    """Yield where each mention and fact stands, with those whom it concerns."""
    for mention in doc.mentions:
        yield mention.start, (mention.entity,)
    for amount in doc.amounts:
        yield amount.start, (*amount.payers, amount.target)
    for event in doc.events:
        yield event.trigger.start, event.agents + event.targets
    for relation in doc.relations:
        yield relation.evidence.start, (relation.head, relation.tail)
    for rank in doc.ranks:
        yield rank.start, (rank.subject, rank.source)
    for quotation in doc.quotations:
        yield quotation.start, (quotation.speaker,)


def _steps(relation: Relation, kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    head, tail = kinds.get(relation.head), kinds.get(relation.tail)
    if relation.type in HOLDS and (tail in OWN or relation.type == "owner_of"):
        yield relation.head, relation.tail
    if relation.type in BELONGS and head in OWN:
        yield relation.tail, relation.head
