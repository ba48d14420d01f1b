"""A chart on a page: the figure, and under it one line: table, export, how to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.style import themed
from components.ui import panel, table
from components.ui.escape import plain
from components.ui.export import export_control
from components.ui.kept import kept
from components.ui.page import Page, focus_on

CONFIG = {"displayModeBar": False, "responsive": True, "doubleClick": False, "scrollZoom": False}


@dataclass(frozen=True, slots=True)
class Chart:
    """How a chart is made of its page, with what says the same without sight.

    `draw` makes the figure for the screen, `paper` the one that is exported, both in their light
    form. `columns` are those of `frame` that the table shows; `name` picks the texts.
    """

    name: str
    draw: Callable[[], go.Figure]
    paper: Callable[[], go.Figure]
    summary: Callable[[], str]
    frame: pd.DataFrame
    columns: tuple[str, ...]


@contextmanager
def beside(page: Page) -> Iterator[None]:
    """Lay out a page: its charts on the left, the sentence panel on the right."""
    if page.size != "wide":
        yield
        panel.show(page)
        return
    left, right = st.columns([5, 2], gap="large")
    with right:
        panel.show(page)
    with left:
        yield


def show(page: Page, chart: Chart) -> None:
    """Show a chart; a click on a mark puts its fact in focus."""
    key = f"chart.{chart.name}"
    look = repr((page.here, key, page.chosen, page.narrow, page.theme))
    fig, summary = kept(page, look, lambda: (themed(chart.draw(), page.theme), chart.summary()))
    st.plotly_chart(
        fig,
        theme=None,
        key=key,
        on_select=lambda: _pick(key),
        selection_mode="points",
        config=CONFIG,
        alt=summary,
    )
    _line(page, chart, key, summary)


def _line(page: Page, chart: Chart, key: str, summary: str) -> None:
    t, opened = page.t, f"{key}.opened"
    with st.container(horizontal=True, gap="small", key=f"{key}.line", vertical_alignment="center"):
        is_open = st.session_state.get(opened, False)
        st.button(
            t("pages.chart.close_table" if is_open else "pages.chart.table"),
            key=f"{key}.toggle",
            on_click=lambda: st.session_state.update({opened: not is_open}),
        )
        export_control(
            chart.paper,
            chart.frame,
            chart.name,
            t,
            article_id=page.doc.article.id,
            companies=page.state.companies,
            chosen=repr(page.chosen),
        )
        with st.popover(t("pages.chart.how")):
            st.markdown(plain(t(f"pages.how.{chart.name}")))
    if is_open:
        table.show(page, f"{key}.table", chart.frame, chart.columns, summary)


def _pick(key: str) -> None:
    """Focus the fact of the chosen mark; choosing a chosen mark again keeps its fact."""
    points = st.session_state[key].selection.points
    last = f"{key}.last"
    if points:
        st.session_state[last] = points[0]["customdata"][0]
    if last in st.session_state:
        focus_on(st.session_state[last])
