"""Quotations: what stands between 「 and 」 as somebody's words, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from components.reading.arguments import agents, source
from components.reading.model import Mention, Quotation, Sentence
from components.reading.structure import brackets
from components.reading.views import View

# 「…」と述べた quotes, 「…」と呼ぶ and 「…」という会社 name.
_SAID = re.compile(
    r"[、,]?(?:など)?(?:と|との|って)(?!呼|よば|名付|名づ|題す|題し|銘打|称す|命名|いう|言う名|もに)"
)
_LONG = 16


def quotations(
    text: str, parts: Sequence[Sentence], named: Sequence[Mention]
) -> tuple[Quotation, ...]:
    """Return the 「…」 that quote words; one that holds only a name, or is called so, quotes none.

    Words are quoted where と follows (「…」と評し, 「…」との見方), or where the bracket holds a
    whole sentence. 「R1」 and 「Stargate」プロジェクト are names.
    """
    names = {(mention.start, mention.end) for mention in named}
    found: list[Quotation] = []
    for sentence in parts:
        for opening, closing in brackets(text, sentence.start, sentence.end):
            inner = text[opening + 1 : closing]
            if text[opening] not in "「｢" or not inner.strip() or (opening + 1, closing) in names:
                continue
            if found and opening < found[-1].end:
                continue
            whole = len(inner) >= _LONG and ("。" in inner or closing + 2 >= sentence.end)
            if _SAID.match(text, closing + 1) or whole:
                found.append(Quotation(opening + 1, closing, inner))
    return tuple(found)


def with_speakers(found: Sequence[Quotation], seen: Sequence[View]) -> tuple[Quotation, ...]:
    """Give every quotation its speaker: the subject of the verb of saying that follows it.

    Failing that, the source named by によると in the sentence, or the last person or company that
    was a subject in the sentence before. Unknown stays unknown.
    """
    speakers: dict[int, str] = {}
    before: str | None = None
    for view in seen:
        for position, quotes in enumerate(view.quotes):
            for quote in quotes:
                speaker = _speaker(view, position) or before
                if speaker:
                    speakers[quote] = speaker
        before = _last_subject(view)
    return tuple(replace(q, speaker=speakers.get(i)) for i, q in enumerate(found))


def _speaker(view: View, position: int) -> str | None:
    for index in range(position + 1, len(view.items)):
        if view.items[index].key and not view.items[index].adnominal:
            found = agents(view, index)
            if found:
                return found[0]
            break
    said = source(view)
    return _last_subject(view) or (said[1].entity if said else None)


def _last_subject(view: View) -> str | None:
    for position in range(len(view.items) - 1, -1, -1):
        if view.items[position].subject and view.acts(view.items[position]):
            return view.actors(position)[-1].entity
    return None
