"""Phrases and clauses: particles, predicates, subjects."""

import pytest

from components.reading import clauses, phrases
from components.reading.phrases import Phrase
from components.reading.structure import paragraphs
from components.reading.tokens import tokens

PHRASES = [
    (
        "両社は提携を発表した。",
        ["両社は", "提携を", "発表した。"],
        "a phrase ends with its particles",
    ),
    (
        "計画を通じて投資を進めている。",
        ["計画を通じて", "投資を", "進めている。"],
        "を通じて is a particle, ている belongs to its verb",
    ),
    (
        "創業者である人物は語る。",
        ["創業者である", "人物は", "語る。"],
        "である makes one predicate, the noun after it begins anew",
    ),
    ("開発する企業が", ["開発する", "企業が"], "the noun that a clause modifies begins anew"),
]

KEYS = [
    ("投資を発表した。", "発表", "the noun before する"),
    ("整備を進める。", "進める", "the dictionary form"),
    ("規制が強まっている。", "強まる", "without the light verb"),
    ("彼は創業者である。", "だ", "the copula"),
    ("提携を決めた", "決める", "without a full stop"),
]

SUBJECTS = [
    ("企業は工場を建設した。", "建設", ["企業は"], "the topic"),
    ("甲社、乙社、丙社が出資した。", "出資", ["甲社、", "乙社、", "丙社が"], "a row"),
    ("甲社や乙社が出資した。", "出資", ["甲社や", "乙社が"], "a row with や"),
    ("会長は社員が作った製品を売る。", "売る", ["会長は"], "が is used up by its own clause"),
    ("会長は社員が作った製品を売る。", "作る", ["社員が"], "and serves there"),
    ("企業が工場を建て、製品を売る。", "売る", ["企業が"], "が carries along a chain"),
    ("会長は事業を売却すると述べた。", "売却", ["会長は"], "a topic reaches into と"),
    ("会長は事業を売却することを決めた。", "売却", ["会長は"], "and into こと"),
]


def read(text: str) -> tuple[Phrase, ...]:
    return phrases.phrases(phrases.words(text, tokens(text, paragraphs(text)), ()))


def surface(text: str, phrase: Phrase) -> str:
    return text[phrase.start : phrase.stop]


@pytest.mark.parametrize(("text", "expected", "why"), PHRASES)
def test_phrases(text: str, expected: list[str], why: str) -> None:
    assert [surface(text, phrase) for phrase in read(text)] == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), KEYS)
def test_the_last_predicate_has_its_name(text: str, expected: str, why: str) -> None:
    assert [phrase.key for phrase in read(text) if phrase.key][-1] == expected, why


@pytest.mark.parametrize(("text", "key", "expected", "why"), SUBJECTS)
def test_subjects(text: str, key: str, expected: list[str], why: str) -> None:
    items = read(text)
    index = next(item.at for item in items if item.key == key)
    found = clauses.subjects(items, index, lambda phrase: True)
    assert [surface(text, phrase) for phrase in found] == expected, why


def test_a_passive_clause_before_a_noun_modifies_it() -> None:
    text = "1月に発表された同社の製品は売れた。"
    items = read(text)
    announced = next(item for item in items if item.key == "発表")
    assert announced.passive
    assert announced.adnominal
    found = [surface(text, p) for p in clauses.modified(items, announced.at)]
    assert found == ["同社の", "製品は"]
