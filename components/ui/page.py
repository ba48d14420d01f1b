"""What a page begins with: the reader's state, his language, the article and what was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import streamlit as st

from components import tables
from components.charts.style import Theme
from components.context import OutsideFact, outside_facts
from components.reading.articles import ArticleError
from components.reading.model import Doc
from components.texts import Texts, texts
from components.ui import library, navigation, sidebar, window
from components.ui.escape import plain
from components.ui.facts import anchor, asked_role, kind_of, locate
from components.ui.state import Fault, State, change, framed, settle, state

_UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that a page draws from.

    `here` is the page's name, `fingerprint` what changes with anything that the Doc is made of.
    `reach` holds the entities that the company filter concerns, none meaning all; `outside` is
    empty when facts from outside the article are switched off.
    """

    here: str
    fingerprint: str
    state: State
    t: Texts
    doc: Doc
    reach: frozenset[str]
    outside: tuple[OutsideFact, ...]
    theme: Theme
    size: window.Size

    @property
    def narrow(self) -> bool:
        """Say whether charts have no more room than a phone gives them."""
        return self.size == "narrow"

    @property
    def chosen(self) -> State:
        """Return the state but for the focus, which changes with every click."""
        return replace(self.state, focus=None)

    def outside_fact(self, identifier: str) -> OutsideFact | None:
        """Return the outside fact that "context-2" names, when such facts are shown."""
        kind, _, number = identifier.rpartition("-")
        if kind != "context" or int(number) >= len(self.outside):
            return None
        return self.outside[int(number)]


def begin_bare() -> Texts:
    """Return the words of a page that needs no article."""
    if not framed():
        # A fresh server runs the first page asked for without app.py, because there is a folder
        # `pages`. Declaring the navigation ends that, and the next run begins with app.py.
        navigation.declare(texts("ja"))
        st.rerun()
    return texts(state().language)


def begin(here: str) -> Page:
    """Return what the page draws from; where the article cannot be read, say so and stop.

    `here` is the page's name in `navigation.FILES`.
    """
    t = begin_bare()
    chosen = state()
    if not chosen.article:
        st.info(t("pages.no_articles"))
        st.stop()
    fault: ArticleError | None = st.session_state.get(_UNREADABLE)
    if fault:
        st.error(plain(unreadable(fault, t)))
        st.stop()
    with st.spinner(t("pages.reading")):
        doc = library.load(chosen.article)
    return Page(
        here=here,
        fingerprint=library.fingerprint(chosen.article),
        state=chosen,
        t=t,
        doc=doc,
        reach=tables.reach(doc, chosen.companies),
        outside=outside(doc) if chosen.context else (),
        theme="dark" if st.context.theme.type == "dark" else "light",
        size=window.size(),
    )


def remember(fault: ArticleError | None) -> None:
    """Keep for the page why the article cannot be read, so that it is not tried twice a run."""
    st.session_state[_UNREADABLE] = fault


def focus_on(identifier: str) -> None:
    """Put a fact in focus, or the first mention of an entity; meant for callbacks."""
    change(focus=anchor(library.load(state().article), identifier))


def drawing(doc: Doc, chosen: State, identifier: str) -> State:
    """Return the state in which a fact is in focus and its chart draws it."""
    fact = locate(doc, identifier)
    if fact and fact.kind == "amount":
        role = asked_role(doc, doc.amounts[int(identifier.rpartition("-")[2])].role)
        return replace(chosen, focus=identifier, role=role)
    if kind_of(identifier) == "context":
        return replace(chosen, focus=identifier, view="calendar", context=True)
    return replace(chosen, focus=identifier)


def heading(title: str, lead: str) -> None:
    """Show the page's title, a sentence about this article, and the line under it."""
    st.html(
        f'<header class="yomi"><h1>{escape(title)}</h1><p class="lead">{escape(lead)}</p></header>'
    )


def subheading(title: str) -> None:
    """Show the title of a part of a page."""
    st.html(f'<h2 class="yomi-part">{escape(title)}</h2>')


def nothing(page: Page, key: str) -> None:
    """Say why there is nothing to show, and offer the way out where it is the filter."""
    st.markdown(page.t("pages.empty.filter" if page.state.companies else f"pages.empty.{key}"))
    if page.state.companies:
        sidebar.clear(page.t, key)


def settle_on(doc: Doc) -> None:
    """Drop from the state what names nothing in the article, and remember it as faults."""
    chosen = state()
    companies = {entity.id for entity in doc.entities if entity.kind == "company"}
    lost = [Fault("company", name) for name in chosen.companies if name not in companies]
    kept = tuple(name for name in chosen.companies if name in companies)
    focus = chosen.focus
    if focus and not _names_something(doc, focus):
        lost.append(Fault("focus", focus))
        focus = None
    if lost:
        settle(replace(chosen, companies=kept, focus=focus), *lost)


def outside(doc: Doc) -> tuple[OutsideFact, ...]:
    """Return the facts about the article's actors that stand outside it; none from a faulty file."""
    try:
        return outside_facts(_outside_file(doc), doc)
    except ValueError:
        return ()


def outside_fault(doc: Doc) -> str:
    """Return what is wrong with the file of outside facts, or ""."""
    try:
        outside_facts(_outside_file(doc), doc)
    except ValueError as fault:
        return str(fault)
    return ""


def unreadable(error: ArticleError, t: Texts) -> str:
    """Say in one sentence why an article cannot be read: file, place, what to do."""
    cause = error.__cause__
    if isinstance(cause, UnicodeDecodeError):
        value = f"0x{cause.object[cause.start]:02x}"
        return t("pages.article.not_utf8", file=error.file, place=cause.start, value=value)
    return t(f"pages.article.{error.reason}", file=error.file, detail=str(error))


def _outside_file(doc: Doc) -> Path:
    return library.CONTEXT / f"{doc.article.id}.toml"


def _names_something(doc: Doc, focus: str) -> bool:
    if kind_of(focus) == "context":
        return focus in {f"context-{number}" for number in range(len(outside(doc)))}
    return locate(doc, focus) is not None
