"""Reads the tables in `data/vocabulary/`: TAB-separated, UTF-8, `#` comments, one header line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its number in the file, counted from 1, and its cells by column name."""

    line: int
    values: Mapping[str, str]


def rows(path: Path, columns: Sequence[str]) -> tuple[list[Row], list[str]]:
    """Return the good lines of a table and, for each bad one, a sentence that says what to do.

    The first line that is neither blank nor a comment must be the header, exactly `columns`;
    without it no line is read. Cells lose the blanks around them. A file that cannot be read
    gives no rows and one fault. Never raises for what a file holds.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return [], [f"{path.name}: the file is missing; put it into {path.parent.name}/"]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        byte = error.object[error.start]
        return [], [f"{path.name}:{line}: byte 0x{byte:02X} is not UTF-8; save the file as UTF-8"]
    except OSError as error:
        return [], [f"{path.name}: the file cannot be read ({error.strerror}); make it readable"]
    lines = [(n, raw.rstrip("\r")) for n, raw in enumerate(text.split("\n"), start=1)]
    told = [(n, raw) for n, raw in lines if raw.strip() and not raw.startswith("#")]
    header = "TAB".join(columns)
    if not told:
        return [], [f"{path.name}:1: the file is empty; begin it with the header {header}"]
    first, names = told[0]
    if _cells(names) != list(columns):
        return [], [f"{path.name}:{first}: “{names}” is not the header; write {header}"]
    return _parse(path.name, columns, told[1:])


def _parse(
    name: str, columns: Sequence[str], lines: Sequence[tuple[int, str]]
) -> tuple[list[Row], list[str]]:
    good: list[Row] = []
    faults: list[str] = []
    for number, raw in lines:
        cells = _cells(raw)
        if len(cells) == len(columns):
            good.append(Row(number, dict(zip(columns, cells, strict=True))))
        else:
            faults.append(
                f"{name}:{number}: “{raw}” has {len(cells)} columns; "
                f"write {len(columns)}, separated by TAB"
            )
    return good, faults


def _cells(raw: str) -> list[str]:
    return [cell.strip() for cell in raw.split("\t")]
