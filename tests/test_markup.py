"""Spans to HTML: whatever the spans, the text and every highlight survive."""

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.markup import (
    Mark,
    article_html,
    evidence,
    kind_css,
    legend,
    marks,
    render_spans,
    sentence_html,
)
from components.reading.model import Article, Doc, Mention, Paragraph, Quotation, Sentence, Span
from components.texts import kinds, texts
from tests.docs import empty_doc, sample_doc

TAG = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")
IDS = re.compile(r'data-id="([^"]*)"')
NAMES = (*kinds(), "number", "fact")


def plain(markup: str) -> str:
    return html.unescape(TAG.sub("", markup))


def ids(markup: str) -> set[str]:
    return {html.unescape(each) for found in IDS.findall(markup) for each in found.split()}


def balanced(markup: str) -> bool:
    opened: list[str] = []
    for closing, name, _ in TAG.findall(markup):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def covered(markup: str, identifier: str) -> str:
    """Return the text that stands inside the tags of one id, piece after piece."""
    out, opened = [], []
    for part in re.split(r"(<[^>]*>)", markup):
        tag = TAG.fullmatch(part)
        if not tag:
            out += [html.unescape(part)] if any(opened) else []
        elif tag[1]:
            opened.pop()
        else:
            opened.append(identifier in ids(part))
    return "".join(out)


@st.composite
def spanned(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(
        st.text(st.one_of(st.sampled_from("<>&\"'\0\r\n 「両社」𠮷"), st.characters()), min_size=1)
    )
    places = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    spans = [(min(place), max(place)) for place in places if place[0] != place[1]]
    named = [
        Mark(start, end, draw(st.sampled_from(NAMES)), f"mention-{index}", extra=(f"rank-{index}",))
        for index, (start, end) in enumerate(spans)
    ]
    return text, named


@given(spanned())
def test_the_text_and_every_mark_survive(given_: tuple[str, list[Mark]]) -> None:
    text, spans = given_
    markup = render_spans(text, spans)
    assert plain(markup) == text
    assert ids(markup) == {each for mark in spans for each in (mark.id, *mark.extra)}
    assert balanced(markup)
    for mark in spans:
        assert covered(markup, mark.id) == text[mark.start : mark.end]


@given(spanned(), st.data())
def test_an_article_is_its_text_in_paragraphs(
    given_: tuple[str, list[Mark]], data: st.DataObject
) -> None:
    text, spans = given_
    cuts = data.draw(st.lists(st.integers(0, len(text)), unique=True, max_size=6).map(sorted))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    paragraphs = tuple(Paragraph(start, end, start % 2 == 0) for start, end in pairs)
    sentences = tuple(Sentence(start, end, index) for index, (start, end) in enumerate(pairs))
    doc = Doc(Article("a", text), paragraphs, sentences)
    markup = article_html(doc, spans)
    assert plain(markup) == text
    assert balanced(markup)
    for mark in spans:
        assert covered(markup, mark.id) == text[mark.start : mark.end]


@pytest.mark.parametrize(
    ("spans", "expected", "why"),
    [
        (
            [(0, 4, "company"), (4, 6, "place")],
            '<mark class="y y-company" data-id="m-0">Meta</mark>'
            '<mark class="y y-place" data-id="m-1">米国</mark>で',
            "neighbours stay two",
        ),
        (
            [(0, 4, "company"), (0, 6, "quotation")],
            '<mark class="y y-quotation" data-id="m-1"><mark class="y y-company" data-id="m-0">'
            "Meta</mark>米国</mark>で",
            "the longer one goes outside, whatever the order",
        ),
        (
            [(0, 4, "company"), (0, 4, "quotation")],
            '<mark class="y y-quotation" data-id="m-1"><mark class="y y-company" data-id="m-0">'
            "Meta</mark></mark>米国で",
            "of two at one place the quotation goes outside",
        ),
        (
            [(0, 5, "company"), (4, 7, "amount")],
            '<mark class="y y-company" data-id="m-0">Meta'
            '<mark class="y y-amount" data-id="m-1">米</mark></mark>'
            '<mark class="y y-amount y-more" data-id="m-1">国で</mark>',
            "what crosses is cut, and nothing is lost",
        ),
        (
            [(0, 4, "fact")],
            '<span class="y-fact" data-id="m-0">Meta</span>米国で',
            "evidence has an id and no colour",
        ),
    ],
)
def test_nested_adjacent_and_crossing(
    spans: list[tuple[int, int, str]], expected: str, why: str
) -> None:
    given_ = [Mark(start, end, kind, f"m-{i}") for i, (start, end, kind) in enumerate(spans)]
    assert render_spans("Meta米国で", given_) == expected, why


def test_a_label_is_a_tooltip() -> None:
    markup = render_spans("600億", [Mark(0, 4, "amount", "amount-0", label='≥ "600億" <b>')])
    assert 'title="≥ &quot;600億&quot; &lt;b&gt;"' in markup


def test_script_is_shown_not_run() -> None:
    assert render_spans("<script>&", []) == "&lt;script&gt;&amp;"


@pytest.mark.parametrize(("start", "end"), [(2, 2), (3, 2), (-1, 2), (0, 6)])
def test_a_mark_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"mark x: {start} to {end} is no span of a text of 5"):
        render_spans("12345", [Mark(start, end, "place", "x")])


