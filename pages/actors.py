"""Who stands in what relation to whom, each with the sentence that says so."""

from components import tables
from components.charts.actors import actors, actors_summary
from components.charts.network import network, network_summary
from components.ui import chart
from components.ui.page import begin, heading, nothing

page = begin()
doc, t = page.doc, page.t
heading(tables.headline(doc, t), t("pages.actors.lead"))

relations = tables.narrow(tables.relations(doc, t), page.reach)
shown = tables.narrow(tables.lanes(doc, t), page.reach)
with chart.beside(page, "actors"):
    if relations.empty:
        nothing(page, "relations")
    else:
        tied = page.reach and page.reach.union(relations["head_id"], relations["tail_id"])
        fig = network(relations, tables.narrow(tables.lanes(doc, t), tied), t, page.narrow)
        summary = network_summary(relations, t)
        columns = ("head", "type_label", "tail", "sentence")
        chart.show(page, chart.Chart("network", fig, summary, relations, columns))
    if not shown.empty:
        fig, summary = actors(shown, t, page.narrow), actors_summary(shown, t)
        columns = ("name", "kind_label", "mentions")
        chart.show(page, chart.Chart("actors", fig, summary, shown, columns))
