"""How values are put into words: sums of money, plain numbers, dates and the units of axes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from components.edtf import DIVISIONS, Point, points
from components.reading.model import Mod
from components.texts import Texts

JAPANESE = {"京": 10**16, "兆": 10**12, "億": 10**8, "万": 10**4}
ENGLISH = {"trillion": 10**12, "billion": 10**9, "million": 10**6}
# What a hundredth is called where newspapers count it out: 1,845円50銭, 25セント.
HUNDREDTHS = {"JPY": "銭", "USD": "セント", "EUR": "セント"}
MINUS = "−"


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of an axis: values are divided by `divisor` and the axis says `label`."""

    divisor: Decimal
    label: str


def number(value: Decimal | int, t: Texts) -> str:
    """Return an exact number as newspapers group it: 5,000億, 1兆2,000億; 500 billion."""
    value = Decimal(value)
    size = value.copy_abs()
    digits = _grouped(size) if t.language == "ja" else " ".join(_scaled(size))
    return (MINUS if value < 0 else "") + digits.rstrip()


def money(value: Decimal, currency: str, t: Texts) -> str:
    """Return an exact sum with its currency: 312億6,500万ドル, 1,845円50銭; $31.265 billion."""
    sign, value = MINUS if value < 0 else "", value.copy_abs()
    if t.language == "en":
        digits, unit = _scaled(value)
        whole, point, fraction = digits.partition(".")
        if point and not unit:
            digits = f"{whole}.{fraction:0<2}"
        return sign + _with_currency(f"{digits} {unit}".rstrip(), currency, t)
    fraction = _plain(value).partition(".")[2]
    if currency in HUNDREDTHS and 1 <= len(fraction) <= 2:
        small = f"{int(fraction.ljust(2, '0'))}{HUNDREDTHS[currency]}"
        if value < 1:
            return sign + small
        if currency == "JPY":
            return sign + _with_currency(_grouped(Decimal(int(value))), currency, t) + small
    return sign + _with_currency(_grouped(value), currency, t)


def rate_label(value: Decimal, currency: str, t: Texts) -> str:
    """Return a rate in plain digits, as it is quoted: 156.51円, ¥156.51."""
    return _with_currency(str(value), currency, t)


def amount_label(
    low: Decimal | None, high: Decimal | None, mod: Mod, currency: str, t: Texts, text: str = ""
) -> str:
    """Return a sum with the sign of its qualifier: ≥ 600億ドル, 約 5,000億ドル; about $500 billion.

    `text` is what stands for a sum that gives no bound at all (数兆ドル); it is said that no value
    is given.
    """
    return _qualified(low, high, mod, currency, t, text, "sign")


def amount_phrase(
    low: Decimal | None, high: Decimal | None, mod: Mod, currency: str, t: Texts, text: str = ""
) -> str:
    """Return a sum as running text says it: 600億ドル以上, 約 5,000億ドル; at least $60 billion."""
    return _qualified(low, high, mod, currency, t, text, "words")


def axis_unit(values: Iterable[Decimal], currency: str, t: Texts) -> Unit:
    """Choose the unit that keeps an axis readable: 億米ドル in Japanese, billion USD in English.

    兆 begins at ten of them, because 12,000億円 reads better on an axis than 1.2兆円.
    """
    largest = max((value.copy_abs() for value in values), default=Decimal(0))
    steps = {"兆": 10 * JAPANESE["兆"], "億": JAPANESE["億"], "万": JAPANESE["万"]}
    sizes = JAPANESE if t.language == "ja" else ENGLISH
    steps = steps if t.language == "ja" else ENGLISH
    unit = next((unit for unit, least in steps.items() if largest >= least), "")
    label = t("wording.axis", unit=unit, currency=_axis_currency(currency, t))
    return Unit(Decimal(sizes.get(unit, 1)), label.strip())


def date_label(edtf: str, t: Texts, stated: str = "") -> str:
    """Return a date in words; what EDTF cannot be put into words comes back as it is.

    `stated` is the date as the text gives it, when it gives less: XXXX-01-20 resolved to
    2025-01-20 is "2025年1月20日（年は推定）".
    """
    found = points(edtf)
    if found is None:
        return edtf
    if len(found) == 1:
        label = _point(found[0], t)
    elif found[0] and found[1]:
        label = t("wording.interval", first=_point(found[0], t), last=_point(found[1], t))
    else:
        open_end = "since" if found[0] else "until"
        label = t(f"wording.{open_end}", date=_point(found[0] or found[1], t))
    missing = _missing(stated or edtf)
    if stated in {"", edtf}:
        return label + (t(f"wording.unstated.{missing}") if missing else "")
    return label + t(f"wording.inferred.{missing or 'date'}")


def joined(names: Sequence[str], t: Texts) -> str:
    """Join names: OpenAI・ソフトバンク; 、 where a name itself has a ・; a comma in English."""
    if t.language == "ja" and any("・" in name for name in names):
        return "、".join(names)
    return t("wording.join").join(names)


