"""The look of all charts: readable in both themes, words within the figure."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.investments import investments
from components.charts.lettering import plain, shorten, text_width, wrap
from components.charts.style import (
    DARK,
    INK,
    MUTED,
    PAPER,
    Room,
    blank,
    contrast,
    ink_on,
    kind_colour,
    template,
    themed,
    titled,
)
from components.texts import kinds
from tests.money import JA, demo


def test_words_are_readable_on_every_ground() -> None:
    assert contrast(INK, PAPER) > 7
    assert contrast(MUTED, PAPER) >= 4.5
    assert contrast(DARK[MUTED], DARK[PAPER]) >= 4.5
    for kind in kinds():
        colour = kind_colour(kind)
        ink = {"white": "#ffffff", "black": "#000000"}[ink_on(colour)]
        assert contrast(colour, ink) >= 4.5, kind


def test_dark_recolours_a_copy() -> None:
    light = investments(demo(), JA)
    before = light.to_json()
    dark = themed(light, "dark")
    assert light.to_json() == before
    assert themed(light, "light") is light
    drawn = dark.to_plotly_json()
    drawn["layout"].pop("template")
    left = set(re.findall(r"#[0-9a-f]{6}", str(drawn))) & {INK, PAPER, MUTED}
    assert not left
    assert dark.layout.template.layout.paper_bgcolor == DARK[PAPER]


def test_kinds_stay_visible_on_near_black() -> None:
    fig = blank().add_bar(x=[1] * 7, marker={"color": [kind_colour(each) for each in kinds()][:7]})
    for colour in themed(fig, "dark").data[0].marker.color:
        assert contrast(colour, DARK[PAPER]) >= 3


def test_the_template_is_built_once() -> None:
    assert template("light") is template("light")
    assert blank().layout.template.layout.paper_bgcolor == PAPER


def test_title_and_note_stand_inside_the_figure() -> None:
    fig = titled(blank(), "題" * 60, "副題", "注\n" * 3 + "注", Room(100))
    margin = fig.layout.margin
    assert fig.layout.height == pytest.approx(margin.t + 100 + margin.b, abs=1)
    assert fig.layout.title.text.count("<br>") >= 1
    assert margin.b > Room(100).below + 4 * 11


@given(st.text(max_size=80), st.integers(40, 400))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width, 12)
    assert all(text_width(line, 12) <= width or len(line) <= 1 for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert text_width(shorten(text, width, 12), 12) <= max(width, text_width("…", 12))
    assert "<" not in plain(text)


def test_no_line_begins_with_a_full_stop() -> None:
    lines = wrap("共同の事業は、内訳の記載がない。「期間」も（同じく）ない。" * 3, 90, 12)
    assert not [line for line in lines if line[0] in "。、）」" or line[-1] in "（「"]
