"""Whom a clause names as the doer of a payment: its subject, or who is made to pay."""

from __future__ import annotations

from components.reading.arguments import agents, unique
from components.reading.clauses import clause, coordinated, owners
from components.reading.givers import names
from components.reading.paying import paying
from components.reading.roles import plain, word_of
from components.reading.rounds import FIRMS
from components.reading.views import View

# Who acts without a name: 社名を伏せた事業会社が20億円.
SOMEBODY = (
    "会社",
    "銀行",
    "企業",
    "機関",
    "ファンド",
    "投資家",
    "株主",
    "政府",
    "グループ",
    "陣営",
    "連合",
    "各社",
)


def doer(view: View, position: int, governor: int | None) -> tuple[str, ...]:
    """Return who does what the sum is for: the subject, of the clause that modifies the sum first.

    マイクロソフトがBに投じた690億ドルに次ぐ; and 甲は40億円、乙は30億円を投じる has a doer each.
    """
    modifying = _modifying(view, position)
    gets = modifying is not None and view.items[modifying].key in paying("receives")
    bought = modifying is not None and _bought(view, modifying)
    inner = agents(view, modifying) if modifying is not None and not gets and not bought else ()
    if inner:
        return inner
    after = [item for item in view.items[position + 1 : governor] if item.subject]
    turned = view.items[position].particle == "を" and all(p.particle == "が" for p in after)
    if governor is None or (after and not turned) or _in_a_row(view, position):
        return subject_before(view, position)  # not of 4760億円を日本政府が補助し
    if ordered(view, governor):
        return ()
    acting = _buyer(view, position) if _bought(view, governor) else agents(view, governor)
    acting = (*acting, *_together(view, position, governor)) if acting else ()
    if view.items[governor].key in paying("approves"):
        return ()
    places = (p for p in view.items if p.particle in ("では", "には"))
    setting = [m.entity for p in places for m in view.mentions[p.at]]
    told = tuple(each for each in acting if each not in setting)  # カナダでは21億ドルを負担する
    return told or _behind(view, governor) or cleft(view) or _concerned(view, position)


def _behind(view: View, governor: int) -> tuple[str, ...]:
    """Return who does what a clause only leads up to: 4300億円を投じて甲社が稼働させた."""
    if not view.items[governor].particle.endswith("て") or view.items[governor].comma:
        return ()
    rest = view.items[governor + 1 :]
    until = next((p.at for p in rest if p.key), len(view.items))
    here = (p for p in rest if p.at < until and p.particle == "が" and view.acts(p))
    return next((unique(view.actors(p.at)) for p in here), ())


def ordered(view: View, governor: int) -> bool:
    """Say whether somebody is told to pay: 甲氏に594億円を支払うよう命じた; who orders does not pay."""
    after = [item for item in view.items[governor + 1 :][:2] if plain(item) != "よう"]
    return bool(after) and after[0].key in paying("imposes")


def _concerned(view: View, position: int) -> tuple[str, ...]:
    """Return whom a sentence without a subject is about: 甲社については15億元を投じると報じられた."""
    marks = ("にとって", "にとっては", "については")
    about = (p for p in reversed(view.items[:position]) if p.particle in marks)
    return next((found for p in about if (found := unique(view.actors(p.at)))), ())


def _bought(view: View, index: int) -> bool:
    """Say whether a clause modifies what it buys, its を missing: 3200億円で手に入れた甲社."""
    item = view.items[index]
    word = word_of(f"{plain(view.items[index - 1])}{item.key}") or word_of(item.key)
    own = clause(view.items, index)
    buys = word is not None and word.role == "acquisition"
    return buys and item.adnominal and not any(p.particle in ("を", "が") for p in own)


def _buyer(view: View, position: int) -> tuple[str, ...]:
    """Return who a sentence is about, of whom a clause without a subject is said to buy."""
    marks = ("は", "にとって", "にとっては", "では")  # 同社の買収では
    about = [p for p in reversed(view.items[:position]) if p.particle in marks]
    told = (view.owner(p.at) if p.particle == "では" else view.actors(p.at) for p in about)
    return next((unique(found) for found in told if found), ())


def _together(view: View, position: int, governor: int) -> tuple[str, ...]:
    """Return who does it with the subject: 甲社は乙社と共同で30億円を投じる, 乙社と30億円を出し合う."""
    items = view.items
    joint = next((p.at for p in clause(items, governor) if plain(p) == "共同で"), None)
    shared = items[governor].key in paying("shared")
    beside = joint - 1 if joint else position - 1 if shared else -1
    if beside < 0 or items[beside].particle != "と":
        return ()
    if any(p.key for p in items[beside + 1 : governor]):
        return ()
    return unique([m for m in names(view, items[beside]) if m.kind in FIRMS])


def who_pays(view: View, position: int) -> tuple[str, ...]:
    """Return who pays a sum by the clause before it: 甲社が乙社に払う利用料は224億ドル."""
    modifying = _modifying(view, position)
    pays = modifying is not None and view.items[modifying].key in paying("pays")
    return agents(view, modifying) if modifying is not None and pays else ()


def subject_before(view: View, position: int) -> tuple[str, ...]:
    """Return the subject that stands nearest before a phrase."""
    for at in range(position - 1, -1, -1):
        if view.items[at].subject:
            row = coordinated(view.items, at)
            return unique([m for p in row for m in view.actors(p.at)] or view.owner(at))
    return ()


def cleft(view: View) -> tuple[str, ...]:
    """Return whom a sentence puts last as the one who did it: 5000万円の出資を決めたのが松山氏だ."""
    for item in view.items:
        if item.key and item.particle.endswith(("のは", "のが")):
            named = (p for p in view.items[item.at + 1 :] if view.acts(p))
            return next((unique(view.actors(p.at)) for p in named), ())
    return ()


def _in_a_row(view: View, position: int) -> bool:
    """Say whether the sum has a subject of its own after another sum: 甲が33億円、乙が30億円を出した."""
    for at in range(position - 1, -1, -1):
        if view.items[at].key and not view.items[at].adnominal:
            return False
        if view.items[at].subject:
            earlier = range(at - 1, -1, -1)
            sums = (i for i in earlier if view.amounts[i])
            closed = (i for i in earlier if view.items[i].key and not view.items[i].adnominal)
            return next(sums, -1) > next(closed, -1)
    return False


def _modifying(view: View, position: int) -> int | None:
    """Return the predicate that modifies the sum or the subject that it is said of, None without.

    Bに投じた690億ドル; A社とB社が応じた昨年のシリーズF（124億円）; A社がB社に払う利用料は計224億ドル.
    """
    items = view.items
    first = position - len(owners(items, position))
    while first and items[first - 1].particle in ("への", "に対する"):
        first = coordinated(items, first - 1)[0].at  # 甲社が決めた乙社と丙社への1800億円の融資
    if first and items[first - 1].adnominal and not items[first - 1].passive:
        return first - 1
    at = next((at for at in range(position - 1, -1, -1) if items[at].subject), None)
    if at is None or view.acts(items[at]) or items[at].head.endswith(SOMEBODY):
        return None
    later = next((p for p in items[position + 1 :] if p.subject or view.amounts[p.at]), None)
    if later and later.particle == "が" and view.acts(later) and not view.amounts[later.at]:
        return None  # 甲社が出資する工場は、4760億円を政府が補助する
    first = view.noun_phrase(at)[0]
    before = items[first - 1] if first else None
    spends = before and before.adnominal and not before.passive
    return first - 1 if before and spends and before.key not in paying("tells") else None
