"""What every table shares: typed columns, provenance, names of entities."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from components.reading.model import Doc
from components.texts import Texts, kinds
from components.wording import joined

Row = dict[str, object]

PROVENANCE: Mapping[str, str] = {
    "sentence": "str",
    "sentence_start": "int64",
    "sentence_end": "int64",
    "start": "int64",
    "end": "int64",
    "paragraph": "int64",
    "source": "str",
    "url": "str",
    "sha256": "str",
}


def frame(columns: Mapping[str, str], rows: Sequence[Row]) -> pd.DataFrame:
    """Return rows as a DataFrame of `columns` (name → dtype) and the provenance columns.

    Without rows it has every column still, so that a page need not ask.
    """
    whole = {**columns, **PROVENANCE}
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=dtype) for name, dtype in whole.items()}
    )


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table as dicts of plain Python values, column names as keys."""
    names = [str(name) for name in table.columns]
    # Column by column: `to_dict` asks every cell for itself, which takes five times as long.
    columns = [table[name].tolist() for name in table.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def provenance(doc: Doc, spans: Iterable[tuple[int, int]]) -> list[Row]:
    """Return the provenance columns of each span: sentence, offsets, paragraph, source.

    A span outside every sentence (a heading, where headings are none) has its paragraph's text.
    """
    article = doc.article
    places = [(s.start, s.end, s.paragraph + 1) for s in doc.sentences]
    lines = [(p.start, p.end, n) for n, p in enumerate(doc.paragraphs, 1)]
    rows: list[Row] = []
    for start, end in spans:
        first, last, paragraph = _around(places, start) or _around(lines, start) or (start, end, 0)
        rows.append(
            {
                "sentence": article.text[first:last],
                "sentence_start": first,
                "sentence_end": last,
                "start": start,
                "end": end,
                "paragraph": paragraph,
                "source": article.source,
                "url": article.url,
                "sha256": article.sha256,
            }
        )
    return rows


def sentence_indices(doc: Doc, offsets: Iterable[int]) -> list[int]:
    """Return the index of the sentence around each offset, -1 where there is none."""
    starts = [sentence.start for sentence in doc.sentences]
    found = [bisect_right(starts, offset) - 1 for offset in offsets]
    return [
        index if index >= 0 and offset < doc.sentences[index].end else -1
        for index, offset in zip(found, offsets, strict=True)
    ]


def names(doc: Doc, t: Texts) -> dict[str, str]:
    """Map entity ids to names in the interface's language, Japanese where no English is known."""
    english = t.language == "en"
    return {e.id: (e.name_en or e.name) if english else e.name for e in doc.entities}


def named(ids: Iterable[str | None], called: Mapping[str, str], t: Texts) -> str:
    """Join the names of entities; "" for none."""
    return joined([called.get(id_, id_) for id_ in ids if id_], t)


def label_of(prefix: str, key: str, t: Texts) -> str:
    """Return the label of a type, that of "other" for one which the interface does not know."""
    return t.entries.get(f"{prefix}.{key}", t.entries[f"{prefix}.other"])


def kind_label(kind: str, t: Texts) -> str:
    """Return the name of a kind of entity; "" for none."""
    return kinds()[kind][t.language] if kind else ""


def column_label(column: str, t: Texts) -> str:
    """Return the heading of a column of any table here."""
    return t.entries.get(f"tables.column.{column}", column)


def fact_id(kind: str, index: int | None) -> str:
    """Return the id under which a fact stands in addresses and exports; "" for none."""
    return "" if index is None else f"{kind}-{index}"


def _around(places: Sequence[tuple[int, int, int]], start: int) -> tuple[int, int, int] | None:
    index = bisect_right(places, start, key=lambda place: place[0]) - 1
    return places[index] if index >= 0 and start < places[index][1] else None
