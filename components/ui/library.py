"""The articles beside this program, read once for each text and vocabulary."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from components.reading import read, wordlists
from components.reading.articles import load as load_article
from components.reading.model import Article, Doc
from components.reading.vocabulary import Vocabulary
from components.reading.vocabulary import load as load_vocabulary
from components.texts import DATA, Texts

ARTICLES = DATA / "articles"
VOCABULARY = DATA / "vocabulary"
CONTEXT = DATA / "context"
Stamp = tuple[tuple[str, int, int], ...]


def articles() -> tuple[str, ...]:
    """Return the ids of the articles in `data/articles/`, in the order of their names."""
    return tuple(sorted(path.stem for path in ARTICLES.glob("*.txt")))


def article(identifier: str) -> Article:
    """Return an article; raises ArticleError when its file or sidecar cannot be read."""
    return load_article(ARTICLES / f"{identifier}.txt")


def load(identifier: str) -> Doc:
    """Return what was read from an article; raises ArticleError like `article`."""
    return _doc(article(identifier), _stamp(VOCABULARY))


def vocabulary() -> Vocabulary:
    """Return the vocabulary, read again when one of its files changed."""
    return _vocabulary(_stamp(VOCABULARY))


def faults() -> tuple[str, ...]:
    """Return a sentence for every line of `data/vocabulary/` that had to be left out."""
    return (*vocabulary().faults, *wordlists.faults())


def title(identifier: str, t: Texts) -> str:
    """Return an article's title in the reader's language, or its id when it cannot be read."""
    try:
        found = article(identifier)
    except ValueError:
        return identifier
    return (found.title_en if t.language == "en" else "") or found.title or identifier


def _stamp(folder: Path) -> Stamp:
    files = sorted(path for path in folder.glob("*") if path.is_file())
    return tuple((f.name, f.stat().st_mtime_ns, f.stat().st_size) for f in files)


@st.cache_resource(max_entries=2, show_spinner=False)
def _vocabulary(stamp: Stamp) -> Vocabulary:
    return load_vocabulary(VOCABULARY)


# The hash stands for the text: an article of 200,000 characters is not hashed on every run.
@st.cache_resource(
    max_entries=32,
    show_spinner=False,
    hash_funcs={Article: lambda known: repr(replace(known, text=""))},
)
def _doc(known: Article, stamp: Stamp) -> Doc:
    return read(known, _vocabulary(stamp))
