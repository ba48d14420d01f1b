"""What an article must be: Japanese text of a bearable length, of characters that have a form."""

from __future__ import annotations

import re

from components.bringing.errors import BringError

MAX_CHARACTERS = 200_000
MAX_TEXT_BYTES = 5_000_000
MAX_PDF_BYTES = 20_000_000
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
_ADDRESS = re.compile(r"https?://[!-~]+")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_KANJI = re.compile(r"[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_WORD = re.compile("[A-Za-zＡ-Ｚａ-ｚ\u00c0-\u024f]+")
# Of a Japanese article at least this part is kana or kanji, even where it lists names in Latin; of
# those, this part is kana from so many characters on: a headline may have none.
_JAPANESE = 0.3
_KANA_PART = 0.05
_HEADLINE = 60
# A short text is Chinese whose kanji are beyond this part in no Japanese character set (发, 业).
_NOT_IN_JAPAN = 0.1
_SIGNATURES = (
    (b"PK\x03\x04", "office"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"{\\rtf", "office"),
    (b"%PDF-", "pdf_inside"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\x1f\x8b", "binary"),
)


def check(text: str) -> None:
    """Raise BringError unless the text can be read: empty, too_long, unfit, not_japanese.

    Control characters are refused, not mapped: the text is kept as it was given, and a file that
    holds them is seldom what its reader meant to bring.
    """
    if not text.strip():
        raise BringError("empty")
    if len(text) > MAX_CHARACTERS:
        raise BringError("too_long", length=len(text), limit=MAX_CHARACTERS)
    if unfit := _UNFIT.search(text):
        raise _unfit(text, unfit.start())
    share = japanese_share(text)
    if share < _JAPANESE:
        raise BringError("not_japanese", share=round(share * 100))


def check_bytes(raw: bytes, limit: int) -> None:
    """Raise BringError for a file that is empty, larger than `limit`, or known not to be text."""
    if not raw:
        raise BringError("empty")
    if len(raw) > limit:
        raise BringError("too_large", megabytes=round(len(raw) / 1e6, 1), limit=limit // 1_000_000)
    for signature, reason in _SIGNATURES:
        if raw.startswith(signature):
            raise BringError(reason)


def japanese_share(text: str) -> float:
    """Return the part of a text that is Japanese, from 0 to 1; addresses do not count.

    A word in Latin script counts as one letter, for a kanji says as much (投資, investment).
    Kanji without kana are Chinese, unless they are as few as in a headline and used in Japan.
    """
    plain = _ADDRESS.sub("", text)
    letters = len(_LETTER.findall(_LATIN_WORD.sub("a", plain)))
    kana = len(_KANA.findall(plain))
    kanji = _KANJI.findall(plain)
    if not letters:
        return 0.0
    if kana < _KANA_PART * (kana + len(kanji)):
        foreign = sum(not _used_in_japan(char) for char in kanji)
        if len(kanji) > _HEADLINE or foreign > max(1, _NOT_IN_JAPAN * len(kanji)):
            return kana / letters
    return (kana + len(kanji)) / letters


def _used_in_japan(char: str) -> bool:
    try:
        char.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def _unfit(text: str, position: int) -> BringError:
    breaks = [found.end() for found in _LINE_END.finditer(text, 0, position)]
    start = breaks[-1] if breaks else 0
    char = text[position]
    kind = "surrogate" if "\ud800" <= char <= "\udfff" else "control"
    kind = "nul" if char == "\x00" else kind
    return BringError(
        f"unfit_{kind}",
        code=f"U+{ord(char):04X}",
        line=len(breaks) + 1,
        column=position - start + 1,
        position=position + 1,
    )
