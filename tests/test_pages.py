"""Every page in both languages, run by Streamlit without a browser."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.texts import DATA, LANGUAGES, Language, texts
from components.ui import library

ROOT = Path(__file__).parent.parent
CHARTS = {"overview": 2, "investments": 2, "timeline": 1, "article": 0, "actors": 2}
HEADLINES = {
    "ja": "Meta は 600億ドル以上、Stargate は約 5,000億ドル",
    "en": "Meta: at least $60 billion; Stargate: about $500 billion",
}


def opened(page: str, **params: str | list[str]) -> AppTest:
    """Open a page at an address; Streamlit tells a test the language `ja` when it has none."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    at.query_params.update(params)
    at.run()
    if page != "overview":
        at.switch_page(f"pages/{page}.py").run()
    assert not at.exception
    return at


def html(at: AppTest) -> str:
    """Return all HTML that the page shows."""
    return "\n".join(element.proto.body for element in at.get("html"))


def figures(at: AppTest) -> list[dict[str, object]]:
    """Return the figures that the page shows."""
    return [json.loads(element.proto.spec) for element in at.get("plotly_chart")]


def marked(at: AppTest) -> set[str]:
    """Return the ids of all marks in all charts."""
    return {
        point[0] if isinstance(point, list) else point
        for figure in figures(at)
        for trace in figure["data"]  # type: ignore[attr-defined]
        for point in trace.get("customdata", [])
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", CHARTS)
def test_every_page_shows_its_charts_and_its_title(page: str, language: Language) -> None:
    at = opened(page, lang=language)
    assert not at.error
    assert not at.warning
    assert len(figures(at)) == CHARTS[page]
    shown = html(at)
    assert HEADLINES[language].replace("'", "&#x27;") in shown
    for element in at.get("plotly_chart"):
        assert element.proto.alt, "every chart has a text summary"


@pytest.mark.parametrize("page", CHARTS)
def test_no_language_is_left_in_the_other(page: str) -> None:
    t = texts("en")
    at = opened(page, lang="en")
    labels = [widget.label for kind in (at.selectbox, at.multiselect, at.toggle) for widget in kind]
    labels += [widget.label for widget in at.button]
    shown = [label for label in labels if any("\u3040" <= sign <= "\u30ff" for sign in label)]
    # What the article itself says stays in its own words.
    assert [label for label in shown if "“" not in label] == []
    assert at.multiselect[0].placeholder == t("pages.sidebar.all_companies")


def test_filter_narrows_charts_and_can_be_cleared() -> None:
    at = opened("investments")
    assert marked(at) == {"amount-0", "amount-1"}
    at.multiselect(key="control.companies").set_value(["meta"]).run()
    assert marked(at) == {"amount-0"}
    at.button(key="clear.chips").click().run()
    assert marked(at) == {"amount-0", "amount-1"}


def test_filter_counts_mentions_and_keeps_a_joint_project_whole() -> None:
    at = opened("investments", company=["softbank"])
    assert marked(at) == {"amount-1"}
    options = at.multiselect(key="control.companies").options
    assert any(option.startswith("Meta (") for option in options)
    assert "内訳の記載なし" in json.dumps(figures(at), ensure_ascii=False)


def test_filter_that_leaves_nothing_says_so_and_offers_a_way_out() -> None:
    at = opened("investments", company=["deepseek"])
    assert figures(at) == []
    assert texts("ja")("pages.empty.filter") in [element.value for element in at.markdown]
    at.button(key="clear.amounts").click().run()
    assert len(figures(at)) == 2


def test_state_is_kept_across_pages() -> None:
    at = opened("investments", company=["meta"], scale="log", focus="amount-0")
    at.switch_page("pages/timeline.py").run()
    assert at.multiselect(key="control.companies").value == ["meta"]
    at.switch_page("pages/investments.py").run()
    assert at.segmented_control(key="control.scale").value == "log"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "focus", "words"),
    [
        ("investments", "amount-0", "600億ドル以上"),
        ("investments", "amount-1", "5000億ドル規模"),
        ("timeline", "event-0", "発表"),
        ("actors", "relation-0", "y-focus"),
        ("overview", "date-0", "1月20日"),
    ],
)
def test_deep_link_shows_the_sentence_with_the_fact_marked(
    page: str, focus: str, words: str, language: Language
) -> None:
    shown = html(opened(page, focus=focus, lang=language))
    panel = shown[shown.index('class="yomi-panel"') :]
    assert 'class="y-focus"' in panel
    assert words in panel


