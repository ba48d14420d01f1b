"""The parts of the overview that are words: figure cards, what is unsaid, where it comes from."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components import tables
from components.charts.style import kind_colour
from components.ui import more
from components.ui.escape import plain
from components.ui.facts import sentence_at
from components.ui.kept import kept
from components.ui.page import Page, focus_on, subheading

CARDS = 4
AT_ONCE = 20


def title_line(page: Page) -> str:
    """Return the article's title and source as one line."""
    article, t = page.doc.article, page.t
    title = (article.title_en if t.language == "en" else "") or article.title or article.id
    return t("pages.overview.lead", title=title, source=article.source or t("tables.unknown"))


def figures(page: Page, amounts: pd.DataFrame) -> None:
    """Show a card for each amount of its own: what it is, how large, whose, how sure.

    The largest come first, investments before the rest; more than four stand in the table of the
    investments page.
    """
    own = amounts[amounts["restates"] == ""]
    order = [tables.charted(own, role) for role in dict.fromkeys(["investment", *own["role"]])]
    drawn = pd.concat([*order, own]).drop_duplicates("id").head(CARDS)
    subheading(page.t("pages.overview.figures"))
    columns = st.columns(2 if not page.narrow else 1, gap="large")
    for number, row in enumerate(tables.records(drawn)):
        with columns[number % len(columns)]:
            _card(page, row)


def unsaid(page: Page) -> None:
    """List what the text leaves unsaid, each leading to its sentence; then the coverage line.

    Of long lists the first are shown, and more on request.
    """
    t, doc = page.t, page.doc
    found = kept(page, repr(("unsaid", page.reach)), lambda: _unsaid(page))
    if found:
        subheading(t("pages.overview.unsaid"))
    with st.container(key="unsaid", gap=None):
        for number, item in enumerate(found[: more.shown("unsaid", AT_ONCE)]):
            _lead(item.text, f"unsaid.{number}", item.fact)
        more.offer("unsaid", len(found), AT_ONCE, t)
    left = kept(page, "uncharted", lambda: tables.uncharted(doc, t))
    st.html(f'<p class="yomi-quiet">{escape(tables.coverage_line(doc, t))}</p>')
    if len(left):
        with st.expander(t("pages.overview.uncharted", count=len(left))):
            for row in tables.records(left[: more.shown("left", AT_ONCE)]):
                _lead(f"{row['text']} — {row['why_label']}", f"left.{row['id']}", row["id"])
            more.offer("left", len(left), AT_ONCE, t)


def colophon(page: Page) -> None:
    """Say where the text comes from and how its dates are read."""
    article, t = page.doc.article, page.t
    source = escape(article.source or t("tables.unknown"))
    if article.url.startswith(("https://", "http://")):
        source = f'<a href="{escape(article.url)}" target="_blank" rel="noopener">{source}</a>'
    note = (article.reference_note_en if t.language == "en" else "") or article.reference_note
    if not article.reference_date:
        reference = t("pages.overview.no_reference")
    else:
        # A note says why the date may be used: without one it is the publication date itself.
        form = "reference" if note else "published"
        reference = t(f"pages.overview.{form}", date=article.reference_date, note=note)
    st.html(
        f'<p class="yomi-quiet">{escape(t("pages.overview.source"))}: {source}<br>'
        f"{escape(reference)}</p>"
    )


def _card(page: Page, row: dict[Any, Any]) -> None:
    t = page.t
    payers = row["payers"] or t("tables.unknown")
    told = payers in (row["label"], *row["note"].split(" / ")) or row["joint"]
    by = "" if told else t("pages.overview.by", names=payers)
    st.html(
        f'<article class="yomi-card" style="--kind:{kind_colour(row["kind"])}">'
        f"<h3>{escape(row['label'])}</h3>"
        f'<p class="value">{escape(row["value_label"])}</p>'
        f"<p>{escape(' / '.join(filter(None, (row['role_label'], row['status_label'], by))))}</p>"
        f'<p class="words">{escape(row["note"])}</p></article>'
    )
    _lead(t("pages.overview.sentence"), f"card.{row['id']}", row["id"])


def _unsaid(page: Page) -> list[tables.Unsaid]:
    near = tables.concerned_sentences(page.doc, page.reach)
    found = tables.unsaid(page.doc, page.t)
    return [each for each in found if sentence_at(page.doc, each.start) in near]


def _lead(words: str, key: str, fact: str) -> None:
    st.button(plain(words), key=key, type="tertiary", on_click=focus_on, args=(fact,))
