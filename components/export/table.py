"""Frames as CSV and Excel files.

The data are exported as they are. A text that begins with `=`, `+`, `-` or `@` is not altered in
the CSV: a sign put before it would make the file differ from the facts (△1400万円, @account), and
whoever reads it by program would get the wrong text. The Excel file carries the same texts in
cells of type text, which Excel never calculates; the README tells Excel's users to open that one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

import pandas as pd
import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from components.texts import Texts

LIST_SEPARATOR = ";"
EXCEL_CELL = 32_767
EXCEL_DIGITS = 15
WIDTHS = {"sentence": 60, "text": 24, "label": 24, "note": 32, "url": 32, "sha256": 16}
# A file's bytes must depend on its content alone.
CREATED = datetime(2025, 1, 1)


def plain(value: object) -> str:
    """Return a cell as text: Decimal in full (60000000000), tuples joined by `;`, None as ""."""
    if isinstance(value, str):
        return value
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple | list):
        return LIST_SEPARATOR.join(plain(item) for item in value)
    return str(value)


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Return `frame` as CSV (RFC 4180) in UTF-8 with BOM, which Excel needs to read Japanese."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(frame.columns)
    columns = [map(plain, frame[name].tolist()) for name in frame.columns]
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(frame: pd.DataFrame, t: Texts) -> bytes:
    """Return `frame` as an Excel workbook: the sheet "data" and one that explains its columns."""
    return workbook_bytes({"data": frame}, t)


def workbook_bytes(frames: Mapping[str, pd.DataFrame], t: Texts) -> bytes:
    """Return one workbook with a sheet for each frame and a last one that explains all columns.

    Numbers that Excel holds exactly (15 digits) are numbers, all others text. A text longer than
    an Excel cell ends with a note that the CSV has the whole.
    """
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": "Yomitoki", "created": CREATED})
        for name, frame in frames.items():
            _data_sheet(book, name, frame, t)
        names = dict.fromkeys(str(name) for frame in frames.values() for name in frame.columns)
        _columns_sheet(book, list(names), t)
    return out.getvalue()


def explained(columns: list[str], t: Texts) -> list[tuple[str, str]]:
    """Return each column with its meaning in the reader's language; KeyError names the text."""
    return [(name, t(f"export.column.{name}")) for name in columns]


def _data_sheet(book: Workbook, name: str, frame: pd.DataFrame, t: Texts) -> None:
    sheet = book.add_worksheet(name[:31])
    whole = book.add_format({"num_format": "#,##0", "valign": "top"})
    other = book.add_format({"valign": "top"})
    sheet.write_row(0, 0, list(frame.columns), book.add_format({"bold": True}))
    for column, title in enumerate(frame.columns):
        sheet.set_column(column, column, WIDTHS.get(str(title), 14))
    for row, cells in enumerate(frame.itertuples(index=False), start=1):
        for column, cell in enumerate(cells):
            number = excel_number(cell)
            if isinstance(cell, bool):
                sheet.write_boolean(row, column, cell, other)
            elif number is not None:
                sheet.write_number(row, column, number, whole if number.is_integer() else other)
            else:
                _write_text(sheet, row, column, plain(cell), other, t)
    sheet.freeze_panes(1, 1)
    if len(frame):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)


def _write_text(
    sheet: Worksheet, row: int, column: int, text: str, style: object, t: Texts
) -> None:
    if len(text.encode("utf-16-le")) // 2 > EXCEL_CELL:
        note = t("export.cut")
        text = text[: (EXCEL_CELL - len(note)) // 2] + note
    if text:
        sheet.write_string(row, column, text, style)


def excel_number(value: object) -> float | None:
    """Return `value` as Excel stores it, or None where Excel would change a digit of it."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    exact = Decimal(value)
    if not exact.is_finite() or len(exact.normalize().as_tuple().digits) > EXCEL_DIGITS:
        return None
    stored = float(exact)
    # XlsxWriter writes 16 digits; the last of them can betray the binary fraction.
    return stored if Decimal(f"{stored:.16G}") == exact else None


def _columns_sheet(book: Workbook, columns: list[str], t: Texts) -> None:
    sheet = book.add_worksheet(t("export.columns_sheet"))
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90, wrap)
    sheet.write_row(0, 0, [t("export.column_name"), t("export.column_meaning")], bold)
    for row, (name, meaning) in enumerate(explained(columns, t), start=1):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, meaning)
    last = len(columns) + 2
    for offset, key in enumerate(("export.lists", "export.rights_facts", "export.rights_text")):
        sheet.write_string(last + offset, 1, t(key))
