"""Measures reading against hand-annotated articles: `make evaluate`.

Spans count when they are exactly those of the annotation; an amount is found where it overlaps one.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from components.reading import read
from components.reading.articles import parse
from components.reading.model import Amount, Doc
from components.reading.vocabulary import load
from tests import development

ROOT = Path(__file__).parent.parent
ARTICLES = Path(__file__).parent / "articles"
Span = tuple[int, int]
ERRORS = 10
# What misleads most stands first: a number that the text does not support, then who pays it.
GRAVEST = (
    "amount value", "amounts found", "amount qualifier", "amount restates", "date edtf", "amount payers",
    "amount role", "date", "quotation",
)  # fmt: skip


@dataclass
class Score:
    """Hits, misses and false alarms of one measure, with what went wrong."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    errors: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return precision, recall and F as a table row."""
        found, given = self.right + self.wrong, self.right + self.missed
        precision = self.right / found if found else 1.0
        recall = self.right / given if given else 1.0
        f = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{precision:9.3f} {recall:9.3f} {f:9.3f} {given:7d}"


def place(text: str, mark: dict[str, Any]) -> Span:
    """Return the offsets of the nth occurrence of a mark's surface."""
    start = -1
    for _ in range(mark.get("n", 1)):
        start = text.index(mark["text"], start + 1)
    return start, start + len(mark["text"])


def compare(
    score: Score, given: Iterable[Any], found: Iterable[Any], free: Iterable[Any], where: str
) -> None:
    """Count two sets of facts against each other; `free` ones are neither asked for nor wrong."""
    given, found, free = set(given), set(found), set(free)
    score.right += len(given & found)
    for fact in sorted(given - found - free, key=str):
        score.missed += 1
        score.errors.append(f"{where}: missed {fact}")
    for fact in sorted(found - given - free, key=str):
        score.wrong += 1
        score.errors.append(f"{where}: wrong {fact}")


def articles() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield name, text and annotation of every article of our own."""
    for path in sorted(ARTICLES.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield path.stem, path.with_suffix(".txt").read_text(encoding="utf-8"), gold


def measure(name: str, doc: Doc, gold: dict[str, Any], scores: dict[str, Score]) -> None:
    """Add one article to the scores."""
    text = doc.article.text
    _mentions(name, doc, gold, scores)
    _amounts(name, doc, gold, scores)
    dates = {place(text, d): d for d in gold["dates"]}
    found = {(d.start, d.end): d for d in doc.dates}
    shown = {span: f"{text[slice(*span)]}@{span[0]}" for span in {*dates, *found}}
    compare(scores["date spans"], (shown[s] for s in dates), (shown[s] for s in found), (), name)
    for span in dates.keys() & found.keys():
        for key in ("edtf", "resolved"):
            _same(
                scores[f"date {key}"],
                dates[span][key],
                getattr(found[span], key),
                f"{name}: {shown[span]}",
            )
    quotes = {place(text, q): q.get("speaker") for q in gold["quotations"]}
    said = {(q.start, q.end): q.speaker for q in doc.quotations}
    compare(
        scores["quotations"],
        (text[slice(*s)] for s in quotes),
        (text[slice(*s)] for s in said),
        (),
        name,
    )
    known = _entities(doc, gold)
    for span in quotes.keys() & said.keys():
        _same(
            scores["quotation speakers"],
            quotes[span],
            known.get(said[span] or "", said[span]),
            f"{name}: {text[slice(*span)][:12]}",
        )
    ranks = {place(text, r): (r["low"], r["high"]) for r in gold["ranks"]}
    ranked = {(r.start, r.end): (r.low, r.high) for r in doc.ranks}
    compare(
        scores["ranks"],
        ((text[slice(*s)], v) for s, v in ranks.items()),
        ((text[slice(*s)], v) for s, v in ranked.items()),
        (),
        name,
    )


def _mentions(name: str, doc: Doc, gold: dict[str, Any], scores: dict[str, Score]) -> None:
    text = doc.article.text
    kinds = {key: value["kind"] for key, value in gold["entities"].items()}
    given: dict[str, set[str]] = defaultdict(set)
    free: set[str] = set()
    for mark in gold["mentions"] + gold.get("optional", []):
        start, end = place(text, mark)
        group = "anaphora" if mark.get("via") == "anaphor" else kinds[mark["entity"]]
        shown = f"{text[start:end]}@{start}"
        if mark.get("optional") or mark in gold.get("optional", []):
            free.add(shown)
        else:
            given[group].add(shown)
    found: dict[str, set[str]] = defaultdict(set)
    for mention in doc.mentions:
        group = "anaphora" if mention.via == "anaphor" else mention.kind
        found[group].add(f"{mention.text}@{mention.start}")
    for group in {*given, *found}:
        compare(scores[group], given[group], found[group], free, name)
    _meant(name, doc, gold, scores["anaphora meant"])


def _meant(name: str, doc: Doc, gold: dict[str, Any], score: Score) -> None:
    """Count the words of reference (同社, 両社) that stand for whom a reader takes them for."""
    text, known = doc.article.text, _entities(doc, gold)
    given, ours = defaultdict(set), defaultdict(set)
    for mark in gold["mentions"]:
        if mark.get("via") == "anaphor":
            given[place(text, mark)].add(mark["entity"])
    for mention in doc.mentions:
        if mention.via == "anaphor":
            ours[mention.start, mention.end].add(known.get(mention.entity, mention.entity))
    for span in sorted(given.keys() & ours.keys()):
        _same(score, given[span], ours[span], f"{name}: {text[slice(*span)]}@{span[0]}")


def _entities(doc: Doc, gold: dict[str, Any]) -> dict[str, str]:
    """Return which annotated entity each of the Doc's stands for: the one most mentions share."""
    text = doc.article.text
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    given = defaultdict(set)
    for mark in gold["mentions"] + gold.get("optional", []):
        given[place(text, mark)].add(mark["entity"])
    for mention in doc.mentions:
        for entity in sorted(given.get((mention.start, mention.end), ())):
            votes[mention.entity][entity] += 1
    return {ours: counted.most_common(1)[0][0] for ours, counted in votes.items()}


