"""The sentence panel: the chosen fact, marked in its sentence, between its neighbours."""

from __future__ import annotations

from html import escape

import streamlit as st

from components.markup import sentence_html
from components.reading.model import Sentence
from components.ui import library, navigation
from components.ui.facts import PAGES, Fact, kind_of, locate
from components.ui.page import Page, drawing
from components.ui.state import address, change, defaults
from components.wording import date_label


def show(page: Page) -> None:
    """Show the sentence of the fact in focus; without one, how to choose it."""
    focus = page.state.focus
    if not focus:
        if page.size == "wide":
            st.html(f'<p class="yomi-quiet">{escape(page.t("pages.panel.empty"))}</p>')
        return
    with st.container(key="panel", gap="small"):
        fact = locate(page.doc, focus)
        if fact:
            _sentence(page, fact)
        else:
            _outside(page, focus)
        _leads(page, focus, inside=fact is not None)


def _sentence(page: Page, fact: Fact) -> None:
    t, doc = page.t, page.doc
    sentence = doc.sentences[fact.sentence]
    place = t("pages.panel.place", paragraph=sentence.paragraph + 1, sentence=fact.sentence + 1)
    st.html(
        f'<section class="yomi-panel" aria-live="polite">'
        f"<h2>{escape(t(f'pages.fact.{fact.kind}'))}</h2>"
        f'<p class="place">{escape(place)}</p>'
        f"{_near(page, fact.sentence - 1, sentence)}"
        f'<p class="sentence" lang="ja">{sentence_html(doc, fact.sentence, fact.span)}</p>'
        f"{_near(page, fact.sentence + 1, sentence)}</section>"
    )


def _near(page: Page, index: int, beside: Sentence) -> str:
    if not 0 <= index < len(page.doc.sentences):
        return ""
    near = page.doc.sentences[index]
    if near.paragraph != beside.paragraph:
        return ""
    return f'<p class="near" lang="ja">{escape(page.doc.article.text[near.start : near.end])}</p>'


def _outside(page: Page, focus: str) -> None:
    t, fact = page.t, page.outside_fact(focus)
    if fact is None:
        st.html(f'<p class="yomi-quiet">{escape(t("pages.panel.off"))}</p>')
        return
    note = fact.note.get(t.language, "")
    st.html(
        f'<section class="yomi-panel" aria-live="polite">'
        f"<h2>{escape(t('pages.fact.context'))}</h2>"
        f'<p class="place">{escape(date_label(fact.date, t))}</p>'
        f'<p class="sentence">{escape(fact.text[t.language])}</p>'
        f'<p class="near">{escape(note)} {escape(t("pages.panel.outside"))}</p></section>'
    )
    st.link_button(t("pages.panel.source"), fact.source, type="tertiary")


def _leads(page: Page, focus: str, inside: bool) -> None:
    t, here = page.t, page.here
    params = address(page.state, defaults(library.articles()))
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        if inside and here != "article":
            st.page_link(
                navigation.FILES["article"], label=t("pages.panel.open"), query_params=params
            )
        drawn = PAGES.get(kind_of(focus), here)
        if drawn != here:
            label = t("pages.panel.chart")
            chosen = drawing(page.doc, page.state, focus)
            params = address(chosen, defaults(library.articles()))
            st.page_link(navigation.FILES[drawn], label=label, query_params=params)
        st.button(
            t("pages.panel.close"),
            key="panel.close",
            type="tertiary",
            on_click=change,
            kwargs={"focus": None},
        )
