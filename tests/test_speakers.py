"""Quotations: what quotes words and what names, and whose the words are."""

from functools import cache
from pathlib import Path

import pytest

from components.reading import read
from components.reading.articles import parse
from components.reading.model import Doc
from components.reading.vocabulary import Vocabulary, load


@cache
def vocabulary() -> Vocabulary:
    return load(Path(__file__).parent.parent / "data" / "vocabulary")


def doc(text: str) -> Doc:
    return read(parse(text.encode(), "a", "a", {}), vocabulary())


SPEAKERS = [
    ("日立の山田太郎社長は「強い」と述べた。", "山田太郎", "the subject before"),
    ("「強い」と山田太郎社長は説明した。", "山田太郎", "the subject between"),
    ("「強い」と日立の山田太郎社長。", "山田太郎", "no verb follows"),
    ("「強い」と語った田中一郎氏を、東芝の山田太郎社長は批判した。", "田中一郎", "whom the verb describes"),
    ("「強い」(楽天証券の田中一郎氏)との見方もある。", "田中一郎", "in brackets behind"),
    ("日立は買う。「ようやく強くなった会社を買えるのはうれしい」。山田太郎社長は声明で強調した。", "山田太郎",
     "the next sentence, where the words are one of their own"),
    ("山田太郎社長はこう述べた。「ようやく強くなった会社を買えるのはうれしい」。田中一郎氏は反対した。", "山田太郎",
     "こう tells whose the next words are"),
    ("トヨタ自動車の広報担当者は「控える」と話した。", "トヨタ自動車", "a spokesman speaks for the firm"),
    ("シャープ株式会社は赤字だ。短信には「重要な疑いを生じさせる状況がある」との文言が入った。", "シャープ",
     "what a firm writes it says"),
    ("マイクロソフトは下げた。「勝負はソフトで決まる」とは量販店担当者の弁。", None, "nobody named, in a noun"),
    ("任天堂は増益だ。都内のVC幹部は「来年以降だ」と話す。", None, "nobody named, as a subject"),
    ("任天堂は増益だ。「計算しやすい」と米証券アナリストは指摘する。", None, "nor behind the words"),
    ("東芝の社員が増えた。「目先に振り回されず投資ができるようになる」。東芝のある幹部は期待を込める。", None,
     "nor in the next sentence"),
    ("経済産業省幹部は「静観する」としている。", None, "nor is his ministry the speaker"),
    ("任天堂は増益だ。「強い」(運用会社の担当者)との声がある。", None, "nor in brackets"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "why"), SPEAKERS)
def test_whose_words_they_are(text: str, speaker: str | None, why: str) -> None:
    found = doc(text)
    names = {entity.id: entity.name for entity in found.entities}
    assert [names.get(q.speaker or "") for q in found.quotations] == [speaker], why


QUOTES = [
    ("日立は「強い」との見方を示した。", ["強い"], "との見方"),
    ("「物言う株主」との対立を招いた。", [], "a party to something"),
    ("「同じ金が回っている」(運用会社の担当者)との声", ["同じ金が回っている"], "brackets between"),
    ("三菱商事、洋上風力を断念 千葉知事「振り回された」\n\n三菱商事は断念した。", ["振り回された"], "a headline ends in it"),
    ("日立、新型機「アクア」\n\n日立は発売した。", [], "but a name is none"),
    ("モデル「PLaMo(プラモ)」と半導体を作る。", [], "nor one with its reading"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quoted", "why"), QUOTES)
def test_what_is_quoted(text: str, quoted: list[str], why: str) -> None:
    assert [q.text for q in doc(text).quotations] == quoted, why
