"""Phrases of a sentence: who stands with which particle, which of them is a predicate.

A phrase is a bunsetsu: content words, then the particles that say its part in the clause. Names,
amounts, dates and quotations are one word each here, whatever the tagger made of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from components.reading.model import Span, Token
from components.reading.particles import before_compound, compounds, marks, particles

_FUNCTION = ("助詞", "助動詞")
_PAUSES = ("読点", "句点")
_CLOSING = ("読点", "句点", "括弧閉")
_TAIL = (*_FUNCTION, "補助記号")
_INFLECTED = ("動詞", "助動詞", "形容詞")
_NOMINAL = ("名詞", "接頭辞", "形状詞", "代名詞", "連体詞")
_NAME = ("名詞", "固有名詞", "一般", "*")
_DOING = ("名詞", "普通名詞", "サ変可能")
_DASHES = frozenset("－―—–‐｜|：:／＝=")
_TIME = re.compile(
    r"(?:(?:今|昨|来|一昨|前|翌|同)(?:年度?|月|期|春|夏|秋|冬|週)|.*[0-9０-９](?:年度?|月期?|日|四半期)(?:前半|後半|末|[上中下]旬)?).{0,2}"
)
_ADVERBS = ("いずれ", "ともに", "どちら")
_CASES = ("を", "に", "へ", "で", "と", "から")


class Phrase(NamedTuple):
    """The bunsetsu number `at` of a sentence: `text[start:end]` is its content.

    `particle` is what follows, `comma` whether 、 does, `head` its last content word; `subject` says
    that the particle makes it a subject or a topic. `key` names its predicate (発表 for 発表した,
    進める for 進めて) or is "" when it is none; `passive`, `adnominal`, `negative`, `ongoing` and
    `past` describe that predicate.
    """

    at: int
    start: int
    end: int
    stop: int
    head: str
    particle: str
    comma: bool
    words: tuple[Token, ...]
    subject: bool = False
    key: str = ""
    passive: bool = False
    adnominal: bool = False
    negative: bool = False
    ongoing: bool = False
    past: bool = False


def words(text: str, tokens: Sequence[Token], fixed: Sequence[Span]) -> tuple[Token, ...]:
    """Return the tokens with every span of `fixed` (sorted, apart) as one noun."""
    found: list[Token] = []
    ends = [token.end for token in tokens]
    at = 0
    for span in fixed:
        first = bisect_right(ends, span.start, at)
        last = first
        while last < len(tokens) and tokens[last].start < span.end:
            last += 1
        found += tokens[at:first]
        if last > first:
            surface = text[span.start : span.end]
            found.append(Token(span.start, span.end, surface, surface, _NAME, "*", True))
        at = max(at, last)
    return (*found, *tokens[at:])


def phrases(sentence: Sequence[Token]) -> tuple[Phrase, ...]:
    """Cut a sentence into phrases: a content word after a function word begins a new one."""
    group: list[Token] = []
    groups = [group] if sentence else []
    closed = False
    compound = compounds(sentence)
    for index, word in enumerate(sentence):
        kind, sort = word.pos[0], word.pos[1]
        function = kind in _FUNCTION
        if group and not function and sort not in _CLOSING and index not in compound:
            auxiliary = sort == "非自立可能" and kind == "動詞"
            if (closed and not auxiliary) or _begins(sentence, index, compound, auxiliary):
                group = []
                groups.append(group)
        group.append(word)
        closed = function or sort in _PAUSES
    found: list[Phrase] = []
    for index, group in enumerate(groups):
        behind = groups[index + 1] if index + 1 < len(groups) else []
        phrase = _phrase(index, group, behind)
        if not phrase.key and phrase.particle in ("", "へ"):
            before, following = found[-1] if found else None, behind[0] if behind else None
            phrase = _clipped(phrase, before, following)
        found.append(phrase)
    return _headed(found)


def _clipped(phrase: Phrase, before: Phrase | None, following: Token | None) -> Phrase:
    """Read a noun of doing without its する as the predicate that it is: B社を買収、傘下に収めた.

    Newspapers drop the verb at the end of a sentence or of a headline's part (10億ドル調達へ), and
    before 、 where the noun has an object of its own.
    """
    size = len(phrase.words)
    while size and phrase.words[size - 1].start >= phrase.end:
        size -= 1
    last = phrase.words[size - 1] if size else None
    if last is None or last.fixed or last.pos[:3] != _DOING:
        return phrase
    ends = following is None or following.start > phrase.stop or _dash(phrase.words[-1])
    ends = ends or not (
        phrase.words[-1].text.strip("-") and following and following.text.strip("-")
    )
    if ends:
        return phrase._replace(key=last.text)
    if not phrase.comma or phrase.particle:
        return phrase
    object_before = before is not None and before.particle in _CASES and not before.comma
    alone = size == 1 and object_before
    summed = size == 2 and phrase.words[0].fixed  # 200億円調達、
    return phrase._replace(key=last.text) if alone or summed else phrase


def _headed(found: list[Phrase]) -> tuple[Phrase, ...]:
    """Make a subject of the name that opens a headline: 日立、送配電で世界首位に.

    A headline ends in a noun or a particle, without 。.
    """
    if len(found) > 1 and found[-1].words[-1].pos[1] != "句点":
        if found[-1].key == "だ" and found[-1].particle == "で":
            found[-1] = found[-1]._replace(key="")  # ベガ社に409億円で: no copula
        for at, phrase in enumerate(found[(first := _behind_a_clause(found)) :], first):
            named = any(word.fixed and word.end == phrase.end for word in phrase.words)
            if named and phrase.comma and not phrase.particle and not phrase.key:
                found[at] = phrase._replace(subject=True)
            if phrase.comma or phrase.key or phrase.particle not in ("の", "と", "や", ""):
                break
    return tuple(found)


def _behind_a_clause(found: Sequence[Phrase]) -> int:
    """Return where a headline goes on after a clause that opens it: 自動で配達する|甲社、乙社から."""
    for phrase in found:
        if phrase.key or phrase.comma:
            return phrase.at + 1 if phrase.adnominal else 0
    return 0


def _begins(
    sentence: Sequence[Token], index: int, compounds: Collection[int], auxiliary: bool
) -> bool:
    """Say whether a content word begins a phrase where no function word or 、 ends the one before."""
    word, before = sentence[index], sentence[index - 1]
    if index - 1 in compounds or _apart(before, word) or _dash(before) or _hyphen(sentence, index):
        return True
    if auxiliary:
        # 集めて|いる, 構築されて|おり, 変えつつ|ある, 創業者で|ある are one predicate each.
        after_te = before.pos[1] == "接続助詞" or before.lemma in ("だ", "です")
        if after_te or before.pos[0] in ("名詞", "動詞", "形状詞", "接尾辞"):
            return False
        if before.pos[0] in _FUNCTION or before.pos[1] in _PAUSES:
            return True
    if _in_a_noun(sentence, index - 1):
        return False
    if before.pos[0] in ("動詞", "形容詞", "連体詞", "副詞", "接続詞"):
        return word.fixed or word.pos[0] not in ("接尾辞", "補助記号") or word.pos[1] == "括弧開"
    if _in_a_noun(sentence, index):
        return False
    return word.pos[0] in ("動詞", "形容詞", "副詞", "連体詞", "接続詞")


def _in_a_noun(sentence: Sequence[Token], index: int) -> bool:
    """Say whether a verb only makes a noun with the next word: 自社株買い枠, 買い付け価格."""
    word, after = sentence[index], sentence[index + 1 : index + 2]
    if word.pos[0] != "動詞" or not word.form.startswith("連用形") or not after:
        return False
    noun = after[0]
    return noun.pos[0] == "名詞" and not noun.fixed and noun.start == word.end


def _dash(word: Token) -> bool:
    return not word.fixed and word.text[-1] in _DASHES


def _hyphen(sentence: Sequence[Token], index: int) -> bool:
    """Say whether a hyphen parts two phrases of a headline: 調達へ--電池工場, 投資-EV; not Wi-Fi対応."""
    if sentence[index - 1].text.strip("-"):
        return False
    done = index > 1 and sentence[index - 2].pos[:3] == _DOING
    return done or not sentence[index].text.isascii()


def _apart(before: Token, word: Token) -> bool:
    """Say whether a space parts two phrases of a headline: 売却 ベガ社に; not Latin words."""
    return word.start > before.end and not (before.text.isascii() and word.text.isascii())


def _phrase(at: int, group: Sequence[Token], behind: Sequence[Token]) -> Phrase:
    size = len(group)
    while size and (group[size - 1].pos[0] in _TAIL or not group[size - 1].text.strip("-")):
        size -= 1
    size = before_compound(group, size) if size > 1 else size
    content, tail = group[:size], group[size:]
    particle, comma, subject = marks("".join([word.text for word in tail]))
    start, stop, words = group[0].start, group[-1].end, tuple(group)
    end, head = (content[-1].end, content[-1].text) if content else (start, "")
    key, ends = _key(content, tail)
    if key:
        how = _inflection(words, behind)
        return Phrase(at, start, ends, stop, head, particle, comma, words, False, key, *how)
    # いずれも12年に買った, 今回は3億ドルを払う: no subject
    timely = head in particles("time") or (content and _is_time(content[-1]))
    alone = head in _ADVERBS or bool(timely and particle[-1:] in ("は", "も"))
    return Phrase(at, start, end, stop, head, particle, comma, words, subject and not alone)


def _is_time(word: Token) -> bool:
    """Say whether a marked span tells a time: 今年, 7〜9月期, 21年; a firm is called by no number."""
    return word.fixed and _TIME.fullmatch(word.text) is not None


def _inflection(
    phrase: Sequence[Token], behind: Sequence[Token]
) -> tuple[bool, bool, bool, bool, bool]:
    """Return whether a predicate is passive, adnominal, negative, ongoing and past."""
    inflected = [word for word in phrase if word.pos[0] in _INFLECTED]
    lemmas = {word.lemma for word in inflected}
    following = behind[0] if behind else None
    adnominal = (
        following is not None
        and bool(inflected)
        and inflected[-1] is phrase[-1]
        and phrase[-1].form.startswith(("連体形", "終止形"))
        and (following.pos[0] in _NOMINAL or following.pos[1] == "括弧開")
        and (following.fixed or not _carries(behind))
    )
    return (
        not lemmas.isdisjoint(("れる", "られる")),
        adnominal,
        not lemmas.isdisjoint(("ない", "無い", "ず", "ぬ")),
        not lemmas.isdisjoint(("居る", "おる", "つつ")),
        "た" in lemmas,
    )


def _carries(behind: Sequence[Token]) -> bool:
    """Say whether a noun only carries a clause: 買う|計画を発表した; not 甲社が進める|計画に1億円を出す."""
    noun, goes = behind[0], len(behind) > 1 and behind[1].text == "に"
    return noun.text in particles("formal") and not (noun.text == "計画" and goes)


def _key(content: Sequence[Token], tail: Sequence[Token]) -> tuple[str, int]:
    """Return what the predicate is called, and where its content ends: the noun before する, the
    verb's dictionary form, or だ for 創業者である; ("", 0) for a phrase that is no predicate.
    """
    for index, word in enumerate(content):
        if word.fixed:
            continue
        before = content[index - 1] if index else None
        if word.lemma in ("だ", "です") and before is not None:
            return "だ", before.end
        if word.pos[0] == "動詞" and not _in_a_noun(content, index):
            if word.lemma in ("為る", "致す", "出来る") and before and before.pos[0] != "助詞":
                return before.text, before.end
            return word.lemma, content[-1].end
    if not content:
        return "", 0
    last = content[-1]
    copula = tail[0] if tail and tail[0].lemma in ("だ", "です") else None
    if copula and copula.text not in ("な", "に") and last.pos[0] != "形状詞":
        return "だ", last.end
    if last.pos[0] == "形容詞" and not last.form.startswith("連用形"):
        return last.lemma, last.end
    return "", 0
