"""The vocabulary made ready for matching: one automaton over every form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from components.reading.fold import fold
from components.reading.vocabulary import Entry, Vocabulary


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the vocabulary found in the text, before anything was weighed."""

    start: int
    end: int
    entry: Entry
    ambiguous: bool


SHORT_GROUP = {"ホールディングス": "HD", "フィナンシャルグループ": "FG"}
_CUTS = {"グループ": "G", **SHORT_GROUP}


@dataclass(frozen=True, eq=False)
class Lexicon:
    """`automaton` finds `forms[i]`, which belongs to `owners[i]` (entry, ambiguous)."""

    automaton: AhoCorasick
    forms: tuple[str, ...]
    owners: tuple[tuple[tuple[Entry, bool], ...], ...]


@lru_cache(maxsize=8)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Build the automaton of a vocabulary once."""
    owners: dict[str, dict[tuple[str, bool], Entry]] = {}
    for entry in vocabulary.entries.values():
        for form in (*entry.forms, *entry.ambiguous, *_headlined(entry)):
            ambiguous = form in entry.ambiguous
            for written in _spellings(fold(form)):
                owners.setdefault(written, {})[entry.id, ambiguous] = entry
    forms = tuple(owners)
    return Lexicon(
        AhoCorasick([lower(form) for form in forms]),
        forms,
        tuple(tuple((e, flag) for (_, flag), e in owners[form].items()) for form in forms),
    )


def _headlined(entry: Entry) -> list[str]:
    """Return how headlines cut the name of a group of firms: 楽天G, ニトリHD, 三菱UFJFG."""
    cut = ((form, whole) for form in entry.forms for whole in _CUTS if form.endswith(whole))
    firms = entry.kind == "company"
    return [form.removesuffix(whole) + _CUTS[whole] for form, whole in cut if firms]


def lower(text: str) -> str:
    """Lower the case of a text one character to one: İ has a two-character lower case, kept."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def hits(folded: str, names: Lexicon) -> Iterator[Hit]:
    """Yield every form that stands in the folded text and is not part of a longer Latin, katakana
    or number word: Meta in Metaverse and メタ in メタバース are none.
    """
    found = names.automaton.find_matches_as_indexes(lower(folded), overlapping=True)
    for index, start, end in found:
        form = names.forms[index]
        if _short_latin(form) and folded[start:end] != form:
            continue
        if _runs_on(folded, start - 1, start) or _runs_on(folded, end - 1, end):
            continue
        if folded[end - 1].isdigit() and folded[end : end + 1] == "." and _digit(folded, end + 1):
            continue
        for entry, ambiguous in names.owners[index]:
            yield Hit(start, end, entry, ambiguous)


@lru_cache(maxsize=8192)
def script(char: str) -> str:
    """Return latin, katakana, kanji or other: what a word of the same script may run on with."""
    if char.isascii():
        return "latin" if char.isalnum() else "other"
    if "ァ" <= char <= "ヺ" or char in "ーヽヾ゛゜":
        return "katakana"
    if "一" <= char <= "鿿" or char in "々〆ヶ":
        return "kanji"
    return "latin" if char.isalpha() and unicodedata.name(char, "").startswith("LATIN") else "other"


def _runs_on(text: str, left: int, right: int) -> bool:
    if left < 0 or right >= len(text):
        return False
    kind = script(text[left])
    return kind in ("latin", "katakana") and kind == script(text[right])


@lru_cache(maxsize=8192)
def _short_latin(form: str) -> bool:
    return form.isascii() and sum(char.isalpha() for char in form) <= 4


def _digit(text: str, position: int) -> bool:
    return text[position : position + 1].isdigit()


def _spellings(form: str) -> set[str]:
    # ﾄﾞ is two characters, and folding one to one leaves ト゛: the form is known in that dress too.
    apart = unicodedata.normalize("NFD", form).replace("\u3099", "゛").replace("\u309a", "゜")
    return {form, apart} if all(script(c) != "kanji" for c in form) else {form}
