"""The names that the reader knows before it reads: `data/vocabulary/*.tsv`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from components.reading.model import Kind
from components.reading.tsv import Row, rows

FILES: Mapping[Kind, str] = {
    "company": "companies.tsv",
    "organization": "organizations.tsv",
    "person": "people.tsv",
    "place": "places.tsv",
    "product": "products.tsv",
    "project": "projects.tsv",
    "media": "media.tsv",
}
COLUMNS = ("id", "name", "name_en", "aliases", "ambiguous", "country")
# Short Latin forms are also ordinary letters in another case: US and us, LINE and line.
CASE_MATTERS = 4


class VocabularyError(ValueError):
    """A line of the vocabulary that cannot be used; the message names file, line and value."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that the vocabulary lists.

    `forms` name it wherever they stand (OpenAI, オープンAI); `ambiguous` only with support in the
    text (メタ, 米, R1). No form is in both; `name` is in exactly one of them.
    """

    id: str
    name: str
    name_en: str
    kind: Kind
    country: str
    forms: tuple[str, ...]
    ambiguous: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The entries by id, and a sentence for every line that was left out.

    A vocabulary is compared by identity, so that what is built from it can be cached.
    """

    entries: Mapping[str, Entry]
    faults: tuple[str, ...] = ()


def folded(form: str) -> str:
    """Return what two forms must share to be the same: width, and case except in short Latin ones.

    ＯｐｅｎＡＩ and openai are one form; LINE and line, of four letters, are two.
    """
    narrow = unicodedata.normalize("NFKC", form)
    short = narrow.isascii() and sum(char.isalpha() for char in narrow) <= CASE_MATTERS
    return narrow if short else narrow.casefold()


def load(folder: Path) -> Vocabulary:
    """Read the seven files of a folder; a faulty line is told in `faults` and left out.

    Never raises for what the files hold, so that one bad line leaves the rest working.
    """
    if not folder.is_dir():
        return Vocabulary({}, (f"{folder.name}: there is no such folder; create it",))
    entries: dict[str, Entry] = {}
    places: dict[str, str] = {}
    owners: dict[str, str] = {}
    faults: list[str] = []
    for kind, file in FILES.items():
        good, bad = rows(folder / file, COLUMNS)
        faults += bad
        for row in good:
            where = f"{file}:{row.line}"
            try:
                entry = _entry(row, kind, where)
                _check_unique(entry, where, places, owners)
            except VocabularyError as error:
                faults.append(str(error))
                continue
            entries[entry.id] = entry
            places[entry.id] = where
            owners.update((folded(form), entry.id) for form in entry.forms)
    return Vocabulary(entries, tuple(faults))


def _entry(row: Row, kind: Kind, where: str) -> Entry:
    id_, name, name_en, country = (row.values[c] for c in ("id", "name", "name_en", "country"))
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_):
        raise VocabularyError(
            f"{where}: “{id_}” is not an id; write lower-case letters, digits and single hyphens"
        )
    if not name:
        raise VocabularyError(f"{where}: “{id_}” has an empty name; write its Japanese name")
    if country and not re.fullmatch("[A-Z]{2}", country):
        raise VocabularyError(
            f"{where}: “{country}” is not a country code; write two capitals or nothing"
        )
    unsure = _distinct(row.values["ambiguous"].split("|"))
    asking = {folded(form) for form in unsure}
    sure = _distinct([name, name_en, *row.values["aliases"].split("|")])
    plain = tuple(form for form in sure if folded(form) not in asking)
    return Entry(id_, name, name_en, kind, country, plain, unsure)


def _distinct(forms: list[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for form in map(str.strip, forms):
        if form:
            first.setdefault(folded(form), form)
    return tuple(first.values())


def _check_unique(
    entry: Entry, where: str, places: Mapping[str, str], owners: Mapping[str, str]
) -> None:
    if entry.id in places:
        raise VocabularyError(
            f"{where}: “{entry.id}” already stands in {places[entry.id]}; give it another id"
        )
    for form in entry.forms:
        if owner := owners.get(folded(form)):
            raise VocabularyError(
                f"{where}: “{form}” already names “{owner}” ({places[owner]}); "
                "remove it here or move it to the column ambiguous of one of them"
            )
