"""Frames and looks at figures for the tests of timeline, story and network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components import tables
from components.texts import Texts, texts
from tests.docs import sample_doc

CONTEXT = Path(__file__).parent.parent / "data" / "context" / "deepseek.toml"
KINDS = ("company", "organization", "person", "product", "project")
JA = texts("ja")


def events_of(t: Texts, outside: bool = True) -> pd.DataFrame:
    """Return the events of the sample article, with those from outside it."""
    doc = sample_doc()
    return tables.events(doc, t, tables.outside_facts(CONTEXT, doc) if outside else ())


def headings_of() -> list[tuple[int, str]]:
    """Return the sample article's headings as (start, text)."""
    doc = sample_doc()
    return [(p.start, doc.article.text[p.start : p.end]) for p in doc.paragraphs if p.heading]


def lane(index: int, **changes: Any) -> dict[str, Any]:
    """Return a row of the lanes' table; kinds take turns."""
    row = {
        "id": f"e{index}",
        "name": f"第{index}社",
        "kind": KINDS[index % len(KINDS)],
        "kind_label": "",
        "listed": True,
        "mentions": 1,
        "first": index,
    }
    return row | changes


def event(index: int, resolved: str = "", **changes: Any) -> dict[str, Any]:
    """Return a row of the events' table, undated unless `resolved` is given."""
    row = {
        "id": f"event-{index}",
        "number": index + 1,
        "label": f"出来事{index}",
        "date": resolved,
        "resolved": resolved,
        "date_label": resolved,
        "inferred": False,
        "outside": False,
        "status_label": "実施",
        "agents": "第0社",
        "targets": "",
        "actor_ids": ("e0",),
        "reporter": "",
        "note": "",
        "sentence": "第0社が発表した。",
        "start": index * 10,
        "end": index * 10 + 2,
        "paragraph": 1,
        "source": "日経",
        "url": "",
    }
    return row | changes


def relation(index: int, head: int, tail: int, verb: str = "開発") -> dict[str, Any]:
    """Return a row of the relations' table between two lanes."""
    row: dict[str, Any] = {"id": f"relation-{index}", "type_label": verb}
    for end, number in (("head", head), ("tail", tail)):
        actor = lane(number)
        row |= {f"{end}_id": actor["id"], end: actor["name"], f"{end}_kind": actor["kind"]}
    return row | {"sentence": "第0社は第1社を持つ。", "source": "日経"}


def drawn(fig: go.Figure) -> list[dict[str, Any]]:
    """Return the numbered marks of a timeline or story, without those of the list below it."""
    found = []
    for trace in fig.data:
        if trace.xaxis == "x9" or not (trace.mode or "").startswith("markers"):
            continue
        if trace.customdata is None:
            continue
        for index, row in enumerate(trace.customdata):
            mark = {
                "id": row[0],
                "axis": trace.xaxis or "x",
                "x": trace.x[index],
                "y": trace.y[index],
                "fill": trace.marker.color[index],
                "edge": trace.marker.line.color[index],
                "number": trace.text[index] if trace.text else "",
                "ink": trace.textfont.color[index] if trace.text else "",
            }
            found.append(mark)
    return found


def axis_of(fig: go.Figure, name: str) -> Any:
    """Return the axis that a mark names."""
    return fig.layout[name.replace("x", "xaxis")]


def words(fig: go.Figure) -> str:
    """Return all that is written in a figure."""
    said = [annotation.text for annotation in fig.layout.annotations]
    return "\n".join([*said, *(str(text) for trace in fig.data for text in trace.text or ())])
