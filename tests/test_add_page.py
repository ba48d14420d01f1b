"""A reader's own article: brought, checked, read, and shown like those beside the program."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future, wait
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.bringing.checks import MAX_CHARACTERS
from components.reading import Step, read
from components.reading.model import Amount, Article, Doc, Entity
from components.reading.vocabulary import COLUMNS, FILES, Entry
from components.reading.vocabulary import load as load_vocabulary
from components.texts import LANGUAGES, Language, texts
from components.ui import library, progress
from components.ui.bring import written_date
from components.ui.facts import main_role
from components.ui.unlisted import entry, line
from tests.own import ARTICLES, NO_INVESTMENT, UNLISTED
from tests.test_pages import CHARTS, figures, html, marked, opened

SENTENCE = "ソフトバンクグループは28日、米OpenAIに最大300億ドルを出資すると発表した。"
PASTED = f"ソフトバンク、OpenAIに出資へ\n{SENTENCE}\n"


def pasted(text: str, **params: str | list[str]) -> AppTest:
    """Paste a text on the page that adds articles and ask for the next step."""
    at = opened("add", **params)
    at.text_area(key="add.text").set_value(text)
    at.button(key="add.paste.go").click().run()
    assert not at.exception
    return at


def field(at: AppTest, name: str) -> Any:
    """Return a field of the form in which the guesses are corrected."""
    return next(each for each in at.text_input if (each.key or "").startswith(f"add.{name}."))


def brought(text: str, day: str = "", **params: str | list[str]) -> AppTest:
    """Paste a text and have it read; the app stands on its overview."""
    at = pasted(text, **params)
    assert not at.error
    field(at, "date").set_value(day)
    at.button(key="add.read.go").click().run()
    assert not at.exception
    return at


def visit(at: AppTest, page: str) -> AppTest:
    """Go to another page in the same session."""
    at.switch_page(f"pages/{page}.py").run()
    assert not at.exception
    assert not at.error
    return at


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pasted_article_opens_at_once_and_is_chosen(language: Language) -> None:
    at = brought(PASTED, "2025-01-28", lang=language)
    assert len(figures(at)) == CHARTS["overview"]
    chosen = at.selectbox(key="control.article")
    assert chosen.value.startswith("mine-")
    assert chosen.options == [
        library.title("deepseek", texts(language)), "ソフトバンク、OpenAIに出資へ",
    ]  # fmt: skip
    assert at.query_params["article"] == chosen.value
    assert texts(language)("pages.overview.published", date="2025-01-28", note="") in html(at)
    at.selectbox(key="control.article").set_value("deepseek").run()
    assert "article" not in at.query_params
    assert "Stargate" in html(visit(at, "overview"))


def test_the_guesses_can_be_corrected_and_the_date_settles_the_year() -> None:
    at = pasted(PASTED)
    assert field(at, "title").value == "ソフトバンク、OpenAIに出資へ"
    field(at, "title").set_value("出資の話")
    field(at, "source").set_value("港新聞")
    field(at, "date").set_value("2025年1月29日")
    at.button(key="add.read.go").click().run()
    assert "出資の話（出典: 港新聞）" in html(at)
    told = [element.value for element in at.button if "28日" in (element.label or "")]
    assert told, "28日 is inferred, and the page says so"
    assert "2025-01-29" in html(at)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["きのう", "2025-02-30", "2025"])
def test_a_date_that_is_none_is_told_and_kept(words: str, language: Language) -> None:
    at = pasted(PASTED, lang=language)
    field(at, "date").set_value(words)
    at.button(key="add.read.go").click().run()
    assert [each.value.replace("\\", "") for each in at.error] == [
        texts(language)("add.check.no_date", value=words)
    ]
    assert field(at, "date").value == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ""),
        (" ", ""),
        ("2025-01-28", "2025-01-28"),
        ("2025/1/28", "2025-01-28"),
        ("2025年1月28日", "2025-01-28"),
        ("２０２５-０１-２８", "2025-01-28"),
        ("2025-13-01", None),
        ("1月28日", None),
    ],
)
def test_written_date(words: str, expected: str | None) -> None:
    assert written_date(words) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "reason", "values"),
    [
        ("", "empty", {}),
        (" \n　", "empty", {}),
        ("あ" * (MAX_CHARACTERS + 1), "too_long", {"length": 200_001, "limit": 200_000}),
        ("Meta plans to spend more on AI this year.", "not_japanese", {"share": 0}),
    ],
)
def test_what_cannot_be_read_gets_one_sentence_and_is_kept(
    text: str, reason: str, values: dict[str, object], language: Language
) -> None:
    at = pasted(text, lang=language)
    said = texts(language)(f"bringing.error.{reason}", **values)
    assert [each.value.replace("\\", "") for each in at.error] == [said]
    assert at.text_area(key="add.text").value == text
    at.text_area(key="add.text").set_value(PASTED)
    at.button(key="add.paste.go").click().run()
    assert not at.error
    assert field(at, "title").value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("url", "reason", "values"),
    [
        ("http://127.0.0.1/", "url_private", {"host": "127.0.0.1"}),
        ("http://169.254.169.254/latest", "url_private", {"host": "169.254.169.254"}),
        ("http://127.0.0.1:8501/", "url_port", {"port": 8501, "ports": "80, 443"}),
        ("file:///etc/passwd", "url_scheme", {"url": "file:///etc/passwd"}),
    ],
)
def test_an_address_outside_the_public_internet_is_refused(
    url: str, reason: str, values: dict[str, object], language: Language
) -> None:
    at = opened("add", lang=language)
    at.text_input(key="add.url").set_value(url)
    at.button(key="add.address.go").click().run()
    said = texts(language)(f"bringing.error.{reason}", **values)
    assert [each.value.replace("\\", "") for each in at.error] == [said]
    assert at.text_input(key="add.url").value == url


def test_addresses_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YOMITOKI_FETCH", "off")
    at = opened("add")
    assert [each.value for each in at.info] == [texts("ja")("bringing.error.fetch_off")]
    assert not [each for each in at.text_input if each.key == "add.url"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_new_session_the_address_names_nothing_and_says_so(language: Language) -> None:
    at = opened("overview", article="mine-000000000000", lang=language)
    said = texts(language)("pages.fault.own", value="mine-000000000000")
    assert [each.value.replace("\\", "") for each in at.warning] == [said]
    assert len(figures(at)) == CHARTS["overview"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ARTICLES)
def test_every_page_shows_an_article_that_nobody_prepared_for(
    name: str, language: Language
) -> None:
    text, day = ARTICLES[name]
    at = brought(text, day, lang=language)
    for page in CHARTS:
        visit(at, page)
        assert not at.warning
        assert "<h1>" in html(at)
        for chart in at.get("plotly_chart"):
            assert chart.proto.alt


def test_a_text_without_facts_says_what_it_lacks() -> None:
    at, t = brought(*ARTICLES["no_names"]), texts("ja")
    for page, key in (
        ("overview", "amounts"),
        ("investments", "amounts"),
        ("timeline", "events"),
        ("actors", "relations"),
    ):
        visit(at, page)
        assert figures(at) == []
        assert t(f"pages.empty.{key}") in [each.value for each in at.markdown]


def test_without_investments_another_role_is_its_own_view() -> None:
    at, t = visit(brought(NO_INVESTMENT, "2024-11-11"), "investments"), texts("ja")
    said = [each.value for each in at.caption]
    assert t("pages.investments.as_role", role=t("tables.role.revenue")) in said
    revenue = marked(at)
    assert "role" not in at.query_params
    control = at.segmented_control(key="control.role")
    assert set(control.options) == {t("tables.role.revenue"), t("tables.role.profit")}
    control.set_value("profit").run()
    assert at.query_params["role"] == "profit"
    assert revenue
    assert marked(at)
    assert marked(at).isdisjoint(revenue)
    assert t("pages.investments.as_role", role=t("tables.role.profit")) not in [
        each.value for each in at.caption
    ]
    at.selectbox(key="control.article").set_value("deepseek").run()
    assert marked(at) == {"amount-0", "amount-1"}


def amount(role: Any, **fields: Any) -> Amount:
    return Amount(0, 1, "", "JPY", **{"low": 1, "high": 1, "mod": "exact", "role": role, **fields})


@pytest.mark.parametrize(
    ("amounts", "expected", "why"),
    [
        ((), "investment", "nothing is stated"),
        (("revenue", "revenue", "investment"), "investment", "investment where there is one"),
        (("profit", "revenue", "revenue"), "revenue", "the most frequent"),
        (("profit", "revenue"), "profit", "the first of equals"),
    ],
)
def test_main_role(amounts: Sequence[Any], expected: str, why: str) -> None:
    assert main_role(Doc(Article("a", ""), amounts=tuple(map(amount, amounts)))) == expected, why


def test_what_restates_or_has_no_bound_makes_no_role() -> None:
    drawn = (
        amount("revenue"),
        amount("investment", restates=0),
        amount("investment", low=None, high=None),
    )
    assert main_role(Doc(Article("a", ""), amounts=drawn)) == "revenue"


@pytest.fixture
def unlisted() -> str:
    """A firm that no list has."""
    assert UNLISTED not in {form for e in library.vocabulary().entries.values() for form in e.forms}
    return UNLISTED


def test_a_name_of_the_text_is_added_for_the_session_and_as_a_line(unlisted: str) -> None:
    at, t = visit(brought(ARTICLES["unlisted"][0]), "actors"), texts("ja")
    add = next(each for each in at.button if each.help == t("add.names.add_help", name=unlisted))
    kind = at.selectbox(key=add.key.replace("names.add", "names.kind"))
    kind.set_value("organization")
    add.click().run()
    assert not at.exception
    assert not at.warning
    assert not [each for each in at.button if each.key == add.key]
    told = next(each.value for each in at.code if unlisted in each.value)
    assert len(told.split("\t")) == len(COLUMNS)
    assert f"data/vocabulary/{FILES['organization']}" in [each.value for each in at.caption]
    visit(at, "overview")
    visit(at, "actors")
    drop = next(each for each in at.button if each.help == t("add.names.drop", name=unlisted))
    drop.click().run()
    assert any(each.key == add.key for each in at.button)


def test_an_unlisted_company_is_marked_in_the_filter(unlisted: str) -> None:
    at = brought(ARTICLES["unlisted"][0])
    options = at.multiselect(key="control.companies").options
    assert any(texts("ja")("add.names.mark", name=unlisted) in option for option in options)


@pytest.mark.parametrize(
    ("identifier", "name", "expected", "why"),
    [
        ("minato-denki", "ミナト電機", "minato-denki", "an id that the vocabulary may have"),
        ("meta", "メタもどき", "name-", "an id that is taken"),
        ("x:ミナト", "ミナト電機", "name-", "not an id"),
    ],
)
def test_the_line_of_a_name_is_a_line_of_the_vocabulary(
    identifier: str, name: str, expected: str, why: str, tmp_path: Any
) -> None:
    taken = frozenset({"meta"})
    found = entry(Entity(identifier, name, "", "company", listed=False), "product", taken)
    assert found.id.startswith(expected), why
    for file in FILES.values():
        (tmp_path / file).write_text("\t".join(COLUMNS) + "\n", encoding="utf-8")
    with (tmp_path / FILES["product"]).open("a", encoding="utf-8") as file:
        file.write(line(found) + "\n")
    loaded = load_vocabulary(tmp_path)
    assert loaded.faults == ()
    assert loaded.entries == {found.id: found}


def test_a_name_added_is_read_as_listed() -> None:
    added = Entry("kumo", "雲井谷製作所", "", "company", "", ("雲井谷製作所",), ())
    listed = library.vocabulary()
    known = type(listed)({**listed.entries, "kumo": added})
    doc = read(Article("a", "雲井谷製作所は工場を建てる。"), known)
    assert [each.listed for each in doc.entities if each.id == "kumo"] == [True]


def test_a_long_article_is_read_beside_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[float] = []
    began, may_end = threading.Event(), threading.Event()
    doc = Doc(Article("a", "長" * 100))

    class Bar:
        def progress(self, share: float, text: str) -> None:
            shown.append(share)
            if len(shown) == 3:
                may_end.set()

        def empty(self) -> None:
            shown.append(1.0)

    def reading(known: Article, step: Step) -> Any:
        def whole() -> Doc:
            step(1, 4)
            began.set()
            may_end.wait()
            return doc

        return whole

    def waited(futures: list[Future[Doc]], timeout: float) -> None:
        began.wait()
        wait(futures, None if may_end.is_set() else 0)

    monkeypatch.setattr(progress, "LONG", 10)
    monkeypatch.setattr(progress, "wait", waited)
    monkeypatch.setattr(library, "article", lambda identifier: doc.article)
    monkeypatch.setattr(library, "reading", reading)
    monkeypatch.setattr(st, "progress", lambda value, text: Bar())
    assert progress.load("a", texts("ja")) is doc
    assert shown == [0.25, 0.25, 0.25, 1.0]


def test_a_fault_of_the_reading_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Doc:
        raise ZeroDivisionError("as an example")

    monkeypatch.setattr(progress, "LONG", 1)
    monkeypatch.setattr(library, "article", lambda identifier: Article("a", "長い"))
    monkeypatch.setattr(library, "reading", lambda known, step: fail)
    with pytest.raises(ZeroDivisionError):
        progress.load("a", texts("ja"))
