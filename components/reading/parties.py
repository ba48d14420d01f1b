"""Who pays a sum and what for: from particles, clauses, and the deal that the text goes on about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from components.reading.arguments import agents, named, unique
from components.reading.clauses import Phrase, clause, coordinated
from components.reading.model import Event, Kind, Mention, Role, Sentence
from components.reading.roles import plain
from components.reading.views import View

FIRMS: tuple[Kind, ...] = ("company", "organization")
PAID: tuple[Role, ...] = ("investment", "acquisition")
# The events whose agents and targets a sum of a role may take over.
_DEALS: dict[Role, tuple[str, ...]] = {
    "investment": ("invest", "raise_funds", "pay"),
    "acquisition": ("acquire", "sell"),
}
ROLES: dict[str, Role] = {type_: role for role, types in _DEALS.items() for type_ in types}
# Spending that the text says of the firm that it is about: 投資額は2788億円.
_OWN = (
    "投資額",
    "取得額",
    "買収額",
    "設備投資",
    "研究開発費",
    "開発費",
    "投じる",
    "取得",
    "投資",
    "総投資額",
)
_LISTED = 4  # sentences in which they are listed
_ROUND = 2  # sentences after a round is announced in which its investors are told
_JOINS = ("invest", "partner")
_TOTALS = ("累計", "累積", "総投資", "総調達", "通算")
_RECEIVES = (
    "調達",
    "資金調達",
    "受ける",
    "受け取る",
    "得る",
    "獲得",
    "集める",
    "借りる",
    "借り入れる",
)
# Nouns of the side that gets the money: 19.5億円の借り入れを終えた.
_RAISED = ("調達", "資金調達", "借り入れ", "借入", "増資", "起債", "ラウンド", "シリーズ")
_SELLS = ("売却", "譲渡", "譲る", "譲り渡す", "売り渡す", "手放す", "売る")
# What is done to a sum without paying it, and sums that are asked rather than paid.
_TELLS = (
    "発表", "公表", "指摘", "試算", "換算", "見込む", "予想", "予測", "推定", "為る", "伝える", "報じる",
    "上回る", "下回る", "超える", "突破", "割る", "割り込む", "記録", "引き上げる", "引き下げる", "値上げ",
    "値下げ", "販売", "発売", "並べる", "設定", "付ける", "稼ぐ", "売り上げる", "失う", "示す", "だ",
)  # fmt: skip
_ASKED = (
    "価格",
    "料金",
    "定価",
    "小売価格",
    "店頭価格",
    "値段",
    "税込",
    "税別",
    "卸値",
    "発売",
    "市場規模",
)
_IMPOSES = ("科する", "科す", "課する", "課す", "命ずる", "命じる", "請求", "求める")
_THROUGH = ("を通じて", "を通して", "を通じ")
_TOWARDS = ("に", "へ", "への", "に対し", "に対して", "に対する", "向け", *_THROUGH)
_INVESTORS = ("出資者", "投資家", "株主", "出資元", "出資企業", "参加企業")
_TAKERS = ("引受先", "引き受け先", "割当先")
_FROM = ("による", "から", "からの")


class Purpose(NamedTuple):
    """What a sum is for, and the word that says so ("" where none does)."""

    role: Role
    word: str


Parties = tuple[tuple[str, ...], str | None]


@dataclass(frozen=True, slots=True)
class Around:
    """What the rest of the article says: its events, which firm each sentence is about (`topics`),
    what kind each name is, in which paragraph each sentence stands, and whose man a person is.
    """

    events: Sequence[Event]
    topics: Mapping[int, str]
    kinds: Mapping[str, Kind]
    paragraphs: Sequence[int]
    firms: Mapping[str, str]
    investors: Mapping[int, tuple[str, ...]]


def around(
    parts: Sequence[Sentence],
    seen: Sequence[View],
    found: Sequence[Event],
    firms: Mapping[str, str],
) -> Around:
    """Gather what the parties of a sum may be taken from; `firms` is person → firm."""
    kinds = {m.entity: m.kind for view in seen for inside in view.mentions for m in inside}
    paragraphs = [part.paragraph for part in parts]
    investors = {view.index: told for view in seen if (told := _investors(view))}
    return Around(found, _topics(seen), kinds, paragraphs, firms, investors)


def _investors(view: View) -> tuple[str, ...]:
    """Return who a sentence lists as investors: 引受先には甲社のほか、乙社が並ぶ."""
    for item in view.items:
        role = any(word in plain(item) for word in (*_TAKERS, *_INVESTORS))
        if role and item.particle in ("に", "には", "は") and not view.mentions[item.at]:
            rest = [m for inside in view.mentions[item.at + 1 :] for m in inside]
            return unique([m for m in rest if m.kind in FIRMS])
    return ()


def _topics(seen: Sequence[View]) -> dict[int, str]:
    """Return for every sentence which firm the text is then about: the last that was a topic, or
    at the start the first that it names. Earnings go on for sentences without naming it again.
    """
    every = (m for view in seen for inside in view.mentions for m in inside)
    topic = next((m.entity for m in every if m.kind in FIRMS), None)
    found: dict[int, str] = {}
    for view in seen:
        if topic:
            found.setdefault(view.index, topic)
        for item in view.items:
            if not (item.subject and item.particle.endswith("は")):
                continue
            own = [m for m in view.mentions[item.at] if m.kind in FIRMS]
            person = any(m.kind == "person" for m in view.mentions[item.at])
            firms = own or ([*view.owner(item.at)] if person else [])
            topic = firms[-1].entity if firms else topic
    return found


def parties(
    view: View,
    position: int,
    governor: int | None,
    purpose: Purpose,
    event: Event | None,
    rest: Around,
) -> Parties:
    """Return who pays the sum at `position` and what for, as entity ids.

    `governor` is the predicate over it. Revenue, profit and value have no payer; whose they are is
    their target. Where the clause names nobody, the deal that the text goes on about does, and then
    its topic. A person who speaks for a firm invests for it.
    """
    role = purpose.role
    payers, target = _stated(view, position, governor, purpose)
    if role == "investment" and _raised(view, governor, purpose) and payers:
        joined = _joined(view.index, (*payers, target or ""), rest)
        joined = () if _underwriters(view, position) else joined
        payers = () if _is_sum(view, position) else (*payers, *joined)
    selling = _key(view, governor) in _SELLS
    sold = event is not None and event.type == "sell"
    if role in PAID and not selling and (not payers or sold):
        payers, aim = _deal(event, view.index, role, rest)
        payers = () if _is_sum(view, position) else payers
        target = target if target and target not in payers else aim
    if not payers and _raised(view, governor, purpose) and not _is_sum(view, position):
        payers = _joined(view.index, (target or "",), rest)
    if role in PAID and not payers and purpose.word in _OWN:
        topic = rest.topics.get(view.index)
        payers = (topic,) if topic and topic != target else ()
    paid = role in PAID or (role == "other" and purpose.word not in _ASKED)
    if paid and not payers and governor is not None and is_object(view, position, governor):
        payers, target = _left_out(view, position, governor, (payers, target), rest)
    if role == "investment":
        payers = tuple(dict.fromkeys(rest.firms.get(payer, payer) for payer in payers))
    if payers and all(rest.kinds.get(payer) == "person" for payer in payers):
        payers = _speaking_for(view) or payers
    payers = tuple(payer for payer in payers if rest.kinds.get(payer) not in ("media", "product"))
    aimed = target if target not in payers and rest.kinds.get(target or "") != "place" else None
    return payers, aimed


def _speaking_for(view: View) -> tuple[str, ...]:
    """Return as what a person acts: 経産省として最大929億円を助成する."""
    office = (p for p in view.items if p.particle == "として")
    return unique([m for p in office for m in view.mentions[p.at] if m.kind in FIRMS])


def _stated(view: View, position: int, governor: int | None, purpose: Purpose) -> Parties:
    role = purpose.role
    here = clause(view.items, governor if governor is not None else position)
    doer = _doer(view, position, governor)
    given = unique(_givers(view, position, here, role))
    towards = [m for p in here if p.particle in _TOWARDS for m in _names(view, p)]
    key = _key(view, governor)
    if key in _IMPOSES and role == "other":
        fined = governor is not None and view.items[governor].passive
        return _subject_before(view, position) if fined else unique(towards), None
    paid = role == "other" and purpose.word not in _ASKED and is_object(view, position, governor)
    if role not in PAID and not paid:
        owner = unique([m for p in here if p.particle == "の" for m in _names(view, p)])
        return (), next(iter((*_subject_before(view, position), *owner, *doer)), None)
    if _raised(view, governor, purpose):
        return given, next(iter(doer), None)
    if role == "acquisition":
        objects = [m for p in here if p.particle in ("を", "の") for m in _names(view, p)]
        if key in _SELLS:
            buyers = towards or _after(view, governor)
            return unique(buyers), next(iter(unique(objects)), None)
        towards += objects
    payers = given if given and role in PAID else doer
    aims = [m for m in towards if m.entity not in payers]
    first = sorted(aims, key=lambda m: m.kind != "project")
    return payers, first[0].entity if first else None


def _after(view: View, governor: int | None) -> list[Mention]:
    """Return to whom a headline says last that something is sold: 飲料事業を売却　ベガ社に409億円で."""
    rest = view.items[governor + 1 :] if governor is not None else ()
    if any(item.key for item in rest):
        return []
    return [m for p in rest if p.particle == "に" for m in _names(view, p)]


def _raised(view: View, governor: int | None, purpose: Purpose) -> bool:
    """Say whether the clause is about who gets the money, so that its subject does not pay."""
    return _key(view, governor) in _RECEIVES or (
        purpose.role == "investment" and purpose.word in _RAISED
    )


def _key(view: View, governor: int | None) -> str:
    return "" if governor is None else view.items[governor].key


def _doer(view: View, position: int, governor: int | None) -> tuple[str, ...]:
    """Return who does what the sum is for: the subject, of the clause that modifies the sum first.

    マイクロソフトがBに投じた690億ドルに次ぐ; and 甲は40億円、乙は30億円を投じる has a doer each.
    """
    modifying = _modifying(view, position)
    inner = agents(view, modifying) if modifying is not None else ()
    if inner:
        return inner
    after = view.items[position + 1 : governor]
    if governor is None or any(item.subject for item in after):
        return _subject_before(view, position)
    if any(item.key in _IMPOSES for item in view.items[governor + 1 : governor + 2]):
        return ()  # 支払うよう命じた: who orders does not pay
    return agents(view, governor)


def _modifying(view: View, position: int) -> int | None:
    """Return the predicate that modifies the sum or the subject that it is said of, None without.

    Bに投じた690億ドル; A社がB社に払う利用料は計224億ドル.
    """
    if position and view.items[position - 1].adnominal and not view.items[position - 1].passive:
        return position - 1
    for at in range(position - 1, -1, -1):
        if view.items[at].subject:
            first = view.noun_phrase(at)[0]
            before = view.items[first - 1] if first else None
            paying = before and before.adnominal and not before.passive
            return first - 1 if before and paying and before.key not in _TELLS else None
    return None


def _givers(view: View, position: int, here: Sequence[Phrase], role: Role) -> list[Mention]:
    """Return whom the clause names as the source of the money; of a purchase, から is the seller."""
    marks = _FROM if role == "investment" else ("による",)
    last = max((p.at for p in here if p.at < position and view.amounts[p.at]), default=-1)
    found = [p for p in here if p.particle in marks]
    nearest = [p for p in found if last < p.at < position] or found
    sums = [p for p in view.items if view.amounts[p.at]]
    apart = [
        m
        for p in nearest
        for m in _names(view, p)
        if not any(s.start <= m.start < s.stop for s in sums if s.at != p.at)
    ]
    return apart or _underwriters(view, position)


def _underwriters(view: View, position: int) -> list[Mention]:
    """Return who takes up new shares: 三井物産など12社を引受先とする増資で45億円を調達した."""
    taken = next(
        (p.at for p in view.items[1:position] if any(w in plain(p) for w in _TAKERS)), None
    )
    if taken is None:
        return []
    topic = max((p.at for p in view.items[:taken] if p.particle.endswith("は")), default=-1)
    found = [m for at in range(topic + 1, taken) for m in view.mentions[at]]
    return [m for m in found if m.kind in FIRMS]


def _deal(own: Event | None, sentence: int, role: Role, rest: Around) -> Parties:
    """Return who pays and what for by the deal that the sum belongs to.

    That is its own event, else the last of its kind before it in the paragraph (…を買収すると発表
    した。買収額は…). Whoever joins a round in the next sentence pays for it (Xが主導し、Yも参加した).
    """
    event = own if own and own.type in _DEALS[role] else None
    for other in () if event else rest.events:
        near = sentence - 3 <= other.sentence <= sentence
        if near and other.type in _DEALS[role]:
            same = rest.paragraphs[other.sentence] == rest.paragraphs[sentence]
            event = other if same else event
    if event is None:
        return (), None
    aims = [target for target in event.targets if rest.kinds.get(target) != "place"]
    if event.type == "sell":
        return tuple(aims[1:]), next(iter(aims), None)
    if event.type != "raise_funds":
        return event.agents, next(iter(aims), None)
    return _joined(event.sentence, event.agents, rest), next(iter(event.agents), None)


def _joined(sentence: int, known: Collection[str], rest: Around) -> tuple[str, ...]:
    """Return who takes part in a round beside those known, in its sentence or the two after it."""
    near = (e for e in rest.events if sentence <= e.sentence <= sentence + _ROUND)
    joins = (e for e in near if e.type in _JOINS and (e.sentence == sentence or not e.amounts))
    listed = (rest.investors.get(near, ()) for near in range(sentence, sentence + _LISTED + 1))
    named = [*(a for e in joins for a in e.agents), *(a for row in listed for a in row)]
    found = (a for a in named if rest.kinds.get(a) in (*FIRMS, "person"))
    return tuple(dict.fromkeys(a for a in found if a not in known))


def _is_sum(view: View, position: int) -> bool:
    """Say whether the amount adds up several payments, whose payers are not all told: 累計調達額."""
    return any(word in plain(p) for p in view.items[: position + 1] for word in _TOTALS)


def _left_out(view: View, position: int, governor: int, known: Parties, rest: Around) -> Parties:
    """Return payers and target where the sentence leaves out its subject: the text's topic acts."""
    payers, target = known
    topic = rest.topics.get(view.index)
    if topic is None or any(item.subject for item in view.items[:position]):
        return known
    if view.items[governor].key in _RECEIVES:
        return payers, target or topic
    return (topic,) if topic != target else payers, target


def is_object(view: View, position: int, governor: int | None) -> bool:
    """Say whether the sum, or the noun that it qualifies, is what a verb pays: 50億円の罰金を払う."""
    if governor is None or view.items[governor].passive:
        return False
    between = view.items[position:governor]
    return view.items[governor].key not in _TELLS and any(p.particle == "を" for p in between)


def _names(view: View, phrase: Phrase) -> tuple[Mention, ...]:
    return tuple(m for m in named(view, phrase.at) if m.kind not in ("place", "media", "product"))


def _subject_before(view: View, position: int) -> tuple[str, ...]:
    for at in range(position - 1, -1, -1):
        if view.items[at].subject:
            row = coordinated(view.items, at)
            return unique([m for p in row for m in view.actors(p.at)] or view.owner(at))
    return ()
