"""What is costly to make is made once for an article and what its reader chose, not on every run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import streamlit as st

from components.ui.page import Page

T = TypeVar("T")


def kept(page: Page, name: str, make: Callable[[], T]) -> T:
    """Return what `make` makes of an article, made once for it and the language.

    `name` tells apart what is kept, and says what else it depends on. Sessions share what comes
    back, so nobody may change it.
    """
    key = (page.fingerprint, page.outside, page.t.language, name)
    return cast("T", _kept(repr(key), make))


# A table of 10,000 events takes some 10 MB: what is made of a few long articles is enough.
@st.cache_resource(max_entries=32, show_spinner=False)
def _kept(key: str, _make: Callable[[], object]) -> object:
    return _make()
