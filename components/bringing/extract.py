"""A file, a pasted text or a fetched page → a draft of an article, for its reader to correct."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from components.bringing import guess
from components.bringing.checks import MAX_PDF_BYTES, MAX_TEXT_BYTES, check, check_bytes
from components.bringing.decode import declared_charset, decode
from components.bringing.errors import BringError, Note
from components.bringing.pdf import read_pdf
from components.bringing.webpage import read_page
from components.reading.model import Article

TYPES = ("txt", "md", "html", "htm", "pdf")


@dataclass(frozen=True)
class Draft:
    """An article before it is read: its text as stored, and what was guessed of it, "" if nothing.

    `date` is ISO; `encoding` names that of the bytes, "" for a pasted text and a PDF.
    """

    text: str
    title: str = ""
    source: str = ""
    date: str = ""
    url: str = ""
    encoding: str = ""
    notes: tuple[Note, ...] = ()


def from_paste(text: str) -> Draft:
    """Make a draft of a pasted text, kept as it is but for a byte order mark; BringError if unfit."""
    return _of_text(text.removeprefix("\ufeff"), "")


def from_file(raw: bytes, name: str) -> Draft:
    """Make a draft of an uploaded .txt, .md, .html or .pdf; BringError says why it cannot be."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending not in TYPES:
        raise BringError("file_type", name=name, types=", ".join(f".{one}" for one in TYPES))
    if ending == "pdf":
        return _of_pdf(raw)
    check_bytes(raw, MAX_TEXT_BYTES)
    if ending in ("html", "htm"):
        return _of_html(raw, declared_charset(raw), "")
    decoded = decode(raw)
    return _of_text(decoded.text, decoded.encoding)


def from_web(raw: bytes, content_type: str, charset: str, url: str) -> Draft:
    """Make a draft of what a web address gave; the server's charset outranks the page's."""
    check_bytes(raw, MAX_TEXT_BYTES)
    if content_type in ("text/html", "application/xhtml+xml"):
        return _of_html(raw, charset or declared_charset(raw), url)
    decoded = decode(raw, charset)
    return _of_text(decoded.text, decoded.encoding, url)


def article(draft: Draft) -> Article:
    """Return the article that a draft, corrected or not, stands for; its id is made of its text.

    Raises BringError where the text cannot be read.
    """
    check(draft.text)
    digest = hashlib.sha256(draft.text.encode("utf-8")).hexdigest()
    return Article(
        id=f"own-{digest[:12]}",
        text=draft.text,
        title=draft.title or guess.opening(draft.text),
        source=draft.source,
        url=draft.url,
        reference_date=draft.date or None,
        sha256=digest,
    )


def _of_text(text: str, encoding: str, url: str = "") -> Draft:
    check(text)
    return Draft(
        text=text,
        title=guess.title(text),
        source=guess.source(text),
        date=guess.published(text),
        url=url,
        encoding=encoding,
    )


def _of_html(raw: bytes, charset: str, url: str) -> Draft:
    decoded = decode(raw, charset)
    page = read_page(decoded.text, url)
    check(page.text)
    return Draft(
        text=page.text,
        title=page.title or guess.title(page.text),
        source=page.site or guess.source(page.text),
        date=page.date or guess.published(page.text),
        url=page.url,
        encoding=decoded.encoding,
    )


def _of_pdf(raw: bytes) -> Draft:
    if raw and not raw[:1024].lstrip().startswith(b"%PDF-"):
        raise BringError("pdf_broken")
    if len(raw) > MAX_PDF_BYTES or not raw:
        check_bytes(raw, MAX_PDF_BYTES)
    found = read_pdf(raw)
    check(found.text)
    return Draft(
        text=found.text,
        title=found.title or guess.title(found.text),
        source=guess.source(found.text),
        date=guess.published(found.text) or found.date,
        notes=found.notes,
    )
