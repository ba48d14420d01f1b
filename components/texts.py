"""The words of the interface, in Japanese and English, read from `data/texts/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")
DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Texts:
    """The interface in one language: `t("investments.title")` is a line of `data/texts/`."""

    language: Language
    entries: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of `key` with `{name}` filled from `values`; KeyError names the key."""
        return self.entries[key].format(**values) if values else self.entries[key]


@cache
def texts(language: Language) -> Texts:
    """Load every text of one language.

    Raises ValueError naming file and key when a text lacks the language or a key stands twice.
    """
    entries: dict[str, str] = {}
    for path in sorted((DATA / "texts").glob("*.toml")):
        for key, text in _flat(tomllib.loads(path.read_text(encoding="utf-8")), ""):
            if language not in text:
                raise ValueError(f"{path.name}: {key}: no “{language}”; add the line")
            if key in entries:
                raise ValueError(f"{path.name}: {key}: stands twice; remove one")
            entries[key] = text[language]
    return Texts(language, entries)


@cache
def kinds() -> Mapping[str, Mapping[str, str]]:
    """Return `data/kinds.toml`: kind → colour, line, ja, en, in the order of the legend."""
    loaded = tomllib.loads((DATA / "kinds.toml").read_text(encoding="utf-8"))
    return cast("dict[str, dict[str, str]]", loaded)


def _flat(table: Mapping[str, object], prefix: str) -> list[tuple[str, dict[str, str]]]:
    if table and all(isinstance(value, str) for value in table.values()):
        return [(prefix.removesuffix("."), cast("dict[str, str]", dict(table)))]
    found = []
    for key, value in table.items():
        if not isinstance(value, Mapping):
            raise ValueError(f"data/texts: {prefix}{key}: expected a table with ja and en")
        found += _flat(value, f"{prefix}{key}.")
    return found
