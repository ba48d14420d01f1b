"""Files, pasted texts and pages become drafts: text as stored, title, source, date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.bringing.errors import BringError
from components.bringing.extract import Draft, article, from_file, from_paste, from_web
from tests.bringing import outcome, pdf, refused

BODY = (
    "米メタは24日、人工知能（AI）に600億ドル以上を投じると発表した。",
    "ソフトバンクやOpenAIも「Stargate」を通じて5000億ドル規模の整備を進める。",
)
PAGE = f"""<!doctype html><html lang=ja><head><meta charset="Shift_JIS">
<title>メタ、AIに600億ドル以上 | 経済日日新聞</title>
<meta property="og:title" content="メタ、AIに600億ドル以上">
<meta property="og:site_name" content="経済日日新聞">
<meta property="article:published_time" content="2025-01-24T10:00:00+09:00"></head><body>
<nav><ul><li><a href="/">ホーム</a><li><a href="/e">経済</a></ul></nav>
<article><h1>メタ、AIに600億ドル以上</h1>
<p>　米メタは24日、<ruby>人工知能<rp>(</rp><rt>じんこうちのう</rt><rp>)</rp></ruby>（AI）に600億ドル
以上を投じると発表した。</p><h2>競争が激化</h2><p>{BODY[1]}<br><br>背景には中国の新興企業がある。</p>
<table><tr><th>会社</th><th>額</th></tr><tr><td>メタ</td><td>600億ドル</td></tr></table>
</article><footer><p>Copyright 2020 経済日日新聞</p></footer></body></html>"""


def test_a_page_gives_its_article() -> None:
    draft = from_web(PAGE.encode("cp932"), "text/html", "", "https://www.example.jp/a/1.html")
    assert draft.text.split("\n") == [
        "メタ、AIに600億ドル以上",
        BODY[0],
        "競争が激化",
        BODY[1],
        "背景には中国の新興企業がある。",
        "| 会社 | 額 |",
        "| メタ | 600億ドル |",
    ]
    assert (draft.title, draft.source, draft.date) == (
        "メタ、AIに600億ドル以上",
        "経済日日新聞",
        "2025-01-24",
    )
    assert draft.url == "https://www.example.jp/a/1.html"
    assert draft.encoding == "Shift_JIS (CP932)"


def test_a_saved_page_gives_the_same() -> None:
    saved = from_file(PAGE.encode("cp932"), "記事.HTML")
    assert saved.text == from_web(PAGE.encode("cp932"), "text/html", "", "https://e.jp/").text
    assert saved.url == ""


@pytest.mark.parametrize(
    ("html", "source", "date", "why"),
    [
        (
            f"<html><body><p>{BODY[0]}</p></body></html>",
            "example.jp",
            "",
            "the host for want of a name",
        ),
        (
            f"<?xml version='1.0' encoding='utf-8'?><html><body><p>2025年1月24日</p><p>{BODY[0]}</p>"
            f"<p>{BODY[1]}</p><p>出典：経済日日新聞</p></body></html>",
            "example.jp",
            "2025-01-24",
            "the date that its text states",
        ),
    ],
)
def test_a_bare_page(html: str, source: str, date: str, why: str) -> None:
    draft = from_web(html.encode(), "text/html", "utf-8", "https://example.jp/1")
    assert BODY[0] in draft.text
    assert (draft.source, draft.date) == (source, date), why


@pytest.mark.parametrize(
    "html",
    [
        "<html><head><title>x</title></head><body><script>run()</script></body></html>",
        "<html></html>",
        "<",
        "<!-- -->",
    ],
)
def test_a_page_without_text_is_refused(html: str) -> None:
    assert refused(lambda: from_file(html.encode(), "a.html")).reason == "page_empty"


def test_a_pasted_text_is_kept_as_it_is() -> None:
    text = f"\r\n> 件名：メタの投資\r\n> {BODY[0]}\r\n\r\n出典：経済日日新聞\r\n2025年1月24日\r\n"
    assert from_paste("\ufeff" + text) == Draft(
        text, title="メタの投資", source="経済日日新聞", date="2025-01-24"
    )


@pytest.mark.parametrize("codec", ["utf_8", "utf_8_sig", "utf_16", "cp932", "euc_jp", "iso2022_jp"])
@pytest.mark.parametrize("name", ["a.txt", "b.MD"])
def test_a_text_file_is_kept_as_it_is(codec: str, name: str) -> None:
    text = "# メタの投資\n\n" + "\n\n".join(BODY) + "\n"
    draft = from_file(text.encode(codec), name)
    assert (draft.text, draft.title) == (text, "メタの投資")
    assert draft.encoding != ""


@pytest.mark.parametrize(
    ("raw", "name", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b"PK\x03\x04rest", "a.txt", "office"),
        ("".join(BODY).encode(), "a.docx", "file_type"),
        ("".join(BODY).encode(), "noending", "file_type"),
        (pdf([list(BODY)]), "a.txt", "pdf_inside"),
        ("".join(BODY).encode(), "a.pdf", "pdf_broken"),
        (b"%PDF-1.5\nnothing", "a.pdf", "pdf_broken"),
        (b"", "a.pdf", "empty"),
        (b"a" * 5_000_001, "a.txt", "too_large"),
        (b"All in English, this one.", "a.txt", "not_japanese"),
        ("あ".encode() * 200_001, "a.md", "too_long"),
        ("記事\x00です".encode(), "a.txt", "unfit_nul"),
        (pdf([[], []]), "a.pdf", "pdf_scanned"),
        (pdf([list("縦書きの記事は一行に一字")]), "a.pdf", "pdf_vertical"),
        (pdf([["All in English."]]), "a.pdf", "not_japanese"),
    ],
)
def test_refuses_files(raw: bytes, name: str, reason: str) -> None:
    assert refused(lambda: from_file(raw, name)).reason == reason


def test_a_pdf_gives_paragraphs() -> None:
    wide = [
        "メタの投資",
        "　米メタは24日、人工知能（AI）に600億ドル以上を投じると発表した。ソフ",
        "トバンクやOpenAIも「Stargate」を通じて、米国内で5000億ドル規模の整備を",
    ]
    more = ["進める。", "競争が激化", "　背景には中国の新興企業がある。"]
    made = pdf(
        [["経済日日新聞 1", *wide, "- 1 -"], ["経済日日新聞 2", *more, "- 2 -"], []],
        "/Title <FEFF30E130BF> /CreationDate (D:20250125103000+09'00')",
    )
    draft = from_file(made, "a.pdf")
    assert draft.text.split("\n") == [
        "メタの投資",
        "　米メタは24日、人工知能（AI）に600億ドル以上を投じると発表した。ソフトバンクやOpenAIも"
        "「Stargate」を通じて、米国内で5000億ドル規模の整備を進める。",
        "競争が激化",
        "　背景には中国の新興企業がある。",
    ]
    assert (draft.title, draft.date) == ("メタ", "2025-01-25")
    assert [(note.reason, note.values["count"]) for note in draft.notes] == [
        ("pdf_blank", 1),
        ("pdf_furniture", 4),
    ]


def test_a_pdf_that_names_radicals_is_read_as_kanji() -> None:
    draft = from_file(pdf([["⽶⻑期⾦利は⼈⺠元とマーク‧ルカンの⽇に上がった。"]]), "a.pdf")
    assert draft.text == "米長期金利は人民元とマーク・ルカンの日に上がった。"


@given(st.data())
def test_a_damaged_pdf_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(pdf([list(BODY), [BODY[0]]], "/Title (A)"))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(9, len(raw) - 1))
        raw[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    draft = outcome(lambda: from_file(bytes(raw), "a.pdf"))
    if isinstance(draft, BringError):
        assert draft.reason.startswith(("pdf_", "not_japanese", "unfit", "empty"))
    else:
        assert draft.text


@given(st.text(st.sampled_from("<>/=\"'&; \nphtmlbodyrt投資した。\x00"), max_size=80))
def test_any_page_is_read_or_refused(html: str) -> None:
    draft = outcome(lambda: from_file(html.encode(), "a.html"))
    if isinstance(draft, BringError):
        assert draft.reason in {
            "page_empty",
            "not_japanese",
            "unfit_nul",
            "empty",
            "ambiguous",
            "binary",
        }
    else:
        assert draft.text.strip()


def test_a_draft_becomes_an_article() -> None:
    made = article(Draft(BODY[0], "題", "社", "2025-01-24", "https://e.jp/"))
    assert (made.text, made.title, made.source) == (BODY[0], "題", "社")
    assert (made.reference_date, made.url) == ("2025-01-24", "https://e.jp/")
    assert made.id == f"own-{made.sha256[:12]}"
    assert article(Draft(BODY[0])).reference_date is None
    assert refused(lambda: article(Draft(" "))).reason == "empty"
