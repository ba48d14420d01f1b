"""A frame as an accessible table whose rows lead to their sentences."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from components.export.table import plain
from components.ui import more
from components.ui.page import Page, focus_on

AT_ONCE = 200
_ASSETS = Path(__file__).parent / "assets"
_table = st.components.v2.component(
    "yomitoki_table",
    html='<div class="frame"></div>',
    css=(_ASSETS / "table.css").read_text(encoding="utf-8"),
    js=(_ASSETS / "table.js").read_text(encoding="utf-8"),
)


def show(page: Page, key: str, frame: pd.DataFrame, columns: Sequence[str], caption: str) -> None:
    """Show the `columns` of a frame that hold something; a row puts the fact of its column "id" in focus.

    Of a long frame the first rows are shown, and more on request.
    """
    t = page.t
    told = [name for name in columns if any(map(plain, frame[name].tolist()))]
    part = frame[: more.shown(key, AT_ONCE)]
    rows = [
        {"id": identifier, "cells": [plain(cell) for cell in cells]}
        for identifier, *cells in part[["id", *told]].itertuples(index=False)
    ]
    # A string: a dict would make Streamlit look for frames in it.
    data = {
        "caption": caption,
        "columns": [t(f"tables.column.{name}") for name in told],
        "rows": rows,
        "chosen": page.state.focus,
        "lead": t("pages.table.lead"),
    }
    _table(key=key, data=json.dumps(data, ensure_ascii=False), on_pick_change=lambda: _pick(key))
    more.offer(key, len(frame), AT_ONCE, t)


def _pick(key: str) -> None:
    if picked := st.session_state[key].get("pick"):
        focus_on(picked)
