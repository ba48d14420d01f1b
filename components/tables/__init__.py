"""Doc to tables: every fact a row, every row with the sentence that it comes from."""

from components.context import OutsideFact, outside_facts
from components.tables.actors import lanes, mentions, relations
from components.tables.facts import dates, quotations, ranks, uncharted
from components.tables.filters import concerned_sentences, narrow, narrow_lanes, reach
from components.tables.frames import column_label, records
from components.tables.happenings import events
from components.tables.money import amounts, charted, convert
from components.tables.retold import told_below
from components.tables.story import (
    Coverage,
    Unsaid,
    coverage,
    coverage_line,
    headline,
    unsaid,
)

__all__ = [
    "Coverage",
    "OutsideFact",
    "Unsaid",
    "amounts",
    "charted",
    "column_label",
    "concerned_sentences",
    "convert",
    "coverage",
    "coverage_line",
    "dates",
    "events",
    "headline",
    "lanes",
    "mentions",
    "narrow",
    "narrow_lanes",
    "outside_facts",
    "quotations",
    "ranks",
    "reach",
    "records",
    "relations",
    "told_below",
    "uncharted",
    "unsaid",
]
