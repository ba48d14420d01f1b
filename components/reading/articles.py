"""Articles on disk: a UTF-8 text and, beside it, a TOML sidecar of the same name."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import date
from pathlib import Path

from components.reading.model import Article

_FIELDS = (
    "title",
    "title_en",
    "source",
    "url",
    "reference_date",
    "reference_note",
    "reference_note_en",
)


class ArticleError(ValueError):
    """An article that cannot be read; the message names file and value and says what to do.

    `reason` is a language-neutral key (missing, empty, not_utf8, sidecar), `file` the file's name.
    """

    def __init__(self, reason: str, file: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.file = file


def load(path: Path) -> Article:
    """Read an article and its sidecar (`name.toml` beside `name.txt`, which may be absent)."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ArticleError(
            "missing", path.name, f"{path.name}: cannot be read ({error.strerror}); add the file"
        ) from error
    return parse(raw, path.name, path.stem, _sidecar(path.with_suffix(".toml")))


def parse(raw: bytes, name: str, identifier: str, about: dict[str, str]) -> Article:
    """Make an article of bytes; the text is stored as it was given, without a byte order mark."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(
            "not_utf8",
            name,
            f"{name}: byte {error.start} is 0x{raw[error.start]:02x}, which is not UTF-8; "
            "save the file as UTF-8",
        ) from error
    if not text.strip():
        raise ArticleError("empty", name, f"{name}: holds no text; put the article in it")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Article(id=identifier, text=text, sha256=digest, **about)


def _sidecar(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    try:
        loaded = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ArticleError("sidecar", path.name, f"{path.name}: {error}; mend the line") from error
    for key, value in loaded.items():
        if key not in _FIELDS or not isinstance(value, str):
            fault = f"{path.name}: {key} = {value!r}; expected a string under one of {_FIELDS}"
            raise ArticleError("sidecar", path.name, fault)
    if stated := loaded.get("reference_date"):
        try:
            date.fromisoformat(stated)
        except ValueError as error:
            fault = f"{path.name}: reference_date = {stated!r}; write it as YYYY-MM-DD"
            raise ArticleError("sidecar", path.name, fault) from error
    return loaded
