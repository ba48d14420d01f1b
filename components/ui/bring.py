"""Bringing an article: three ways in, then what was guessed of it, to be corrected."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Literal

import streamlit as st

from components.bringing.checks import MAX_CHARACTERS
from components.bringing.errors import BringError
from components.bringing.extract import (
    TYPES,
    Draft,
    article,
    from_file,
    from_paste,
    from_web,
)
from components.bringing.fetch import fetch
from components.reading.model import Article
from components.texts import Texts
from components.ui.escape import plain

PREVIEW = 1_000
_OUTCOME, _ASKED = "add.outcome", "add.asked"
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


def ways(t: Texts) -> None:
    """Show the ways in; what was brought, or why it cannot be, is kept for `draft`."""
    names = ["paste", "file", "address"]
    tabs = st.tabs([t(f"add.{name}.tab") for name in names])
    for name, tab, show in zip(names, tabs, (_paste, _file, _address), strict=True):
        with tab:
            show(t)
            way, outcome = st.session_state.get(_OUTCOME, ("", None))
            if way == name and isinstance(outcome, BringError):
                st.error(plain(outcome.words(t)))


def draft() -> Draft | None:
    """Return what was brought last, if it can be read."""
    _, outcome = st.session_state.get(_OUTCOME, ("", None))
    return outcome if isinstance(outcome, Draft) else None


def form(brought: Draft, t: Texts) -> Article | None:
    """Show what was guessed of a draft; return the article once its reader wants it read."""
    # A name of its own for each draft: a widget shows its first value as long as it lives.
    key = hashlib.sha256(repr(brought).encode("utf-8", "replace")).hexdigest()[:12]
    with st.form(f"add.check.{key}", enter_to_submit=False):
        st.caption(plain(_size(brought, t)))
        for note in brought.notes:
            st.caption(plain(note.words(t)))
        with st.expander(t("add.check.preview")):
            st.text(brought.text[:PREVIEW] + ("…" if len(brought.text) > PREVIEW else ""))
        title = st.text_input(t("add.check.title"), brought.title, key=f"add.title.{key}")
        source = st.text_input(t("add.check.source"), brought.source, key=f"add.source.{key}")
        day = st.text_input(
            t("add.check.date"),
            brought.date,
            key=f"add.date.{key}",
            placeholder=t("add.check.date_form"),
        )
        st.caption(t("add.check.date_help"))
        _submit("read", t("add.check.read"), type="primary")
    if not _asked("read"):
        return None
    stated = written_date(day)
    if stated is None:
        st.error(plain(t("add.check.no_date", value=day)))
        return None
    corrected = replace(brought, title=title.strip(), source=source.strip(), date=stated)
    try:
        return article(corrected)
    except BringError as error:
        st.error(plain(error.words(t)))
        return None


def done() -> None:
    """Forget what was brought: it is an article now."""
    st.session_state.pop(_OUTCOME, None)


def written_date(words: str) -> str | None:
    """Return a date as ISO, "" for none, None for what is no day: 2025年1月28日 → 2025-01-28."""
    if not words.strip():
        return ""
    found = _DATE.fullmatch(words.strip())
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None


def fetching() -> bool:
    """Say whether addresses may be read; Streamlit puts its secrets into the environment too."""
    return os.environ.get("YOMITOKI_FETCH", "").strip().lower() != "off"


def _paste(t: Texts) -> None:
    with st.form("add.paste", border=False, enter_to_submit=False):
        text = st.text_area(
            t("add.paste.label"),
            key="add.text",
            height=280,
            placeholder=t("add.paste.placeholder", limit=MAX_CHARACTERS),
        )
        _submit("paste", t("add.next"))
    if _asked("paste"):
        _attempt("paste", lambda: from_paste(text), t)


def _file(t: Texts) -> None:
    types = ", ".join(f".{one}" for one in TYPES)
    # Types are not told to the widget: it would refuse a file in English.
    given = st.file_uploader(
        t("add.file.label", types=types),
        key="add.file",
        on_change=_ask,
        args=("file",),
    )
    if not _asked("file"):
        return
    if given is not None:
        _attempt("file", lambda: from_file(given.getvalue(), given.name), t)
    elif st.session_state.get(_OUTCOME, ("", None))[0] == "file":
        done()


def _address(t: Texts) -> None:
    if not fetching():
        st.info(BringError("fetch_off").words(t))
        return
    with st.form("add.address", border=False):
        url = st.text_input(t("add.address.label"), key="add.url", placeholder="https://")
        st.caption(t("add.address.help"))
        _submit("address", t("add.address.fetch"))
    if _asked("address"):
        _attempt("address", lambda: _fetched(url), t)


def _fetched(url: str) -> Draft:
    found = fetch(url, enabled=fetching())
    return from_web(found.raw, found.content_type, found.charset, found.url)


def _attempt(way: str, make: Callable[[], Draft], t: Texts) -> None:
    outcome: Draft | BringError
    with st.spinner(t("add.busy")):
        try:
            outcome = make()
        except BringError as error:
            outcome = error
    st.session_state[_OUTCOME] = (way, outcome)


def _submit(way: str, label: str, type: Literal["primary", "secondary"] = "secondary") -> None:
    st.form_submit_button(label, key=f"add.{way}.go", type=type, on_click=_ask, args=(way,))


# A callback, not the button's value: a run that begins again before the page would lose it.
def _ask(way: str) -> None:
    st.session_state[_ASKED] = way


def _asked(way: str) -> bool:
    if st.session_state.get(_ASKED) != way:
        return False
    del st.session_state[_ASKED]
    return True


def _size(brought: Draft, t: Texts) -> str:
    size = t("add.check.size", count=len(brought.text))
    if not brought.encoding:
        return size
    return t("add.check.encoded", size=size, encoding=brought.encoding)
