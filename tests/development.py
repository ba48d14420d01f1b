"""The development data of `../shared/evaluation`, where it is: agreement by set, for `make evaluate`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from components.reading import read
from components.reading.articles import parse
from components.reading.dates import dates
from components.reading.fold import fold
from components.reading.numbers import read_numbers
from components.reading.numerals import scan
from components.reading.vocabulary import Vocabulary

DATA = Path(__file__).parents[2] / "shared" / "evaluation"
# One sentence in so many of the names is read: all of them take minutes.
EVERY = 10
KINDS = {
    "人名": "person",
    "法人名": "company",
    "政治的組織名": "organization",
    "その他の組織名": "organization",
    "地名": "place",
    "製品名": "product",
}

Verdict = bool | None


def records(name: str) -> Iterator[dict[str, Any]]:
    """Yield the records of a file."""
    with (DATA / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def agreements() -> Iterator[tuple[str, int, int]]:
    """Yield for every set of values its name, how many agree, and how many can be compared."""
    checks: dict[str, Callable[[dict[str, Any]], Verdict]] = {
        "jatimex_cases.jsonl": _date_agrees,
        "rec_number.jsonl": _number_agrees,
        "rec_percent.jsonl": _percent_agrees,
    }
    for name, check in checks.items():
        verdicts = [verdict for r in records(name) if (verdict := check(r)) is not None]
        yield name, sum(verdicts), len(verdicts)


def named(vocabulary: Vocabulary) -> Iterator[tuple[str, dict[str, set[str]], dict[str, set[str]]]]:
    """Yield id, given and found names by kind of one sentence in ten of the names."""
    for number, record in enumerate(records("ner_stockmark_wiki.jsonl")):
        if number % EVERY:
            continue
        text = record["text"]
        given: dict[str, set[str]] = {}
        for entity in record["entities"]:
            if kind := KINDS.get(entity["label"]):
                given.setdefault(kind, set()).add(f"{entity['text']}@{entity['start']}")
        found: dict[str, set[str]] = {}
        for mention in read(parse(text.encode(), "a", "a", {}), vocabulary).mentions:
            if mention.via == "name":
                found.setdefault(mention.kind, set()).add(f"{mention.text}@{mention.start}")
        yield record["id"], given, found


def _date_agrees(record: dict[str, Any]) -> Verdict:
    expected = record["expected"]
    if not isinstance(expected, dict):
        return None
    values = [e.get("value") for e in expected.values() if isinstance(e, dict)]
    if any(value is None or value.startswith(("P", "T")) for value in values):
        return None  # durations and times are no dates here
    found = [_bare(date.edtf) for date in dates(record["text"], None)]
    return found == [_bare(str(value).partition("T")[0]) for value in values]


def _bare(value: str) -> str:
    return re.sub(r"(-XX)+$", "", value)


def _number_agrees(record: dict[str, Any]) -> Verdict:
    expected = [e["resolution"]["value"] for e in record["expected"]]
    return _equal([str(n.value) for n in scan(fold(record["text"]))], expected)


def _percent_agrees(record: dict[str, Any]) -> Verdict:
    expected = [e["resolution"]["value"].rstrip("%") for e in record["expected"]]
    times = {"%": 1, "割": 10}
    found = [
        str(q.value * times[q.unit])
        for q in read_numbers(record["text"]).quantities
        if q.unit in times and q.value is not None
    ]
    return _equal(found, expected)


def _equal(found: list[str], expected: list[str]) -> bool:
    try:
        pairs = [(Decimal(a), Decimal(b)) for a, b in zip(found, expected, strict=False)]
    except InvalidOperation:
        return False
    return len(found) == len(expected) and all(abs(a - b) <= abs(b) / 10**6 for a, b in pairs)
