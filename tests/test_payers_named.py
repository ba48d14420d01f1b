"""How the payers of a sum are named: some of many, and those whom the text leaves unnamed."""

from __future__ import annotations

import pytest

from components import tables
from components.reading import read
from components.reading.model import Article
from components.reading.vocabulary import load
from components.texts import DATA, texts

T = texts("ja")
MANY = "引受先にはソフトバンクグループのほか、エヌビディア、マイクロソフト、オラクルが並ぶ。"
CASES = [
    ("OpenAIはエヌビディアから300億円を集めた。", "エヌビディア", "1社", "one, named"),
    ("OpenAIはエヌビディアなどから300億円を集めた。", "エヌビディアなど", "ほかの", "など is kept"),
    ("OpenAIは、エヌビディアや大手銀から300億円を集めた。", "エヌビディアなど", "ほかの", "や too"),
    (
        "メタ・プラットフォームズは広告などに600億ドルを投じる。",
        "Meta",
        "1社",
        "など of something else",
    ),
    (
        "OpenAIは400億ドルを調達した。" + MANY,
        "ソフトバンクグループほか3者",
        "オラクルの共同",
        "many",
    ),
]


@pytest.mark.parametrize(("text", "label", "noted", "why"), CASES)
def test_payers_named(text: str, label: str, noted: str, why: str) -> None:
    doc = read(Article("news", text), load(DATA / "vocabulary"))
    (row,) = tables.amounts(doc, T).to_dict("records")
    assert row["label"] == label, why
    assert noted in row["note"], why
    assert label in tables.headline(doc, T), why
