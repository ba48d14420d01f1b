"""Names that the vocabulary does not list: cues of the language and the tagger propose, the document votes.

Every form gets one kind in a document. A cue beside one mention (企業DeepSeek, ハルトマン氏) outweighs
what the tagger guesses at the others; then the form is marked wherever it stands.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast, get_args

from ahocorasick_rs import AhoCorasick

from components.reading.aliases import abbreviations, bracketed, shortened, surnames
from components.reading.ballots import Ballot, ballots, coordinate
from components.reading.candidates import Candidate, candidates
from components.reading.evidence import STRONG
from components.reading.lexicon import script
from components.reading.model import Entity, Kind, Mention, Sentence, Token
from components.reading.name_cues import cues
from components.reading.tagger import tag

_KINDS = frozenset(get_args(Kind))


@dataclass(frozen=True, slots=True)
class Recognised:
    """Unlisted entities and the mentions, in the order of the text.

    `replaces` are listed mentions that stand inside a longer recognised one and give way to it:
    東京 in 東京ゼノン. No other recognised mention overlaps a listed one. A mention belongs to a
    listed entity where the text gives that another name: 国際通貨基金(IMF).
    """

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    replaces: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sense:
    """What a form stands for: an entity by its id, its kind, and its fullest form."""

    id: str
    kind: Kind
    name: str
    votes: float
    listed: bool = False


def recognise(
    text: str,
    folded: str,
    words: Sequence[Token],
    lines: Sequence[Sentence],
    named: Sequence[Mention],
) -> Recognised:
    """Return the names in the text that are not listed; `named` are the mentions of listed ones.

    `folded` is the folded text made readable (`tokens.readable`), from which `words` were cut.
    """
    listed = sorted(named, key=lambda m: (m.start, m.end))
    tagging = tag(folded, words, lines, listed)
    found = [
        (candidate, inside)
        for candidate in candidates(folded, words, tagging)
        if (inside := _inside(candidate, listed)) is not None
    ]
    seats = {(m.start, m.end) for m in listed if m.kind == "place"}
    votes = ballots(folded, words, found, tagging.beliefs, seats)
    coordinate(folded, votes, [candidate for candidate, _ in found], listed)
    senses = _senses(folded, votes, [candidate for candidate, _ in found], listed)
    proposed = {(c.start, c.end) for c, _ in found}
    return _marked(text, folded, _chosen(folded, words, senses, proposed, listed), senses, listed)


def _inside(candidate: Candidate, listed: Sequence[Mention]) -> list[Mention] | None:
    """Return the listed mentions inside a candidate; None when it may not stand.

    There may be one, or firms with nothing between them: 日立|ABB|パワーグリッド, 日立|東京.
    """
    inside = _meets(candidate.start, candidate.end, listed)
    within = [m for m in inside if candidate.start <= m.start and m.end <= candidate.end]
    longer = all(m.end - m.start < candidate.end - candidate.start for m in within)
    joint = all(
        a.end == b.start and a.kind == "company" and b.kind in ("company", "place")
        for a, b in pairwise(within)
    )
    return within if len(within) == len(inside) and longer and joint else None


def _meets(start: int, end: int, listed: Sequence[Mention]) -> list[Mention]:
    first = bisect_left(listed, start, key=lambda m: m.end)
    found = []
    for mention in listed[first : first + 8]:
        if mention.start >= end:
            break
        if mention.end > start:
            found.append(mention)
    return found


def _senses(
    folded: str,
    votes: Mapping[str, Ballot],
    found: Sequence[Candidate],
    listed: Sequence[Mention],
) -> dict[str, _Sense]:
    by_name = {
        folded[m.start : m.end]: _Sense(m.entity, m.kind, m.text, 99.0, True) for m in listed
    }
    ends = {c.end: folded[c.start : c.end] for c in sorted(found, key=lambda c: (c.end, -c.start))}
    ends |= {m.end: folded[m.start : m.end] for m in listed}
    roots = {form: form for form in votes}
    for short, long in (*bracketed(folded, votes, ends), *shortened(votes)):
        if roots.get(long, long) != short:
            roots[short] = roots.get(long, long)
    pooled: dict[str, Ballot] = defaultdict(Ballot)
    for form, ballot in votes.items():
        pooled[roots[form]].add(ballot)
        pooled[roots[form]].wider |= ballot.wider and roots[form] == form
        pooled[roots[form]].proper |= ballot.proper
        if roots[form] == form:
            pooled[form].coined, pooled[form].doubts = ballot.coined, ballot.doubts
            pooled[form].quoted, pooled[form].generic = ballot.quoted, ballot.generic
            pooled[form].ordinary, pooled[form].ending = ballot.ordinary, ballot.ending
    senses: dict[str, _Sense] = {}
    for root, ballot in pooled.items():
        won = ballot.winner()
        if root in by_name:
            senses[root] = by_name[root]
        elif won and won[0] in _KINDS:
            kind = cast(Kind, won[0])
            senses[root] = _Sense(entity_id(root, by_name), kind, root, won[1])
    for root, ballot in pooled.items():
        front = senses.get(_front(root)) if ballot.ending == "company" else None
        if root not in senses and front and front.kind == "company":
            senses[root] = _Sense(entity_id(root, by_name), "company", root, STRONG)
    told = {form: senses[root] for form, root in roots.items() if root in senses}
    names = {end for end, form in ends.items() if form in told or form in by_name}
    for form in abbreviations(folded, told, names):
        if max(votes[form].cues.values(), default=0.0) < STRONG:
            del told[form]
    told |= _by_line(votes, listed)
    return told | _by_surname(votes, {**by_name, **told})


def _by_line(votes: Mapping[str, Ballot], listed: Sequence[Mention]) -> dict[str, _Sense]:
    """Give a listed firm's name without its line of business to it: 小野 is 小野薬品工業, 小野氏 not."""
    found: dict[str, _Sense] = {}
    for mention in listed:
        short = mention.text if mention.kind == "company" else ""
        while short and (shorter := _front(short)) and script(shorter[-1]) == "kanji":
            short = shorter
            ballot = votes.get(short)
            if len(short) > 1 and ballot and not ballot.cues.get("person"):
                found[short] = _Sense(mention.entity, "company", mention.text, STRONG, True)
    return found


