"""The learned tagger: a conditional random field over UniDic words that proposes names."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pycrfsuite

from components.reading.features import Run, features, nominal, noun_runs
from components.reading.lexicon import script
from components.reading.model import Mention, Sentence, Token
from components.reading.name_cues import cues, not_names

MODEL = Path(__file__).parents[2] / "data" / "models" / "names.crfsuite"
_LOCK = threading.Lock()
# A word this likely to be no name is not asked what kind of name it is.
_SURELY_NONE = 0.97
_NO_NAME = "O"
# So many words on each side of a run of nouns are read with it.
_AROUND = 5


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch that the tagger takes for a name; `score` is the least probability of its words.

    `kind` is a label of the model: the kinds of `model.Kind`, or other (facilities, events).
    """

    start: int
    end: int
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Tagging:
    """The best reading of a text as `names`, and what each word may be otherwise.

    `beliefs` maps the start of a word to the probability of each kind; what is missing to 1 is
    the probability that the word is part of no name. Words that surely are none have no entry.
    `runs` are the runs of nouns, as indices into the words.
    """

    names: tuple[Tagged, ...]
    beliefs: Mapping[int, Mapping[str, float]]
    runs: tuple[Run, ...]


def tag(
    folded: str,
    words: Sequence[Token],
    lines: Sequence[Sentence],
    listed: Sequence[Mention] = (),
) -> Tagging:
    """Tag the words around everything that looks like a name and is not listed.

    Time is linear in the words. `listed` must be in the order of the text.
    """
    names: list[Tagged] = []
    beliefs: dict[int, dict[str, float]] = {}
    starts = [word.start for word in words]
    known = _covered(starts, listed)
    runs: list[Run] = []
    for line in lines:
        first, last = bisect_left(starts, line.start), bisect_left(starts, line.end)
        inside_line = noun_runs(words[first:last])
        here = [Run(first + run.first, first + run.last) for run in inside_line]
        runs += here
        for left, right in _windows(words, (first, last), here, known):
            inside = words[left:right]
            labels, chances = _decode(features(folded, inside), inside)
            beliefs |= chances
            names += [_tagged(inside[a:b], kind, chances) for a, b, kind in spans(labels)]
    return Tagging(tuple(names), beliefs, tuple(runs))


def _covered(starts: Sequence[int], listed: Sequence[Mention]) -> set[int]:
    """Return the indices of the words that listed names begin in or cover."""
    return {
        index
        for mention in listed
        for index in range(bisect_left(starts, mention.start), bisect_left(starts, mention.end))
    }


def _windows(
    words: Sequence[Token], line: tuple[int, int], runs: Sequence[Run], known: Collection[int]
) -> list[tuple[int, int]]:
    """Return the stretches of words to be read: what may be a name, and the words around it."""
    found: list[tuple[int, int]] = []
    first, last = line
    for run in runs:
        begin, end = run.first, run.last
        if not any(index not in known and _namelike(words[index]) for index in range(begin, end)):
            continue
        left, right = max(first, begin - _AROUND), min(last, end + _AROUND)
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return found


def _namelike(word: Token) -> bool:
    if word.text in not_names():
        return False
    kind = script(word.text[0])
    if kind in ("latin", "katakana") or word.pos[1] == "固有名詞":
        return True
    if kind != "kanji":
        return False
    cue = cues("end").forms.get(word.text)
    # 投資 ends a firm's name here and there, and stands in every second sentence without one.
    return word.pos[0] == "記号" or (cue is not None and cue.weight > 1)


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the unbroken stretches of one label as (first, last exclusive, label); O is none."""
    found: list[tuple[int, int, str]] = []
    before = _NO_NAME
    for index, label in enumerate(labels):
        if label != _NO_NAME and label == before:
            found[-1] = (found[-1][0], index + 1, label)
        elif label != _NO_NAME:
            found.append((index, index + 1, label))
        before = label
    return found


@cache
def _crf() -> tuple[pycrfsuite.Tagger, tuple[str, ...]]:
    crf = pycrfsuite.Tagger()
    crf.open(str(MODEL))
    return crf, tuple(sorted(set(crf.labels()) - {_NO_NAME}))


def _decode(
    told: Sequence[Sequence[str]], words: Sequence[Token]
) -> tuple[list[str], dict[int, dict[str, float]]]:
    # The library keeps the sentence inside the tagger, so all questions are asked under one lock.
    with _LOCK:
        crf, kinds = _crf()
        crf.set(pycrfsuite.ItemSequence(told))
        labels = list(crf.tag())
        chances = {
            word.start: {kind: crf.marginal(kind, index) for kind in kinds}
            for index, word in enumerate(words)
            if nominal(word) and crf.marginal(_NO_NAME, index) < _SURELY_NONE
        }
    return labels, chances


def _tagged(
    words: Sequence[Token], kind: str, chances: Mapping[int, Mapping[str, float]]
) -> Tagged:
    inside = (chances.get(word.start) for word in words)
    score = min((told[kind] for told in inside if told), default=0.5)
    return Tagged(words[0].start, words[-1].end, kind, score)
