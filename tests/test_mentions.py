"""Mentions: longest first, never inside a longer word, short forms only with support, 同社."""

from dataclasses import replace

import pytest

from components.reading.fold import fold
from components.reading.lexicon import lexicon
from components.reading.mentions import anaphors, named, with_anaphora
from components.reading.model import Kind, Mention
from components.reading.structure import paragraphs, sentences
from components.reading.tokens import tokens
from components.reading.vocabulary import Entry, Vocabulary


def entry(kind: Kind, name: str, *forms: str, short: tuple[str, ...] = ()) -> Entry:
    plain = tuple(form for form in (name, *forms) if form not in short)
    return Entry(name.lower().replace(" ", "-"), name, name, kind, "", plain, short)


VOCABULARY = Vocabulary(
    {
        found.id: found
        for found in (
            entry("company", "Meta", "メタ・プラットフォームズ", short=("メタ",)),
            entry("company", "OpenAI", "オープンAI"),
            entry("company", "ソフトバンク"),
            entry("company", "ソフトバンクグループ", "SBG"),
            entry("company", "アーム", short=("アーム",)),
            entry("company", "日立製作所"),
            entry("person", "ヤン・ルカン", short=("ルカン",)),
            entry("person", "梁文峰"),
            entry("company", "日本政策金融公庫"),
            entry("person", "孫正義", short=("孫",)),
            entry("media", "ガーディアン", short=("ガーディアン",)),
            entry("place", "米国", short=("米",)),
            entry("place", "日本"),
            entry("place", "サウジ"),
            entry("organization", "サウジ政府"),
            entry("organization", "米商務省", short=("商務省",)),
            entry("company", "鴻海"),
            replace(entry("organization", "日本政府", short=("政府",)), country="JP"),
            replace(entry("organization", "日本外務省", short=("外務省",)), country="JP"),
            entry("place", "中国", short=("中",)),
            entry("place", "京都"),
            entry("product", "R1", short=("R1",)),
            entry("product", "トゥイート", "Tweet"),
            entry("company", "トゥイート社", short=("トゥイート", "Tweet")),
            entry("product", "ガンダム", "ドルビー"),
            entry("media", "ウォール・ストリート・ジャーナル", "WSJ"),
        )
    }
)

NAMES = [
    ("MetaはMetaverseを語る。", ["Meta"], "never inside a longer Latin word"),
    ("ＭｅｔａとオープンＡＩ", ["Ｍｅｔａ", "オープンＡＩ"], "full width is folded, text kept"),
    ("ソフトバンクグループが", ["ソフトバンクグループ"], "longest first"),
    ("ソフトバンク、OpenAI", ["ソフトバンク", "OpenAI"], "two neighbours are two"),
    ("ソフトバンクOpenAI", ["ソフトバンク", "OpenAI"], "adjacent ones both survive"),
    ("メタバースの話", [], "never inside a longer katakana word"),
    ("メタが発表した", [], "a short form without support is a word"),
    ("メタも28年までに6000億ドルを投資する", ["メタ"], "what only firms do supports it"),
    ("アームが3月に発売した", ["アーム"], "so does a launch"),
    ("アームが3月に折れた", [], "but not what a limb does"),
    ("ソフトバンクG、増収", ["ソフトバンクG"], "as headlines cut グループ"),
    ("ソフトバンクとアームも決算を発表した", ["ソフトバンク", "アーム"], "so does a firm beside it"),
    ("アーム<ARM>が上げた", ["アーム"], "a ticker behind it"),
    ("アームの「R1」を", ["アーム", "R1"], "and what it makes"),
    ("メタ・プラットフォームズ。メタが発表した", ["メタ・プラットフォームズ", "メタ"], "its full name supports it"),
    ("ルカン氏が語る", ["ルカン"], "a title supports it"),
    ("英アームが上場", ["アーム"], "the kanji of a country before it does"),
    ("アームを伸ばす", [], "an arm is none"),
    ("新モデル「R1」を公開", ["R1"], "alone in brackets after モデル"),
    ("R1とR10", [], "not without support, nor inside R10"),
    ("「R1」はR1.5より", ["R1"], "nor before a decimal point"),
    ("東京都で", [], "京都 in 東京都 is no word"),
    ("米飯を食べる", [], "米 in 米飯 is rice"),
    ("米政府は", ["米"], "米 before 政府 is a country"),
    ("米OpenAIは", ["米", "OpenAI"], "and before a Latin name"),
    ("米中間の競争", ["米", "中"], "two countries and what is between them"),
    ("一日中続いた。その中で", [], "中 is mostly no country"),
    ("対中輸出規制", ["中"], "対中 is towards China"),
    ("訪米した", ["米"], "訪米 is a visit to America"),
    ("ﾄﾞﾙﾋﾞｰの", ["ﾄﾞﾙﾋﾞｰ"], "half-width katakana with its voicing marks apart"),
    ("wsjは", [], "a short Latin form keeps its case"),
    ("WSJは", ["WSJ"], "as written"),
    ("米エヌは米ドルで", ["米"], "米 before a firm is its home, before ドル it is money"),
    ("OpenAIのR1は", ["OpenAI", "R1"], "a product right behind its maker"),
    ("米紙ガーディアンは", ["米", "ガーディアン"], "a paper behind 米紙"),
    ("孫正義。孫氏と子孫", ["孫正義", "孫"], "a one-kanji surname needs a title"),
    ("日立製作所の", ["日立製作所"], "kanji names end where words end"),
    ("鴻海側との交渉", ["鴻海"], "its side is no part of a firm, in one word though it be"),
    ("日本語に対応し、日本人が使う", [], "a language and its people are no country"),
    ("日本人口は減る", ["日本"], "but its population is of the country"),
    ("米商務省は", ["米", "商務省"], "an organ has its name without its country"),
    ("日本政府は", ["日本政府"], "a government has none without"),
    ("外務省は調べる", ["外務省"], "without a country it is Japan's"),
    ("政府は決めた", ["政府"], "so is 政府"),
    ("英国政府は動いた。政府は", [], "but not where the text is about another's"),
    ("サウジ政府系の投資会社", ["サウジ"], "政府系 is of the state, not the state"),
    ("各国政府は", [], "nobody's in particular"),
]  # fmt: skip

