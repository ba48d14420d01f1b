"""Mentions: where the text names a company, a person, a product, or stands for one (同社)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from components.reading.antecedents import antecedents, standings
from components.reading.lexicon import Hit, Lexicon, hits, script
from components.reading.model import Entity, Mention, Sentence, Token
from components.reading.recognise import Recognised
from components.reading.support import acting, at_home, in_a_row, owned, supported
from components.reading.views import Placed
from components.reading.vocabulary import Entry, Vocabulary
from components.reading.wordlists import table

# How the organs end that are also named without their country: not 人民解放軍, nor 政府.
_MINISTRIES = "省庁部局会院"
# An antecedent stands near: so many mentions back are looked at.
_WINDOW = 60
# 同|公庫: UniDic knows 同社 as a word, but not every such word.
_SAME = "同"
_POINTING = "同両"
_NOUNS = ("名詞", "接頭辞", "接尾辞")


def named(text: str, folded: str, words: Sequence[Token], names: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions by name, longest first, none inside another or inside a longer word.

    A short form that is also an ordinary word (ルカン, メタ, 米) counts only with support: its
    full name stands in the text, or a cue beside it says what it is (ルカン氏, 英アーム, 「R1」).
    """
    starts = {token.start for token in words}
    ends = {token.end for token in words}
    whole = [hit for hit in hits(folded, names) if _is_word(folded, hit, starts, ends)]
    known = {hit.entry.id for hit in whole if not hit.ambiguous}
    known |= at_home(folded, whole, known)
    makers = {hit.end for hit in whole if not hit.ambiguous and hit.entry.kind == "company"}
    sure = [hit for hit in whole if supported(folded, hit, known) or owned(folded, hit, makers)]
    beside = in_a_row(folded, whole, _longest(sure))
    told = {hit.entry.id for hit in beside}
    chosen = _longest([*sure, *(hit for hit in whole if hit.ambiguous and hit.entry.id in told)])
    firms = acting(folded, whole)
    meant = [firms.get((hit.start, hit.end), hit) for hit in chosen]
    return tuple(
        Mention(hit.start, hit.end, text[hit.start : hit.end], hit.entry.kind, hit.entry.id)
        for hit in _parted(folded, meant, whole)
    )


def _parted(folded: str, chosen: Iterable[Hit], whole: Sequence[Hit]) -> Iterator[Hit]:
    """Yield 米 and 商務省 for 米商務省: a country before an organ that has its name without it."""
    shorter = {
        (hit.end, hit.entry.id): hit
        for hit in sorted(whole, key=lambda h: h.start)
        if hit.entry.kind == "organization"
    }
    places = {(hit.start, hit.end): hit for hit in whole if hit.entry.kind == "place"}
    for hit in chosen:
        rest = shorter.get((hit.end, hit.entry.id), hit)
        land = places.get((hit.start, rest.start))
        land = land if folded[hit.end - 1] in _MINISTRIES else None
        yield from (land, rest) if land else (hit,)


def _is_word(folded: str, hit: Hit, starts: set[int], ends: set[int]) -> bool:
    first, last = script(folded[hit.start]), script(folded[hit.end - 1])
    if hit.end - hit.start == 1 and first == "kanji":
        return True  # 日米, 対中: the tagger keeps these in one word; _country decides
    if folded.startswith("政府系", hit.end - 2):
        return False  # サウジ政府系 is of the state, not the state
    if hit.entry.kind == "place" and folded[hit.end : hit.end + 1] in ("語", "人"):
        return folded.startswith(("人民", "人口"), hit.end)  # 日本語, 米国人
    loose = ("latin", "katakana")
    # UniDic has 海側 in one word: a firm ends before its side in 鴻海側.
    closed = hit.end in ends or (folded[hit.end : hit.end + 1] == "側" and hit.end + 1 in ends)
    return (first in loose or hit.start in starts) and (last in loose or closed)


def _longest(found: Iterable[Hit]) -> list[Hit]:
    chosen: list[Hit] = []
    for hit in sorted(found, key=lambda h: (h.start, -h.end, h.ambiguous)):
        if not chosen or hit.start >= chosen[-1].end:
            chosen.append(hit)
        elif hit.end > chosen[-1].end and hit.end - hit.start > chosen[-1].end - chosen[-1].start:
            chosen[-1] = hit
    return chosen


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A word such as 同社, the kind that it stands for, for how many, and what their names end in."""

    form: str
    kind: str
    count: int
    called: str


@cache
def _anaphora() -> dict[str, Anaphor]:
    found = table("anaphora.tsv")
    return {
        row.values["form"]: Anaphor(
            row.values["form"],
            row.values["kind"],
            int(row.values["count"]),
            row.values["called"],
        )
        for row in found
    }


def anaphors(words: Sequence[Token]) -> tuple[Token, ...]:
    """Return the words that may stand for a name; no name holds one."""
    known = _anaphora()
    found = []
    for index, token in enumerate(words):
        if token.text in known and _alone(words, index):
            found.append(token)
        elif token.text == _SAME and index + 1 < len(words):
            kind = words[index + 1]
            if token.end == kind.start and _SAME + kind.text in known:
                found.append(token._replace(end=kind.end, text=_SAME + kind.text))
    return tuple(found)


def never_names(same: Sequence[Token]) -> tuple[Token, ...]:
    """Return those that stand for a name and are none: 同社; 政府 is also what a state's is called."""
    return tuple(token for token in same if token.text[0] in _POINTING)


