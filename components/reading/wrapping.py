"""Text whose lines were wrapped, and mail's quoting ("> "), read as what they are.

A wrapping line break divides no paragraph, and the mark of a quotation is no word. Both are
overwritten with white space, one character for one, so that offsets stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median_high

from components.reading.structure import CLOSING

# Vertical tab is white space to the tagger, to `str.strip` and to \s, and no text holds it: where
# it stands the text goes on without a gap (ソフト|バンク); a space parts Latin words (Fox|Business).
GONE = "\v"
_LINE = re.compile(r"([^\r\n\u2028\u2029]*)(\r\n|[\r\n\u2028\u2029]|\Z)")
_QUOTED = re.compile(r"[ \t]{0,3}(?:[>＞][ \u3000]?)+")
_WIDE = re.compile(r"[\u1100-\u115f\u2010-\u2027\u2030-\u206f\u2190-\u33ff\u3400-\ua4cf\uac00-\ud7a3"
                   r"\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0003fffd]")  # fmt: skip
_END = re.compile(r"[。．！？!?｡]")
# A sentence that closed, and in brackets who wrote it: …した。（山田太郎）
_ENDED = re.compile(
    rf"[。！？!?｡][{re.escape(CLOSING)}]*\s*(?:[（(【\[［〔][^）)】\]］〕]*[）)】\]］〕]\s*)*\Z"
)
_MARKED = re.compile(r"[■□◆◇▼▽#＃]|\d{1,2}[.)．）]\s|[-*+] |[・●○▲△※★☆◎→<＜《【\[［]")
_HEAD = re.compile(r"[■□◆◇▼▽#＃<＜《]")
_CREDIT = re.compile(
    r"\s*(?:sources?|credit|出典|出所|引用元|提供|参照|from|to|subject|date|件名|差出人|宛先|日時|送信)\s*[:：]|https?://",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:[、，,・]|(?<!も)の|を)\Z")
_ONGOING = re.compile(r"[をんーっゃゅょッャュョァィゥェォぁぃぅぇぉ々、。，．・」』）】〉》\])]")
_WORD = re.compile(r"[!-~]+")
_NO_START = re.compile(r".[、。，．・」』）】〉》\])!?！？ーっゃゅょッャュョ々]*")
# In columns; a full-width character takes two. A narrower line is a list's, a wider a paragraph's.
_NARROWEST, _WIDEST = 24, 120
_SLACK = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: where it starts, where its words start and end, where the next line starts."""

    start: int
    first: int
    end: int
    after: int
    depth: int
    words: str
    width: int
    indent: int


@dataclass(frozen=True, slots=True)
class _Seam:
    """Two lines where the text may go on: the first is full, or the words say so for sure."""

    before: _Line
    after: _Line
    full: bool
    sure: bool


def unwrap(text: str) -> str:
    """Return the text with its wrapping line breaks and quotation marks as white space.

    The result is as long as the text. A line break wraps when the line ends amid a sentence, its
    paragraph's lines are of one width, what follows would not have fitted, and no heading stands
    on either side. A text of one paragraph to a line comes back unchanged.
    """
    lines = _lines(text)
    chars: list[str] | None = None
    for line in lines:
        if line.depth:
            chars = chars or list(text)
            chars[line.start : line.first] = GONE * (line.first - line.start)
    for seam in _wrapped(lines):
        before, after = seam.before, seam.after
        chars = chars or list(text)
        gap = after.first + after.indent - before.end
        chars[before.end : before.end + gap] = GONE * gap
        if _latin(before.words[-1]) and _latin(after.words[0]):
            chars[before.end] = " "
    return "".join(chars) if chars else text