def test_outside_fact_shows_its_source_and_can_be_switched_off() -> None:
    at = opened("timeline", focus="context-0")
    assert texts("ja")("pages.panel.outside") in html(at)
    assert any(mark.startswith("context-") for mark in marked(at))
    at.toggle(key="control.context").set_value(False).run()
    assert not any(mark.startswith("context-") for mark in marked(at))
    assert texts("ja")("pages.panel.off") in html(at)


def test_story_shows_mentions() -> None:
    at = opened("timeline", view="story")
    assert any(mark.startswith("mention-") for mark in marked(at))


def test_yen_prints_rate_and_source_on_the_chart() -> None:
    spec = json.dumps(figures(opened("investments", currency="JPY"))[0], ensure_ascii=False)
    assert "156.51" in spec
    assert "欧州中央銀行" in spec


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("article", "nowhere"),
        ("company", "nosuch"),
        ("focus", "amount-99"),
        ("focus", "context-99"),
        ("scale", "cubic"),
        ("currency", "XXX"),
        ("context", "maybe"),
    ],
)
def test_parameter_that_names_nothing_is_told_and_the_rest_works(
    name: str, value: str, language: Language
) -> None:
    at = opened("overview", **{name: value, "lang": language})
    assert len(at.warning) == 1
    assert f"{name}={value}" in at.warning[0].value.replace("\\", "")
    assert len(figures(at)) == CHARTS["overview"]


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of articles that a test may spoil."""
    for path in (DATA / "articles").glob("deepseek.*"):
        shutil.copy(path, tmp_path)
    monkeypatch.setattr(library, "ARTICLES", tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "bad.txt"), (b" \n", "bad.txt"), ("日本".encode("cp932"), "0x93")],
)
def test_article_that_cannot_be_read_gets_a_sentence(
    shelf: Path, content: bytes, words: str, language: Language
) -> None:
    (shelf / "bad.txt").write_bytes(content)
    at = opened("overview", article="bad", lang=language)
    assert len(at.error) == 1
    assert words in at.error[0].value.replace("\\", "")
    at.selectbox(key="control.article").set_value("deepseek").run()
    assert not at.error
    assert len(figures(at)) == CHARTS["overview"]


def test_article_deleted_while_open_gets_a_sentence(shelf: Path) -> None:
    (shelf / "other.txt").write_text("Metaは600億ドルを投資する。", encoding="utf-8")
    at = opened("overview", article="other")
    assert not at.error
    (shelf / "other.txt").unlink()
    at.run()
    assert "other.txt" in at.error[0].value.replace("\\", "")


def test_without_articles_the_page_says_what_to_do(shelf: Path) -> None:
    for path in shelf.iterdir():
        path.unlink()
    at = opened("overview")
    assert [element.value for element in at.info] == [texts("ja")("pages.no_articles")]


def test_text_of_an_article_is_shown_and_not_run(shelf: Path) -> None:
    text = "<script>alert(1)</script>のMetaは600億ドル以上のAI投資を発表した。"
    (shelf / "evil.txt").write_text(text, encoding="utf-8")
    (shelf / "evil.toml").write_text('title = "<img src=x onerror=alert(1)>"', encoding="utf-8")
    shown = html(opened("overview", article="evil", focus="amount-0"))
    assert "<script" not in shown
    assert "<img" not in shown
    assert "&lt;script&gt;" in shown


def test_article_without_facts_has_no_blank_chart(shelf: Path) -> None:
    (shelf / "empty.txt").write_text("空は青い。", encoding="utf-8")
    for page in CHARTS:
        at = opened(page, article="empty")
        assert not at.error
        assert figures(at) == []


def test_faulty_lines_of_the_vocabulary_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (DATA / "vocabulary").iterdir():
        shutil.copy(path, tmp_path)
    with (tmp_path / "companies.tsv").open("a", encoding="utf-8") as file:
        file.write("Bad Id\tx\tx\t\t\t\n")
    monkeypatch.setattr(library, "VOCABULARY", tmp_path)
    at = opened("overview")
    told = [element.value.replace("\\", "") for element in at.expander[0].markdown]
    assert any("companies.tsv" in sentence and "Bad Id" in sentence for sentence in told)
    assert len(figures(at)) == CHARTS["overview"]


def test_faulty_outside_facts_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deepseek.toml").write_text('[[event]]\ndate = "soon"\n', encoding="utf-8")
    monkeypatch.setattr(library, "CONTEXT", tmp_path)
    at = opened("timeline")
    assert "soon" in at.warning[0].value
    assert len(figures(at)) == CHARTS["timeline"]
