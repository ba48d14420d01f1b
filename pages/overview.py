"""The article in one screen: its figures, events and actors, and what it leaves unsaid."""

from components import tables
from components.charts.actors import actors, actors_summary
from components.charts.style import EXPORT_WIDTH
from components.charts.timeline import timeline, timeline_summary
from components.ui import cards, chart, library, navigation
from components.ui.export import bundle_button
from components.ui.kept import kept
from components.ui.page import begin, heading, nothing
from components.ui.state import shared

page = begin("overview")
doc, t, reach = page.doc, page.t, page.reach
heading(tables.headline(doc, t, reach), cards.title_line(page))
if page.size != "wide":
    # The sidebar, where it stands too, may be closed.
    navigation.add_link(t, shared(library.articles()))

amounts = tables.narrow(kept(page, "amounts", lambda: tables.amounts(doc, t)), reach)
events = tables.narrow(kept(page, "told events", lambda: tables.events(doc, t)), reach)
lanes = tables.narrow_lanes(kept(page, "lanes", lambda: tables.lanes(doc, t)), events, reach)
with chart.beside(page):
    if amounts.empty:
        nothing(page, "amounts")
    else:
        cards.figures(page, amounts)
    if not events.empty:
        timed = chart.Chart(
            "timeline",
            lambda: timeline(events, lanes, t, page.narrow, compact=True),
            lambda: timeline(events, lanes, t, width=EXPORT_WIDTH),
            lambda: timeline_summary(events, t),
            events,
            ("number", "date_label", "label", "agents", "targets"),
        )
        chart.show(page, timed)
    shown = tables.narrow(lanes, reach)
    if not shown.empty:
        counted = chart.Chart(
            "actors",
            lambda: actors(shown, t, page.narrow),
            lambda: actors(shown, t),
            lambda: actors_summary(shown, t),
            shown,
            ("name", "kind_label", "mentions"),
        )
        chart.show(page, counted)
    cards.unsaid(page)
cards.colophon(page)
bundle_button(doc, t, page.outside)
