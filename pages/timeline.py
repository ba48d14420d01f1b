"""Who did what and when: along the calendar, or along the text."""

import streamlit as st

from components import tables
from components.charts.story import story, story_summary
from components.charts.style import EXPORT_WIDTH
from components.charts.timeline import timeline, timeline_summary
from components.ui import chart, controls
from components.ui.page import begin, heading, nothing

COLUMNS = ("number", "date_label", "label", "agents", "targets", "status_label", "note")

page = begin()
doc, t, view = page.doc, page.t, page.state.view
heading(tables.headline(doc, t, page.reach), t(f"pages.timeline.lead_{view}"))

events = tables.narrow(tables.events(doc, t, page.outside), page.reach)
if view == "story":
    events = events[~events["outside"]].reset_index(drop=True)
lanes = tables.narrow_lanes(tables.lanes(doc, t), events, page.reach)
with chart.beside(page, "timeline"):
    controls.view(page)
    if events.empty:
        nothing(page, "events")
        st.stop()
    if view == "calendar":
        fig, summary = timeline(events, lanes, t, page.narrow), timeline_summary(events, t)
        paper = timeline(events, lanes, t, width=EXPORT_WIDTH)
        chart.show(page, chart.Chart("timeline", fig, summary, events, COLUMNS, paper))
    else:
        mentions = tables.narrow(tables.mentions(doc, t), page.reach)
        text = doc.article.text
        headings = [(p.start, text[p.start : p.end]) for p in doc.paragraphs if p.heading]
        told = (events, mentions, lanes, len(text), headings, t)
        fig, summary = story(*told, page.narrow), story_summary(events, mentions, headings, t)
        chart.show(page, chart.Chart("story", fig, summary, events, COLUMNS, story(*told)))
