"""Stretches of a text that may be names: what is to be voted on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from components.reading.features import Run, parted
from components.reading.grounds import grounds
from components.reading.lexicon import script
from components.reading.model import Token
from components.reading.name_cues import cues, not_names, person_titles
from components.reading.ordinary import common, is_class
from components.reading.tagger import Tagging
from components.reading.trimming import COUNTRIES, names_of, trimmed, untitled

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-ž"
_REST = f"[{_LETTER}0-9]*(?:[-.&'’+/!][{_LETTER}0-9]+)*"
# A number belongs to a product (iPhone 15, Gemini 2.5), but not when something is counted.
_COUNTED = "[0-9.,年月日人%億万兆千円社件回位倍割台本種カヶか歳代時分秒点名店校ドポユ〜]"
_NUMBER = f"(?:[Ⅱ-Ⅻ]|[0-9]+(?:\\.[0-9]+)*[{_LETTER}]*(?!{_COUNTED}))"
_LATIN = f"[{_LETTER}]{_REST}(?: (?:(?:(?:of|and|for|the|&) )?[A-ZÀ-ÖØ-Þ]{_REST}|{_NUMBER}))*"
_KANA = "[ァ-ヺ][ァ-ヺー゛゜]*"
_KATAKANA = f"{_KANA}(?:[・=]{_KANA})*"
_TITLE = re.compile(" (?:CEO|CFO|COO|CTO)$")
_STRETCH = re.compile(f"(?P<latin>{_LATIN})|(?P<katakana>{_KATAKANA})")
_TAIL = re.compile(f"-?{_NUMBER}")
# 「アドセンス(AdSense)」 names one thing twice; a long title is in Latin letters.
_QUOTED = re.compile(
    "[「『]([^「」『』。、()\\n]{1,30}|[ -~]{31,60})(?:\\(([^「」『』。、()\\n]{1,30})\\))?[」』]"
)
_PLAN = re.compile("第[0-9一二三四五六七八九十]+次[一-鿿ァ-ヺー]{2,20}(?:計画|プラン)(?![一-鿿])")
_KANJI = re.compile("[一-鿿々〆ヶ]+")
_LEGAL = ("株式会社", "合同会社", "有限会社")
_LEGAL_ENDS = ("投資法人", "投資事業有限責任組合", "投資事業組合")
# SUMCO新工場, 同駅: which of its works is meant, and no place's name.
_NEW = re.compile(".*(?:新|両|各|既存|主力|現|旧)(?:工場|駅|空港|ビル|基地)")
# 買収額, 出資比率, 輸送費: kanji that end so measure something, and name nobody.
# 民事再生法, 普通社債: nor do laws, taxes and bonds.
_MEASURE = re.compile(
    "[一-鿿]+[額率費料量数性案策法債税]|[0-9.,]+[億万兆千].*|.+(?:事故|事件|訴訟|裁判|地震)"
)
# クラスA, シリーズB, ソブリンAI: a sort of a common thing.
_SORT = re.compile("[A-Z]?[0-9.]*$|AI$|(?<=[A-Z])ラウンド$")
# 列車衝突事故: what happened names nobody, unless a title in quotes tells of it.
_HAPPENED = ("事故", "事件", "訴訟", "地震")
_LONGEST = 60
_ROLES = (
    "代表", "主任", "上席", "首席", "シニア", "チーフ", "常務", "専務", "筆頭", "名誉", "特別", "客員", "共同", "兼", "前", "元",
    "現", "新", "副", "ら",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A stretch that may be a name; `quoted` when 「」 stand around it, `hint` a kind it was found as."""

    start: int
    end: int
    quoted: bool = False
    hint: str = ""


def candidates(folded: str, words: Sequence[Token], tagging: Tagging) -> list[Candidate]:
    """Return everything that may be a name, in the order of the text; they may overlap."""
    tagged = set(names_of(folded, words, tagging.names))
    runs = [part for run in tagging.runs for part in parted(folded, words, run)]
    found = {
        *_quoted(folded),
        *_stretches(folded, {word.start for word in words}),
        *(Candidate(*span) for span in tagged),
        *_from_runs(folded, words, runs),
        *(Candidate(*span, hint="place") for span in grounds(folded, words, runs)),
    }
    countries = {word.start: word.end + 1 for word in words if word.pos[3] == "国"}
    whole = (
        _with_legal_form(folded, one)
        for one in found
        # ドイツ・ランポルツハウゼン is a country and a town in it, where the tagger takes it for that.
        if (countries.get(one.start), one.end) not in tagged
    )
    named = (
        c
        for c in whole
        # <p> is no name, and 政府系 is no government
        if not folded.endswith(("<", "</"), 0, c.start)
        and not folded.startswith("政府系", c.end - 2)
        and (c.quoted or not folded.endswith(_HAPPENED, c.start, c.end))
        and not _foreign(folded, c, countries)
    )
    return sorted({c for c in named if _may_be(folded[c.start : c.end])})


