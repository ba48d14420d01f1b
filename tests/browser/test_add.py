"""A reader's own article in a real browser: pasted, uploaded, fetched; then every page of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from components.texts import LANGUAGES, Language, Texts, texts
from tests.bringing import Reply, serving
from tests.browser.conftest import ROOT, Visit, ready, served, settled
from tests.browser.test_dashboard import PAGES, go
from tests.own import ARTICLES, NO_INVESTMENT, NO_NAMES, UNLISTED

LOCALES: dict[Language, str] = {"ja": "ja-JP", "en": "en-US"}
TEXT = """ソフトバンク、OpenAIに出資へ
ソフトバンクグループは28日、米OpenAIに最大300億ドルを出資すると発表した。
OpenAIは「計算能力を増やす」と述べた。Metaも1月20日に600億ドル以上を投資すると発表した。
"""
HTML = f"""<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>出資の話</title></head>
<body><nav>トップ</nav><article><h1>ソフトバンク、OpenAIに出資へ</h1>{
    "".join(f"<p>{part}</p>" for part in TEXT.splitlines()[1:] * 3)
}</article></body></html>"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The dashboard, its guard opened for this machine alone."""
    with served(ROOT / "app.py", ("tests.browser.apps.loopback",)) as url:
        yield url


def tab(page: Page, t: Texts, way: str) -> None:
    page.get_by_role("tab", name=t(f"add.{way}.tab")).click()


def paste(page: Page, t: Texts, text: str) -> None:
    page.get_by_role("textbox", name=t("add.paste.label")).fill(text)
    page.get_by_role("button", name=t("add.next")).click()


def upload(page: Page, t: Texts, name: str, raw: bytes) -> None:
    tab(page, t, "file")
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": raw}
    page.locator("input[type=file]").set_input_files([file])  # type: ignore[list-item]


def read(page: Page, t: Texts, day: str = "2025-01-28") -> str:
    """Correct the date and have the article read; return its id."""
    page.get_by_role("textbox", name=t("add.check.date")).fill(day)
    page.get_by_role("button", name=t("add.check.read"), exact=True).click()
    page.wait_for_url(re.compile(r"article=mine-"))
    ready(page)
    expect(page.locator(".st-key-navigation").get_by_role("link")).to_have_count(len(PAGES))
    found = re.search(r"article=(mine-[0-9a-f]+)", page.url)
    assert found, page.url
    return found[1]


def refusal(page: Page) -> Locator:
    return page.locator('[data-testid="stAlert"]')


def expect_no_wider(page: Page) -> None:
    """Wait until nothing of the page reaches beyond the window."""
    page.wait_for_function(
        """[document.documentElement, document.querySelector('[data-testid="stMain"]')]
        .every((each) => each.scrollWidth <= innerWidth)"""
    )


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", LANGUAGES)
def test_paste_opens_every_page(visit: Visit, language: Language, width: int) -> None:
    t = texts(language)
    page = visit("/add", width=width, locale=LOCALES[language])
    expect_no_wider(page)
    paste(page, t, TEXT)
    expect(page.get_by_role("textbox", name=t("add.check.title"))).to_have_value(
        TEXT.splitlines()[0]
    )
    expect_no_wider(page)
    own = read(page, t)
    for name in PAGES:
        link = page.locator(".st-key-navigation").get_by_role("link", name=t(f"pages.{name}.name"))
        link.click()
        page.wait_for_url(re.compile(rf"{PAGES[name]}\?(.*&)?article={own}"))
        ready(page)
        expect(page.locator("h1")).to_contain_text(re.compile("300億|30 billion"))
        expect(refusal(page)).to_have_count(0)
        expect_no_wider(page)


@pytest.mark.parametrize("name", PAGES)
def test_an_address_within_the_session_opens_its_page(visit: Visit, name: str) -> None:
    t = texts("ja")
    page = visit("/add")
    paste(page, t, TEXT)
    own = read(page, t)
    go(page, name)
    # As an entry of the history: an address typed into the bar would begin a new session.
    page.evaluate("query => history.pushState({}, '', query)", f"?article={own}&focus=amount-0")
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.locator(".y-focus").first).to_contain_text("300億ドル")
    expect(refusal(page)).to_have_count(0)
    assert f"article={own}" in page.url


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_session_does_not_know_the_article(visit: Visit, language: Language) -> None:
    t = texts(language)
    page = visit("/add", locale=LOCALES[language])
    paste(page, t, TEXT)
    own = read(page, t)
    page.reload()
    ready(page)
    expect(refusal(page)).to_have_text(t("pages.fault.own", value=own))
    expect(page.locator("h1")).to_contain_text("Stargate")


def test_a_file_in_shift_jis_is_read_as_what_it_says(visit: Visit) -> None:
    t = texts("ja")
    page = visit("/add")
    upload(page, t, "記事.txt", TEXT.encode("cp932"))
    expect(page.get_by_text("Shift_JIS")).to_be_visible()
    read(page, t)
    go(page, "article")
    expect(page.locator("article")).to_contain_text(TEXT.splitlines()[1])


