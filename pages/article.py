"""The text itself, with all that was read from it marked, each mark leading to its chart."""

import streamlit as st

from components import tables
from components.ui import cards, library, navigation
from components.ui.facts import PAGES, asked_role, kind_of
from components.ui.kept import kept
from components.ui.page import begin, heading, nothing
from components.ui.reader import download, reader
from components.ui.state import change, shared

page = begin("article")
doc, t, chosen = page.doc, page.t, page.state.companies
heading(tables.headline(doc, t, page.reach), cards.title_line(page))


def lead(fact: str) -> None:
    """Put a fact in focus, and what its chart must be set to in order to draw it."""
    change(focus=fact)
    if kind_of(fact) == "amount":
        change(role=asked_role(doc, doc.amounts[int(fact.rpartition("-")[2])].role))


concerned = tables.concerned_sentences(doc, page.reach) if chosen else None
if concerned == frozenset():
    nothing(page, "actors")
made = {
    "amount": kept(page, "amounts", lambda: tables.amounts(doc, t)),
    "event": kept(page, "told events", lambda: tables.events(doc, t)),
}
asked = reader(
    doc,
    t,
    made=made,
    concerned=concerned,
    focus=page.state.focus,
    on_pick=lambda fact: change(focus=fact),
    on_show=lead,
)
if asked:
    drawn = PAGES.get(kind_of(asked), "actors")
    st.switch_page(navigation.FILES[drawn], query_params=shared(library.articles()))
download(doc, t)
cards.colophon(page)
