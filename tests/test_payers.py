"""Who pays a sum and what for, in the shapes in which news puts it."""

from __future__ import annotations

import pytest

from components.reading import read
from components.reading.model import Amount, Article
from components.reading.vocabulary import load
from components.texts import DATA

PAYERS = [
    ("マイクロソフト、OpenAIに10億ドル追加出資", [("microsoft",)], "openai", "a headline drops は and する"),
    ("OpenAIが400億ドル調達、社員も増やす", [()], "openai", "who raises money does not pay it"),
    (
        "OpenAIは、ソフトバンクグループが主導するラウンドで400億ドルを調達した。"
        "エヌビディア、マイクロソフトも参加した。",
        [("softbank-group", "nvidia", "microsoft")],
        "openai",
        "who leads the round, and who joins it in the next sentence",
    ),
    (
        "OpenAIは400億ドルを調達した。引受先にはソフトバンクグループのほか、エヌビディアが並ぶ。",
        [("softbank-group", "nvidia")],
        "openai",
        "investors listed under their heading, with のほか",
    ),
    (
        "ソフトバンクグループを引受先とする増資で、OpenAIは20億ドルを調達した。",
        [("softbank-group",)],
        "openai",
        "who takes up the new shares",
    ),
    (
        "ソフトバンクグループはアーム株の一部をエヌビディアに20億ドルで売却した。",
        [("nvidia",)],
        "arm",
        "who sells does not pay",
    ),
    ("オラクルは乙社からサーナーを20億ドルで買った。", [("oracle",)], None, "から names the seller"),
    ("KDDIはKKRに約6000億円で買収される。", [("kkr",)], "kddi", "the doer of a passive"),
    ("グーグルがアンソロピックに投じた20億ドルに次ぐ。", [("google",)], "anthropic", "the clause before the sum"),
    (
        "マイクロソフトとエヌビディアはアンソロピックにそれぞれ50億ドル、100億ドルを投資する。",
        [("microsoft",), ("nvidia",)],
        "anthropic",
        "to each his own sum, in turn",
    ),
    (
        "オリックスが2億円、KDDIが1億円の出資を決め、合わせて3億円を払い込む。",
        [("orix",), ("kddi",), ("orix", "kddi")],
        None,
        "a total is paid by all who pay its parts",
    ),
    (
        "アリババから6億ドルを得たOpenAIが、2億ドルを調達した。",
        [("alibaba",), ()],
        "openai",
        "who gave before does not give now",
    ),
    (
        "オリックスを軸とする国内連合が、3億円を出資した。",
        [("orix",)],
        None,
        "who makes up a group without a name",
    ),
    ("アップルは端末を999ドルで発売する。", [()], "apple", "a price is asked, not paid"),
    ("ロイターは総額を30億ドルと伝えた。", [()], None, "a paper that tells a sum does not pay it"),
    ("マイクロソフトの設備投資は800億ドルに達する。", [("microsoft",)], None, "whose spending it is"),
    (
        "2023年のシリーズAラウンドではエヌビディアが主導し、KDDIも加わって20億ドルを集めた。",
        [("nvidia", "kddi")],
        None,
        "who leads and who joins, before the sum",
    ),
    ("OpenAIはエヌビディアの主導で6億ドルを得た。", [("nvidia",)], "openai", "who leads, as a noun"),
    (
        "OpenAIは三井住友銀行およびみずほ銀行と融資契約を結び、計19億円の借り入れを終えた。",
        [("smbc", "mizuho-bank")],
        "openai",
        "with whom a loan is agreed",
    ),
    (
        "最も多く出しているのはアマゾンで、2024年に40億ドルを積み増した。",
        [("amazon",)],
        None,
        "a cleft puts last who did it",
    ),
    (
        "オラクルが20億ドルで買うのに対し、マイクロソフトは会社全体を引き取る30億ドルの案を示した。",
        [("oracle",), ("microsoft",)],
        None,
        "a topic closes the clause before it",
    ),
    (
        "OpenAIと提携するマイクロソフトも、設備投資が375億ドルと最大になった。",
        [("microsoft",)],
        None,
        "own spending is of whom the sentence is about",
    ),
    ("オラクルは社債を発行して60億ドルを集めた。", [()], "oracle", "who borrows does not pay"),
    ("オラクル、社債で60億ドル調達へ--電池工場の原資に", [()], "oracle", "nor in a headline's part"),
    (
        "グーグルはOpenAIを20億ドルで買収する。対価の内訳は現金が15億ドル、株式が5億ドル。",
        [("google",)] * 3,
        "openai",
        "and a breakdown of a price is paid as the price is",
    ),
    (
        "オラクルにとって昨年20億ドルで手に入れたサーナーに続く買い物だ。",
        [("oracle",)],
        None,
        "without を the noun is what is bought",
    ),
    (
        "OpenAIはオリックス、KDDIなど9社に50億円の増資を引き受けてもらった。",
        [("orix", "kddi")],
        "openai",
        "whom one gets to do it",
    ),
    (
        "オリックス、三井住友銀行、みずほ銀行の3社は計6億円の融資枠を設けた。",
        [("orix", "smbc", "mizuho-bank")],
        None,
        "the last of a row that の closes",
    ),
    ("オラクルはKKRと共同で約270億ドルを投じる。", [("oracle", "kkr")], None, "who does it together"),
    ("オラクルとエヌビディア、独に工場　最大4億ユーロを投資", [("oracle", "nvidia")], None, "a row heads a headline"),
    (
        "オリックスが出資する工場は、4760億円をエヌビディアが投じて建てる。",
        [("nvidia",)],
        None,
        "the subject after the sum",
    ),
    (
        "OpenAIは1000万ドルの払い込みを受けた。出し手はオリックスで、株式の6%を得る。",
        [("orix",)],
        "openai",
        "who gave, in the next sentence",
    ),
    (
        "オリックスと、ロケットを手がけるイーロン・マスク氏が、約50億ドルでの買収を申し入れた。",
        [("orix", "elon-musk")],
        None,
        "a clause inside a row",
    ),
    (
        "オラクルは元気だ。土地を9500万ドルで、建物を6億500万ドルで、いずれも12年に取得した。",
        [("oracle",), ("oracle",)],
        None,
        "いずれも is no subject",
    ),
    ("オラクルはKDDIと23億ドルを出し合う。", [("oracle", "kddi")], None, "a second payer by と"),
    (
        "オラクル、KDDIと114億ドル投資－EVの拠点を米2州に",
        [("oracle", "kddi")],
        None,
        "in a headline's part, before a hyphen",
    ),
    (
        "昨年、44億ドルでOpenAIを傘下に加えたオラクルは、投資を控える。",
        [("oracle",)],
        "openai",
        "に加えた is a deed, no particle",
    ),
    ("カナダには190億カナダドルを投じる。", [()], None, "に says where it goes"),
    (
        "OpenAIは1億ドルをエヌビディア、資産を運用するKKR、それにオリックスから調達した。",
        [("nvidia", "kkr", "orix")],
        "openai",
        "no verb has two を: 運用する is not said of the sum",
    ),
    ("OpenAIが6億ドル、アンソロピックが7億ドルを相次ぎ確保した。", [(), ()], "openai", "相次ぎ says how"),
    (
        "エヌビディアを先頭に、KDDI、オリックスも加わって6億ドルを払い込む。",
        [("nvidia", "kddi", "orix")],
        None,
        "who goes first, and who joins",
    ),
    ("OpenAIは1億ドルを元手に発足した。", [()], "openai", "what it has to start with it did not pay"),
    ("オープンAIがオラクルに払う利用料は計224億ドルだ。", [("openai",)], None, "who pays a fee"),
    (
        "自動運転で配達するオラクル、エヌビディアから9億ドルを調達",
        [("nvidia",)],
        "oracle",
        "a clause opens the headline, and its subject is in no row with the giver",
    ),
    (
        "経産省は決めた。車のチップを作るオラクルに最大159億円、能力を高めるKDDIに最大405億円を充てる。",
        [("meti",), ("meti",)],
        "oracle",
        "a clause between modifies who gets the next sum",
    ),
    (
        "経産省も支える。銀行への出資ではオリックスが先行する。20億円、10億円を投じた。",
        [("orix",), ("orix",)],
        None,
        "a sentence that brings somebody up",
    ),
    ("フランスにはブラジルも500億ユーロを投資する。", [("brazil",)], None, "a state with も acts"),
    (
        "オラクルは7日、KDDIによる買収提案を受け入れた。買収額は純負債を含めて約58億ドル。",
        [("kddi",)],
        None,
        "a deed with its doer by による",
    ),
    (
        "オラクルは社債を発行する。約200億円は自社株買いに回す。",
        [("oracle",)],
        None,
        "は on what is spent",
    ),
    ("オラクルは伸びた。世界の設備投資は130億ドルだった。", [()], None, "everybody's spending"),
    (
        "OpenAIは156億円を調達した。KDDIがリード投資家を務め、オリックスが増資を引き受けた。",
        [("kddi", "orix")],
        "openai",
        "who leads, by his part",
    ),
    (
        "オラクルは伸びる。需要が減るなか、19年にはKDDIを16億ドルで買った。",
        [("oracle",)],
        "kddi",
        "a subject that only sets the scene",
    ),
    ("オラクル、20億ドルで非公開化へ", [()], "oracle", "who is taken private does not pay"),
    (
        "OpenAI、20億ドルを確保\n\nマイクロソフトはOpenAIに約20億ドルを出資すると発表した。",
        [("microsoft",), ("microsoft",)],
        "openai",
        "the headline's sum is the body's",
    ),
]  # fmt: skip


def amounts(text: str) -> tuple[Amount, ...]:
    article = Article("news", text, reference_date="2025-01-24")
    return read(article, load(DATA / "vocabulary")).amounts


@pytest.mark.parametrize(("text", "payers", "target", "why"), PAYERS)
def test_payers(text: str, payers: list[tuple[str, ...]], target: str | None, why: str) -> None:
    found = amounts(text)
    assert [set(each.payers) for each in found] == [set(each) for each in payers], why
    assert found[0].target == target, why


def test_a_total_of_several_has_no_payer_of_its_own() -> None:
    (amount,) = amounts("グーグルを含む4社の合計は4兆円の投資になる。")
    assert amount.payers == ()
