"""The Doc as JSON, in the form that `data/doc.schema.json` describes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from components.reading.model import Doc, Span

_SHOWN = {
    "entities": ("id", "name", "name_en", "kind", "listed"),
    "mentions": ("start", "end", "text", "kind", "entity"),
    "amounts": (
        "start", "end", "text", "currency", "low", "high", "mod", "role", "payers", "target",
        "restates", "sentence",
    ),
    "dates": ("start", "end", "text", "edtf", "resolved"),
    "ranks": ("start", "end", "text", "low", "high", "subject", "source"),
    "quotations": ("start", "end", "text", "speaker"),
    "events": ("type", "trigger", "sentence", "agents", "targets", "amounts", "date", "status"),
    "relations": ("type", "head", "tail", "evidence"),
    "uncharted": ("start", "end", "text", "why"),
}  # fmt: skip


def to_json(doc: Doc) -> str:
    """Return the Doc as JSON text: bounds are decimal strings, `sentence`, `trigger` and `evidence`
    are {start, end, text}, `amounts`, `date` and `restates` are indices into their lists.
    """
    return json.dumps(to_dict(doc), ensure_ascii=False, indent=1)


def to_dict(doc: Doc) -> dict[str, Any]:
    """Return the same as plain dictionaries and lists."""
    article = doc.article
    about = {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "reference_date": article.reference_date,
        "sha256": article.sha256,
        "length": len(article.text),
    }
    return {"article": about} | {
        group: [_row(doc, item, names) for item in getattr(doc, group)]
        for group, names in _SHOWN.items()
    }


def _row(doc: Doc, item: Any, names: Sequence[str]) -> dict[str, Any]:
    known = {field.name for field in fields(item)}
    return {name: _value(doc, name, getattr(item, name)) for name in names if name in known}


def _value(doc: Doc, name: str, value: Any) -> Any:
    if name == "sentence":
        sentence = doc.sentences[value]
        value = Span(sentence.start, sentence.end)
    if isinstance(value, Span):
        surface = doc.article.text[value.start : value.end]
        return {"start": value.start, "end": value.end, "text": surface}
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return list(value) if isinstance(value, tuple) else value
