"""The particles behind a phrase, and those that are spelt with a verb: 計画を通じて."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from components.reading.model import Token
from components.reading.wordlists import table


@cache
def particles(use: str) -> frozenset[str]:
    """Return the forms of `data/vocabulary/particles.tsv` that have this use."""
    found = table("particles.tsv")
    return frozenset(row.values["form"] for row in found if row.values["use"] == use)


def compounds(sentence: Sequence[Token]) -> set[int]:
    """Return the places of the words that belong to a particle spelt with a verb: を通じて."""
    known, begins = particles("compound"), _compound_begins()
    found: set[int] = set()
    for first, word in enumerate(sentence[:-1]):
        text = word.text
        if text[0] not in begins or word.pos[0] != "助詞":
            continue
        if len(text) == 1 and sentence[first + 1].text[0] not in begins[text[0]]:
            continue
        joined = ""
        for last in range(first, min(first + 4, len(sentence))):
            joined += sentence[last].text
            goes_on = last + 1 < len(sentence) and sentence[last + 1].pos[0] == "助動詞"
            if joined in known and not goes_on:  # 傘下に加えた is a deed
                found.update(range(first, last + 1))
    return found


@lru_cache(maxsize=4096)
def marks(tail: str) -> tuple[str, bool, bool]:
    """Return the particle in what follows a phrase's content, whether 、 does, whether は or が does."""
    particle = (
        tail.replace("、", "").replace("。", "").strip("「」『』（）()”“\"' －―—–‐｜|：:／＝=-")
    )
    particle = particle.removeprefix("など") or particle  # Aなどから is as good as Aから
    comma = "、" in tail or "，" in tail or "," in tail
    return particle, comma, particle in particles("subject")


def before_compound(group: Sequence[Token], size: int) -> int:
    """Return where the content ends when a particle spelt with a verb follows it: 計画|を通じて."""
    for first in range(max(0, size - 4), size - 1):
        if group[first].pos[0] == "助詞":
            whole = "".join([word.text for word in group[first:]]).rstrip("、。")
            if whole.startswith(_compound_forms()):
                return first
    return size


@cache
def _compound_begins() -> Mapping[str, frozenset[str]]:
    """Return by their first characters what follows it: に → よ, 対, …"""
    forms = particles("compound")
    firsts = {form[0] for form in forms}
    return {char: frozenset(form[1] for form in forms if form[0] == char) for char in firsts}


@cache
def _compound_forms() -> tuple[str, ...]:
    return tuple(particles("compound"))
