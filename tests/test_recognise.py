"""Names that no list holds: the cues of the language, the vote over the document, propagation."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.reading.fold import fold
from components.reading.lexicon import lexicon
from components.reading.mentions import named
from components.reading.model import Mention
from components.reading.name_cues import cues, not_names
from components.reading.recognise import Recognised, recognise
from components.reading.structure import paragraphs, sentences
from components.reading.tokens import readable, tokens
from components.reading.vocabulary import Entry, Vocabulary
from components.reading.wordlists import TABLES


@cache
def small() -> Vocabulary:
    """Return a vocabulary of three names, so that everything else is unlisted."""
    listed = (
        Entry("tokyo", "東京", "Tokyo", "place", "JP", ("東京",), ()),
        Entry("openai", "OpenAI", "OpenAI", "company", "US", ("OpenAI",), ()),
        Entry("imf", "国際通貨基金", "IMF", "organization", "", ("国際通貨基金",), ()),
        Entry("lecun", "ヤン・ルカン", "Yann LeCun", "person", "", ("ヤン・ルカン",), ()),
        Entry("hitachi", "日立", "Hitachi", "company", "JP", ("日立",), ()),
        Entry("abb", "ABB", "ABB", "company", "", ("ABB",), ()),
        Entry("japan", "日本", "Japan", "place", "JP", ("日本",), ()),
    )
    return Vocabulary({entry.id: entry for entry in listed})


def read(text: str) -> Recognised:
    folded = readable(fold(text))
    parts = paragraphs(text)
    words = tokens(folded, parts)
    listed = named(text, folded, words, lexicon(small()))
    return recognise(text, folded, words, sentences(text, parts), listed)


def _listed(text: str) -> tuple[Mention, ...]:
    folded = readable(fold(text))
    return named(text, folded, tokens(folded, paragraphs(text)), lexicon(small()))


def names(text: str) -> set[tuple[str, str]]:
    return {(m.text, m.kind) for m in read(text).mentions}


@pytest.mark.parametrize(
    ("text", "name", "kind", "why"),
    [
        ("米ゼノリンクは新工場を建てる。", "ゼノリンク", "company", "米X"),
        ("中国AI企業Corvaneが示す台頭", "Corvane", "company", "企業X"),
        ("新興のルミナスは人員を増やす。", "ルミナス", "company", "新興のX"),
        ("半導体大手ヴェルトロンの業績", "ヴェルトロン", "company", "大手X"),
        ("ドイツZQFが買収する。", "ZQF", "company", "a country runs into a Latin name"),
        ("崔相穆企画財政相が示した。", "崔相穆", "person", "a minister of the long kind"),
        ("うちゼノリンクが約33億円と最も多い。", "ゼノリンク", "company", "うち is no part of a name"),
        ("スーパーのマルミカドストア（池辺恭行社長）は", "マルミカドストア", "company", "X(Y社長)"),
        ("ノルディア社は撤退を決めた。", "ノルディア", "company", "X社: 社 is outside the name"),
        ("株式会社アオゾラ精工は増収だった。", "株式会社アオゾラ精工", "company", "the legal form is inside"),
        ("ゼノリンク株が急落した。", "ゼノリンク", "company", "X株"),
        ("決済アプリを運営するツムギワークスは増資した。", "ツムギワークス", "company", "運営するX"),
        ("北浜電機の山本浩二社長は述べた。", "山本浩二", "person", "Y社長"),
        ("北浜電機の山本浩二社長は述べた。", "北浜電機", "company", "XのY社長"),
        ("フライデンバーグ豪財務相が語った。", "フライデンバーグ", "person", "whose minister he is"),
        ("リベラ上級副委員長は述べた。", "リベラ", "person", "of what rank"),
        ("ジョシュ・スタイン州知事は述べた。", "ジョシュ・スタイン", "person", "a state's governor"),
        ("ラーム・エマニュエル駐日米大使は述べた。", "ラーム・エマニュエル", "person", "an ambassador"),
        ("エミール・ハーケン氏は反対した。", "エミール・ハーケン", "person", "Y氏"),
        ("創業者である陳立峰は金融出身だ。", "陳立峰", "person", "kanji behind a role"),
        ("アナリストのリナ・オルセンは強気だ。", "リナ・オルセン", "person", "a role before"),
        ("英紙モーニング・クロニクルは伝えた。", "モーニング・クロニクル", "media", "英紙X"),
        ("デイリー・ゼノン紙によると合意した。", "デイリー・ゼノン", "media", "X紙によると"),
        ("最新モデル「V9」を公開した。", "V9", "product", "モデル「X」"),
        ("会計アプリ「カワセミ帳簿」を始めた。", "カワセミ帳簿", "product", "アプリ「X」, kana and kanji"),
        ("新型車「ソレイユ4」を発売した。", "ソレイユ4", "product", "katakana and a number"),
        ("「アルバトロス」プロジェクトに加わる。", "アルバトロス", "project", "「X」プロジェクト"),
        ("政府は構想「ミライ水素」を掲げた。", "ミライ水素", "project", "構想「X」"),
    ],
)  # fmt: skip
def test_a_cue_makes_a_name(text: str, name: str, kind: str, why: str) -> None:
    assert (name, kind) in names(text), why


@pytest.mark.parametrize(
    ("text", "name", "kind", "why"),
    [
        ("新会社は日立ABBパワーグリッドだ。", "日立ABBパワーグリッド", "company", "two firms side by side are one"),
        ("日立化成を売却した。", "日立化成", "company", "a firm with a line of business behind it"),
        ("日本政策金融公庫から借りる。", "日本政策金融公庫", "company", "a country with one"),
        ("投資ファンドセビアン・キャピタルは", "セビアン・キャピタル", "company", "ファンド runs on into the name"),
        ("公的投資銀行ビーピーノルドが出資した。", "ビーピーノルド", "company", "銀行 stands before it"),
        ("「ルンバ」を手掛ける米iNorbotは", "iNorbot", "company", "one small letter first; 米 between"),
        ("出資者にはNordmark、Coavueが並ぶ。", "Coavue", "company", "a row of investors"),
        ("ノルセミ、買収をようやく完了", "ノルセミ", "company", "the topic that opens a headline"),
        ("ナイアントのゲーム部門を買う。", "ナイアント", "company", "what has divisions is a firm"),
        ("米証券スタイゼルのアナリストは", "スタイゼル", "company", "証券 behind a country is a trade"),
        ("暗号資産交換業FTZトレーディングの創業者", "FTZトレーディング", "company", "a trade in 業"),
        ("破綻したアルゴス・マネジメントとの取引", "アルゴス・マネジメント", "company", "破綻した, マネジメント"),
        ("米カリス・コリンズでCEOを務めた。", "カリス・コリンズ", "company", "where one serves is a firm"),
        ("中国の華潤微電子が対抗した。", "華潤微電子", "company", "nobody's surname ends in 電子"),
        ("菊川剛元社長は述べた。", "菊川剛", "person", "元 belongs to his title"),
        ("旧早稲銀行では、早稲銀行の", "早稲銀行", "company", "旧 is no part of a name"),
        ("ゼノン財団の元研究者だ。", "ゼノン財団", "organization", "a foundation has officers too"),
        ("早稲野大の教授", "早稲野大", "organization", "大 as a word of its own"),
        ("熊谷俊人千葉県知事は述べた。", "熊谷俊人", "person", "whose governor he is, is not his name"),
        ("劉揚偉董事長は述べた。", "劉揚偉", "person", "the title begins inside UniDic's word"),
        ("マルグレ・ベステル委員は批判した。", "マルグレ・ベステル", "person", "委員"),
        ("篠田政権の関税をめぐって", "篠田", "person", "whose administration it is"),
        ("ブライ・ベッドフォード局長は述べた。", "ブライ・ベッドフォード", "person", "局長 is no 局"),
        ("「アドゼンス(AdZense)」の契約", "AdZense", "product", "one thing named twice in quotes"),
        ("「ノルモンGO」を発売した。", "ノルモンGO", "product", "the quotes say where it ends"),
        ("「コール オブ ノルド」を擁する企業", "コール オブ ノルド", "product", "katakana apart, owned"),
        ("企業情報サイト「天眼鏡」の登記情報", "天眼鏡", "product", "サイト「X」"),
        ("第7次エネルギー基本計画は変わる。", "第7次エネルギー基本計画", "project", "第N次…計画"),
        ("ドイツ・ランポルツハウゼンにある施設", "ランポルツハウゼン", "place", "a town behind its country"),
        ("長野県岡谷市に建てる。", "岡谷市", "place", "a town behind its prefecture"),
        ("千葉県銚子市沖の海域", "銚子市", "place", "the sea before a town is not the town"),
        ("現地財閥ビンホンと合弁", "ビンホン", "company", "と is no part of it"),
        ("新会社 芙蓉総合リースや日立と", "芙蓉総合リース", "company", "nor is a space before it"),
        ("碧井証券の川崎朝映アナリストは", "川崎朝映", "person", "a town is a surname before a given name"),
        ("新会社「ノルドゾーネ」を始める。", "ノルドゾーネ", "company", "新会社「X」"),
        ("米ノルド・エナジーやメタヴォーターに供給する。", "メタヴォーター", "company", "in a row with a firm"),
        ("現地紙ノルド・タイムズによると", "ノルド・タイムズ", "media", "what sort of paper it is"),
    ],
)  # fmt: skip
def test_what_a_name_begins_and_ends_with(text: str, name: str, kind: str, why: str) -> None:
    assert (name, kind) in names(text), why


@pytest.mark.parametrize(
    ("text", "name", "kind", "why"),
    [
        ("鉄道会社は「滝川駅」を開いた。", "滝川駅", "place", "a station with its town"),
        ("松浜築港駅 - 滝川駅間を結ぶ。", "滝川駅", "place", "two stations between a dash"),
        ("松浜築港駅 - 滝川駅間を結ぶ。", "松浜築港駅", "place", "two words tell which"),
        ("八代工場(熊本県八代市)に310億円を投じる。", "八代工場", "place", "where it lies makes it no firm"),
        ("東京三井ビルディングを手放す。", "東京三井ビルディング", "place", "longer than the listed town in it"),
        ("苫小牧東部地域に建てる。", "苫小牧東部地域", "place", "a part of a town with its name"),
        ("スマートゼノン(東京・港)は増資した。", "東京・港", "place", "where in Tokyo a firm is at home"),
        ("だが北部シェレフテナの工場は遅れた。", "シェレフテナ", "place", "which part of the land is no name"),
        ("ゼノン電機東京も店を構える。", "ゼノン電機東京", "company", "a firm with its region"),
        ("日立・アイデアを赤字に追い込む。", "日立", "company", "kanji before ・ is a firm of its own"),
        ("エイチ・ワイ・エスの創業者が", "エイチ・ワイ・エス", "company", "letters read aloud are a firm"),
        ("東京ビルファンド投資法人に譲る。東京ビルファンドは", "東京ビルファンド", "company", "without its legal form"),
        ("県土地開発公社が造成した。", "県土地開発公社", "organization", "公社 is a word"),
        ("暗号資産取引所バイゼットが発表した。", "バイゼット", "company", "an exchange with its name"),
        ("現地法人ノルドック・テクノロジーに対し", "ノルドック・テクノロジー", "company", "what sort of firm it is"),
        ("トム・ジョンセン暫定会長は述べた。", "トム・ジョンセン", "person", "how he holds his office"),
        ("資産家ステファン・コーエンが買う。", "資産家ステファン・コーエン", "", "what he is, is no part of his name"),
        ("ゼノスを率いるジム・ラトクリン(Jim Ratclin)氏も応じた。", "ジム・ラトクリン", "person", "氏 decides"),
        ("「モーターゼノン出版社」という社名だった。", "モーターゼノン出版社", "company", "「X」という社名"),
        ("円建ての消失　産業革新機構が検査へ", "産業革新機構", "organization", "a space keeps kanji apart"),
    ],
)  # fmt: skip
def test_places_and_firms_by_what_they_are_called_with(
    text: str, name: str, kind: str, why: str
) -> None:
    found = dict(names(text)) | {m.text: m.kind for m in _listed(text)}
    assert found.get(name, "") == kind, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("新工場と既存工場、輸出基地を建てる。", "works that are not named"),
        ("隣駅まで歩き、新駅の開業を待つ。", "nor stations"),
        ("1st Closeでは新銀行の設備投資を支える。", "common words"),
        ("家庭紙とペーパータオルを作る。", "what a thing is"),
    ],
)
def test_what_is_only_described_has_no_name(text: str, why: str) -> None:
    assert read(text).mentions == (), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("生成AIとLLM、GPUの需要が伸び、CEOはIPOとM&Aに慎重だ。", "capitals that are common words"),
        ("スタートアップやデータセンターへの投資が増えた。", "katakana that are common words"),
        ("年間経常収益(ARR)は2億ドルを超えた。", "an abbreviation of common words"),
        ("新社長は大手企業との提携を急ぐ。", "kanji before 社長 that name nobody"),
        ("「価格ではなく納期で勝つ」と強調した。", "a quotation"),
        ("2025年3月期の純利益は1兆2000億円だった。", "numbers and dates"),
        ("過去最大の赤字で、感染拡大も続く。", "最大 and 拡大 are no universities"),
        ("規制当局の承認を待ち、戦略委員会に加わる。", "two common words are no organ"),
        ("国内証券のアナリストと巨大銀行", "nor a firm"),
        ("薄型テレビは販売が減った。", "a television set is no broadcaster"),
        ("内訳は駆動用モーターなど車載向けが20億円となる。", "what something is for"),
        ("送配電システム会社の株式を取得した。", "so ends what a firm is"),
        ("クラスA株を引き受け、シリーズBラウンドを終えた。", "sorts of a common thing"),
        ("新CEOの年俸は150万ドル。", "behind a role stands a word"),
        ("ランダー(月着陸船)の開発", "a loanword that brackets explain"),
        ("民事再生法の適用を申請した。", "a law"),
        ("", "nothing"),
    ],
)
def test_common_words_are_no_names(text: str, why: str) -> None:
    assert read(text).mentions == (), why


def test_one_cue_decides_for_the_whole_document() -> None:
    text = (
        "「ゼノシーク」の人気が広がる。ゼノシークは無料で使える。\n"
        "中国企業ゼノシークは資金を集めた。ゼノシークの台頭に各社は備える。"
    )
    found = read(text).mentions
    assert [m.kind for m in found if m.text == "ゼノシーク"] == ["company"] * 4
    assert len({m.entity for m in found if m.text == "ゼノシーク"}) == 1


def test_a_form_is_marked_wherever_it_stands_but_not_in_a_longer_word() -> None:
    text = "米ゼノンは提携した。ゼノンの株価は上がった。ゼノンバースは別のものだ。"
    assert [m.start for m in read(text).mentions if m.text == "ゼノン"] == [1, 10]


@pytest.mark.parametrize(
    ("text", "short", "long", "why"),
    [
        ("アイダ・ノルマン氏が語った。ノルマン氏は続けた。", "ノルマン", "アイダ・ノルマン", "surname"),
        ("山本浩二社長が語った。山本氏は続けた。", "山本", "山本浩二", "kanji surname"),
        ("米Corvane Labsは増資した。Corvaneは黒字だ。", "Corvane", "Corvane Labs", "without its line"),
        ("ゼノン機構(XNO)は調べた。XNOの報告だ。", "XNO", "ゼノン機構", "capitals in brackets"),
        ("株式会社ツムギは増収。ツムギ社は強気だ。", "ツムギ", "株式会社ツムギ", "without its legal form"),
    ],
)  # fmt: skip
def test_two_forms_are_one_entity(text: str, short: str, long: str, why: str) -> None:
    by_text = {m.text: m.entity for m in read(text).mentions}
    assert by_text[short] == by_text[long], why
    assert len(read(text).entities) == len(set(by_text.values()))


@pytest.mark.parametrize(
    ("text", "form", "entity", "why"),
    [
        ("国際通貨基金(IMF)は予測した。IMFは慎重だ。", "IMF", "imf", "an abbreviation given in the text"),
        ("ヤン・ルカンは評価した。ルカン氏は続けた。", "ルカン", "lecun", "a surname of a listed person"),
    ],
)  # fmt: skip
def test_another_name_of_a_listed_entity(text: str, form: str, entity: str, why: str) -> None:
    found = read(text)
    assert {m.entity for m in found.mentions if m.text == form} == {entity}, why
    assert found.entities == (), why


def test_a_longer_name_replaces_the_listed_one_inside_it() -> None:
    found = read("OpenAI Japan合同会社は東京に置く。")
    assert [m.text for m in found.mentions] == ["OpenAI Japan合同会社"]
    assert [m.text for m in found.replaces] == ["OpenAI"]


def test_ids_are_the_same_in_every_run_and_fit_an_address() -> None:
    text = "米CorvaneとノルディアはOpenAIと競う。ノルディア社は新興だ。"
    ids = {entity.name: entity.id for entity in read(text).entities}
    assert ids["Corvane"] == "x-corvane"
    assert re.fullmatch("x-[0-9a-f]{10}", ids["ノルディア"])
    assert all(not entity.listed for entity in read(text).entities)
    assert {e.name: e.id for e in read(text).entities} == ids


def test_the_tables_of_cues_and_of_words_are_sound() -> None:
    kinds = {"company", "organization", "person", "place", "product", "project", "media"}
    for place in TABLES["name_cues.tsv"].values["place"]:
        assert cues(place).forms, place
        assert {cue.kind for cue in cues(place).forms.values()} <= kinds
    assert {"AI", "CEO", "スタートアップ"} <= not_names()


FRAGMENTS = (
    "ゼノリンク", "Corvane", "OpenAI", "東京", "米", "社", "株式会社", "氏", "社長", "CEO", "は", "が", "の", "と", "や", "、",
    "。", "「", "」", "(", ")", "・", "\n", "V9", " 3", "山本浩二", "陳立峰", "企業", "大手", "紙によると", "プロジェクト", "モデル",
    "国際通貨基金", "IMF", "ｱｯﾌﾟﾙ", "Ｘ", "\0", "\ud800", "🙂", "が", " ", "㈱", "İ", "ß", "々", "ー",
)  # fmt: skip


def check(text: str) -> None:
    folded = readable(fold(text))
    parts = paragraphs(text)
    words = tokens(folded, parts)
    listed = named(text, folded, words, lexicon(small()))
    found = recognise(text, folded, words, sentences(text, parts), listed)
    assert set(found.replaces) <= set(listed)
    kept = [m for m in listed if m not in found.replaces]
    ends = 0
    for mention in sorted((*found.mentions, *kept), key=lambda m: m.start):
        assert mention.text == text[mention.start : mention.end]
        assert ends <= mention.start < mention.end
        ends = mention.end
    ids = {entity.id for entity in found.entities}
    assert len(ids) == len(found.entities)
    assert {m.entity for m in found.mentions} <= ids | set(small().entries)
    for entity in found.entities:
        assert re.fullmatch("[a-z0-9][a-z0-9-]*", entity.id)
        assert {m.kind for m in found.mentions if m.entity == entity.id} == {entity.kind}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_fragments_of_news_break_no_law(text: str) -> None:
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_breaks_no_law(text: str) -> None:
    check(text)
