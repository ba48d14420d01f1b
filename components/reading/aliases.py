"""Two forms for one thing: 国際通貨基金(IMF), Kestrel Therapeutics and Kestrel, ヤン・ルカン and ルカン氏."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from components.reading.lexicon import SHORT_GROUP, script
from components.reading.name_cues import cues

_BRACKETED = re.compile(
    "\\((?:(?:以下|略称は?|通称|旧|現)[、・:]?)?「?([^()「」。\\n]{2,30})」?\\)"
)
_SAID_SO = re.compile("\\((?:以下|略称|通称|旧|現)")
_LEGAL = re.compile(
    "^(?:株式会社|有限会社|合同会社)|(?:株式会社|有限会社|合同会社|投資法人|投資事業(?:有限責任)?組合|,? (?:Inc|Corp|Ltd|LLC|PLC)\\.?)$"
)


def bracketed(
    folded: str, forms: Collection[str], ends: Mapping[int, str]
) -> Iterator[tuple[str, str]]:
    """Yield (short, long) for a form in brackets behind another: ("IMF", "国際通貨基金").

    `ends` maps the offset where a name ends to what is to be called `long`.
    """
    for match in _BRACKETED.finditer(folded):
        short, long = match[1], ends.get(match.start())
        if long is None or short not in forms or short == long:
            continue
        latin = bool(re.fullmatch("[A-Za-z][A-Za-z.&]*(?: [A-Z][A-Za-z.]*)*", short))
        capitals = sum(char.isupper() for char in short)
        read = script(short[0]) == "katakana" and script(long[0]) in ("kanji", "latin")
        other_script = (latin and not long.isascii()) or read
        if _SAID_SO.match(folded, match.start()) or (latin and capitals > 1) or other_script:
            yield short, long


def abbreviations(folded: str, forms: Collection[str], ends: Collection[int]) -> set[str]:
    """Return the capitals in brackets behind words that name nothing: ARR in 年間経常収益(ARR).

    `ends` holds the offsets where a name ends.
    """
    return {
        match[1]
        for match in _BRACKETED.finditer(folded)
        if match[1] in forms
        and match[1].isupper()
        and match.start() not in ends
        and script(folded[match.start() - 1]) in ("kanji", "katakana")
    }


def shortened(forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (short, long) where a form is another without its legal form or its line of business."""
    known = sorted(forms)
    present = set(known)
    for long in known:
        shorts = {_LEGAL.sub("", long)}
        cue = cues("end").ending(long, len(long), 2)
        if cue and cue.kind == "company" and not _plain_kanji(cue.form):
            shorts.add(long[: -len(cue.form)].rstrip(" ・,"))
        for whole, brief in SHORT_GROUP.items():
            shorts.add(long.replace(whole, brief))
        yield from ((short, long) for short in sorted(shorts - {long}) if short in present)


def surnames(full: str) -> tuple[str, ...]:
    """Return what a person may be called for short: ルカン, Altman, 三 or 三浦 (of 三浦隆之)."""
    for joint in ("・", "=", " "):
        if joint in full:
            return (full.rpartition(joint)[2],)
    if all(script(char) == "kanji" for char in full) and len(full) >= 3:
        return tuple(full[:size] for size in (2, 3, 1) if size < len(full))
    return ()


def _plain_kanji(form: str) -> bool:
    return all(script(char) == "kanji" for char in form)
