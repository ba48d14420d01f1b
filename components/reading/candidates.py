"""Stretches of a text that may be names: what is to be voted on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from components.reading.features import noun_runs
from components.reading.lexicon import script
from components.reading.model import Sentence, Token
from components.reading.name_cues import cues, not_names, person_titles
from components.reading.tagger import Tagging

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-ž"
_REST = f"[{_LETTER}0-9]*(?:[-.&'’+/!][{_LETTER}0-9]+)*"
# A number belongs to a product (iPhone 15, Gemini 2.5), but not when something is counted.
_COUNTED = "[0-9.,年月日人%億万兆千円社件回位倍割台本種カヶか歳代時分秒点名店校ドポユ〜]"
_NUMBER = f"[0-9]+(?:\\.[0-9]+)*[{_LETTER}]*(?!{_COUNTED})"
_LATIN = f"[{_LETTER}]{_REST}(?: (?:(?:(?:of|and|for|the|&) )?[A-ZÀ-ÖØ-Þ]{_REST}|{_NUMBER}))*"
_KANA = "[ァ-ヺ][ァ-ヺー゛゜]*"
_KATAKANA = f"{_KANA}(?:[・=]{_KANA})*"
_TITLE = re.compile(" (?:CEO|CFO|COO|CTO)$")
_STRETCH = re.compile(f"(?P<latin>{_LATIN})|(?P<katakana>{_KATAKANA})")
_TAIL = re.compile(f"-?{_NUMBER}")
_QUOTED = re.compile("[「『]([^「」『』。、\\n]{1,30})[」』]")
_KANJI = re.compile("[一-鿿々〆ヶ]+")
_PREFECTURE = re.compile("(北海道|東京都|(?:大阪|京都)府|.{2,3}県)(.+)")
_LEGAL = ("株式会社", "合同会社", "有限会社")
# 買収額, 出資比率, 輸送費: kanji that end so measure something, and name nobody.
_MEASURE = re.compile("[一-鿿]+[額率費料量数性案策]")
_LONGEST = 60
_COUNTRIES = "米英独仏伊中韓印露日台加豪"
_PARTICLES = ("は", "が", "を", "で", "に", "も")
# A byline has its place before = (シリコンバレー=山田太郎); between katakana = belongs to a name.
_STOP = re.compile("[:()「」『』<>{}|]|=(?=[一-鿿])")
_OUTER = (
    "市場",
    "株",
    "社",
    "氏",
    "紙",
    "誌",
    "ら",
    "側",
    "製",
    "系",
    "版",
    "内",
    "産",
    "勢",
    "法人",
)
_ROLE = re.compile(
    "(?:代表|主任|上席|首席|シニア|チーフ|常務|専務|筆頭|名誉|特別|客員|兼|前|元|現|新|共同|副|ら)$"
)


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A stretch that may be a name; `quoted` when 「」 stand around it, `hint` a kind it was found as."""

    start: int
    end: int
    quoted: bool = False
    hint: str = ""


def candidates(
    folded: str, words: Sequence[Token], lines: Sequence[Sentence], tagging: Tagging
) -> list[Candidate]:
    """Return everything that may be a name, in the order of the text; they may overlap."""
    found = {
        *_quoted(folded),
        *_stretches(folded),
        *_tagged(folded, words, tagging),
        *_from_runs(folded, words, lines),
    }
    whole = (_with_legal_form(folded, candidate) for candidate in found)
    named = (c for c in whole if not folded.endswith(("<", "</"), 0, c.start))  # <p> is no name
    return sorted({c for c in named if _may_be(folded[c.start : c.end])})


def _with_legal_form(folded: str, found: Candidate) -> Candidate:
    start, end = found.start, found.end
    for form in _LEGAL:
        if folded.endswith(form, 0, start):
            start -= len(form)
        elif folded.startswith(form, end):
            end += len(form)
    return Candidate(start, end, found.quoted, found.hint)


def _may_be(text: str) -> bool:
    if text[0] in _COUNTRIES and text[1:] in not_names():
        return False
    if len(text) > _LONGEST:
        return False
    if script(text[0]) == "katakana" and text.rstrip("0123456789.") in not_names():
        return False
    if _MEASURE.fullmatch(text) or any(char in "<>{}|" for char in text):
        return False
    if len(text) < 2 or text in not_names() or not any(char.isalpha() for char in text):
        return False
    if (title := person_titles().ending(text, len(text))) and script(text[-1]) == "kanji":
        return len(text) - len(title.form) > 1 and script(text[-len(title.form) - 1]) != "kanji"
    return not all(script(char) == "other" for char in text) or len(text) > 2


def _quoted(folded: str) -> Iterator[Candidate]:
    for match in _QUOTED.finditer(folded):
        yield Candidate(match.start(1), match.end(1), True)


