"""The vote on each form of a document: what stands beside it and in it, and what the tagger holds of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from components.reading.candidates import Candidate
from components.reading.lexicon import script
from components.reading.model import Mention, Token
from components.reading.name_cues import Cue, cues, not_names

# What the tagger holds of a form, at every place together, weighs less than one good cue.
_TAGGER = 2.5
STRONG = 3.0
# A form is a name when the tagger holds it for one on average, or a cue says so that the tagger
# does not contradict.
_BY_TAGGER = 0.5
_BY_CUE = 0.12
_WIDER = 0.75
_HEADED = re.compile(
    "の[^、。「」()はがをにの]{2,14}?(?:CEO|CFO|CTO|COO|社長|会長|最高[^、。]{2,4}責任者|頭取|取締役|執行役|専務|常務|"
    "アナリスト|エコノミスト|ストラテジスト|総経理|パートナー)"
)
# X(本社・東京)は: what stands behind the bracket is said of X too.
_BRACKET = re.compile("\\([^()。\n]{1,20}\\)")
# X(松江市), X(東京都港区): where a firm of the news is at home stands right behind its name.
_SEAT = re.compile("\\((?:本社|本店)?[・:、]?[^()。、\n]{1,12}[市区町村都府県州]\\)")
_JOINT = re.compile("」?(?:や|、|・|および|及び|と|、そして)「?")
# OpenAI, Figure: a Latin word that begins with a capital and goes on in small letters.
_COINED_FORM = re.compile("[A-Z][A-Za-z]*[a-z][A-Za-z]*")
_COINED = 0.55
_QUOTED = 0.8
_INVESTED = re.compile(
    "(?:に|にも|を)(?:約|最大|総額|計)?[0-9][^、。]{2,16}(?:出資|投資|買収|取得|売却)"
)


@dataclass(slots=True)
class Ballot:
    """The votes on a form by kind: the weights of its cues, the tagger's probabilities, and what
    stands in a row with it (`beside`).

    `asked` counts the places where the tagger was asked; `wider` says that a listed name stands
    inside the form, so that it must be surer to take its place.
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
        for kind, share in self.doubts.items():
            # テスラ: whom the news names by one katakana word it names with 氏 somewhere.
            if not self.cues.get(kind):
                scores["company"] = scores.get("company", 0.0) + share * scores.pop(kind, 0.0)
        said = {
            kind: self.cues.get(kind, 0.0) + self.beside.get(kind, 0.0)
            for kind in (*self.cues, *self.beside)
        }
        for kind, weight in said.items():
            scores[kind] = scores.get(kind, 0.0) + weight
        if self.quoted:
            scores["product"] = scores.get("product", 0.0) + _QUOTED
        if self.coined and not said:
            kind = "product" if self.quoted else "company"
            scores[kind] = scores.get(kind, 0.0) + _COINED
            named += _COINED
        if not scores:
            return None
        best = max(sorted(scores), key=lambda kind: scores[kind])
        if self.generic:
            sure = named >= _WIDER or said.get(best, 0.0) >= 2 * STRONG
        elif self.wider:
            sure = named >= _WIDER or self.cues.get(best, 0.0) > STRONG
        else:
            told = said.get(best, 0.0)
            firm = best in ("company", "organization") and told > STRONG
            backed = firm or (told >= STRONG and (named >= _BY_CUE or self.proper))
            sure = named >= _BY_TAGGER or backed
        return (best, scores[best]) if sure else None


