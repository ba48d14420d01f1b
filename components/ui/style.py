"""The look that Streamlit's theme cannot say: `style.css`, once a page."""

from pathlib import Path

import streamlit as st

from components.markup import kind_css

SIDEBAR = 280
_CSS = Path(__file__).parent / "assets" / "shell.css"


def apply() -> None:
    """Add the style sheet to the page."""
    st.html(f"<style>{_CSS.read_text(encoding='utf-8')}{kind_css()}</style>")
