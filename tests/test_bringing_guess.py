"""Title, source and date of a bare text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.bringing import guess

BODY = "メタは24日、600億ドル以上を投じると発表した。"


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"メタ、AIに600億ドル\n\n{BODY}", "メタ、AIに600億ドル", "the line above the body"),
        (f"{BODY}\n\n競争が激化\n\n{BODY}", "", "a heading amid the text is not the title"),
        (f"{BODY}", "", "a body alone"),
        (f"2025年1月24日 10:00\nメタの投資\n{BODY}", "メタの投資", "not the date"),
        (f"出典：経済日日新聞\nメタの投資\n{BODY}", "メタの投資", "not the credit"),
        (f"https://example.com/a\nメタの投資\n{BODY}", "メタの投資", "not the address"),
        (f"本文の前。\n# メタの投資 #\n{BODY}", "メタの投資", "Markdown's heading, wherever"),
        (f"## 概要\n{BODY}", "概要", "of any level"),
        (f"From: a@example.com\nSubject: メタの投資\n\n{BODY}", "メタの投資", "mail"),
        (f"> 件名：メタの投資\n>\n> {BODY}", "メタの投資", "quoted mail"),
        (f"【メタの投資】\n{BODY}", "メタの投資", "brackets around all of it"),
        (f"【速報】メタの投資\n{BODY}", "【速報】メタの投資", "but not around a part"),
        (f"2025年、メタの投資を読む\n{BODY}", "2025年、メタの投資を読む", "a year is no date"),
        ("あ" * 101 + f"\n{BODY}", "", "too long to be one"),
        ("", "", "nothing"),
    ],
)
def test_title(text: str, expected: str, why: str) -> None:
    assert guess.title(text) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (BODY, "メタは24日、600億ドル以上を投じると発表した。", "a short line, whole"),
        (
            f"\n> {BODY * 2}",
            "メタは24日、600億ドル以上を投じると発表した。メタは24…",
            "its first words",
        ),
        ("", "", "nothing"),
    ],
)
def test_opening(text: str, expected: str, why: str) -> None:
    assert guess.opening(text) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"{BODY}\n\nSource:Fox Business", "Fox Business", "as the first article has it"),
        (f"{BODY}\n出典：経済日日新聞", "経済日日新聞", "Japanese"),
        (f"{BODY}\n（出所：経済日日新聞）", "経済日日新聞", "in brackets"),
        (
            f"{BODY}\n出典：経済日日新聞 https://example.com/1",
            "経済日日新聞",
            "without the address",
        ),
        (f"{BODY}\n出典：https://example.com/1", "", "an address is no name"),
        (f"[ワシントン　２１日　ロイター] - {BODY}", "ロイター", "an agency's dateline"),
        (f"[ワシントン 21日 ロイター] - {BODY}", "ロイター", "in either width"),
        (f"{BODY}\n\n" * 9 + f"提供：経済日日新聞\n{BODY}\n", "経済日日新聞", "near the end"),
        (f"{BODY}", "", "nothing said"),
    ],
)
def test_source(text: str, expected: str, why: str) -> None:
    assert guess.source(text) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"2025年1月24日\n{BODY}", "2025-01-24", "a line of its own"),
        (f"メタの投資\n2025/1/24(金) 10:00 配信\n{BODY}", "2025-01-24", "with time and weekday"),
        (f"{BODY}\n2025-01-24", "2025-01-24", "at the end"),
        (f"２０２５年１月２４日\n{BODY}", "2025-01-24", "full-width"),
        (f"令和7年1月24日\n{BODY}", "2025-01-24", "by era"),
        (f"令和元年5月1日\n{BODY}", "2019-05-01", "the first year"),
        (
            f"更新：2025年1月25日 公開：2025年1月24日\n{BODY}",
            "2025-01-24",
            "published, not updated",
        ),
        (f"最終更新 2025年1月25日\n{BODY}", "2025-01-25", "an update for want of better"),
        (
            f"2025年1月21日、大統領は計画を発表した。\n{BODY}",
            "",
            "a sentence tells of something else",
        ),
        (f"{BODY}\n" * 8 + f"2025年1月24日\n{BODY}\n" + f"{BODY}\n" * 8, "", "amid the text"),
        (f"2025年2月30日\n{BODY}", "", "no such day"),
        (f"2025年1月\n{BODY}", "", "no day"),
        (f"> 2025.1.24\n> {BODY}", "2025-01-24", "quoted"),
    ],
)
def test_published(text: str, expected: str, why: str) -> None:
    assert guess.published(text) == expected, why


@given(
    st.text(
        st.one_of(
            st.sampled_from("2025年1月24日-/:：\n #【】[]出典源Source東京 ロイター。"),
            st.characters(),
        )
    )
)
def test_any_text_may_be_asked(text: str) -> None:
    assert "\n" not in guess.title(text)
    assert "\n" not in guess.source(text)
    assert len(guess.published(text)) in (0, 10)
