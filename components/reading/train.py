"""Trains the tagger: `python -m components.reading.train DATA.jsonl` writes `data/models/`.

A line of DATA is {"text": …, "entities": [{"start": …, "end": …, "label": …}, …]} with the labels
of the Stockmark dataset; offsets are code points. The same data gives the same model, byte by byte.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pycrfsuite

from components.reading.features import features
from components.reading.fold import fold
from components.reading.invented import fill
from components.reading.model import Paragraph, Token
from components.reading.tagger import MODEL, spans
from components.reading.tokens import tokens
from components.reading.tsv import rows

# 施設名 and イベント名 are learned so that they are not taken for something else.
LABELS = {
    "法人名": "company",
    "政治的組織名": "organization",
    "その他の組織名": "organization",
    "人名": "person",
    "地名": "place",
    "施設名": "other",
    "製品名": "product",
    "イベント名": "other",
}
# The data files universities and newspapers under 法人名; the reader keeps kinds of its own for them.
_ENDINGS = {
    "organization": ("大学", "大学院", "学校", "高校", "学院", "研究所"),
    "media": ("新聞", "新聞社", "放送", "テレビ", "通信社"),
}
_SETTINGS = {"c1": 0.08, "c2": 0.01, "max_iterations": 120, "feature.minfreq": 2}
_SEED = 20250124
_COPIES = 14
_HELD_BACK = 10

Names = tuple[tuple[int, int, str], ...]
Scores = Mapping[str, tuple[int, float, float, float]]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its words and the names in it, as (start, end, kind)."""

    folded: str
    words: tuple[Token, ...]
    names: Names


_README = """# The tagger of names

`names.crfsuite` is a conditional random field (CRFsuite) that proposes names of companies, people,
places, products and the like in Japanese text. `components/reading/tagger.py` reads it.

## Where it comes from

- Trained on the Japanese named entity dataset of Stockmark Inc. (ner-wikipedia-dataset, sentences
  of the Japanese Wikipedia): https://github.com/stockmarkteam/ner-wikipedia-dataset, CC BY-SA 3.0.
- And on `news_sentences.tsv`, sentences written for this project, filled with names from that
  dataset and with invented ones.
- The model is an adaptation of the dataset and is under the same licence, CC BY-SA 3.0:
  https://creativecommons.org/licenses/by-sa/3.0/. It is not under the licence of the code.

## How to make it again

    python -m components.reading.train DATA.jsonl

DATA.jsonl holds one sentence a line: {{"text": …, "entities": [{{"start", "end", "label"}}, …]}}. The
seed and the settings stand in `components/reading/train.py`; the same data gives the same file,
byte for byte. The command writes this page too.

## How good it is

Exact spans on {held} sentences of the dataset, by a model trained on the other {kept}. The model that
is kept is trained on all of them. `other` is facilities and events, which the reader does not mark.
Encyclopaedia sentences are not news: what the dashboard reaches with cues and the vote over the
document is printed by `make evaluate`.

| kind | names | precision | recall | F |
|---|---:|---:|---:|---:|
{table}
"""


def main(arguments: Sequence[str]) -> None:
    """Measure on a tenth of the data, then train on all of it, and write what came out."""
    if len(arguments) != 1:
        sys.exit("usage: python -m components.reading.train DATA.jsonl")
    examples = load(Path(arguments[0]))
    Random(_SEED).shuffle(examples)
    size = len(examples) // _HELD_BACK
    train(examples[size:], MODEL)
    scores = measure(examples[:size], MODEL)
    train(examples, MODEL)
    table = "\n".join(
        f"| {kind} | {count} | {precision:.2f} | {recall:.2f} | {f:.2f} |"
        for kind, (count, precision, recall, f) in scores.items()
    )
    told = _README.format(held=size, kept=len(examples) - size, table=table)
    (MODEL.parent / "README.md").write_text(told, encoding="utf-8")
    print(table)


def load(path: Path) -> list[Example]:
    """Read the sentences; a line that is no record ends the training with its number."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            record = json.loads(line)
            names = tuple(
                (e["start"], e["end"], _kind(e["label"], record["text"][e["start"] : e["end"]]))
                for e in record["entities"]
            )
        except (ValueError, KeyError, TypeError) as error:
            sys.exit(f"{path.name}:{number}: not a record of the dataset ({error!r})")
        found.append(_example(record["text"], names))
    return found


def train(examples: Iterable[Example], model: Path) -> None:
    """Train on the examples and on the news sentences filled with their names."""
    examples = list(examples)
    trainer = pycrfsuite.Trainer(verbose=False)
    for example in (*examples, *_news(examples)):
        trainer.append(
            features(example.folded, example.words), labels(example.words, example.names)
        )
    trainer.select("lbfgs")
    trainer.set_params(_SETTINGS)
    trainer.train(str(model))


def measure(examples: Iterable[Example], model: Path) -> Scores:
    """Return, by kind, how many names there are, and precision, recall and F on exact spans."""
    crf = pycrfsuite.Tagger()
    crf.open(str(model))
    given: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for example in examples:
        words = example.words
        read = [
            (words[first].start, words[last - 1].end, kind)
            for first, last, kind in spans(crf.tag(features(example.folded, words)))
        ]
        given.update(kind for *_, kind in example.names)
        found.update(kind for *_, kind in read)
        right.update(kind for *_, kind in set(read) & set(example.names))
    return {
        kind: (
            given[kind],
            right[kind] / max(1, found[kind]),
            right[kind] / given[kind],
            2 * right[kind] / (given[kind] + found[kind]),
        )
        for kind in sorted(given)
    }


def labels(words: Sequence[Token], names: Names) -> list[str]:
    """Return for each word the kind of the name that it is part of, or O."""
    found = ["O"] * len(words)
    for start, end, kind in names:
        for index, word in enumerate(words):
            if word.start < end and word.end > start:
                found[index] = kind
    return found


def _kind(label: str, name: str) -> str:
    kind = LABELS[label]
    if kind == "company":
        for other, endings in _ENDINGS.items():
            if name.endswith(endings):
                return other
    return kind


def _example(text: str, names: Names) -> Example:
    folded = fold(text)
    return Example(folded, tokens(folded, (Paragraph(0, len(folded), False),)), names)


def _news(examples: Iterable[Example]) -> list[Example]:
    known: dict[str, list[str]] = defaultdict(list)
    for example in examples:
        for start, end, kind in example.names:
            known[kind].append(example.folded[start:end])
    dice = Random(_SEED)
    lines, faults = rows(MODEL.parent / "news_sentences.tsv", ("sentence",))
    if faults:
        sys.exit("\n".join(faults))
    filled = [fill(row.values["sentence"], known, dice) for _ in range(_COPIES) for row in lines]
    return [_example(text, tuple(names)) for text, names in filled]


if __name__ == "__main__":
    main(sys.argv[1:])
