"""The article of an HTML page, by trafilatura: text in paragraphs, title, site, date."""

from __future__ import annotations

import re
from configparser import ConfigParser
from dataclasses import dataclass
from functools import cache

import trafilatura
from lxml.etree import LxmlError, strip_elements
from lxml.html import HtmlElement
from trafilatura.settings import use_config

from components.bringing.errors import BringError

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
# Between full-width characters a line break of the page's code is nothing (CSS Text 3, 4.1.3).
_BREAK_IN_CODE = re.compile(rf"(?<=[{_WIDE}])[ \t]*\r?\n\s*(?=[{_WIDE}])")
_RULE = re.compile(r"\|[|\- ]*")


@dataclass(frozen=True)
class Page:
    """What an HTML page says, "" where it does not; `date` is ISO."""

    text: str
    title: str
    site: str
    date: str
    url: str


def read_page(html: str, url: str = "") -> Page:
    """Extract the article of a page. Raises BringError page_empty where there is none."""
    plain = _DECLARATION.sub("", html)
    try:
        tree = trafilatura.load_html(plain)
        found = _extracted(_smoothed(tree), url) if tree is not None else None
    except (LxmlError, ValueError, RecursionError) as error:
        raise BringError("page_empty") from error
    lines = [line.rstrip() for line in (found.text or "").splitlines()] if found else []
    text = "\n".join(line for line in lines if line and not _RULE.fullmatch(line))
    if found is None or not text:
        raise BringError("page_empty")
    return Page(
        text=text,
        title=(found.title or "").strip(),
        site=(found.sitename or found.hostname or "").strip(),
        date=found.date or "",
        url=url or found.url or "",
    )


def _extracted(tree: HtmlElement, url: str) -> trafilatura.settings.Document | None:
    found = trafilatura.bare_extraction(
        tree,
        url=url or None,
        include_comments=False,
        with_metadata=True,
        # Only what the page states as its date: a search of the whole page finds footers too.
        date_extraction_params={"original_date": True, "extensive_search": False},
        config=_settings(),
    )
    return None if isinstance(found, dict) else found


@cache
def _settings() -> ConfigParser:
    config = use_config()
    # The default of 250 letters is meant for Latin script; a Japanese news flash has fewer.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
    return config


def _smoothed(tree: HtmlElement) -> HtmlElement:
    """Take out readings (ruby) and the line breaks of the code, which are no part of the text."""
    strip_elements(tree, "rt", "rp", with_tail=False)
    for element in tree.iter():
        if element.text:
            element.text = _BREAK_IN_CODE.sub("", element.text)
        if element.tail:
            element.tail = _BREAK_IN_CODE.sub("", element.tail)
    return tree
