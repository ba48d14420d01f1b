"""Whose rank it is, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from components.reading.arguments import agents, source, unique
from components.reading.model import Rank
from components.reading.views import View


def with_subjects(found: Sequence[Rank], seen: Sequence[View]) -> tuple[Rank, ...]:
    """Give every rank its subject, the topic of its sentence, and the source named by によると."""
    done = list(found)
    for view in seen:
        said = source(view)
        by = said[1].entity if said else None
        for position, inside in enumerate(view.ranks):
            for index in inside:
                subject = next((a for a in _holders(view, position) if a != by), None)
                done[index] = replace(done[index], subject=subject, source=by)
    return tuple(done)


def _holders(view: View, position: int) -> tuple[str, ...]:
    for item in view.items[position:]:
        if item.key and not item.adnominal and (found := agents(view, item.at)):
            return found
    for item in reversed(view.items[: position + 1]):
        if item.subject and (named := view.actors(item.at) or view.owner(item.at)):
            return unique(named)
    return ()
