"""Measures reading against tokenisation in one run: `make bench`. Figures are ratios, machines differ."""

from __future__ import annotations

import json
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from unittest import mock

import fugashi

from components.reading import read
from components.reading.articles import load
from components.reading.recognise import Recognised
from components.reading.vocabulary import load as load_vocabulary

ROOT = Path(__file__).parent.parent
TIMES = (1, 10, 92)
RUNS = 15


def medians(works: Sequence[Callable[[], object]], runs: int) -> list[float]:
    """Return the median processor time of each work in seconds, after one run that is not counted.

    They take turns, so that all meet the same machine: its clock drifts by a tenth within a minute.
    """
    taken: list[list[float]] = [[] for _ in works]
    for run in range(runs + 1):
        for work, times in zip(works, taken, strict=True):
            begin = time.process_time()
            work()
            if run:
                times.append(time.process_time() - begin)
    return [statistics.median(times) for times in taken]


def measure(times: int) -> dict[str, float]:
    """Read the first article, `times` times over, in a process of its own."""
    article = load(ROOT / "data" / "articles" / "deepseek.txt")
    article = replace(article, text="\n".join([article.text] * times))
    vocabulary = load_vocabulary(ROOT / "data" / "vocabulary")
    tagger = fugashi.Tagger()
    lines = article.text.split("\n")
    runs = RUNS if times < 50 else 3

    def bare() -> object:
        return [[w.surface for w in tagger(line)] for line in lines]

    def described() -> object:
        wanted = ("lemma", "pos1", "pos2", "pos3", "pos4", "cForm")
        return [
            [(w.surface, *(getattr(w.feature, name) for name in wanted)) for w in tagger(line)]
            for line in lines
        ]

    def unlearned() -> object:
        with mock.patch("components.reading.recognise", return_value=Recognised()):
            return read(article, vocabulary)

    works = (described, bare, lambda: read(article, vocabulary), unlearned)
    tokenised, surfaces, whole, listed = medians(works, runs)
    return {
        "characters": len(article.text),
        "reading": whole / tokenised,
        "listed": listed / tokenised,
        "surfaces": whole / surfaces,
        "microseconds": whole / len(article.text) * 1e6,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _into(queue: multiprocessing.Queue[str], times: int) -> None:
    queue.put(json.dumps(measure(times)))


def main() -> None:
    """Print a row for each length of text."""
    print("Over fugashi giving each word with lemma, part of speech and form, as reading needs it;")
    print("in the fourth column over fugashi giving surfaces alone.")
    print("characters  reading  without the learned names  over surfaces  µs a character  peak MB")
    context = multiprocessing.get_context("spawn")
    for times in TIMES:
        queue = context.Queue()
        worker = context.Process(target=_into, args=(queue, times))
        worker.start()
        row = json.loads(queue.get())
        worker.join()
        print(
            f"{row['characters']:10d}  {row['reading']:6.1f}×  {row['listed']:24.1f}×"
            f"  {row['surfaces']:12.1f}×  {row['microseconds']:14.1f}  {row['megabytes']:7.0f}"
        )


if __name__ == "__main__":
    main()
