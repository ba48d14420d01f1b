"""What an article must be, and the sentence where it is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.bringing import checks
from components.bringing.checks import MAX_CHARACTERS, check, check_bytes, japanese_share
from components.bringing.errors import BringError, Note
from components.texts import Texts, texts
from tests.bringing import outcome, refused


@pytest.mark.parametrize(
    ("text", "reason", "values", "why"),
    [
        ("", "empty", {}, "nothing"),
        (" \n　\t\r\n", "empty", {}, "white space of every width"),
        ("あ" * 200_001, "too_long", {"length": 200_001, "limit": 200_000}, "one too many"),
        (
            "投資\r\n発表した\x00。",
            "unfit_nul",
            {"line": 2, "column": 5, "position": 9, "code": "U+0000"},
            "a line break of two characters is one",
        ),
        ("投資\ud83d。", "unfit_surrogate", {"line": 1, "column": 3, "code": "U+D83D"}, "half"),
        ("投資\x0b発表", "unfit_control", {"column": 3, "code": "U+000B"}, "Word's line break"),
        ("投資\x85発表", "unfit_control", {"code": "U+0085"}, "C1"),
        ("投資\uffff発表", "unfit_control", {"code": "U+FFFF"}, "no XML may hold it"),
        ("Meta plans to invest over $60 billion.", "not_japanese", {"share": 0}, "English"),
        ("메타는 600억 달러 이상을 투자한다고 발표했다.", "not_japanese", {"share": 0}, "Korean"),
        ("中国人工智能企业深度求索发布新模型", "not_japanese", {"share": 0}, "Chinese headline"),
        ("台積電宣布投資一千億美元擴建工廠。" * 5, "not_japanese", {"share": 0}, "Chinese, long"),
        ("1,234 5,678 %", "not_japanese", {"share": 0}, "figures alone"),
        (
            "Meta (メタ) plans to invest over $60 billion.",
            "not_japanese",
            {"share": 25},
            "one word",
        ),
    ],
)
def test_refuses(text: str, reason: str, values: dict[str, object], why: str) -> None:
    error = refused(lambda: check(text))
    assert error.reason == reason, why
    assert values.items() <= error.values.items(), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("あ" * MAX_CHARACTERS, "as long as may be"),
        ("日本経済新聞社", "a headline without kana"),
        ("ﾒﾀ､600億ﾄﾞﾙ投資", "half-width kana"),
        ("OpenAI、Oracle、SoftBankがStargateに投資", "many names in Latin"),
        ("発表した。 https://www.example.com/" + "a" * 500, "a long address does not count"),
        ("タブ\tと改行\r\nと\u200b不可視", "the usual white space and format characters"),
        ("𠮷野家😀", "beyond the first plane"),
    ],
)
def test_lets_pass(text: str, why: str) -> None:
    check(text)
    assert japanese_share(text) > 0, why


@given(st.text(st.characters(exclude_categories=()), max_size=50))
def test_every_text_passes_or_has_a_reason(text: str) -> None:
    found = outcome(lambda: check(text))
    if isinstance(found, BringError):
        assert found.words(texts("ja"))
    else:
        assert text.encode("utf-8").decode("utf-8") == text
        assert "\x00" not in text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"a" * 11, "too_large"),
        (b"PK\x03\x04", "office"),
        (b"{\\rtf1", "office"),
        (b"\x89PNG", "picture"),
        (b"%PDF-1.7", "pdf_inside"),
        (b"\x1f\x8b", "binary"),
    ],
)
def test_refuses_files(raw: bytes, reason: str) -> None:
    assert refused(lambda: check_bytes(raw, 10)).reason == reason


def test_every_reason_in_the_code_has_words() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in Path(checks.__file__).parent.glob("*.py")
    )
    raised = set(re.findall(r'BringError\(\s*"(\w+)"', code))
    assert len(raised) > 20
    for language in ("ja", "en"):
        known = {key.removeprefix("bringing.error.") for key in texts(language).entries}
        assert raised <= known


@pytest.mark.parametrize("t", [texts("ja"), texts("en")])
def test_notes_have_words(t: Texts) -> None:
    assert "3" in Note("pdf_furniture", {"count": 3}).words(t)
    assert "2, 5" in Note("pdf_blank", {"pages": "2, 5", "count": 2}).words(t)
