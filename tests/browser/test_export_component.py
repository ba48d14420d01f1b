"""The export control in a real browser: each file is downloaded, opened and compared."""

from __future__ import annotations

import codecs
import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pypdf
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from components.charts.style import EXPORT_WIDTH
from tests.browser.conftest import served

ROOT = Path(__file__).parent.parent.parent
APP = ROOT / "tests" / "browser" / "apps" / "export.py"
HEIGHT = 420
TITLE = "Meta は 600億ドル以上"
NOTE = "約・以上は本文の語。出典: Fox Business"


HEAD = ["id", "label", "low", "high", "payer_ids", "sentence", "start", "end"]
SENTENCE = 'Metaは"600億ドル"以上の投資を発表し、</script><script>alert(1)</script>\n=1+1'
META = ["amount-0", "Meta", "60000000000", "", "meta", SENTENCE, "0", "44"]
STARGATE = ["amount-1", "Stargate", "500000000000", "500000000000", "openai", "規模", "50", "52"]


def _rows(path: Path) -> list[list[str]]:
    assert path.read_bytes().startswith(codecs.BOM_UTF8)
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(APP) as url:
        yield url


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 700}, color_scheme="dark")
    tab = context.new_page()
    problems: list[str] = []
    tab.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: problems.append(str(error)))
    tab.goto(address)
    expect(tab.get_by_role("button", name="この図とデータを書き出す")).to_be_visible()
    yield tab
    context.close()
    assert problems == []


def _save(page: Page, label: str, folder: Path) -> Path:
    page.get_by_role("button", name="この図とデータを書き出す").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=label).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    expect(page.get_by_text(f"保存しました: {path.name}")).to_be_visible()
    return path


def test_png_is_twice_the_size_on_white_under_a_dark_theme(page: Page, tmp_path: Path) -> None:
    path = _save(page, "PNG", tmp_path)
    assert path.name == "yomitoki_deepseek_investments.png"
    with Image.open(path) as image:
        assert image.size == (2 * EXPORT_WIDTH, 2 * HEIGHT)
        assert image.convert("RGBA").getpixel((3, 3)) == (255, 255, 255, 255)
        colours = image.convert("L").getcolors(256)
        assert colours is not None
        assert min(shade for _, shade in colours) < 100, "nothing is drawn"


def test_svg_has_its_japanese_as_text(page: Page, tmp_path: Path) -> None:
    path = _save(page, "SVG", tmp_path)
    root = ET.parse(path).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert (root.get("width"), root.get("height")) == (str(EXPORT_WIDTH), str(HEIGHT))
    words = [
        text for node in root.iter("{http://www.w3.org/2000/svg}text") for text in node.itertext()
    ]
    assert TITLE in words
    assert NOTE in words
    first = next(root.iter("{http://www.w3.org/2000/svg}rect"))
    assert "fill: rgb(255, 255, 255)" in first.get("style", "")


def test_pdf_is_one_page_with_the_image_and_words_to_search(page: Page, tmp_path: Path) -> None:
    path = _save(page, "PDF", tmp_path)
    document = pypdf.PdfReader(path, strict=True)
    assert len(document.pages) == 1
    assert document.metadata is not None
    assert document.metadata.title == TITLE
    sheet = document.pages[0]
    assert (sheet.mediabox.width, sheet.mediabox.height) == (EXPORT_WIDTH * 0.75, HEIGHT * 0.75)
    image = sheet.images[0].image
    assert image is not None
    assert image.size == (3 * EXPORT_WIDTH, 3 * HEIGHT)
    assert image.convert("RGB").getpixel((3, 3)) == (255, 255, 255)
    words = sheet.extract_text()
    assert TITLE in words
    assert NOTE in words


