"""Who did what and when: along the calendar, or along the text."""

import streamlit as st

from components import tables
from components.charts.story import story, story_summary
from components.charts.style import EXPORT_WIDTH
from components.charts.timeline import timeline, timeline_summary
from components.ui import chart, controls
from components.ui.kept import kept
from components.ui.page import begin, heading, nothing

COLUMNS = ("number", "date_label", "label", "agents", "targets", "status_label", "note")

page = begin("timeline")
doc, t, reach, view = page.doc, page.t, page.reach, page.state.view
heading(tables.headline(doc, t, reach), t(f"pages.timeline.lead_{view}"))

events = tables.narrow(kept(page, "events", lambda: tables.events(doc, t, page.outside)), reach)
if view == "story":
    events = events[~events["outside"]].reset_index(drop=True)
lanes = tables.narrow_lanes(kept(page, "lanes", lambda: tables.lanes(doc, t)), events, reach)
with chart.beside(page):
    controls.view(page)
    if events.empty:
        nothing(page, "events")
        st.stop()
    if view == "calendar":
        timed = chart.Chart(
            "timeline",
            lambda: timeline(events, lanes, t, page.narrow),
            lambda: timeline(events, lanes, t, width=EXPORT_WIDTH),
            lambda: timeline_summary(events, t),
            events,
            COLUMNS,
        )
        chart.show(page, timed)
    else:
        mentions = tables.narrow(kept(page, "mentions", lambda: tables.mentions(doc, t)), reach)
        text = doc.article.text
        headings = [(p.start, text[p.start : p.end]) for p in doc.paragraphs if p.heading]
        told = chart.Chart(
            "story",
            lambda: story(events, mentions, lanes, len(text), headings, t, page.narrow),
            lambda: story(events, mentions, lanes, len(text), headings, t),
            lambda: story_summary(events, mentions, headings, t),
            events,
            COLUMNS,
        )
        chart.show(page, told)
