"""The article's reader in a real browser: marks, cards and what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from components.markup import marks
from components.texts import texts
from tests.browser.conftest import served
from tests.browser.reader_page import APP, Visit, background, card, legend, mark, opened
from tests.docs import sample_doc

T = texts("ja")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(APP) as url:
        yield url


def test_the_whole_text_is_there_with_every_mark(visit: Visit) -> None:
    page, doc = opened(visit), sample_doc()
    assert page.locator("article").evaluate("a => a.textContent") == doc.article.text
    expect(page.locator("article .y")).to_have_count(len(marks(doc)))
    expect(page.locator("article h2").first).to_contain_text("中国AI企業DeepSeekが示す")


def test_script_in_an_article_is_shown_not_run(visit: Visit) -> None:
    page = opened(visit, "doc=strange")
    expect(page.locator("article p").first).to_contain_text("<script>window.hacked = 1</script>")
    expect(page.locator("article p").first).to_contain_text("&amp;と書く")
    mark(page, "mention-0").click()
    expect(card(page)).to_contain_text("Meta <b>Inc.</b>")
    assert page.evaluate("window.hacked") is None


def test_a_card_on_hover_says_who_is_meant(visit: Visit) -> None:
    page = opened(visit)
    index = next(i for i, m in enumerate(sample_doc().mentions) if m.via == "anaphor")
    mark(page, f"mention-{index}").hover()
    expect(card(page)).to_contain_text("「同社」は DeepSeek を指す")
    expect(card(page)).to_contain_text("同社（4）")
    page.locator("h2").first.hover(position={"x": 2, "y": 2})
    expect(card(page)).to_be_hidden()


def test_nested_marks_share_a_card(visit: Visit) -> None:
    page = opened(visit, "doc=strange")
    mark(page, "mention-1").hover()
    expect(card(page).locator("h3")).to_have_text(
        ["OpenAI OpenAI <b>Inc.</b>".replace(" ", "", 1), "「OpenAIの力」"]
    )
    expect(card(page)).to_contain_text("未収録（本文から認識）")


def test_one_mark_for_both_companies(visit: Visit) -> None:
    page = opened(visit, "doc=strange")
    both = mark(page, "mention-2")
    expect(both).to_have_attribute("data-id", "mention-2 mention-3")
    both.hover()
    expect(card(page).locator(".stands")).to_have_text(
        ["「両社」は Meta を指す", "「両社」は OpenAI を指す"]
    )


def test_a_number_that_no_chart_shows_says_why(visit: Visit) -> None:
    page = opened(visit, "doc=strange")
    mark(page, "uncharted-0").hover()
    expect(card(page)).to_contain_text("図にしない数字")
    expect(card(page).locator("dd")).not_to_be_empty()


def test_a_click_pins_the_card_and_names_the_fact(visit: Visit) -> None:
    page = opened(visit)
    mark(page, "amount-0").click()
    expect(page.get_by_text("picked amount-0")).to_be_attached()
    expect(page).to_have_url(re.compile("focus=amount-0"))
    expect(mark(page, "amount-0")).to_have_class(re.compile("y-focus"))
    expect(card(page)).to_contain_text("≥ 600億ドル")
    page.locator("h2").first.hover(position={"x": 2, "y": 2})
    expect(card(page)).to_be_visible()
    card(page).get_by_role("button", name=T("article.card.close")).click()
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize(
    ("chosen", "asked", "why"),
    [
        ("amount-1", "amount-1", "an amount leads to itself"),
        ("date-0", "event-0", "a date leads to its event"),
        ("quotation-0", "event-1", "so do words that were said"),
        ("mention-2", "mention-2", "an actor leads to the actors"),
    ],
)
def test_show_in_chart(visit: Visit, chosen: str, asked: str, why: str) -> None:
    page = opened(visit)
    mark(page, chosen).click()
    card(page).get_by_role("button", name=T("article.card.show")).click()
    expect(page.get_by_text(f"asked {asked}", exact=True), why).to_be_attached()


def test_a_rank_has_no_chart_to_show(visit: Visit) -> None:
    page = opened(visit)
    mark(page, "rank-0").click()
    expect(card(page)).to_contain_text("1位から10位まで")
    expect(card(page).get_by_role("button", name=T("article.card.show"))).to_have_count(0)


def test_from_mention_to_mention(visit: Visit) -> None:
    page, doc = opened(visit), sample_doc()
    metas = [i for i, mention in enumerate(doc.mentions) if mention.entity == "meta"]
    mark(page, f"mention-{metas[0]}").click()
    expect(card(page)).to_contain_text(f"言及 1 / {len(metas)}")
    card(page).get_by_role("button", name=T("article.card.previous")).click()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text(f"言及 {len(metas)} / {len(metas)}")
    expect(mark(page, f"mention-{metas[-1]}")).to_be_in_viewport()
    expect(card(page).get_by_role("button", name=T("article.card.previous"))).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card(page)).to_contain_text(f"言及 1 / {len(metas)}")


def test_a_card_leads_to_the_words_of_a_fact(visit: Visit) -> None:
    page = opened(visit)
    mark(page, "mention-4").click()
    card(page).get_by_role("button", name="DeepSeek：R1を発表").click()
    expect(mark(page, "event-0")).to_have_class(re.compile("y-focus"))
    expect(page).to_have_url(re.compile("focus=event-0"))
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("出来事")
    expect(card(page)).to_contain_text("2025年1月20日")


def test_the_legend_switches_a_kind_off_and_on(visit: Visit) -> None:
    page = opened(visit)
    company = legend(page, "企業")
    companies = sum(found.kind == "company" for found in marks(sample_doc()))
    expect(company).to_contain_text(str(companies))
    expect(company).to_have_attribute("aria-pressed", "true")
    tinted = background(mark(page, "mention-2"))
    company.click()
    expect(company).to_have_attribute("aria-pressed", "false")
    assert background(mark(page, "mention-2")) == "rgba(0, 0, 0, 0)"
    expect(page.locator(".map .y-company")).to_have_count(0)
    mark(page, "mention-2").click()
    expect(card(page)).to_be_hidden()
    company.press("Enter")
    company.hover()
    assert background(mark(page, "mention-2")) == tinted
    expect(page.locator(".map .y-company")).to_have_count(1)