def test_an_address_is_fetched_and_its_source_shown(visit: Visit) -> None:
    t = texts("ja")
    reply = Reply(headers={"Content-Type": "text/html; charset=utf-8"}, body=(HTML.encode(),))
    with serving({"/news": reply}) as server:
        page = visit("/add")
        tab(page, t, "address")
        page.get_by_role("textbox", name=t("add.address.label")).fill(
            f"http://127.0.0.1:{server.port}/news"
        )
        page.get_by_role("button", name=t("add.address.fetch")).click()
        expect(page.get_by_role("textbox", name=t("add.check.title"))).not_to_have_value("")
        read(page, t)
        expect(page.locator(".yomi-card").first).to_contain_text("億ドル")
        expect(page.locator(f'a[href="http://127.0.0.1:{server.port}/news"]')).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.txt", bytes(range(32)) * 40, "binary"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
        ("a.txt", "日本語の記事。".encode() * 9 + b"\xff\xfe", "undecodable"),
        ("a.txt", b"Meta plans to spend more on AI this year. " * 9, "not_japanese"),
        ("a.html", b"<html><body></body></html>", "page_empty"),
        ("a.exe", b"MZ", "file_type"),
        ("a.txt", ("あ" * 200_001).encode(), "too_long"),
    ],
)
def test_a_file_that_is_no_article_gets_one_sentence(
    visit: Visit, name: str, raw: bytes, reason: str, language: Language
) -> None:
    t = texts(language)
    page = visit("/add", locale=LOCALES[language])
    upload(page, t, name, raw)
    beginning = t.entries[f"bringing.error.{reason}"].partition("{")[0]
    expect(refusal(page)).to_have_count(1)
    expect(refusal(page)).to_contain_text(beginning)
    expect(page.locator('[data-testid="stFileChip"]')).to_contain_text(name)
    upload(page, t, "b.txt", TEXT.encode())
    expect(refusal(page)).to_have_count(0)
    expect(page.get_by_role("button", name=t("add.check.read"), exact=True)).to_be_visible()


def test_a_text_that_is_too_long_is_kept(visit: Visit) -> None:
    t, text = texts("ja"), "あ" * 200_001
    page = visit("/add")
    paste(page, t, text)
    expect(refusal(page)).to_have_text(t("bringing.error.too_long", length=200_001, limit=200_000))
    expect(page.get_by_role("textbox", name=t("add.paste.label"))).to_have_value(text)


def test_the_longest_text_is_read(visit: Visit) -> None:
    t = texts("ja")
    text = (TEXT + NO_NAMES * (200_000 // len(NO_NAMES)))[:200_000]
    page = visit("/add")
    upload(page, t, "long.txt", text.encode())
    read(page, t)
    expect(page.locator(".yomi-card").first).to_be_visible()
    go(page, "article")
    expect(page.locator("article mark").first).to_be_visible()


def test_no_word_of_the_uploader_is_english(visit: Visit) -> None:
    page = visit("/add")
    tab(page, texts("ja"), "file")
    zone = page.locator('[data-testid="stFileUploaderDropzone"]')
    expect(zone).to_be_visible()
    expect(zone.get_by_text("Upload", exact=True)).not_to_be_visible()
    expect(zone.get_by_text("per file")).not_to_be_visible()
    expect(zone.get_by_role("button", name="ファイルを選ぶ")).to_be_visible()


def test_charts_of_the_article_are_exported(visit: Visit, tmp_path: Path) -> None:
    t = texts("ja")
    page = visit("/add")
    paste(page, t, NO_INVESTMENT)
    own = read(page, t, "2024-11-11")
    go(page, "investments")
    page.get_by_role("button", name=t("export.open_label")).first.click()
    with page.expect_download() as waiting:
        page.get_by_role("menuitem", name="CSV").first.click()
    saved = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(saved)
    assert own in saved.name
    assert "1845億円" in saved.read_text(encoding="utf-8-sig")


def test_a_name_is_added_and_its_card_says_so(visit: Visit) -> None:
    t = texts("ja")
    page = visit("/add")
    paste(page, t, ARTICLES["unlisted"][0])
    read(page, t)
    go(page, "actors")
    page.get_by_text(re.compile(t("add.names.title", count="").rstrip("）"))).click()
    page.locator(".st-key-names").get_by_role("button", name=t("add.names.add")).first.click()
    expect(page.locator('[data-testid="stCode"]')).to_contain_text(UNLISTED)
    settled(page)
    expect_no_wider(page)
    go(page, "article")
    page.locator("article mark", has_text=UNLISTED).first.click()
    expect(page.locator(".card")).to_contain_text(t("article.card.listed"))
    expect(page.locator(".card")).not_to_contain_text(t("article.card.unlisted"))