def ballots(
    folded: str,
    words: Sequence[Token],
    found: Iterable[tuple[Candidate, bool]],
    beliefs: Mapping[int, Mapping[str, float]],
    seats: Collection[tuple[int, int]],
) -> dict[str, Ballot]:
    """Return the votes on every form; a candidate comes with whether a listed name is inside it.

    `seats` are the offsets of listed places.
    """
    votes: dict[str, Ballot] = defaultdict(Ballot)
    starts = [word.start for word in words]
    for candidate, wider in found:
        form = folded[candidate.start : candidate.end]
        ballot = votes[form]
        ballot.wider = ballot.wider or wider
        ballot.proper = form[0].isascii() and any(char.isupper() for char in form)
        if candidate.hint:
            ballot.cues[candidate.hint] += STRONG
        for cue in _said(folded, candidate, seats):
            ballot.cues[cue.kind] += cue.weight
        ballot.quoted |= candidate.quoted
        ballot.generic = _generic(form)
        ballot.coined = bool(_COINED_FORM.fullmatch(form))
        ballot.doubts = _doubts(form)
        inside = words[bisect_left(starts, candidate.start) : bisect_left(starts, candidate.end)]
        told = [beliefs.get(word.start, {}) for word in inside if word.text not in "・-. "]
        ballot.asked += 1
        for kind in {kind for belief in told for kind in belief}:
            ballot.beliefs[kind] += sum(belief.get(kind, 0.0) for belief in told) / len(told)
    return dict(votes)


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
        (start, joint.end())
        for start in sorted(ends)
        if (joint := _JOINT.match(folded, ends[start])) and joint.end() in ends
    ]
    # Once in each direction, so that a row is known from either end.
    for speaker, hearer in (*pairs, *((right, left) for left, right in reversed(pairs))):
        kind = given.get(speaker) or _known(votes.get(folded[speaker : ends[speaker]]))
        ballot = votes.get(folded[hearer : ends[hearer]])
        if kind and ballot and not ballot.generic and hearer not in given:
            ballot.beside[kind] = STRONG


def _known(ballot: Ballot | None) -> str:
    won = ballot.winner() if ballot else None
    if not ballot or not won:
        return ""
    sure = ballot.cues.get(won[0], 0.0) + ballot.beside.get(won[0], 0.0) >= STRONG
    return won[0] if sure else ""


def _generic(form: str) -> bool:
    """Say whether a katakana word ends in a common noun: インデックスファンド, セルフレジ."""
    if "・" in form or any(script(char) != "katakana" for char in form):
        return False
    ends = (form[cut:] for cut in range(1, len(form) - 1))
    return any(end in not_names() and _line_of_business(end) != "company" for end in ends)


def _line_of_business(end: str) -> str:
    cue = cues("end").forms.get(end)
    return cue.kind if cue else ""


def _doubts(form: str) -> dict[str, float]:
    """Return which kinds of the tagger are doubtful for a form, and how much of them is company.

    The tagger learned from an encyclopaedia, where a foreign word is a singer or a club.
    """
    if script(form[0]) not in ("latin", "katakana") or form.isupper():
        return {}
    return {"organization": 0.8} | ({} if re.search("[・= ]", form) else {"person": 0.7})


def at_home(folded: str, position: int, seats: Collection[tuple[int, int]]) -> bool:
    """Say whether a listed place stands alone in brackets at `position`: 光陽半導体(新竹)は."""
    end = folded.find(")", position + 1, position + 14)
    return folded[position : position + 1] == "(" and (position + 1, end) in seats


def _said(folded: str, candidate: Candidate, seats: Collection[tuple[int, int]]) -> list[Cue]:
    start, end = candidate.start, candidate.end
    left, right = (start - 1, end + 1) if candidate.quoted else (start, end)
    seat = _SEAT.match(folded, right) or at_home(folded, right, seats)
    if bracket := _BRACKET.match(folded, right):
        right = bracket.end()
    found = [
        Cue("(", "company", STRONG + 1) if seat else None,
        cues("before").ending(folded, left),
        cues("after").beginning(folded, right),
        cues("start").beginning(folded, start, end - 1),
        cues("end").ending(folded, end, start + 1),
    ]
    if candidate.quoted:
        found += [
            cues("before_quoted").ending(folded, left),
            cues("after_quoted").beginning(folded, right),
        ]
    if _HEADED.match(folded, right) or _INVESTED.match(folded, right):
        found.append(Cue("の", "company", STRONG))
    told = [cue for cue in found if cue]
    if candidate.quoted:
        # 「エンハーツ」の売上高: the news puts products into 「」, hardly ever firms.
        return [replace(cue, weight=1.0) if cue.kind == "company" else cue for cue in told]
    return told