def _lines(text: str) -> list[_Line]:
    found = []
    for match in _LINE.finditer(text):
        content = match[1]
        mark = _QUOTED.match(content)
        first = match.start() + (mark.end() if mark else 0)
        rest = content[mark.end() :] if mark else content
        words = rest.strip()
        indent = len(rest) - len(rest.lstrip())
        depth = sum(mark[0].count(sign) for sign in ">＞") if mark else 0
        end = first + indent + len(words)
        # A long line wraps nothing, so its width need not be known.
        width = len(rest.rstrip()) if len(words) <= _WIDEST else 2 * _WIDEST
        width += len(_WIDE.findall(rest)) if width <= _WIDEST else 0
        found.append(_Line(match.start(), first, end, match.end(), depth, words, width, indent))
    return found


def _wrapped(lines: Sequence[_Line]) -> list[_Seam]:
    """Return the pairs of lines between which the text goes on, none without evidence of wrapping.

    Mail wraps what is quoted at one width and what is written above it at another, so each depth
    of quotation is looked at by itself.
    """
    found: list[_Seam] = []
    for depth in sorted({line.depth for line in lines if line.words}):
        blocks = _blocks(lines, depth)
        seams = [
            seam
            for block, column in zip(blocks, _columns(blocks), strict=True)
            if _NARROWEST <= column <= _WIDEST
            for seam in _going_on(block, column)
        ]
        full = [seam for seam in seams if seam.full]
        certain = any(seam.sure for seam in full)
        likely = len(full) > 1 and any(_END.search(seam.before.words) for seam in full)
        found += seams if certain or likely else []
    return found


def _blocks(lines: Sequence[_Line], depth: int) -> list[list[_Line]]:
    grouped = groupby(lines, key=lambda line: bool(line.words) and line.depth == depth)
    return [list(block) for here, block in grouped if here]


def _columns(blocks: Sequence[Sequence[_Line]]) -> list[int]:
    """Return the width at which each block would be wrapped: its widest line's, where it has some.

    A block of one or two lines is measured by the others: it may be a heading.
    """
    widest = [
        max((line.width for line in block if not _alone(line)), default=0) for block in blocks
    ]
    long = [width for block, width in zip(blocks, widest, strict=True) if len(block) > 2]
    common = median_high(long) if long else max(widest, default=0)
    return [
        width if len(block) > 2 else common for block, width in zip(blocks, widest, strict=True)
    ]


def _alone(line: _Line) -> bool:
    """Say whether a line is one unbreakable word, as an address is."""
    return bool(_WORD.fullmatch(line.words))


def _going_on(block: Sequence[_Line], column: int) -> list[_Seam]:
    margin = min(line.indent for line in block)
    found: list[_Seam] = []
    chain: list[_Seam] = []
    for before, after in pairwise(block):
        seam = _Seam(before, after, _full(before, after, column), _sure(before, after))
        if (seam.full or seam.sure) and _may_go_on(before, after, margin):
            chain.append(seam)
        else:
            found += _sentences(chain)
            chain = []
    return found + _sentences(chain)


def _sentences(chain: list[_Seam]) -> list[_Seam]:
    """Keep of lines that seem to go on those that make a sentence: a list of headlines has none."""
    if any(_END.search(seam.after.words) for seam in chain):
        return chain
    return [seam for seam in chain if seam.sure]


def _may_go_on(before: _Line, after: _Line, margin: int) -> bool:
    if before.width > _WIDEST:
        return False
    if _ENDED.search(before.words) or _HEAD.match(before.words) or _CREDIT.match(before.words):
        return False
    marked = _MARKED.match(after.words) or _CREDIT.match(after.words)
    return after.indent <= margin and not marked


def _full(before: _Line, after: _Line, column: int) -> bool:
    """Say whether the first word of the next line, with what cannot begin one, found no room."""
    unit = _WORD.match(after.words) or _NO_START.match(after.words)
    wide = len(unit[0]) + len(_WIDE.findall(unit[0])) if unit else 0
    return before.width + wide > column - _SLACK


def _sure(before: _Line, after: _Line) -> bool:
    """Say whether no line of a heading or of a list ends or begins so."""
    open_end = before.width >= _NARROWEST and _OPEN.search(before.words)
    return bool(open_end or _ONGOING.match(after.words))


def _latin(char: str) -> bool:
    return "!" <= char <= "~"