def test_html_opens_alone_with_chart_and_data(page: Page, browser: Browser, tmp_path: Path) -> None:
    path = _save(page, "HTML", tmp_path)
    context = browser.new_context(offline=True)
    alone = context.new_page()
    problems: list[str] = []
    alone.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    alone.on("pageerror", lambda error: problems.append(str(error)))
    alone.on("dialog", lambda dialog: problems.append(dialog.message))
    alone.goto(path.as_uri())
    expect(alone).to_have_title(TITLE)
    expect(alone.locator("#chart svg text", has_text=TITLE)).to_be_visible()
    alone.get_by_text("図のデータ").click()
    shown = [
        [cell.text_content() for cell in row.locator("th,td").all()]
        for row in alone.locator("tr").all()
    ]
    assert shown == [HEAD, META, STARGATE]
    assert alone.evaluate("figure.data[0].y.length") == 2
    assert problems == []
    context.close()


def test_csv_and_excel_are_the_rows_on_screen(page: Page, tmp_path: Path) -> None:
    path = _save(page, "CSV", tmp_path)
    assert _rows(path) == [HEAD, META, STARGATE]
    sheet = openpyxl.load_workbook(_save(page, "Excel", tmp_path))["data"]
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == ["Meta", "Stargate"]
    assert sheet["C2"].value == 60_000_000_000


def test_what_is_filtered_on_screen_is_what_is_exported(page: Page, tmp_path: Path) -> None:
    page.get_by_text("Meta", exact=True).click()
    expect(page.get_by_role("switch", name="Meta")).to_be_checked()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    path = _save(page, "CSV", tmp_path)
    assert path.name == "yomitoki_deepseek_investments_meta.csv"
    assert _rows(path) == [HEAD, META]
    image = _save(page, "SVG", tmp_path)
    assert "Stargate" not in image.read_text(encoding="utf-8")


def test_plotly_is_loaded_once_and_only_for_images(page: Page, tmp_path: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _save(page, "CSV", tmp_path)
    assert [url for url in asked if "plotly.min.js" in url] == []
    _save(page, "SVG", tmp_path)
    _save(page, "HTML", tmp_path)
    assert len([url for url in asked if "plotly.min.js" in url]) == 1
    assert {url.split("/")[2] for url in asked if url.startswith("http")} == {
        page.url.split("/")[2]
    }


def test_a_failed_download_of_plotly_is_said_and_can_be_tried_again(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address)
    tab.route("**/plotly.min.js*", lambda route: route.abort())
    tab.get_by_role("button", name="この図とデータを書き出す").click()
    tab.get_by_role("menuitem", name="PNG").click()
    expect(tab.get_by_text("作図の部品を読み込めませんでした")).to_be_visible()
    tab.unroute("**/plotly.min.js*")
    assert _save(tab, "PNG", tmp_path).stat().st_size > 1000
    context.close()


def test_keyboard_alone_opens_moves_chooses_and_leaves(page: Page) -> None:
    button = page.get_by_role("button", name="この図とデータを書き出す")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="PNG")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitem", name="SVG")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("menuitem", name="CSV")).to_be_focused()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "yomitoki_deepseek_investments.csv"
    expect(button).to_be_focused()


def test_the_button_opens_and_closes_the_menu_and_so_does_a_click_elsewhere(page: Page) -> None:
    button = page.get_by_role("button", name="この図とデータを書き出す")
    menu = page.get_by_role("menu")
    button.click()
    expect(menu).to_be_visible()
    button.click()
    expect(menu).to_be_hidden()
    button.click()
    expect(menu).to_be_visible()
    page.get_by_role("heading", name="書き出し").click()
    expect(menu).to_be_hidden()


def test_the_menu_stays_on_a_phone_and_speaks_english(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 700})
    tab = context.new_page()
    tab.goto(f"{address}/?lang=en")
    tab.get_by_role("button", name="Export this chart and its data").click()
    box = tab.get_by_role("menu").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 700
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    expect(
        tab.get_by_role("menuitem", name="Excel Data with its columns explained")
    ).to_be_visible()
    context.close()
