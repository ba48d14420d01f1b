"""Whose words a quotation holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from components.reading import clauses
from components.reading.arguments import agents, source
from components.reading.model import Mention, Quotation
from components.reading.phrases import Phrase
from components.reading.views import View

# Somebody without a name: あるアナリスト, 都内のVC幹部. His words are nobody's that the text names.
_UNNAMED = re.compile(
    "(?:アナリスト|エコノミスト|ストラテジスト|幹部|首脳|関係者|担当者?|専門家|役員|社員|従業員|店長|経営者|研究者|教授|弁護士|ディーラー|トレーダー|投資家|"
    "マネジャー|マネージャー|消費者|利用者|住民|男性|女性|筋|高官|当局者|識者|運用者|業者|株主|声|向き)$"
)
_SPOKESMAN = "広報"
# What a firm writes has no speaker but the firm: 短信には「…」との文言が入り.
_PAPERS = re.compile(
    "(?:短信|発表文|声明|声明文|報告書|資料|書簡|文書|リリース|ブログ|手紙|公表文|書面)$"
)
_SAME_PAPER = ("には", "では", "で", "に", "の中で", "によると", "によれば")
# Xはこう述べた。「…」。 tells before the words whose they are.
_AHEAD = ("こう", "次の", "次のように", "以下の")
_FIRMS = ("company", "organization")

Found = tuple[bool, str | None]
_OPEN: Found = (False, None)


def with_speakers(
    found: Sequence[Quotation], seen: Sequence[View], named: Sequence[Mention]
) -> tuple[Quotation, ...]:
    """Give every quotation its speaker: the subject of the verb of saying that follows it, or whom
    that verb describes (「…」と語った田中氏).

    Words that are a sentence of their own belong to the person of the next (「…」。田中氏は強調した).
    Failing that, the source named by によると in the sentence, or the last person or company that
    was a subject in the sentence before. Unknown stays unknown, and so does an unnamed analyst.
    """
    speakers: dict[int, str] = {}
    every = (m for view in seen for inside in view.mentions for m in inside)
    topic = next((m.entity for m in every if m.kind in _FIRMS), None)
    for number, view in enumerate(seen):
        before = seen[number - 1] if number else None
        after = seen[number + 1] if number + 1 < len(seen) else None
        for position, quotes in enumerate(view.quotes):
            if not quotes:
                continue
            known, speaker = _glossed(view, position, found[quotes[-1]], named)
            if not known:
                known, speaker = _speaker(view, position, topic)
            if not known:
                known, speaker = _around(view, before, after)
            speakers |= {quote: speaker for quote in quotes if speaker}
        topic = _topic(view) or topic
    return tuple(replace(q, speaker=speakers.get(i)) for i, q in enumerate(found))


def _speaker(view: View, position: int, topic: str | None) -> Found:
    """Return whether the sentence itself settles who speaks, and who it is (None: nobody named)."""
    verb = next((i for i in range(position + 1, len(view.items)) if view.items[i].key), None)
    if verb is None:
        return _nominal(view, position)
    if view.items[verb].adnominal:
        if told := _persons(view, [clauses.modified(view.items, verb)[-1].at]):
            return True, told
        later = range(verb + 1, len(view.items))
        verb = next((i for i in later if view.items[i].key and not view.items[i].adnominal), None)
    if verb is not None:
        subjects = [item for item in view.items[:verb] if item.subject]
        between = [item for item in subjects if item.at > position]
        nearest = between[0] if between else subjects[-1] if subjects else None
        if nearest and _unnamed(view, nearest):
            return True, _office(view, nearest)
        if written := _written(view, position, topic):
            return True, written
        if said := agents(view, verb):
            return True, said[0]
    named = source(view)
    speaker = _last_subject(view) or (named[1].entity if named else None)
    return speaker is not None, speaker


def _glossed(view: View, position: int, quoted: Quotation, named: Sequence[Mention]) -> Found:
    """Return whom brackets right behind the words name: 「…」(楽天証券の田中氏)との見方."""
    behind = _text(view.items[position]).rpartition("」")[2]
    rest = [_text(item) for item in view.items[position + 1 :]]
    if not (behind or "".join(rest[:1])).startswith(("(", "（")):
        return _OPEN
    last = position
    while last + 1 < len(view.items) and not re.search("[)）]", _text(view.items[last])[-4:]):
        last += 1
    first = bisect_left(named, quoted.end, key=lambda m: m.start)
    inside = takewhile(lambda m: m.start < view.items[last].stop, named[first:])
    return True, next((m.entity for m in inside if m.kind == "person"), None)


def _nominal(view: View, position: int) -> Found:
    """Return who speaks where no verb follows: 「…」と日立の山田社長。「…」とは量販店担当者の弁."""
    behind = [item.at for item in view.items[position + 1 :]]
    if behind and (said := _persons(view, behind)):
        return True, said
    if any(_UNNAMED.search(_bare(view.items[at])) for at in behind):
        return True, None
    said_by = _last_subject(view)
    return said_by is not None, said_by


def _around(view: View, before: View | None, after: View | None) -> Found:
    told = before is not None and any(_text(item).startswith(_AHEAD) for item in before.items)
    if len(view.items) == 1 and after and not told and not any(after.quotes):
        for item in after.items:
            if item.subject and (said := _persons(after, [item.at])):
                return True, said
            if item.subject:
                if _unnamed(after, item):
                    return True, None
                break
    speaker = _last_subject(before) if before else None
    return speaker is not None, speaker


def _persons(view: View, places: Sequence[int]) -> str | None:
    found = [m.entity for at in places for m in view.mentions[at] if m.kind == "person"]
    return found[-1] if found else None


def _unnamed(view: View, item: Phrase) -> bool:
    return _persons(view, [item.at]) is None and _UNNAMED.search(_bare(item)) is not None


def _office(view: View, item: Phrase) -> str | None:
    """Return whose spokesman speaks: トヨタの広報担当者 speaks for it, 東芝のある幹部 for himself."""
    if _SPOKESMAN not in _text(item):
        return None
    owner = view.mentions[item.at] or view.owner(item.at)
    return owner[-1].entity if owner else None


def _written(view: View, position: int, topic: str | None) -> str | None:
    for item in view.items[:position]:
        if item.subject or not _PAPERS.search(_bare(item)):
            continue
        if item.particle in _SAME_PAPER and not any(i.subject for i in view.items[:position]):
            owner = view.owner(item.at)
            return owner[-1].entity if owner else topic
    return None


def _topic(view: View) -> str | None:
    for item in reversed(view.items):
        firms = [m for m in view.mentions[item.at] if m.kind in _FIRMS]
        if firms and item.subject and item.particle.endswith("は"):
            return firms[-1].entity
    return None


def _last_subject(view: View) -> str | None:
    for position in range(len(view.items) - 1, -1, -1):
        if view.items[position].subject and view.acts(view.items[position]):
            return view.actors(position)[-1].entity
    return None


def _text(item: Phrase) -> str:
    return "".join(word.text for word in item.words)


def _bare(item: Phrase) -> str:
    return _text(item).rstrip("()（）、。,. ").removesuffix(item.particle)
