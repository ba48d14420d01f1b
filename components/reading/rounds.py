"""Rounds of financing as a sentence tells of them: whom it lists as investors, of which round it is."""

from __future__ import annotations

from components.reading.arguments import named, unique
from components.reading.model import Kind
from components.reading.paying import paying, says
from components.reading.phrases import Phrase
from components.reading.roles import plain
from components.reading.views import View

FIRMS: tuple[Kind, ...] = ("company", "organization")
_BEFORE = ("当時", "前回", "過去")


def of_another(view: View) -> bool:
    """Say whether a sentence goes back to a round before: 当時は甲社が主導し, 同年9月の増資は2億ドルに."""
    if any(phrase.head in _BEFORE for phrase in view.items[:2]):
        return True
    if not any(view.amounts):
        return False
    raised = paying("raised")
    rounds = (p for p in view.items if p.subject and any(w.text in raised for w in p.words))
    return any(any(view.amounts[p.at + 1 : p.at + 3]) for p in rounds)


def investors(view: View) -> tuple[str, ...]:
    """Return who a sentence lists as investors: 引受先には甲社のほか、乙社が並ぶ; 引き受けたのは甲社、乙氏."""
    bare = not any(view.amounts)
    for item in view.items:
        if bare and (found := _told(view, item)):
            return found
        heads = item.particle in ("に", "には", "は") and not view.mentions[item.at]
        cleft = item.particle.endswith("のは") and _invests(view, item)
        if cleft or (heads and says(plain(item), "investor")):
            kinds = (*FIRMS, "person") if cleft else FIRMS
            listed = [p for p in view.items[item.at + 1 :] if not _aside(view, p)]
            return unique([m for p in listed for m in view.mentions[p.at] if m.kind in kinds])
    return ()


def _told(view: View, item: Phrase) -> tuple[str, ...]:
    """Return who invests by a sentence without a sum: 甲社などを引受先とする, 乙社から出資を受けた."""
    if item.particle == "と" and says(plain(item), "taker"):
        before = (p for p in view.items[: item.at] if not p.particle.endswith("は"))
        return unique([m for p in before for m in view.mentions[p.at] if m.kind in FIRMS])
    if item.key not in paying("receives") or not says(plain(view.items[item.at - 1]), "invests"):
        return ()
    dated = (p for p in view.items if view.dates[p.at])
    if any("年" in word.text for p in dated for word in p.words):
        return ()  # 日本では20年に乙社から出資を受けた: another round
    givers = (p for p in view.items[: item.at] if p.particle == "から")
    return tuple(e for p in givers for e in unique(named(view, p.at)))


def _invests(view: View, phrase: Phrase) -> bool:
    """Say whether a deed is one of investors: 引き受けたのは, 株主となったのは, 資金を出したのは."""
    before = view.items[: phrase.at]
    if before and before[-1].head == "資金" and before[-1].particle == "を":
        return phrase.key not in paying("receives")
    if phrase.key in paying("invests") or (before and says(plain(before[-1]), "investor")):
        return True
    return phrase.key in paying("heads") and any(says(plain(p), "raised") for p in before)


def _aside(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase only qualifies a member of a list: NVIDIAを追うAMD, 甲氏が支援する乙社."""
    rest = view.items[phrase.at + 1 :]
    if phrase.particle == "の":
        return not rest or not (rest[0].words[0].text == "ほか" or _count(rest[0]))
    deed = next((item for item in rest if item.key), None)
    return phrase.particle == "を" or (phrase.particle == "が" and bool(deed and deed.adnominal))


def _count(phrase: Phrase) -> bool:
    """Say whether a phrase counts those named before it: 甲社、乙社の2社, 甲社と丙氏の2者."""
    return phrase.words[0].fixed and phrase.words[0].text[-1] in "社者人氏行団"
