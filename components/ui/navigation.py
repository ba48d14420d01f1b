"""The pages of the dashboard and the links between them, which carry the reader's state."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.texts import Texts
from components.ui.state import Address

FILES: Mapping[str, str] = MappingProxyType(
    {
        name: f"pages/{name}.py"
        for name in ("overview", "investments", "timeline", "article", "actors", "add")
    }
)
# The page that leads to all others stands beside the choice of the article, in the sidebar.
ADD = "add"


def declare(t: Texts) -> StreamlitPage:
    """Tell Streamlit the pages, named in the reader's language; return the one asked for."""
    pages = [
        st.Page(file, title=t(f"pages.{name}.name"), default=name == "overview")
        for name, file in FILES.items()
    ]
    return st.navigation(pages, position="hidden")


def links(t: Texts, address: Address) -> None:
    """Show a link to each page; as it carries the address, it also opens in another tab."""
    with st.container(horizontal=True, key="navigation", gap="small"):
        for name, file in FILES.items():
            if name != ADD:
                st.page_link(file, label=t(f"pages.{name}.name"), query_params=address)


def add_link(t: Texts, address: Address) -> None:
    """Show the link to the page that brings an article."""
    st.page_link(FILES[ADD], label=t("pages.add.name"), icon=":material/add:", query_params=address)
