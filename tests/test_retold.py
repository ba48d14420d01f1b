"""A headline's sum is the body's: one fact, drawn once."""

from __future__ import annotations

import pytest

from components import tables
from components.reading import read
from components.reading.model import Article
from components.reading.vocabulary import load
from components.texts import DATA, texts

T = texts("ja")
BODY = "\n\nマイクロソフトは、OpenAIに{}を投資すると発表した。広告にも3億ドルを投じる。"
CASES = [
    ("マイクロソフト、OpenAIに80億ドル超を投資", "80億ドル以上", ["80億ドル以上", "3億ドル"], "once"),
    ("マイクロソフト、OpenAIに80億ドルを投資", "約80億ドル", ["約80億ドル", "3億ドル"], "about"),
    ("マイクロソフト、OpenAIに90億ドルを投資", "80億ドル", ["90億ドル", "80億ドル", "3億ドル"], "another"),
    ("オラクル、80億ドルを投資へ", "80億ドル", ["80億ドル", "80億ドル", "3億ドル"], "another payer"),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "told", "drawn", "why"), CASES)
def test_what_is_drawn(headline: str, told: str, drawn: list[str], why: str) -> None:
    doc = read(Article("news", headline + BODY.format(told)), load(DATA / "vocabulary"))
    frame = tables.amounts(doc, T)
    assert list(tables.charted(frame)["text"]) == drawn, why
    assert len(frame) == 3, "the table of all amounts leaves none out"


def test_the_row_of_the_headline_names_the_row_that_is_drawn() -> None:
    headline, told, _, _ = CASES[0]
    doc = read(Article("news", headline + BODY.format(told)), load(DATA / "vocabulary"))
    rows = tables.amounts(doc, T).to_dict("records")
    assert [row["restates"] for row in rows] == ["amount-1", "", ""]
    assert T("tables.note.restates", label=rows[1]["value_label"]) in rows[0]["note"]
    assert tables.headline(doc, T).count("80億") == 1
