"""Bring a text to one way of writing, one character to one, so that offsets stay those of the text.

ＯｐｅｎＡＩ is read like OpenAI, ５０００億㌦ like 5000億㌦, ﾒﾀ like メタ, 30億～45億 like 30億〜45億.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Fonts draw a radical and the kanji of its form with one glyph, and a text pasted from a PDF then
# holds the radical: NFKC maps the Kangxi ones (⽇ → 日) but not these; likewise ‧ for the dot of names.
SAME_GLYPH = {
    ord(drawn): meant
    for drawn, meant in zip(
        "⺠⻁⻄⻆⻑⻘⻝⻤⻨⻩⻭⻯⻲⼾‧", "民虎西角長青食鬼麦黄歯竜亀戸・", strict=True
    )
}
_TILDES = "～~∼˜〰"
_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BEYOND_DIGITS = 0x1FC00  # Unicode has no decimal digits after its block of legacy signs
# These stand for a dash in prose as well (――), so they mean minus or range only inside a number.
_DASH_IN_NUMBER = re.compile(
    r"(?<=[0-9十百千万億兆京%円年月日])[\u2010-\u2015\u2500ー](?=[0-9])"  # ‐‑‒–—―, Reuters' ─
)


def fold(text: str) -> str:
    """Return `text` in one way of writing; the result is always as long as `text`.

    Full-width Latin, digits and signs become ASCII, half-width katakana full-width (its sound
    marks stay characters of their own: ｶﾞ is カ゛), digits of every script 0–9, the tildes of
    ranges 〜, the minus and the dashes within numbers -, wide spaces a space.
    """
    # Most characters of a text stay: to look for the others is far faster than to look each one up.
    folded = _folding().sub(lambda match: match[0].translate(_table()), text)
    return _DASH_IN_NUMBER.sub("-", folded)


@cache
def _folding() -> re.Pattern[str]:
    # Beyond the first plane only digits are folded; one range for all is faster than theirs.
    near = "".join(re.escape(chr(code)) for code in _table() if code <= 0xFFFF)
    return re.compile(f"[{near}\U00010000-\U0001ffff]+")


@cache
def _table() -> dict[int, str]:
    table = {
        code: unicodedata.normalize("NFKC", chr(code))
        for code in (*range(0xFF01, 0xFF5F), *range(0xFF61, 0xFF9E), *range(0xFFE0, 0xFFE7))
    }
    # NFKC makes a space and an accent of ￣, two characters.
    table = {code: char for code, char in table.items() if len(char) == 1}
    table |= {0xFF9E: "゛", 0xFF9F: "゜", 0x2212: "-", 0xFE63: "-", 0x2044: "/"}
    table |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    table |= SAME_GLYPH
    table |= {ord(char): "〜" for char in _TILDES}
    table |= {ord(char): " " for char in _SPACES}
    for code in range(0x80, _BEYOND_DIGITS):
        digit = unicodedata.decimal(chr(code), None)
        if digit is not None:
            table[code] = str(digit)
    return table
