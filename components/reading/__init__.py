"""Reading: a Japanese text in, a `Doc` of facts out, each with its place in the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from components.reading import mentions as names
from components.reading.around import around
from components.reading.coverage import uncharted
from components.reading.events import events
from components.reading.fold import fold
from components.reading.joining import joined, restore
from components.reading.lexicon import lexicon
from components.reading.model import Article, Doc
from components.reading.money_roles import with_roles
from components.reading.numbers import read_numbers
from components.reading.quotations import quotations
from components.reading.ranks import with_subjects
from components.reading.recognise import recognise
from components.reading.relations import relations
from components.reading.speakers import with_speakers
from components.reading.structure import paragraphs, sentences
from components.reading.tokens import readable, tokens
from components.reading.views import Marked, Placed, quoted_views, views
from components.reading.vocabulary import Vocabulary

__all__ = ["Step", "read"]

# Told how many steps of how many are done: (3, 6).
Step = Callable[[int, int], None]
STEPS = 6


def read(article: Article, vocabulary: Vocabulary, step: Step | None = None) -> Doc:
    """Read an article: structure, words, names, numbers, quotations, events, relations, coverage.

    A text whose lines are wrapped (mail, plain text) is read with its lines joined, and every
    offset of the Doc is one of the text as it was given. `step` is called after each step, from
    (1, 6) to (6, 6); all take time in proportion to the text.
    """
    flat, told = joined(article.text), step or _untold
    if flat.places is None:
        return _read(article, vocabulary, told)
    doc = _read(replace(article, text=flat.text), vocabulary, told)
    return restore(doc, article, flat.places)


def _read(article: Article, vocabulary: Vocabulary, step: Step) -> Doc:
    """Every step takes what the steps before it found and adds to it; none changes the text."""
    text = article.text
    folded = readable(fold(text))
    parts = paragraphs(text)
    lines = sentences(text, parts)
    words = tokens(folded, parts)
    step(1, STEPS)

    numbers = read_numbers(text, article.reference_date)
    facts: tuple[Placed, ...] = (*numbers.amounts, *numbers.dates, *numbers.ranks)
    step(2, STEPS)
    listed = names.named(text, folded, words, lexicon(vocabulary))
    unlisted = recognise(text, folded, words, lines, listed)
    step(3, STEPS)
    same = names.anaphors(words)
    only = names.never_names(same)
    by_name = names.together(listed, unlisted, (*facts, *numbers.quantities, *only))
    mentioned = names.with_anaphora(words, lines, by_name, same)
    quoted = quotations(text, lines, by_name)

    marked = Marked(
        mentioned, numbers.amounts, numbers.dates, numbers.ranks, numbers.quantities, quoted
    )
    seen = views(folded, words, lines, marked)
    step(4, STEPS)
    found = events(seen, lines)
    step(5, STEPS)
    ties = relations(text, words, lines, mentioned, seen, found)
    firms = {tie.head: tie.tail for tie in reversed(ties) if tie.type == "affiliated_with"}
    rest = around(lines, seen, found, firms)
    every = (*seen, *quoted_views(folded, words, lines, marked))
    amounts = with_roles(text, numbers.amounts, every, rest)
    step(6, STEPS)
    return Doc(
        article=article,
        paragraphs=parts,
        sentences=lines,
        tokens=words,
        entities=names.entities(mentioned, vocabulary, unlisted.entities),
        mentions=mentioned,
        amounts=amounts,
        dates=numbers.dates,
        ranks=with_subjects(numbers.ranks, every),
        quantities=numbers.quantities,
        quotations=with_speakers(quoted, seen, mentioned),
        events=found,
        relations=ties,
        uncharted=uncharted(text, numbers.numbers, facts, by_name, numbers.quantities),
    )


def _untold(done: int, total: int) -> None:
    """Take note of a step for nobody."""
