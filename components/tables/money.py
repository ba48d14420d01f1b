"""Sums of money as a table: one row for each amount of the text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import cast

import pandas as pd

from components import currency as exchange
from components.reading.model import Amount, Doc, Mod
from components.tables.frames import (
    Row,
    fact_id,
    frame,
    kind_label,
    label_of,
    named,
    names,
    provenance,
    records,
)
from components.tables.retold import told_below
from components.texts import Texts
from components.wording import amount_label, date_label, money, rate_label

COLUMNS = {
    "id": "str",
    "label": "str",
    "kind": "str",
    "kind_label": "str",
    "value_label": "str",
    "text": "str",
    "low": "object",
    "high": "object",
    "mod": "str",
    "mod_label": "str",
    "qualifier": "str",
    "currency": "str",
    "role": "str",
    "role_label": "str",
    "status": "str",
    "status_label": "str",
    "payers": "str",
    "payer_ids": "object",
    "payer_count": "int64",
    "target": "str",
    "target_id": "str",
    "joint": "bool",
    "each": "bool",
    "note": "str",
    "period": "str",
    "restates": "str",
    "part_of": "str",
    "rate": "str",
    "rate_label": "str",
    "rate_date": "str",
    "rate_source": "str",
}
NAMED = 3  # payers that a label names
# What follows the last payer that is named where there are others: 甲社や大手銀から, 甲社、大手銀などから.
_MORE = re.compile("や|ら(?!れ)|など|をはじめ|、[^。はがをに]{1,20}など")
# Money that flows belongs to a period; a valuation or a price belongs to a moment.
FLOWS = frozenset({"investment", "revenue", "profit"})
SEPARATOR = " / "


def amounts(doc: Doc, t: Texts) -> pd.DataFrame:
    """Return every amount of the text in its order, also those that restate another.

    `low` and `high` are Decimal in whole units of `currency`, or None.
    """
    called = names(doc, t)
    kinds = {entity.id: entity.kind for entity in doc.entities}
    places = provenance(doc, [(amount.start, amount.end) for amount in doc.amounts])
    whole, below, rows = undivided(doc), told_below(doc), []
    for index, amount in enumerate(doc.amounts):
        amount = replace(amount, restates=below.get(index, amount.restates))
        bearer = bearer_of(amount, kinds)
        kind = kinds.get(bearer, "")
        row: Row = {
            "id": fact_id("amount", index),
            "label": amount_name(doc, amount, kinds, called, t),
            "kind": kind,
            "kind_label": kind_label(kind, t),
            "value_label": value_label(amount, t),
            "mod_label": t(f"tables.mod.{amount.mod}"),
            "role_label": label_of("tables.role", amount.role, t),
            "status_label": t(f"tables.status.{amount.status}"),
            "payers": named(amount.payers, called, t),
            "payer_ids": amount.payers,
            "payer_count": len(amount.payers),
            "target": named((amount.target,), called, t),
            "target_id": amount.target or "",
            "joint": is_joint(amount),
            "note": _note(doc, amount, index in whole, called, kinds, t),
            "period": _period(doc, amount, t),
            "restates": fact_id("amount", amount.restates),
            "part_of": fact_id("amount", amount.part_of),
            "rate": "",
            "rate_label": "",
            "rate_date": "",
            "rate_source": "",
        }
        as_read = ("text", "low", "high", "mod", "qualifier", "currency", "role", "status", "each")
        rows.append(row | {name: getattr(amount, name) for name in as_read} | places[index])
    return frame(COLUMNS, rows)


def charted(amounts_frame: pd.DataFrame, role: str = "investment") -> pd.DataFrame:
    """Keep the rows that a chart of `role` draws, the largest first within a currency.

    A row that restates another is left out; one without a bound (数兆ドル) stays, last, for the
    chart to name. Sums of different currencies are not compared, their groups stand in the order
    of the text.
    """
    kept = amounts_frame[(amounts_frame["role"] == role) & (amounts_frame["restates"] == "")]
    groups = {code: n for n, code in enumerate(dict.fromkeys(kept["currency"]))}
    sizes = [
        (_size(row) is None, groups[row["currency"]], -(_size(row) or 0))
        for row in records(kept[["currency", "low", "high"]])
    ]
    return kept.iloc[sorted(range(len(sizes)), key=sizes.__getitem__)].reset_index(drop=True)


def convert(amounts_frame: pd.DataFrame, currency: str, date: str, t: Texts) -> pd.DataFrame:
    """Return the table in another currency at the rates of `date` (ISO), each rate named.

    A row whose currency or date has no rate keeps its own currency and says so in its note.
    """
    day = datetime.date.fromisoformat(date)
    return frame(COLUMNS, [_converted(row, currency, day, t) for row in records(amounts_frame)])


def value_label(amount: Amount, t: Texts) -> str:
    """Return the sum with the sign of its qualifier: ≥ 600億ドル."""
    return amount_label(amount.low, amount.high, amount.mod, amount.currency, t, amount.text)


def amount_name(
    doc: Doc, amount: Amount, kinds: Mapping[str, str], called: Mapping[str, str], t: Texts
) -> str:
    """Return whom a sum is drawn under: its project, else its payers, else what it is for (OpenAIへ).

    Of more than `NAMED` payers the first is named and the others counted; など is kept.
    """
    bearer = bearer_of(amount, kinds)
    if bearer and bearer == amount.target:
        name, project = called.get(bearer, bearer), kinds.get(bearer) == "project"
        got = amount.role == "investment" and not project
        return t("tables.towards", name=name) if got else name
    first, rest = amount.payers[:1], len(amount.payers) - 1
    if rest >= NAMED:
        return t("tables.others", name=named(first, called, t), count=rest)
    payers = named(amount.payers, called, t)
    if payers and others_paid(doc, amount):
        return t("tables.among", names=payers)
    return payers or t("tables.unknown")


def others_paid(doc: Doc, amount: Amount) -> bool:
    """Say whether the text names only some of the payers: NVIDIAや大手銀などから約300億円を集めた."""
    part = doc.sentences[amount.sentence]
    inside = (m for m in doc.mentions if part.start <= m.start < part.end)
    ends = [m.end for m in inside if m.entity in amount.payers]
    if not ends:
        return False
    return _MORE.match(doc.article.text, max(ends)) is not None


def bearer_of(amount: Amount, kinds: Mapping[str, str]) -> str:
    """Return the entity whose kind colours the sum: the project, the first payer or the target."""
    if amount.target and (kinds.get(amount.target) == "project" or not amount.payers):
        return amount.target
    return amount.payers[0] if amount.payers else ""


def is_joint(amount: Amount) -> bool:
    """Say whether several pay one sum together; それぞれ is no joint sum."""
    return len(amount.payers) > 1 and not amount.each


def undivided(doc: Doc) -> frozenset[int]:
    """Return the indices of the joint sums that the text leaves so: no amount is part of one."""
    joint = {index for index, amount in enumerate(doc.amounts) if is_joint(amount)}
    return frozenset(joint.difference(amount.part_of for amount in doc.amounts))


def period_unstated(amount: Amount) -> bool:
    """Say whether the sum flows over a time that the text does not give."""
    return amount.role in FLOWS and amount.date is None


def _period(doc: Doc, amount: Amount, t: Texts) -> str:
    if amount.date is None:
        return ""
    stated = doc.dates[amount.date]
    if t.language == "ja":
        return stated.text
    return date_label(stated.resolved or stated.edtf, t, stated.edtf)


def _note(
    doc: Doc,
    amount: Amount,
    whole: bool,
    called: Mapping[str, str],
    kinds: Mapping[str, str],
    t: Texts,
) -> str:
    pieces = []
    payers, some = named(amount.payers, called, t), others_paid(doc, amount)
    if is_joint(amount):
        pieces.append(t("tables.note.joint", names=payers))
    elif amount.each and len(amount.payers) > 1:
        pieces.append(t("tables.note.each", names=payers))
    elif not some and len(amount.payers) == 1 and kinds.get(amount.payers[0]) == "company":
        pieces.append(t("tables.note.alone"))
    if some:
        pieces.append(t("tables.note.some"))
    if whole:
        pieces.append(t("tables.note.split"))
    if period_unstated(amount):
        pieces.append(t("tables.note.period"))
    for tie in ("restates", "part_of"):
        other = getattr(amount, tie)
        if other is not None:
            pieces.append(t(f"tables.note.{tie}", label=value_label(doc.amounts[other], t)))
    return SEPARATOR.join(pieces)


def _size(row: Mapping[str, object]) -> Decimal | None:
    bounds = [bound for bound in (row["low"], row["high"]) if isinstance(bound, Decimal)]
    return max(bounds, default=None)


def _converted(row: Row, target: str, day: datetime.date, t: Texts) -> Row:
    base = str(row["currency"])
    if base == target or _size(row) is None:
        return row
    try:
        rate = exchange.rate(base, target, day)
    except LookupError:
        return row | {"note": _with(row["note"], t("tables.note.unconverted"))}
    low, high = (
        exchange.convert(bound, rate) if isinstance(bound, Decimal) else None
        for bound in (row["low"], row["high"])
    )
    said = t(
        "tables.note.converted",
        base=money(Decimal(1), base, t),
        rate=rate_label(rate.value, target, t),
        date=date_label(rate.day.isoformat(), t),
    )
    return row | {
        "low": low,
        "high": high,
        "currency": target,
        "value_label": amount_label(low, high, cast("Mod", row["mod"]), target, t),
        "rate": str(rate.value),
        "rate_label": said,
        "rate_date": rate.day.isoformat(),
        "rate_source": t("tables.rate_source"),
    }


def _with(note: object, piece: str) -> str:
    return SEPARATOR.join(filter(None, (str(note), piece)))
