"""The article to read in the browser: highlights with cards, legend, search, map of the text.

What is costly is made once for an article and a language; a run sends it again as the same
string, so that the browser keeps what it has drawn.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components.export.annotated import annotated_html
from components.export.names import filename
from components.markup import article_html, evidence, kind_css, legend, marks
from components.reading.model import Doc
from components.texts import Texts
from components.ui.reader_cards import cards

ASSETS = Path(__file__).parent / "assets"
SHEETS = ("reader.css", "reader_card.css")
SCRIPTS = ("reader_card.js", "reader_popup.js", "reader_find.js", "reader_map.js", "reader.js")
KEY = "reader"


def reader(
    doc: Doc,
    t: Texts,
    *,
    made: Mapping[str, pd.DataFrame],
    concerned: Collection[int] | None,
    focus: str | None,
    on_pick: Callable[[str], None],
    on_show: Callable[[str], None],
) -> str:
    """Draw the text; return the id of the fact whose chart was asked for in this run, or "".

    `made` are tables of the Doc that are there already (see `cards`). `concerned` are the indices
    of the sentences that stay dark (None: all), `focus` is the id of the fact to scroll to and
    outline. `on_pick` gets the id of a highlight that was chosen, `on_show` the id of a fact to be
    shown in its chart, both before the page runs.
    """
    total = len(doc.sentences)
    now = {
        "dim": [] if concerned is None else [i for i in range(total) if i not in concerned],
        "note": "" if concerned is None else t("article.dimmed", count=len(concerned), total=total),
        "focus": focus or "",
    }
    _, fixed = _fixed(doc, t.language, t, made)
    # A dict would make Streamlit look for data frames in it; a string goes through as it is.
    data = f"{fixed[:-1]}, {json.dumps(now, ensure_ascii=False)[1:]}"
    told = _component()(
        key=KEY,
        data=data,
        on_pick_change=lambda: on_pick(_value("pick")),
        on_show_change=lambda: on_show(_value("show")),
    )
    return str(told.show or "")


def download(doc: Doc, t: Texts) -> None:
    """Offer the text with its highlights as a file that opens anywhere."""
    st.download_button(
        t("article.download"),
        lambda: annotated_html(doc, t),
        filename(doc.article.id, "text", (), "html"),
        mime="text/html",
        on_click="ignore",
    )


def _value(name: str) -> str:
    return str(st.session_state[KEY][name])


# The Doc is part of what is kept, so that no other can take its place in memory and its id.
@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Doc: id})
def _fixed(
    doc: Doc, language: str, _t: Texts, _made: Mapping[str, pd.DataFrame]
) -> tuple[Doc, str]:
    """Return, as JSON, what the browser needs of a Doc in a language, with a version."""
    drawn = marks(doc)
    words = {
        name.rpartition(".")[2]: text
        for area in ("article.reader.", "article.card.")
        for name, text in _t.entries.items()
        if name.startswith(area)
    }
    whole: dict[str, Any] = {
        "html": article_html(doc, (*drawn, *evidence(doc))),
        "legend": legend(drawn, _t),
        "cards": cards(doc, _t, _made),
        "words": {**words, "dim": _t("article.dim")},
    }
    told = json.dumps(whole, ensure_ascii=False)
    version = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]
    return doc, f'{{"version": "{version}", {told[1:]}'


@cache
def _component() -> Any:
    """Register the component once per process."""
    return st.components.v2.component(
        "yomitoki_reader",
        html=_read("reader.html"),
        css=kind_css() + "\n".join(map(_read, SHEETS)),
        js="\n".join(map(_read, SCRIPTS)),
    )


def _read(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")
