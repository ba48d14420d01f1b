"""Whom 同社, 同氏 and 両社 stand for: the names before them, by how each stands in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal

from components.reading.model import Mention, Token

# How a name stands in its sentence: X は, X についても は, X の売上高は, X が or も, X の売上高が.
Standing = Literal["topic", "about", "owner", "subject", "possessor", "tied", ""]
_BEFORE: tuple[Standing, ...] = ("topic", "about", "owner")
_TIED = (("tied", "topic"), ("tied", "subject"))  # read from the second: AはBと組む
_SUBJECT: tuple[Standing, ...] = ("subject", "possessor")
# The topic of so many sentences before goes before a name that is only mentioned since.
_BACK = 8
# 「甲社」は, 甲社側は, 甲社株は: what may stand between a name and its particle.
_BEHIND = ("」", "』", "社", "側", "株", "グループ")
# について, を巡って: verbs that make a particle.
_MADE = ("つい", "巡っ", "めぐっ")
# What somebody says who only watches a firm is not about his own: 甲証券のアナリストは.
_WATCHERS = ("アナリスト", "エコノミスト", "ストラテジスト", "研究者", "専門家")
_LONG = 14  # words of a noun phrase, or of what stands in brackets
# 同社を, 同社に: not whoever is the subject of the same clause.
_OBJECT = ("を", "に", "の", "と")


def standings(words: Sequence[Token]) -> Callable[[int], Standing]:
    """Return a function from the offset where a name ends to how the name stands there."""
    starts = [word.start for word in words]

    @cache
    def standing(end: int) -> Standing:
        at = _past(words, bisect_left(starts, end))
        particle = _particle(words, at)
        if particle in ("は", "が", "も", "と"):
            return "topic" if particle == "は" else "tied" if particle == "と" else "subject"
        if particle.endswith("は"):
            return "about"
        return _owning(words, at) if particle in ("", "の") else ""

    return standing


def antecedents(
    count: int,
    near: Sequence[Mention],
    said_in: Sequence[int],
    here: int,
    standing: Callable[[int], Standing],
    particle: str,
) -> list[Mention]:
    """Return what a word of reference stands for: `count` names, or [] where so many are not told.

    `near` are the fitting names before it, `said_in` their sentences; it stands itself in the
    sentence `here`, before `particle`. One name follows centering (Grosz, Joshi & Weinstein 1995) in
    short: the last of the same sentence that is not its subject where the word is an object; else
    the topic of the nearest sentence, the subject of the one before, then any subject, the last name.
    """
    if not near:
        return []
    if count > 1:
        row = _pair(near, said_in, standing)
        distinct = row or list({m.entity: m for m in reversed(near)}.values())[:count][::-1]
        return distinct if len(distinct) == count else []
    told = [
        (mention, number, standing(mention.end))
        for mention, number in zip(near, said_in, strict=True)
        if number >= here - _BACK
    ]
    own = [(m, how) for m, number, how in told if number == here]
    if particle in _OBJECT:
        own = [(m, how) for m, how in own if how not in (*_BEFORE, *_SUBJECT)]
    if own:
        return [own[-1][0]]
    for number in range(here - 1, here - _BACK - 1, -1):
        wanted = (*_BEFORE, "subject") if number == here - 1 else _BEFORE
        for how in wanted:
            found = [m for m, said, stands in told if said == number and stands == how]
            if found:
                return found[:1]
    late = [m for m, number, how in told if number < here and how in _SUBJECT]
    before = [m for m, number in zip(near, said_in, strict=True) if number < here]
    return late[-1:] or before[-1:] or [near[-1]]


def _pair(
    near: Sequence[Mention], said_in: Sequence[int], standing: Callable[[int], Standing]
) -> list[Mention]:
    """Return the last two that one sentence ties by と: AとBは統合する, AはBと組む, AとBを訴えた。両社は…"""
    for place in range(len(near) - 1, 0, -1):
        first, second = near[place - 1], near[place]
        same = said_in[place - 1] == said_in[place] and first.entity != second.entity
        stands = standing(first.end), standing(second.end)
        if same and (stands[0] == "tied" or stands[::-1] in _TIED):
            return [first, second]
    return []


def _past(words: Sequence[Token], at: int) -> int:
    """Return the place behind what may stand between a name and its particle: 甲社(東京都港区)|は."""
    while at < len(words):
        if words[at].pos[1] == "括弧開" and words[at].text in "(（":
            inside = range(at + 1, min(at + _LONG, len(words)))
            close = next((i for i in inside if words[i].text in ")）"), None)
            if close is None:
                return at
            at = close + 1
        elif words[at].text in _BEHIND:
            at += 1
        else:
            return at
    return at


def _particle(words: Sequence[Token], at: int) -> str:
    """Return the particles that stand together at a place: に|は, に|つい|て|は."""
    joined = ""
    while at < len(words) and (words[at].pos[0] == "助詞" or (joined and words[at].text in _MADE)):
        joined += words[at].text
        at += 1
    return joined


def _owning(words: Sequence[Token], at: int) -> Standing:
    """Return how the noun stands that a name qualifies: 甲社|の売上高は, 甲社|社長が."""
    told = ""
    for word in words[at : at + _LONG]:
        told += word.text
        if told.endswith(_WATCHERS) or word.pos[0] in ("動詞", "助動詞") or word.text in "、。":
            return ""
        if word.pos[0] == "助詞" and word.text != "の":
            return "owner" if word.text == "は" else "possessor" if word.text in "がも" else ""
    return ""
