"""The tables of words: a faulty line is named, left out, and the rest works."""

from pathlib import Path

import pytest

from components.reading import wordlists

BAD = [
    ("roles.tsv", "word\trole\tuse\tnote\n投資\tinvestment\t\t\n融資\tloan\t\t\n", "roles.tsv:3: role “loan”; write one of: investment", "a role that there is none of"),
    ("statuses.tsv", "key\tstatus\tnote\n発表\n", "statuses.tsv:2: “発表” has 1 columns; write 3", "a line cut short"),
    ("titles.tsv", "title\trelation\n", "titles.tsv:1: “title\trelation” is not the header", "a wrong header"),
    ("cues.tsv", "", "cues.tsv:1: the file is empty", "an empty file"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "said", "why"), BAD)
def test_a_faulty_line_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, said: str, why: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(wordlists, "FOLDER", tmp_path)
    monkeypatch.setattr(wordlists, "_read", wordlists._read.__wrapped__)
    good, faults = wordlists._read(name)
    assert any(fault.startswith(said) for fault in faults), why
    assert all(row.values.get("role") != "loan" for row in good)


def test_the_tables_that_ship_have_no_fault() -> None:
    assert wordlists.faults() == ()


@pytest.mark.parametrize("name", wordlists.TABLES)
def test_every_table_has_lines(name: str) -> None:
    assert wordlists.table(name)
