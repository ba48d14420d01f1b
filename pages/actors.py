"""Who stands in what relation to whom, each with the sentence that says so."""

from components import tables
from components.charts.actors import actors, actors_summary
from components.charts.network import network, network_summary
from components.ui import chart, unlisted
from components.ui.kept import kept
from components.ui.page import begin, heading, nothing

page = begin("actors")
doc, t, reach = page.doc, page.t, page.reach
heading(tables.headline(doc, t, reach), t("pages.actors.lead"))

relations = tables.narrow(kept(page, "relations", lambda: tables.relations(doc, t)), reach)
lanes = kept(page, "lanes", lambda: tables.lanes(doc, t))
shown = tables.narrow(lanes, reach)
with chart.beside(page):
    if relations.empty:
        nothing(page, "relations")
    else:
        tied = tables.narrow(
            lanes, reach and reach.union(relations["head_id"], relations["tail_id"])
        )
        ties = chart.Chart(
            "network",
            lambda: network(relations, tied, t, page.narrow),
            lambda: network(relations, tied, t),
            lambda: network_summary(relations, t),
            relations,
            ("head", "type_label", "tail", "sentence"),
        )
        chart.show(page, ties)
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
    unlisted.show(page)
