"""A long article is read beside the page, which shows how far it may be and stays interactive."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread

import streamlit as st

from components.reading.model import Doc
from components.texts import Texts
from components.ui import library

LONG = 20_000
# The time grows in step with the length: a first part tells how fast this machine reads.
SAMPLE = 2_000
STEP = 0.2
# The whole is certain only when it is there.
NEARLY = 0.95


def load(identifier: str, t: Texts) -> Doc:
    """Return what was read from an article, with a bar where that takes long.

    Raises ArticleError like `library.load`. Whatever the reader chooses meanwhile ends the run at
    the bar's next step; the reading goes on, and its result is kept.
    """
    known = library.article(identifier)
    if len(known.text) <= LONG:
        return library.load(identifier)
    sample, whole = library.reading(known, SAMPLE), library.reading(known)
    pace: Future[float] = Future()
    result: Future[Doc] = Future()
    Thread(target=_run, args=(sample, whole, pace, result), daemon=True).start()
    wait([result], STEP)
    if not result.done():
        _show(pace, result, len(known.text), t)
    return result.result()


def _run(
    sample: Callable[[], Doc],
    whole: Callable[[], Doc],
    pace: Future[float],
    result: Future[Doc],
) -> None:
    try:
        began = time.monotonic()
        sample()
        pace.set_result((time.monotonic() - began) / SAMPLE)
        result.set_result(whole())
    except BaseException as error:
        # Raised again where the result is asked for: a thread of its own would swallow it.
        result.set_exception(error)


def _show(pace: Future[float], result: Future[Doc], length: int, t: Texts) -> None:
    began = time.monotonic()
    with st.empty():
        words = t("add.progress", count=length)
        bar = st.progress(0.0, words)
        while not result.done():
            expected = pace.result() * length if pace.done() else float("inf")
            bar.progress(min(NEARLY, (time.monotonic() - began) / expected), words)
            wait([result], STEP)
