"""What is wrong in the tables of `data/vocabulary/`, one sentence a line that was left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import get_args

from components.reading.currencies import currencies
from components.reading.model import Kind, Role, Status
from components.reading.qualifiers import qualifiers
from components.reading.quantity_rules import unit_faults
from components.reading.tsv import Row, rows

FOLDER = Path(__file__).parents[2] / "data" / "vocabulary"


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table, and for some of them the values that they may hold."""

    columns: tuple[str, ...]
    values: Mapping[str, Collection[str]] = field(default_factory=dict)


TABLES = {
    "anaphora.tsv": Table(
        ("form", "kind", "count", "called", "note"), {"kind": get_args(Kind), "count": "12"}
    ),
    "cues.tsv": Table(
        ("form", "kind", "place", "note"),
        {"kind": get_args(Kind), "place": ("before", "after", "pair")},
    ),
    "name_cues.tsv": Table(
        ("form", "kind", "place", "weight", "note"),
        {
            "kind": get_args(Kind),
            "place": ("before", "after", "before_quoted", "after_quoted", "start", "end"),
            "weight": "1234",
        },
    ),
    "not_names.tsv": Table(("form",)),
    "particles.tsv": Table(
        ("form", "use", "note"),
        {"use": ("compound", "formal", "measure", "subject", "joins", "time", "allies")},
    ),
    "paying.tsv": Table(
        ("form", "use", "note"),
        {
            "use": (
                "receives",
                "raised",
                "sells",
                "imposes",
                "tells",
                "asked",
                "own",
                "total",
                "issues",
                "borne",
                "expects",
                "sum",
                "taker",
                "investor",
                "invests",
                "leads",
                "heads",
                "fine",
                "granted",
                "itself",
                "adds",
                "loan",
                "aid",
                "pays",
                "shared",
                "is",
                "spends",
                "everyone",
                "works",
                "grants",
                "traded",
                "approves",
                "means",
                "group",
            )
        },
    ),
    "predicates.tsv": Table(
        ("key", "type", "status", "genitive", "note"),
        {"status": ("", *get_args(Status)), "genitive": ("", "agent", "target")},
    ),
    "roles.tsv": Table(
        ("word", "role", "use", "note"),
        {"role": get_args(Role), "use": ("", "spending", "aside", "compares", "recalls")},
    ),
    "statuses.tsv": Table(("key", "status", "note"), {"status": get_args(Status)}),
    "titles.tsv": Table(
        ("title", "relation", "note"), {"relation": ("affiliated_with", "founder_of")}
    ),
}


def table(name: str) -> list[Row]:
    """Return the good lines of one of `TABLES`."""
    return _read(name)[0]


@cache
def faults() -> tuple[str, ...]:
    """Return a sentence for every faulty line of every table but the names', which tell their own."""
    own = [fault for name in TABLES for fault in _read(name)[1]]
    return (*own, *currencies().faults, *qualifiers().faults, *unit_faults())


@cache
def _read(name: str) -> tuple[list[Row], list[str]]:
    known = TABLES[name]
    found, wrong = rows(FOLDER / name, known.columns)
    good = []
    for row in found:
        bad = next((c for c, allowed in known.values.items() if row.values[c] not in allowed), "")
        if bad:
            allowed = ", ".join(value or "nothing" for value in known.values[bad])
            wrong.append(f"{name}:{row.line}: {bad} “{row.values[bad]}”; write one of: {allowed}")
        else:
            good.append(row)
    return good, wrong
