"""The whole reading: the first article's facts, the published form, the command."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from components.reading import read
from components.reading.articles import ArticleError, load, parse
from components.reading.jsonform import to_dict, to_json
from components.reading.model import Doc, Event
from components.reading.vocabulary import Vocabulary
from components.reading.vocabulary import load as load_vocabulary

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "data" / "articles" / "deepseek.txt"
SCHEMA = json.loads((ROOT / "data" / "doc.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(ROOT / "data" / "vocabulary")


@pytest.fixture(scope="module")
def doc(vocabulary: Vocabulary) -> Doc:
    return read(load(ARTICLE), vocabulary)


def name(doc: Doc, entity: str | None) -> str:
    return next((e.name for e in doc.entities if e.id == entity), "")


def of_type(doc: Doc, type_: str) -> list[Event]:
    return [event for event in doc.events if event.type == type_]


def test_the_article_is_stored_as_it_was_given(doc: Doc) -> None:
    assert len(doc.article.text) == 2162
    assert len(doc.paragraphs) == 16
    assert sum(part.heading for part in doc.paragraphs) == 3


def test_its_amounts(doc: Doc) -> None:
    found = [
        (
            a.text,
            a.low,
            a.high,
            a.mod,
            a.role,
            [name(doc, p) for p in a.payers],
            name(doc, a.target),
        )
        for a in doc.amounts
    ]
    assert found == [
        ("600億ドル以上", Decimal(60_000_000_000), None, "equal_or_more", "investment", ["Meta"], ""),
        (
            "5000億ドル規模", Decimal(500_000_000_000), Decimal(500_000_000_000), "approx",
            "investment", ["OpenAI", "ソフトバンク", "オラクル"], "Stargate",
        ),
    ]  # fmt: skip
    assert {a.currency for a in doc.amounts} == {"USD"}
    assert [a.status for a in doc.amounts] == ["announced", "under_way"]


def test_its_date_is_resolved_by_inference_only(doc: Doc, vocabulary: Vocabulary) -> None:
    (date,) = doc.dates
    assert (date.text, date.edtf, date.resolved, date.inferred) == (
        "1月20日", "XXXX-01-20", "2025-01-20", True,
    )  # fmt: skip
    bare = read(parse(ARTICLE.read_bytes(), "a.txt", "a", {}), vocabulary)
    assert bare.dates[0].edtf == "XXXX-01-20"
    assert bare.dates[0].resolved is None


def test_its_rank_names_whom_and_by_whom(doc: Doc) -> None:
    (rank,) = doc.ranks
    assert (rank.text, rank.low, rank.high) == ("トップ10", 1, 10)
    assert name(doc, rank.subject) == "DeepSeek"
    assert name(doc, rank.source) == "ウォール・ストリート・ジャーナル"


def test_its_quotations_have_their_speakers(doc: Doc) -> None:
    found = [(q.text, name(doc, q.speaker)) for q in doc.quotations]
    assert found == [
        ("オープンソースの力", "ヤン・ルカン"),
        ("世界への深遠な贈り物", "マーク・アンドリーセン"),
    ]


EVENTS = [
    ("announce", ["DeepSeek"], ["R1"], "announced", "R1 is announced, by the firm whose it is"),
    ("evaluate", ["ヤン・ルカン"], ["DeepSeek"], "done", "the first quoted assessment"),
    ("evaluate", ["マーク・アンドリーセン"], ["DeepSeek"], "done", "the second, by も of the same"),
    ("invest", ["OpenAI", "Meta"], [], "announced", "huge investments, no sum"),
    ("invest", ["Meta"], [], "announced", "600億ドル以上"),
    ("invest", ["OpenAI", "ソフトバンク", "オラクル"], ["Stargate"], "under_way", "Stargate"),
    ("build_on", ["DeepSeek"], ["Llama", "PyTorch"], "done", "what it was built on"),
    ("move", ["梁文峰"], [], "done", "from hedge fund to AI"),
    ("charge", ["DeepSeek"], [], "mentioned", "the charging business"),
    ("regulate", ["米国"], ["TikTok"], "mentioned", "stricter rules, named only"),
]


@pytest.mark.parametrize(("type_", "agents", "targets", "status", "why"), EVENTS)
def test_its_events(
    doc: Doc, type_: str, agents: list[str], targets: list[str], status: str, why: str
) -> None:
    found = [
        ([name(doc, a) for a in e.agents], [name(doc, t) for t in e.targets], e.status)
        for e in of_type(doc, type_)
    ]
    assert (agents, targets, status) in found, why


RELATIONS = [
    ("affiliated_with", "ヤン・ルカン", "Meta", "主任AI科学者"),
    ("founder_of", "梁文峰", "DeepSeek", "創業者"),
    ("developer_of", "DeepSeek", "R1", ""),
    ("developer_of", "Meta", "Llama", ""),
    ("developer_of", "Meta", "PyTorch", ""),
    ("built_on", "DeepSeek", "Llama", ""),
    ("built_on", "DeepSeek", "PyTorch", ""),
    ("participates_in", "OpenAI", "Stargate", ""),
    ("participates_in", "ソフトバンク", "Stargate", ""),
    ("participates_in", "オラクル", "Stargate", ""),
    ("reports", "ウォール・ストリート・ジャーナル", "DeepSeek", ""),
]


@pytest.mark.parametrize("expected", RELATIONS)
def test_its_relations(doc: Doc, expected: tuple[str, str, str, str]) -> None:
    found = {(r.type, name(doc, r.head), name(doc, r.tail), r.label) for r in doc.relations}
    assert expected in found


def test_every_number_is_accounted_for(doc: Doc) -> None:
    assert len(doc.amounts) + len(doc.dates) + len(doc.ranks) == 4
    assert doc.uncharted == ()


def test_the_published_form_holds(doc: Doc) -> None:
    jsonschema.validate(to_dict(doc), SCHEMA)
    assert json.loads(to_json(doc)) == to_dict(doc)


def test_the_published_form_rejects_what_it_does_not_name(doc: Doc) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(to_dict(doc) | {"more": []}, SCHEMA)


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "components.reading", *arguments]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, check=False)


def test_the_command_prints_the_doc() -> None:
    done = run(str(ARTICLE))
    assert done.returncode == 0
    assert done.stderr == b""
    printed = json.loads(done.stdout.decode("utf-8"))
    jsonschema.validate(printed, SCHEMA)
    assert printed["article"]["id"] == "deepseek"
    assert [a["low"] for a in printed["amounts"]] == ["60000000000", "500000000000"]


def test_the_command_reads_standard_input() -> None:
    done = run("-", given="Metaは10億ドルを投資する。".encode())
    (amount,) = json.loads(done.stdout)["amounts"]
    assert (amount["text"], amount["payers"]) == ("10億ドル", ["meta"])


def test_a_sum_in_a_quotation_has_not_happened_because_somebody_said_so(
    vocabulary: Vocabulary,
) -> None:
    said = "Metaのヤン・ルカン氏は「投資は1700億円を計画している」と話した。"
    (amount,) = read(parse(said.encode(), "a", "a", {}), vocabulary).amounts
    assert (amount.text, amount.role, amount.status) == ("1700億円", "investment", "mentioned")


BAD = [
    ((str(ROOT / "no-such.txt"),), b"", b"no-such.txt: cannot be read"),
    (("-",), b"", b"holds no text"),
    (("-",), b"\x82\xa0", b"byte 0 is 0x82, which is not UTF-8"),
    ((), b"", b"usage"),
]


@pytest.mark.parametrize(("arguments", "given", "said"), BAD)
def test_the_command_says_what_is_wrong(
    arguments: tuple[str, ...], given: bytes, said: bytes
) -> None:
    done = run(*arguments, given=given)
    assert done.returncode == 2
    assert said in done.stderr
    assert b"Traceback" not in done.stderr


SIDECARS = [
    ('title = "a"\nreference_date = "soon"', "reference_date = 'soon'", "a date in ISO form"),
    ("colour = 3", "colour = 3", "a field it does not know"),
    ("title = ", "mend the line", "no TOML"),
]


@pytest.mark.parametrize(("sidecar", "said", "why"), SIDECARS)
def test_a_faulty_sidecar_is_named(tmp_path: Path, sidecar: str, said: str, why: str) -> None:
    (tmp_path / "a.txt").write_text("本文。", encoding="utf-8")
    (tmp_path / "a.toml").write_text(sidecar, encoding="utf-8")
    with pytest.raises(ArticleError, match=r"a\.toml") as caught:
        load(tmp_path / "a.txt")
    assert said in str(caught.value), why
