"""Spans of a text as escaped HTML, like displaCy's but nested, adjacent and crossing ones survive.

Offsets are code points, half-open. A highlight is `<mark class="y y-KIND" data-id="…">`; spans
that cross are cut where they do, later pieces carry the class `y-more` and the same id.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from heapq import heapify, heappop, heappush
from html import escape
from typing import Protocol

from components.reading.model import Doc, Mention, Span
from components.texts import Texts, kinds

# Not kinds of the legend's file: a number that no chart shows, a name that no vocabulary lists, the
# words of an event or a relation (never coloured, only outlined when they are in focus), and what is
# in focus.
NUMBER, UNLISTED, FACT, FOCUS = "number", "unlisted", "fact", "focus"
RANKS = {FOCUS: 0, FACT: 1, "quotation": 2}
# How much of a kind's colour lies behind the text, and is in the lines: the rest of a line is ink,
# so that pale colours keep 3:1 on white and dark ones on black.
TINT, LINE = 24, 78
LINES = {
    "solid": "text-decoration: underline solid 2px {ink}",
    "double": "text-decoration: underline double 1.5px {ink}",
    "dotted": "text-decoration: underline dotted 2.5px {ink}",
    "dashed": "text-decoration: underline dashed 2px {ink}",
    "wavy": "text-decoration: underline wavy 1.5px {ink}",
    "overline": "text-decoration: overline solid 1px {ink}",
    "bold": "font-weight: 700",
    "thin": "font-weight: 600; text-decoration: underline solid 1px {ink}",
    "rule": "border-left: 3px solid {ink}; padding-left: 0.2em",
    "none": "text-decoration: none",
}
SHARED = """
.y { background: color-mix(in srgb, var(--k) %d%%, transparent); border-radius: 2px; color: inherit;
  margin-inline: 1px; text-underline-offset: 0.28em; -webkit-box-decoration-break: clone;
  box-decoration-break: clone; }
.y .y { text-underline-offset: 0.44em; }
.y.y-number { --k: currentcolor; background: none;
  text-decoration: underline dotted 1.5px color-mix(in srgb, currentcolor 60%%, transparent); }
.y.y-unlisted::after { content: "＊" / ""; font-size: 0.6em; font-weight: 400; vertical-align: super; }
[data-off~="unlisted"] .y.y-unlisted::after { content: none; }
.y-amount, .y-date, .y-rank { overflow-wrap: anywhere; word-break: keep-all; }
.y.y-quotation { background: color-mix(in srgb, var(--k) 9%%, transparent);
  -webkit-box-decoration-break: slice; box-decoration-break: slice; }
.y.y-quotation.y-more { border-left: 0; padding-left: 0; }
.y-fact { border-radius: 2px; }
.y-focus { border-radius: 2px; color: inherit; outline: 2px solid currentcolor;
  outline-offset: 2px; }
