"""A text's headings along a chart of the text: a dotted line each, and words that stay apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.charts.lettering import plain, shorten, text_width
from components.charts.style import LINE, MUTED, NOTE_SIZE, RULE
from components.texts import Texts

LEVELS = 3  # lines at most on which headings stand above the lanes
LEAST_HEADING = 40  # px; a heading with less room is a line without words

Headings = Sequence[tuple[int, str]]


def heading_line(start: int) -> dict[str, Any]:
    """Return the dotted line across all lanes where a heading stands, as a shape."""
    return {
        "type": "line",
        "layer": "below",
        "xref": "x",
        "yref": "y domain",
        "x0": start,
        "x1": start,
        "y0": 0,
        "y1": 1,
        "line": {"color": RULE, "width": 1, "dash": "dot"},
    }


def heading_words(
    headings: Headings, length: int, px: float, t: Texts
) -> tuple[list[dict[str, Any]], int]:
    """Return the headings' words above the lanes, on as few lines as keep them apart, and how many.

    A heading is cut where the next one on its line begins; the whole is in its hover text.
    """
    known = [(start, text) for start, text in headings if text]
    if known and known[0][0] * px > LEAST_HEADING:
        known.insert(0, (0, t("chart_story.start")))
    levels = 1
    while levels < min(LEVELS, len(known)) and not _all_fit(known, length, px, levels):
        levels += 1
    found = []
    for index, (start, text) in enumerate(known):
        room = _heading_room(known, index, length, px, levels)
        if room < LEAST_HEADING:
            continue
        found.append(
            {
                "text": plain(shorten(text, room, NOTE_SIZE)),
                "hovertext": plain(text),
                "font": {"size": NOTE_SIZE, "color": MUTED},
                "showarrow": False,
                "borderpad": 0,
                "x": start,
                "xref": "x",
                "xanchor": "left",
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "yshift": 3 + (levels - 1 - index % levels) * NOTE_SIZE * LINE,
            }
        )
    return found, levels if found else 0


def _heading_room(known: Headings, index: int, length: int, px: float, levels: int) -> float:
    following = known[index + levels][0] if index + levels < len(known) else length
    return (following - known[index][0]) * px - 6


def _all_fit(known: Headings, length: int, px: float, levels: int) -> bool:
    return all(
        text_width(text, NOTE_SIZE) <= _heading_room(known, index, length, px, levels)
        for index, (_, text) in enumerate(known)
    )