def _foreign(folded: str, found: Candidate, countries: Mapping[int, int]) -> bool:
    """Say whether a country runs into a name in Latin letters: ベトナム|FPT; 日本IBM is a name."""
    behind = countries.get(found.start, 0) - 1
    inside = found.start < behind < found.end and not folded.startswith("日本", found.start)
    return inside and script(folded[behind]) == "latin"


def _with_legal_form(folded: str, found: Candidate) -> Candidate:
    start, end = found.start, found.end
    for form in _LEGAL:
        if folded.endswith(form, 0, start):
            start -= len(form)
        elif folded.startswith(form, end):
            end += len(form)
    return Candidate(start, end, found.quoted, found.hint)


def _may_be(text: str) -> bool:
    if not text or text.startswith("駐"):
        return False  # 駐日米|大使
    if text[0] in COUNTRIES + "同各" and text[1:] in not_names():
        return False
    if is_class(text) or (text[0] == "同" and cues("end").forms.get(text[1:])):
        return False
    if len(text) > _LONGEST:
        return False
    if script(text[0]) == "katakana" and _SORT.sub("", text) in not_names():
        return False
    if _NEW.fullmatch(text) or _MEASURE.fullmatch(text) or any(char in "<>{}|" for char in text):
        return False
    if len(text) < 2 or text in not_names() or not any(char.isalpha() for char in text):
        return False
    if (title := person_titles().ending(text, len(text))) and script(text[-1]) == "kanji":
        return len(text) - len(title.form) > 1 and script(text[-len(title.form) - 1]) != "kanji"
    return not all(script(char) == "other" for char in text) or len(text) > 2


def _quoted(folded: str) -> Iterator[Candidate]:
    for match in _QUOTED.finditer(folded):
        yield Candidate(match.start(1), match.end(1), True)
        if match[2]:
            yield Candidate(match.start(2), match.end(2), True)
    for match in _PLAN.finditer(folded):
        yield Candidate(match.start(), match.end(), hint="project")


def _stretches(folded: str, starts: Collection[int]) -> Iterator[Candidate]:
    first = before = -1
    for match in _STRETCH.finditer(folded):
        start, end = match.span()
        if match["latin"]:
            title = _TITLE.search(folded, start, end)
            yield Candidate(start, title.start() if title else end)
            # ミストラルAI, モデルY: a few capitals may belong to the katakana before them.
            short = end - start <= 3 and match[0].isupper()
            if before == start and short and match[0] not in person_titles().forms:
                yield Candidate(first, end)
        else:
            yield from _katakana(folded, start, end, starts)
            # Itanium 2|プロセッサ, but H2Aロケット: behind a number that stands apart is a common word.
            apart = match[0] in not_names() and " " in folded[first:start]
            if before == start and not apart:
                yield Candidate(first, end)
            if number := _TAIL.match(folded, end):
                yield Candidate(start, number.end())
        first, before = start, end


def _katakana(folded: str, start: int, end: int, starts: Collection[int]) -> Iterator[Candidate]:
    title = person_titles().ending(folded, end, start + 2)
    while title and "・" in folded[start : end - len(title.form)]:
        end -= len(title.form)
        title = person_titles().ending(folded, end, start + 2)
    lead = cues("before").beginning(folded, start, end - 3)
    bare = start + len(lead.form) if lead else start
    if lead:
        yield Candidate(bare, end)
    # 投資ファンド|セビアン・キャピタル: what it is runs on into what it is called.
    runs_on = bare in starts and script(folded[start - 1 : start] or "。") == "kanji"
    if bare == start or not runs_on or folded[bare:end] in not_names():
        yield Candidate(start, end)


def _from_runs(folded: str, words: Sequence[Token], runs: Sequence[Run]) -> Iterator[Candidate]:
    for run in runs:
        inside = words[run.first : run.last]
        if 0 < len(inside) <= 40:
            yield from _people(folded, inside, _surname_start(words, run.first))
            yield from _firms(folded, inside)


def _surname_start(words: Sequence[Token], first: int) -> int:
    """Return where a name may begin: UniDic takes the 久 of 久後翔太郎 for an adjective."""
    before = words[first - 1] if first else None
    odd = before is not None and before.end == words[first].start and len(before.text) == 1
    if before and odd and script(before.text) == "kanji":
        return before.start
    return words[first].start


