"""What the tagger catches with a name and what a name loses: 米|ギアボックス, ノルディア・グリッド|社."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from components.reading.lexicon import script
from components.reading.model import Token
from components.reading.name_cues import cues, not_names, person_titles
from components.reading.tagger import Tagged

COUNTRIES = "米英独仏伊中韓印露日台加豪蘭瑞"
_BEFORE = COUNTRIES + "旧"
_PARTICLES = ("は", "が", "を", "で", "に", "も")
# A byline has its place before = (シリコンバレー=山田太郎); between katakana = belongs to a name.
_STOP = re.compile(
    "[:()「」『』【】<>{}|]|=(?=[一-鿿])| - |(?<=[一-鿿])-(?=[一-鿿])|(?<=[一-鿿ァ-ヺー]) (?=[一-鿿])"
)
# ビンホン|と合弁: と behind a foreign word, and kanji go on, whatever UniDic makes of it.
_TIE = re.compile("(?<=[ァ-ヺーA-Za-z])[とや](?=[一-鿿])")
_OUTER = (
    "市場", "株", "社", "氏", "紙", "誌", "ら", "側", "製", "系", "版", "内", "産", "勢", "法人",
)  # fmt: skip
# 県土地開発公社, 四国新聞社, あおば監査法人: what such words end in is no 社 behind a name.
_WHOLE = (
    "会社", "公社", "支社", "本社", "商社", "神社", "新聞社", "出版社", "通信社", "旅行社", "放送社", "監査法人", "投資法人",
)  # fmt: skip
# トム・ジョンストン|暫定|会長: how somebody holds his office.
_HOLDS = ("暫定", "次期", "共同", "代行", "前", "元", "新", "副", "現", "兼")
# フライデンバーグ|豪|財務相, リベラ|上級|副委員長: of what, or of what rank, a foreigner's office is.
_RANK = re.compile(
    "(?:駐[日米英中韓]?|[米英独仏豪加韓中露印伊欧]|州|上級|筆頭|上席|代表|連邦|次期|暫定|前|元|新|副|現){1,3}"
)
_FOREIGN = re.compile("[ァ-ヺー・=]{2,}")
# 子会社|国開金融: what somebody is stands before what he is called.
_LEADS = (
    "通信子会社", "子会社", "親会社", "運営会社", "会社", "現地法人", "日本法人", "企業", "大手", "本拠地", "同線", "資産家", "実業家",
)  # fmt: skip
# 銚子市|沖, ルイジアナ州|西部: a part of a place, or what lies around it.
_PARTS = (
    "北西部", "北東部", "南西部", "南東部", "北部", "南部", "東部", "西部", "沿岸部", "沿岸", "内陸部", "郊外", "近郊", "周辺",
    "付近", "一帯", "地区", "市内", "市街", "沖", "国内", "域内", "全域", "全土",
)  # fmt: skip
_PART = re.compile(
    f"(?<=[都道府県州市区町村島])(?:{'|'.join(_PARTS)})$|(?<=[ァ-ヺー])[東西南北]{{1,2}}部$"
)
# スペイン|北東部|サラゴサ
_ACROSS = re.compile(f"(.{{2,}}?)(?:{'|'.join(p for p in _PARTS if p.endswith('部'))})(.{{2,}})")
_PREFECTURE = re.compile("(北海道|東京都|(?:大阪|京都)府|.{2,3}県|.{2,}自治区)(.+)")
# 熊谷俊人|千葉県|知事: whose governor he is stands between name and title.
_OF_PLACE = re.compile(
    "(?<=..)(?:北海道|東京都|京都府|大阪府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|"
    "福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|"
    "長崎|熊本|大分|宮崎|鹿児島|沖縄)県)$|(?<=....)[一-鿿]{1,3}[市区町村]$"
)
_RULERS = ("知事", "副知事", "市長", "副市長", "区長", "町長", "村長", "県議", "市議", "都議")
# 劉揚偉|董: so many kanji at most are a name and the begin of a title.
_NAME = 6
# Itanium 2|プロセッサ: what sort of thing it is stands behind a model.
_SORT_BEHIND = re.compile("([A-Za-z][A-Za-z0-9 .+-]*[A-Za-z0-9])([ァ-ヺー]{2,})[0-9]*")
_COUNTED = re.compile("[0-9]+$")
_JOINTS = " 　-・=\"'&’"


def names_of(
    folded: str, words: Sequence[Token], tagged: Sequence[Tagged]
) -> Iterator[tuple[int, int]]:
    """Yield the offsets of what the tagger takes for names, without what does not belong to them."""
    particles = [w.end for w in words if w.pos[0] == "助詞" and w.text in _PARTICLES]
    lands = {w.start: w.end for w in words if w.pos[3] == "国"}
    countries = set(lands.values())
    for name in tagged:
        start, end = name.start, name.end
        if tied := _TIE.search(folded, start + 2, end):
            end = tied.start()
        if inner := particles[bisect_right(particles, start) : bisect_left(particles, end)]:
            start = inner[-1]
        if cut := _STOP.search(folded, start, end):
            start, end = (cut.end(), end) if cut[0] in ":「『】" else (start, cut.start())
        start, end = trimmed(folded, _home(folded, start, end, lands), end)
        if end - start < 2:
            continue
        if name.kind == "product" and (sort := _SORT_BEHIND.fullmatch(folded, start, end)):
            end = sort.end(1) if sort[2] in not_names() else end
        if name.kind == "place":
            yield from _places(folded, start, end, countries)
        elif _whole(folded, start, end):
            yield start, end


def _home(folded: str, start: int, end: int, lands: Mapping[int, int]) -> int:
    """Return where a name begins behind its country: 韓国|カカオ; only Japan's firms bear it as a name."""
    behind = lands.get(start, start)
    foreign = start < behind < end and script(folded[behind]) in ("katakana", "latin")
    return behind if foreign and not folded.startswith("日本", start) else start


