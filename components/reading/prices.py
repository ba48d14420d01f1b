"""The prices of shares, goods and pieces, told from sums that are invested, earned or owned."""

from __future__ import annotations

import re

from components.reading.model import Amount
from components.reading.views import View

# The language of share prices: 150円高の7004円, 2.1%高の3万9500円.
_A_SHARE = re.compile(
    r"[1１一]株(?:(?:当たり|あたり|につき)(?:の[^、。]{1,14}|利益[はがもを]?|では)?|利益[はがもを])?(?:約)?\Z"
)
_A_PIECE = re.compile(
    r"[1１一](?:台|基|個|本|枚|冊|室|泊|カ月|か月|人|リットル|キロワット時|キロ|グラム|トン|世帯|戸|平方メートル)"
    r"(?:当たり|あたり|につき)?(?:約|最大)?\Z"
)
_STEP = re.compile(r"(?:高|安)(?![値いく])")
_QUOTED = re.compile(r"[円銭ルト%％](?:高|安)の\Z")
_MOVED = re.compile("(?:高|安|低)[い]")
_SHARES = ("株", "株価", "株式", "平均", "指数", "株高", "株安", "終値")
_BIDS = ("TOB", "株", "公開買い付け", "買い付け")
_GOODS = frozenset(
    ("バレル", "オンス", "トロイオンス", "先物", "原油", "キロリットル", "ブッシェル")
)


def of_a_piece(text: str, amount: Amount) -> bool:
    """Say whether a sum is the price of one piece: 1台約1億8000万ドルの装置."""
    return bool(_A_PIECE.search(text[max(0, amount.start - 12) : amount.start]))


def of_a_share(text: str, amount: Amount, view: View) -> bool:
    """Say whether a sum is what one share costs or how far its price moved: 150円高の7004円."""
    return _is_price(text, amount) or (_of_shares(view) and _moves(text, amount))


def _is_price(text: str, amount: Amount) -> bool:
    before = text[max(0, amount.start - 16) : amount.start]
    quoted = _QUOTED.search(before) or _A_SHARE.search(before)
    return bool(_STEP.match(text, amount.end) or quoted)


def _moves(text: str, amount: Amount) -> bool:
    """Say whether a price is told by how far it moved: 551.80ドル安い2万4465.64ドルで引けた."""
    before = text[max(0, amount.start - 4) : amount.start]
    return bool(_MOVED.match(text, amount.end)) or before.endswith(("安い", "高い", "低い"))


def _of_shares(view: View) -> bool:
    """Say whether a sentence is about the stock market: ダウ平均は, 株式市場で, 甲社株は."""
    return any(word.text.endswith(_SHARES) for item in view.items for word in item.words)


def of_a_bid(view: View) -> bool:
    """Say whether a price is offered for shares: TOBの価格を9850円に上げる."""
    return any(word.text.startswith(_BIDS) for item in view.items for word in item.words)


def of_goods(view: View) -> bool:
    """Say whether a sentence tells the price of goods: 1バレル=51.06ドル, 金先物は1169ドル高."""
    return any(word.text in _GOODS for item in view.items for word in item.words)
