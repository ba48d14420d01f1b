"""How much is invested, by whom, and how sure the text is of it."""

import streamlit as st

from components import tables
from components.charts.investments import investments, investments_summary
from components.charts.scale import scale, scale_summary
from components.ui import chart, controls
from components.ui.kept import kept
from components.ui.page import begin, heading, nothing

COLUMNS = ("label", "value_label", "payers", "role_label", "status_label", "note", "text")

page = begin("investments")
doc, t, state = page.doc, page.t, page.state
heading(tables.headline(doc, t, page.reach), t("pages.investments.lead"))

stated = tables.narrow(kept(page, "amounts", lambda: tables.amounts(doc, t)), page.reach)
with chart.beside(page):
    if stated.empty:
        nothing(page, "amounts")
        st.stop()
    role = controls.amounts(page, stated)
    drawn = tables.charted(controls.converted(page, stated), role)
    if drawn.empty:
        nothing(page, "role")
        st.stop()
    columns = (*COLUMNS, "rate", "rate_date") if state.currency else COLUMNS
    bars = chart.Chart(
        "investments",
        lambda: investments(drawn, t, state.scale, page.narrow),
        lambda: investments(drawn, t, state.scale),
        lambda: investments_summary(drawn, t),
        drawn,
        columns,
    )
    chart.show(page, bars)
    squares = chart.Chart(
        "scale",
        lambda: scale(drawn, t, page.narrow),
        lambda: scale(drawn, t),
        lambda: scale_summary(drawn, t),
        drawn,
        columns,
    )
    chart.show(page, squares)
