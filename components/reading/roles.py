"""What a sum of money is for: the word of money that governs it, where Japanese puts it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from components.reading.clauses import clause, modified, owners, used_up
from components.reading.model import Role
from components.reading.phrases import Phrase
from components.reading.views import View
from components.reading.wordlists import table

_BACK = ("compares", "recalls")  # uses of words that only refer to a sum told before
_TIES = ("の", "という", "規模の", "分の", "相当の")
_MONEY = ("金", "額", "源", "手", "費", "本", "")  # 資金を, 総額を, 財源を, 元手を, 1億円を
_COUNTS = ("含める", "含む", "除く", "合わせる")
_TOPICS = ("は", "が", "も", "こそ", "")
_CASES = ("の", "を", "に", "で", "から", "として")
# 投資家, 建設会社, 出資比率: the compound is about somebody or a share, not about the deed.
_ABOUT = re.compile(
    r"家|連合|陣営|グループ|会社|企業|機関|銀行|ファンド|先|比率|者|大手|組合|案件|業者|資産|国債"
)


# What something costs ends so (燃油費, 賃借料, 部品代, 法人税), but not 消費, 材料, 世代.
_COST = re.compile(
    r"(?:(?<![消浪])費|(?<![材原燃資食飲無有塗衣肥飼香染試])料|(?<![時世年現交初次先近古歴当何千前後])代|税)"
    r"(?:用|負担)?(?=[はがもをのにでとや]|\Z)"
)


class Word(NamedTuple):
    """A line of `roles.tsv`."""

    form: str
    role: Role
    use: str


@cache
def _words() -> tuple[re.Pattern[str], dict[str, Word]]:
    """Return a pattern that finds at every place the longest form there, and the words by form."""
    lines = [
        Word(r.values["word"], cast("Role", r.values["role"]), r.values["use"])
        for r in table("roles.tsv")
    ]
    forms = [_alone(word.form) for word in sorted(lines, key=lambda word: -len(word.form))]
    return re.compile(f"(?=({'|'.join(forms)}))"), {word.form: word for word in lines}


def _alone(form: str) -> str:
    """Return the pattern of a form; a short verb is none as the second part of another: 近付く, 打ち出す."""
    verb = len(form) < 4 and form[-1] in "うくぐすつぬぶむる"
    return ("(?<![一-龠々いきぎしちみびりえけげせてねべめれ])" if verb else "") + re.escape(form)


def _about(text: str, match: re.Match[str]) -> bool:
    """Say whether a word of money only describes a noun: 投資家, 全額出資子会社."""
    owned = text.endswith(("全額", "共同"), 0, match.start(1))
    return bool(_ABOUT.match(text, match.end(1))) or (owned and "子会社" in text[match.end(1) :])


@lru_cache(maxsize=8192)
def word_of(text: str) -> Word | None:
    """Return the last word of money in a stretch of text: 投資 in AI投資, a cost in 燃油費."""
    pattern, words = _words()
    found = [match for match in pattern.finditer(text) if not _about(text, match)]
    said = [match for match in found if words[match[1]].use not in _BACK]  # 純利益予想 is 純利益
    last = max(said or found, key=lambda match: (match.end(1), len(match[1])), default=None)
    if last is None or words[last[1]].use:
        cost = _COST.search(text)
        return Word(cost[0], "other", "") if cost else last and words[last[1]]
    return words[last[1]]


def governing(
    view: View, position: int, governor: int | None, fits: Callable[[Word], bool]
) -> Word | None:
    """Return the word that says what the sum at `position` is for; `governor` is its predicate.

    A word that only spends (投じる) or sets the scene (シリーズBで) yields to a purchase or a value
    that the sentence names further off: 54億ドルを投じて買収した. 65億ドルの契約 yields to none.
    `fits` leaves out words that no sum of this size goes with.
    """
    own = [
        word_of(text)
        for text in (plain(view.items[position]), *map(_told, _tied(view.items, position)))
    ]
    near = sorted(filter(None, own), key=lambda word: word.use in _BACK)  # 総額9億ユーロの支援
    for word in near:
        if fits(word) and (not word.use or (word.use, word.role) == ("aside", "other")):
            return word
    faint: Word | None = None
    goal = _object(view, governor)
    for word in (*near, *filter(None, map(word_of, _looked(view, position, governor)))):
        if fits(word) and not word.use:
            return faint if faint and word != goal and not _outweighs(word, faint) else word
        weak = faint is None or (faint.use in _BACK and faint in near and word.use == "spending")
        faint = word if weak and fits(word) else faint  # 合計190億ドルを充てる: 合計 only adds up
    items = view.items
    later = {p.at + 1 for p in items[position + 1 :] if view.amounts[p.at] and p.particle in _TIES}
    free = (p for p in items[position + 1 :] if not view.amounts[p.at] and p.at not in later)
    rest = [] if is_said(view, position) else [_deed(view, p) for p in free]
    # 25億円、乙社が33億円の純損失を: a noun of the next sum
    after = [word for word in filter(None, map(word_of, rest)) if fits(word)]
    if faint is not None and faint.use not in _BACK:
        bought = (w for w in after if w.role == "acquisition" and _outweighs(w, faint))
        return next((w for w in bought if not w.use), faint)
    return next((w for w in after if not w.use), faint or next(iter(after), None))


def is_said(view: View, position: int) -> bool:
    """Say whether a sum ends its own clause as what the subject is: 金額は740億ドルで、…を上回る."""
    here, before = view.items[position], view.items[position - 1] if position else None
    return here.particle == "で" and here.comma and before is not None and before.subject


def _object(view: View, governor: int | None) -> Word | None:
    """Return the word of money in what a verb is done to: 自社株の買い戻し枠を300億ドル積み増す."""
    here = clause(view.items, governor) if governor is not None else ()
    objects = (_told(p) for p in here if p.particle == "を" and not view.amounts[p.at])
    return next(filter(None, map(word_of, objects)), None)


def plain(phrase: Phrase) -> str:
    """Return the words of a phrase that are no name or number."""
    return "".join(word.text for word in phrase.words if not word.fixed)


def _deed(view: View, phrase: Phrase) -> str:
    """Return a phrase's words, with the noun before a verb that makes one word with it: 手に入れる."""
    before = view.items[phrase.at - 1]
    aside = plain(before) if phrase.key and not before.key and not view.amounts[before.at] else ""
    return f"{aside}{phrase.key}" if word_of(f"{aside}{phrase.key}") else _told(phrase)


