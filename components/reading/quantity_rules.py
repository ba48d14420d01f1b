"""The rules by which ranks and quantities are found, and the units of `data/vocabulary/units.tsv`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from components.reading.currencies import GAP
from components.reading.shape import Rule
from components.reading.tsv import Row, rows

PATH = Path(__file__).parents[2] / "data" / "vocabulary" / "units.tsv"
COLUMNS = ("form", "unit", "sort", "kanji", "unless")
SORTS = ("ratio", "duration", "measure", "count")
_TO = r" ?(?:〜|-|~) ?"

RANK_RULES: tuple[Rule, ...] = (
    Rule(
        "top",
        r"(?:トップ|ベスト|ワースト|ビッグ|(?i:top)) ?<I!:high>(?:社|位|カ国|か国|以内|入り|圏内)?(?![%割年月]|パーセント)",
        "トップ10",
        needs="トワビTt",
    ),
    Rule(
        "the upper",
        r"上位<I:high>(?:社|位|人|行|校|カ国|か国|チーム|銘柄|都市|以内)*(?![%割年月]|パーセント)",
        "上位5社",
        needs="位",
    ),
    Rule("up to a place", r"第?<I:high>位(?:以内|圏内|まで)", "10位以内", needs="位"),
    Rule("places", rf"第?<I:low>位?{_TO}<I:high>位", "4〜6位", needs="位"),
    Rule("place", r"第?<I:low>位(?!一体|置|相)", "第2位", needs="位"),
    Rule(
        "in order of size",
        r"<I:low>番目(?=に(?:大き|高|多|長|小さ|広|人気|重|速|早|少な|安))",
        "2番目に大きい",
        needs="番",
    ),
    Rule("runner-up", r"<I:low>番手", "2番手", needs="番"),
    Rule("number one in Latin", r"(?:No\.? ?|№ ?|ナンバー)<M:low>(?![0-9.])", "No.1", needs="N№ナ"),
    Rule("first", r"(?P<first>首位|ナンバーワン)(?!打者|攻防)", "首位"),
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: how it is shown, what sort it is, and whether plain kanji count with it."""

    unit: str
    sort: str
    kanji: bool
    unless: str


@cache
def units(path: Path = PATH) -> Mapping[str, Measure]:
    """Return the good lines of the table by form, the longest first."""
    return {
        row.values["form"]: Measure(
            row.values["unit"],
            row.values["sort"],
            row.values["kanji"] == "yes",
            row.values["unless"],
        )
        for row in sorted(_read(path)[0], key=lambda row: -len(row.values["form"]))
    }


@cache
def sort_of(unit: str) -> str:
    """Return what sort a quantity is by its unit: rate, time, version, ratio, duration, measure, count.

    JPY/USD is a rate, clock (午前9時30分) a time, %, 倍 and fraction ratios, 年ぶり a duration.
    """
    own = {"clock": "time", "version": "version", "fraction": "ratio"}
    if unit in own:
        return own[unit]
    if re.fullmatch(r"[A-Z]{3}(?:/[A-Z]{3})?", unit) and unit not in _unit_sorts():
        return "rate"
    return _unit_sorts().get(unit, "count")


@cache
def _unit_sorts() -> Mapping[str, str]:
    return {measure.unit: measure.sort for measure in units().values()}


@cache
def unit_faults(path: Path = PATH) -> tuple[str, ...]:
    """Return what is wrong in the table of units, a sentence for each faulty line."""
    return tuple(_read(path)[1])


@cache
def quantity_rules() -> tuple[Rule, ...]:
    """Return the rules, with the units of the table in them."""
    unit = "|".join(
        re.escape(form)
        + "".join(f"(?!{unless})" for unless in (measure.unless, _longer(form)) if unless)
        for form, measure in units().items()
    )
    sign = r"(?P<sign>[▲△±]|プラスマイナス|マイナス|プラス|(?<![0-9A-Za-z一-龠ぁ-んァ-ヶー)\ue000-\ue01f])[-+])?"
    return (
        Rule(
            "time of day",
            r"(?P<clock>午前|午後|正午)?<T!:hour>時(?!間|点|期|代|価|給|短)(?:<T!:minute>分(?:<T!:second>秒)?|半(?!ば))?",
            "午前9時30分",
            needs="時",
        ),
        Rule(
            "time of day in digits",
            r"(?P<clock>)(?<![\ue000-\ue01f:])<T!:hour>:<T!:minute>(?![:0-9])",
            "9:30",
            needs=":",
        ),
        Rule("tenths", r"<N:low>割<N:part>分(?P<unit>)(?!の)", "3割5分", needs="割"),
        Rule("fraction", r"(?P<fraction>)<N:low>分の<N:over>", "3分の1", needs="分"),
        Rule(
            "range with unit",
            rf"{sign}<N:low>{GAP}(?:{unit})?{_TO}<N:high>{GAP}(?P<unit>{unit})",
            "3〜5%",
            needs="〜-~",
        ),
        Rule(
            "number with unit",
            rf"{sign}第?<N:low>{GAP}(?P<unit>{unit})(?P<th>目(?![的標安録論立]))?",
            "42.6%",
        ),
        Rule("ordinal", r"(?P<ordinal>)第<N!:low>", "第3"),
        Rule("scaled number", r"(?P<bare>)<N!:low>", "10万"),
        Rule("version", r"(?P<version>)<X:dotted>", "3.5.1"),
    )


def _longer(form: str) -> str:
    """Return what may not follow a form in katakana: it would be part of a longer word, トンネル."""
    return "[ァ-ヴー]" if re.search(r"[ァ-ヴー]\Z", form) else ""


def _read(path: Path) -> tuple[list[Row], list[str]]:
    found, faults = rows(path, COLUMNS)
    good = []
    for row in found:
        fault = _fault(row)
        if fault:
            faults.append(f"{path.name}:{row.line}: {fault}")
        else:
            good.append(row)
    return good, faults


def _fault(row: Row) -> str:
    if not row.values["form"] or not row.values["unit"]:
        return "the form or the unit is empty; write both"
    if row.values["sort"] not in SORTS:
        return f"“{row.values['sort']}” is no sort; write one of {', '.join(SORTS)}"
    if row.values["kanji"] not in ("yes", "no"):
        return f"“{row.values['kanji']}” is neither yes nor no; write one of them"
    try:
        re.compile(row.values["unless"])
    except re.error:
        return f"“{row.values['unless']}” is no regular expression; mend it"
    return ""
