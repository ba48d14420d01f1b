"""A long article is read beside the page, which shows how far it is and stays interactive."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread

import streamlit as st

from components.reading.model import Doc
from components.texts import Texts
from components.ui import library

LONG = 20_000
STEP = 0.2


def load(identifier: str, t: Texts) -> Doc:
    """Return what was read from an article, with a bar where that takes long.

    Raises ArticleError like `library.load`. Whatever the reader chooses meanwhile ends the run at
    the bar's next step; the reading goes on, and its result is kept.
    """
    known = library.article(identifier)
    if len(known.text) <= LONG:
        return library.load(identifier)
    shares = [0.0]
    whole = library.reading(known, lambda done, total: shares.append(done / total))
    result: Future[Doc] = Future()
    Thread(target=_run, args=(whole, result), daemon=True).start()
    wait([result], STEP)
    if not result.done():
        _show(shares, result, t("add.progress", count=len(known.text)))
    return result.result()


def _run(whole: Callable[[], Doc], result: Future[Doc]) -> None:
    try:
        result.set_result(whole())
    except BaseException as error:
        # Raised again where the result is asked for: a thread of its own would swallow it.
        result.set_exception(error)


def _show(shares: list[float], result: Future[Doc], words: str) -> None:
    """Show the last of `shares`, to which the reading adds, until there is a result."""
    bar = st.progress(0.0, words)
    while not result.done():
        bar.progress(shares[-1], words)
        wait([result], STEP)
    bar.empty()
