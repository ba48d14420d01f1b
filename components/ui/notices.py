"""What the reader is told above a page: an address in vain, a fault in the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.texts import Texts
from components.ui.escape import plain
from components.ui.state import Fault


def show(found: Sequence[Fault], vocabulary: Sequence[str], context: str, t: Texts) -> None:
    """Say in one sentence each what names nothing; the vocabulary's faults stay folded.

    `context` is what is wrong with the facts from outside the article, or "".
    """
    for fault in found:
        st.warning(plain(t(f"pages.fault.{fault.name}", value=fault.value)))
    if context:
        st.warning(plain(t("pages.context_fault", detail=context)))
    if vocabulary:
        with st.expander(t("pages.vocabulary.title", count=len(vocabulary))):
            st.caption(t("pages.vocabulary.help"))
            for sentence in vocabulary:
                st.markdown(f"- {plain(sentence)}")
