"""What a reader has chosen, in the session and in the address.

The address is written by hand: a widget bound to it would write its displayed label. The values
live under keys of their own because a widget's state is dropped when its page is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args

import streamlit as st

from components.texts import LANGUAGES, Language

Scale = Literal["linear", "log"]
View = Literal["calendar", "story"]
Address = dict[str, str | list[str]]

ROLES = (
    "investment",
    "valuation",
    "revenue",
    "profit",
    "acquisition",
    "share",
    "assets",
    "other",
)
# Parameters with a closed list of values; the first value is the default.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "scale": get_args(Scale),
    "currency": ("", "JPY"),
    "view": get_args(View),
    "role": ("", *ROLES),
}
OPEN = ("company", "focus")
# What the id of an article begins with that a reader brought for his session.
OWN = "mine-"
_STATE, _PUBLISHED, _FAULTS, _PATH, _FRAMED = "state", "published", "faults", "path", "framed"


@dataclass(frozen=True, slots=True)
class State:
    """Everything a reader would want to send to a colleague, in language-neutral ids.

    `currency` is "" for the article's own; `context` says that facts from outside the article
    are shown; `focus` is a fact's id such as "amount-0".
    `role` is "" for the one that the article makes the most of, investment where it can.
    """

    article: str = ""
    companies: tuple[str, ...] = ()
    language: Language = "ja"
    focus: str | None = None
    scale: Scale = "linear"
    currency: str = ""
    context: bool = True
    view: View = "calendar"
    role: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A query parameter that names nothing; `name` picks the sentence, `value` stands in it."""

    name: str
    value: str


def parse(
    params: Mapping[str, Sequence[str]], defaults: State, articles: Sequence[str]
) -> tuple[State, tuple[Fault, ...]]:
    """Read an address; what names nothing keeps its default and comes back as a fault.

    Companies and focus are taken as they stand: only the article can tell whether they name
    something (see `components.ui.page`).
    """
    closed = {**CHOICES, "article": articles, "lang": LANGUAGES, "context": ("on", "off")}
    given = {name: values[-1] for name, values in params.items() if values}
    faults = [Fault("parameter", name) for name in given if name not in {*closed, *OPEN}]
    faults += [
        Fault(_fault(n, given[n]), given[n])
        for n in closed
        if n in given and given[n] not in closed[n]
    ]
    taken = {name: given[name] for name in closed if given.get(name) in closed[name]}
    state = State(
        article=taken.get("article", defaults.article),
        companies=tuple(dict.fromkeys(filter(None, params.get("company", ())))),
        language=cast("Language", taken.get("lang", defaults.language)),
        focus=given.get("focus") or None,
        scale=cast("Scale", taken.get("scale", defaults.scale)),
        currency=taken.get("currency", defaults.currency),
        context=taken.get("context", "on") == "on",
        view=cast("View", taken.get("view", defaults.view)),
        role=taken.get("role", defaults.role),
    )
    return state, tuple(faults)


def _fault(name: str, value: str) -> str:
    """Name a fault; an article of another session is no mistake in writing."""
    return "own" if name == "article" and value.startswith(OWN) else name


def address(state: State, defaults: State) -> Address:
    """Return the query parameters that bring `state` back, defaults left out."""
    params: Address = {}
    if state.article != defaults.article:
        params["article"] = state.article
    if state.companies:
        params["company"] = list(state.companies)
    if state.language != defaults.language:
        params["lang"] = state.language
    if state.focus:
        params["focus"] = state.focus
    for name, choices in CHOICES.items():
        if (value := getattr(state, name)) != choices[0]:
            params[name] = value
    if not state.context:
        params["context"] = "off"
    return params


def begin(articles: Sequence[str]) -> State:
    """Bring session and address together at the start of a run; the address wins when it changed.

    Following a link of the navigation empties the address: then the session's state is written
    back. Going back to an emptied address on the same page returns to the defaults.
    """
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    moved = st.session_state.get(_PATH) != st.context.url
    st.session_state[_PATH] = st.context.url
    known = _STATE in st.session_state
    if not known or (params != st.session_state.get(_PUBLISHED) and (params or not moved)):
        st.session_state[_STATE], st.session_state[_FAULTS] = parse(
            params, defaults(articles), articles
        )
    return state()


def framed() -> bool:
    """Say whether app.py ran before the page in this run."""
    return bool(st.session_state.pop(_FRAMED, False))


def state() -> State:
    """Return what the reader has chosen."""
    return cast("State", st.session_state[_STATE])


def faults() -> tuple[Fault, ...]:
    """Return what the last address named in vain, until the reader chooses something."""
    return cast("tuple[Fault, ...]", st.session_state[_FAULTS])


def defaults(articles: Sequence[str]) -> State:
    """Return the state of an empty address: the first article, in the browser's language."""
    japanese = (st.context.locale or "ja").lower().startswith("ja")
    return State(article=articles[0] if articles else "", language="ja" if japanese else "en")


def settle(settled: State, *found: Fault) -> None:
    """Keep `settled` as the state and remember what was found to name nothing."""
    st.session_state[_STATE] = settled
    st.session_state[_FAULTS] = faults() + found


def change(**fields: Any) -> None:
    """Change fields of the state; meant for callbacks, which run before the page does."""
    st.session_state[_STATE] = replace(state(), **fields)
    st.session_state[_FAULTS] = ()


def publish(articles: Sequence[str]) -> None:
    """Write the state into the address."""
    params = address(state(), defaults(articles))
    lists = {name: [v] if isinstance(v, str) else v for name, v in params.items()}
    # In every run: st.switch_page may reach the browser without its address. The browser itself
    # leaves alone what already stands there.
    st.query_params.from_dict(params)
    st.session_state[_PUBLISHED] = lists
    st.session_state[_FRAMED] = True


def shared(articles: Sequence[str]) -> Address:
    """Return the address that links between pages carry."""
    return address(state(), defaults(articles))


def seed(key: str, value: object) -> None:
    """Give a widget the state's value before it is drawn."""
    # On every run: what an interrupted run had set would never reach the browser.
    st.session_state[key] = value
