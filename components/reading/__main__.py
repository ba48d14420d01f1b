"""`python -m components.reading FILE` prints an article's Doc as JSON; `-` reads standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from components.reading import read
from components.reading.articles import ArticleError, load, parse
from components.reading.jsonform import to_json
from components.reading.vocabulary import load as load_vocabulary
from components.reading.wordlists import faults

_VOCABULARY = Path(__file__).parents[2] / "data" / "vocabulary"


def main(arguments: list[str]) -> int:
    """Read the article that the one argument names; 2 when there is none or it cannot be read."""
    if len(arguments) != 1:
        print("usage: python -m components.reading FILE (or - for standard input)", file=sys.stderr)
        return 2
    try:
        if arguments[0] == "-":
            article = parse(sys.stdin.buffer.read(), "standard input", "stdin", {})
        else:
            article = load(Path(arguments[0]))
    except ArticleError as error:
        print(error, file=sys.stderr)
        return 2
    vocabulary = load_vocabulary(_VOCABULARY)
    for fault in (*vocabulary.faults, *faults()):
        print(fault, file=sys.stderr)
    sys.stdout.buffer.write((to_json(read(article, vocabulary)) + "\n").encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
