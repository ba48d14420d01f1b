"""Who stands in what relation to whom, each with the sentence that says so."""

from components import tables
from components.charts.actors import actors, actors_summary
from components.charts.network import network, network_summary
from components.ui import chart, unlisted
from components.ui.page import begin, heading, nothing

page = begin()
doc, t = page.doc, page.t
heading(tables.headline(doc, t, page.reach), t("pages.actors.lead"))

relations = tables.narrow(tables.relations(doc, t), page.reach)
shown = tables.narrow(tables.lanes(doc, t), page.reach)
with chart.beside(page, "actors"):
    if relations.empty:
        nothing(page, "relations")
    else:
        tied = page.reach and page.reach.union(relations["head_id"], relations["tail_id"])
        lanes = tables.narrow(tables.lanes(doc, t), tied)
        fig, summary = network(relations, lanes, t, page.narrow), network_summary(relations, t)
        columns, paper = ("head", "type_label", "tail", "sentence"), network(relations, lanes, t)
        chart.show(page, chart.Chart("network", fig, summary, relations, columns, paper))
    if not shown.empty:
        fig, summary = actors(shown, t, page.narrow), actors_summary(shown, t)
        columns, paper = ("name", "kind_label", "mentions"), actors(shown, t)
        chart.show(page, chart.Chart("actors", fig, summary, shown, columns, paper))
    unlisted.show(page)
