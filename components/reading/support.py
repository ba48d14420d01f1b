"""What a form of the vocabulary that is also an ordinary word needs to count as a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from components.reading.lexicon import Hit, script
from components.reading.wordlists import table

# 対中, 訪米, 在日: a verb-like kanji before the one-kanji name of a country.
_TOWARDS = "対訪在駐反親渡離"
# What stands before 政府 when it is no other country's.
_GOVERNMENTS = frozenset(
    ["日本", "日", "各国", "地方", "新", "現", "前", "旧", "同", "州", "省", "市"]
)
_GOVERNMENT = re.compile("([一-鿿ァ-ヺー]+)政府(?!系)")
# A service that is also a firm: what stands beside it when the firm is meant.
_FIRM_BEFORE = re.compile("(?:米|親会社の?|大手の?|企業の?|(?:^|[\n 。、])旧)$")
_SUM = "[^。、\n]{0,10}[億万][^。、\n]{0,16}"
_FIRM_BEHIND = re.compile(
    "の(?:元|前|旧|共同|現)?(?:CEO|CFO|最高|経営陣|社長|会長|株式|株主|従業員|社員|取締役|買収|創業者|時価総額|決算|売上高|純利益|広報)|"
    f"を(?:{_SUM})?(?:買収|完全子会社|相手取|提訴)|(?:への|に)(?:出資|投資)|が{_SUM}(?:出資|投資|買収)|"
    "、[^。、\n]{1,24}を[^。、\n]{0,20}買収|側(?:が|は)"
)
# メタも28年までに6000億ドルを投資する, シャープが3月に発売した: what only firms do.
_DEED = "(?:投資|出資|買収|調達|拠出|売却|投じ|提携)"
_ACTS = re.compile(
    f"[はがも](?:[^。\n]{{0,48}}[億兆][^。\n]{{0,20}}{_DEED}|[^。、\n]{{0,12}}(?:{_DEED}|発売|売り出)[しすさ])"
)


_JOINS = ("と", "や", "、", "・")
# アルファベット<GOOGL>, シャープの「AQUOS」: how it is traded, what it makes.
_FIRM = re.compile("<[A-Z]{1,5}>|の「")


_ALONE = (_ACTS, _FIRM, _FIRM_BEHIND)


@dataclass(frozen=True, slots=True)
class _Cues:
    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    pair: tuple[str, ...]


@cache
def _cues() -> _Cues:
    found: dict[str, dict[str, list[str]]] = {"before": {}, "after": {}, "pair": {}}
    for row in table("cues.tsv"):
        place = found[row.values["place"]]
        place.setdefault(row.values["kind"], []).append(row.values["form"])
    return _Cues(
        {kind: tuple(forms) for kind, forms in found["before"].items()},
        {kind: tuple(forms) for kind, forms in found["after"].items()},
        tuple(found["pair"].get("place", ())),
    )


def supported(folded: str, hit: Hit, known: set[str]) -> bool:
    """Say whether a form may stand for its entry here: it is sure, `known` entries are named in full,
    or a cue beside it says what it is.
    """
    if not hit.ambiguous:
        return True
    cues = _cues()
    if hit.end - hit.start == 1 and script(folded[hit.start]) == "kanji":
        titled = folded.startswith(cues.after.get(hit.entry.kind, ("\0",)), hit.end)
        return _country(folded, hit) if hit.entry.kind == "place" else titled
    organ = hit.entry.kind == "organization" and folded[hit.end - 1] in "省庁府"
    if organ and hit.start and script(folded[hit.start - 1]) != "other":
        return False  # 各国政府, スコットランド財務省
    if hit.entry.id in known:
        return True
    left = folded[max(0, hit.start - 12) : hit.start]
    right = folded[hit.end : hit.end + 12].removeprefix("」")
    quoted = left.endswith("「") and folded[hit.end : hit.end + 1] == "」"
    if quoted and hit.entry.kind in ("product", "project"):
        return True
    if right.startswith(cues.after.get(hit.entry.kind, ("\0",))):
        return True
    if left.removesuffix("「").endswith(cues.before.get(hit.entry.kind, ("\0",))):
        return True
    if hit.entry.kind != "company":
        return False
    told = next((m for rule in _ALONE if (m := rule.match(folded, hit.end))), None)
    return left[-1:] in tuple("米英独仏伊中韓印露旧") or told is not None


def in_a_row(folded: str, whole: Sequence[Hit], chosen: Sequence[Hit]) -> list[Hit]:
    """Return the firms that are told beside another: マイクロソフトとアルファベットも, トヨタ、シャープ."""
    firms = [hit for hit in chosen if hit.entry.kind == "company"]
    begins, ends = {hit.start for hit in firms}, {hit.end for hit in firms}
    return [
        hit
        for hit in whole
        if hit.ambiguous
        and hit.entry.kind == "company"
        and hit.end - hit.start > 1
        and (
            (folded[hit.start - 1 : hit.start] in _JOINS and hit.start - 1 in ends)
            or (folded[hit.end : hit.end + 1] in _JOINS and hit.end + 1 in begins)
        )
    ]


def owned(folded: str, hit: Hit, makers: set[int]) -> bool:
    """Say whether a product stands right behind its maker: DeepSeekのV3."""
    made = hit.entry.kind in ("product", "project")
    return made and folded[hit.start - 1 : hit.start] == "の" and hit.start - 1 in makers


def acting(folded: str, whole: Sequence[Hit]) -> dict[tuple[int, int], Hit]:
    """Return, by offsets, the firm meant where a service's name is its firm's too and the text lets it
    act, own or be bought: 米フェイスブック, Twitterを買収する, Twitterの元CEO.
    """
    services = {(hit.start, hit.end) for hit in whole if hit.entry.kind == "product"}
    firms = [
        hit
        for hit in whole
        if hit.ambiguous and hit.entry.kind == "company" and (hit.start, hit.end) in services
    ]
    told = {
        firm.entry.id
        for firm in firms
        if _FIRM_BEFORE.search(folded[max(0, firm.start - 8) : firm.start])
        or _FIRM_BEHIND.match(folded, firm.end)
    }
    return {(firm.start, firm.end): firm for firm in firms if firm.entry.id in told}


def _country(folded: str, hit: Hit) -> bool:
    """Say whether one kanji names a country: 米政府, 日米両国, 対中 do, 米飯 and 一日中 do not."""
    kanji = "日米中英独仏伊韓印露台豪加朝"
    before, after = folded[max(0, hit.start - 1) : hit.start], folded[hit.end : hit.end + 6]
    if before in _TOWARDS and before and script(after[:1] or "。") != "kanji":
        return True
    if before and before in _TOWARDS:
        return not after.startswith(("心", "央", "間", "時", "途", "立"))
    cues = _cues()
    run = re.search(f"[{kanji}欧]*$", folded[: hit.end][-6:])
    stretch = (run[0] if run else "") + (re.match(f"[{kanji}欧]*", after) or [""])[0]
    if len(stretch) >= 2:
        rest = folded[hit.end + len((re.match(f"[{kanji}欧]*", after) or [""])[0]) :][:6]
        return rest.startswith(cues.pair)
    if before and script(before) == "kanji":
        return False
    if after.startswith(cues.after["place"]):
        return True
    # 米OpenAI, 英アーム name a firm and where it is at home; 米ドル is money.
    foreign = folded[hit.start] in "米英独仏韓露印"
    return foreign and script(after[:1] or "。") in ("latin", "katakana") and after[:2] != "ドル"


def at_home(folded: str, whole: Sequence[Hit], known: Collection[str]) -> set[str]:
    """Return the organs of Japan that stand without their country (外務省は, 政府は), as its news names
    them; not where the text is about another country's.
    """
    foreign = {
        (hit.start, hit.end) for hit in whole if hit.entry.country != "JP" and hit.entry.id in known
    }
    told = "政府" in folded
    abroad = told and any(run[1] not in _GOVERNMENTS for run in _GOVERNMENT.finditer(folded))
    return {
        hit.entry.id
        for hit in whole
        if hit.ambiguous
        and hit.entry.kind == "organization"
        and hit.entry.country == "JP"
        and folded[hit.end - 1] in "省庁府"
        and (hit.start, hit.end) not in foreign
        and not (abroad and folded[hit.end - 1] == "府")
    }
