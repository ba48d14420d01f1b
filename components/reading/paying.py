"""The words by which the payers of a sum are told: `data/vocabulary/paying.tsv`."""

from __future__ import annotations

import re
from functools import cache

from components.reading.wordlists import table


@cache
def paying(use: str) -> frozenset[str]:
    """Return the forms that have this use: 調達 receives."""
    return frozenset(r.values["form"] for r in table("paying.tsv") if r.values["use"] == use)


def says(text: str, use: str) -> bool:
    """Say whether a form of this use stands anywhere in a text: 引受先 in 引受先には."""
    return _anywhere(use).search(text) is not None


@cache
def _anywhere(use: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(paying(use)))))
