"""Dates, ranks, quotations and the numbers that no chart shows, as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from components.reading.model import Doc, Rank
from components.tables.frames import Row, fact_id, frame, named, names, provenance, sentence_indices
from components.texts import Texts
from components.wording import date_label

DATES = {
    "id": "str",
    "text": "str",
    "edtf": "str",
    "resolved": "str",
    "date_label": "str",
    "inferred": "bool",
    "actor_ids": "object",
}
RANKS = {
    "id": "str",
    "text": "str",
    "low": "int64",
    "high": "int64",
    "rank_label": "str",
    "subject": "str",
    "subject_id": "str",
    "reporter": "str",
    "reporter_id": "str",
    "note": "str",
}
QUOTATIONS = {
    "id": "str",
    "text": "str",
    "speaker": "str",
    "speaker_id": "str",
    "actor_ids": "object",
}
UNCHARTED = {"id": "str", "text": "str", "why": "str", "why_label": "str", "actor_ids": "object"}


def dates(doc: Doc, t: Texts) -> pd.DataFrame:
    """Return the dates as stated and as resolved; `actor_ids` are of their events and sums."""
    concerned: defaultdict[int | None, list[str]] = defaultdict(list)
    for event in doc.events:
        concerned[event.date] += event.agents + event.targets
    for amount in doc.amounts:
        concerned[amount.date] += (*amount.payers, *filter(None, [amount.target]))
    places = provenance(doc, [(date.start, date.end) for date in doc.dates])
    rows: list[Row] = [
        {
            "id": fact_id("date", index),
            "text": date.text,
            "edtf": date.edtf,
            "resolved": date.resolved or "",
            "date_label": date_label(date.resolved or date.edtf, t, date.edtf),
            "inferred": date.inferred,
            "actor_ids": _unique(concerned[index]),
            **places[index],
        }
        for index, date in enumerate(doc.dates)
    ]
    return frame(DATES, rows)


def ranks(doc: Doc, t: Texts) -> pd.DataFrame:
    """Return the ranks; `reporter` is the source that the text names, the ranking has no name."""
    called = names(doc, t)
    places = provenance(doc, [(rank.start, rank.end) for rank in doc.ranks])
    rows: list[Row] = [
        {
            "id": fact_id("rank", index),
            "text": rank.text,
            "low": rank.low,
            "high": rank.high,
            "rank_label": rank_label(rank, t),
            "subject": named((rank.subject,), called, t),
            "subject_id": rank.subject or "",
            "reporter": named((rank.source,), called, t),
            "reporter_id": rank.source or "",
            "note": t("tables.ranks.unnamed"),
            **places[index],
        }
        for index, rank in enumerate(doc.ranks)
    ]
    return frame(RANKS, rows)


def rank_label(rank: Rank, t: Texts) -> str:
    """Return a rank in words: 1位から10位まで."""
    form = "place" if rank.low == rank.high else "top"
    return t(f"tables.ranks.{form}", low=rank.low, high=rank.high)


def quotations(doc: Doc, t: Texts) -> pd.DataFrame:
    """Return the quotations; `actor_ids` are the speaker and those in the quotation's events."""
    called = names(doc, t)
    concerned: defaultdict[int | None, list[str]] = defaultdict(list)
    for event in doc.events:
        concerned[event.quotation] += event.agents + event.targets
    places = provenance(doc, [(quotation.start, quotation.end) for quotation in doc.quotations])
    rows: list[Row] = [
        {
            "id": fact_id("quotation", index),
            "text": quotation.text,
            "speaker": named((quotation.speaker,), called, t),
            "speaker_id": quotation.speaker or "",
            "actor_ids": _unique([*filter(None, [quotation.speaker]), *concerned[index]]),
            **places[index],
        }
        for index, quotation in enumerate(doc.quotations)
    ]
    return frame(QUOTATIONS, rows)


def uncharted(doc: Doc, t: Texts) -> pd.DataFrame:
    """Return the numbers that no chart shows and why; `actor_ids` are whom the sentence names."""
    at = sentence_indices(doc, [mention.start for mention in doc.mentions])
    named_in: defaultdict[int, list[str]] = defaultdict(list)
    for mention, index in zip(doc.mentions, at, strict=True):
        named_in[index].append(mention.entity)
    places = provenance(doc, [(number.start, number.end) for number in doc.uncharted])
    own = sentence_indices(doc, [number.start for number in doc.uncharted])
    rows: list[Row] = [
        {
            "id": fact_id("uncharted", index),
            "text": number.text,
            "why": number.why,
            "why_label": t(f"why.{number.why}"),
            "actor_ids": _unique(named_in[own[index]]) if own[index] >= 0 else (),
            **places[index],
        }
        for index, number in enumerate(doc.uncharted)
    ]
    return frame(UNCHARTED, rows)


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
