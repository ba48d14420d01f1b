"""A reader's own article: pasted, as a file or from an address; checked, then read."""

import streamlit as st

from components.reading.articles import ArticleError
from components.ui import bring, library, navigation, progress
from components.ui.escape import plain
from components.ui.page import begin_bare, heading, subheading, unreadable
from components.ui.state import change, shared

t = begin_bare()
heading(t("add.title"), t("add.lead"))
bring.ways(t)
draft = bring.draft()
if draft is None:
    st.stop()
subheading(t("add.check.heading"))
article = bring.form(draft, t)
if article is None:
    st.stop()
identifier = library.keep(article)
try:
    progress.load(identifier, t)
except ArticleError as error:
    # What was brought stays on the page, to be changed and read again.
    library.forget(identifier)
    st.error(plain(unreadable(error, t)))
    st.stop()
change(article=identifier, companies=(), focus=None, role="")
bring.done()
st.switch_page(navigation.FILES["overview"], query_params=shared(library.articles()))
