"""Relations: the lasting ties that the text states between two names, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from components.reading.arguments import source, unique
from components.reading.model import Event, Kind, Mention, Relation, Sentence, Span, Token
from components.reading.views import View
from components.reading.wordlists import table

_NOUNS = ("名詞", "接頭辞", "接尾辞", "形状詞", "連体詞", "補助記号", "代名詞")
_ROW = ("や", "と", "、", "・", "および", "及び", "」や「", "」と「", "」、「", "」「")
_FIRMS: tuple[Kind, ...] = ("company", "organization")
# The ties of a person to the firm that he speaks for.
POSTS = ("affiliated_with", "founder_of")
_MADE: tuple[Kind, ...] = ("product", "project")
# event type → relation from each agent to each target.
_LASTING = {
    "build_on": "built_on",
    "invest": "invests_in",
    "acquire": "acquires",
    "partner": "partners_with",
    "join": "partners_with",
    "regulate": "regulates",
    "evaluate": "evaluates",
    "develop": "developer_of",
    "release": "developer_of",
    "found": "founder_of",
    "sue": "sues",
}


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    found = table("titles.tsv")
    pairs = [(row.values["title"], row.values["relation"]) for row in found]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def relations(
    text: str,
    tokens: Sequence[Token],
    parts: Sequence[Sentence],
    named: Sequence[Mention],
    seen: Sequence[View],
    found: Sequence[Event],
) -> tuple[Relation, ...]:
    """Return every stated tie once, with the first evidence for it, in the order of the text."""
    stated = [
        *_from_names(text, tokens, parts, named),
        *_from_events(named, parts, found),
        *_from_sources(seen),
    ]
    first: dict[tuple[str, str, str], Relation] = {}
    for relation in sorted(stated, key=lambda r: (r.evidence.start, not r.label)):
        key = (relation.type, relation.head, relation.tail)
        kept = first.get(key)
        if kept is None or (relation.label and not kept.label):
            first[key] = relation
    return tuple(sorted(first.values(), key=lambda r: (r.evidence.start, r.evidence.end)))


def _from_names(
    text: str, tokens: Sequence[Token], parts: Sequence[Sentence], named: Sequence[Mention]
) -> Iterator[Relation]:
    """Read two names that の or a title ties: MetaのLlama, 同社の創業者である梁文峰."""
    sentence_of = _numbers(parts, named)
    kinds = {token.start: token for token in tokens}
    owner: Mention | None = None
    for left, right in pairwise(named):
        number = sentence_of.get(left.start)
        if number is None or sentence_of.get(right.start) != number or right.start < left.end:
            owner = None
            continue
        gap = text[left.end : right.start].removeprefix(")").removeprefix("）")
        if gap in _ROW and owner and left.kind == right.kind:
            yield _relation("developer_of", owner, right, number, "")
            continue
        owner = None
        if left.kind not in _FIRMS or not _nominal(right.start - len(gap), right.start, kinds):
            continue
        if right.kind in _MADE and gap.startswith("の"):
            owner = left
            yield _relation("developer_of", left, right, number, "")
        if right.kind == "person":
            yield from _post(text, left, right, number)


def _post(text: str, firm: Mention, person: Mention, number: int) -> Iterator[Relation]:
    between = text[firm.end : person.start].lstrip(")）")
    title = between.removesuffix("、").removesuffix("である").removesuffix("の").removeprefix("の")
    title = title.strip("、 の")
    behind = text[person.end : person.end + 12]
    for word, relation in _titles():
        if title.endswith(word):
            yield _relation(relation, person, firm, number, title)
            return
    for word, relation in _titles():
        if not title and behind.startswith(word):
            label = "" if word == "氏" else word
            yield _relation(relation, person, firm, number, label, len(label))
            return
    if between == "の":
        yield _relation("affiliated_with", person, firm, number, "")


def _nominal(start: int, end: int, kinds: dict[int, Token]) -> bool:
    """Say whether only nouns, の and である stand between two names: one noun phrase holds both."""
    position = start
    while position < end:
        token = kinds.get(position)
        if token is None:
            return False
        copula = token.text in ("の", "で", "ある", "な")
        if token.pos[0] not in _NOUNS and not copula:
            return False
        if token.text in ("、", "。", "」", "）", ")"):
            return False
        position = token.end
    return True


def _from_events(
    named: Sequence[Mention], parts: Sequence[Sentence], found: Sequence[Event]
) -> Iterator[Relation]:
    kinds = {mention.entity: mention.kind for mention in named}
    inside: dict[int, list[Mention]] = {}
    sentence_of = _numbers(parts, named)
    for mention in named:
        inside.setdefault(sentence_of.get(mention.start, -1), []).append(mention)
    for event in found:
        for head in event.agents:
            for tail in event.targets:
                type_ = _lasting(event, kinds[head], kinds[tail])
                if type_ and head != tail:
                    span = _evidence(event, (head, tail), inside.get(event.sentence, []))
                    yield Relation(type_, head, tail, span, event.sentence)


def _lasting(event: Event, head: Kind, tail: Kind) -> str | None:
    type_ = _LASTING.get(event.type)
    if tail == "project" and event.type in ("invest", "partner", "join"):
        return "participates_in"
    if type_ == "developer_of" and (head not in _FIRMS or tail not in _MADE):
        return None
    if type_ == "invests_in" and tail not in _FIRMS:
        return None
    if type_ == "founder_of" and tail not in _FIRMS:
        return None
    return type_


def _from_sources(seen: Sequence[View]) -> Iterator[Relation]:
    """Read Xによると: X reports on what the sentence is about."""
    for view in seen:
        said = source(view)
        if said is None:
            continue
        position, medium = said
        about = _about(view, position)
        for tail in unique(about):
            if medium.entity != tail:
                end = max(m.end for m in about if m.entity == tail)
                span = Span(view.items[position].start, end)
                yield Relation("reports", medium.entity, tail, span, view.index)


def _about(view: View, position: int) -> tuple[Mention, ...]:
    subjects = [item for item in view.items[position + 1 :] if item.subject]
    topics = [item for item in subjects if item.particle.endswith("は")] or subjects
    return (view.actors(topics[0].at) or view.owner(topics[0].at)) if topics else ()


def _numbers(parts: Sequence[Sentence], named: Sequence[Mention]) -> dict[int, int]:
    found: dict[int, int] = {}
    number = 0
    for mention in named:
        while number < len(parts) and parts[number].end <= mention.start:
            number += 1
        if number < len(parts) and parts[number].start <= mention.start:
            found[mention.start] = number
    return found


def _evidence(event: Event, ends: tuple[str, str], inside: Sequence[Mention]) -> Span:
    places = [mention for mention in inside if mention.entity in ends]
    start = min([event.trigger.start, *(m.start for m in places)])
    end = max([event.trigger.end, *(m.end for m in places)])
    return Span(start, end)


def _relation(
    type_: str, head: Mention, tail: Mention, number: int, label: str, behind: int = 0
) -> Relation:
    start, end = min(head.start, tail.start), max(head.end, tail.end) + behind
    return Relation(type_, head.entity, tail.entity, Span(start, end), number, label)
