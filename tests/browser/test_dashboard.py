"""The dashboard in a real browser: addresses, filter, marks and their sentences, phone, keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from components.texts import texts
from tests.browser.conftest import ROOT, Visit, ready, served, settled

PAGES = {
    "overview": "/",
    "investments": "/investments",
    "timeline": "/timeline",
    "article": "/article",
    "actors": "/actors",
}
T = texts("ja")


def go(page: Page, name: str) -> None:
    """Follow the link to a page as a reader does."""
    page.locator(".st-key-navigation").get_by_role("link", name=T(f"pages.{name}.name")).click()
    page.wait_for_url(re.compile(rf"{PAGES[name]}(\?|$)"))
    ready(page)


def choose_company(page: Page, name: str) -> None:
    page.get_by_role("combobox", name=T("pages.sidebar.companies")).fill(name)
    page.get_by_role("option", name=re.compile(f"^{name} ")).click()
    page.keyboard.press("Escape")


def panel(page: Page) -> Locator:
    return page.locator(".yomi-panel")


def click_mark(page: Page, mark: Locator) -> None:
    """Click in the middle of a chart's mark; Plotly listens on a layer above it."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def expect_marks(page: Page, *marks: str) -> None:
    """Wait until the page's charts draw these marks and no others."""
    page.wait_for_function(
        """(wanted) => {
          const charts = [...document.querySelectorAll(".js-plotly-plot")];
          const ids = charts.flatMap((chart) => (chart.data ?? []).flatMap(
            (trace) => (trace.customdata ?? []).map((point) => point[0])));
          return charts.length && [...new Set(ids)].sort().join() === wanted; }""",
        arg=",".join(sorted(marks)),
    )


@pytest.mark.parametrize("name", PAGES)
def test_first_request_of_a_fresh_server_is_any_page(visit: Visit, name: str) -> None:
    with served(ROOT / "app.py") as fresh:
        page = visit(f"{fresh}{PAGES[name]}?company=meta&lang=en")
        here = page.locator(".st-key-navigation").get_by_role("link")
        expect(here).to_have_count(len(PAGES))
        expect(page.locator(".st-key-chips")).to_contain_text("Meta")
        expect(page.locator('[data-testid="stAlert"]')).to_have_count(0)
        assert page.url == f"{fresh}{PAGES[name]}?company=meta&lang=en"


@pytest.mark.parametrize(("locale", "language"), [("ja-JP", "ja"), ("en-US", "en"), ("fr", "en")])
def test_language_is_the_browsers_until_it_is_chosen(
    visit: Visit, locale: str, language: str
) -> None:
    page = visit("/investments", locale=locale)
    expect(page.locator("html")).to_have_attribute("lang", language)
    other = {"ja": "en", "en": "ja"}[language]
    page.get_by_role("radio", name={"ja": "日本語", "en": "English"}[other]).click()
    expect(page.locator("html")).to_have_attribute("lang", other)
    page.wait_for_url(f"**/investments?lang={other}")
    page.reload()
    ready(page)
    expect(page.locator("html")).to_have_attribute("lang", other)


def test_filter_reaches_every_page_and_is_kept(visit: Visit) -> None:
    page = visit("/investments")
    expect_marks(page, "amount-0", "amount-1")
    choose_company(page, "Meta")
    page.wait_for_url("**/investments?company=meta")
    expect_marks(page, "amount-0")
    go(page, "timeline")
    expect(page.locator(".st-key-chips")).to_contain_text("Meta")
    told = page.locator(".js-plotly-plot")
    expect(told).to_contain_text("Llama")
    expect(told).not_to_contain_text("梁文峰")
    go(page, "article")
    expect(page.locator("article .dim").first).to_be_visible()
    expect(page.locator("article [data-id~='amount-0']").first).to_be_visible()
    go(page, "actors")
    expect(page.locator(".js-plotly-plot").first).not_to_contain_text("梁文峰")
    go(page, "overview")
    expect(page.locator(".yomi-card")).to_have_count(1)
    page.reload()
    ready(page)
    expect(page.locator(".yomi-card")).to_have_count(1)
    page.get_by_role("button", name=T("pages.chips.clear")).click()
    expect(page.locator(".yomi-card")).to_have_count(2)
    expect(page.locator(".st-key-chips")).to_have_count(0)


def test_back_takes_the_filter_back(visit: Visit) -> None:
    page = visit("/investments")
    choose_company(page, "Meta")
    expect(page.locator(".st-key-chips")).to_contain_text("Meta")
    page.wait_for_url("**/investments?company=meta")
    page.go_back()
    expect(page.locator(".st-key-chips")).to_have_count(0)


def test_bar_leads_to_its_sentence_and_on_to_the_article(visit: Visit) -> None:
    page = visit("/investments")
    click_mark(page, page.locator(".bars path").first)
    expect(panel(page).locator(".y-focus")).to_have_count(1)
    page.wait_for_url(re.compile("focus=amount-"))
    first = panel(page).locator(".y-focus").inner_text()
    page.get_by_role("button", name=T("pages.panel.close")).click()
    expect(panel(page)).to_have_count(0)
    click_mark(page, page.locator(".bars path").first)
    expect(panel(page).locator(".y-focus")).to_have_text(first)
    page.get_by_role("link", name=T("pages.panel.open")).click()
    page.wait_for_url(re.compile(r"/article\?.*focus=amount-"))
    ready(page)
    expect(page.locator("article .y-focus").first).to_have_text(first)
    expect(page.locator("article .y-focus").first).to_be_in_viewport()


