"""Names that were recognised in the text but stand in no list: put into the vocabulary here."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from html import escape
from typing import cast

import streamlit as st

from components.reading.model import Entity, Kind
from components.reading.vocabulary import FILES, Entry
from components.texts import Texts, kinds
from components.ui import library
from components.ui.page import Page

AT_ONCE = 20
_SHOWN, _OPENED = "names.shown", "names.opened"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def show(page: Page) -> None:
    """List the names that the vocabulary lacks, each with its kind to choose and a way to add it;
    then those that the reader added, as lines for the vocabulary's files."""
    counts = Counter(mention.entity for mention in page.doc.mentions)
    found = [entity for entity in page.doc.entities if not entity.listed]
    found.sort(key=lambda entity: -counts[entity.id])
    added, t = library.names(), page.t
    if not found and not added:
        return
    # Adding a name reruns the page: the list stays open while its reader goes through it.
    opened = bool(st.session_state.get(_OPENED))
    with st.expander(t("add.names.title", count=len(found)), expanded=opened):
        st.caption(t("add.names.help" if found else "add.names.none"))
        shown = st.session_state.get(_SHOWN, AT_ONCE)
        with st.container(key="names", gap="small"):
            for entity in found[:shown]:
                _row(entity, counts[entity.id], t)
        if len(found) > shown:
            st.button(
                t("add.names.more", count=len(found) - shown),
                key="names.more",
                type="tertiary",
                on_click=lambda: st.session_state.update({_SHOWN: shown + AT_ONCE, _OPENED: True}),
            )
        if added:
            _lines(added, t)


def entry(entity: Entity, kind: Kind, taken: frozenset[str]) -> Entry:
    """Return a name of the text as an entry of the vocabulary; its id is kept where it can be one."""
    digest = hashlib.sha256(entity.name.encode("utf-8", "replace")).hexdigest()[:8]
    fits = _ID.fullmatch(entity.id) and entity.id not in taken
    return Entry(
        id=entity.id if fits else f"name-{digest}",
        name=entity.name,
        name_en=entity.name_en,
        kind=kind,
        country=entity.country,
        forms=tuple(dict.fromkeys(filter(None, (entity.name, entity.name_en)))),
        ambiguous=(),
    )


def line(added: Entry) -> str:
    """Return an entry as a line of its file in `data/vocabulary/`, columns divided by TAB."""
    return "\t".join((added.id, added.name, added.name_en, "", "", added.country))


def _row(entity: Entity, count: int, t: Texts) -> None:
    key = f"names.kind.{entity.id}"
    columns = st.columns([5, 3, 2], vertical_alignment="center")
    columns[0].html(
        f'<p class="yomi-name"><span lang="ja">{escape(entity.name)}</span> '
        f"{escape(t('add.names.count', count=count))}</p>"
    )
    options = list(FILES)
    columns[1].selectbox(
        t("add.names.kind", name=entity.name),
        options,
        index=options.index(entity.kind),
        format_func=lambda kind: kinds()[kind][t.language],
        key=key,
        label_visibility="collapsed",
    )
    columns[2].button(
        t("add.names.add"),
        key=f"names.add.{entity.id}",
        help=t("add.names.add_help", name=entity.name),
        on_click=_add,
        args=(entity, key),
    )


def _add(entity: Entity, key: str) -> None:
    taken = frozenset(library.vocabulary().entries)
    library.add_name(entry(entity, cast("Kind", st.session_state[key]), taken))
    st.session_state[_OPENED] = True


def _drop(identifier: str) -> None:
    library.drop_name(identifier)
    st.session_state[_OPENED] = True


def _lines(added: tuple[Entry, ...], t: Texts) -> None:
    st.caption(t("add.names.added"))
    for kind, file in FILES.items():
        listed = [each for each in added if each.kind == kind]
        if listed:
            st.caption(f"data/vocabulary/{file}")
            st.code("\n".join(map(line, listed)), language=None, wrap_lines=True)
    with st.container(horizontal=True, gap="small"):
        for each in added:
            st.button(
                f"{each.name} ✕",
                key=f"names.drop.{each.id}",
                help=t("add.names.drop", name=each.name),
                on_click=_drop,
                args=(each.id,),
            )
