"""The words by which the payers of a sum are told: `data/vocabulary/paying.tsv`."""

from __future__ import annotations

from functools import cache

from components.reading.wordlists import table


@cache
def paying(use: str) -> frozenset[str]:
    """Return the forms that have this use: 調達 receives."""
    return frozenset(r.values["form"] for r in table("paying.tsv") if r.values["use"] == use)


def says(text: str, use: str) -> bool:
    """Say whether a form of this use stands anywhere in a text: 引受先 in 引受先には."""
    return any(form in text for form in paying(use))
