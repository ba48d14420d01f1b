"""Paragraphs, headings and sentences of a text."""

from __future__ import annotations

import re

from components.reading.model import Paragraph, Sentence

OPENING = "「『（(【〈《[｢"
CLOSING = "」』）)】〉》]｣"
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_END = "。！？!?｡"
_BRACKET = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
_STOP = re.compile(f"[{_END}]")
_CREDIT = re.compile(
    r"\s*(?:source|sources|credit|出典|出所|引用元|提供|参照)\s*[:：]", re.IGNORECASE
)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the non-empty lines of a text, trimmed; a heading is a line that ends no sentence.

    A credit line (`Source: …`, 出典：…) and a last line with nothing under it head nothing.
    """
    spans = [
        (
            match.start() + len(match[0]) - len(match[0].lstrip()),
            match.start() + len(match[0].rstrip()),
        )
        for match in _LINE.finditer(text)
        if match[0].strip()
    ]
    last = len(spans) - 1
    return tuple(
        Paragraph(start, end, index < last and _heads(text[start:end]))
        for index, (start, end) in enumerate(spans)
    )


def sentences(text: str, parts: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """Cut each paragraph after 。！？, never inside a bracket that is closed in the paragraph."""
    found = []
    for index, part in enumerate(parts):
        start = part.start
        for end in _ends(text, part):
            trimmed = start + len(text[start:end]) - len(text[start:end].lstrip())
            if text[trimmed:end].strip():
                found.append(Sentence(trimmed, end, index))
            start = end
    return tuple(found)


def brackets(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the pairs of brackets in `text[start:end]` as (opening, closing) offsets.

    A bracket without its partner is a character like any other: it must not swallow the text.
    """
    open_at: list[int] = []
    pairs = []
    for found in _BRACKET.finditer(text, start, end):
        position, char = found.start(), found[0]
        if char in OPENING:
            open_at.append(position)
            continue
        wanted = OPENING[CLOSING.index(char)]
        for depth in range(len(open_at) - 1, max(-1, len(open_at) - 9), -1):
            if text[open_at[depth]] == wanted:
                pairs.append((open_at[depth], position))
                del open_at[depth:]
                break
    return tuple(sorted(pairs))


def _heads(line: str) -> bool:
    return line.rstrip("」』）)】 ")[-1:] not in tuple(_END) and not _CREDIT.match(line)


def _ends(text: str, part: Paragraph) -> list[int]:
    inside_until = part.start
    pairs = iter(brackets(text, part.start, part.end))
    pair = next(pairs, None)
    ends = []
    for found in _STOP.finditer(text, part.start, part.end):
        position = found.start()
        while pair and pair[0] < position:
            inside_until = max(inside_until, pair[1] + 1)
            pair = next(pairs, None)
        if position < inside_until:
            continue
        if position + 1 < part.end and text[position + 1] in _END + CLOSING:
            continue
        ends.append(position + 1)
    if not ends or ends[-1] != part.end:
        ends.append(part.end)
    return ends
