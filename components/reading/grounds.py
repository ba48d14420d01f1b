"""Places that are called with what stands there: 高松築港|駅, 駒野|工業団地, ジャージー|島."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from components.reading.features import Run
from components.reading.lexicon import script
from components.reading.model import Token
from components.reading.ordinary import common

_GROUND = re.compile(
    "(?:駅|空港|港|工場|工業団地|宇宙センター|(?:宇宙軍|空軍|海軍|陸軍)?基地|ビル|ビルディング|タワー|島|半島|首長国|自治区|"
    "[東西南北]部地域|地域)$"
)
# How those words end, asked first: most words of a text end otherwise.
_LASTS = frozenset("駅港場地ルグー島国区域")
# 綾川駅|間, 富士工場|内: what UniDic ties to the end of such a place.
_BEHIND = ("内", "間", "前", "近く", "周辺", "付近", "構内", "沖", "跡", "跡地", "側")
# 新駅, 最寄り駅, 輸出基地: so is told what sort of place it is, or which is meant, and no name.
_WHICH = (
    "同", "同線", "新", "両", "各", "隣", "現", "旧", "最寄り", "主力", "主要", "高層", "英領", "米領", "仏領", "米", "英", "一部", "離",
    "無人", "大", "小", "本", "駐", "諸", "全", "多", "列", "孤", "半",
)  # fmt: skip
# 陶|駅, 空港|通り|駅: a station alone may be called by common words.
_STATION = "駅"
_NEVER = ("地下鉄", "ターミナル", "起点", "終点", "始発", "途中", "鉄道", "都市")
# SmartHR(東京・港): where in Tokyo a firm is at home.
_SEAT = re.compile("\\((東京・[一-鿿]{1,3})\\)")


def grounds(folded: str, words: Sequence[Token], runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """Yield the offsets of stations, ports, works, towers and isles with the words that tell which."""
    for match in _SEAT.finditer(folded):
        yield match.span(1)
    for run in runs:
        first = run.first
        for last in range(run.first, run.last):
            if words[last].text == "・":
                first = last + 1
                continue
            if words[last].text[-1] not in _LASTS and words[last].text[0] != _STATION:
                continue
            end = _end(words[last])
            ground = _GROUND.search(folded, words[first].start, end)
            goes_on = words[last + 1].text if last + 1 < run.last else "・"
            stops = goes_on == "・" or goes_on in _BEHIND or end < words[last].end
            if ground is None or not stops:
                continue
            start = _start(words[first : last + 1], ground.start(), ground[0])
            if start is not None:
                yield start, end
            first = last + 1


def _end(word: Token) -> int:
    """Return where a word ends without what stands behind a place: UniDic has 駅間 in one word."""
    if word.text[:1] == _STATION and word.text[1:] in _BEHIND:
        return word.start + 1
    return word.end


def _start(run: Sequence[Token], ground: int, sort: str) -> int | None:
    """Return where the name of a place of this sort begins, if the words before it name one."""
    inside = [word for word in run if word.start < ground]
    if inside and inside[-1].end != ground:
        # グラントウキョウサウス|タワー is one word where UniDic does not know it.
        unknown = script(inside[-1].text[0]) == "katakana" and ground - inside[-1].start > 2
        return inside[-1].start if unknown and not common(inside[-1]) else None
    while inside and (inside[0].text in _WHICH or not _tells(inside[0])):
        if sort == _STATION and inside[0].text not in _WHICH:
            break
        inside = inside[1:]
    if not inside or inside[-1].text in _WHICH or any(word.text in _NEVER for word in inside):
        return None
    told = sort == _STATION or any(_tells(word) for word in inside)
    return inside[0].start if told else None


def _tells(word: Token) -> bool:
    """Say whether a word tells which of many things is meant: 滝宮, 高松, ケープカナベラル."""
    kind = script(word.text[0])
    return word.pos[1] == "固有名詞" or (kind == "katakana" and not common(word))
