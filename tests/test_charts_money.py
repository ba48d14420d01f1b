"""The money charts draw what the text states: no cap, no width and no total that it leaves out."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import pytest

from components import tables
from components.charts.investments import investments, investments_summary
from components.charts.marks import fill, reach, surface
from components.charts.scale import scale, scale_summary
from components.charts.style import (
    kind_colour,
)
from tests.docs import sample_doc
from tests.money import EN, JA, dashes, demo, ends, exact, frame, trace, words

# --- the article's own figures ------------------------------------------------------------------


def test_bars_are_as_long_as_the_amounts() -> None:
    bars = trace(investments(demo(), JA), "bars")
    assert list(bars.x) == [5000, 600]
    assert [point[0] for point in bars.customdata] == ["amount-1", "amount-0"]
    assert bars.base is None
    assert list(bars.marker.pattern.shape) == ["/", "/"], "announced money looks unspent"


@pytest.mark.parametrize(("t", "unit"), [(JA, "億米ドル"), (EN, "billion USD")])
def test_the_unit_stands_in_the_subtitle(t: Any, unit: str) -> None:
    assert unit in words(investments(demo(t), t))


def test_lower_bound_has_no_end_line_and_about_a_dotted_one() -> None:
    fig = investments(demo(), JA)
    assert ends(fig, 600) == [], "600億ドル以上 is open"
    assert dashes(fig, 5000) == ["2px,3px"]
    assert [arrow.x for arrow in fig.layout.annotations if arrow.showarrow] == [600]
    fades = [shape for shape in fig.layout.shapes if shape.xsizemode == "pixel"]
    assert {shape.xanchor for shape in fades} == {600}, "no band about 5000億ドル規模"
    assert not [each for each in fig.data if each.name == "bands"]


def test_labels_carry_value_surface_and_bold_qualifier() -> None:
    text = words(investments(demo(), JA))
    assert "約 5,000億ドル（5000億ドル<b>規模</b>）" in text
    assert "≥ 600億ドル（600億ドル<b>以上</b>）" in text
    assert "OpenAI・ソフトバンク・オラクルの共同 / 内訳の記載なし" in text


def test_the_note_says_what_the_signs_mean_and_why_no_total() -> None:
    text = words(investments(demo(), JA))
    assert "合計は示さない" in text
    assert "Fox Business（第9段落, 文字 988–1093）" in text
    assert "「以上」、上限の記載なし" in text
    assert "逆斜線" not in text, "no range occurs"


def test_log_has_dots_and_no_bars() -> None:
    fig = investments(demo(), JA, scale="log")
    assert not [each for each in fig.data if each.type == "bar"]
    dots = trace(fig, "dots")
    assert list(dots.x) == [5000, 600]
    assert fig.layout.xaxis.type == "log"
    assert [point[0] for point in dots.customdata] == ["amount-1", "amount-0"]
    rings = [shape for shape in fig.layout.shapes if shape.type == "path"]
    assert [ring.xanchor for ring in rings] == [5000]
    arrows = [each for each in fig.layout.annotations if each.showarrow]
    assert [arrow.x for arrow in arrows] == [pytest.approx(math.log10(600))]


@pytest.mark.parametrize("t", [JA, EN])
@pytest.mark.parametrize("summary", [investments_summary, scale_summary])
def test_the_summary_gives_every_amount(t: Any, summary: Any) -> None:
    told = summary(demo(t), t)
    for row in demo(t).to_dict("records"):
        assert row["value_label"] in told
        assert row["label"] in told
    assert "Fox Business" in told


def test_yen_says_rate_date_and_source() -> None:
    yen = tables.charted(tables.convert(tables.amounts(sample_doc(), EN), "JPY", "2025-01-24", EN))
    text = words(investments(yen, EN))
    assert "156.51" in text
    assert "24 January 2025" in text
    assert "European Central Bank" in text
    assert "converted" in text
    assert "JPY" in text
    assert list(trace(investments(yen, EN), "bars").x) == pytest.approx([78.255, 9.3906])


# --- signs --------------------------------------------------------------------------------------

REACHES = [
    (None, None, None, "数兆ドル gives nothing to draw"),
    (600, None, (600, 600, ""), "a lower bound"),
    (None, 800, (800, 800, ""), "an upper bound"),
    (5, 5, (5, 5, ""), "a value"),
    (30, 45, (30, 45, "band"), "a range is certain to its low"),
    (-45, -30, (-30, -45, "band"), "losses are certain to the smaller loss"),
    (-5, 10, (0, 10, "band"), "nothing is certain across zero"),
]


@pytest.mark.parametrize(("low", "high", "expected", "why"), REACHES)
def test_reach(low: Any, high: Any, expected: Any, why: str) -> None:
    found = reach(*(None if bound is None else Decimal(bound) for bound in (low, high)))
    shown = found and (found.body, found.end, "band" if found.band else "")
    assert shown == expected, why


@pytest.mark.parametrize(
    ("low", "high", "opening"),
    [(600, None, "out"), (None, 600, "in"), (None, -600, "out"), (-600, None, "in")],
)
def test_a_loss_opens_away_from_zero_like_a_gain(low: Any, high: Any, opening: str) -> None:
    found = reach(*(None if bound is None else Decimal(bound) for bound in (low, high)))
    assert found is not None
    assert found.opening == opening


def test_range_is_certain_to_the_low_and_hatched_back_to_the_high() -> None:
    fig = investments(frame({"low": 30 * 10**8, "high": 45 * 10**8, "mod": "exact"}), JA)
    assert list(trace(fig, "bars").x) == [30]
    band = trace(fig, "bands")
    assert (list(band.base), list(band.x), band.marker.pattern.shape) == ([30], [15], "\\")
    assert dashes(fig, 45) == [None]


def test_upper_bound_ends_in_a_solid_line_and_fades_to_zero() -> None:
    fig = investments(frame({"low": None, "high": 80 * 10**8, "mod": "equal_or_less"}), JA)
    assert dashes(fig, 80) == [None]
    papers = [shape for shape in fig.layout.shapes if shape.type == "rect"]
    assert {shape.x0 for shape in papers} == {0}
    assert max(shape.x1 for shape in papers) == 80


def test_exact_ends_plainly() -> None:
    fig = investments(frame(exact(70 * 10**8)), JA)
    assert dashes(fig, 70) == [None]
    assert not [note for note in fig.layout.annotations if note.showarrow]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("announced", "hatched"),
        ("planned", "hatched"),
        ("under_way", "hatched"),
        ("done", "solid"),
        ("reported", "pale"),
        ("mentioned", "pale"),
    ],
)
def test_only_done_is_solid(status: str, expected: str) -> None:
    assert fill(status) == expected
    bars = trace(investments(frame(exact(10**10, status=status)), JA), "bars")
    assert bars.marker.pattern.shape[0] == ("/" if expected == "hatched" else "")
    assert (bars.marker.color[0] == kind_colour("company")) == (expected != "pale")


@pytest.mark.parametrize(
    ("sentence", "text", "qualifier", "expected"),
    [
        ("Aは5000億ドル規模を", "5000億ドル", "規模", "5000億ドル規模"),
        ("Aは約50億ドルを", "50億ドル", "約", "約50億ドル"),
        ("20億ドル(約3,100億円)規模", "20億ドル", "規模", "20億ドル…規模"),
        ("最大でも20億ドル", "20億ドル", "最大", "最大…20億ドル"),
        ("600億ドル以上", "600億ドル以上", "以上", "600億ドル以上"),
    ],
)
def test_surface(sentence: str, text: str, qualifier: str, expected: str) -> None:
    start = sentence.index(text)
    row = {"text": text, "qualifier": qualifier, "sentence": sentence, "sentence_start": 100}
    assert surface(row | {"start": 100 + start, "end": 100 + start + len(text)}) == expected


# --- what does not go on one axis, or on none ---------------------------------------------------


def test_currencies_never_share_an_axis() -> None:
    yen = exact(10**11, currency="JPY")
    fig = investments(frame(exact(10**10), yen, exact(2 * 10**10)), JA)
    bars = [each for each in fig.data if each.name == "bars"]
    assert [(each.xaxis, list(each.x)) for each in bars] == [("x", [200, 100]), ("x2", [1000])]
    text = words(fig)
    assert "単位: 億米ドル" in text
    assert "単位: 億円" in text
    assert fig.layout.yaxis.domain[0] > fig.layout.yaxis2.domain[1]


def test_roles_never_share_an_axis_and_name_the_chart() -> None:
    both = frame(exact(10**10), exact(10**10, role="revenue"))
    assert len([each for each in investments(both, JA).data if each.name == "bars"]) == 2
    assert "売上高" in words(investments(both, JA))
    assert JA("tables.role.revenue") in investments(both.iloc[1:], JA).layout.title.text


def test_vague_amounts_are_told_not_drawn() -> None:
    vague = {"low": None, "high": None, "mod": "approx", "text": "数兆ドル", "qualifier": ""}
    table = frame(exact(10**10), vague)
    for drawn in (investments(table, JA), scale(table, JA)):
        assert "数兆ドル" in words(drawn)
        ids = {point[0] for each in drawn.data for point in each.customdata or ()}
        assert ids == {"amount-0"}
    assert "数兆ドル" in investments_summary(table, JA)


def test_losses_are_left_of_zero_and_named_where_log_cannot_draw_them() -> None:
    table = frame(exact(10**10), exact(-(10**9)))
    assert list(trace(investments(table, JA), "bars").x) == [100, -10]
    fig = investments(table, JA, scale="log")
    assert list(trace(fig, "dots").x) == [100]
    assert "−10億ドル" in words(fig)
    losses = words(investments(table.iloc[1:], JA, scale="log"))
    assert JA("charts_money.undrawn") in losses
    assert JA("charts_money.none") not in losses, "there is a sum, only not for this axis"


def test_an_empty_table_says_so() -> None:
    for draw in (investments, scale):
        fig = draw(demo().iloc[:0], JA)
        assert not fig.data
        assert JA("charts_money.none") in words(fig)
    assert investments_summary(demo().iloc[:0], EN) == EN("charts_money.none")


def test_markup_in_a_name_is_shown() -> None:
    fig = investments(frame(exact(10**10, label="<script>x</script>")), JA)
    assert "<script>" not in "".join(note.text or "" for note in fig.layout.annotations)
    assert "&lt;script&gt;" in trace(fig, "bars").hovertext[0]
