"""The annotated article as one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from components import tables
from components.markup import Mark, article_html, kind_css, legend, marks
from components.reading.model import Doc
from components.texts import Texts

STYLE = """
:root { color-scheme: light; }
body { background: #fff; color: #111827; line-height: 2; margin: 2rem auto; max-width: 40em;
  padding: 0 1rem;
  font-family: "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic",Meiryo,sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.5; }
h2 { font-size: 1.15rem; line-height: 1.6; margin-top: 2rem; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
.about { border-top: 1px solid #dfe3e9; color: #4b5563; font-size: .85rem; margin-top: 2.5rem; }
.about dt { float: left; clear: left; margin-right: .75em; }
.about dd { margin: 0; overflow-wrap: anywhere; }
"""


def annotated_html(doc: Doc, t: Texts) -> str:
    """Return the whole text with every highlight, its legend and its source as an HTML page.

    A highlight's normalised value is its tooltip: 600億ドル以上 says "≥ 600億ドル".
    """
    found = _labelled(doc, t)
    title = escape(doc.article.title or tables.headline(doc, t))
    return f"""<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>{STYLE}{kind_css()}</style>
</head>
<body>
<header lang="{t.language}">
<h1 lang="ja">{title}</h1>
<ul class="legend" aria-label="{escape(t("export.article_legend"))}">{_legend(found, t)}</ul>
</header>
<main>
{article_html(doc, found)}
</main>
<footer class="about" lang="{t.language}">{_about(doc, t)}</footer>
</body>
</html>
"""


def _labelled(doc: Doc, t: Texts) -> list[Mark]:
    """Return the highlights with what the fact says as label."""
    frames = {
        "value_label": tables.amounts(doc, t),
        "date_label": tables.dates(doc, t),
        "rank_label": tables.ranks(doc, t),
        "speaker": tables.quotations(doc, t),
        "entity": tables.mentions(doc, t),
        "why_label": tables.uncharted(doc, t),
    }
    said = {
        str(row["id"]): str(row[column])
        for column, frame in frames.items()
        for row in tables.records(frame[["id", column]])
    }
    return [
        replace(mark, label=" / ".join(filter(None, (said.get(i) for i in (mark.id, *mark.extra)))))
        for mark in marks(doc)
    ]


def _legend(found: Sequence[Mark], t: Texts) -> str:
    return "".join(
        f'<li><mark class="y y-{kind}">{escape(name)}</mark> {count}</li>'
        for kind, name, count in legend(found, t)
    )


def _about(doc: Doc, t: Texts) -> str:
    article = doc.article
    source = " ".join(filter(None, (article.source, article.url)))
    rows = [(t("export.article_source"), source), (t("export.article_hash"), article.sha256)]
    facts = "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in rows if v)
    notes = (t("export.article_note"), t("export.rights_facts"), t("export.rights_text"))
    return f"<dl>{facts}</dl>" + "".join(f"<p>{escape(note)}</p>" for note in notes)
