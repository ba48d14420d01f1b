"""Where in the text a fact stands, by its id."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from components.reading.model import (
    Amount,
    Date,
    Doc,
    Mention,
    Quotation,
    Rank,
    Span,
    Uncharted,
)

Placed = Amount | Date | Mention | Quotation | Rank | Uncharted

# The page that draws a fact of each kind; the rest is seen in the text itself.
PAGES = {
    "amount": "investments",
    "event": "timeline",
    "context": "timeline",
    "relation": "actors",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the text: its kind, its words and the index of its sentence."""

    id: str
    kind: str
    span: Span
    sentence: int


def kind_of(identifier: str) -> str:
    """Return the kind in an id: "amount" for "amount-0"."""
    return identifier.rpartition("-")[0]


def locate(doc: Doc, identifier: str) -> Fact | None:
    """Return the fact that an id such as "amount-0" names in the text, or None."""
    kind, _, number = identifier.rpartition("-")
    spans = _spans(doc, kind)
    if not (number.isascii() and number.isdigit() and int(number) < len(spans)):
        return None
    span = spans[int(number)]
    return Fact(identifier, kind, span, sentence_at(doc, span.start))


def anchor(doc: Doc, identifier: str) -> str:
    """Return the id of a fact for a row's id: an entity stands for its first mention."""
    firsts = {m.entity: f"mention-{i}" for i, m in reversed(list(enumerate(doc.mentions)))}
    return firsts.get(identifier, identifier)


def main_role(doc: Doc) -> str:
    """Return the role whose amounts are drawn unless another is asked for.

    Investment where the article states one; else the role that it states most often.
    """
    drawn = [a.role for a in doc.amounts if a.restates is None and (a.low, a.high) != (None, None)]
    if not drawn or "investment" in drawn:
        return "investment"
    return max(dict.fromkeys(drawn), key=drawn.count)


def asked_role(doc: Doc, role: str) -> str:
    """Return what the address says for a role: nothing where it is the article's own."""
    return "" if role == main_role(doc) else role


def sentence_at(doc: Doc, offset: int) -> int:
    """Return the index of the last sentence that begins at or before an offset."""
    return max(0, bisect_right(doc.sentences, offset, key=lambda s: s.start) - 1)


def _spans(doc: Doc, kind: str) -> list[Span]:
    if kind == "event":
        return [event.trigger for event in doc.events]
    if kind == "relation":
        return [relation.evidence for relation in doc.relations]
    placed: dict[str, tuple[Placed, ...]] = {
        "amount": doc.amounts,
        "mention": doc.mentions,
        "date": doc.dates,
        "rank": doc.ranks,
        "quotation": doc.quotations,
        "uncharted": doc.uncharted,
    }
    return [Span(fact.start, fact.end) for fact in placed.get(kind, ())]
