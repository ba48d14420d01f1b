"""What the tagger sees of a word: the word, its neighbours, and the unbroken stretch it is part of.

UniDic cuts Latin and katakana names apart (ゼノ|リンク, GPT|-|4|o), so every word also carries what
stands around its whole stretch of one script and around its whole run of nouns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from components.reading.lexicon import script
from components.reading.model import Token

_JOINTS = "・&-'’.="
_NOMINAL = ("名詞", "接尾辞", "接頭辞", "形状詞")
_NO_LETTERS = ("other", "kanji")
_EDGE = "<>"
_NONE = Token(-1, -1, _EDGE, _EDGE, (_EDGE, "*", "*", "*"), "*")


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word says of itself and, one or two words away, of its neighbours."""

    text: str
    own: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    left2: str
    right2: str
    nominal: bool
    letters: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (exclusive) that stand together without a gap."""

    first: int
    last: int


def features(folded: str, words: Sequence[Token]) -> list[list[str]]:
    """Return the features of every word of one sentence; time is linear in the words."""
    seen = [_word(word.text, word.pos) for word in words]
    edge = _word(_NONE.text, _NONE.pos)
    near = [edge, edge, *seen, edge, edge]
    found = [
        [*word.own, *near[i + 1].left, *near[i + 3].right, near[i].left2, near[i + 4].right2]
        for i, word in enumerate(seen)
    ]
    nouns = _runs(words, [word.nominal for word in seen])
    for name, runs in (("n", nouns), ("r", _stretches(words, seen))):
        for run in runs:
            told = _told(name, folded, words, near, run)
            for index in range(run.first, run.last):
                found[index] += told
                found[index].append(f"{name}at={_place(index, run)}")
    return found


def noun_runs(words: Sequence[Token]) -> list[Run]:
    """Return the runs of nouns in a sentence: 東都|重|工業, 米|DeepSeek, サム|・|アルトマン|CEO."""
    return _runs(words, [_word(word.text, word.pos).nominal for word in words])


def parted(folded: str, words: Sequence[Token], run: Run) -> Iterator[Run]:
    """Yield the parts of a run that a dash or a space keeps apart: 3割| - |大阪地裁, 消失| |金融庁.

    Only Latin words go on behind a space: KOKUSAI ELECTRIC.
    """
    first = run.first
    for place in range(run.first, run.last):
        word = words[place]
        dash = word.text == "-" and script(folded[word.end : word.end + 1] or " ") in _NO_LETTERS
        space = place > first and words[place - 1].end < word.start
        if dash or (space and not _latin(folded, words[place - 1].end - 1, word.start)):
            yield Run(first, place)
            first = place + dash
    yield Run(first, run.last)


def _latin(folded: str, left: int, right: int) -> bool:
    return script(folded[left]) == script(folded[right]) == "latin"


def nominal(word: Token) -> bool:
    """Say whether a word can stand in a run of nouns."""
    return _word(word.text, word.pos).nominal


def _stretches(words: Sequence[Token], seen: Sequence[_Word]) -> list[Run]:
    # A stretch of one word says nothing that the word and its neighbours do not say.
    found = _runs(words, [word.letters for word in seen])
    return [run for run in found if run.last - run.first > 1]


def _runs(words: Sequence[Token], belongs: Sequence[bool]) -> list[Run]:
    found: list[Run] = []
    first = -1
    for index, inside in enumerate(belongs):
        if inside:
            if first >= 0 and words[index].start - words[index - 1].end > 1:
                found.append(Run(first, index))
                first = index
            elif first < 0:
                first = index
        elif first >= 0:
            found.append(Run(first, index))
            first = -1
    if first >= 0:
        found.append(Run(first, len(belongs)))
    return found


@lru_cache(maxsize=50_000)
def _word(text: str, pos: tuple[str, str, str, str]) -> _Word:
    short = "-".join(part[:4] for part in pos if part and part != "*")
    form = shape(text)
    own = ["b", f"w={text}", f"p={short}", f"s={form}{min(len(text), 6)}"]
    own += [f"a={text[:2]}", f"z={text[-2:]}", f"y={text[-1:]}"] if len(text) > 1 else []
    return _Word(
        text,
        tuple(own),
        (f"w-={text}", f"p-={short}", f"s-={form}"),
        (f"w+={text}", f"p+={short}", f"s+={form}"),
        f"w--={text}",
        f"w++={text}",
        _is_nominal(text, pos),
        text in _JOINTS or script(text[0]) in ("latin", "katakana"),
    )


@lru_cache(maxsize=20_000)
def shape(text: str) -> str:
    """Return the scripts of a text in short: DeepSeek is AaAa, 4o is 0a, ルカン is ア, 梁 is 漢."""
    found = ""
    for char in text:
        sign = _sign(char)
        if not found.endswith(sign):
            found += sign
    return found[:8]


def _sign(char: str) -> str:
    if char.isdigit():
        return "0"
    kind = script(char)
    if kind == "latin":
        return "A" if char.isupper() else "a"
    if kind in ("katakana", "kanji"):
        return "ア" if kind == "katakana" else "漢"
    return "あ" if "ぁ" <= char <= "ゖ" else char


def _is_nominal(text: str, pos: tuple[str, str, str, str]) -> bool:
    if pos[0] in _NOMINAL or text in _JOINTS:
        return True
    return pos[0] == "記号" and script(text[0]) != "other"


def _told(
    name: str, folded: str, words: Sequence[Token], near: Sequence[_Word], run: Run
) -> list[str]:
    # `near` has two words of edge on each side.
    before, after = near[run.first + 1].text, near[run.last + 2].text
    last = words[run.last - 1]
    told = [
        f"{name}s={shape(folded[words[run.first].start : last.end][:40])}",
        f"{name}b={before}",
        f"{name}e={after}",
        f"{name}ee={after}|{near[run.last + 3].text}",
        f"{name}h={last.text}",
        f"{name}f={words[run.first].text}",
    ]
    if before in "「『(" and after in "」』)":
        told.append(f"{name}q={before}{near[run.first].text}|{near[run.last + 3].text}")
    return told


def _place(index: int, run: Run) -> str:
    if run.last - run.first == 1:
        return "only"
    if index == run.first:
        return "first"
    return "last" if index == run.last - 1 else "inside"