def _people(folded: str, run: Sequence[Token], begin: int) -> Iterator[Candidate]:
    """Yield the kanji before a title or behind a role: 三浦隆之|社長, 創業者である|梁文峰."""
    start, end = begin, run[-1].end
    title = None
    bare = end
    while bare > start:
        cue = person_titles().ending(folded, bare, start)
        role = cue is None and folded.endswith(_ROLES, start, bare)
        if cue is None and not role:
            break
        title = title or cue
        bare -= len(cue.form) if cue else _role(folded, start, bare)
    bare = untitled(folded, start, bare) if title else bare
    first = max((s for s in _after_cues(folded, run, "person") if s < bare), default=start)
    behind = cues("before").ending(folded, first)
    led = behind is not None and behind.kind == "person"
    if title or led:
        kanji = _KANJI.match(folded, first, bare)
        inside = [w for w in run if kanji and kanji.start() <= w.start < kanji.end()]
        sure = title is not None and title.form in ("氏", "さん")
        # 新CEOの年俸, トランプ大統領の長男: behind a role stands a name only if it is no word.
        named = sure or not all(common(word) for word in inside)
        if kanji and named and _person(kanji[0], inside, sure or led):
            yield Candidate(*kanji.span(), hint="person")
    for left, right in pairwise(run):
        if left.pos[3] == "姓" and right.pos[3] == "名":
            yield Candidate(left.start, right.end)


def _role(folded: str, start: int, end: int) -> int:
    return next(len(role) for role in _ROLES if folded.endswith(role, start, end))


def _person(name: str, inside: Sequence[Token], sure: bool) -> bool:
    if not 2 <= len(name) <= 6:
        return False
    if any(word.pos[2] == "地名" for word in inside) and not sure:
        return _from_there(name, inside)
    personal = any(word.pos[2] == "人名" for word in inside)
    return personal or (len(name) <= 4 and (sure or all(len(word.text) == 1 for word in inside)))


def _from_there(name: str, inside: Sequence[Token]) -> bool:
    """Say whether a town is a surname before a given name: 川崎|朝|映, but not 日本|株 or 千葉|県."""
    town, *rest = inside
    surname = town.pos[2] == "地名" and town.pos[3] != "国" and len(town.text) == 2
    given = not any(word.pos[2] == "地名" or common(word) for word in rest)
    return surname and given and len(name) == 4 and name[-1] not in "都道府県市区町村州店校港駅"


def _after_cues(folded: str, run: Sequence[Token], kind: str) -> Iterator[int]:
    for word in run[1:]:
        cue = cues("before").ending(folded, word.start, run[0].start)
        if cue and cue.kind == kind:
            yield word.start


def _firms(folded: str, run: Sequence[Token]) -> Iterator[Candidate]:
    """Yield the run, or what is left of it behind a cue, where it ends like a name: 北都|電機."""
    ends = cues("end")
    begins = [run[0].start, *_after_cues(folded, run, "company")]
    for word in run:
        cue = ends.ending(folded, word.end, run[0].start)
        last = word is run[-1]
        if last and folded[word.end : word.end + 1] == "(" and not cue:
            yield Candidate(*trimmed(folded, begins[-1], word.end))
        region = bool(cue) and run[-1].start == word.end and run[-1].pos[2] == "地名"
        if (
            not cue
            or cue.kind == "place"
            or not (last or region or _breaks(folded, word.end, run[-1].end))
        ):
            continue
        first = begins[bisect_right(begins, word.end - len(cue.form) - 1) - 1]
        if cue.form in _LEGAL_ENDS:
            yield from _again(folded, run[0].start, word.end, len(cue.form))
        elif word.end - len(cue.form) - first >= 1:
            yield Candidate(*trimmed(folded, first, word.end))
        # 新銀行|東京, イオン|九州: the region behind it is part of what a firm is called.
        after = next((w for w in run if w.start == word.end), None)
        if after is run[-1] and after.pos[2] == "地名" and after.pos[3] != "国":
            yield Candidate(*trimmed(folded, begins[0], after.end), hint="company")


def _again(folded: str, start: int, end: int, size: int) -> Iterator[Candidate]:
    """Yield a fund with its legal form, and where it stands without: 日本ビルファンド|投資法人."""
    if end - size - start < 2:
        return
    yield Candidate(start, end)
    stem = folded[start : end - size]
    at = folded.find(stem)
    while at >= 0:
        if not folded.startswith(_LEGAL_ENDS, at + len(stem)):
            yield Candidate(at, at + len(stem), hint="company")
        at = folded.find(stem, at + len(stem))


def _breaks(folded: str, position: int, end: int) -> bool:
    return bool(cues("after").beginning(folded, position, end)) or folded[position] in "・("
