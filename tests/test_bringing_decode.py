"""Bytes are decoded to the text they were, or refused with the place named; never guessed wrong."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from components.bringing.decode import declared_charset, decode
from components.bringing.errors import BringError
from tests.bringing import outcome, refused

NEWS = (
    "メタは24日、600億ドル以上を投じると発表した。\r\n"
    "ソフトバンクやOpenAIも「Stargate」を進める。\n売上高は１２３億円、前年同期比２０％増。\n"
)
CODECS = (
    "utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "cp932", "euc_jp", "iso2022_jp",
)  # fmt: skip
# Level 1 of the kanji: those in use; in the other encodings their bytes lie elsewhere.
KANJI = "".join(
    bytes((row, cell)).decode("euc_jp") for row in range(0xB0, 0xCF) for cell in range(0xA1, 0xFF)
)
KANA = "".join(map(chr, (*range(0x3041, 0x3094), *range(0x30A1, 0x30F5))))
SIGNS = "、。「」（）・ー々１２３ＡＢ％　\n"
ASCII = "".join(map(chr, range(0x20, 0x7F)))
HALF = "".join(map(chr, range(0xFF71, 0xFFA0)))  # ｱ to ﾝ, ﾞ and ﾟ
JAPANESE = st.text(st.one_of(*map(st.sampled_from, (KANA, KANA, KANJI, SIGNS, ASCII))))
HALF_WIDTH = st.lists(
    st.one_of(*(st.text(st.sampled_from(one), min_size=2) for one in (HALF, ASCII))), min_size=1
).flatmap(lambda words: st.sampled_from(" ｡､").map(lambda mark: mark.join(words)))


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf_8", "UTF-8"),
        ("utf_8_sig", "UTF-8 (BOM)"),
        ("utf_16", "UTF-16LE (BOM)"),
        ("utf_16_le", "UTF-16LE"),
        ("utf_16_be", "UTF-16BE"),
        ("cp932", "Shift_JIS (CP932)"),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
    ],
)
def test_news_comes_back_from_every_encoding(codec: str, name: str) -> None:
    decoded = decode(NEWS.encode(codec))
    assert (decoded.text, decoded.encoding) == (NEWS, name)


@given(JAPANESE, st.sampled_from(CODECS))
@example("ソフト", "euc_jp")
@example("草", "utf_16_be")
@example("日本", "cp932")
@example("笛", "utf_16_le")
@example("社", "cp932")
def test_japanese_comes_back_or_is_refused(text: str, codec: str) -> None:
    raw = text.encode(codec, "replace")
    assume(raw == text.encode(codec, "ignore"))  # ヴ is everywhere, ゔ is not
    found = outcome(lambda: decode(raw))
    if isinstance(found, BringError):
        assert found.reason == "ambiguous"
    else:
        assert found.text == text


@given(HALF_WIDTH, st.sampled_from(("utf_8", "utf_16", "cp932", "euc_jp", "iso2022_jp_ext")))
@example("ﾒﾀ", "cp932")
@example("ｱｲｳｴ", "cp932")
@example("0000000｡｡", "cp932")
def test_half_width_kana_come_back_or_are_refused(text: str, codec: str) -> None:
    found = outcome(lambda: decode(text.encode(codec)))
    if isinstance(found, BringError):
        assert found.reason == "ambiguous"
    else:
        assert found.text == text


@given(
    st.sampled_from(("utf_8", "cp932", "euc_jp")), st.integers(0, 60), st.sampled_from(b"\xff\xa0")
)
def test_a_bad_byte_never_makes_another_text(codec: str, place: int, byte: int) -> None:
    words = NEWS[:place].encode(codec)
    raw = words + bytes((byte,)) + b"\n" + NEWS[place:].encode(codec)
    error = refused(lambda: decode(raw))
    assert error.reason.startswith("undecodable")
    assert error.values["offset"] == len(words)


@pytest.mark.parametrize(
    ("raw", "values", "why"),
    [
        (
            "日本の会社\n今日は".encode() + b"\xff" + "晴れ".encode(),
            {"encoding": "UTF-8", "offset": 25, "line": 2, "byte": "0xFF", "before": "今日は"},
            "byte, line and the words before it",
        ),
        (
            NEWS.encode("cp932")[:-1] + b"\x83",
            {"encoding": "Shift_JIS (CP932)", "byte": "0x83"},
            "half a character at the end",
        ),
        (
            NEWS.encode("utf_16") + b"a",
            {"encoding": "UTF-16LE", "offset": 2 + 2 * len(NEWS), "byte": "0x61"},
            "the byte order mark is counted",
        ),
        (b"\xef\xbb\xbf\xff", {"encoding": "UTF-8", "offset": 3}, "right after the mark"),
    ],
)  # fmt: skip
def test_names_the_place(raw: bytes, values: dict[str, object], why: str) -> None:
    error = refused(lambda: decode(raw))
    assert error.reason.startswith("undecodable")
    assert values.items() <= error.values.items(), why


@pytest.mark.parametrize(
    ("raw", "why"),
    [("ﾒﾀ".encode("cp932"), "ﾒﾀ or 劣"), ("人".encode("euc_jp"), "人 or ｿﾍ")],
)
def test_two_letters_are_not_guessed(raw: bytes, why: str) -> None:
    assert refused(lambda: decode(raw)).reason == "ambiguous", why


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"\xc2\xe8\xad\xa1\xad\xea\xfc\xe2\xa4\xce\xb2\xf1\xbc\xd2", "EUC-JP"),
        (b"\x1b$BBh-!-j|b$N2q<R\x1b(B", "ISO-2022-JP"),
    ],
)
def test_reads_what_windows_adds_to_the_standard(raw: bytes, why: str) -> None:
    # ① and ㈱ of NEC's row 13 and 髙 of row 92, which Python's codecs do not know.
    decoded = decode(raw)
    assert decoded.text == "第①㈱髙の会社"
    assert decoded.encoding == why


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (bytes(range(256)), "all bytes"),
        (b"\x00\x01\x02\x03" * 50, "controls"),
        (b"BM\x00\x00\x01\x02\x03\x04\xff\xfe" * 20, "a bitmap's beginning"),
    ],
)
def test_binary_is_refused(raw: bytes, why: str) -> None:
    assert refused(lambda: decode(raw)).reason == "binary", why


@pytest.mark.parametrize(
    ("raw", "declared", "text", "why"),
    [
        ("人".encode("euc_jp"), "euc-jp", "人", "the statement decides between two"),
        ("ﾒﾀ".encode("cp932"), "Shift_JIS", "ﾒﾀ", "whichever it names"),
        (NEWS.encode(), "shift_jis", NEWS, "but not against the bytes"),
        (NEWS.encode("cp932"), "iso-8859-1", NEWS, "a server's default means nothing"),
        (NEWS.encode("cp932"), "windows-31j", NEWS, "by every name"),
    ],
)
def test_a_stated_charset_counts(raw: bytes, declared: str, text: str, why: str) -> None:
    assert decode(raw, declared).text == text, why


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        ('<meta charset="Shift_JIS">', "Shift_JIS"),
        ("<META CHARSET=euc-jp>", "euc-jp"),
        (
            "<meta http-equiv='Content-Type' content='text/html; charset=iso-2022-jp'>",
            "iso-2022-jp",
        ),
        ('<?xml version="1.0" encoding="utf-8"?><html>', "utf-8"),
        ("<p>charset=utf-8</p>", ""),
    ],
)
def test_finds_the_charset_of_a_page(head: str, charset: str) -> None:
    assert declared_charset(f"<html>{head}".removeprefix("<html>").encode()) == charset


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    found = outcome(lambda: decode(raw))
    strict = {"UTF-8": "utf_8", "Shift_JIS (CP932)": "cp932", "UTF-16LE": "utf_16_le"}
    if isinstance(found, BringError):
        assert found.reason in {"undecodable", "undecodable_first", "ambiguous", "binary"}
    elif codec := strict.get(found.encoding):
        assert found.text == raw.decode(codec)
