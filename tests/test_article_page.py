"""The article page: what it hands to the browser, in both languages, filtered and in focus."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import tables
from components.reading.model import (
    Amount,
    Article,
    Doc,
    Entity,
    Mention,
    Paragraph,
    Sentence,
    Uncharted,
)
from components.texts import LANGUAGES, Language, texts
from components.ui import library
from components.ui.reader_cards import cards
from tests.docs import empty_doc, sample_doc

Open = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    def opened(doc: Doc | None = None, **address: str | list[str]) -> AppTest:
        monkeypatch.setattr(library, "load", lambda identifier: doc or sample_doc())
        app = AppTest.from_file("../app.py", default_timeout=30)
        for name, value in address.items():
            app.query_params[name] = value
        app.run().run()
        app.switch_page("pages/article.py").run()
        assert not app.exception
        assert not app.error
        return app

    return opened


def payload(app: AppTest) -> dict[str, Any]:
    drawn = [each.proto for each in app.get("bidi_component")]
    found = next(proto for proto in drawn if proto.component_name == "yomitoki_reader")
    assert isinstance(json.loads(found.json), str), "a string: Streamlit looks into a dict"
    return dict(json.loads(json.loads(found.json)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_text_in_both_languages(open_page: Open, language: Language) -> None:
    app, t = open_page(lang=language), texts(language)
    shown = payload(app)
    assert tables.headline(sample_doc(), t) in " ".join(each.proto.body for each in app.get("html"))
    assert shown["html"].count("<h2>") == sum(line.heading for line in sample_doc().paragraphs)
    assert shown["words"]["show"] == t("article.card.show")
    assert shown["dim"] == []
    assert shown["note"] == ""
    assert shown["focus"] == ""
    assert [entry[0] for entry in shown["legend"]][:2] == ["company", "person"]
    assert all(isinstance(text, str) and text for text in shown["words"].values())


def test_a_filter_dims_the_other_sentences(open_page: Open) -> None:
    doc = sample_doc()
    shown = payload(open_page(lang="en", company=["openai"]))
    stay = tables.concerned_sentences(doc, tables.reach(doc, ["openai"]))
    assert doc.amounts[1].sentence in stay
    assert set(shown["dim"]) == set(range(len(doc.sentences))) - stay
    assert shown["note"].startswith(f"{len(stay)} of {len(doc.sentences)} sentences")


@pytest.mark.parametrize("focus", ["amount-0", "event-3", "relation-1", "mention-12", "rank-0"])
def test_what_is_in_focus_is_named_and_stands_in_the_text(open_page: Open, focus: str) -> None:
    shown = payload(open_page(focus=focus))
    assert shown["focus"] == focus
    assert focus in {
        each for part in shown["html"].split('data-id="')[1:] for each in part.split('"')[0].split()
    }


def test_an_unchanged_run_sends_the_same_string(open_page: Open) -> None:
    app = open_page()
    first = payload(app)
    assert payload(app.run()) == first


def test_another_language_is_another_version(open_page: Open) -> None:
    versions = {payload(open_page(lang=language))["version"] for language in LANGUAGES}
    assert len(versions) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_without_facts_is_shown_all_the_same(open_page: Open, language: Language) -> None:
    shown = payload(open_page(empty_doc("<script>alert(1)</script>。\nただの文。"), lang=language))
    assert shown["legend"] == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown["html"]
    assert "<script" not in shown["html"]


def rows(card: dict[str, Any]) -> dict[str, str]:
    return dict(card["rows"])


def test_an_amounts_card_says_its_bounds_and_its_words() -> None:
    found = cards(sample_doc(), texts("en"))["facts"]
    meta = rows(found["amount-0"])
    assert found["amount-0"]["title"] == "≥ $60 billion"
    assert meta["Lower bound"] == "$60 billion"
    assert meta["Upper bound"] == "not stated"
    assert meta["Qualifier"] == "at least (the text says “以上”)"
    assert found["amount-0"]["lead"] == "amount-0"
    stargate = rows(found["amount-1"])
    assert stargate["Lower bound"] == stargate["Upper bound"] == "$500 billion"
    assert "split not stated" in stargate["Note"]


def test_a_date_says_what_is_inferred_and_leads_to_its_event() -> None:
    date = cards(sample_doc(), texts("ja"))["facts"]["date-0"]
    assert rows(date)["日付（EDTF）"] == "XXXX-01-20"
    assert rows(date)["日付（解釈）"] == "2025-01-20（推定）"
    assert date["lead"] == "event-0"


def test_a_rank_has_subject_and_source_and_no_chart() -> None:
    rank = cards(sample_doc(), texts("ja"))["facts"]["rank-0"]
    assert rank["title"] == "1位から10位まで"
    assert rows(rank)["対象"] == "DeepSeek"
    assert rows(rank)["報じた者"] == "ウォール・ストリート・ジャーナル"
    assert rank["lead"] == ""


def test_a_quotation_has_its_speaker_and_leads_to_its_event() -> None:
    quotation = cards(sample_doc(), texts("ja"))["facts"]["quotation-0"]
    assert rows(quotation) == {"話者": "ヤン・ルカン"}
    assert quotation["lead"] == "event-1"


def test_an_entitys_card_has_both_names_its_forms_and_its_facts() -> None:
    found = cards(sample_doc(), texts("ja"))
    wsj = found["entities"]["wsj"]
    assert (wsj["title"], wsj["other"]) == (
        "ウォール・ストリート・ジャーナル",
        "The Wall Street Journal",
    )
    assert wsj["facts"] == ["rank-0"]
    deepseek = found["entities"]["deepseek"]
    assert deepseek["other"] == ""
    assert "同社（4）" in rows(deepseek)["本文での表記"]
    assert {"event-0", "relation-0", "rank-0"} <= set(deepseek["facts"])
    doc = sample_doc()
    assert [doc.mentions[index].text for index in found["standins"]] == ["同社"] * 4
    assert found["mentions"] == [mention.entity for mention in doc.mentions]


def test_every_fact_that_a_card_names_has_a_card() -> None:
    found = cards(sample_doc(), texts("en"))
    named = {fact for entity in found["entities"].values() for fact in entity["facts"]}
    assert named <= set(found["facts"])
    assert {card["lead"] for card in found["facts"].values()} - {""} <= set(found["facts"])


def strange_doc() -> Doc:
    text = "某社は数兆ドル、60兆円、約42%。"
    return Doc(
        Article("a", text),
        (Paragraph(0, len(text), False),),
        (Sentence(0, len(text), 0),),
        entities=(Entity("bo", "某社", "", "company", listed=False),),
        mentions=(Mention(0, 2, "某社", "company", "bo"),),
        amounts=(
            Amount(3, 7, "数兆ドル", "USD", None, None, "approx"),
            Amount(8, 12, "60兆円", "JPY", Decimal(6 * 10**13), None, "exact", restates=0),
            Amount(8, 10, "60", "JPY", Decimal(60), Decimal(60), "exact"),
            Amount(9, 10, "0", "USD", Decimal(1), Decimal(1), "exact", restates=2),
        ),
        uncharted=(Uncharted(14, 17, "42%", "ratio"),),
    )


def test_what_no_chart_draws_leads_nowhere_and_says_why() -> None:
    found = cards(strange_doc(), texts("ja"))
    assert found["facts"]["amount-0"]["lead"] == ""
    assert found["facts"]["amount-1"]["lead"] == "", "what it restates is not drawn either"
    assert found["facts"]["amount-3"]["lead"] == "amount-2"
    assert found["facts"]["uncharted-0"]["kind"] == "number"
    assert found["facts"]["uncharted-0"]["title"] == "42%"
    assert rows(found["facts"]["uncharted-0"])["理由"]
    assert rows(found["entities"]["bo"])["語彙"] == "未収録（本文から認識）"
    assert found["entities"]["bo"]["other"] == ""
