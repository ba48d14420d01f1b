"""The names of exported files: article, chart and filter, in characters every system accepts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

PART_BYTES = 60
NAMED_COMPANIES = 3


def filename(article: str, chart: str, companies: Sequence[str], ext: str) -> str:
    """Return `yomitoki_<article>_<chart>[_<companies>].<ext>`.

    Each part keeps letters (Japanese too) and digits of its ids, everything else becomes one
    "-", and no part is longer than `PART_BYTES` bytes of UTF-8, so that the whole stays below the
    255 bytes of common file systems: `yomitoki_deepseek_investments_meta.png`. Of more than three
    companies the first three are named and the rest counted: `meta-openai-oracle-plus2`.
    """
    parts = ["yomitoki", _part(article, "article"), _part(chart, "chart")]
    if companies:
        parts.append(_filter_part(companies))
    return "_".join(parts) + f".{_part(ext, 'bin')}"


def _filter_part(companies: Sequence[str]) -> str:
    named = [_part(company, "company") for company in companies[:NAMED_COMPANIES]]
    while len("-".join(named).encode()) > PART_BYTES and len(named) > 1:
        named.pop()
    rest = len(companies) - len(named)
    return "-".join(named) + (f"-plus{rest}" if rest else "")


def _part(text: str, fallback: str) -> str:
    """Fold `text` to safe characters; `fallback` where nothing is left of it."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    safe = re.sub(r"[\W_]+", "-", folded).strip("-")
    cut = safe.encode("utf-8", "ignore")[:PART_BYTES].decode("utf-8", "ignore")
    return cut.strip("-") or fallback