def _bare(folded: str, start: int, end: int) -> tuple[int, int]:
    """Take off a dash or dot at either end, and the figure of what is counted: マイクロソフト|1社."""
    while start < end and folded[start] in _JOINTS:
        start += 1
    while start < end and folded[end - 1] in _JOINTS:
        end -= 1
    number = _COUNTED.search(folded, start, end)
    if number and folded[end : end + 1] in ("社", "人", "件", "位", "年", "月", "日", "株", "%"):
        end = number.start()
    return start, end


def _places(folded: str, start: int, end: int, countries: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the places of a stretch: 千葉県|銚子市, ドイツ|ランポルツハウゼン, 能代市 of 能代市・男鹿市."""
    # だが|北部|シェレフテオの: which part of the country it lies in stands before a foreign town.
    lead = next((part for part in _PARTS if folded.startswith(part, start, end - 2)), "")
    if lead and script(folded[start + len(lead)]) == "katakana":
        start += len(lead)
    for part in _PARTS:
        if folded.endswith(part, start + 2, end):
            end -= len(part)
            break
    if split := _ACROSS.fullmatch(folded, start, end):
        yield split.span(1)
        yield split.span(2)
        return
    dot = folded.find("・", start, end)
    if dot > start and (dot in countries or script(folded[start]) == "kanji"):
        yield start, dot
        if dot in countries and end - dot > 2:
            yield dot + 1, end
        return
    if place := _PREFECTURE.fullmatch(folded, start, end):
        yield place.span(1)
        yield place.span(2)
    elif _whole(folded, start, end):
        yield start, end


def _whole(folded: str, start: int, end: int) -> bool:
    return end > start and not _in_word(folded, start) and not _in_word(folded, end)


def _in_word(folded: str, position: int) -> bool:
    if not 0 < position < len(folded):
        return False
    kinds = script(folded[position - 1]), script(folded[position])
    return kinds[0] == kinds[1] and kinds[0] in ("latin", "katakana")


def trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Take off what stands around a name: 米|ギアボックス, 投資銀行|ビーピーフランス, 会社|国開金融."""
    start, end = _bare(folded, start, end)
    if folded.find("の", start, end) > start:
        cut = folded.rindex("の", start, end) + 1
        if cues("before").ending(folded, cut, start) or cues("before").ending(
            folded, cut - 1, start
        ):
            start = cut
    if end - start < 2:
        return start, end
    behind = script(folded[start + 1])
    former = folded[start] == "旧" and end - start > 3  # 旧|大和銀行
    if former or (folded[start] in _BEFORE and end - start > 2 and behind != "kanji"):
        start += 1
    lead = next((w for w in _LEADS if folded.startswith(w, start, end - 2)), "")
    start += len(lead)
    if folded.startswith("うち", start, end - 2) and script(folded[start + 2]) != "other":
        start += 2  # うち|三菱電機が約33億円
    for cut in range(end - 2, start, -1):
        if script(folded[cut - 1]) == script(folded[cut]):
            continue
        led = cues("before").ending(folded, cut, start)
        if led and led.weight >= 3:
            start = cut + (folded[cut] == " ")
            break
    for outer in _OUTER:
        if folded.endswith(outer, start + 2, end) and not folded.endswith(_WHOLE, start, end):
            end -= len(outer)
            break
    if part := _PART.search(folded[start:end]):
        end = start + part.start()
    return start, untitled(folded, start, end)


def rank(folded: str, position: int) -> int | None:
    """Return where the title begins behind what qualifies it: 豪|財務相, 上級|副委員長, 駐日米|大使."""
    found = _RANK.match(folded, position)
    return found.end() if found and person_titles().beginning(folded, found.end()) else None


def untitled(folded: str, start: int, end: int) -> int:
    """Return where a name ends before its title: 三浦隆之|社長, 熊谷俊人|千葉県知事."""
    foreign = _FOREIGN.match(folded, start, end)
    if foreign and foreign.end() < end and rank(folded, foreign.end()) is not None:
        return foreign.end()
    # UniDic ends a name in 董 before 事長: a title that begins inside the name ends it.
    goes_on = script(folded[end : end + 1] or "。") == "kanji"
    goes_on &= end - start <= _NAME or "・" in folded[start:end]
    for cut in range(max(start + 2, end - 2), end) if goes_on else ():
        over = person_titles().beginning(folded, cut)
        if over and cut + len(over.form) > end and script(over.form[0]) == "kanji":
            end = cut
            break
    held = next((w for w in _HOLDS if folded.endswith(w, start + 3, end)), "")
    if held and person_titles().beginning(folded, end):
        return end - len(held)
    title = person_titles().ending(folded, end, start + 2)
    if title is None:
        ruled = any(folded.startswith(ruler, end) for ruler in _RULERS)
    else:
        end -= len(title.form)
        ruled = title.form in _RULERS
    titled = person_titles().beginning(folded, end) is not None
    if titled and end - start > 2 and folded[end - 1] in "元前":
        end -= 1  # 菊川|元社長
    place = _OF_PLACE.search(folded[start:end]) if ruled else None
    return start + place.start() if place else end