def _alone(words: Sequence[Token], index: int) -> bool:
    """Say whether a word is all that is said: 政府は, not 地方政府は or 政府高官は; 同社 always is."""
    token, rest = words[index], words[index + 1 : index + 2]
    if token.text[0] in _POINTING:
        return True
    before = words[index - 1] if index else None
    joined = before is not None and before.end == token.start and before.pos[0] in _NOUNS
    return not joined and bool(rest) and rest[0].pos[0] in ("助詞", "補助記号")


def with_anaphora(
    words: Sequence[Token],
    parts: Sequence[Sentence],
    named_ones: Sequence[Mention],
    same: Sequence[Token],
) -> tuple[Mention, ...]:
    """Add a mention for every one of `same` (同社, 両社, 同氏) with an antecedent before it.

    A word without antecedent (see `antecedents`) stays unmarked.
    """
    found = sorted(named_ones, key=lambda m: m.start)
    known = _anaphora()
    begins = [sentence.start for sentence in parts]
    standing = standings(words)
    for token in same:
        anaphor = known[token.text]
        place = bisect_left(found, token.start, key=lambda m: m.start)
        if any(m.start <= token.start < m.end for m in found[max(0, place - 1) : place + 1]):
            continue
        near = [m for m in found[max(0, place - _WINDOW) : place] if _fits(m, anaphor)]
        said_in = [bisect_right(begins, mention.start) for mention in near]
        here = bisect_right(begins, token.start)
        found[place:place] = [
            Mention(token.start, token.end, token.text, chosen.kind, chosen.entity, "anaphor")
            for chosen in antecedents(
                anaphor.count, near, said_in, here, standing, _behind(words, token)
            )
        ]
    return tuple(sorted(found, key=lambda m: (m.start, -m.end)))


def _fits(mention: Mention, anaphor: Anaphor) -> bool:
    """Say whether a name is of the kind, and ends as it says; a 基金 is a firm or an institution."""
    firms = anaphor.called and mention.kind in ("company", "organization")
    kind = mention.kind == anaphor.kind or (firms and anaphor.kind in ("company", "organization"))
    return bool(kind) and mention.text.endswith(anaphor.called)


def _behind(words: Sequence[Token], token: Token) -> str:
    place = bisect_left(words, token.end, key=lambda word: word.start)
    return words[place].text if place < len(words) else ""


def together(
    listed: Sequence[Mention], unlisted: Recognised, facts: Sequence[Placed]
) -> tuple[Mention, ...]:
    """Return the mentions of listed and recognised names in the order of the text.

    A name gives way to the amounts, dates and ranks (`facts`): 台湾 in 5億台湾ドル is a currency's.
    A town behind its prefecture is a place of its own: 長野県|岡谷市.
    """
    longer = _apart(facts, unlisted.mentions)
    replaced = set(unlisted.replaces) - set(_apart(longer, unlisted.replaces))
    kept = _apart(facts, [m for m in listed if m not in replaced])
    return tuple(sorted([*kept, *_apart(kept, longer)], key=lambda m: m.start))


def _apart(taken: Iterable[Placed], found: Iterable[Mention]) -> list[Mention]:
    """Return the mentions that overlap neither what is taken nor one before them."""
    spans = sorted((span.start, span.end) for span in taken)
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        place = bisect_left(spans, mention.end, key=lambda span: span[0])
        free = not place or spans[place - 1][1] <= mention.start
        if free and (not kept or kept[-1].end <= mention.start):
            kept.append(mention)
    return kept


def entities(
    found: Iterable[Mention], vocabulary: Vocabulary, unlisted: Iterable[Entity]
) -> tuple[Entity, ...]:
    """Return the entities behind the mentions, in the order of their first mention."""
    own = {entity.id: entity for entity in unlisted}
    order = dict.fromkeys(mention.entity for mention in found)
    return tuple(own.get(name) or _listed(vocabulary.entries[name]) for name in order)


def _listed(entry: Entry) -> Entity:
    return Entity(entry.id, entry.name, entry.name_en, entry.kind, True, entry.country)
