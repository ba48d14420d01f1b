"""The vocabulary: enough of it, nothing in it that misleads, and a fault harms one line only."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from components.reading.tsv import Row, rows
from components.reading.vocabulary import COLUMNS, FILES, Entry, Vocabulary, folded, load

FOLDER = Path(__file__).parent.parent / "data" / "vocabulary"
# Two kana that mean one thing only.
SHORT_KANA = {"ガザ", "パリ"}
# Words of ordinary business Japanese that are names as well.
COMMON = (
    "メタ", "アーム", "ビザ", "ターゲット", "シェル", "ブロック", "ズーム", "スナップ", "リフト",
    "イオン", "シャープ", "ディスコ", "リクルート", "フリー", "オレンジ", "サークル", "オーロラ",
    "日産", "野村", "大和", "みずほ", "武田", "エコノミスト", "タイム", "サイエンス", "大分", "三重",
    "福島", "千葉", "ロス", "タイ", "チリ", "アトラス", "クロード", "ジェミニ", "コスモス",
    "マスク", "ルカン", "トランプ", "R1", "V3", "X", "o1", "MS", "米", "中", "日", "英", "独", "仏",
    "韓", "印", "露", "台",
)  # fmt: skip


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load(FOLDER)


@pytest.fixture(scope="module")
def owners(vocabulary: Vocabulary) -> dict[str, str]:
    return {folded(form): e.id for e in vocabulary.entries.values() for form in e.forms}


def test_no_line_has_a_fault(vocabulary: Vocabulary) -> None:
    assert vocabulary.faults == ()


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("company", 260),
        ("organization", 90),
        ("person", 110),
        ("place", 150),
        ("product", 100),
        ("project", 30),
        ("media", 60),
    ],
)
def test_enough_is_listed(vocabulary: Vocabulary, kind: str, least: int) -> None:
    assert Counter(entry.kind for entry in vocabulary.entries.values())[kind] >= least


@pytest.mark.parametrize(
    ("form", "id_"),
    [
        ("OpenAI", "openai"),
        ("オープンAI", "openai"),
        ("ＯｐｅｎＡＩ", "openai"),
        ("Meta", "meta"),
        ("メタ・プラットフォームズ", "meta"),
        ("ソフトバンク", "softbank"),
        ("ソフトバンクグループ", "softbank-group"),
        ("ソフトバンクG", "softbank-group"),
        ("SBG", "softbank-group"),
        ("オラクル", "oracle"),
        ("グーグル", "google"),
        ("Alphabet Inc.", "alphabet"),
        ("ヤン・ルカン", "yann-lecun"),
        ("ヤンルカン", "yann-lecun"),
        ("梁文峰", "liang-wenfeng"),
        ("梁文鋒", "liang-wenfeng"),
        ("スターゲート計画", "stargate"),
        ("DeepSeek-R1", "deepseek-r1"),
        ("アメリカ合衆国", "us"),
        ("シリコンバレー", "silicon-valley"),
        ("ウォール街", "wall-street"),
        ("ウォールストリート・ジャーナル", "wsj"),
        ("日経", "nikkei"),
        ("日経平均", "nikkei-225"),
        ("Fox Business", "fox-business"),
        ("日銀", "boj"),
        ("米商務省", "doc-us"),
        ("東証", "tse"),
        ("EU", "eu"),
    ],
)
def test_a_form_names_its_entry(owners: dict[str, str], form: str, id_: str) -> None:
    assert owners[folded(form)] == id_


def test_no_plain_form_names_two_entries(vocabulary: Vocabulary) -> None:
    named = defaultdict(set)
    for entry in vocabulary.entries.values():
        for form in entry.forms:
            named[folded(form)].add(entry.id)
    assert {form: ids for form, ids in named.items() if len(ids) > 1} == {}


def test_no_plain_form_is_too_short_to_be_sure(vocabulary: Vocabulary) -> None:
    short = re.compile("[一-龥]|[ぁ-ゖァ-ヺー]{1,2}|[A-Za-z0-9]")
    found = {f for e in vocabulary.entries.values() for f in e.forms if short.fullmatch(f)}
    assert found == SHORT_KANA


@pytest.mark.parametrize("word", COMMON)
def test_an_ordinary_word_needs_support(
    vocabulary: Vocabulary, owners: dict[str, str], word: str
) -> None:
    assert folded(word) not in owners
    assert any(word in entry.ambiguous for entry in vocabulary.entries.values())


def test_a_form_is_plain_or_ambiguous_and_a_name_is_a_form(vocabulary: Vocabulary) -> None:
    for entry in vocabulary.entries.values():
        plain, asking = set(map(folded, entry.forms)), set(map(folded, entry.ambiguous))
        assert not plain & asking, entry.id
        assert folded(entry.name) in plain | asking, entry.id


def test_every_entry_has_an_english_name_and_no_stray_blanks(vocabulary: Vocabulary) -> None:
    for entry in vocabulary.entries.values():
        assert entry.name_en, entry.id
        for form in (*entry.forms, *entry.ambiguous):
            assert re.fullmatch(r"\S+( \S+)*", form), (entry.id, form)


def test_a_person_is_found_without_the_dot_and_by_surname(vocabulary: Vocabulary) -> None:
    for person in (e for e in vocabulary.entries.values() if e.kind == "person"):
        if re.fullmatch("[ァ-ヺー・]+", person.name) and "・" in person.name:
            assert person.name.replace("・", "") in person.forms, person.id
            every = (*person.forms, *person.ambiguous)
            surname = person.name.rsplit("・", 1)[1]
            assert surname in every or len(surname) == 1 or "ジュニア" in person.name, person.id


def test_the_prefectures_are_all_there(owners: dict[str, str]) -> None:
    listed = {form for form, id_ in owners.items() if re.fullmatch("[一-龥]+県", form) and id_}
    assert len(listed) == 43
    assert {"東京都", "北海道", "大阪府", "京都府"} <= set(owners)


HEADER = "\t".join(COLUMNS)
GOOD = "meta\tMeta\tMeta\tメタ・プラットフォームズ\tメタ\tUS"


def _folder(folder: Path, companies: str, **files: str) -> Path:
    for kind, name in FILES.items():
        body = companies if kind == "company" else files.get(kind, "")
        (folder / name).write_text(f"# a comment\n{HEADER}\n{body}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("oracle\tオラクル", ("companies.tsv:4", "oracle\tオラクル", "2 columns", "write 6")),
        (f"{GOOD}\t", ("companies.tsv:4", "7 columns", "write 6")),
        ("Open AI\tOpenAI\t\t\t\tUS", ("companies.tsv:4", "“Open AI”", "not an id")),
        ("open--ai\tOpenAI\t\t\t\tUS", ("companies.tsv:4", "“open--ai”", "not an id")),
        ("\tOpenAI\t\t\t\tUS", ("companies.tsv:4", "“”", "not an id")),
        ("openai\t\tOpenAI\t\t\tUS", ("companies.tsv:4", "“openai”", "empty name")),
        ("openai\tOpenAI\t\t\t\tUSA", ("companies.tsv:4", "“USA”", "two capitals")),
        ("openai\tOpenAI\t\t\t\tus", ("companies.tsv:4", "“us”", "two capitals")),
        ("meta\tメタ社\t\t\t\t", ("companies.tsv:4", "“meta”", "companies.tsv:3", "another id")),
        ("m\tM社\t\tＭＥＴＡＶＥＲＳＥ|Meta\t\t", ("companies.tsv:4", "“Meta”", "names “meta”")),
    ],
)
def test_a_faulty_line_is_told_and_the_rest_works(
    tmp_path: Path, line: str, told: tuple[str, ...]
) -> None:
    after = "oracle-2\tオラクル2\tOracle 2\t\t\tUS"
    found = load(_folder(tmp_path, f"{GOOD}\n{line}\n\n{after}\n"))
    assert set(found.entries) == {"meta", "oracle-2"}
    (fault,) = found.faults
    assert all(part in fault for part in told), fault


def test_an_id_is_unique_over_the_files(tmp_path: Path) -> None:
    found = load(_folder(tmp_path, GOOD, product="meta\tMeta AI\t\t\t\t"))
    assert found.entries["meta"].kind == "company"
    assert found.faults == (
        "products.tsv:3: “meta” already stands in companies.tsv:3; give it another id",
    )


def test_a_name_that_is_ambiguous_too_is_no_plain_form(tmp_path: Path) -> None:
    found = load(
        _folder(tmp_path, "", product="r1\tR1\tR1\tDeepSeek-R1|ＤｅｅｐＳｅｅｋ－Ｒ１\tＲ1\tCN")
    )
    assert found.entries["r1"] == Entry(
        "r1", "R1", "R1", "product", "CN", ("DeepSeek-R1",), ("Ｒ1",)
    )


def test_a_missing_folder_and_a_missing_file_are_faults(tmp_path: Path) -> None:
    assert load(tmp_path / "none").faults == ("none: there is no such folder; create it",)
    (_folder(tmp_path, GOOD) / "media.tsv").unlink()
    found = load(tmp_path)
    assert set(found.entries) == {"meta"}
    (fault,) = found.faults
    assert fault.startswith("media.tsv: the file is missing")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "t.tsv:1: the file is empty; begin it with the header aTABb"),
        (b"# only this\n", "t.tsv:1: the file is empty; begin it with the header aTABb"),
        (b"a\tc\n1\t2\n", "t.tsv:1: “a\tc” is not the header; write aTABb"),
        (b"a\tb\nx\x82\t2\n", "t.tsv:2: byte 0x82 is not UTF-8; save the file as UTF-8"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "t.tsv"
    path.write_bytes(data)
    assert rows(path, ("a", "b")) == ([], [told])


def test_a_folder_in_place_of_a_table_is_a_fault(tmp_path: Path) -> None:
    found, (fault,) = rows(tmp_path, ("a", "b"))
    assert found == []
    assert "cannot be read" in fault


def test_rows_keep_their_line_numbers_and_lose_blanks(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_bytes("\ufeff# BOM\r\na\tb\r\n\r\n# no\r\n 一 \t\r\nx\u2028y\tz\r\n".encode())
    assert rows(path, ("a", "b")) == (
        [Row(5, {"a": "一", "b": ""}), Row(6, {"a": "x\u2028y", "b": "z"})],
        [],
    )
