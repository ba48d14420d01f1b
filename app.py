"""The dashboard's frame: what every page shares, then the page that the address names."""

import logging

import streamlit as st

from components.reading.articles import ArticleError
from components.texts import texts
from components.ui import library, navigation, notices, progress, sidebar, style, window
from components.ui import page as pages
from components.ui import state as states

articles = library.articles()
t = texts(states.begin(articles).language)
# Before a long article is read: what is chosen meanwhile must not lose against the old address.
states.publish(articles)
try:
    doc = progress.load(states.state().article, t)
    pages.settle_on(doc)
    pages.remember(None)
except ArticleError as error:
    doc = None
    pages.remember(error)  # The page says why.
state = states.state()

st.set_page_config(t("pages.app"), layout="wide", initial_sidebar_state=style.SIDEBAR)
states.publish(articles)
page = navigation.declare(t)
window.watch(state.language)
style.apply()
sidebar.show(state, t, articles, doc)
navigation.links(t, states.shared(articles))
context = pages.outside_fault(doc) if doc else ""
notices.show(states.faults(), library.faults(), context, t)
if doc:
    sidebar.chips(state, t, doc)
try:
    page.run()
except Exception:  # The outermost edge: whatever happened, the reader gets a sentence.
    logging.getLogger("yomitoki").exception("A page failed at %s", st.query_params.to_dict())
    st.error(t("pages.failed"))
