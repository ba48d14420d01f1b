"""Long lists in parts: a part is shown, and under it the way to see more."""

from __future__ import annotations

import streamlit as st

from components.texts import Texts


def shown(key: str, at_once: int) -> int:
    """Return how many of a list are to be shown; at first `at_once`."""
    return int(st.session_state.get(_name(key), at_once))


def offer(key: str, total: int, at_once: int, t: Texts) -> None:
    """Show the button that doubles what is shown of `total`, where that is not all."""
    now = shown(key, at_once)
    if total > now:
        st.button(
            t("pages.more", count=total - now),
            key=f"{key}.more",
            type="tertiary",
            on_click=lambda: st.session_state.update({_name(key): 2 * now}),
        )


def _name(key: str) -> str:
    return f"{key}.shown"
