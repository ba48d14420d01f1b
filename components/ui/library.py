"""The articles beside this program and those of the session, each read once for its text and
vocabulary."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import streamlit as st

from components.reading import Step, read, wordlists
from components.reading.articles import ArticleError
from components.reading.articles import load as load_article
from components.reading.model import Article, Doc
from components.reading.vocabulary import Entry, Vocabulary
from components.reading.vocabulary import load as load_vocabulary
from components.texts import DATA, Texts
from components.ui.state import OWN

ARTICLES = DATA / "articles"
VOCABULARY = DATA / "vocabulary"
CONTEXT = DATA / "context"
_OWN, _NAMES = "own articles", "own names"
Stamp = tuple[tuple[str, int, int], ...]


def articles() -> tuple[str, ...]:
    """Return the ids of the articles in `data/articles/`, by name, then those of the session."""
    return (*sorted(path.stem for path in ARTICLES.glob("*.txt")), *_own())


def article(identifier: str) -> Article:
    """Return an article; raises ArticleError when its file or sidecar cannot be read."""
    return _own().get(identifier) or load_article(ARTICLES / f"{identifier}.txt")


def keep(brought: Article) -> str:
    """Keep an article for the session; return its id, which is made of its text's hash."""
    identifier = f"{OWN}{brought.sha256[:12]}"
    st.session_state[_OWN] = {**_own(), identifier: replace(brought, id=identifier)}
    return identifier


def forget(identifier: str) -> None:
    """Take an article of the session out of it again."""
    st.session_state[_OWN] = {id_: own for id_, own in _own().items() if id_ != identifier}


def names() -> tuple[Entry, ...]:
    """Return the names that the reader added to the vocabulary for the session."""
    return cast("tuple[Entry, ...]", st.session_state.get(_NAMES, ()))


def add_name(entry: Entry) -> None:
    """Add a name to the vocabulary for the session; what is shown is read again with it."""
    st.session_state[_NAMES] = (*(each for each in names() if each.id != entry.id), entry)


def drop_name(identifier: str) -> None:
    """Take a name of the session out of the vocabulary again."""
    st.session_state[_NAMES] = tuple(each for each in names() if each.id != identifier)


def load(identifier: str) -> Doc:
    """Return what was read from an article; raises ArticleError as `article` and `reading` do."""
    return reading(article(identifier))()


def reading(known: Article, step: Step | None = None) -> Callable[[], Doc]:
    """Return the reading of an article as a call that needs no session, for another thread.

    `step` is called as by `read`, where the article was not read before. The call raises
    ArticleError where the reading itself fails.
    """
    stamp, added = _stamp(VOCABULARY), names()

    def whole() -> Doc:
        try:
            return _doc(known, stamp, added, step)
        except Exception as error:  # Any text may be brought: its reader gets a sentence.
            logging.getLogger("yomitoki").exception("Reading failed: %s", _identity(known))
            name = known.title or known.id
            fault = f"{name}: reading failed; the log says where"
            raise ArticleError("unread", name, fault) from error

    return whole


def fingerprint(identifier: str) -> str:
    """Return what changes with anything that an article's Doc is made of: text, vocabulary."""
    return repr((_identity(article(identifier)), _stamp(VOCABULARY), names()))


def vocabulary() -> Vocabulary:
    """Return the vocabulary with the session's names, read again when one of its files changed."""
    return _vocabulary(_stamp(VOCABULARY), names())


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


def _own() -> dict[str, Article]:
    return cast("dict[str, Article]", st.session_state.get(_OWN, {}))


def _stamp(folder: Path) -> Stamp:
    files = sorted(path for path in folder.glob("*") if path.is_file())
    return tuple((f.name, f.stat().st_mtime_ns, f.stat().st_size) for f in files)


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs={Entry: repr})
def _vocabulary(stamp: Stamp, added: tuple[Entry, ...]) -> Vocabulary:
    if not added:
        return load_vocabulary(VOCABULARY)
    listed = _vocabulary(stamp, ())
    return Vocabulary({**listed.entries, **{entry.id: entry for entry in added}}, listed.faults)


def _identity(known: Article) -> str:
    # The hash stands for the text: an article of 200,000 characters is not hashed on every run.
    return repr(replace(known, text=""))


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs={Article: _identity, Entry: repr})
def _doc(known: Article, stamp: Stamp, added: tuple[Entry, ...], _step: Step | None) -> Doc:
    return read(known, _vocabulary(stamp, added), _step)
