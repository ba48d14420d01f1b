"""How much room words take in a figure, before any browser has drawn them.

Widths are estimates in px on the generous side, so that what fits here fits in the reader's font.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from html import escape

SLACK = 1.03
SLIM = frozenset("iljtfrI.,:;'’|!()[]/ -–·")
WIDE = frozenset("mwMWQOGDNHUAVXYZKRBCEP%@&≥≤—")
NO_START = frozenset(
    "”’、。，．・：；？！）」』】〉》ー々)]},.:;!?%％ァィゥェォッャュョぁぃぅぇぉっゃゅょ"
)
NO_END = frozenset("（「『【〈《([{“‘")


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return the estimated width in px of one line of plain text (no tags) at a font size."""
    return sum(map(_em, text)) * size * SLACK * (1.06 if bold else 1.0)


def wrap(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """Break plain text into lines of at most `width` px, at "\\n" and where Japanese allows.

    An ideographic space parts phrases that stay whole where they fit in a line. Latin words and
    numbers stay whole unless one alone is wider than a line; 、。）」 never begin
    a line and （「 never end one.
    """
    lines = []
    for paragraph in text.split("\n"):
        lines += _fill(_pieces(paragraph, width, size, bold), width, size, bold)
    return lines


def shorten(text: str, width: float, size: float, bold: bool = False) -> str:
    """Return the text, or as much of its beginning as fits in `width` px with “…” after it."""
    if text_width(text, size, bold) <= width:
        return text
    kept = text
    while kept and text_width(kept + "…", size, bold) > width:
        kept = kept[:-1]
    return kept + "…"


def plain(text: str) -> str:
    """Escape text for Plotly, whose strings are HTML: `<script>` is shown as it stands."""
    return escape(text, quote=False)


@cache
def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    if character in SLIM:
        return 0.36
    return 0.72 if character in WIDE else 0.58


def _pieces(paragraph: str, width: float, size: float, bold: bool) -> list[str]:
    pieces: list[str] = []
    for phrase in re.findall("[^\u3000]*\u3000*", paragraph):
        whole = "\u3000" in paragraph and text_width(phrase.rstrip(), size, bold) <= width
        pieces += [phrase] if whole and phrase else _cut(phrase, width, size, bold)
    return pieces


def _cut(phrase: str, width: float, size: float, bold: bool) -> list[str]:
    pieces: list[str] = []
    for word in re.findall(r"\s+|[!-~\u00a1-\u024f\u2010-\u2015\u20a0-\u20bf\u2212]+|.", phrase):
        long = text_width(word, size, bold) > width
        for piece in word if long else [word]:
            glued = pieces and (piece[0] in NO_START or pieces[-1][-1] in NO_END)
            if glued and text_width(pieces[-1] + piece, size, bold) <= width:
                pieces[-1] += piece
            else:
                pieces.append(piece)
    return pieces


def _fill(pieces: list[str], width: float, size: float, bold: bool) -> list[str]:
    lines, taken = [""], 0.0
    for piece in pieces:
        if lines[-1] and taken + text_width(piece.rstrip(), size, bold) > width:
            lines.append("")
            taken = 0.0
        kept = piece if lines[-1] else piece.lstrip()
        lines[-1] += kept
        taken += text_width(kept, size, bold)
    return [line.rstrip() for line in lines]
