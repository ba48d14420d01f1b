"""Exported files hold exactly the rows they were made from, and nothing that a program runs."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from html import unescape

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.export.annotated import annotated_html
from components.export.bundle import bundle, bundle_frames, bundle_name
from components.export.names import filename
from components.export.table import csv_bytes, excel_number, xlsx_bytes
from components.reading.model import (
    Amount,
    Article,
    Date,
    Doc,
    Entity,
    Event,
    Mention,
    Paragraph,
    Sentence,
    Span,
)
from components.texts import DATA, LANGUAGES, Language, texts

JA = texts("ja")
TEXT = "Metaは1月20日、600億ドル以上の投資を発表した。<script>alert(1)</script>\n=HYPERLINK(1)"


def _doc() -> Doc:
    first = Sentence(0, TEXT.index("<"), 0)
    return Doc(
        article=Article(
            "deepseek", TEXT, title="<b>記事</b>", source="Fox Business", sha256="ab12"
        ),
        paragraphs=(Paragraph(0, TEXT.index("\n"), False), Paragraph(TEXT.index("="), 79, False)),
        sentences=(first, Sentence(first.end, TEXT.index("\n"), 0)),
        entities=(Entity("meta", "Meta", "Meta", "company", True),),
        mentions=(Mention(0, 4, "Meta", "company", "meta"),),
        dates=(Date(5, 10, "1月20日", "XXXX-01-20", "2025-01-20", True),),
        amounts=(
            Amount(
                start=TEXT.index("600"),
                end=TEXT.index("の投資"),
                text="600億ドル以上",
                currency="USD",
                low=Decimal("6E+10"),
                high=None,
                mod="equal_or_more",
                qualifier="以上",
                role="investment",
                payers=("meta",),
                status="announced",
            ),
        ),
        events=(
            Event(
                "announce", Span(TEXT.index("発表"), TEXT.index("。")), 0, ("meta",), (), (0,), 0
            ),
        ),
    )


def _frame(rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    columns = ("id", "low", "payer_ids", "joint", "start", "sentence")
    return pd.DataFrame(list(rows), columns=list(columns)).astype({"low": object})


def _csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _sheet(content: bytes, name: str = "data") -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [[cell.value for cell in row] for row in book[name].iter_rows()]


@pytest.mark.parametrize(
    ("value", "expected", "why"),
    [
        (Decimal("6E+10"), "60000000000", "a Decimal is written in full"),
        (Decimal("0.25"), "0.25", "25セント keeps its fraction"),
        (Decimal("12345678901234567890.123"), "12345678901234567890.123", "no digit is lost"),
        (Decimal("-14000000"), "-14000000", "△1400万円 is negative"),
        (None, "", "a bound that the text does not give is empty, not 0"),
    ],
)
def test_csv_writes_bounds_exactly(value: object, expected: str, why: str) -> None:
    rows = _csv_rows(csv_bytes(_frame([("amount-0", value, ("meta", "openai"), True, 3, "文")])))
    assert rows[1] == ["amount-0", expected, "meta;openai", "true", "3", "文"], why


def test_csv_begins_with_a_bom_and_keeps_columns_without_rows() -> None:
    content = csv_bytes(_frame([]))
    assert content.startswith(codecs.BOM_UTF8)
    assert _csv_rows(content) == [["id", "low", "payer_ids", "joint", "start", "sentence"]]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_csv_gives_every_text_back(sentences: list[str]) -> None:
    rows = [(f"amount-{i}", None, (), False, i, text) for i, text in enumerate(sentences)]
    assert [row[-1] for row in _csv_rows(csv_bytes(_frame(rows)))[1:]] == sentences


@pytest.mark.parametrize("text", ["=1+1", "+81", "-14", "@SUM(A1)", '=cmd|"/c calc"!A1', "{=1}"])
def test_text_never_becomes_a_formula_and_is_never_altered(text: str) -> None:
    frame = _frame([("amount-0", None, (), False, 0, text)])
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(frame, JA)))
    cell = book["data"]["F2"]
    assert (cell.data_type, cell.value) == ("s", text)
    assert _csv_rows(csv_bytes(frame))[1][-1] == text


def test_web_addresses_stay_text() -> None:
    frame = _frame([("amount-0", None, (), False, 0, "https://example.com/a")])
    cell = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(frame, JA)))["data"]["F2"]
    assert (cell.value, cell.hyperlink) == ("https://example.com/a", None)


@pytest.mark.parametrize(
    ("value", "expected", "why"),
    [
        (Decimal("6E+10"), 60_000_000_000, "an exact number is a number"),
        (Decimal("0.25"), 0.25, "also with a fraction"),
        (Decimal("123456789012345"), 123_456_789_012_345, "15 digits are what Excel holds"),
        (Decimal("1234567890123456"), "1234567890123456", "16 digits would be rounded: text"),
        (Decimal("1E+400"), "1" + "0" * 400, "beyond a double: text"),
        (None, None, "no bound is an empty cell"),
    ],
)
def test_excel_holds_numbers_that_it_keeps_exactly(
    value: object, expected: object, why: str
) -> None:
    frame = _frame([("amount-0", value, ("meta",), True, 3, "文")])
    assert _sheet(xlsx_bytes(frame, JA))[1] == ["amount-0", expected, "meta", True, 3, "文"], why


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_what_excel_gets_as_a_number_is_the_same_number(value: Decimal) -> None:
    number = excel_number(value)
    assert number is None or Decimal(f"{number:.16G}") == value


def test_a_text_longer_than_an_excel_cell_is_cut_with_a_note_not_dropped() -> None:
    long = "文" * 40_000
    frame = _frame([("amount-0", None, (), False, 0, long)])
    cell = _sheet(xlsx_bytes(frame, JA))[1][-1]
    assert isinstance(cell, str)
    assert cell.startswith("文文")
    assert cell.endswith(JA("export.cut"))
    assert _csv_rows(csv_bytes(frame))[1][-1] == long


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_sheet_explains_every_column_in_the_readers_language(language: Language) -> None:
    t = texts(language)
    frame = _frame([])
    explained = _sheet(xlsx_bytes(frame, t), t("export.columns_sheet"))
    assert [row[0] for row in explained[1 : 1 + len(frame.columns)]] == list(frame.columns)
    assert explained[1][1] == t("export.column.id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_every_table_is_explained(language: Language) -> None:
    t = texts(language)
    columns = {str(name) for frame in bundle_frames(_doc(), t).values() for name in frame.columns}
    assert [name for name in sorted(columns) if f"export.column.{name}" not in t.entries] == []


def test_no_explanation_without_a_column() -> None:
    loaded = tomllib.loads((DATA / "texts" / "export.toml").read_text(encoding="utf-8"))
    columns = {str(name) for frame in bundle_frames(_doc(), JA).values() for name in frame.columns}
    assert set(loaded["export"]["column"]) - columns == set()


@pytest.mark.parametrize(
    ("article", "chart", "companies", "ext", "expected", "why"),
    [
        ("deepseek", "investments", ["meta"], "png", "yomitoki_deepseek_investments_meta.png", ""),
        ("deepseek", "timeline", [], "csv", "yomitoki_deepseek_timeline.csv", "no filter, no part"),
        (
            "deepseek",
            "scale",
            ["meta", "openai"],
            "svg",
            "yomitoki_deepseek_scale_meta-openai.svg",
            "",
        ),
        ("a", "b", list("vwxyz"), "pdf", "yomitoki_a_b_v-w-x-plus2.pdf", "many are counted"),
        ("記事 2025/1", "b", [], "zip", "yomitoki_記事-2025-1_b.zip", "Japanese stays, signs go"),
        (
            "../../etc/passwd",
            "b",
            [],
            "csv",
            "yomitoki_etc-passwd_b.csv",
            "no path leaves its folder",
        ),
        ("ＡＩ", "b", [], "csv", "yomitoki_ai_b.csv", "full width is folded"),
        ("///", "b", [], "csv", "yomitoki_article_b.csv", "nothing left"),
        ("a_b", "c_d", [], "csv", "yomitoki_a-b_c-d.csv", "_ only parts the parts"),
    ],
)
def test_file_names_say_article_chart_and_filter(
    article: str, chart: str, companies: list[str], ext: str, expected: str, why: str
) -> None:
    assert filename(article, chart, companies, ext) == expected, why


@given(st.text(), st.text(), st.lists(st.text()), st.sampled_from(["png", "xlsx"]))
def test_file_names_are_safe_for_any_id(
    article: str, chart: str, companies: list[str], ext: str
) -> None:
    name = filename(article, chart, companies, ext)
    assert re.fullmatch(r"yomitoki_[^\W_](?:[\w-]*)\.(png|xlsx)", name)
    assert len(name.encode()) <= 255


def test_the_annotated_page_is_the_text_with_nothing_that_runs() -> None:
    page = annotated_html(_doc(), JA)
    body = re.search(r"<main>\n(.*)\n</main>", page, re.DOTALL)
    assert body
    assert unescape(re.sub(r"<[^>]*>", "", body[1])) == TEXT
    assert "<script" not in page
    assert "<title>&lt;b&gt;記事&lt;/b&gt;</title>" in page
    assert 'title="≥ 600億ドル"' in page
    assert "Fox Business" in page
    assert "ab12" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bundle_holds_everything_and_always_the_same_bytes(language: Language) -> None:
    t, doc = texts(language), _doc()
    frames = bundle_frames(doc, t)
    content = bundle(doc, frames, t)
    assert content == bundle(_doc(), bundle_frames(_doc(), t), t)
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert {name.partition("/")[0] for name in archive.namelist()} == {"yomitoki_deepseek_all"}
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for name, frame in frames.items():
        assert files[f"data/{name}.csv"] == csv_bytes(frame)
        assert len(_sheet(files["data.xlsx"], name)) == 1 + len(frame)
    assert json.loads(files["doc.json"])["amounts"][0]["low"] == "60000000000"
    assert json.loads(files["doc.schema.json"])["type"] == "object"
    assert files["article.html"].decode() == annotated_html(doc, t)


def test_the_readme_explains_columns_rights_and_citation_in_both_languages() -> None:
    doc = _doc()
    archive = zipfile.ZipFile(io.BytesIO(bundle(doc, bundle_frames(doc, JA), JA)))
    readme = archive.read("yomitoki_deepseek_all/README.txt").decode()
    for language in LANGUAGES:
        t = texts(language)
        assert f"  low: {t('export.column.low')}" in readme
        assert t("export.readme.rights") in readme
        assert t("export.readme.columns") in readme
    assert "MIT" in readme
    assert "Fox Business" in readme
    assert readme.count("ab12") == 4
    assert bundle_name(doc.article) == "yomitoki_deepseek_all.zip"
