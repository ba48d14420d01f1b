"""The tagger: what it proposes for names that no list holds, and the laws it keeps."""

import string
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.reading.features import features, noun_runs, shape
from components.reading.fold import fold
from components.reading.structure import paragraphs, sentences
from components.reading.tagger import MODEL, Tagging, spans, tag
from components.reading.tokens import readable, tokens


def tagged(text: str) -> Tagging:
    folded = readable(fold(text))
    parts = paragraphs(text)
    return tag(folded, tokens(folded, parts), sentences(text, parts))


@pytest.mark.parametrize(
    ("text", "name", "kind", "why"),
    [
        ("中国AI企業ゼノリンクが新モデルを公開した。", "ゼノリンク", "company", "UniDic cuts it in two"),
        ("ヴェルデ・キャピタルが投資を主導した。", "ヴェルデ・キャピタル", "company", "ends like a fund"),
        ("エミール・ハーケンCEOは記者会見で語った。", "エミール・ハーケン", "person", "a title follows"),
        ("投資家の三浦隆之氏は慎重な見方を示した。", "三浦隆之", "person", "a surname and a name"),
        ("対話型AI「Lumora 3」の有料版を始める。", "Lumora 3", "product", "a model and its number"),
        ("工場はカンザス州に建設する。", "カンザス州", "place", "a state"),
        ("先端技術の輸出を経済産業省が規制する。", "経済産業省", "organization", "a ministry"),
    ],
)  # fmt: skip
def test_proposes(text: str, name: str, kind: str, why: str) -> None:
    found = {(text[n.start : n.end], n.kind) for n in tagged(text).names}
    assert (name, kind) in found, why


def test_common_words_of_business_are_no_names() -> None:
    text = "データセンターやクラウドへの投資が増え、スタートアップの資金調達も回復した。"
    assert tagged(text).names == ()


@pytest.mark.parametrize(
    ("labels", "found", "why"),
    [
        ([], [], "no words"),
        (["O", "O"], [], "no names"),
        (["company", "company", "O"], [(0, 2, "company")], "one name of two words"),
        (["person", "company"], [(0, 1, "person"), (1, 2, "company")], "two kinds side by side"),
        (["O", "place"], [(1, 2, "place")], "a name at the end"),
    ],
)
def test_spans(labels: list[str], found: list[tuple[int, int, str]], why: str) -> None:
    assert spans(labels) == found, why


@pytest.mark.parametrize(
    ("text", "found"),
    [("DeepSeek", "AaAa"), ("4o", "0a"), ("ルカン", "ア"), ("梁", "漢"), ("です", "あ"), ("", "")],
)
def test_shape(text: str, found: str) -> None:
    assert shape(text) == found


def test_a_noun_run_ends_at_a_particle_and_at_a_gap() -> None:
    text = "東都重工業は山田製作所と"
    words = tokens(text, paragraphs(text))
    runs = ["".join(w.text for w in words[r.first : r.last]) for r in noun_runs(words)]
    assert runs == ["東都重工業", "山田製作所"]


def test_the_model_is_small_enough_to_ship() -> None:
    assert MODEL.stat().st_size <= 5_000_000


def test_a_sentence_without_anything_like_a_name_is_not_read() -> None:
    text = "これはよいことだと思われる。"
    found = tagged(text)
    assert (found.names, found.beliefs) == ((), {})


def test_threads_read_the_same() -> None:
    texts = [f"米{name}は新型半導体を発表した。" for name in ("ゼノリンク", "Corvane", "北浜電機")]
    alone = [tagged(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(tagged, texts * 20)) == alone * 20


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(
            "ゼノリンク社は株式会社の米A1-&・「」(東京)氏。\n\0\ud800" + string.ascii_letters
        )
    )
)
def test_any_text_gives_names_inside_it(text: str) -> None:
    found = tagged(text)
    ends = 0
    for name in found.names:
        assert ends <= name.start < name.end <= len(text)
        assert 0 <= name.score <= 1.000001
        ends = name.end
    for belief in found.beliefs.values():
        assert sum(belief.values()) <= 1.000001


def test_every_word_has_features() -> None:
    text = "米DeepSeekの「R1」とGPT-4o、サム・アルトマンCEO。"
    words = tokens(text, paragraphs(text))
    told = features(text, words)
    assert len(told) == len(words)
    assert all(told)
