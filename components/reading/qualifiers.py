"""Words at a number that say how exactly it is meant: `data/vocabulary/qualifiers.tsv`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast, get_args

from components.reading.model import Mod
from components.reading.tsv import Row, rows

PATH = Path(__file__).parents[2] / "data" / "vocabulary" / "qualifiers.tsv"
COLUMNS = ("form", "position", "mod", "unless", "note")
_REACH = 24  # characters before a number in which its qualifiers stand
# What may part a qualifier from its number: 最大で総額20億ドル, 少なくとも年間3億円.
_BETWEEN = (
    r"(?:総額|合計|計|合わせて|あわせて|累計|延べ|現金|追加|新たに|さらに|年間|年額|年|月額|月"
    r"|当初|(?:今後|向こう|この先)?[\ue000-\ue01f](?:年|カ月)間?[でに]?|[はがで、 ])*+"
)
# 市場予想の500億円を上回った: here the figure is what was exceeded, and exact.
# 85億ドルを下回る78億ドル: two sums are compared.
_ANOTHER = re.compile(r"(?:最大|約|およそ|計|総額)?[\ue000-\ue01f]")
_MEASURE = re.compile(
    r"(?:予想|予測|見通し|計画|目標|前年|前期|前回|前月|同期|同月|同年|従来|コンセンサス|実績|これまで"
    r"|[はが]過去最高|だった|であった)[^。、]{0,10}\Z"
    r"|最(?:[大高多]だった|も[多高大]き?かった)[^。、]{0,24}\Z|(?:円|ドル|ユーロ|ポンド|元)と、?[^。、]{1,14}[のたい]約?\Z|[\ue000-\ue01f]月期の約?\Z"
)


@dataclass(frozen=True)
class Qualifiers:
    """The table: forms to their mod, and the patterns that find them at a number."""

    mods: Mapping[str, Mod]
    before: re.Pattern[str]
    after: re.Pattern[str]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Qualified:
    """What stands at a number: the stretch of the shape it fills with its touching qualifiers,
    and every qualifier in reading order, touching or not."""

    start: int
    end: int
    words: tuple[str, ...]


@cache
def qualifiers(path: Path = PATH) -> Qualifiers:
    """Load the table; a faulty line is left out and told of in `faults`."""
    found, faults = rows(path, COLUMNS)
    good = []
    for row in found:
        fault = _fault(row)
        if fault:
            faults.append(f"{path.name}:{row.line}: {fault}")
        else:
            good.append(row.values)
    good.sort(key=lambda row: len(row["form"]), reverse=True)
    before = _any(good, "before", "(?<!{unless}){form}")
    after = _any(good, "after", "{form}(?!{unless})")
    return Qualifiers(
        mods={row["form"]: cast("Mod", row["mod"]) for row in good},
        before=re.compile(rf"(?P<words>(?:{before})++){_BETWEEN}\Z"),
        after=re.compile(rf"(?P<word>{after})"),
        faults=tuple(faults),
    )


def qualify(text: str, start: int, end: int) -> Qualified:
    """Find the qualifiers of the number that fills `text[start:end]` of a shape.

    約600億ドル以上 fills all of itself; in 20億ドル(約3,100億円)規模 the 規模 belongs to 20億ドル
    but is not part of what it fills.
    """
    table = qualifiers()
    words: list[str] = []
    first = start
    window = text[max(0, start - _REACH) : start]
    before = table.before.search(window)
    if before:
        words += _cut(before["words"], table.mods)
        if before.end("words") == len(window):
            first = start - len(before["words"])
    last = _follow(text, start, end, words)
    beyond = _beyond_parenthesis(text, last)
    if beyond is not None:
        _follow(text, start, beyond, words)
    return Qualified(first, last, tuple(words))


def mod_of(words: Sequence[str]) -> tuple[Mod, str]:
    """Return what qualifiers amount to, and the words that say it: a bound outweighs 約.

    66万円から is exact: it is what the cheapest costs, and から stays beside it.
    """
    mods = qualifiers().mods
    bounds = [word for word in words if mods.get(word, "approx") not in ("approx", "exact")]
    if bounds:
        mod = mods[bounds[0]]
        return mod, "・".join(word for word in bounds if mods[word] == mod)
    exact = all(mods.get(word) == "exact" for word in words)
    return "exact" if exact else "approx", "・".join(words)


def _follow(text: str, start: int, end: int, words: list[str]) -> int:
    """Add the qualifiers that stand from `end` on to `words` and return where they end."""
    while found := qualifiers().after.match(text, end):
        word = found["word"]
        if word.startswith(("を", "に")) and _MEASURE.search(text[max(0, start - _REACH) : start]):
            break
        if word.startswith("を") and _ANOTHER.match(text, found.end()):
            break
        words.append(word)
        end = found.end()
    return end


def _beyond_parenthesis(text: str, at: int) -> int | None:
    if text[at : at + 1] != "(":
        return None
    closing = text.find(")", at, at + 60)
    return closing + 1 if closing >= 0 else None


def _cut(run: str, forms: Mapping[str, Mod]) -> list[str]:
    """Part a run of forms that follow each other: 最大で約 is 最大で and 約."""
    words = []
    while run:
        word = next((run[:size] for size in range(len(run), 0, -1) if run[:size] in forms), run)
        words.append(word)
        run = run[len(word) :]
    return words


def _any(found: Sequence[Mapping[str, str]], position: str, form: str) -> str:
    written = [
        form.format(form=re.escape(row["form"]), unless=row["unless"])
        if row["unless"]
        else re.escape(row["form"])
        for row in found
        if row["position"] == position
    ]
    return "|".join(written) or "(?!)"


def _fault(row: Row) -> str:
    values = row.values
    if not values["form"]:
        return "the form is empty; write the qualifier"
    if values["position"] not in ("before", "after"):
        return f"“{values['position']}” is no position; write before or after"
    if values["mod"] not in get_args(Mod):
        return f"“{values['mod']}” is no mod; write one of {', '.join(get_args(Mod))}"
    try:
        before = values["position"] == "before"
        re.compile(f"(?<!{values['unless']})" if before else values["unless"])
    except re.error:
        return f"“{values['unless']}” is no regular expression of one length; mend it"
    return ""
