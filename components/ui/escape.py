"""Texts for Streamlit's Markdown: shown as they stand, whatever they contain."""

import re

_ASCII_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    r"""Escape every sign that Markdown might act on: `$60 billion` → `\$60 billion`."""
    return _ASCII_PUNCTUATION.sub(r"\\\1", text)
