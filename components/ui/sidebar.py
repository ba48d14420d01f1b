"""The sidebar: article, company filter, facts from outside the article, language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from components.reading.model import Doc, Entity
from components.texts import LANGUAGES, Texts
from components.ui import library, navigation
from components.ui.state import State, change, seed, shared

NAMES = {"ja": "日本語", "en": "English"}


def show(state: State, t: Texts, articles: Sequence[str], doc: Doc | None) -> None:
    """Show the controls that all pages share; without a Doc only article and language."""
    with st.sidebar:
        # The article of an open session may have been deleted meanwhile: the page says so.
        offered = list(dict.fromkeys((*articles, *filter(None, [state.article]))))
        titles = {identifier: library.title(identifier, t) for identifier in offered}
        seed("control.article", state.article or None)
        st.selectbox(
            t("pages.sidebar.article"),
            offered,
            format_func=lambda identifier: titles[identifier],
            key="control.article",
            on_change=_choose_article,
            placeholder=t("pages.sidebar.no_article"),
        )
        navigation.add_link(t, shared(articles))
        if doc:
            _filter(state, t, doc)
        seed("control.language", state.language)
        st.segmented_control(
            t("pages.sidebar.language"),
            LANGUAGES,
            format_func=lambda language: NAMES[language],
            key="control.language",
            required=True,
            on_change=lambda: change(language=st.session_state["control.language"]),
        )


def chips(state: State, t: Texts, doc: Doc) -> None:
    """Show the chosen companies on top of the page, each with a way to drop it."""
    chosen = [entity for entity in doc.entities if entity.id in state.companies]
    if not chosen:
        return
    with st.container(horizontal=True, key="chips", gap="small", vertical_alignment="center"):
        st.caption(t("pages.chips.label"), width="content")
        for entity in chosen:
            left = tuple(each for each in state.companies if each != entity.id)
            st.button(
                f"{name_of(entity, t)} ✕",
                key=f"chip.{entity.id}",
                help=t("pages.chips.drop", name=name_of(entity, t)),
                on_click=change,
                kwargs={"companies": left},
            )
        clear(t, "chips")


def clear(t: Texts, place: str) -> None:
    """Show the button that clears the company filter; `place` tells several apart."""
    st.button(
        t("pages.chips.clear"),
        key=f"clear.{place}",
        type="tertiary",
        on_click=change,
        kwargs={"companies": ()},
    )


def name_of(entity: Entity, t: Texts) -> str:
    """Return an entity's name in the reader's language, marked where no list has it."""
    name = (entity.name_en if t.language == "en" else "") or entity.name
    return name if entity.listed else t("add.names.mark", name=name)


def _filter(state: State, t: Texts, doc: Doc) -> None:
    counts = Counter(mention.entity for mention in doc.mentions)
    companies = {entity.id: entity for entity in doc.entities if entity.kind == "company"}
    seed("control.companies", list(state.companies))
    st.multiselect(
        t("pages.sidebar.companies"),
        sorted(companies, key=lambda identifier: -counts[identifier]),
        format_func=lambda each: f"{name_of(companies[each], t)} ({counts[each]})",
        key="control.companies",
        placeholder=t("pages.sidebar.all_companies"),
        help=t("pages.sidebar.companies_help"),
        select_all=False,
        on_change=lambda: change(companies=tuple(st.session_state["control.companies"])),
    )
    seed("control.context", state.context)
    st.toggle(
        t("pages.sidebar.context"),
        key="control.context",
        help=t("pages.sidebar.context_help"),
        on_change=lambda: change(context=st.session_state["control.context"]),
    )


def _choose_article() -> None:
    change(article=st.session_state["control.article"], companies=(), focus=None, role="")
