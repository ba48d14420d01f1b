"""Tables of amounts made for tests of the money charts, and ways to look into a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from components import tables
from components.texts import texts
from components.wording import amount_label
from tests.docs import sample_doc

JA, EN = texts("ja"), texts("en")


def demo(t: Any = JA) -> pd.DataFrame:
    """Return the amounts of the DeepSeek article, Stargate first."""
    return tables.charted(tables.amounts(sample_doc(), t))


def frame(*changes: dict[str, Any], t: Any = JA) -> pd.DataFrame:
    """Return a table of amounts like Meta's, one for each set of changed columns."""
    meta = demo(t).to_dict("records")[1]
    rows = []
    for index, change in enumerate(changes):
        row = meta | {"id": f"amount-{index}", "label": f"会社{index}", **change}
        for bound in ("low", "high"):
            row[bound] = None if row[bound] is None else Decimal(row[bound])
        row["value_label"] = amount_label(
            row["low"], row["high"], row["mod"], row["currency"], t, row["text"]
        )
        row["role_label"] = t(f"tables.role.{row['role']}")
        row["status_label"] = t(f"tables.status.{row['status']}")
        rows.append(row)
    table = pd.DataFrame(rows, columns=list(meta))
    for bound in ("low", "high"):
        table[bound] = pd.Series([row[bound] for row in rows], dtype=object)
    return table


def exact(value: object, **change: Any) -> dict[str, Any]:
    """Return the changes that make an amount exactly `value`."""
    return {"low": value, "high": value, "mod": "exact", "qualifier": "", **change}


def trace(fig: go.Figure, name: str) -> Any:
    """Return the only trace of that name."""
    (found,) = [each for each in fig.data if each.name == name]
    return found


def words(fig: go.Figure) -> str:
    """Return all that is written in the figure."""
    written = [note.text or "" for note in fig.layout.annotations]
    return "\n".join([fig.layout.title.text, *written]).replace("<br>", "").replace("&lt;", "<")


def ends(fig: go.Figure, value: float) -> list[Any]:
    """Return the upright strokes at a value: a bar's end lines."""
    strokes = [shape for shape in fig.layout.shapes if shape.type == "line"]
    return [line for line in strokes if line.x0 == line.x1 == pytest.approx(value)]


def dashes(fig: go.Figure, value: float) -> list[str | None]:
    """Return the dashes of the end lines at a value."""
    return [line.line.dash for line in ends(fig, value)]
