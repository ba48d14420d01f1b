"""The export control under a chart: six files of what is on screen, made in the reader's browser.

Images are drawn by plotly.js with the reader's own fonts: the server needs no browser and no
Japanese font. plotly.js comes from the installed plotly package, served by Streamlit itself at an
address that outlives sessions and reruns (the folder is declared as one of a component); media
files would vanish with the run that named them, and a `static` folder has no place here.
"""

from __future__ import annotations

import html
import json
import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import plotly
import plotly.graph_objects as go
import streamlit as st
from plotly.offline import get_plotlyjs_version
from streamlit.components.v1 import declare_component

from components.charts.style import EXPORT_WIDTH
from components.context import OutsideFact
from components.export.bundle import bundle, bundle_frames, bundle_name
from components.export.names import filename
from components.export.table import csv_bytes, xlsx_bytes
from components.reading.model import Doc
from components.texts import Texts

ASSETS = Path(__file__).parent / "assets"
SCRIPTS = ("export_plotly.js", "export_pdf.js", "export_page.js", "export.js")
FORMATS = ("png", "svg", "pdf", "html", "csv", "xlsx")
DRAWN, LISTED = ("png", "svg", "pdf", "html"), ("html", "csv")  # made of the figure, of the CSV
WORDS = ("open", "open_label", "busy", "saved", "failed", "no_plotly", "page_data", "made_by")


def export_control(
    draw: Callable[[], go.Figure],
    frame: pd.DataFrame,
    name: str,
    t: Texts,
    *,
    article_id: str,
    companies: Sequence[str] = (),
    chosen: str = "",
) -> None:
    """Show the control that saves a chart and its rows as PNG, SVG, PDF, HTML, CSV or Excel.

    `draw` makes the chart in the light theme, `frame` has the rows it draws: both as filtered on
    screen. `name` is the chart's name ("investments"), once a page; `companies` are the ids of the
    filter, `chosen` says whatever else the chart depends on. Only what is asked for is made.
    """
    key, stem = f"export-{name}", filename(article_id, name, companies, "x").removesuffix(".x")
    shown = repr((stem, t.language, chosen))
    asked, of = st.session_state.get(f"{key}.asked", ("", ""))
    order = {
        "name": stem,
        "shown": shown,
        "lang": t.language,
        "width": EXPORT_WIDTH,
        "plotly": _plotly_path(),
        "words": _words(t),
        # Until something else is shown: what a run sends that another ends may not arrive.
        "made": _made(asked, draw, frame, name, t) if asked and of == shown else None,
    }
    # A dict would make Streamlit look for data frames in it; a string goes through as it is.
    _control()(
        key=key,
        data=json.dumps(order, ensure_ascii=False),
        on_asked_change=lambda: _ask(key, shown),
        width="content",
    )


def bundle_button(doc: Doc, t: Texts, context: Sequence[OutsideFact] = ()) -> None:
    """Show the button that makes and saves everything read from the article as a ZIP, unfiltered."""
    st.download_button(
        t("export.bundle"),
        lambda: bundle(doc, bundle_frames(doc, t, context), t),
        file_name=bundle_name(doc.article),
        mime="application/zip",
        key="export-bundle",
        help=t("export.bundle_help"),
        on_click="ignore",
    )


def _ask(key: str, shown: str) -> None:
    st.session_state[f"{key}.asked"] = (st.session_state[key]["asked"], shown)


def _made(
    asked: str, draw: Callable[[], go.Figure], frame: pd.DataFrame, name: str, t: Texts
) -> dict[str, str]:
    """Return what the browser makes the file of that was asked for: the figure, files in base64."""
    made = {"format": asked}
    if asked in DRAWN:
        fig = draw()
        made |= {"title": _title(fig) or name, "figure": fig.to_json(validate=False)}
    if asked in LISTED:
        made["csv"] = b64encode(csv_bytes(frame)).decode("ascii")
    if asked == "xlsx":
        book = _workbook(csv_bytes(frame), t.language, frame, t)
        made["xlsx"] = b64encode(book).decode("ascii")
    return made


@st.cache_data(max_entries=16, show_spinner=False)
def _workbook(rows: bytes, language: str, _frame: pd.DataFrame, _t: Texts) -> bytes:
    """Build the workbook once for the same `rows` and `language`."""
    return xlsx_bytes(_frame, _t)


def _words(t: Texts) -> dict[str, object]:
    formats = {name: t(f"export.format.{name}") for name in FORMATS}
    return {**{word: t(f"export.{word}") for word in WORDS}, "formats": formats}


def _title(fig: go.Figure) -> str:
    """Return the figure's title as plain words, without Plotly's marks (`<b>`, `<br>`)."""
    return html.unescape(re.sub(r"<[^>]*>", "", fig.layout.title.text or ""))


def _plotly_path() -> str:
    """Return where this server serves plotly.min.js, relative to its root, with its version."""
    folder = Path(plotly.__file__).parent / "package_data"
    served = declare_component("plotly", path=str(folder))
    return f"component/{served.name}/plotly.min.js?v={get_plotlyjs_version()}"


@cache
def _control() -> Any:
    """Register the component once per process."""
    read = [(ASSETS / script).read_text(encoding="utf-8") for script in SCRIPTS]
    return st.components.v2.component(
        "yomitoki_export",
        html=(ASSETS / "export.html").read_text(encoding="utf-8"),
        css=(ASSETS / "export.css").read_text(encoding="utf-8"),
        js="\n".join(read),
    )