def _told(phrase: Phrase) -> str:
    """Return a phrase's own words, the name of its predicate last."""
    return f"{plain(phrase)} {phrase.key}" if phrase.key else plain(phrase)


def _outweighs(word: Word, faint: Word) -> bool:
    """Say whether a word makes a purchase of what a verb only spends; 株式の7%を取得 does not."""
    return faint.use != "spending" or (word.role == "acquisition" and word.form != "取得")


def _looked(view: View, position: int, governor: int | None) -> Iterator[str]:
    """Yield the places of a sentence where the word of a sum may stand, the likeliest first.

    After the phrase itself (売上高1兆円) and the nouns that の ties to it (600億ドルのAI投資): in the
    clause that modifies it (Bに投じた690億ドル), in the noun that its clause modifies (15億ドル超あった
    売上高), in what it goes to (返済に充てる), in the subject of its clause (純利益が…), in the verb
    (10億ドルを調達), before it in the clause, in the topic of the sentence.
    """
    items = view.items
    modifying = position - len(owners(items, position)) - 1
    if modifying >= 0 and items[modifying].adnominal:
        aside = plain(items[modifying - 1]) if modifying else ""
        is_one = items[modifying].key == "だ"  # 終値である2166円
        yield plain(items[modifying]) if is_one else aside + items[modifying].key
    if governor is not None:
        yield from map(_told, _uses(items, position, governor))
    before = [
        p
        for p in reversed(clause(items, position))
        if not view.amounts[p.at] and not used_up(items, p, position) and not _counted_in(items, p)
    ]
    for phrase in (p for p in before if p.particle in _TOPICS):
        yield _told(phrase)
        yield from map(_told, owners(items, phrase.at))
        if phrase.at and items[phrase.at - 1].adnominal:
            yield _raises(items, phrase.at - 1)
    condition = before[-1].at - 1 if before else position - 1
    if condition > 0 and items[condition].particle == "ば":
        yield plain(items[condition - 1])  # 破談になれば10億ドルを払う
    if governor is not None:
        yield _verb(view, position, governor)
    yield from (_told(p) for p in before if p.particle in _CASES)
    if governor is not None and items[governor].adnominal:
        yield _told(modified(items, governor)[-1])
    whole = items[-1].words[-1].pos[1] != "句点"  # a headline is short: 甲社買収で合意　2兆円規模
    rest = (
        p for p in reversed(items[:position]) if whole or p.particle.endswith(("は", "が", "も"))
    )
    yield from map(_told, rest)


def _raises(items: Sequence[Phrase], index: int) -> str:
    """Return a predicate's name, "" where it procures something else than money: 計算能力を調達する;
    whoever buys his own shares takes over nobody: 自社株も買う."""
    here = clause(items, index)
    objects = [plain(p) for p in here if p.particle == "を"]
    bought = (p for p in here if p.particle in ("を", "も") and not any(w.fixed for w in p.words))
    if any(plain(p).startswith("自社株") for p in bought):
        return "自社株買い"
    things = objects and not any(text[-2:-1] in _MONEY for text in objects)
    return "" if items[index].key == "調達" and things else items[index].key


def _verb(view: View, position: int, governor: int) -> str:
    """Return a predicate with the noun that is one word with it: 手に入れる, 傘下に収める."""
    near = view.items[governor - 1]
    joined = governor - 1 > position and not near.key and not view.amounts[near.at]
    return (plain(near) if joined else "") + _raises(view.items, governor)


def _counted_in(items: Sequence[Phrase], phrase: Phrase) -> bool:
    """Say whether something is only counted in with a sum: 債務を含めた総額, 債務の引き継ぎを含む."""
    last = phrase.at
    while items[last].particle == "の" and last + 2 < len(items):
        last += 1
    counts = items[last].particle.startswith("を含")
    return counts or (items[last].particle == "を" and items[last + 1].key in _COUNTS)


def _tied(items: Sequence[Phrase], position: int) -> list[Phrase]:
    found = []
    for index in range(position, len(items) - 1):
        if items[index].particle not in _TIES or items[index].key:
            break
        found.append(items[index + 1])
    return found


def _uses(items: Sequence[Phrase], position: int, governor: int) -> list[Phrase]:
    found: list[Phrase] = []
    for phrase in items[position + 1 : governor]:
        if phrase.subject or items[position].comma:
            break
        found += [phrase] if phrase.particle in ("に", "へ") else []
    return found
