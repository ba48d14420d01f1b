"""A reader's own article: pasted, as a file or from an address; checked, then read."""

import streamlit as st

from components.ui import bring, library, navigation
from components.ui.page import begin_bare, heading, subheading
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
change(article=library.keep(article), companies=(), focus=None, role="")
bring.done()
st.switch_page(navigation.FILES["overview"], query_params=shared(library.articles()))
