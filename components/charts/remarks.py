"""The sentences under a money chart: what its signs mean, why no total, where it is from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from components.charts.marks import Mark, Row, pieces
from components.texts import Texts
from components.wording import MINUS

PENDING = frozenset({"announced", "planned", "under_way"})
SPENDING = frozenset({"investment", "acquisition"})
LISTED = 12  # amounts that a note names before it counts the rest


def title(rows: Sequence[Row], t: Texts) -> str:
    """Return a chart's title, which names the role of what it draws."""
    roles = {row["role"]: row["role_label"] for row in rows}
    if len(roles) > 1:
        return t("charts_money.title.mixed")
    if set(roles) <= {"investment"}:
        return t("charts_money.title.investment")
    return t("charts_money.title.role", role=next(iter(roles.values())))


def pending(rows: Sequence[Row], scale: str, t: Texts) -> str:
    """Return that money is announced but not spent, or "" where that is not the question."""
    spending = [row for row in rows if row["role"] in SPENDING]
    waiting = [row for row in spending if row["status"] in PENDING]
    if not waiting:
        return ""
    key = "" if len(waiting) == len(rows) else ("_some_log" if scale == "log" else "_some")
    statuses = dict.fromkeys(row["status_label"] for row in waiting)
    return t(f"charts_money.pending{key}", statuses=_enumerated(statuses, t))


def legend(marks: Sequence[Mark], signs: str, t: Texts) -> str:
    """Explain the signs that occur and no others; `signs` is "legend", "dots" or "squares"."""
    said = []
    for fill in ("hatched", "solid", "pale"):
        statuses = dict.fromkeys(mark.status for mark in marks if mark.fill == fill)
        if statuses:
            said.append(t(f"charts_money.{signs}.{fill}", statuses=_enumerated(statuses, t)))
    signed = {
        "out": [mark for mark in marks if mark.reach.opening == "out"],
        "in": [mark for mark in marks if mark.reach.opening == "in"],
        "approx": [mark for mark in marks if mark.approx],
    }
    for sign, shown in signed.items():
        if shown:
            bare = t(f"charts_money.legend.bare_{sign}")
            said.append(t(f"charts_money.{signs}.{sign}", words=_quoted(shown, bare, t)))
    if any(mark.reach.band for mark in marks):
        said.append(t(f"charts_money.{signs}.range"))
    return "　".join(said) if t.language == "ja" else ". ".join(said) + "."


def no_total(rows: Sequence[Row], t: Texts) -> str:
    """Return why the chart gives no total: what differs between its amounts, or is not stated."""
    if len(rows) < 2:
        return ""
    differing = {
        "role": {row["role"] for row in rows},
        "currency": {row["currency"] for row in rows},
        "qualifier": {(row["mod"], row["low"] == row["high"]) for row in rows},
        "scope": {
            (row["joint"], row["each"], row["target_id"], bool(row["part_of"])) for row in rows
        },
        "period": {row["period"] for row in rows if row["period"]},
    }
    names = [t(f"charts_money.total.{key}") for key, found in differing.items() if len(found) > 1]
    reasons = _enumerated(names, t)
    unstated = any(not row["period"] for row in rows)
    if reasons:
        key = "differ_unstated" if unstated else "differ"
        return t(f"charts_money.total.{key}", reasons=reasons)
    return t(f"charts_money.total.{'unstated' if unstated else 'absent'}")


def rates(rows: Sequence[Row], t: Texts) -> str:
    """Return the rates of converted amounts with their day and source, "" without any."""
    used = dict.fromkeys((row["rate_label"], row["rate_source"]) for row in rows if row["rate"])
    gap = "" if t.language == "ja" else " "
    return gap.join(t("charts_money.rate", said=said, source=source) for said, source in used)


def sources(rows: Sequence[Row], t: Texts) -> str:
    """Return source and place: "出典: Fox Business（第16段落, 文字 988–1093）".

    Offsets are those of the sentences, half-open, as in the exported tables.
    """
    ordered = sorted(rows, key=lambda row: (row["source"], row["paragraph"], row["start"]))
    return "\n".join(
        t(
            "charts_money.source",
            source=source or t("charts_money.source_text"),
            places=_places(list(group), t),
        )
        for source, group in groupby(ordered, key=lambda row: str(row["source"]))
    )


def left_out(shown: int, count: int, t: Texts) -> str:
    """Return that `count` amounts beside the `shown` ones are only in the table, "" if none is."""
    return t("charts_money.left_out", shown=shown, count=count) if count else ""


def listed(rows: Sequence[Row], t: Texts) -> str:
    """Join amounts that are told, not drawn, and count those after the first few."""
    named = t("charts_money.comma").join(
        t("charts_money.item", name=row["label"], value=row["value_label"]) for row in rows[:LISTED]
    )
    rest = len(rows) - LISTED
    return t("charts_money.more", items=named, count=rest) if rest > 0 else named


def nothing(rows: Sequence[Row], t: Texts) -> str:
    """Return why a chart is empty: no amount at all, or none that it can draw."""
    return t("charts_money.undrawn" if rows else "charts_money.none")


def digits(value: float) -> str:
    """Return a number with its thousands grouped and without exponent: 12,000, 0.0001, −5."""
    plain = f"{Decimal(f'{abs(value):.12g}'):,f}"
    return (MINUS if value < 0 else "") + plain


def facts(row: Row, t: Texts) -> str:
    """Return what a text summary says of an amount beside its value: role, status and note."""
    told = (row["role_label"], row["status_label"], *pieces(row["note"]))
    return t("charts_money.comma").join(filter(None, told))


def _quoted(marks: Sequence[Mark], bare: str, t: Texts) -> str:
    found = dict.fromkeys(word for mark in marks for word in mark.qualifiers)
    return "".join(t("charts_money.quoted", text=word) for word in found or [bare])


def _enumerated(words: Iterable[str], t: Texts) -> str:
    *first, last = [*words] or [""]
    if not first:
        return last
    return t("charts_money.enumeration", first=t("charts_money.dot").join(first), last=last)


def _places(rows: Sequence[Row], t: Texts) -> str:
    paragraphs = {row["paragraph"]: row for row in rows}
    if len(paragraphs) > 3:
        return t(
            "charts_money.places", first=min(paragraphs), last=max(paragraphs), count=len(rows)
        )
    return t("charts_money.comma").join(
        t(
            "charts_money.place",
            paragraph=paragraph,
            start=min(row["sentence_start"] for row in rows if row["paragraph"] == paragraph),
            end=max(row["sentence_end"] for row in rows if row["paragraph"] == paragraph),
        )
        for paragraph in paragraphs
    )
