"""The controls above a chart: role, scale, currency, view; each is a part of the address."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components import tables
from components.ui.escape import plain
from components.ui.facts import asked_role, main_role
from components.ui.page import Page
from components.ui.state import CHOICES, ROLES, change, seed


def amounts(page: Page, stated: pd.DataFrame) -> str:
    """Show the scale and, where there is a choice, the role and the currency of the amounts.

    Return the role to be drawn: one at a time, so that revenue never stands beside investment.
    """
    t, drawn = page.t, page.state.role or main_role(page.doc)
    roles = set(stated["role"]) | {drawn}
    with st.container(horizontal=True, gap="medium"):
        if len(roles) > 1:
            named = {role: t(f"tables.role.{role}") for role in ROLES if role in roles}
            _role(page, drawn, named)
        _choice(page, "scale", {name: t(f"pages.investments.{name}") for name in CHOICES["scale"]})
        if set(stated["currency"]) - {"JPY"} or page.state.currency:
            words = {"": t("pages.investments.stated"), "JPY": t("pages.investments.yen")}
            _choice(page, "currency", words)
    if drawn != "investment" and not page.state.role:
        st.caption(plain(t("pages.investments.as_role", role=t(f"tables.role.{drawn}"))))
    return drawn


def converted(page: Page, stated: pd.DataFrame) -> pd.DataFrame:
    """Return the amounts in the currency asked for, at the rate of the article's reference date."""
    day = page.doc.article.reference_date
    if not page.state.currency:
        return stated
    if day is None:
        st.info(page.t("pages.investments.no_rate"))
        return stated
    return tables.convert(stated, page.state.currency, day, page.t)


def view(page: Page) -> None:
    """Show the choice between the calendar and the story."""
    _choice(page, "view", {name: page.t(f"pages.timeline.{name}") for name in CHOICES["view"]})


def _role(page: Page, drawn: str, named: Mapping[str, str]) -> None:
    key = "control.role"
    seed(key, drawn)
    st.segmented_control(
        page.t("pages.control.role"),
        list(named),
        format_func=lambda role: named[role],
        key=key,
        required=True,
        on_change=lambda: change(role=asked_role(page.doc, st.session_state[key])),
    )


def _choice(page: Page, name: str, options: Mapping[str, str]) -> None:
    key = f"control.{name}"
    seed(key, getattr(page.state, name))
    st.segmented_control(
        page.t(f"pages.control.{name}"),
        list(options),
        format_func=lambda option: options[option],
        key=key,
        required=True,
        on_change=lambda: change(**{name: st.session_state[key]}),
    )
