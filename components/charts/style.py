"""The look that all charts share: paper, inks, letters, and where title and notes stand.

A chart is built on white, which is what exports show; `themed` recolours a copy for the screen.
Colours are lower-case hex from this file or from `data/kinds.toml`; the words "white" and
"black" are ink on a mark and stay as they are in either theme.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import plotly.graph_objects as go

from components.charts.lettering import plain, wrap
from components.texts import kinds

Theme = Literal["light", "dark"]
FONT = '"Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic",Meiryo,sans-serif'
EXPORT_WIDTH = 1040
# Labels are placed for these widths; a wider figure only gives them more room.
LEAST_WIDTH = 560
NARROW_WIDTH = 340

PAPER, INK, MUTED, GRID, GROUND = "#ffffff", "#111827", "#5f6775", "#e5e7eb", "#f6f7f9"
RULE = "#9aa3b2"  # joining lines and other strokes that carry no words
DARK = {
    PAPER: "#0e1117",
    INK: "#e8eaed",
    MUTED: "#a3abb8",
    GRID: "#2a303b",
    GROUND: "#171c25",
    RULE: "#6b7484",
}
TITLE_SIZE, SUBTITLE_SIZE, NOTE_SIZE, TEXT_SIZE, TICK_SIZE = 20, 13, 11, 13, 12
LINE = 1.3  # Plotly's line height
COLOUR = re.compile(r"#[0-9a-f]{6}\b|rgba\((\d+),(\d+),(\d+),([\d.]+)\)")
# Only colours in style attributes: a text may itself speak of #ffffff.
STYLED = re.compile(r"(?<=color:)#[0-9a-f]{6}\b")


@dataclass(frozen=True)
class Room:
    """Space in px around and in a chart's plotting area.

    `above` is kept free between the subtitle and the plot (panel headings), `below` between the
    plot and the note (tick labels, a list).
    """

    plot_height: float
    left: float = 16
    right: float = 16
    above: float = 12
    below: float = 36
    narrow: bool = False

    @property
    def width(self) -> float:
        """Return the smallest figure width in px for which this chart is laid out."""
        return NARROW_WIDTH if self.narrow else LEAST_WIDTH

    @property
    def plot_width(self) -> float:
        """Return the smallest width in px of the plotting area."""
        return self.width - self.left - self.right


@cache
def template(theme: Theme = "light") -> go.layout.Template:
    """Return the theme's template, built once a process."""
    inks = DARK if theme == "dark" else {}
    paper, ink, muted, grid = (inks.get(each, each) for each in (PAPER, INK, MUTED, GRID))
    axis = {
        "automargin": False,
        "fixedrange": True,
        "gridcolor": grid,
        "linecolor": ink,
        "showline": False,
        "tickfont": {"color": muted, "size": TICK_SIZE},
        "ticks": "",
        "zeroline": False,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "color": ink, "size": TEXT_SIZE},
            "paper_bgcolor": paper,
            "plot_bgcolor": paper,
            "hoverlabel": {
                "align": "left",
                "bgcolor": paper,
                "bordercolor": muted,
                "font": {"family": FONT, "color": ink, "size": TEXT_SIZE},
                "namelength": 0,
            },
            "dragmode": False,
            "hovermode": "closest",
            "showlegend": False,
            "separators": ".,",
            "xaxis": axis,
            "yaxis": axis,
        }
    )


def blank() -> go.Figure:
    """Return an empty figure on white with the shared template."""
    return go.Figure(layout={"template": template("light")})


