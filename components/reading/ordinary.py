"""Words that name nobody however they stand together: 規制当局, シェールガス開発, セルフレジ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from components.reading.lexicon import script
from components.reading.model import Token
from components.reading.name_cues import cues, not_names

# 中堅半導体会社, 米運用大手: so ends what a firm is, never what it is called.
_CLASSES = (
    "会社", "企業", "業者", "メーカー", "大手", "各社", "各国", "当局", "陣営", "連合", "勢", "部門",
)  # fmt: skip
# 国内証券, 巨大銀行: before a line of business, what sort of firm it is; 青嶺銀行 is a name.
_SORTS = frozenset(
    [
        "国内",
        "海外",
        "大手",
        "最大手",
        "準大手",
        "中堅",
        "地方",
        "地元",
        "現地",
        "外資系",
        "外資",
        "日系",
        "独立系",
        "巨大",
        "主要",
        "有力",
        "新興",
        "既存",
        "各種",
        "民間",
        "国有",
        "国営",
        "公的",
        "中小",
        "零細",
        "上場",
        "非上場",
        "新規",
        "競合",
        "同業",
        "取引",
        "投資",
        "商業",
        "地域",
        "多国籍",
        "欧米",
        "欧州",
        "両国",
        "自国",
        "他国",
    ]
)
_LEGAL = ("株式会社", "合同会社", "有限会社", "合資会社", "合名会社", "相互会社")
# 商務省, 金融庁: the state's offices are called by ordinary words.
_OFFICES = ("省", "庁")
_WORDS = ("名詞", "接頭辞", "接尾辞", "形状詞", "形容詞", "動詞", "連体詞")
# Three ordinary words are what only an institution is called: 産業|革新|機構, but 薄型|テレビ.
_FEW = 2
# X(月着陸船): a loanword told in Japanese is a common noun; (製薬大手) tells who somebody is.
_GLOSS = re.compile("\\(([一-鿿]{2,8})\\)")
_TELLS_WHO = re.compile("(?:[社業店局長者相称名国市区手位]|時間|当時|銀行|傘下|本社|本店)$")


def ordinary(form: str, inside: Sequence[Token], ending: str) -> bool:
    """Say whether a form is made of one or two common words: 国内|証券, 薄型|テレビ. `inside` are its
    words, `ending` the kind that its last words tell: before a line of business the first word must
    tell what sort of firm it is.
    """
    if form.endswith(_OFFICES):
        return False
    if any(word.text == "用" for word in inside[:-1]):
        return True  # 駆動用モーター: what something is for
    if not 0 < len(inside) <= _FEW or not all(common(word) for word in inside):
        return False
    first = inside[0].text
    return ending != "company" or first in _SORTS or first in not_names()


def is_class(form: str) -> bool:
    """Say whether a form tells by its end what somebody is, not what he is called: 部品会社."""
    return form.endswith(_CLASSES) and not form.endswith(_LEGAL) and not form.startswith(_LEGAL)


def common(word: Token) -> bool:
    """Say whether a word is an ordinary one, and no part of a name."""
    kind = script(word.text[0])
    if kind in ("latin", "katakana"):
        return word.text in not_names()
    # One kanji alone is what UniDic makes of a name that it does not know: 天眼|査, 国|開|金融.
    return len(word.text) > 1 and word.pos[0] in _WORDS and word.pos[1] != "固有名詞"


def glossed(folded: str, end: int, words: Sequence[Token], first: int) -> bool:
    """Say whether a common noun in brackets explains the loanword that ends at `end`; `words[first]`
    is the first word behind it: ランダー(月着陸船).
    """
    gloss = _GLOSS.match(folded, end)
    if not gloss or script(folded[end - 1]) != "katakana" or _TELLS_WHO.search(gloss[1]):
        return False
    inside = [word for word in words[first : first + 10] if gloss.start(1) <= word.start]
    return all(
        word.pos[0] in _WORDS and word.pos[1] != "固有名詞"
        for word in inside
        if word.start < gloss.end(1)
    )


def generic(form: str) -> bool:
    """Say whether a katakana word ends in a common noun: インデックスファンド, セルフレジ."""
    if "・" in form or any(script(char) != "katakana" for char in form):
        return False
    ends = (form[cut:] for cut in range(1, len(form) - 1))
    return any(end in not_names() and _line_of_business(end) != "company" for end in ends)


def _line_of_business(end: str) -> str:
    cue = cues("end").forms.get(end)
    return cue.kind if cue else ""