.y-focus:not(.y) { background: none; }
@media print { .y { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


OUTSIDE = -1


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight of `text[start:end]`.

    `extra` are further ids at the same place (両社 stands for two companies); `label`, where
    there is one, becomes the mark's tooltip; `unlisted` says that no vocabulary has the name.
    """

    start: int
    end: int
    kind: str
    id: str
    label: str = ""
    extra: tuple[str, ...] = ()
    unlisted: bool = False


def marks(doc: Doc) -> tuple[Mark, ...]:
    """Return every highlight of a Doc in the order of the text, those at one place as one."""
    unknown = {entity.id for entity in doc.entities if not entity.listed}
    single = [
        *_each("quotation", "quotation", doc.quotations),
        *_each("amount", "amount", doc.amounts),
        *_each("date", "date", doc.dates),
        *_each("rank", "rank", doc.ranks),
        *_each(NUMBER, "uncharted", doc.uncharted),
        *(
            Mark(m.start, m.end, m.kind, f"mention-{i}", unlisted=_new(m, unknown))
            for i, m in enumerate(doc.mentions)
        ),
    ]
    return _merged(single)


def evidence(doc: Doc) -> tuple[Mark, ...]:
    """Return the words that state an event or a relation; they carry an id and no colour."""
    events = _each(FACT, "event", [event.trigger for event in doc.events])
    return _merged(events + _each(FACT, "relation", [tie.evidence for tie in doc.relations]))


def render_spans(text: str, marks: Iterable[Mark]) -> str:
    """Return the text with its highlights as HTML that may stand in a line.

    Without its tags and unescaped it is the text again; every id is in it. Raises ValueError for a
    mark that is empty or reaches outside the text.
    """
    pieces = []
    for mark in marks:
        if not 0 <= mark.start < mark.end <= len(text):
            raise ValueError(
                f"mark {mark.id}: {mark.start} to {mark.end} is no span of a text of "
                f"{len(text)} characters"
            )
        pieces.append(_piece(mark, mark.start, mark.end))
    return _woven(text, pieces, 0, len(text))


def article_html(doc: Doc, marks: Sequence[Mark]) -> str:
    """Return the whole text: `<p>` and `<h2>` for its lines, `<span data-s="3">` for sentence 3.

    A mark that runs over the end of a sentence is cut there; the white space between paragraphs
    stays, so that this too is the text when its tags are taken away.
    """
    segments = _segments(doc)
    bounds = [segment.start for segment in segments][1:]
    parts: list[list[_Piece]] = [[] for _ in segments]
    for mark in marks:
        first = bisect_right(bounds, mark.start)
        for index in range(first, bisect_left(bounds, mark.end) + 1):
            start, end = segments[index].start, segments[index].end
            parts[index].append(_piece(mark, max(start, mark.start), min(end, mark.end)))
    out, opened = [], OUTSIDE
    for segment, pieces in zip(segments, parts, strict=True):
        if segment.paragraph != opened:
            out += [_tag(doc, opened, "</"), _tag(doc, segment.paragraph, "<")]
            opened = segment.paragraph
        inner = _woven(doc.article.text, pieces, segment.start, segment.end)
        known = segment.sentence != OUTSIDE
        out.append(f'<span data-s="{segment.sentence}">{inner}</span>' if known else inner)
    return "".join(out) + _tag(doc, opened, "</")


def sentence_html(doc: Doc, sentence_index: int, focus: Span) -> str:
    """Return one sentence with its highlights, and the fact at `focus` outlined in it."""
    sentence = doc.sentences[sentence_index]
    pieces = [
        _piece(mark, max(mark.start, sentence.start), min(mark.end, sentence.end))
        for mark in (Mark(focus.start, focus.end, FOCUS, ""), *marks(doc))
        if mark.start < sentence.end and mark.end > sentence.start
    ]
    return _woven(doc.article.text, pieces, sentence.start, sentence.end)


def legend(drawn: Iterable[Mark], t: Texts) -> list[tuple[str, str, int]]:
    """Return kind, name and count of the highlights that a text has, in the legend's order."""
    every = list(drawn)
    counts = Counter(mark.kind for mark in every)
    counts[UNLISTED] = sum(mark.unlisted for mark in every)
    named = [(kind, look[t.language]) for kind, look in kinds().items()]
    named += [(kind, t(f"article.kind.{kind}")) for kind in (UNLISTED, NUMBER)]
    return [(kind, name, counts[kind]) for kind, name in named if counts[kind]]


@cache
def kind_css() -> str:
    """Return the style sheet of the highlights: it fits any paper, as lines and tints mix with it.

    `data-off="place media"` on an element around the text takes the colour off those kinds.
    """
    rules = []
    for kind, look in kinds().items():
        colour = "currentcolor" if look["colour"] == "ink" else look["colour"]
        ink = f"color-mix(in srgb, var(--k) {LINE}%, currentcolor)"
        rules.append(f".y-{kind} {{ --k: {colour}; {LINES[look['line']].format(ink=ink)}; }}")
    for kind in (*kinds(), NUMBER):
        rules.append(
            f'[data-off~="{kind}"] .y.y-{kind} {{ background: none; border: 0; cursor: inherit; '
            "font-weight: inherit; margin-inline: 0; padding: 0; text-decoration: none; }"
        )
    return (SHARED % TINT) + "\n".join(rules) + "\n"


# Where it begins, minus where it ends, its rank, its mark: in this order tags open.
_Piece = tuple[int, int, int, Mark]


@dataclass(frozen=True, slots=True)
class _Segment:
    start: int
    end: int
    paragraph: int
    sentence: int


class _Place(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def _each(kind: str, name: str, places: Iterable[_Place]) -> list[Mark]:
    return [Mark(p.start, p.end, kind, f"{name}-{i}") for i, p in enumerate(places)]


def _new(mention: Mention, unknown: Collection[str]) -> bool:
    return mention.via == "name" and mention.entity in unknown


def _merged(single: Iterable[Mark]) -> tuple[Mark, ...]:
    places: dict[tuple[int, int, str], Mark] = {}
    for mark in single:
        place = (mark.start, mark.end, mark.kind)
        first = places.get(place)
        places[place] = replace(first, extra=(*first.extra, mark.id)) if first else mark
    return tuple(sorted(places.values(), key=lambda mark: (mark.start, -mark.end)))


def _piece(mark: Mark, start: int, end: int) -> _Piece:
    return (start, -end, RANKS.get(mark.kind, len(RANKS)), mark)


def _segments(doc: Doc) -> list[_Segment]:
    """Cut the whole text at the ends of paragraphs and sentences; nothing is left out."""
    sentences: dict[int, list[tuple[int, int, int]]] = {}
    for index, sentence in enumerate(doc.sentences):
        place = (sentence.start, sentence.end, index)
        sentences.setdefault(sentence.paragraph, []).append(place)
    found: list[_Segment] = []
    at = 0
    for number, paragraph in enumerate(doc.paragraphs):
        found.append(_Segment(at, paragraph.start, OUTSIDE, OUTSIDE))
        at = paragraph.start
        for start, end, index in sentences.get(number, ()):
            found.append(_Segment(at, start, number, OUTSIDE))
            found.append(_Segment(start, end, number, index))
            at = end
        found.append(_Segment(at, paragraph.end, number, OUTSIDE))
        at = paragraph.end
    found.append(_Segment(at, len(doc.article.text), OUTSIDE, OUTSIDE))
    return [segment for segment in found if segment.start < segment.end]


def _tag(doc: Doc, paragraph: int, opening: str) -> str:
    if paragraph == OUTSIDE:
        return ""
    return f"{opening}{'h2' if doc.paragraphs[paragraph].heading else 'p'}>"


def _woven(text: str, pieces: list[_Piece], start: int, end: int) -> str:
    """Return `text[start:end]` with tags around the pieces, cut so that they nest."""
    # A number tells pieces apart where all else is equal: marks themselves have no order.
    waiting = [(*piece[:3], number, piece[3]) for number, piece in enumerate(pieces)]
    heapify(waiting)
    out: list[str] = []
    open_ends: list[tuple[int, str]] = []
    at = start

    def close_until(limit: int) -> None:
        nonlocal at
        while open_ends and open_ends[-1][0] <= limit:
            stop, closing = open_ends.pop()
            out.append(_plain(text[at:stop]) + closing)
            at = stop

    while waiting:
        left, minus_right, rank, number, mark = heappop(waiting)
        right = -minus_right
        close_until(left)
        if open_ends and right > open_ends[-1][0]:
            cut = open_ends[-1][0]
            heappush(waiting, (cut, minus_right, rank, number, mark))
            right = cut
        opening, closing = _tags(mark, first=left == mark.start)
        out.append(_plain(text[at:left]) + opening)
        at = left
        open_ends.append((right, closing))
    close_until(end)
    return "".join(out) + _plain(text[at:end])


def _tags(mark: Mark, first: bool) -> tuple[str, str]:
    name = "span" if mark.kind == FACT else "mark"
    look = f"y-{mark.kind}" if mark.kind in {FACT, FOCUS} else f"y y-{mark.kind}"
    more = " y-unlisted" if mark.unlisted and first else ""
    more += "" if first else " y-more"
    title = f' title="{_plain(mark.label)}"' if mark.label else ""
    ids = _plain(" ".join(filter(None, (mark.id, *mark.extra))))
    known = f' data-id="{ids}"' if ids else ""
    return f'<{name} class="{_plain(look)}{more}"{known}{title}>', f"</{name}>"


def _plain(text: str) -> str:
    # A parser turns a carriage return as it stands into a line feed.
    return escape(text).replace("\r", "&#13;")
