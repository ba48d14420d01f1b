"""A wrapped text joined for reading, and what was read from it put back on the text as given.

The tagger cuts at white space, so ソフト|バンク and 5000億|ドル, broken over a line, are found only
in a text in which they stand whole.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from components.reading.model import Article, Doc, Token
from components.reading.wrapping import GONE, unwrap


@dataclass(frozen=True, slots=True)
class Joined:
    """A text without its wrapping; `places[i]` is where character i stands in the text as given.

    `places` is None where nothing was wrapped, and the text is the one given.
    """

    text: str
    places: tuple[int, ...] | None


def joined(text: str) -> Joined:
    """Return the text with its wrapping line breaks and quotation marks taken out."""
    flat = unwrap(text)
    if flat == text:
        return Joined(text, None)
    places = tuple(index for index, char in enumerate(flat) if char != GONE)
    return Joined("".join(flat[index] for index in places), places)


def restore(doc: Doc, article: Article, places: tuple[int, ...]) -> Doc:
    """Return a Doc of the joined text as one of the article as given: spans moved, texts its own.

    A span that covers a seam covers the line break in it: 「ソフト\\nバンク」.
    """
    parts = {
        field.name: tuple(_moved(one, article.text, places) for one in getattr(doc, field.name))
        for field in fields(doc)
        if field.name != "article"
    }
    return replace(doc, article=article, **parts)


def _moved(fact: Any, text: str, places: tuple[int, ...]) -> Any:
    if isinstance(fact, Token):
        start, end = _place(fact.start, fact.end, places)
        return fact._replace(start=start, end=end, text=text[start:end])
    if not is_dataclass(fact) or isinstance(fact, type):
        return fact
    values = {field.name: getattr(fact, field.name) for field in fields(fact)}
    changes = {
        name: _moved(value, text, places) for name, value in values.items() if is_dataclass(value)
    }
    if "start" in values:
        start, end = _place(values["start"], values["end"], places)
        changes |= {"start": start, "end": end}
        changes |= {"text": text[start:end]} if "text" in values else {}
    return replace(fact, **changes) if changes else fact


def _place(start: int, end: int, places: tuple[int, ...]) -> tuple[int, int]:
    first = places[start] if start < len(places) else places[-1] + 1
    return first, places[end - 1] + 1 if end > start else first