def _amounts(name: str, doc: Doc, gold: dict[str, Any], scores: dict[str, Score]) -> None:
    text = doc.article.text
    known = _entities(doc, gold)
    spans = [place(text, a) for a in gold["amounts"]]
    matched: dict[int, int] = {}
    for index, (start, end) in enumerate(spans):
        for ours, amount in enumerate(doc.amounts):
            if amount.start < end and start < amount.end and ours not in matched.values():
                matched[index] = ours
                break
    score = scores["amounts found"]
    for index, given in enumerate(gold["amounts"]):
        if index not in matched:
            score.missed += 1
            score.errors.append(f"{name}: missed {given['text']}")
            continue
        score.right += 1
        _amount(name, given, doc.amounts[matched[index]], matched, known, scores)
    for ours, amount in enumerate(doc.amounts):
        if ours not in matched.values():
            score.wrong += 1
            score.errors.append(f"{name}: wrong {amount.text}")


def _amount(
    name: str,
    given: dict[str, Any],
    ours: Amount,
    matched: dict[int, int],
    known: dict[str, str],
    scores: dict[str, Score],
) -> None:
    where = f"{name}: {given['text']}"
    value = tuple(None if given[b] is None else Decimal(given[b]) for b in ("low", "high"))
    _same(scores["amount span"], given["text"], ours.text, where)
    _same(
        scores["amount value"],
        (given["currency"], *value),
        (ours.currency, ours.low, ours.high),
        where,
    )
    _same(scores["amount qualifier"], given["mod"], ours.mod, where)
    roles = (given["role"], *given.get("role_also", ()))
    _same(
        scores["amount role"],
        given["role"],
        given["role"] if ours.role in roles else ours.role,
        where,
    )
    wanted = None if given["restates"] is None else matched.get(given["restates"])
    _same(scores["amount restates"], wanted, ours.restates, where)
    payers = {known.get(p, p) for p in ours.payers}
    compare(scores["amount payers"], given["payers"], payers, (), where)
    target = known.get(ours.target or "", ours.target)
    _same(scores["amount target"], given["target"], target, where)


def _same(score: Score, given: object, ours: object, where: str) -> None:
    if given == ours:
        score.right += 1
        return
    score.missed += 1
    score.wrong += 1
    score.errors.append(f"{where}: {ours!r} for {given!r}")


def _weight(measure: str, error: str) -> tuple[int, bool]:
    """Return how bad an error is, the worst least: a false number before a missed name."""
    place = next((i for i, name in enumerate(GRAVEST) if measure.startswith(name)), len(GRAVEST))
    return place, ": missed " in error


def report(scores: dict[str, Score], most: int) -> None:
    """Print a row a measure, then the `most` worst errors."""
    print(f"{'':22s} {'precision':>9s} {'recall':>9s} {'F':>9s} {'given':>7s}")
    for name, score in sorted(scores.items()):
        print(f"{name:22s} {score.line()}")
    told = [(name, error) for name, score in sorted(scores.items()) for error in score.errors]
    told.sort(key=lambda each: _weight(*each))
    if told and most:
        print(f"\nThe {min(most, len(told))} worst of {len(told)} errors:")
        print("\n".join(f"  {name}: {error}" for name, error in told[:most]))


def main(arguments: list[str]) -> None:
    """Score our own articles, then the development data; print as many errors as the first argument."""
    vocabulary = load(ROOT / "data" / "vocabulary")
    most = int(arguments[0]) if arguments else ERRORS
    scores: dict[str, Score] = defaultdict(Score)
    for name, text, gold in articles():
        article = parse(text.encode(), name, name, {"reference_date": gold["reference_date"]})
        measure(name, read(article, vocabulary), gold, scores)
    print("\nArticles written for this repository")
    report(scores, most)
    if not development.DATA.is_dir():
        print("\nThe development data is not beside the repository: its part is skipped.")
        return
    print("\nDevelopment data: records whose values all agree")
    for name, agreed, compared in development.agreements():
        print(f"{name:22s} {agreed:5d} of {compared}")
    names: dict[str, Score] = defaultdict(Score)
    for identifier, given, found in development.named(vocabulary):
        for kind in {*given, *found} & {*development.KINDS.values()}:
            compare(names[kind], given.get(kind, ()), found.get(kind, ()), (), identifier)
    print(f"\nNames in every {development.EVERY}th sentence of an encyclopaedia (training data)")
    report(names, most)


if __name__ == "__main__":
    main(sys.argv[1:])
