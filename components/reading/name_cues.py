"""What the language says about a name that nobody listed: `data/vocabulary/name_cues.tsv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from components.reading.fold import fold
from components.reading.wordlists import table


@dataclass(frozen=True, slots=True)
class Cue:
    """A form that says what the name beside it, or around it, is; `weight` counts in the vote."""

    form: str
    kind: str
    weight: float


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one place by form, and by their last and first characters how long they are."""

    forms: Mapping[str, Cue]
    by_last: Mapping[str, tuple[int, ...]]
    by_first: Mapping[str, tuple[int, ...]]

    def ending(self, text: str, end: int, floor: int = 0) -> Cue | None:
        """Return the longest cue that ends at `end` and begins at `floor` or later."""
        for size in self.by_last.get(text[end - 1 : end], ()) if end > floor else ():
            if end - size >= floor and (cue := self.forms.get(text[end - size : end])):
                return cue
        return None

    def beginning(self, text: str, start: int, ceiling: int | None = None) -> Cue | None:
        """Return the longest cue that begins at `start` and ends at `ceiling` or before."""
        limit = len(text) if ceiling is None else ceiling
        for size in self.by_first.get(text[start : start + 1], ()):
            if start + size <= limit and (cue := self.forms.get(text[start : start + size])):
                return cue
        return None


@cache
def cues(place: str) -> Cues:
    """Return the cues of a place, before, after, before_quoted, after_quoted, start or end."""
    found: dict[str, dict[str, Cue]] = defaultdict(dict)
    for row in table("name_cues.tsv"):
        form = fold(row.values["form"])
        found[row.values["place"]][form] = Cue(
            form, row.values["kind"], float(row.values["weight"])
        )
    return _indexed(found[place])


@cache
def person_titles() -> Cues:
    """Return the cues that stand behind a person, to be taken off a run of nouns."""
    after = cues("after").forms
    return _indexed({form: cue for form, cue in after.items() if cue.kind == "person"})


@cache
def not_names() -> frozenset[str]:
    """Return the words that name nobody, however they stand; so do the words of money (売上高)."""
    money = [row.values["word"] for row in table("roles.tsv")]
    ordinary = [row.values["form"] for row in table("not_names.tsv")]
    return frozenset(map(fold, ordinary + money))


def _indexed(forms: Mapping[str, Cue]) -> Cues:
    lasts: dict[str, set[int]] = defaultdict(set)
    firsts: dict[str, set[int]] = defaultdict(set)
    for form in forms:
        lasts[form[-1]].add(len(form))
        firsts[form[0]].add(len(form))
    return Cues(
        forms,
        {char: tuple(sorted(sizes, reverse=True)) for char, sizes in lasts.items()},
        {char: tuple(sorted(sizes, reverse=True)) for char, sizes in firsts.items()},
    )
