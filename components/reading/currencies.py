"""How texts write currencies: `data/vocabulary/currencies.tsv` as patterns over a shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from components.reading.tsv import Row, rows

PATH = Path(__file__).parents[2] / "data" / "vocabulary" / "currencies.tsv"
COLUMNS = ("form", "iso", "scale", "kind", "unless")
# Between a number and its currency: nothing, one space, or the end of a wrapped line.
GAP = r"(?: |\r?\n[>＞ ]*+)?+"
ENGLISH: Mapping[str, int] = {
    "trillion": 10**12, "tn": 10**12, "T": 10**12,
    "billion": 10**9, "bn": 10**9, "B": 10**9, "b": 10**9,
    "million": 10**6, "mn": 10**6, "M": 10**6, "m": 10**6,
    "thousand": 10**3, "K": 10**3, "k": 10**3,
}  # fmt: skip
_PARTS = {
    "JPY": "銭",
    "USD": "セント",
    "EUR": "セント",
    "GBP": "ペンス",
    "CNY": "角",
    "AUD": "セント",
}


@dataclass(frozen=True, slots=True)
class Currency:
    """What a form says: an ISO 4217 code, and how much of it one is (セント: 0.01)."""

    iso: str
    scale: Decimal


@dataclass(frozen=True)
class Currencies:
    """The table: forms after and before a number, and the patterns that match them."""

    after: Mapping[str, Currency]
    before: Mapping[str, Currency]
    suffix: str
    prefix: str
    part: str
    english: str
    faults: tuple[str, ...]


@cache
def currencies(path: Path = PATH) -> Currencies:
    """Load the table; a faulty line is left out and told of in `faults`."""
    found, faults = rows(path, COLUMNS)
    good = []
    for row in found:
        fault = _fault(row)
        if fault:
            faults.append(f"{path.name}:{row.line}: {fault}")
        else:
            good.append(row.values)
    after = [row for row in good if row["kind"] == "suffix"]
    before = [row for row in good if row["kind"] == "prefix"]
    words = "|".join(sorted(ENGLISH, key=len, reverse=True))
    return Currencies(
        after={row["form"]: _currency(row) for row in after},
        before={row["form"]: _currency(row) for row in before},
        suffix="(?:" + _any(after, "{form}(?!{unless})") + ")",
        prefix="(?:" + _any(before, "{form}(?<!{unless}{form})") + ")",
        part="(?:" + "|".join(sorted(set(_PARTS.values()))) + ")",
        english=rf"(?:(?i:{words})(?![A-Za-z]))",
        faults=tuple(faults),
    )


def english_scale(word: str) -> int:
    """Return what an English word multiplies by: billion, bn and B by 10⁹."""
    return ENGLISH.get(word) or ENGLISH[word.lower()]


def part_scale(iso: str, part: str) -> Decimal | None:
    """Return what a part is of a currency's unit (銭 of JPY: 0.01), or None if it is no part of it."""
    if _PARTS.get(iso) != part:
        return None
    return Decimal("0.1") if part == "角" else Decimal("0.01")


def _any(found: Iterable[Mapping[str, str]], form: str) -> str:
    longest = sorted(found, key=lambda row: len(row["form"]), reverse=True)
    written = [
        form.format(form=re.escape(row["form"]), unless=row["unless"])
        if row["unless"]
        else re.escape(row["form"])
        for row in longest
    ]
    return "|".join(written) or r"(?!)"


def _currency(row: Mapping[str, str]) -> Currency:
    return Currency(row["iso"], Decimal(row["scale"]))


def _fault(row: Row) -> str:
    values = row.values
    if not values["form"]:
        return "the form is empty; write how texts name the currency"
    if not re.fullmatch(r"[A-Z]{3}", values["iso"]):
        return f"“{values['iso']}” is no ISO 4217 code; write three capitals such as USD"
    if values["kind"] not in ("prefix", "suffix"):
        return f"“{values['kind']}” is no kind; write prefix or suffix"
    try:
        Decimal(values["scale"])
        re.compile(f"(?<!{values['unless']})" if values["kind"] == "prefix" else values["unless"])
    except InvalidOperation:
        return f"“{values['scale']}” is no number; write what one is worth, such as 0.01"
    except re.error:
        return f"“{values['unless']}” is no regular expression; mend it"
    return ""
