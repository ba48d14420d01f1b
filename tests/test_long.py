"""A long article stays interactive: what is costly is made once, or when it is asked for."""

from __future__ import annotations

import csv
import io
import json
from base64 import b64decode
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import tables
from components.reading import read
from components.reading.articles import parse
from components.reading.model import Article, Doc
from components.reading.vocabulary import load
from components.texts import DATA, LANGUAGES, Language, texts
from components.ui import export, library
from components.ui import reader as reader_ui
from components.ui.cards import AT_ONCE
from components.ui.table import AT_ONCE as ROWS
from tests.test_add_page import PASTED, field, pasted
from tests.test_pages import ROOT, marked

T = texts("ja")
MANY = 2 * AT_ONCE + 5


def article(count: int, name: str) -> Article:
    """Return an article of `count` sums without a period, each in a sentence of its own."""
    lines = [f"メタは{n + 1}億ドルをOpenAIに投資すると発表した。" for n in range(count)]
    text = f"{name}\n" + "\n".join(lines)
    return parse(text.encode(), "own.txt", f"mine-{name}", {"title": name})


def at_page(own: Article, page: str, size: str = "wide", language: Language = "ja") -> AppTest:
    """Open a page at an article of the session."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    at.session_state["own articles"] = {own.id: own}
    at.session_state["window size"] = size
    at.query_params.update({"article": own.id, "lang": language})
    at.run()
    if page != "overview":
        at.switch_page(f"pages/{page}.py").run()
    assert not at.exception
    return at


def orders(at: AppTest) -> dict[str, dict[str, Any]]:
    """Return what the export controls of a page are told, by the chart's name."""
    told = [each.proto for each in at.get("bidi_component")]
    data = [json.loads(json.loads(p.json)) for p in told if p.component_name == "yomitoki_export"]
    return {each["name"].rpartition("_")[2]: each for each in data}


def buttons(at: AppTest, prefix: str) -> list[str]:
    """Return the keys of the buttons that begin so and end in a number."""
    found = [str(button.key) for button in at.button]
    return [key for key in found if key.startswith(prefix) and key[len(prefix) :].isdigit()]


def test_a_chart_is_drawn_once_for_what_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    from components.charts import investments as charts

    def counted(frame: Any, *told: Any) -> Any:
        drawn.append(len(frame))
        return original(frame, *told)

    original = charts.investments
    monkeypatch.setattr(charts, "investments", counted)
    at = at_page(article(3, "once"), "investments")
    at.run()
    at.query_params["focus"] = "amount-1"
    at.run()
    assert drawn == [3], "neither a rerun nor the focus draws anew"
    at.segmented_control(key="control.scale").set_value("log").run()
    assert drawn == [3, 3]
    at.multiselect(key="control.companies").set_value(["openai"]).run()
    assert len(drawn) == 3
    assert marked(at)


def test_no_file_is_made_until_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    for module, name in (
        (export, "csv_bytes"),
        (export, "xlsx_bytes"),
        (export, "bundle"),
        (reader_ui, "annotated_html"),
    ):
        monkeypatch.setattr(module, name, lambda *told, name=name: made.append(name) or b"")
    own = article(3, "asked")
    for page in ("overview", "investments", "timeline", "actors", "article"):
        at = at_page(own, page)
        assert all(order["made"] is None for order in orders(at).values())
    assert made == []


@pytest.mark.parametrize("asked", export.FORMATS)
def test_what_is_asked_for_is_made_of_what_is_shown(asked: str) -> None:
    at = at_page(article(3, "made"), "investments")
    shown = orders(at)["investments"]["shown"]
    at.session_state["export-investments.asked"] = (asked, shown)
    at.run()
    assert orders(at)["scale"]["made"] is None
    made = orders(at)["investments"]["made"]
    assert made.pop("format") == asked
    parts = {"csv": {"csv"}, "xlsx": {"xlsx"}, "html": {"title", "figure", "csv"}}
    assert set(made) == parts.get(asked, {"title", "figure"})
    if "csv" in made:
        rows = list(csv.DictReader(io.StringIO(b64decode(made["csv"]).decode("utf-8-sig"))))
        assert {row["id"] for row in rows} == marked(at)
    at.multiselect(key="control.companies").set_value(["openai"]).run()
    assert all(order["made"] is None for order in orders(at).values())


