"""How well a decoded text looks like Japanese, in bits: the fewer, the likelier.

A text in the wrong encoding is still made of characters (ﾃﾞ縺), but of rare ones. Each character
costs what it would in a simple model: the share of its class in such texts, spread over the class.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from functools import cache

# Class → (characters in the class, share in news, in text of half-width kana, in Latin text).
# JIS X 0208 has 2965 kanji of level 1 (in use) and 3390 of level 2 (rare); the shares are rounded
# from Japanese news, the rarest set by what must never win over common characters.
_CLASSES = {
    "hiragana": (83, 0.38, 0.02, 0.0001),
    "katakana": (90, 0.12, 0.02, 0.0001),
    "kanji": (2965, 0.30, 0.03, 0.001),
    "sign": (150, 0.09, 0.02, 0.0001),
    "ascii": (97, 0.09, 0.20, 0.96),
    "wide": (62, 0.02, 0.01, 0.001),
    "rare_kanji": (3390, 0.004, 0.001, 0.0001),
    "half_kana": (63, 0.0005, 0.69, 0.02),
    "foreign": (1500, 0.001, 0.001, 0.004),
    "other": (60000, 0.001, 0.001, 0.001),
    "private": (6400, 1e-6, 1e-6, 1e-6),
    "control": (65, 1e-9, 1e-9, 1e-9),
}
# What a text of half-width kana, or without Japanese, costs before its first character.
_REGISTERS = (0.0, 10.0, 6.0)


def bits(text: str) -> float:
    """Return the cost of a text under the register that suits it best."""
    counted = Counter(text)
    costs = [(count, _cost(char)) for char, count in counted.items()]
    return min(
        before + sum(count * cost[register] for count, cost in costs)
        for register, before in enumerate(_REGISTERS)
    )


@cache
def _cost(char: str) -> tuple[float, float, float]:
    size, *shares = _CLASSES[_class(char)]
    news, half, latin = (-math.log2(share / size) for share in shares)
    return news, half, latin


def _class(char: str) -> str:
    code = ord(char)
    for low, high, name in _RANGES:
        if low <= code <= high:
            return name
    try:
        row = char.encode("euc_jp")
    except UnicodeEncodeError:
        category = unicodedata.category(char)
        if category == "Cc":
            return "control"
        return "private" if category in ("Co", "Cn", "Cs") else "other"
    if len(row) != 2:
        return "other"
    if row[0] < 0xB0:
        return "sign" if row[0] < 0xA3 else "foreign"
    return "kanji" if row[0] < 0xD0 else "rare_kanji"


_RANGES = (
    (0x20, 0x7E, "ascii"),
    (0x09, 0x0A, "ascii"),
    (0x0D, 0x0D, "ascii"),
    (0x3041, 0x3096, "hiragana"),
    (0x30A1, 0x30FE, "katakana"),
    (0xFF10, 0xFF5A, "wide"),
    (0xFF61, 0xFF9F, "half_kana"),
)
