"""Words of a text by fugashi and unidic-lite, with offsets."""

from __future__ import annotations

import csv
import re
import threading
from functools import cache, lru_cache

import fugashi

from components.reading.model import Paragraph, Token

_LOCK = threading.Lock()
# MeCab ends at NUL, and the bridge to it refuses a lone surrogate: both become a character of
# the same width that is no word.
_UNREADABLE = re.compile("[\0\ud800-\udfff]")


def readable(text: str) -> str:
    """Return the text with � for every NUL and lone surrogate, one character for one."""
    return _UNREADABLE.sub("\ufffd", text)


@cache
def _tagger() -> fugashi.Tagger:
    return fugashi.Tagger()


def tokens(text: str, parts: tuple[Paragraph, ...]) -> tuple[Token, ...]:
    """Cut every paragraph of a readable text into words; offsets are those of `text`.

    The tagger is not safe for threads and its nodes go stale at the next parse, so each
    paragraph is parsed and copied under one lock. A paragraph at a time bounds the memory.
    """
    found: list[Token] = []
    for part in parts:
        for start in range(part.start, part.end, 4000):
            end = min(start + 4000, part.end)
            found += _parse(text[start:end], start)
    return tuple(found)


def _parse(text: str, offset: int) -> list[Token]:
    with _LOCK:
        words = [(len(w.white_space), w.surface, w.feature_raw) for w in _tagger()(text)]
    found = []
    position = offset
    for blank, surface, raw in words:
        start = position + blank
        position = start + len(surface)
        lemma, pos, form = _features(raw)
        found.append(Token(start, position, surface, lemma or surface, pos, form))
    return found


@lru_cache(maxsize=20_000)
def _features(raw: str) -> tuple[str, tuple[str, str, str, str], str]:
    """Return lemma, part of speech and form of a UniDic feature line; a word it does not know has
    no lemma. The same few thousand lines come back all the time: reading them once halves the cost.
    """
    cells = next(csv.reader([raw])) if '"' in raw else raw.split(",")
    lemma = cells[7].partition("-")[0] if len(cells) > 7 and cells[7] != "*" else ""
    return lemma, (cells[0], cells[1], cells[2], cells[3]), cells[5]
