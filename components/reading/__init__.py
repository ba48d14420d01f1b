"""Reading: a Japanese text in, a `Doc` of facts out, each with its place in the text."""

from __future__ import annotations

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
from components.reading.quotations import quotations, with_speakers
from components.reading.ranks import with_subjects
from components.reading.recognise import recognise
from components.reading.relations import POSTS, relations
from components.reading.structure import paragraphs, sentences
from components.reading.tokens import readable, tokens
from components.reading.views import Marked, Placed, quoted_views, views
from components.reading.vocabulary import Vocabulary

__all__ = ["read"]

def read(article: Article, vocabulary: Vocabulary) -> Doc:
    """Read an article: structure, words, names, numbers, quotations, events, relations, coverage.

    A text whose lines are wrapped (mail, plain text) is read with its lines joined, and every
    offset of the Doc is one of the text as it was given.
    """
    flat = joined(article.text)
    if flat.places is None:
        return _read(article, vocabulary)
    return restore(_read(replace(article, text=flat.text), vocabulary), article, flat.places)

def _read(article: Article, vocabulary: Vocabulary) -> Doc:
    """Every step takes what the steps before it found and adds to it; none changes the text."""
    text = article.text
    folded = readable(fold(text))
    parts = paragraphs(text)
    lines = sentences(text, parts)
    words = tokens(folded, parts)

    numbers = read_numbers(text, article.reference_date)
    facts: tuple[Placed, ...] = (*numbers.amounts, *numbers.dates, *numbers.ranks)
    listed = names.named(text, folded, words, lexicon(vocabulary))
    unlisted = recognise(text, folded, words, lines, listed)
    taken = (*facts, *numbers.quantities, *names.anaphors(words))
    by_name = names.together(listed, unlisted, taken)
    mentioned = names.with_anaphora(words, lines, by_name)
    quoted = quotations(text, lines, by_name)

    marked = Marked(
        mentioned, numbers.amounts, numbers.dates, numbers.ranks, numbers.quantities, quoted
    )
    seen = views(folded, words, lines, marked)
    found = events(seen, lines)
    ties = relations(text, words, lines, mentioned, seen, found)
    firms = {tie.head: tie.tail for tie in reversed(ties) if tie.type in POSTS}
    rest = around(lines, seen, found, firms)
    every = (*seen, *quoted_views(folded, words, lines, marked))
    return Doc(
        article=article,
        paragraphs=parts,
        sentences=lines,
        tokens=words,
        entities=names.entities(mentioned, vocabulary, unlisted.entities),
        mentions=mentioned,
        amounts=with_roles(text, numbers.amounts, every, rest),
        dates=numbers.dates,
        ranks=with_subjects(numbers.ranks, every),
        quantities=numbers.quantities,
        quotations=with_speakers(quoted, seen),
        events=found,
        relations=ties,
        uncharted=uncharted(text, numbers.numbers, facts, by_name, numbers.quantities),
    )
