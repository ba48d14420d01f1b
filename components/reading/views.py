"""A sentence as its phrases, with the names, amounts and dates that stand in each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from components.reading import clauses, phrases
from components.reading.model import Mention, Sentence, Span, Token
from components.reading.phrases import Phrase

_ACTORS = ("company", "organization", "person", "product", "project", "media")
_OWNERS = ("company", "organization", "person")
# Particles that keep a noun phrase together, read from right to left.
_INSIDE = (
    "の",
    "といった",
    "という",
    "や",
    "と",
    "による",
    "における",
    "に対する",
    "への",
    "などの",
    "など",
    "を含む",
)


class Placed(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class View:
    """The sentence number `index`, phrase by phrase.

    `mentions[i]`, `amounts[i]`, `dates[i]`, `ranks[i]` and `quotes[i]` stand in `items[i]`; all but
    the mentions are indices into the article's tuples.
    """

    index: int
    items: tuple[Phrase, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    amounts: tuple[tuple[int, ...], ...]
    dates: tuple[tuple[int, ...], ...]
    ranks: tuple[tuple[int, ...], ...]
    quotes: tuple[tuple[int, ...], ...]

    def actors(self, position: int) -> tuple[Mention, ...]:
        """Return the names in a phrase that can act; a place only as its head (米国は), where nothing
        else stands: ソラノート(福岡市)は is no city.
        """
        inside = self.mentions[position]
        if not inside:
            return ()
        item = self.items[position]
        closed = any(word.start == item.end and word.text in ")）" for word in item.words)
        if closed and (opening := self._opening(position)) is not None:
            return self.actors(opening)  # 甲社(東京・港、乙社長)は
        head = tuple(m for m in inside if m.end == item.end and not closed)
        if closed and all(m.entity == inside[0].entity for m in inside):
            head = inside[:1]  # アラブ首長国連邦(UAE)も
        if closed and inside and inside[0].kind in ("company", "organization"):
            inside = tuple(m for m in inside if m.kind != "person")  # 甲社(乙社長)は
        return tuple(m for m in inside if m.kind in _ACTORS) or head

    def _opening(self, position: int) -> int | None:
        """Return the earlier phrase in which the bracket opens that closes in this one."""
        for at in range(position, -1, -1):
            if any(word.text in "(（" for word in self.items[at].words):
                return at if at < position else None
        return None

    def acts(self, phrase: Phrase) -> bool:
        """Say whether a phrase holds a name that can act."""
        inside = self.mentions[phrase.at]
        if not inside:
            return False
        state = phrase.particle.endswith("も") and any(m.end == phrase.end for m in inside)
        return state or any(m.kind in _ACTORS for m in inside)  # アラブ首長国連邦も

    def owner(self, position: int) -> tuple[Mention, ...]:
        """Return whose thing the noun is: 同社のモデルは → 同社."""
        for phrase in clauses.owners(self.items, position):
            here = phrase.at
            found = tuple(m for m in self.mentions[here] if m.kind in _OWNERS)
            if found:
                return found
        return ()

    def noun_phrase(self, position: int) -> range:
        """Return the positions of the noun phrase that ends at `position`, genitives included."""
        first = position
        while (
            first > 0
            and not self.items[first - 1].key
            and (
                self.items[first - 1].particle in _INSIDE
                or (not self.items[first - 1].particle and self.items[first - 1].comma)
            )
            and not self.items[first - 1].subject
        ):
            first -= 1
        return range(first, position + 1)


def views(
    text: str, tokens: Sequence[Token], parts: Sequence[Sentence], marked: Marked
) -> tuple[View, ...]:
    """Return a view of every sentence; tokens and marks come in the order of the text."""
    brackets = [Span(q.start - 1, q.end + 1) for q in marked.quotations]
    words = phrases.words(text, tokens, _outermost([*_facts(marked), *brackets]))
    return tuple(_view(words, index, part, marked) for index, part in enumerate(parts))


def quoted_views(
    text: str, tokens: Sequence[Token], parts: Sequence[Sentence], marked: Marked
) -> tuple[View, ...]:
    """Return a view of the words inside every quotation: a sentence has them as one word."""
    if not marked.quotations:
        return ()
    said = [token for q in marked.quotations for token in _inside(tokens, q)]
    words = phrases.words(text, said, _outermost(_facts(marked)))
    bare = replace(marked, quotations=())
    begins = [part.start for part in parts]
    return tuple(
        _view(words, bisect_right(begins, quoted.start) - 1, quoted, bare)
        for quoted in marked.quotations
    )


def _inside(tokens: Sequence[Token], span: Placed) -> Sequence[Token]:
    first = bisect_left(tokens, span.start, key=lambda token: token.start)
    return tokens[first : bisect_left(tokens, span.end, key=lambda token: token.start)]


def _facts(marked: Marked) -> list[Placed]:
    return [
        *marked.mentions, *marked.amounts, *marked.dates, *marked.ranks, *marked.quantities,
    ]  # fmt: skip


def _view(words: Sequence[Token], index: int, part: Placed, marked: Marked) -> View:
    first = bisect_left(words, part.start, key=lambda word: word.start)
    last = bisect_left(words, part.end, key=lambda word: word.start)
    items = phrases.phrases(words[first:last])
    return View(index, items, *_share(items, marked))


@dataclass(frozen=True, slots=True)
class Marked:
    """What was marked in the text, each in the order of the text."""

    mentions: Sequence[Mention]
    amounts: Sequence[Placed]
    dates: Sequence[Placed]
    ranks: Sequence[Placed]
    quantities: Sequence[Placed]
    quotations: Sequence[Placed]


def _outermost(spans: Iterable[Placed]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not found or span.start >= found[-1].end:
            found.append(Span(span.start, span.end))
    return found


def _share(
    items: Sequence[Phrase], marked: Marked
) -> tuple[
    tuple[tuple[Mention, ...], ...],
    tuple[tuple[int, ...], ...],
    tuple[tuple[int, ...], ...],
    tuple[tuple[int, ...], ...],
    tuple[tuple[int, ...], ...],
]:
    quotes = _indices(items, marked.quotations)
    # What somebody says is his: it is read by a view of its own, and is no part of this clause.
    groups = (marked.mentions, marked.amounts, marked.dates, marked.ranks)
    found = [_indices(items, group) for group in groups]
    if any(quotes):
        found = [
            tuple(() if said else inside for inside, said in zip(each, quotes, strict=True))
            for each in found
        ]
    named, amounts, dates, ranks = found
    every = marked.mentions
    mentions = tuple([tuple([every[i] for i in inside]) if inside else () for inside in named])
    return mentions, amounts, dates, ranks, quotes


def _indices(items: Sequence[Phrase], spans: Sequence[Placed]) -> tuple[tuple[int, ...], ...]:
    if not items:
        return ()
    first = bisect_left(spans, items[0].start, key=lambda s: s.start)
    found: list[tuple[int, ...]] = [()] * len(items)
    position = 0
    while first < len(spans) and spans[first].start < items[-1].stop:
        while position + 1 < len(items) and items[position + 1].start <= spans[first].start:
            position += 1
        found[position] += (first,)
        first += 1
    return tuple(found)
