"""Events as a table: what the text tells, and on request dated facts from outside it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import pandas as pd

from components.context import OutsideFact
from components.edtf import date_bounds
from components.reading.model import Doc, Event
from components.tables.frames import (
    PROVENANCE,
    Row,
    fact_id,
    frame,
    label_of,
    named,
    names,
    provenance,
)
from components.tables.money import value_label
from components.texts import Texts
from components.wording import date_label

COLUMNS = {
    "id": "str",
    "number": "int64",
    "type": "str",
    "type_label": "str",
    "label": "str",
    "trigger": "str",
    "date": "str",
    "resolved": "str",
    "date_label": "str",
    "inferred": "bool",
    "outside": "bool",
    "status": "str",
    "status_label": "str",
    "agents": "str",
    "agent_ids": "object",
    "targets": "str",
    "target_ids": "object",
    "actor_ids": "object",
    "amounts": "str",
    "quotation": "str",
    "reporter": "str",
    "note": "str",
}
# More names than this would make a label longer than the mark that it explains.
NAMED = 3
# A label holds one line of a list; the column `quotation` has the whole.
QUOTED = 30
# Up to the last noun, when only an inflection in hiragana follows.
NOUN = re.compile(r".*[^\Wぁ-ゖ]{2,}(?=[ぁ-ゖ]*$)")


def events(doc: Doc, t: Texts, context: Sequence[OutsideFact] = ()) -> pd.DataFrame:
    """Return the events, dated ones first by date, then the undated in the order of telling.

    Facts of `context` are rows with `outside` true, without a place in the text. A date without a
    year is no place on a calendar: its event counts as undated and keeps its `date_label`.
    """
    called = names(doc, t)
    places = provenance(doc, [(e.trigger.start, e.trigger.end) for e in doc.events])
    rows = [_row(doc, index, called, t) | places[index] for index in range(len(doc.events))]
    rows += [_outside_row(index, fact, called, t) for index, fact in enumerate(context)]
    rows.sort(key=_order)
    return frame(COLUMNS, [row | {"number": n} for n, row in enumerate(rows, 1)])


def event_label(doc: Doc, event: Event, called: Mapping[str, str], t: Texts) -> str:
    """Return an event in a few words: 「オープンソースの力」, Stargate 約 5,000億ドル, R1を発表."""
    targets = _few(event.targets, called, t)
    if event.quotation is not None:
        words = doc.quotations[event.quotation].text
        short = words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…"
        return t("tables.quote", text=short)
    if event.amounts:
        sums = _sums(doc, event, t)
        about = targets or label_of("tables.role", doc.amounts[event.amounts[0]].role, t)
        return t("tables.amounts_of", target=about, amounts=sums)
    form = "target" if targets else "bare"
    known = f"tables.event.{event.type}.{form}" in t.entries
    key = f"tables.event.{event.type if known else 'other'}.{form}"
    words = "" if targets else _phrase(doc, event)
    said = t(key, target=targets, trigger=words or _deed(doc, event, t))
    if words and t.language == "en":
        return t("tables.event_words", label=said, words=words)
    return said


def _phrase(doc: Doc, event: Event) -> str:
    """Return the deed with its objects in the words of the text: AI分野へ転身; "" without any."""
    if event.phrase is None or event.phrase.start >= event.trigger.start:
        return ""
    objects = doc.article.text[event.phrase.start : event.trigger.start]
    noun = NOUN.match(_trigger(doc, event))
    return objects + (noun[0] if noun else _trigger(doc, event))


def _row(doc: Doc, index: int, called: Mapping[str, str], t: Texts) -> Row:
    event = doc.events[index]
    date = None if event.date is None else doc.dates[event.date]
    quotation = None if event.quotation is None else doc.quotations[event.quotation]
    resolved = (date.resolved or date.edtf) if date else ""
    return {
        "id": fact_id("event", index),
        "type": event.type,
        "type_label": _type_label(event.type, t),
        "label": event_label(doc, event, called, t),
        "trigger": _trigger(doc, event),
        "date": date.edtf if date else "",
        "resolved": resolved if date_bounds(resolved) else "",
        "date_label": date_label(resolved, t, date.edtf) if date else "",
        "inferred": bool(date and date.inferred),
        "outside": False,
        "status": event.status,
        "status_label": t(f"tables.status.{event.status}"),
        "agents": named(event.agents, called, t),
        "agent_ids": event.agents,
        "targets": named(event.targets, called, t),
        "target_ids": event.targets,
        "actor_ids": tuple(dict.fromkeys(event.agents + event.targets)),
        "amounts": _sums(doc, event, t),
        "quotation": quotation.text if quotation else "",
        "reporter": named((event.reporter,), called, t),
        "note": "",
    }


def _outside_row(index: int, fact: OutsideFact, called: Mapping[str, str], t: Texts) -> Row:
    nowhere: Row = {name: "" if dtype == "str" else -1 for name, dtype in PROVENANCE.items()}
    blank: Row = dict.fromkeys(("trigger", "targets", "amounts", "quotation", "reporter"), "")
    return (
        nowhere
        | blank
        | {
            "id": fact_id("context", index),
            "type": "other",
            "type_label": t("tables.outside"),
            "label": fact.text[t.language],
            "date": fact.date,
            "resolved": fact.date,
            "date_label": date_label(fact.date, t),
            "inferred": False,
            "outside": True,
            "status": "outside",
            "status_label": t("tables.status.outside"),
            "agents": named(fact.actors + fact.others, called, t),
            "agent_ids": fact.actors,
            "target_ids": (),
            "actor_ids": fact.actors,
            "note": fact.note.get(t.language, ""),
            "paragraph": 0,
            "source": (urlsplit(fact.source).hostname or "").removeprefix("www."),
            "url": fact.source,
        }
    )


def _order(row: Row) -> tuple[int, datetime.date, datetime.date, int]:
    bounds = date_bounds(str(row["resolved"]))
    start = row["start"] if isinstance(row["start"], int) else -1
    if bounds is None:
        return 1, datetime.date.min, datetime.date.min, start
    return 0, *bounds, start


def _type_label(type_: str, t: Texts) -> str:
    known = f"tables.event.{type_}.label"
    return t(known if known in t.entries else "tables.event.other.label")


def _trigger(doc: Doc, event: Event) -> str:
    return doc.article.text[event.trigger.start : event.trigger.end]


def _deed(doc: Doc, event: Event, t: Texts) -> str:
    """Return the words of an event without the ending that its sentence gave them: 転身した, 転身.

    Words that end in no noun (述べた) are said by the type instead.
    """
    found = NOUN.match(_trigger(doc, event))
    return found[0] if found else _type_label(event.type, t)


def _sums(doc: Doc, event: Event, t: Texts) -> str:
    return t("tables.list").join(value_label(doc.amounts[index], t) for index in event.amounts)


def _few(ids: Sequence[str], called: Mapping[str, str], t: Texts) -> str:
    shown = named(ids[:NAMED], called, t)
    return t("tables.also", names=shown) if len(ids) > NAMED else shown