def test_highlight_leads_to_the_chart_that_draws_it(visit: Visit) -> None:
    page = visit("/article")
    page.locator("article [data-id~='amount-1']").first.click()
    page.get_by_role("button", name=T("article.card.show")).first.click()
    page.wait_for_url(re.compile(r"/(investments|timeline)\?.*focus="))
    ready(page)
    expect(panel(page).locator(".y-focus")).to_have_count(1)


def test_edge_of_the_network_opens_its_evidence(visit: Visit) -> None:
    page = visit("/actors")
    expect(page.locator(".js-plotly-plot").first).to_contain_text("DeepSeek")
    number = page.evaluate(
        """document.querySelector(".js-plotly-plot").data.findIndex((trace) =>
           (trace.customdata ?? []).some((point) => String(point[0]).startsWith("relation-")))"""
    )
    points = page.locator(".js-plotly-plot").first.locator(".scatterlayer .trace").nth(number)
    click_mark(page, points.locator(".point").first)
    page.wait_for_url(re.compile("focus=relation-"))
    expect(panel(page).locator(".y-focus").first).to_be_visible()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("/investments?focus=amount-0", "600億ドル以上"),
        ("/investments?focus=amount-1&scale=log&currency=JPY", "5000億ドル規模"),
        ("/timeline?focus=event-0", "発表"),
        ("/timeline?focus=context-3&company=deepseek", "梁文峰が DeepSeek を設立"),
        ("/timeline?view=story&focus=mention-0", "シリコンバレー"),
        ("/actors?focus=relation-0", ""),
        ("/?focus=rank-0", "トップ10"),
    ],
)
def test_deep_link_opens_cold(visit: Visit, url: str, shown: str) -> None:
    page = visit(url)
    expect(panel(page)).to_contain_text(shown)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    path, _, query = url.partition("?")
    assert all(part in page.url for part in (path, *query.split("&")))


def test_a_table_gives_the_same_facts_and_leads_to_their_sentences(visit: Visit) -> None:
    page = visit("/investments")
    page.get_by_role("button", name=T("pages.chart.table")).first.click()
    table = page.get_by_role("table").first
    expect(table.get_by_role("row")).to_have_count(3)
    expect(table).to_contain_text("≥ 600億ドル")
    table.get_by_role("row").filter(has_text="≥ 600億ドル").get_by_role("cell").last.click()
    expect(panel(page).locator(".y-focus")).to_have_text("600億ドル以上")
    expect(page.get_by_role("table").locator("tr[aria-current=true]")).to_have_count(1)


def test_keyboard_alone_reaches_a_chart_and_a_sentence(visit: Visit) -> None:
    page = visit("/")
    tab_to(page, T("pages.investments.name"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/investments")
    ready(page)
    tab_to(page, T("pages.chart.table"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("table")).to_have_count(1)
    tab_to(page, "Stargate")
    page.keyboard.press("Enter")
    expect(panel(page).locator(".y-focus")).to_have_text("5000億ドル規模")
    tab_to(page, T("pages.panel.open"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/article\?focus=amount-1"))


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has the focus says `words`."""
    focused = """() => { let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.innerText ?? ""; }"""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(focused).strip() == words:
            return
    raise AssertionError(f"Tab does not reach “{words}”")


@pytest.mark.parametrize("locale", ["ja-JP", "en-US"])
@pytest.mark.parametrize(
    "url",
    [
        "/?focus=amount-0",
        "/investments",
        "/investments?scale=log",
        "/timeline",
        "/timeline?view=story",
        "/article",
        "/actors?company=meta",
        "/?company=nosuch",
    ],
)
def test_phone_scrolls_in_one_direction(visit: Visit, url: str, locale: str) -> None:
    page = visit(url, width=390, locale=locale)
    for button in page.locator("[class*=st-key-chart][class*=toggle] button").all():
        button.click()
        settled(page)
    # What may scroll sideways itself (a wide table) does not widen the page.
    wide = """[document.documentElement, document.querySelector('[data-testid="stMain"]')]
        .filter((each) => each.scrollWidth > innerWidth).length"""
    assert page.evaluate(wide) == 0
    right = """[...document.querySelectorAll('[data-testid="stMain"] .js-plotly-plot')]
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 1).length"""
    assert page.evaluate(right) == 0


def test_phone_closes_the_sidebar_and_shows_the_filter_as_chips(visit: Visit) -> None:
    page = visit("/investments?company=meta", width=390)
    expect(page.get_by_role("combobox", name=T("pages.sidebar.companies"))).not_to_be_in_viewport()
    chips = page.locator(".st-key-chips")
    expect(chips).to_contain_text("Meta")
    chips.get_by_role("button", name=re.compile("Meta")).click()
    expect(chips).to_have_count(0)


def test_dark_theme_draws_on_dark_paper(visit: Visit) -> None:
    page = visit("/investments", scheme="dark")
    page.wait_for_function(
        """document.querySelector(".js-plotly-plot")?._fullLayout.paper_bgcolor === "#0e1117" """
    )
    paper = """getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor"""
    assert page.evaluate(paper) == "rgb(14, 17, 23)"


def test_text_of_an_address_is_shown_and_not_run(visit: Visit) -> None:
    page = visit("/timeline?company=%3Cscript%3Ealert(1)%3C/script%3E")
    expect(page.locator('[data-testid="stAlert"]')).to_contain_text("<script>alert(1)</script>")
    expect(page.locator("pre, code")).to_have_count(0)
