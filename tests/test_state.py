"""The reader's state and its address."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.texts import LANGUAGES, texts
from components.ui.escape import plain
from components.ui.facts import PAGES, anchor, kind_of, locate, sentence_at
from components.ui.state import CHOICES, Fault, State, address, parse
from tests.docs import sample_doc

ARTICLES = ("deepseek", "second")
DEFAULTS = State(article="deepseek")


@pytest.mark.parametrize(
    ("params", "expected", "why"),
    [
        ({}, {}, "an empty address is the defaults"),
        ({"article": ["second"]}, {"article": "second"}, "a known article"),
        ({"company": ["meta", "openai"]}, {"companies": ("meta", "openai")}, "repeated"),
        ({"company": ["meta", "meta", ""]}, {"companies": ("meta",)}, "once, and no empty one"),
        ({"lang": ["en"]}, {"language": "en"}, "the language by its code"),
        ({"focus": ["amount-0"]}, {"focus": "amount-0"}, "a fact"),
        ({"focus": [""]}, {}, "an empty focus is none"),
        ({"scale": ["log"], "currency": ["JPY"]}, {"scale": "log", "currency": "JPY"}, "chart"),
        ({"context": ["off"]}, {"context": False}, "off"),
        ({"context": ["on"]}, {}, "on is the default"),
        ({"view": ["story"], "role": ["revenue"]}, {"view": "story", "role": "revenue"}, "views"),
        ({"scale": ["linear", "log"]}, {"scale": "log"}, "the last one counts"),
    ],
)
def test_parse(params: dict[str, list[str]], expected: dict[str, object], why: str) -> None:
    assert parse(params, DEFAULTS, ARTICLES) == (replace(DEFAULTS, **expected), ()), why


@pytest.mark.parametrize(
    "name", ["article", "lang", "scale", "currency", "context", "view", "role"]
)
def test_value_that_names_nothing_is_told_and_the_rest_works(name: str) -> None:
    found, faults = parse({name: ["<b>"], "company": ["meta"]}, DEFAULTS, ARTICLES)
    assert found == replace(DEFAULTS, companies=("meta",))
    assert faults == (Fault(name, "<b>"),)
    for language in LANGUAGES:
        assert "<b>" in texts(language)(f"pages.fault.{name}", value="<b>")


def test_unknown_parameter_is_told() -> None:
    assert parse({"compny": ["meta"]}, DEFAULTS, ARTICLES) == (
        DEFAULTS,
        (Fault("parameter", "compny"),),
    )


def test_address_leaves_defaults_out() -> None:
    assert address(DEFAULTS, DEFAULTS) == {}
    changed = replace(DEFAULTS, companies=("meta", "openai"), language="en", context=False)
    expected = {"company": ["meta", "openai"], "lang": "en", "context": "off"}
    assert address(changed, DEFAULTS) == expected


states = st.builds(
    State,
    article=st.sampled_from(ARTICLES),
    companies=st.lists(st.sampled_from(["meta", "openai", "oracle"]), unique=True).map(tuple),
    language=st.sampled_from(LANGUAGES),
    focus=st.none() | st.sampled_from(["amount-0", "event-3", "mention-12", "context-1"]),
    scale=st.sampled_from(CHOICES["scale"]),
    currency=st.sampled_from(CHOICES["currency"]),
    context=st.booleans(),
    view=st.sampled_from(CHOICES["view"]),
    role=st.sampled_from(CHOICES["role"]),
)


@given(states, st.sampled_from(LANGUAGES))
def test_an_address_brings_its_state_back(state: State, browser: str) -> None:
    defaults = replace(DEFAULTS, language=browser)  # type: ignore[arg-type]
    params = {n: [v] if isinstance(v, str) else v for n, v in address(state, defaults).items()}
    assert parse(params, defaults, ARTICLES) == (state, ())


@given(st.dictionaries(st.text(), st.lists(st.text())))
def test_any_address_gives_a_state(params: dict[str, list[str]]) -> None:
    state, _ = parse(params, DEFAULTS, ARTICLES)
    assert state.article in ARTICLES
    assert state.language in LANGUAGES


@given(st.text())
def test_escaped_text_keeps_its_letters(text: str) -> None:
    assert plain(text).replace("\\", "") == text.replace("\\", "")


def test_escaping_disarms_markdown() -> None:
    assert plain("<script>") == r"\<script\>"
    assert plain("$60 *b* :red[x]") == r"\$60 \*b\* \:red\[x\]"


@pytest.mark.parametrize(
    ("identifier", "words"),
    [("amount-0", "600億ドル以上"), ("amount-1", "5000億ドル規模"), ("date-0", "1月20日")],
)
def test_locate_finds_the_words_of_a_fact(identifier: str, words: str) -> None:
    doc = sample_doc()
    fact = locate(doc, identifier)
    assert fact is not None
    assert doc.article.text[fact.span.start : fact.span.end] == words
    sentence = doc.sentences[fact.sentence]
    assert sentence.start <= fact.span.start < fact.span.end <= sentence.end


@pytest.mark.parametrize(
    "identifier",
    ["amount-99", "amount--1", "amount-", "amount", "", "-", "nothing-0", "amount-٣", "context-0"],
)
def test_locate_knows_what_names_nothing(identifier: str) -> None:
    assert locate(sample_doc(), identifier) is None


def test_every_fact_of_every_kind_is_located_in_its_sentence() -> None:
    doc = sample_doc()
    for kind, facts in (("event", doc.events), ("relation", doc.relations)):
        for index, stated in enumerate(facts):
            fact = locate(doc, f"{kind}-{index}")
            assert fact is not None
            assert fact.sentence == stated.sentence
            assert fact.kind == kind_of(fact.id)
            assert kind in PAGES


def test_an_entity_stands_for_its_first_mention() -> None:
    doc = sample_doc()
    first = next(i for i, mention in enumerate(doc.mentions) if mention.entity == "meta")
    assert anchor(doc, "meta") == f"mention-{first}"
    assert anchor(doc, "amount-0") == "amount-0"


def test_sentence_at_covers_the_whole_text() -> None:
    doc = sample_doc()
    assert sentence_at(doc, 0) == 0
    assert sentence_at(doc, len(doc.article.text)) == len(doc.sentences) - 1
