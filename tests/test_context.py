"""Facts from outside the article: read, tied to the article's actors, and refused when faulty."""

from pathlib import Path

import pytest

from components.context import outside_facts
from tests.docs import empty_doc, sample_doc

CONTEXT = Path(__file__).parent.parent / "data" / "context" / "deepseek.toml"
GOOD = """[[event]]
date = "2015-12-11"
actors = ["ＯｐｅｎＡＩ", "Yann LeCun", "イーロン・マスク"]
ja = "設立"
en = "founded"
source = "https://example.org/x"
"""


def test_the_articles_context_is_tied_to_its_actors() -> None:
    facts = outside_facts(CONTEXT, sample_doc())
    assert len(facts) == 12
    assert facts[0].actors == ("openai",)
    assert facts[8].actors == ("openai", "softbank", "oracle", "stargate")
    assert all(not fact.others for fact in facts)
    assert all(fact.source.startswith("https://") for fact in facts)
    assert set(facts[3].note) == {"ja", "en"}


def test_names_are_matched_by_width_case_and_language(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(GOOD, encoding="utf-8")
    (fact,) = outside_facts(path, sample_doc())
    assert fact.actors == ("openai", "yann-lecun")
    assert fact.others == ("イーロン・マスク",), "unknown to the article: kept as text"
    (fact,) = outside_facts(path, empty_doc())
    assert fact.actors == ()


def test_no_file_means_no_facts(tmp_path: Path) -> None:
    assert outside_facts(tmp_path / "none.toml", sample_doc()) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"2015-12-11"', '"XXXX-12-11"', r"x\.toml: event 1: date: 'XXXX-12-11' is no EDTF"),
        ('"2015-12-11"', '"暮れ"', r"event 1: date: '暮れ'"),
        ('date = "2015-12-11"', "", r"event 1: date: None"),
        ('"2015-12-11"', "2015-12-11", r"event 1: date: datetime"),
        ('ja = "設立"', 'ja = " "', r"event 1: ja: ' '"),
        ('en = "founded"', "", r"event 1: en: None"),
        ('"https://example.org/x"', '"a book"', r"event 1: source: 'a book'"),
        ('["ＯｐｅｎＡＩ", "Yann LeCun", "イーロン・マスク"]', "[]", r"event 1: actors: \[\]"),
        ('ja = "設立"', 'ja = "設立"\nnote = "why"', r"event 1: note: 'why'"),
        ('ja = "設立"', 'ja = "設立"\nnote = { ja = "訳" }', r"event 1: note: en: None"),
        ("[[event]]", "[[event", r"x\.toml: .*write it as TOML"),
        ("[[event]]", "[event]", r"write each fact under \[\[event\]\]"),
        (GOOD, "event = [1]", r"event 1: 1; write each fact"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        outside_facts(path, sample_doc())


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes("ja = '設立'".encode("cp932"))
    with pytest.raises(ValueError, match=r"x\.toml: .*UTF-8"):
        outside_facts(path, sample_doc())
