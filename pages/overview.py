"""The article in one screen: its figures, events and actors, and what it leaves unsaid."""

from components import tables
from components.charts.actors import actors, actors_summary
from components.charts.style import EXPORT_WIDTH
from components.charts.timeline import timeline, timeline_summary
from components.ui import cards, chart
from components.ui.export import bundle_button
from components.ui.page import begin, heading, nothing

page = begin()
doc, t = page.doc, page.t
heading(tables.headline(doc, t, page.reach), cards.title_line(page))

amounts = tables.narrow(tables.amounts(doc, t), page.reach)
events = tables.narrow(tables.events(doc, t), page.reach)
lanes = tables.narrow_lanes(tables.lanes(doc, t), events, page.reach)
with chart.beside(page, "overview"):
    if amounts.empty:
        nothing(page, "amounts")
    else:
        cards.figures(page, amounts)
    if not events.empty:
        fig = timeline(events, lanes, t, page.narrow, compact=True)
        columns = ("number", "date_label", "label", "agents", "targets")
        summary, paper = timeline_summary(events, t), timeline(events, lanes, t, width=EXPORT_WIDTH)
        chart.show(page, chart.Chart("timeline", fig, summary, events, columns, paper))
    shown = tables.narrow(lanes, page.reach)
    if not shown.empty:
        fig, summary = actors(shown, t, page.narrow), actors_summary(shown, t)
        columns = ("name", "kind_label", "mentions")
        chart.show(page, chart.Chart("actors", fig, summary, shown, columns, actors(shown, t)))
    cards.unsaid(page)
cards.colophon(page)
bundle_button(doc, t, page.outside)
