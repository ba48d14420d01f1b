"""Quotations: what stands between 「 and 」 as somebody's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from components.reading.model import Mention, Quotation, Sentence
from components.reading.structure import brackets

# 「…」と述べた quotes, 「…」と呼ぶ and 「…」という会社 name.
_SAID = re.compile(
    r"(?:[(（][^()（）]{1,30}[)）])?[、,]?(?:など)?(?:と|との|って)(?!呼|よば|名付|名づ|題す|題し|銘打|称す|命名|いう|言う名|もに)"
)
_LONG = 16
# 「物言う株主」との対立: a short noun in quotes is a party to something; 「過大」との見方 is said.
_NOUN = re.compile("[一-鿿ァ-ヺーA-Za-z0-9]{1,4}$")
_WITH = re.compile(
    "との(?!見方|見解|声|考え|認識|指摘|声明|コメント|意見|趣旨|懸念|期待|方針|文言|立場|説明|主張|批判|観測|予想|評価|判断|見通し|姿勢|思い|報道|回答|言葉|印象)"
)
_SHORT = 8
# 「PLaMo(プラモ)」 is a name as well.
_GLOSS = re.compile("[(（][^()（）]*[)）]$")
# A headline ends in what somebody says: 千葉知事「振り回された」.
_TOLD = re.compile("(?:[たいうくすつぬむるだねよかぞ]|ない|ます)[!?！？]?$")


def quotations(
    text: str, parts: Sequence[Sentence], named: Sequence[Mention]
) -> tuple[Quotation, ...]:
    """Return the 「…」 that quote words; one that holds only a name, or is called so, quotes none.

    Words are quoted where と follows (「…」と評し, 「…」との見方), or where the bracket holds a
    whole sentence. 「R1」 and 「Stargate」プロジェクト are names.
    """
    names = {mention.start: mention.end for mention in named}
    found: list[Quotation] = []
    for sentence in parts:
        for opening, closing in brackets(text, sentence.start, sentence.end):
            inner = text[opening + 1 : closing]
            bare = _GLOSS.sub("", inner)
            if text[opening] not in "「｢" or names.get(opening + 1) == opening + 1 + len(bare):
                continue
            if found and opening < found[-1].end:
                continue
            whole = len(inner) >= _LONG and ("。" in inner or closing + 2 >= sentence.end)
            if _names(text, inner, closing) or not inner.strip():
                continue
            if _SAID.match(text, closing + 1) or whole or _heads(text, opening, closing, sentence):
                found.append(Quotation(opening + 1, closing, inner))
    return tuple(found)


def _names(text: str, inner: str, closing: int) -> bool:
    short = len(inner) <= _SHORT and _NOUN.search(inner) is not None
    return short and _WITH.match(text, closing + 1) is not None


def _heads(text: str, opening: int, closing: int, sentence: Sentence) -> bool:
    """Say whether a headline ends in these words, right behind who says them."""
    last = closing + 1 >= sentence.end and text[closing + 1 : closing + 2] in ("", "\n")
    before = text[opening - 1] if opening > sentence.start else " "
    return (
        last
        and bool(re.match("[一-鿿ァ-ヺーA-Za-z]", before))
        and bool(_TOLD.search(text, opening + 1, closing))
    )
