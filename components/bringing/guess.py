"""Title, source and date that a bare text states of itself, as a reader would guess them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from components.reading.structure import paragraphs
from components.reading.wrapping import GONE, unwrap

# Lines near enough to the text's edges to speak of the article, not of what it tells.
_TOP, _BOTTOM = 6, 4
_LONGEST_TITLE = 100
_LONGEST_LINE = 300
_OPENING = 30
_LONGEST_DATELINE = 50
_MARKDOWN = re.compile(r"#{1,6}\s+(.+?)\s*#*\Z")
_TITLED = re.compile(
    r"(?:件名|題名|表題|見出し|タイトル|subject|title)\s*[:：]\s*(.+)", re.IGNORECASE
)
_CREDITED = re.compile(
    r"[（(]?\s*(?:sources?|credit|出典|出所|引用元|提供|参照|配信元?|掲載元)\s*[:：]\s*(.+?)\s*[)）]?\Z",
    re.IGNORECASE,
)
_HEADER = re.compile(r"(?:from|to|cc|sent|date|差出人|宛先|日時|送信)\s*[:：]", re.IGNORECASE)
_REUTERS = re.compile(r"[\[［〔][^\]］〕]{1,20}?\d{1,2}日\s+([^\]］〕\s]{2,20})[\]］〕]")
_ADDRESS = re.compile(r"\(?https?://[!-~]+\)?")
_YEAR_MONTH_DAY = re.compile(
    r"(?<!\d)(?:(\d{4})(年|[-/.])|(令和|平成)(\d{1,2}|元)年)\s*(\d{1,2})(?:月|[-/.])\s*(\d{1,2})(?!\d)"
)
_ERAS = {"令和": 2018, "平成": 1988}
_CHANGED = re.compile(r"更新|改訂|updated|modified", re.IGNORECASE)


def title(text: str) -> str:
    """Return what heads the text: # of Markdown, 件名：, or a line above the body that ends no
    sentence and states neither source nor date; "" where the text begins with its body."""
    flat, parts = _parts(text)
    for line in parts:
        if found := _MARKDOWN.match(line):
            return _bare(found[1])
    for line in parts[:_TOP]:
        if found := _TITLED.match(line):
            return _bare(found[1])
    for part in paragraphs(flat)[:_TOP]:
        line = flat[part.start : part.end].replace(GONE, "")[:_LONGEST_LINE]
        if _states_other(line):
            continue
        if not part.heading:
            return ""
        return _bare(line) if len(line) <= _LONGEST_TITLE else ""
    return ""


def opening(text: str) -> str:
    """Return the first words of a text, by which it is called that has no title: 欧州委員会は2日、…"""
    first = next((part for part in _parts(text)[1] if part.strip()), "").strip()
    return first if len(first) <= _OPENING else first[:_OPENING].rstrip("、 　") + "…"


def source(text: str) -> str:
    """Return who published the text: `Source: …`, 出典：…, or the agency of [東京 24日 ロイター]."""
    _, parts = _parts(text)
    for line in _edges(parts):
        found = _CREDITED.match(line)
        named = _ADDRESS.sub("", found[1]).strip(" 　、,") if found else ""
        if named and len(named) <= _LONGEST_TITLE:
            return named
    for line in parts[:_TOP]:
        if agency := _REUTERS.search(line):
            return agency[1]
    return ""


def published(text: str) -> str:
    """Return the ISO date of a line that holds little else, near the top or the end; "" if none.

    2025年1月24日 10:00 公開, 2025-01-24, 令和7年1月24日; a date of an update only for want of one.
    """
    _, parts = _parts(text)
    changed = ""
    for line in _edges(parts):
        plain = unicodedata.normalize("NFKC", line)
        if len(plain) > _LONGEST_DATELINE or plain.endswith(("。", "!", "?")):
            continue
        for match in _YEAR_MONTH_DAY.finditer(plain):
            found = _iso(match)
            near = plain[max(0, match.start() - 10) : match.start()]
            if found and not _CHANGED.search(near):
                return found
            changed = changed or found
    return changed


def _parts(text: str) -> tuple[str, list[str]]:
    flat = unwrap(text)
    parts = paragraphs(flat)
    lines = [flat[part.start : part.end].replace(GONE, "")[:_LONGEST_LINE] for part in parts]
    return flat, lines


def _edges(lines: Sequence[str]) -> list[str]:
    return [*lines[:_TOP], *lines[max(_TOP, len(lines) - _BOTTOM) :]]


def _states_other(line: str) -> bool:
    plain = unicodedata.normalize("NFKC", line)
    rest = _ADDRESS.sub("", plain)
    dated = bool(_YEAR_MONTH_DAY.search(rest)) and len(rest) <= _LONGEST_DATELINE
    without = re.sub(
        r"[\d\W年月日時分更新公開配信掲載]|AM|PM|JST", "", _YEAR_MONTH_DAY.sub("", rest)
    )
    return (
        not rest.strip()
        or bool(_CREDITED.match(rest) or _HEADER.match(rest))
        or (dated and len(without) <= 4)
    )


def _bare(line: str) -> str:
    return (
        line.strip(" 　#*_【】") if line.startswith("【") and line.endswith("】") else line.strip()
    )


def _iso(match: re.Match[str]) -> str:
    year = int(match[1]) if match[1] else _ERAS[match[3]] + int(match[4].replace("元", "1"))
    try:
        return date(year, int(match[5]), int(match[6])).isoformat()
    except ValueError:
        return ""
