"""Bytes of a Japanese text → the text and the name of its encoding, certain or refused.

Every encoding that fits the bytes strictly is a candidate; the candidates are weighed by how much
they look like Japanese (`plausible.bits`). Where two remain close, as in a file of two letters,
nothing is guessed: the reader is told.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from components.bringing.errors import BringError
from components.bringing.plausible import bits

_BOMS = ((codecs.BOM_UTF8, "utf_8"), (codecs.BOM_UTF16_LE, "utf_16_le"),
         (codecs.BOM_UTF16_BE, "utf_16_be"))  # fmt: skip
# Codec → the name that a reader knows. CP932 is what software means by Shift_JIS.
_NAMES = {
    "utf_8": "UTF-8",
    "cp932": "Shift_JIS (CP932)",
    "euc_jp": "EUC-JP",
    "iso2022_jp_ext": "ISO-2022-JP",
    "utf_16_le": "UTF-16LE",
    "utf_16_be": "UTF-16BE",
}
# The labels of the Encoding Standard (encoding.spec.whatwg.org) for these encodings.
_LABELS = {
    "utf_8": "utf-8 utf8 unicode-1-1-utf-8 utf-16 utf-16le utf-16be",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis cp932",
    "euc_jp": "euc-jp x-euc-jp eucjp cseucpkdfmtjapanese",
    "iso2022_jp_ext": "iso-2022-jp csiso2022jp",
}
# One reading must be 2¹⁶ times likelier than the next, and more so than one of half-width kana
# alone, of which the model knows little; a declared charset outweighs either, and UTF-16 without
# its mark is rare.
_MARGIN = 16.0
_HALF_WIDTH_MARGIN = 36.0
_DECLARED = 40.0
_UNMARKED = 10.0
_DAMAGE = 24.0
_META = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
# Bytes that Python's CP932 lets through though no character stands behind them.
_NO_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
_HALF_WIDTH = re.compile("[\t\n\r -~\uff61-\uff9f]*")
_CONTROL_BYTES = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))


@dataclass(frozen=True)
class Decoded:
    """A text without its byte order mark, and the encoding that its bytes were in."""

    text: str
    encoding: str


@dataclass(frozen=True)
class _Candidate:
    codec: str
    text: str
    cost: float
    fault: BringError | None


def decode(raw: bytes, declared: str = "") -> Decoded:
    """Decode bytes; `declared` is the charset that a page or its server states.

    A statement is believed while the bytes bear it out: pages do say Shift_JIS and hold UTF-8.
    Raises BringError: undecodable or undecodable_first (they name the byte), ambiguous, binary.
    """
    for mark, codec in _BOMS:
        if raw.startswith(mark):
            found = _strict(raw[len(mark) :], codec, len(mark))
            return Decoded(found, f"{_NAMES[codec]} (BOM)")
    candidates = _candidates(raw, _codec(declared))
    best = min(candidates, key=lambda candidate: candidate.cost)
    if _is_binary(best.text.encode("utf-8", "replace")):
        raise BringError("binary")
    if best.fault:
        raise best.fault
    for rival in candidates:
        margin = _HALF_WIDTH_MARGIN if _HALF_WIDTH.fullmatch(rival.text) else _MARGIN
        close = rival.cost < best.cost + margin and not rival.fault
        if close and rival.text != best.text:
            if _is_binary(raw):
                raise BringError("binary")
            raise BringError("ambiguous", first=_NAMES[best.codec], second=_NAMES[rival.codec])
    return Decoded(best.text, _NAMES[best.codec])


def declared_charset(raw: bytes) -> str:
    """Return the charset that an HTML page states in its first 4 kB, "" if none."""
    head = raw[:4096]
    found = _META.search(head) or _XML.search(head)
    return found[1].decode("ascii", "ignore") if found else ""


def _codec(label: str) -> str:
    wanted = label.strip().lower()
    return next((codec for codec, names in _LABELS.items() if wanted in names.split()), "")


def _candidates(raw: bytes, declared: str) -> list[_Candidate]:
    """Return the text in each encoding; where bytes do not fit, its fault and � for each.

    A damaged EUC-JP text fits CP932 whole, as ﾃﾞ縺: so damage is weighed too, not shut out.
    """
    found = []
    for codec in _possible(raw):
        fault = None
        try:
            text = _strict(raw, codec)
        except BringError as error:
            if codec.startswith("utf_16"):
                continue
            text, fault = raw.decode(codec, "replace"), error
        cost = bits(text) + _DAMAGE * (text.count("\ufffd") or bool(fault))
        cost += _UNMARKED if codec.startswith("utf_16") else 0
        cost -= _DECLARED if codec == declared else 0
        found.append(_Candidate(codec, text, cost, fault))
    return found


def _possible(raw: bytes) -> list[str]:
    wide = ["utf_16_le", "utf_16_be"] if len(raw) % 2 == 0 else []
    if raw.isascii() and b"\x1b" in raw:
        return ["iso2022_jp_ext", *wide]
    return ["utf_8", "cp932", "euc_jp", *wide]


def _strict(raw: bytes, codec: str, skipped: int = 0) -> str:
    """Decode or raise BringError naming the byte, counted with the `skipped` ones before it."""
    try:
        text = raw.decode(codec, _NEC if codec in ("euc_jp", "iso2022_jp_ext") else "strict")
    except UnicodeDecodeError as error:
        raise _undecodable(raw, codec, error.start, skipped) from error
    if codec == "cp932" and (stray := _NO_CP932.search(text)):
        raise _undecodable(raw, codec, len(text[: stray.start()].encode(codec)))
    return text


def _undecodable(raw: bytes, codec: str, start: int, skipped: int = 0) -> BringError:
    before = raw[:start].decode(codec, "replace")
    line = before.rpartition("\n")[2].rpartition("\r")[2]
    return BringError(
        "undecodable" if line else "undecodable_first",
        encoding=_NAMES[codec],
        offset=start + skipped,
        byte=f"0x{raw[start]:02X}" if start < len(raw) else "",
        line=len(before.splitlines()) + (not line) if before else 1,
        before=line[-12:],
    )


def _is_binary(raw: bytes) -> bool:
    controls = len(raw) - len(raw.translate(None, _CONTROL_BYTES))
    return controls >= 4 and controls * 100 > len(raw)


def _windows_pair(error: UnicodeError) -> tuple[str, int]:
    """Read ①, ㈱, ㌦ and 髙, which Windows adds to JIS X 0208, in EUC-JP and ISO-2022-JP."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    pair = error.object[error.start : error.start + 2]
    row, cell = (pair[0] & 0x7F, pair[1] & 0x7F) if len(pair) == 2 else (0, 0)
    in_euc = len(pair) == 2 and min(pair) >= 0xA1
    if not (0x21 <= row <= 0x7E and 0x21 <= cell <= 0x7E) or (max(pair) >= 0x80) != in_euc:
        raise error
    lead = (row + 1) // 2 + (0x70 if row < 0x5F else 0xB0)
    trail = cell + ((0x1F if cell < 0x60 else 0x20) if row % 2 else 0x7E)
    try:
        return bytes((lead, trail)).decode("cp932"), error.start + 2
    except UnicodeDecodeError:
        raise error from None


_NEC = "yomitoki_windows_pair"
codecs.register_error(_NEC, _windows_pair)
