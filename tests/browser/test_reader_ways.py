"""Ways through the article's reader: search, keyboard, focus, filter, map, phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from components.markup import marks
from components.texts import texts
from tests.browser.conftest import served
from tests.browser.reader_page import APP, Visit, card, contrast, legend, mark, opened
from tests.docs import sample_doc

T = texts("ja")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(APP) as url:
        yield url


@pytest.mark.parametrize(
    ("doc", "query", "count", "why"),
    [
        ("", "ＤＥＥＰＳＥＥＫ", 17, "width and case do not matter"),
        ("strange", "openai", 2, "nor in the text"),
        ("strange", "ガイド", 1, "a kana with its voicing mark"),
        ("strange", "株式", 1, "a part of what one character stands for"),
        ("strange", "力」と評", 1, "over the edges of marks"),
        ("strange", "存在しない", 0, "nothing"),
    ],
)
def test_search(visit: Visit, doc: str, query: str, count: int, why: str) -> None:
    page = opened(visit, f"doc={doc}")
    page.get_by_role("searchbox").fill(query)
    said = f"1 / {count}" if count else T("article.reader.no_hits")
    expect(page.locator(".find output"), why).to_have_text(said)
    assert page.evaluate("CSS.highlights.get('yomi-hits')?.size ?? 0") == count


def test_search_goes_on_and_back_and_ends(visit: Visit) -> None:
    page = opened(visit)
    box, said = page.get_by_role("searchbox"), page.locator(".find output")
    box.fill("TikTok")
    expect(said).to_have_text("1 / 1")
    expect(page.locator("article .y-product").last).to_be_in_viewport()
    box.fill("Meta")
    for key, expected in [("Enter", "2"), ("Shift+Enter", "1"), ("Shift+Enter", "5")]:
        box.press(key)
        expect(said).to_have_text(f"{expected} / 5")
    box.press("Escape")
    expect(said).to_be_empty()
    expect(box).to_have_value("")
    assert page.evaluate("CSS.highlights.size") == 0


def test_by_keyboard_alone(visit: Visit) -> None:
    page = opened(visit)
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Tab")
    expect(mark(page, "mention-0")).to_be_focused()
    expect(card(page)).to_contain_text("シリコンバレー")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(mark(page, "date-0")).to_be_focused()
    expect(card(page)).to_contain_text("XXXX-01-20")
    page.keyboard.press("k")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_text("picked date-0")).to_be_attached()
    expect(card(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("button", name=T("article.card.show"))).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(mark(page, "date-0")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_what_is_in_focus_is_in_sight_and_outlined(visit: Visit) -> None:
    page = opened(visit, "focus=relation-9")
    expect(mark(page, "relation-9")).to_be_in_viewport()
    expect(mark(page, "relation-9")).to_have_css("outline-style", "solid")
    expect(page.locator("article .y-focus")).to_have_count(1)


def test_other_companies_sentences_are_dimmed_and_legible(visit: Visit) -> None:
    page = opened(visit, "company=openai")
    dim = page.locator("article .dim")
    assert 0 < dim.count() < page.locator("article [data-s]").count()
    expect(dim.first).to_have_attribute("aria-description", T("article.dim"))
    expect(mark(page, "amount-1").locator("xpath=ancestor::span[@data-s]")).not_to_have_class("dim")
    expect(page.get_by_role("status").filter(has_text="選んだ企業に関わる文")).to_be_visible()
    assert contrast(dim.first) >= 4.5
    expect(page.locator(".map .y-company")).to_have_count(2)
    expect(page.locator(".map .y-company.faint")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marked_text_is_legible(visit: Visit, scheme: str) -> None:
    page = opened(visit, scheme=scheme)
    kinds = sorted({found.kind for found in marks(sample_doc())})
    for kind in kinds:
        assert contrast(page.locator(f"article .y-{kind}").first) >= 4.5, kind


def test_the_map_shows_every_mark_and_leads_there(visit: Visit) -> None:
    page = opened(visit)
    ticks = page.locator(".map path[class^='y-']").evaluate_all(
        "paths => paths.flatMap((path) => path.getAttribute('d').match(/M/g)).length"
    )
    assert ticks == len(marks(sample_doc()))
    chart = page.locator(".map")
    box = chart.bounding_box()
    assert box
    chart.click(position={"x": 7, "y": min(box["height"], 790 - box["y"]) - 2})
    expect(page.locator("article .y.shown")).to_be_in_viewport()
    expect(card(page)).to_be_visible()


def test_a_run_leaves_the_drawn_text_alone(visit: Visit) -> None:
    page = opened(visit)
    page.locator("article p").first.evaluate("p => { p.kept = true }")
    page.get_by_role("button", name="Run again").click()
    expect(page.get_by_text("run 1", exact=True)).to_be_attached()
    assert page.locator("article p").first.evaluate("p => p.kept") is True


def test_on_a_phone_nothing_sticks_out_and_the_card_is_a_sheet(visit: Visit) -> None:
    page = opened(visit, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    mark(page, "amount-0").click()
    expect(card(page)).to_be_visible()
    box = card(page).bounding_box()
    assert box
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    expect(mark(page, "amount-0")).to_be_in_viewport()


def test_in_english(visit: Visit) -> None:
    page = opened(visit, "lang=en")
    expect(legend(page, "Company")).to_be_visible()
    mark(page, "amount-0").hover()
    expect(card(page)).to_contain_text("≥ $60 billion")
    expect(card(page)).to_contain_text("Upper boundnot stated")


def test_a_long_article(visit: Visit) -> None:
    page = opened(visit, "doc=long&focus=mention-7000")
    expect(mark(page, "mention-7000")).to_be_in_viewport()
    mark(page, "mention-7000").click()
    expect(card(page)).to_contain_text("言及 7001 / 7700")
    assert page.locator(".reader *").count() < 25_000, "the document stays light"
    page.get_by_role("searchbox").fill("続いた")
    expect(page.locator(".find output")).to_have_text("1 / 7700")
