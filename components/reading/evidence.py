"""What the text says of a name: beside it, around it, and by its own last words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from components.reading.candidates import Candidate
from components.reading.lexicon import script
from components.reading.model import Mention, Token
from components.reading.name_cues import Cue, cues, not_names, person_titles
from components.reading.trimming import COUNTRIES, rank

STRONG = 3.0
# Heads of a part of something, and of how many kanji a name is at most.
_OFFICES = ("部長", "局長", "課長", "室長", "次長", "所長", "本部長", "事務局長")
_NAME = 4
_REGIONS = (
    "北海道", "東北", "関東", "北陸", "甲信越", "信越", "中部", "東海", "関西", "近畿", "中国", "四国", "九州", "沖縄", "東日本", "西日本",
)  # fmt: skip
# Nobody but a person is called so, whatever else stands beside him.
_HONORIFICS = ("氏", "さん")
_KATAKANA = re.compile("[ァ-ヺー・]{3,}")
_HEADED = re.compile(
    "の[^、。「」()はがをにの]{2,14}?(?:CEO|CFO|CTO|COO|社長|会長|最高[^、。]{2,4}責任者|頭取|取締役|執行役|専務|常務|"
    "アナリスト|エコノミスト|ストラテジスト|総経理|パートナー)"
)
# X(本社・東京)は: what stands behind the bracket is said of X too.
_BRACKET = re.compile("\\([^()。\n]{1,20}\\)")
# X(松江市), X(東京都港区): where a firm of the news is at home stands right behind its name.
_SEAT = re.compile("\\((?:本社|本店)?[・:、]?[^()。、\n]{1,12}[市区町村都府県州]\\)")
# X(山田太郎社長), X(仙台市、山田花子CEO): who heads a firm stands there too.
_HEAD = re.compile(
    "\\((?:[^()。\n]{1,20}、)?[一-鿿ァ-ヺー・]{2,14}(?:代表取締役)?(?:社長|CEO|最高経営責任者|代表|頭取)\\)"
)
# Xのゲーム部門: what has divisions and shares is a firm.
_DIVISION = re.compile("の[一-鿿ァ-ヺーA-Za-z]{0,12}(?:部門|子会社|経営陣|株式|株主)")
_INVESTED = re.compile(
    "(?:に|にも|を)(?:約|最大|総額|計)?[0-9][^、。]{2,16}(?:出資|投資|買収|取得|売却)"
)


def ending(folded: str, candidate: Candidate, inside: Sequence[Token]) -> Cue | None:
    """Return the cue that a form ends in; of kanji it is a word of its own: 早稲田|大, but 過去|最大."""
    cue = cues("end").ending(folded, candidate.end, candidate.start + 1)
    if cue is None or script(cue.form[0]) != "kanji" or not inside:
        return cue
    whole = any(word.start == candidate.end - len(cue.form) for word in inside)
    proper = any(word.pos[1] == "固有名詞" for word in inside)
    return (
        cue if whole or (proper and cue.form != "大") or inside[-1].pos[1] == "固有名詞" else None
    )


def compound(
    folded: str, candidate: Candidate, within: Sequence[Mention], last: Cue | None
) -> list[Cue]:
    """Return the vote of the listed names inside: 日立|ABB|パワーグリッド, 日立|化成, 日本|政策金融公庫.

    Two firms with nothing between them are one joint firm; a firm with a line of business behind
    it is its subsidiary. A group is still the firm itself. カンザス州|デソト is a town in a state.
    """
    if not within:
        return []
    if len(within) > 1:
        return [Cue("", "company", STRONG + 1)]
    first = within[0]
    rest = folded[first.end : candidate.end]
    if first.kind == "place" and folded[first.end - 1] in "州省" and _KATAKANA.fullmatch(rest):
        return [Cue("", "place", STRONG + 1)] if last is None else []
    foreign = script(folded[first.end - 1]) == "katakana" and _KATAKANA.fullmatch(rest[1:])
    if first.kind == "company" and first.start == candidate.start and rest[:1] == "・" and foreign:
        return [Cue("", "company", STRONG + 1)]
    if first.kind == "place" and first.end == candidate.end and _regional(folded, first.start):
        return [Cue("", "company", STRONG + 1)]
    if first.kind == "place" and first.start == candidate.start and last and last.kind == "media":
        return [Cue("", "media", STRONG)]
    fits = last is not None and last.kind == "company" and last.weight > 1
    if not fits or last is None or first.start != candidate.start or "グループ" in last.form:
        return []
    if first.kind == "company":
        return [Cue("", "company", STRONG)]
    named = first.kind == "place" and rest not in not_names() and script(rest[0]) == "kanji"
    return [Cue("", "company", 2.0)] if named else []


def _regional(folded: str, position: int) -> bool:
    """Say whether what ends at `position` is a firm whose region follows: イオン|九州, 新銀行|東京."""
    cue = cues("end").ending(folded, position)
    # アルビレックス新潟 is a club: behind a foreign word only a region of the country makes a firm.
    foreign = script(folded[position - 1]) in ("katakana", "latin")
    region = foreign and folded.startswith(_REGIONS, position)
    return region or (cue is not None and cue.kind == "company")


def at_home(folded: str, position: int, seats: Collection[tuple[int, int]]) -> bool:
    """Say whether a listed place stands alone in brackets at `position`: 光陽半導体(新竹)は."""
    end = folded.find(")", position + 1, position + 14)
    return folded[position : position + 1] == "(" and (position + 1, end) in seats


def said(folded: str, candidate: Candidate, seats: Collection[tuple[int, int]]) -> list[Cue]:
    """Return the cues around a candidate; `seats` are the offsets of listed places."""
    start, end = candidate.start, candidate.end
    left, right = (start - 1, end + 1) if candidate.quoted else (start, end)
    seat = _SEAT.match(folded, right) or at_home(folded, right, seats)
    headed = _HEAD.match(folded, right)
    if bracket := _BRACKET.match(folded, right):
        right = bracket.end()
    found = [
        Cue("(", "company", 2 * STRONG) if seat else None,
        Cue("(", "company", STRONG + 1) if headed else None,
        *_led(folded, left),
        _followed(folded, folded[start:end], right),
        cues("start").beginning(folded, start, end - 1),
        Cue("、", "company", STRONG + 1) if _is_topic(folded, left, right) else None,
    ]
    if any(rule.match(folded, right) for rule in (_HEADED, _INVESTED, _DIVISION)):
        found.append(Cue("の", "company", STRONG))
    told = [cue for cue in found if cue]
    if not candidate.quoted:
        return told
    # 「エンハーツ」の売上高 speaks of a product; 新会社「X」 and 「X」を名乗り alone of a firm.
    quoting = (
        cues("before_quoted").ending(folded, left),
        cues("after_quoted").beginning(folded, right),
    )
    told = [replace(cue, weight=1.0) if cue.kind == "company" else cue for cue in told]
    return [*told, *(cue for cue in quoting if cue)]


def _led(folded: str, left: int) -> list[Cue | None]:
    """Return what stands before a name, and before its country: 「ルンバ」を手掛ける|米|iRobot.

    Behind the one kanji of a country a foreign word is nearly always a firm.
    """
    cue = cues("before").ending(folded, left)
    if cue is None or cue.form not in COUNTRIES:
        return [cue]
    if script(folded[left : left + 1] or "。") not in ("katakana", "latin"):
        return [cue]
    return [replace(cue, weight=STRONG + 1), cues("before").ending(folded, left - 1)]


def _followed(folded: str, form: str, right: int) -> Cue | None:
    """Return what stands behind a name, where it is a word of its own: X委員, but not X|委員会.

    In OpenAI CEOのアルトマン the firm stands first; デイビッド・カルフーンCEOの後 names the man.
    """
    cue = cues("after").beginning(folded, right)
    if cue is None:
        held = script(form[-1]) == "katakana" and rank(folded, right) is not None
        return Cue("", "person", STRONG) if held else None
    after = folded[right + len(cue.form) : right + len(cue.form) + 1]
    if cue.kind == "person" and after and after in "会室選職府令制部局課":
        return None
    if cue.form in _OFFICES and len(form) > _NAME and script(form[0]) == "kanji":
        return None  # 高速鉄道|局長 is the head of an office
    if cue.form in _HONORIFICS:
        return replace(cue, weight=2 * STRONG + 1)
    titled = cue.form.endswith("の") and cue.form[:-1] in person_titles().forms
    if titled and "・" in form and script(after or "。") not in ("katakana", "latin"):
        return Cue(cue.form, "person", STRONG)
    return cue


def _is_topic(folded: str, left: int, right: int) -> bool:
    """Say whether a foreign word opens the headline and 、 follows: オンセミ、買収を完了."""
    line = folded.find("\n", right)
    headline = "。" not in folded[right : line if line >= 0 else len(folded)]
    first = headline and not folded[:left].strip()
    foreign = script(folded[left : left + 1] or "。") in ("katakana", "latin")
    return first and foreign and folded[right : right + 1] == "、"
