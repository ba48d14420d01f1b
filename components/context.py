"""Dated facts about an article's actors that the article itself does not state."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from components.edtf import date_bounds
from components.reading.model import Doc


@dataclass(frozen=True, slots=True)
class OutsideFact:
    """A fact from another page: `date` is EDTF, `source` the page's address.

    `actors` are the entity ids of those whom the article names too; `others` are the names of the
    rest, as the file writes them.
    """

    date: str
    actors: tuple[str, ...]
    others: tuple[str, ...]
    text: Mapping[str, str]
    source: str
    note: Mapping[str, str]


def outside_facts(path: Path, doc: Doc) -> tuple[OutsideFact, ...]:
    """Read `[[event]]` entries of data/context/<article>.toml; no file means no facts.

    ValueError names file, entry, field and value of the first fault.
    """
    if not path.exists():
        return ()
    try:
        loaded = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ValueError(f"{path.name}: {fault}; write it as TOML in UTF-8") from fault
    entries = loaded.get("event", [])
    if not isinstance(entries, list):
        raise ValueError(f"{path.name}: event: {entries!r}; write each fact under [[event]]")
    known = _known(doc)
    return tuple(
        _fact(f"{path.name}: event {number}", entry, known)
        for number, entry in enumerate(entries, 1)
    )


def _known(doc: Doc) -> dict[str, str]:
    """Map every name that the article's entities go by to the entity's id; own names win."""
    by_mention = {_folded(m.text): m.entity for m in doc.mentions if m.via == "name"}
    by_english = {_folded(e.name_en): e.id for e in doc.entities if e.name_en}
    return by_mention | by_english | {_folded(e.name): e.id for e in doc.entities}


def _folded(name: str) -> str:
    return normalize("NFKC", name).casefold()


def _fact(where: str, entry: object, known: Mapping[str, str]) -> OutsideFact:
    if not isinstance(entry, dict):
        raise ValueError(f"{where}: {entry!r}; write each fact under [[event]]")
    date = _text(where, entry, "date")
    if date_bounds(date) is None:
        raise ValueError(f"{where}: date: {date!r} is no EDTF date with a year")
    source = _text(where, entry, "source")
    if not source.startswith(("https://", "http://")):
        raise ValueError(f"{where}: source: {source!r}; give the page's address")
    names = entry.get("actors")
    if not isinstance(names, list) or not names or not all(isinstance(n, str) for n in names):
        raise ValueError(f"{where}: actors: {names!r}; give a list of names")
    found = {name: known.get(_folded(name)) for name in names}
    return OutsideFact(
        date=date,
        actors=tuple(dict.fromkeys(actor for actor in found.values() if actor)),
        others=tuple(name for name, actor in found.items() if not actor),
        text={"ja": _text(where, entry, "ja"), "en": _text(where, entry, "en")},
        source=source,
        note=_note(where, entry.get("note", {})),
    )


def _text(where: str, entry: Mapping[str, object], field: str) -> str:
    value = entry.get(field)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{where}: {field}: {value!r}; give a text")
    return value


def _note(where: str, note: object) -> Mapping[str, str]:
    if not isinstance(note, dict):
        raise ValueError(f"{where}: note: {note!r}; give it as {{ ja = …, en = … }}")
    return {field: _text(f"{where}: note", note, field) for field in ("ja", "en")} if note else {}