def _stretches(folded: str) -> Iterator[Candidate]:
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
            yield from _katakana(folded, start, end)
            if before == start:
                yield Candidate(first, end)
            if number := _TAIL.match(folded, end):
                yield Candidate(start, number.end())
        first, before = start, end


def _katakana(folded: str, start: int, end: int) -> Iterator[Candidate]:
    title = person_titles().ending(folded, end, start + 2)
    while title and "・" in folded[start : end - len(title.form)]:
        end -= len(title.form)
        title = person_titles().ending(folded, end, start + 2)
    yield Candidate(start, end)
    lead = cues("before").beginning(folded, start, end - 3)
    if lead:
        yield Candidate(start + len(lead.form), end)


def _in_word(folded: str, position: int) -> bool:
    if not 0 < position < len(folded):
        return False
    kinds = script(folded[position - 1]), script(folded[position])
    return kinds[0] == kinds[1] and kinds[0] in ("latin", "katakana")


def _tagged(folded: str, words: Sequence[Token], tagging: Tagging) -> Iterator[Candidate]:
    particles = [w.end for w in words if w.pos[0] == "助詞" and w.text in _PARTICLES]
    for name in tagging.names:
        start, end = name.start, name.end
        if inner := particles[bisect_right(particles, start) : bisect_left(particles, end)]:
            start = inner[-1]
        if cut := _STOP.search(folded, start, end):
            start, end = (cut.end(), end) if cut[0] in ":「『" else (start, cut.start())
        if end - start < 2:
            continue
        start, end = trimmed(folded, start, end)
        if name.kind == "place" and "・" in folded[start:end] and script(folded[start]) == "kanji":
            end = folded.index("・", start, end)
        place = _PREFECTURE.fullmatch(folded, start, end) if name.kind == "place" else None
        if place:
            yield Candidate(*place.span(1))
            yield Candidate(*place.span(2))
        elif end > start and not _in_word(folded, start) and not _in_word(folded, end):
            yield Candidate(start, end)


def trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Take off what the tagger caught with a name: 米|ギアボックス, ノルディア・グリッド|社."""
    if folded.find("の", start, end) > start:
        cut = folded.rindex("の", start, end) + 1
        if cues("before").ending(folded, cut, start) or cues("before").ending(
            folded, cut - 1, start
        ):
            start = cut
    if folded[start] in _COUNTRIES and end - start > 2 and script(folded[start + 1]) != "kanji":
        start += 1
    for cut in range(end - 2, start, -1):
        led = cues("before").ending(folded, cut, start)
        if led and led.weight >= 3 and script(folded[cut - 1]) != script(folded[cut]):
            start = cut
            break
    for outer in _OUTER:
        if folded.endswith(outer, start + 2, end) and not folded.endswith("会社", start, end):
            end -= len(outer)
            break
    title = person_titles().ending(folded, end, start + 2)
    return start, end - len(title.form) if title else end


def _from_runs(
    folded: str, words: Sequence[Token], lines: Sequence[Sentence]
) -> Iterator[Candidate]:
    starts = [word.start for word in words]
    for line in lines:
        inside = words[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        for run in noun_runs(inside):
            run_words = inside[run.first : run.last]
            if len(run_words) <= 40:
                begin = _surname_start(inside, run.first)
                yield from _people(folded, run_words, begin)
                yield from _firms(folded, run_words)


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
        role = _ROLE.search(folded[start:bare])
        if not cue and not role:
            break
        title = title or cue
        bare -= len(cue.form) if cue else len(role[0]) if role else 0
    first = max((s for s in _after_cues(folded, run, "person") if s < bare), default=start)
    behind = cues("before").ending(folded, first)
    led = behind is not None and behind.kind == "person"
    if title or led:
        kanji = _KANJI.match(folded, first, bare)
        inside = [w for w in run if kanji and kanji.start() <= w.start < kanji.end()]
        sure = led or (title is not None and title.form in ("氏", "さん"))
        if kanji and _person(kanji[0], inside, sure):
            yield Candidate(*kanji.span(), hint="person")
    for left, right in pairwise(run):
        if left.pos[3] == "姓" and right.pos[3] == "名":
            yield Candidate(left.start, right.end)


def _person(name: str, inside: Sequence[Token], sure: bool) -> bool:
    if not 2 <= len(name) <= 6 or (any(word.pos[2] == "地名" for word in inside) and not sure):
        return False
    personal = any(word.pos[2] == "人名" for word in inside)
    return personal or (len(name) <= 4 and (sure or all(len(word.text) == 1 for word in inside)))


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
        if not cue or cue.kind == "place" or not (last or _breaks(folded, word.end, run[-1].end)):
            continue
        first = begins[bisect_right(begins, word.end - len(cue.form) - 1) - 1]
        if word.end - len(cue.form) - first >= 1:
            yield Candidate(*trimmed(folded, first, word.end))


def _breaks(folded: str, position: int, end: int) -> bool:
    return bool(cues("after").beginning(folded, position, end)) or folded[position] in "・("
