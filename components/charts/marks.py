"""What a row of the amounts' table looks like as a mark, whichever chart draws it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from components.charts.lettering import plain, wrap
from components.charts.style import kind_colour
from components.texts import Texts

Row = Mapping[str, Any]
Fill = Literal["hatched", "solid", "pale"]
Opening = Literal["", "out", "in"]
HOVER_WIDTH = 340
SEPARATOR = " / "  # between the pieces of the table's note


@dataclass(frozen=True)
class Reach:
    """Where an amount stands on its axis, in whole units of its currency.

    `body` is what is certain, from zero; `band` what a stated range leaves open. `opening` is
    "out" where the text gives no bound away from zero (以上; for a loss also 以下), "in" where it
    gives none toward zero (最大). `end` is the bound farthest from zero.
    """

    body: Decimal
    end: Decimal
    band: tuple[Decimal, Decimal] | None = None
    opening: Opening = ""

    @property
    def bounds(self) -> tuple[Decimal, ...]:
        """Return the stated bounds: one, or a range's two."""
        return self.band or (self.end,)


@dataclass(frozen=True)
class Mark:
    """A drawable amount: where it reaches, how it is filled, and the words that go with it."""

    id: str
    name: str
    colour: str
    fill: Fill
    status: str
    reach: Reach
    approx: bool
    value: str
    surface: str
    qualifiers: tuple[str, ...]
    note: str
    hover: str

    @property
    def headline(self) -> str:
        """Return the label's first line: "≥ 600億ドル（600億ドル以上）"."""
        return self.value + self.surface

    def bold(self, line: str) -> str:
        """Return a plain line escaped for Plotly with the qualifier's words in bold."""
        if not self.qualifiers:
            return plain(line)
        words = "|".join(re.escape(plain(word)) for word in self.qualifiers)
        return re.sub(f"({words})", r"<b>\1</b>", plain(line))


def reach(low: Decimal | None, high: Decimal | None) -> Reach | None:
    """Return where an amount with these bounds stands; None where it has neither (数兆ドル)."""
    if low is None or high is None:
        only = high if low is None else low
        if only is None:
            return None
        outward = (low is not None and only >= 0) or (high is not None and only < 0)
        return Reach(only, only, opening="out" if outward else "in")
    low, high = sorted((low, high))
    near, far = sorted((low, high), key=abs)
    if low == high:
        return Reach(far, far)
    return Reach(near if low * high > 0 else Decimal(0), far, band=(low, high))


def marks(rows: Sequence[Row], t: Texts) -> tuple[Mark, ...]:
    """Return the rows' marks, largest first and losses last; rows without a bound have none."""
    found = []
    for row in rows:
        where = reach(row["low"], row["high"])
        if where is not None:
            found.append(_mark(row, where, t))
    return tuple(sorted(found, key=lambda mark: -mark.reach.end))


def fill(status: str) -> Fill:
    """Return how an amount of this status is filled: only what is done looks solid."""
    if status in ("announced", "planned", "under_way"):
        return "hatched"
    return "solid" if status == "done" else "pale"


def surface(row: Row) -> str:
    """Return the amount as the text writes it, with its qualifier where the text has it.

    約 before and 規模 after are joined on; one that stands farther off follows after “…”
    (20億ドル(約3,100億円)規模 gives 20億ドル…規模).
    """
    text, qualifier = row["text"], row["qualifier"]
    missing = [word for word in words(qualifier) if word not in text]
    start, end = row["start"] - row["sentence_start"], row["end"] - row["sentence_start"]
    before, after = row["sentence"][: max(start, 0)], row["sentence"][max(end, 0) :]
    for word in missing:
        if after.startswith(word):
            text += word
        elif before.endswith(word):
            text = word + text
        else:
            text = f"{word}…{text}" if word in before else f"{text}…{word}"
    return str(text)


def words(qualifier: str) -> tuple[str, ...]:
    """Return the single words of a qualifier column ("約・規模" is two)."""
    return tuple(word for word in re.split(r"[\s、，・,/…]+", qualifier) if word)


def pieces(note: str) -> list[str]:
    """Return the single remarks of a note column."""
    return [piece for piece in note.split(SEPARATOR) if piece]


def _mark(row: Row, where: Reach, t: Texts) -> Mark:
    written = surface(row)
    same = _bare(written) == _bare(row["value_label"])
    bracketed = "" if same else t("charts_money.brackets", text=written)
    return Mark(
        id=row["id"],
        name=row["label"],
        colour=kind_colour(row["kind"]),
        fill=fill(row["status"]),
        status=row["status_label"],
        reach=where,
        approx=row["mod"] == "approx",
        value=row["value_label"],
        surface=bracketed,
        qualifiers=words(row["qualifier"]),
        note=SEPARATOR.join(pieces(row["note"])),
        hover=_hover(row, bracketed, t),
    )


def _hover(row: Row, bracketed: str, t: Texts) -> str:
    lines = [row["value_label"] + bracketed]
    if row["qualifier"]:
        lines.append(t("charts_money.hover.qualifier", text=row["qualifier"]))
    if row["role_label"] or row["status_label"]:
        facts = filter(None, (row["role_label"], row["status_label"]))
        lines.append(t("charts_money.dot").join(facts))
    lines += filter(None, (row["note"], row["sentence"]))
    shown = [line for text in lines for line in wrap(text, HOVER_WIDTH, 13)]
    return "<br>".join([f"<b>{plain(row['label'])}</b>", *map(plain, shown)])


def _bare(text: str) -> str:
    return re.sub(r"[\s,，]", "", text)