def test_what_is_unsaid_comes_in_parts() -> None:
    at = at_page(article(MANY, "unsaid"), "overview")
    assert len(buttons(at, "unsaid.")) == AT_ONCE
    more = at.button(key="unsaid.more")
    assert more.label == T("pages.more", count=MANY - AT_ONCE)
    more.click().run()
    assert len(buttons(at, "unsaid.")) == 2 * AT_ONCE
    at.button(key="unsaid.more").click().run()
    assert len(buttons(at, "unsaid.")) == MANY
    assert "unsaid.more" not in [button.key for button in at.button]


def test_a_long_table_comes_in_parts() -> None:
    own = article(ROWS + 9, "rows")
    at = at_page(own, "investments")
    at.button(key="chart.investments.toggle").click().run()

    def rows() -> int:
        told = [each.proto for each in at.get("bidi_component")]
        table = next(proto for proto in told if proto.component_name == "yomitoki_table")
        return len(json.loads(json.loads(table.json))["rows"])

    assert rows() == ROWS
    more = at.button(key="chart.investments.table.more")
    assert more.label == T("pages.more", count=9)
    more.click().run()
    assert rows() == ROWS + 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_the_page_says_where_to_add_an_article(language: Language) -> None:
    own = article(1, "phone")
    label = texts(language)("pages.add.name")
    for size, links in (("wide", 1), ("middle", 2), ("narrow", 2)):
        at = at_page(own, "overview", size, language)
        found = [link for link in at.get("page_link") if link.proto.label == label]
        assert len(found) == links, size
        assert f"mine-{own.title}" in found[-1].proto.query_string


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make the reading of every article fail; return the ids of those that were tried."""
    tried: list[str] = []

    def fail(known: Article, *_: object) -> Doc:
        tried.append(known.id)
        raise ZeroDivisionError("as an example")

    monkeypatch.setattr(library, "read", fail)
    return tried


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_reading_fails_every_page_says_so_and_others_work(
    failing: list[str], language: Language
) -> None:
    own = article(1, f"fails-{language}")
    at = at_page(own, "overview", language=language)
    said = texts(language)("pages.article.unread", file=own.title)
    for page in ("overview", "investments", "article"):
        at.switch_page(f"pages/{page}.py").run()
        assert not at.exception
        assert [each.value.replace("\\", "") for each in at.error] == [said]
    assert failing == [own.id] * 4, "it is tried once a run"
    at.switch_page("pages/add.py").run()
    assert not at.error
    assert at.text_area(key="add.text")


def test_where_reading_fails_what_was_brought_is_kept(
    monkeypatch: pytest.MonkeyPatch, failing: list[str]
) -> None:
    text = PASTED + "この文で読み取りが止まる。"
    at = pasted(text)
    before = at.selectbox(key="control.article").value
    field(at, "source").set_value("港新聞")
    at.button(key="add.read.go").click().run()
    assert len([tried for tried in failing if tried.startswith("mine-")]) == 1
    title = field(at, "title").value
    assert [e.value.replace("\\", "") for e in at.error] == [T("pages.article.unread", file=title)]
    assert at.text_area(key="add.text").value == text
    assert field(at, "source").value == "港新聞"
    at.run()
    assert at.selectbox(key="control.article").value == before
    assert len(at.selectbox(key="control.article").options) == 1
    monkeypatch.setattr(library, "read", read)
    field(at, "title").set_value("直した題名")
    at.button(key="add.read.go").click().run()
    assert not at.error
    assert at.selectbox(key="control.article").value.startswith("mine-")


def test_reading_tells_its_steps() -> None:
    told: list[tuple[int, int]] = []
    own, words = article(2, "steps"), load(DATA / "vocabulary")
    doc = read(own, words, lambda done, total: told.append((done, total)))
    total = told[0][1]
    assert told == [(done, total) for done in range(1, total + 1)]
    assert doc == read(own, words)


def test_records_are_the_rows_as_plain_values() -> None:
    doc = read(article(3, "records"), load(DATA / "vocabulary"))
    for make in (tables.amounts, tables.events, tables.lanes, tables.relations):
        frame = make(doc, T)
        assert tables.records(frame) == frame.to_dict("records")
        assert {type(value) for row in tables.records(frame) for value in row.values()} <= {
            type(value) for row in frame.to_dict("records") for value in row.values()
        }