ANAPHORA = [
    ("OpenAIは好調だ。同社は", [("同社", "openai")], "the topic of the sentence before"),
    ("OpenAIはMetaと組む。同社は", [("同社", "openai")], "the topic before the rest"),
    ("Metaの研究者は、OpenAIの成功を評した。同社は", [("同社", "openai")], "else the last"),
    ("MetaのCEOは、OpenAIの成功を評した。同社は", [("同社", "meta")], "whose head is the topic"),
    (
        "Meta（東京都港区）は伸びる。OpenAIも加わった。同社は",
        [("同社", "openai")],
        "the subject just before",
    ),
    (
        "Metaは伸びる。OpenAIも加わった。増えた。同社は",
        [("同社", "meta")],
        "an older one yields to a topic",
    ),
    ("Metaについては語らない。OpenAIに勝つ。同社は", [("同社", "meta")], "について makes a topic"),
    (
        "OpenAIは伸びる。Metaは同社を",
        [("同社", "openai")],
        "no object is the subject of its clause",
    ),
    ("OpenAIとMetaは提携した。両社は", [("両社", "openai"), ("両社", "meta")], "the last two"),
    ("同社は", [], "nothing before it, nothing to stand for"),
    ("梁文峰は語る。同氏は", [("同氏", "梁文峰")], "a person for 同氏"),
    ("OpenAIは語る。両社は", [], "one company is not two"),
    (
        "日本政策金融公庫は語る。OpenAIは組む。同公庫は",
        [("同公庫", "日本政策金融公庫")],
        "two words for UniDic, one that stands for a name that ends so",
    ),
    ("OpenAIは語る。同公庫は", [], "no name ends so"),
    (
        "日本政策金融公庫は、OpenAIとMetaを訴えた。両社に",
        [("両社", "openai"), ("両社", "meta")],
        "two that are told together",
    ),
    (
        "OpenAIはMetaと組む。両社は",
        [("両社", "openai"), ("両社", "meta")],
        "with whom somebody does something",
    ),
    ("米政府は動く。地方政府は9億ドルを出す。", [], "another government"),
    ("米政府は動く。政府高官は9億ドルだと話す。", [], "who speaks is not the government"),
    (
        "OpenAIは語る。伸びた。よい。増えた。OpenAIとMetaで広げる。同社は",
        [("同社", "openai")],
        "the topic of some sentences before goes before the last name",
    ),
]


def read(text: str) -> tuple[Mention, ...]:
    folded, parts = fold(text), paragraphs(text)
    words = tokens(folded, parts)
    listed = named(text, folded, words, lexicon(VOCABULARY))
    return with_anaphora(words, sentences(text, parts), listed, anaphors(words))


@pytest.mark.parametrize(("text", "expected", "why"), NAMES)
def test_names(text: str, expected: list[str], why: str) -> None:
    assert [mention.text for mention in read(text)] == expected, why


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("トゥイートで発信した。", "product", "a service"),
        ("米トゥイートは増収だった。", "company", "a country before it"),
        ("トゥイートを440億ドルで買収する。", "company", "what is bought is the firm"),
        ("旧トゥイートの元CEOが訴えた。Tweetはコメントしない。", "company", "by both its names"),
        ("Meta(旧トゥイート)に書き込んだ。", "product", "a former name in brackets says nothing"),
    ],
)
def test_a_service_that_is_a_firm_too(text: str, kind: str, why: str) -> None:
    folded = fold(text)
    found = named(text, folded, tokens(folded, paragraphs(text)), lexicon(VOCABULARY))
    assert {m.kind for m in found if m.text in ("トゥイート", "Tweet")} == {kind}, why


@pytest.mark.parametrize(("text", "expected", "why"), ANAPHORA)
def test_anaphora(text: str, expected: list[tuple[str, str]], why: str) -> None:
    found = [(m.text, m.entity) for m in read(text) if m.via == "anaphor"]
    assert found == expected, why
