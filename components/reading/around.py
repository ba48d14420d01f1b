"""What the rest of an article says of a sum: its deals, who joined them, whom the text is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from components.reading.arguments import unique
from components.reading.clauses import clefted, coordinated
from components.reading.model import Event, Kind, Mention, Role, Sentence
from components.reading.paying import paying
from components.reading.phrases import Phrase
from components.reading.rounds import FIRMS, investors, of_another
from components.reading.views import View

# The events whose agents and targets a sum of a role may take over.
_DEALS: dict[Role, tuple[str, ...]] = {
    "investment": ("invest", "raise_funds", "pay"),
    "acquisition": ("acquire", "sell"),
}
ROLES: dict[str, Role] = {type_: role for role, types in _DEALS.items() for type_ in types}
_OFFICE = re.compile("社長|会長|CEO|最高経営責任者|代表|専務|常務|副社長|頭取")
_MINISTER = re.compile("[一-鿿ァ-ヺー・]{0,9}(?:相|大臣)|大統領|首相|官房長官")
_JOINS = ("invest", "join")
RECALLED = 8  # sentences after a deal in which 総額 or 案 alone is still that deal's
_NEAR = 3  # sentences after a deal in which a sum is still that deal's
_LISTED = 4  # sentences after a round is announced in which its investors join it or are listed

Parties = tuple[tuple[str, ...], str | None]


@dataclass(frozen=True, slots=True)
class Around:
    """What the rest of the article says: its events, which firms each sentence is about (`topics`),
    what kind each name is, in which paragraph each sentence stands, whose man a person is, and whom
    a sentence lists as investors, which sentences tell of another round (`apart`),
    who is told by what he is in his firm (`heads`) or state (`ministers`), and whose government the
    article names first; `scenes` are sentences that recall a round only to say when.
    """

    events: Sequence[Event]
    topics: Mapping[int, tuple[str, ...]]
    kinds: Mapping[str, Kind]
    paragraphs: Sequence[int]
    firms: Mapping[str, str]
    investors: Mapping[int, tuple[str, ...]]
    apart: frozenset[int]
    heads: frozenset[str]
    ministers: frozenset[str]
    government: tuple[str, ...]
    scenes: frozenset[int]


def around(
    parts: Sequence[Sentence],
    seen: Sequence[View],
    found: Sequence[Event],
    firms: Mapping[str, str],
) -> Around:
    """Gather what the parties of a sum may be taken from; `firms` is person → firm."""
    kinds = {m.entity: m.kind for view in seen for inside in view.mentions for m in inside}
    paragraphs = [part.paragraph for part in parts]
    listed = {view.index: told for view in seen if (told := investors(view))}
    apart = frozenset(view.index for view in seen if of_another(view))
    held = [each for view in seen for each in _held(view)]
    heads = frozenset(m.entity for m, office in held if _OFFICE.match(office))
    ministers = frozenset(m.entity for m, office in held if _MINISTER.match(office))
    every = (m for view in seen for inside in view.mentions for m in inside)
    state = unique([m for m in every if m.text.endswith("政府")][:1])
    return Around(
        found, _topics(seen, paragraphs), kinds, paragraphs, firms, listed, apart, heads,
        ministers, state, frozenset(view.index for view in seen if _sets_a_scene(view)),
    )  # fmt: skip


def deal(
    own: Event | None, sentence: int, role: Role, rest: Around, recalled: bool = False
) -> Parties:
    """Return who pays and what for by the deal that the sum belongs to.

    That is its own event, else the last of its kind before it in the paragraph (…を買収すると発表
    した。買収額は…), or where the sum is only recalled (総額は…) the last one told. Whoever joins a round in the next sentence pays for it (Xが主導し、Yも参加した).
    """
    event = own if own and own.type in _DEALS[role] else None
    for other in () if event else rest.events:
        near = sentence - (RECALLED if recalled else _NEAR) <= other.sentence <= sentence
        if near and other.type in _DEALS[role]:
            same = rest.paragraphs[other.sentence] == rest.paragraphs[sentence]
            event = other if same or recalled else event
    if event is None:
        return (), None
    aims = [target for target in event.targets if rest.kinds.get(target) != "place"]
    if event.type == "sell":
        return tuple(aims[1:]), next(iter(aims), None)
    if event.type != "raise_funds":
        here = event.sentence == sentence  # a minister who spoke before pays nothing
        payers = (a for a in event.agents if here or rest.kinds.get(a) != "person")
        return tuple(payers), next(iter(aims), None)
    return joined(event.sentence, event.agents, rest), next(iter(event.agents), None)


def granting(sentence: int, rest: Around) -> tuple[str, ...]:
    """Return the public bodies that gave money last, which the text leaves out where it goes on."""
    told = [e for e in rest.events if e.type in _DEALS["investment"] and e.sentence <= sentence]
    public = ([a for a in e.agents if rest.kinds.get(a) == "organization"] for e in reversed(told))
    return tuple(next(filter(None, public), []))


def joined(sentence: int, known: Collection[str], rest: Around) -> tuple[str, ...]:
    """Return who takes part in a round beside those known, in its sentence or soon after it."""
    later = (e for e in rest.events if e.type == "raise_funds" and e.sentence > sentence)
    others = (e.sentence for e in later if e.sentence not in rest.scenes)
    end = min(others, default=len(rest.paragraphs))  # what is listed then is of another's round
    reach = range(sentence, min(sentence + _LISTED, end) + 1)
    own = {at for at in reach if at == sentence or at not in rest.apart}
    near = (e for e in rest.events if e.sentence in own)
    joins = (e for e in near if e.type in _JOINS and (e.sentence == sentence or not e.amounts))
    listed = (rest.investors.get(at, ()) for at in reach)
    named = [*(a for e in joins for a in e.agents), *(a for row in listed for a in row)]
    found = (a for a in named if rest.kinds.get(a) in (*FIRMS, "person"))
    return tuple(dict.fromkeys(a for a in found if a not in known))


def _sets_a_scene(view: View) -> bool:
    """Say whether a sentence recalls a round only to say when: 20億ドルを集めた際の460億ドルから."""
    return any(
        p.head == "際" and view.items[p.at - 1].key in paying("receives") for p in view.items
    )


def _held(view: View) -> Iterator[tuple[Mention, str]]:
    """Yield the people of a sentence with what stands behind each in its phrase: 社長は in 田中社長は."""
    for item, inside in zip(view.items, view.mentions, strict=True):
        for mention in inside:
            if mention.kind == "person":
                yield mention, "".join([w.text for w in item.words if w.start >= mention.end])


def _presented(view: View, subject: Phrase) -> bool:
    """Say whether a sentence is there to bring somebody up: 地銀への出資では甲社が先行する."""
    deed = next((p for p in view.items[subject.at + 1 :] if p.key), None)
    if deed is None or subject.particle != "が" or deed.at + 1 < len(view.items):
        return False
    return not any(p.particle.endswith("は") and view.acts(p) for p in view.items)


def _topics(seen: Sequence[View], paragraphs: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return for every sentence which firms the text is then about: the last that were its topic, or
    at the start the first that its first two name. Earnings go on for sentences without naming it again; a
    paragraph that names nobody is about the first firm of the article that does something.
    """
    every = (m for view in seen[:2] for inside in view.mentions for m in inside)
    topic = tuple(m.entity for m in every if m.kind in FIRMS)[:1]
    found: dict[int, tuple[str, ...]] = {}
    main: tuple[str, ...] = ()
    before = 0
    for view in seen:
        if paragraphs[view.index] != before:
            before, topic = paragraphs[view.index], main or topic
        if topic:
            found.setdefault(view.index, topic)
        for item in view.items:
            if not item.subject:
                continue
            own = [m for m in view.mentions[item.at] if m.kind in FIRMS]
            person = any(m.kind == "person" for m in view.mentions[item.at])
            firms = own or ([*view.owner(item.at)] if person else [])
            told = _row(view, item) or unique(firms[-1:])
            main = main or told
            topical = (
                item.particle.endswith("は") or _presented(view, item) or clefted(view.items, item)
            )
            if firms and topical:
                topic = told
    return found


def _row(view: View, subject: Phrase) -> tuple[str, ...]:
    """Return the firms that are a subject together, each by its last name: 甲社と大手の乙社は."""
    rows = [view.mentions[p.at] for p in coordinated(view.items, subject.at)]
    firms = [[m for m in inside if m.kind in FIRMS][-1:] for inside in rows]
    return unique([m for each in firms for m in each]) if all(firms) else ()