def test_two_companies_at_one_place_are_one_mark() -> None:
    mentions = tuple(Mention(0, 2, "両社", "company", name, "anaphor") for name in ("a", "b"))
    doc = Doc(Article("a", "両社は"), mentions=mentions)
    assert marks(doc) == (Mark(0, 2, "company", "mention-0", extra=("mention-1",)),)
    assert 'data-id="mention-0 mention-1"' in article_html(doc, marks(doc))


def test_every_fact_of_the_article_has_its_highlight() -> None:
    doc = sample_doc()
    found = {each for mark in (*marks(doc), *evidence(doc)) for each in (mark.id, *mark.extra)}
    names = ("mention", "amount", "date", "rank", "quotation", "event", "relation", "uncharted")
    facts = {
        "mention": doc.mentions, "amount": doc.amounts, "date": doc.dates, "rank": doc.ranks,
        "quotation": doc.quotations, "event": doc.events, "relation": doc.relations,
        "uncharted": doc.uncharted,
    }  # fmt: skip
    assert found == {f"{name}-{i}" for name in names for i in range(len(facts[name]))}
    assert ids(article_html(doc, (*marks(doc), *evidence(doc)))) == found


def test_headings_and_sentences_are_named() -> None:
    doc = sample_doc()
    markup = article_html(doc, marks(doc))
    assert markup.count("<h2>") == sum(paragraph.heading for paragraph in doc.paragraphs)
    assert markup.count("data-s=") == len(doc.sentences)
    assert plain(markup) == doc.article.text


def test_a_mark_over_the_end_of_a_sentence_is_cut_there() -> None:
    doc = Doc(
        Article("a", "甲。乙。"),
        (Paragraph(0, 4, False),),
        (Sentence(0, 2, 0), Sentence(2, 4, 0)),
        quotations=(Quotation(0, 4, "甲。乙。"),),
    )
    assert article_html(doc, marks(doc)) == (
        '<p><span data-s="0"><mark class="y y-quotation" data-id="quotation-0">甲。</mark></span>'
        '<span data-s="1"><mark class="y y-quotation y-more" data-id="quotation-0">乙。</mark>'
        "</span></p>"
    )


def test_a_sentence_has_its_fact_outlined() -> None:
    doc = sample_doc()
    amount = doc.amounts[0]
    markup = sentence_html(doc, amount.sentence, Span(amount.start, amount.end))
    sentence = doc.sentences[amount.sentence]
    assert plain(markup) == doc.article.text[sentence.start : sentence.end]
    assert '<mark class="y-focus"><mark class="y y-amount" data-id="amount-0">' in markup


def test_the_legend_counts_the_marks_of_the_text() -> None:
    doc = sample_doc()
    found = {kind: (name, count) for kind, name, count in legend(marks(doc), texts("en"))}
    assert found["amount"] == ("Amount", 2)
    assert sum(count for _, count in found.values()) == len(marks(doc))
    assert legend(marks(empty_doc("空")), texts("ja")) == []


def test_a_name_that_no_vocabulary_lists_is_marked_and_counted() -> None:
    doc = sample_doc()
    entities = tuple(replace(e, listed=e.id != "deepseek") for e in doc.entities)
    doc = replace(doc, entities=entities)
    named = [m for m in doc.mentions if m.entity == "deepseek" and m.via == "name"]
    markup = article_html(doc, marks(doc))
    assert markup.count('class="y y-company y-unlisted"') == len(named) > 0
    assert plain(markup) == doc.article.text
    found = {kind: (name, count) for kind, name, count in legend(marks(doc), texts("ja"))}
    assert found["unlisted"] == ("語彙にない名前", len(named))


def test_every_kind_has_a_colour_and_a_sign() -> None:
    for kind, look in kinds().items():
        rule = re.search(rf"^\.y-{kind} {{ --k: (\S+); ([^}}]+)}}", kind_css(), re.MULTILINE)
        assert rule, kind
        assert rule[1] == ("currentcolor" if look["colour"] == "ink" else look["colour"])
        assert rule[2].strip(), kind
        assert f'[data-off~="{kind}"]' in kind_css()