def abutted(words: str, t: Texts) -> str:
    """Return words to be put between Japanese ones, spaced where they begin or end in Latin.

    "Meta" becomes "Meta " before は, "600億ドル以上" becomes " 600億ドル以上" after it.
    """
    if t.language != "ja":
        return words
    # A name opens a sentence, so only a digit needs room in front.
    before = " " if words[:1].isascii() and words[:1].isdigit() else ""
    after = " " if words[-1:].isascii() and words[-1:].isalnum() else ""
    return f"{before}{words}{after}"


def _qualified(
    low: Decimal | None,
    high: Decimal | None,
    mod: Mod,
    currency: str,
    t: Texts,
    text: str,
    form: str,
) -> str:
    if low is None and high is None:
        return t("wording.vague", text=text) if text else t("wording.no_value")
    if low is not None and high is not None and low != high:
        value = _range(low, high, currency, t)
        return t(f"wording.{form}.approx", value=value) if mod == "approx" else value
    bound = low if low is not None else high
    assert bound is not None
    # A bound alone is a bound, whatever word gave it: drawn or said otherwise it would be a value.
    if high is None and mod not in {"equal_or_more", "more_than"}:
        mod = "equal_or_more"
    elif low is None and mod not in {"equal_or_less", "less_than"}:
        mod = "equal_or_less"
    return t(f"wording.{form}.{mod}", value=money(bound, currency, t))


def _range(low: Decimal, high: Decimal, currency: str, t: Texts) -> str:
    first, last = money(low, currency, t), money(high, currency, t)
    if t.language == "ja":
        suffix = _with_currency("", currency, t)
        return t("wording.range", low=first.removesuffix(suffix), high=last)
    if low < 0 or _scaled(low)[1] != _scaled(high)[1]:
        return t("wording.range_wide", low=first, high=last)
    unit = _scaled(low)[1]
    low_digits = first.removesuffix(f" {unit}") if unit else first
    prefix = _with_currency("", currency, t)
    return t("wording.range", low=low_digits, high=last.removeprefix(prefix))


def _with_currency(digits: str, currency: str, t: Texts) -> str:
    template = t.entries.get(f"wording.currency.{currency}", t.entries["wording.currency_other"])
    return template.format(number=digits, code=currency)


def _axis_currency(currency: str, t: Texts) -> str:
    if t.language == "en":
        return currency
    return t.entries.get(f"wording.axis_currency.{currency}", _with_currency("", currency, t))


def _grouped(value: Decimal) -> str:
    """Group a positive number by 万, 億, 兆 and 京."""
    rest, parts = int(value), []
    for unit, size in JAPANESE.items():
        head, rest = divmod(rest, size)
        if head:
            parts.append(f"{head:,}{unit}")
    fraction = _plain(value).partition(".")[2]
    if rest or fraction or not parts:
        parts.append(f"{rest:,}" + (f".{fraction}" if fraction else ""))
    return "".join(parts)


def _scaled(value: Decimal) -> tuple[str, str]:
    """Return digits and "million", "billion", "trillion" or ""; exact, so maybe without a scale."""
    for unit, size in ENGLISH.items():
        if value.copy_abs() < size:
            continue
        with localcontext(prec=60):
            digits = _plain(value / size)
        # 9.3906 trillion is harder to read than 9,390.6 billion.
        if len(digits.partition(".")[2]) <= 3:
            return digits, unit
    return _plain(value), ""


def _plain(value: Decimal) -> str:
    digits = f"{value:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _point(point: Point | None, t: Texts) -> str:
    if point is None:
        return ""
    year, month, day = point.year, point.month, point.day
    parts = {"year": year, "day": day.removeprefix("0")}
    if year == "XXXX":
        form = ""
    elif year.endswith("XX"):
        form, parts["year"] = "century", str(int(year[:2]) + 1)
    elif year.endswith("X"):
        form, parts["year"] = "decade", f"{year[:3]}0"
    else:
        form = "year"
    if month in DIVISIONS:
        form += "_division"
        parts["division"] = t(f"wording.division.{month}")
    elif month.isdigit() and 1 <= int(month) <= 12:
        form += "_month"
        parts["month"] = t(f"wording.month.{month}")
    if day.isdigit():
        form += "_day"
    template = t.entries.get(f"wording.date.{form.removeprefix('_')}")
    label = template.format(**parts) if template else "-".join(filter(None, (year, month, day)))
    return t(f"wording.doubt.{MARKS[point.mark]}", date=label) if point.mark else label


MARKS = {"~": "approximate", "?": "uncertain", "%": "both"}


def _missing(edtf: str) -> str:
    """Return which part of a date as stated is not given: "", "year" or "month"."""
    if edtf.startswith("XXXX-XX"):
        return "month"
    return "year" if edtf.startswith("XXXX") else ""
