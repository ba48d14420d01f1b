"""Measures reading against tokenisation in one run: `make bench`. Figures are ratios, machines differ."""

from __future__ import annotations

import json
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
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


def median(work: Callable[[], object], runs: int) -> float:
    """Return the median processor time of some runs, in seconds, after one that is not counted."""
    work()
    taken = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return statistics.median(taken)


def measure(times: int) -> dict[str, float]:
    """Read the first article, `times` times over, in a process of its own."""
    article = load(ROOT / "data" / "articles" / "deepseek.txt")
    article = replace(article, text="\n".join([article.text] * times))
    vocabulary = load_vocabulary(ROOT / "data" / "vocabulary")
    tagger = fugashi.Tagger()
    lines = article.text.split("\n")
    runs = RUNS if times < 50 else 3

    def bare() -> object:
        return [[(w.surface, w.feature.pos1, w.feature.lemma) for w in tagger(li)] for li in lines]

    tokenised = median(bare, runs)
    whole = median(lambda: read(article, vocabulary), runs)
    with mock.patch("components.reading.recognise", return_value=Recognised()):
        listed = median(lambda: read(article, vocabulary), runs)
    return {
        "characters": len(article.text),
        "reading": whole / tokenised,
        "listed": listed / tokenised,
        "microseconds": whole / len(article.text) * 1e6,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _into(queue: multiprocessing.Queue[str], times: int) -> None:
    queue.put(json.dumps(measure(times)))


def main() -> None:
    """Print a row for each length of text."""
    print("Bare tokenisation is fugashi with the part of speech and the lemma of every word.")
    print("characters  reading/bare  without the learned tagger  µs a character  peak MB")
    context = multiprocessing.get_context("spawn")
    for times in TIMES:
        queue = context.Queue()
        worker = context.Process(target=_into, args=(queue, times))
        worker.start()
        row = json.loads(queue.get())
        worker.join()
        print(
            f"{row['characters']:10d}  {row['reading']:11.1f}×  {row['listed']:25.1f}×"
            f"  {row['microseconds']:14.1f}  {row['megabytes']:7.0f}"
        )


if __name__ == "__main__":
    main()
