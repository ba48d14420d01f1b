"""Everything that was read from an article in one ZIP file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import pandas as pd

from components import tables
from components.export.annotated import annotated_html
from components.export.names import filename
from components.export.table import csv_bytes, explained, workbook_bytes
from components.reading.jsonform import to_json
from components.reading.model import Article, Doc
from components.texts import DATA, LANGUAGES, Texts, texts

SCHEMA = DATA / "doc.schema.json"
# The same Doc gives the same bytes: no clock, no file system of the machine that made it.
EPOCH = (1980, 1, 1, 0, 0, 0)
PLAIN_FILE = 0o644 << 16
UNIX = 3


def bundle_frames(
    doc: Doc, t: Texts, context: Sequence[tables.OutsideFact] = ()
) -> dict[str, pd.DataFrame]:
    """Return the data of every chart and list by file name, without any filter."""
    return {
        "amounts": tables.amounts(doc, t),
        "events": tables.events(doc, t, context),
        "actors": tables.lanes(doc, t),
        "mentions": tables.mentions(doc, t),
        "relations": tables.relations(doc, t),
        "dates": tables.dates(doc, t),
        "ranks": tables.ranks(doc, t),
        "quotations": tables.quotations(doc, t),
        "uncharted": tables.uncharted(doc, t),
    }


def bundle(doc: Doc, frames: Mapping[str, pd.DataFrame], t: Texts) -> bytes:
    """Return a ZIP with the frames as CSV and Excel, the annotated text, the Doc and a README.

    The bytes depend on nothing but `doc`, `frames` and the language.
    """
    files = {
        "README.txt": readme(doc.article, frames).encode(),
        "article.html": annotated_html(doc, t).encode(),
        "data.xlsx": workbook_bytes(frames, t),
        **{f"data/{name}.csv": csv_bytes(frame) for name, frame in frames.items()},
        "doc.json": to_json(doc).encode(),
        "doc.schema.json": SCHEMA.read_bytes(),
    }
    folder = bundle_name(doc.article).removesuffix(".zip")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"{folder}/{name}", EPOCH)
            entry.external_attr, entry.create_system = PLAIN_FILE, UNIX
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def bundle_name(article: Article) -> str:
    """Return the ZIP's file name: `yomitoki_deepseek_all.zip`."""
    return filename(article.id, "all", (), "zip")


def readme(article: Article, frames: Mapping[str, pd.DataFrame]) -> str:
    """Return the README in Japanese, then in English: files, columns, rights, how to cite."""
    return "\n\n\n".join(_readme(article, frames, texts(language)) for language in LANGUAGES)


def _readme(article: Article, frames: Mapping[str, pd.DataFrame], t: Texts) -> str:
    columns = dict.fromkeys(str(name) for frame in frames.values() for name in frame.columns)
    rows = {name: len(frame) for name, frame in frames.items()}
    lists = [t("export.readme.frame", name=name, rows=count) for name, count in rows.items()]
    meanings = [f"  {name}: {meaning}" for name, meaning in explained(list(columns), t)]
    about = {
        "title": article.title or article.id,
        "source": article.source or t("export.readme.unknown"),
        "url": article.url or t("export.readme.unknown"),
        "date": article.reference_date or t("export.readme.unknown"),
        "date_note": article.reference_note,
        "sha256": article.sha256,
    }
    return "\n\n".join(
        [
            t("export.readme.about", **about),
            t("export.readme.files") + "\n" + "\n".join(lists),
            t("export.readme.columns") + "\n" + "\n".join(meanings),
            t("export.readme.reading"),
            t("export.readme.rights"),
            t("export.readme.citation", **about),
        ]
    )