def _front(form: str) -> str:
    """Return a firm's name without its line of business: カシオ計算機 → カシオ."""
    cue = cues("end").ending(form, len(form), 2)
    return form[: -len(cue.form)].rstrip(" ・") if cue else ""


def _by_surname(votes: Mapping[str, Ballot], senses: Mapping[str, _Sense]) -> dict[str, _Sense]:
    """Give the surname of a person named in full to him: ルカン氏 is ヤン・ルカン."""
    found: dict[str, _Sense] = {}
    for full, sense in senses.items():
        if sense.kind != "person" or (sense.name != full and not sense.listed):
            continue
        for short in surnames(full):
            ballot = votes.get(short)
            if ballot is None or short in found:
                continue
            against = max((w for k, w in ballot.cues.items() if k != "person"), default=0.0)
            if ballot.cues.get("person", 0.0) >= against and (
                script(short[0]) != "kanji" or ballot.cues.get("person")
            ):
                found[short] = sense
                break
    return found


def entity_id(form: str, taken: Mapping[str, _Sense]) -> str:
    """Return the id of an unlisted name, the same in every run: x-corvane, x-1f0c9a6b2d."""
    digest = hashlib.sha256(form.encode()).hexdigest()[:10]
    slug = re.sub("[^a-z0-9]+", "-", form.lower()).strip("-") if form.isascii() else ""
    id_ = f"x-{slug or digest}"
    return f"{id_}-{digest}" if any(sense.id == id_ for sense in taken.values()) else id_


def _chosen(
    folded: str,
    words: Sequence[Token],
    senses: Mapping[str, _Sense],
    proposed: Collection[tuple[int, int]],
    listed: Sequence[Mention],
) -> list[tuple[int, int]]:
    """Return where the forms stand, the longest first where two meet, none across a listed name."""
    if not senses:
        return []
    starts = {word.start for word in words}
    ends = {word.end for word in words}
    hits = AhoCorasick(list(senses)).find_matches_as_indexes(folded, overlapping=True)
    standing = []
    for _, start, end in hits:
        whole = (start, end) in proposed or _is_word(folded, start, end, starts, ends)
        if (
            whole
            and _fits(folded, start, end, senses)
            and _inside(Candidate(start, end), listed) is not None
        ):
            standing.append((start, end))

    def _votes(start: int, end: int) -> float:
        return senses[folded[start:end]].votes

    chosen: list[tuple[int, int]] = []
    for start, end in sorted(standing, key=lambda s: (s[0], -s[1])):
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
        elif end > chosen[-1][1] and _votes(start, end) > _votes(*chosen[-1]):
            chosen[-1] = (start, end)
    return chosen


def _is_word(folded: str, start: int, end: int, starts: set[int], ends: set[int]) -> bool:
    for position, cuts in ((start, starts), (end, ends)):
        left = script(folded[position - 1]) if position else "other"
        right = script(folded[position]) if position < len(folded) else "other"
        if left == right and left in ("latin", "katakana"):
            return False
        inner = right if position == start else left
        if inner not in ("latin", "katakana") and position not in cuts:
            return False
    return True


def _fits(folded: str, start: int, end: int, senses: Mapping[str, _Sense]) -> bool:
    """Say whether a person's kanji surname is meant here: 三浦氏, 三浦は, but not 三浦半島."""
    sense = senses[folded[start:end]]
    if (
        sense.kind != "person"
        or sense.name == folded[start:end]
        or script(folded[end - 1]) != "kanji"
    ):
        return True
    after = cues("after").beginning(folded, end)
    return script(folded[end : end + 1] or "。") != "kanji" or (
        after is not None and after.kind == "person"
    )


def _marked(
    text: str,
    folded: str,
    chosen: Iterable[tuple[int, int]],
    senses: Mapping[str, _Sense],
    listed: Sequence[Mention],
) -> Recognised:
    mentions = []
    replaced: list[Mention] = []
    entities: dict[str, Entity] = {}
    for start, end in chosen:
        sense = senses[folded[start:end]]
        mentions.append(Mention(start, end, text[start:end], sense.kind, sense.id))
        replaced += _meets(start, end, listed)
        if not sense.listed and sense.id not in entities:
            name = _written(sense.name)
            english = name if name.isascii() else ""
            entities[sense.id] = Entity(sense.id, name, english, sense.kind, False)
    return Recognised(tuple(entities.values()), tuple(mentions), tuple(replaced))


def _written(form: str) -> str:
    """Return a form as it is usually written: folding leaves ゛ and ゜ of half-width katakana apart."""
    return unicodedata.normalize("NFC", form.replace("゛", "\u3099").replace("゜", "\u309a"))
