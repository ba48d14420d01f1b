"""The text of a PDF, by pypdf: pages joined, lines of a paragraph joined, page furniture left out."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from components.bringing.checks import MAX_CHARACTERS
from components.bringing.errors import BringError, Note
from components.reading.fold import SAME_GLYPH
from components.reading.wrapping import GONE, unwrap

# What a damaged file makes of pypdf, which trusts the types that a PDF says its objects have.
_FAULTS = (
    PyPdfError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, OSError,
    RuntimeError, AssertionError, MemoryError,
)  # fmt: skip
_KANGXI = re.compile("[\u2f00-\u2fd5]")
# Of text set from top to bottom each character comes as a line.
_VERTICAL = 0.5
_PAGE_NUMBER = re.compile(
    r"[-–—‐\s]*(?:p\.?\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?[-–—‐\s]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class PdfText:
    """The text of a PDF and what its metadata says; `date` is ISO, "" where there is none."""

    text: str
    title: str
    date: str
    notes: tuple[Note, ...]


def read_pdf(raw: bytes) -> PdfText:
    """Read a PDF. Raises BringError: pdf_broken, pdf_encrypted, pdf_scanned, pdf_vertical, too_long."""
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BringError("pdf_encrypted")
        pages = _pages(reader)
        title, date = _metadata(reader)
    except BringError:
        raise
    except DependencyError as error:
        raise BringError("pdf_encrypted") from error
    except _FAULTS as error:
        raise BringError("pdf_broken") from error
    blank = [number for number, page in enumerate(pages, 1) if not page]
    if len(blank) == len(pages):
        raise BringError("pdf_scanned", pages=len(pages))
    lines = [line for page in pages for line in page]
    if sum(len(line.strip()) == 1 for line in lines) > _VERTICAL * len(lines):
        raise BringError("pdf_vertical")
    kept, left_out = _without_furniture([page for page in pages if page])
    notes = []
    if blank:
        listed = ", ".join(str(number) for number in blank[:10]) + (" …" if blank[10:] else "")
        notes.append(Note("pdf_blank", {"pages": listed, "count": len(blank)}))
    if left_out:
        notes.append(Note("pdf_furniture", {"count": left_out}))
    return PdfText(_joined(kept), title, date, tuple(notes))


def _pages(reader: PdfReader) -> list[list[str]]:
    found = []
    length = 0
    for page in reader.pages:
        text = _plain(page.extract_text())
        length += len(text)
        # Reading on would take long and change nothing.
        if length > 2 * MAX_CHARACTERS:
            raise BringError("too_long", length=length, limit=MAX_CHARACTERS)
        found.append([line.rstrip() for line in text.splitlines() if line.strip()])
    return found


def _plain(text: str) -> str:
    named = text.replace("\x00", "").translate(SAME_GLYPH)
    return _KANGXI.sub(lambda one: unicodedata.normalize("NFKC", one[0]), named)


def _metadata(reader: PdfReader) -> tuple[str, str]:
    about = reader.metadata
    if about is None:
        return "", ""
    title = _plain(str(about.title or "")).strip()
    try:
        made = about.creation_date
    except ValueError:
        made = None
    # A program's name for an unsaved file is no title.
    named = title and not re.search(
        r"\.(?:docx?|indd|pdf|txt|html?)$|^Microsoft |^untitled", title, re.I
    )
    return (title if named else ""), (made.date().isoformat() if made else "")


def _without_furniture(pages: Sequence[Sequence[str]]) -> tuple[list[list[str]], int]:
    """Leave out page numbers, and first or last lines that stand on at least half the pages."""
    if len(pages) < 2:
        return [list(page) for page in pages], 0
    edges = Counter(
        (edge, _DIGITS.sub("0", line)) for page in pages for edge, line in _edge_lines(page)
    )
    kept = []
    for page in pages:
        lines = list(page)
        for edge in (0, -1):
            while lines and (
                _PAGE_NUMBER.fullmatch(lines[edge])
                or edges[edge, _DIGITS.sub("0", lines[edge])] >= max(2, len(pages) / 2)
            ):
                del lines[edge]
        kept.append(lines)
    return kept, sum(map(len, pages)) - sum(map(len, kept))


def _edge_lines(page: Sequence[str]) -> set[tuple[int, str]]:
    return {*((0, line) for line in page[:2]), *((-1, line) for line in page[-2:])}


def _joined(pages: Sequence[Sequence[str]]) -> str:
    text = "\n".join(line for page in pages for line in page)
    return unwrap(text).replace(GONE, "")
