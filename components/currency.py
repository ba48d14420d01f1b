"""Conversion at the European Central Bank's reference rates, which CurrencyConverter carries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal
from functools import cache

from currency_converter import CurrencyConverter, RateNotFoundError

# The bank's longest pause, Easter, is four days; a week back is still the last known rate.
PATIENCE = 7
# Rates are published to five or six digits; a cross rate is no more exact than that.
PRINTED = Context(prec=5)


@dataclass(frozen=True, slots=True)
class Rate:
    """How much of `quote` one unit of `base` bought on `day`, to five digits, as it is printed."""

    base: str
    quote: str
    value: Decimal
    day: date


@cache
def rate(base: str, quote: str, day: date) -> Rate:
    """Return the cross rate over the euro of `day` or of the nearest earlier banking day.

    LookupError names what is missing when the bank lists no such currency, or no rate in the week
    before `day`.
    """
    rates = _rates()
    for currency in (base, quote):
        if currency not in rates.currencies:
            raise LookupError(f"no reference rate for {currency}: the bank does not list it")
    for back in range(PATIENCE + 1):
        used = day - timedelta(days=back)
        try:
            value = rates.convert(Decimal(1), base, quote, used)
        except RateNotFoundError:
            continue
        return Rate(base, quote, PRINTED.plus(value), used)
    raise LookupError(f"no reference rate from {base} to {quote} in the week before {day}")


def convert(value: Decimal, rate: Rate) -> Decimal:
    """Return `value` of the base currency in the quote currency, to the hundredth.

    It multiplies with the printed rate, so that a reader can check the result by hand.
    """
    result = (value * rate.value).quantize(Decimal("0.01"))
    whole = result.to_integral_value()
    return whole if result == whole else result


@cache
def _rates() -> CurrencyConverter:
    return CurrencyConverter(decimal=True)
