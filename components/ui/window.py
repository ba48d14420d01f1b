"""The reader's window: how wide it is, and the language its page declares."""

from __future__ import annotations

import json
from typing import Literal

import streamlit as st

from components.texts import Language

Size = Literal["narrow", "middle", "wide"]
_KEY, _SIZE = "window", "window size"

# Up to 1000 px chart and sentence share no row. Charts are narrow on a phone, and where the
# sidebar, which Streamlit opens beside the page from 769 px on, leaves them less than 560 px.
_window = st.components.v2.component(
    "yomitoki_window",
    js="""
export default function ({ data, setStateValue }) {
  const { language, size } = JSON.parse(data);
  document.documentElement.lang = language;
  const narrow = matchMedia(
    "(max-width: 640px), (min-width: 769px) and (max-width: 880px)");
  const middle = matchMedia("(max-width: 1000px)");
  const measure = () => narrow.matches ? "narrow" : middle.matches ? "middle" : "wide";
  const tell = () => setStateValue("size", measure());
  if (measure() !== size) tell();
  narrow.addEventListener("change", tell);
  middle.addEventListener("change", tell);
  return () => {
    narrow.removeEventListener("change", tell);
    middle.removeEventListener("change", tell);
  };
}
""",
)


def watch(language: Language) -> None:
    """Report the window's size to the next run, and declare the language of the page."""
    _window(
        key=_KEY,
        data=json.dumps({"language": language, "size": size()}),
        on_size_change=_keep,
    )


def size() -> Size:
    """Return the window's size as last reported; before that, as the browser's name suggests."""
    reported: Size | None = st.session_state.get(_SIZE)
    mobile = "Mobile" in (st.context.headers.get("User-Agent") or "")
    return reported or ("narrow" if mobile else "wide")


# st.switch_page drops the component's state. Told anew, it would begin a second run in the midst
# of the first, and the browser would lose the address that the first had set.
def _keep() -> None:
    st.session_state[_SIZE] = st.session_state[_KEY].get("size")
