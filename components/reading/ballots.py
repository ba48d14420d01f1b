"""The vote on each form of a document: what stands beside it and in it, and what the tagger holds of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from components.reading.candidates import Candidate
from components.reading.evidence import STRONG, compound, ending, said
from components.reading.lexicon import script
from components.reading.model import Mention, Token
from components.reading.name_cues import cues
from components.reading.ordinary import generic, glossed, ordinary
from components.reading.trimming import COUNTRIES

# What the tagger holds of a form, at every place together, weighs less than one good cue.
_TAGGER = 2.5
# A form is a name when the tagger holds it for one on average, or a cue says so that the tagger
# does not contradict.
_BY_TAGGER = 0.5
_BY_CUE = 0.12
_WIDER = 0.75
# A(WiL)、B; Aが30億円、Bが20億円: what is told of each in a row stands between them.
_SHARE = "[がは](?:約|同|計)?[0-9][^、。()]{0,9}(?:円|ドル|ユーロ|元|ウォン|ポンド|フラン|%|株)"
_JOINT = re.compile(
    "」?(?:\\([^()。\n]{1,25}\\))?(?:や|、|・|および|及び|と|、そして|" + _SHARE + "、)「?"
)
# What names of one sort alone are listed with; と ties unlike things too.
_LISTS = ("や", "、")
# OpenAI, Figure, iRobot, In-Q-Tel: a Latin word with a capital that goes on in small letters.
_COINED_FORM = re.compile("(?:[a-z]?[A-Z][A-Za-z]*-)*[a-z]?[A-Z][A-Za-z]*[a-z][A-Za-z]*")
_COINED = 0.55
# エイチ・アイ・エス, エヌ・ティ・ティ
_LETTER = (
    "エー|エイ|ビー|シー|ディー|ディ|イー|エフ|ジー|エイチ|エッチ|アイ|ジェイ|ジェー|ケー|ケイ|エル|エム|エヌ|オー|ピー|キュー|アール|エス|"
    "ティー|ティ|テイ|ユー|ブイ|ヴィ|ダブリュー|ダブリュ|エックス|ワイ|ゼット"
)
_LETTERS = re.compile(f"(?:{_LETTER})(?:・(?:{_LETTER})){{1,5}}")
_QUOTED = 0.8


@dataclass(slots=True)
class Ballot:
    """The votes on a form by kind: the weights of its cues, the tagger's probabilities, and what
    stands in a row with it (`beside`).

    `asked` counts the places where the tagger was asked; `wider` says that a listed name stands
    inside the form, so that it must be surer to take its place; `ordinary` that it is made of common
    words; `ending` is the kind that its last words tell.
    """

    cues: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    beliefs: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    beside: dict[str, float] = field(default_factory=dict)
    asked: int = 0
    wider: bool = False
    proper: bool = False
    coined: bool = False
    quoted: bool = False
    generic: bool = False
    ordinary: bool = False
    ending: str = ""
    doubts: Mapping[str, float] = field(default_factory=dict)

    def add(self, other: Ballot) -> None:
        """Count the votes on another form of the same thing here too."""
        for kind, weight in other.cues.items():
            self.cues[kind] += weight
        for kind, weight in other.beliefs.items():
            self.beliefs[kind] += weight
        self.beside |= other.beside
        self.asked += other.asked

    def winner(self) -> tuple[str, float] | None:
        """Return the kind that wins ("other" included) and its votes; None when it is no name."""
        asked = max(1, self.asked)
        named = sum(self.beliefs.values()) / asked
        scores = {kind: _TAGGER * belief / asked for kind, belief in self.beliefs.items()}
        self._corrected(scores)
        for kind, share in self.doubts.items():
            # テスラ: whom the news names by one katakana word it names with 氏 somewhere.
            if not self.cues.get(kind):
                scores["company"] = scores.get("company", 0.0) + share * scores.pop(kind, 0.0)
        heard = {
            kind: self.cues.get(kind, 0.0) + self.beside.get(kind, 0.0)
            for kind in (*self.cues, *self.beside)
        }
        if self.ending in ("organization", "media") and "company" in heard:
            # A foundation has officers and money too: イーサリアム財団の元研究者.
            heard[self.ending] = heard.get(self.ending, 0.0) + heard.pop("company")
        for kind, weight in heard.items():
            scores[kind] = scores.get(kind, 0.0) + weight
        if self.quoted:
            scores["product"] = scores.get("product", 0.0) + _QUOTED
        if self.coined and not heard:
            kind = "product" if self.quoted else "company"
            scores[kind] = scores.get(kind, 0.0) + _COINED
            named += _COINED
        if not scores:
            return None
        best = max(sorted(scores), key=lambda kind: scores[kind])
        if self.ordinary and not (self.quoted and self.proper):
            told_twice = heard.get(best, 0.0) >= 2 * STRONG
            sure = told_twice or (self.quoted and named >= _WIDER)
        elif self.generic:
            sure = named >= _WIDER or heard.get(best, 0.0) >= 2 * STRONG
        elif self.quoted and heard.get(best, 0.0) >= STRONG:
            sure = True  # the quotes say where a name ends: 「ポケモンGO」を発売
        elif self.wider:
            sure = named >= _WIDER or self.cues.get(best, 0.0) > STRONG
        else:
            told = heard.get(best, 0.0)
            firm = best in ("company", "organization") and told > STRONG
            backed = firm or (told >= STRONG and (named >= _BY_CUE or self.proper))
            sure = named >= _BY_TAGGER or backed
        return (best, scores[best]) if sure else None

    def _corrected(self, scores: dict[str, float]) -> None:
        """Move what the tagger cannot know: nobody's surname ends in 電子, and a firm stands in 「」
        only where something else calls it one.
        """
        if self.ending and not self.cues.get("person") and "person" in scores:
            scores[self.ending] = scores.get(self.ending, 0.0) + scores.pop("person")
        for kind in ("company", "organization") if self.quoted else ():
            if not self.cues.get(kind) and kind in scores and self.ending != kind:
                scores["product"] = scores.get("product", 0.0) + scores.pop(kind)


def ballots(
    folded: str,
    words: Sequence[Token],
    found: Iterable[tuple[Candidate, Sequence[Mention]]],
    beliefs: Mapping[int, Mapping[str, float]],
    seats: Collection[tuple[int, int]],
) -> dict[str, Ballot]:
    """Return the votes on every form; a candidate comes with the listed names inside it.

    `seats` are the offsets of listed places.
    """
    votes: dict[str, Ballot] = defaultdict(Ballot)
    starts = [word.start for word in words]
    for candidate, within in found:
        form = folded[candidate.start : candidate.end]
        first, last = bisect_left(starts, candidate.start), bisect_left(starts, candidate.end)
        inside = words[first:last]
        ballot = votes[form]
        ballot.wider |= bool(within)
        if candidate.hint:
            ballot.cues[candidate.hint] += STRONG + (candidate.hint == "place")
        last_word = ending(folded, candidate, inside)
        ballot.ending = last_word.kind if last_word else ballot.ending
        around = (*said(folded, candidate, seats), *compound(folded, candidate, within, last_word))
        for cue in around:
            # 米カンザス州デソト: the country is the state's, and makes no firm of the town.
            abroad = within and within[0].kind == "place" and cue.form in tuple(COUNTRIES)
            # 八代工場(熊本県八代市): where it lies, not where a firm is at home.
            lies = cue.form == "(" and "place" in (candidate.hint, ballot.ending)
            if not abroad and not lies:
                ballot.cues[cue.kind] += cue.weight
        if last_word:
            # 「エンハーツ」の売上高: the news puts products into 「」, hardly ever firms.
            firm = candidate.quoted and last_word.kind == "company"
            ballot.cues[last_word.kind] += 1.0 if firm else last_word.weight
        ballot.quoted |= candidate.quoted
        if _LETTERS.fullmatch(form):
            ballot.cues["company"] += 2 * STRONG  # only firms are called by letters, read aloud
        _describe(ballot, form)
        ballot.ordinary |= ordinary(form, inside, ballot.ending) or glossed(
            folded, candidate.end, words, last
        )
        told = [beliefs.get(word.start, {}) for word in inside if word.text not in "・-. "]
        ballot.asked += 1
        for kind in {kind for belief in told for kind in belief}:
            ballot.beliefs[kind] += sum(belief.get(kind, 0.0) for belief in told) / len(told)
    return dict(votes)


def _describe(ballot: Ballot, form: str) -> None:
    capital = form[0].isascii() and any(char.isupper() for char in form)
    ballot.proper = capital or (script(form[0]) == "katakana" and "・" in form)
    ballot.generic = generic(form)
    ballot.coined = bool(_COINED_FORM.fullmatch(form))
    ballot.doubts = _doubts(form)


def coordinate(
    folded: str,
    votes: Mapping[str, Ballot],
    found: Sequence[Candidate],
    listed: Sequence[Mention],
) -> None:
    """Let names in a row vote for each other: in AやB、C three companies stand, if one is known."""
    ends = {c.start: c.end for c in sorted(found, key=lambda c: (c.start, c.end))}
    ends |= {mention.start: mention.end for mention in listed}
    given = {mention.start: mention.kind for mention in listed}
    pairs = [
        (start, following)
        for start in sorted(ends)
        if (following := _following(folded, ends[start], ends)) is not None
    ]
    # Once in each direction, so that a row is known from either end.
    for speaker, hearer in (*pairs, *((right, left) for left, right in reversed(pairs))):
        kind = given.get(speaker) or _known(votes.get(folded[speaker : ends[speaker]]))
        ballot = votes.get(folded[hearer : ends[hearer]])
        if kind and ballot and not ballot.generic and hearer not in given:
            if kind == "place" and ballot.ending not in ("", "place"):
                continue
            between = folded[ends[min(speaker, hearer)] : max(speaker, hearer)]
            ballot.beside[kind] = STRONG + (0.5 if between in _LISTS else 0.0)


def _following(folded: str, end: int, ends: Mapping[int, int]) -> int | None:
    """Return where the next name of a row begins: A、仏B; quotes stand around both or neither.

    In A、Bの長男C the row goes on with C, not with B: only firms share what の ties to the last.
    """
    joint = _JOINT.match(folded, end)
    if not joint or joint[0].startswith("」") != joint[0].endswith("「"):
        return None
    at = joint.end()
    if folded[at : at + 1] in COUNTRIES and at + 1 in ends:
        at += 1
    if at not in ends:
        return None
    if folded.startswith("の", ends[at]) and ends[at] + 1 in ends:
        return None  # AとタイのB銀行: what stands in the row is B
    title = cues("after").beginning(folded, ends[at])
    titled = title is not None and title.kind == "person"
    owns = titled and folded.startswith("の", ends[at] + len(title.form)) if title else False
    return None if owns else at


def _known(ballot: Ballot | None) -> str:
    won = ballot.winner() if ballot else None
    if not ballot or not won:
        return ""
    sure = ballot.cues.get(won[0], 0.0) + ballot.beside.get(won[0], 0.0) >= STRONG
    return won[0] if sure else ""


def _doubts(form: str) -> dict[str, float]:
    """Return which kinds of the tagger are doubtful for a form, and how much of them is company.

    The tagger learned from an encyclopaedia, where a foreign word is a singer or a club.
    """
    if script(form[0]) not in ("latin", "katakana") or form.isupper():
        return {}
    return {"organization": 0.8} | ({} if re.search("[・= ]", form) else {"person": 0.7})
