"""How much is invested, by whom, and how sure the text is of it."""

import streamlit as st

from components import tables
from components.charts.investments import investments, investments_summary
from components.charts.scale import scale, scale_summary
from components.ui import chart, controls
from components.ui.page import begin, heading, nothing

COLUMNS = ("label", "value_label", "payers", "role_label", "status_label", "note", "text")

page = begin()
t, state = page.t, page.state
heading(tables.headline(page.doc, t, page.reach), t("pages.investments.lead"))

stated = tables.narrow(tables.amounts(page.doc, t), page.reach)
with chart.beside(page, "investments"):
    if stated.empty:
        nothing(page, "amounts")
        st.stop()
    role = controls.amounts(page, stated)
    drawn = tables.charted(controls.converted(page, stated), role)
    if drawn.empty:
        nothing(page, "role")
        st.stop()
    columns = (*COLUMNS, "rate", "rate_date") if state.currency else COLUMNS
    fig, summary = investments(drawn, t, state.scale, page.narrow), investments_summary(drawn, t)
    paper = investments(drawn, t, state.scale)
    chart.show(page, chart.Chart("investments", fig, summary, drawn, columns, paper))
    fig, summary, paper = scale(drawn, t, page.narrow), scale_summary(drawn, t), scale(drawn, t)
    chart.show(page, chart.Chart("scale", fig, summary, drawn, columns, paper))