def titled(fig: go.Figure, title: str, subtitle: str, note: str, room: Room) -> go.Figure:
    """Set title, subtitle, note, margins and height, and return the figure.

    All three are plain text: they are escaped and wrapped here ("\\n" begins a new line). The
    note stands inside the figure, under the plot, so that every export carries it.
    """
    width = room.width - 16
    size = TITLE_SIZE - 3 if room.narrow else TITLE_SIZE
    heads = wrap(title, width, size, bold=True)
    subs = wrap(subtitle, width, SUBTITLE_SIZE) if subtitle else []
    notes = wrap(note, width, NOTE_SIZE) if note else []
    sub_top = 10 + len(heads) * size * LINE + 4
    top = sub_top + len(subs) * SUBTITLE_SIZE * LINE + 10 + room.above
    bottom = room.below + len(notes) * NOTE_SIZE * LINE + 14
    fig.update_layout(
        title={
            "text": f"<b>{_lines(heads)}</b>",
            "font": {"size": size, "color": INK},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            # Plotly measures from about the middle line of a title.
            "pad": {"l": 8, "t": 10 + 0.7 * size * (len(heads) - 1)},
        },
        margin={"l": room.left, "r": room.right, "t": top, "b": bottom, "pad": 0},
        height=round(top + room.plot_height + bottom),
    )
    told = []
    if subs:
        told.append(_block(subs, SUBTITLE_SIZE, room) | {"y": 1, "yshift": top - sub_top})
    if notes:
        told.append(_block(notes, NOTE_SIZE, room) | {"y": 0, "yshift": -room.below})
    fig.layout.annotations = (*fig.layout.annotations, *told)
    return fig


def themed(fig: go.Figure, theme: Theme) -> go.Figure:
    """Return the figure for a screen: itself in light, a recoloured copy in dark.

    Kinds keep their colour; one too dim to be seen on near-black is lifted in the same hue.
    """
    if theme == "light":
        return fig
    drawn = fig.to_dict()
    drawn["layout"]["template"] = template("dark")
    return go.Figure(
        data=_recoloured(drawn["data"]),
        layout={
            key: value if key == "template" else _recoloured(value)
            for key, value in drawn["layout"].items()
        },
    )


def kind_colour(kind: str) -> str:
    """Return a kind's colour in lower case; muted ink for "" and for kinds without a colour."""
    colour = kinds().get(kind, {}).get("colour", MUTED).lower()
    return colour if colour.startswith("#") else INK


def ink_on(colour: str) -> str:
    """Return "white" or "black", whichever reads better on a mark of this colour."""
    return "white" if contrast(colour, "#ffffff") >= contrast(colour, "#000000") else "black"


def tint(colour: str, opacity: float) -> str:
    """Return the colour as rgba with an opacity of 0 to 1."""
    red, green, blue = _channels(colour)
    return f"rgba({red},{green},{blue},{opacity:.3g})"


def contrast(one: str, other: str) -> float:
    """Return WCAG 2's contrast ratio, 1 to 21, of two hex colours."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _block(lines: list[str], size: float, room: Room) -> dict[str, Any]:
    return {
        "text": _lines(lines),
        "font": {"size": size, "color": MUTED},
        "align": "left",
        "showarrow": False,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 8 - room.left,
        "yref": "paper",
        "yanchor": "top",
        "borderpad": 0,
    }


def _lines(lines: list[str]) -> str:
    return "<br>".join(map(plain, lines))


@cache
def _dark(colour: str) -> str:
    if colour in DARK:
        return DARK[colour]
    red, green, blue = _channels(colour)
    while contrast(_hex(red, green, blue), DARK[PAPER]) < 3:
        red, green, blue = (channel + (255 - channel) // 8 + 1 for channel in (red, green, blue))
    return _hex(red, green, blue)


def _recoloured(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _recoloured(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_recoloured(each) for each in value]
    if not isinstance(value, str):
        return value
    found = COLOUR.fullmatch(value)
    if not found:
        return STYLED.sub(lambda match: _dark(match[0]), value)
    if not found[1]:
        return _dark(value)
    return tint(_dark(_hex(*map(int, found.groups()[:3]))), float(found[4]))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(red: int, green: int, blue: int) -> str:
    return f"#{min(red, 255):02x}{min(green, 255):02x}{min(blue, 255):02x}"


def _luminance(colour: str) -> float:
    red, green, blue = (
        channel / 12.92 / 255 if channel <= 10 else ((channel / 255 + 0.055) / 1.055) ** 2.4
        for channel in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
