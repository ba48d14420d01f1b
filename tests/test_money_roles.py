"""What a sum is for and who pays it, in the shapes in which news puts it."""

from __future__ import annotations

import pytest

from components.reading import read
from components.reading.model import Amount, Article
from components.reading.vocabulary import load
from components.texts import DATA

ROLES = [
    ("営業利益は120億円だった。", ["profit"], "the subject"),
    ("OpenAIは400億ドルを調達した。", ["investment"], "the verb"),
    ("エヌビディアは50億ドルの契約を結んだ。", ["other"], "the noun that の ties to the sum"),
    ("2021年に15億ドルあった売上高は半分になった。", ["revenue"], "the noun that the clause modifies"),
    ("マイクロソフトがOpenAIに投じた130億ドルに次ぐ。", ["investment"], "the clause that modifies the sum"),
    ("インテルは54億ドルを投じてアルテラを買収した。", ["acquisition"], "what the money is spent on"),
    ("インテルは5億ドルを投じ、株式の7%を取得する。", ["investment"], "a share is no firm"),
    ("インテルはアルテラの株式を167億ドルで取得した。", ["acquisition"], "for a price"),
    ("1株当たりの値段は20ドルとなった。", ["share"], "a price of one share"),
    ("純利益は300億円で、前年の250億円を上回った。", ["profit", "profit"], "for the same as the sum before"),
    ("オラクルはサーナーを買収する。総額は283億ドルになる。", ["acquisition"], "the deal told before"),
    ("シリーズBで付いた60億ドルから評価額は2倍になった。", ["valuation"], "the round only sets the scene"),
    ("エヌビディアは投資会社の乙社から3億ドルで土地を買う。", ["acquisition"], "投資会社 is no investment"),
    ("純利益予想を9800億円に引き上げた。", ["profit"], "予想 only says when"),
    ("株価は下がったが、受注は375億ドルに増えた。", ["other"], "no share costs so much"),
    ("公開価格を下回る1440円で、時価総額は7762億円だ。", ["share", "valuation"], "and no firm so little"),
    ("アマゾンは65億ドルの契約を得て、時価総額も増えた。", ["other"], "the sum's own noun yields to none"),
    ("オラクル、サーナーを283億ドルで買収", ["acquisition"], "a headline drops する"),
    (
        "時価総額の首位はエヌビディアで4兆ドルだった。アップルは3兆ドル程度にとどまる。",
        ["valuation", "valuation"],
        "an ellipsis goes on with what the text was about",
    ),
    (
        "時価総額の首位はエヌビディアで4兆ドルだった。アップルは300万ドルにとどまる。",
        ["valuation", "other"],
        "and not with a sum of another size",
    ),
    (
        "KKRの買い付け価格は9850円だった。ベインが9451円を示した。",
        ["share", "share"],
        "bids for one share go on, too",
    ),
    ("オリンパスは全額出資子会社をKKRに4276億円で譲渡する。", ["acquisition"], "a noun, no deed"),
    ("ソニーは新しいカメラを2000ドルで売る。", ["other"], "the price of a thing, no share's"),
    ("ソニーは新しいカメラを495万円で投入した。", ["other"], "で is its price, を what is put in"),
    ("キリンが2900億円を投じて手に入れた会社だ。", ["acquisition"], "a noun and a verb in one"),
    ("1台約1億8000万ドルとされる装置に投資する。", ["other"], "the price of a piece"),
    ("株価は1株53ドルで、債務を含めた総額は約65億ドルになる買収だ。", ["share", "acquisition"], "what is only counted in"),
    ("EUが用意した総額9億ユーロの支援を認めた。", ["investment"], "the noun outranks 総額"),
    ("顧客の資産が5兆ドルに達する銀行の費用を、80億ドル減らす。", ["assets", "other"], "が is used up"),
    ("破談になればメタは違約金10億ドルを払う。メタは10億ドルを投資した。", ["other", "investment"], "a word of its own"),
]  # fmt: skip

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
    ("富士ソフトはKKRに約6000億円で買収される。", [("kkr",)], None, "the doer of a passive"),
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
    ("欧州委員会はアップルに18億ユーロの制裁金を科した。", [("apple",)], None, "the fined pays"),
    ("アップルは18億ユーロの制裁金を科された。", [("apple",)], None, "in the passive too"),
    ("アマゾンに科された7億ユーロが最高だ。", [("amazon",)], None, "before the sum too"),
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
        "エヌビディアが出資する新工場には、国が4760億円を補助する。",
        [()],
        None,
        "a giver of its own, without a name",
    ),
    (
        "グーグルは60億ドルを投じる。オラクルには30億ドルの補助が決まった。",
        [("google",), ()],
        None,
        "a firm that builds gives no aid",
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
        "欧州委員会は違反があったとして、メーカー11社に3億ユーロの制裁金を科した。",
        [()],
        None,
        "who finds a breach is not who did it",
    ),
    (
        "アップルに18億ユーロの制裁金を科した。最も軽いのはグーグルで7億ユーロ。次いでアマゾンが6億ユーロ。",
        [("apple",), ("google",), ("amazon",)],
        None,
        "a list of fines goes on",
    ),
    ("アップルに7億ユーロ、グーグルに6億ユーロの支払いを求めた。", [("apple",), ("google",)], None, "to each its own"),
    (
        "経産省は最大725億円の助成を決めた。内訳はオリックスが501億円、KDDIが224億円だった。",
        [("meti",), ("meti",), ("meti",)],
        None,
        "a breakdown of an aid tells who gets it",
    ),
    (
        "グーグルはOpenAIを20億ドルで買収する。対価の内訳は現金が15億ドル、株式が5億ドル。",
        [("google",)] * 3,
        "openai",
        "and a breakdown of a price is paid as the price is",
    ),
    (
        "経産省は総額6800億円の事業に最大2410億円を補助する。",
        [(), ("meti",)],
        None,
        "what it measures is not paid by who adds to it",
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
        "欧州委員会は、オラクルに対する50億ユーロの支援を認めた。",
        [()],
        "oracle",
        "who allows an aid does not give it",
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
        "グーグルもオラクルが計画する第2工場に最大7320億円を助成する。",
        [("google",)],
        None,
        "が fills the clause inside, も is left for the verb",
    ),
    (
        "昨年、44億ドルでOpenAIを傘下に加えたオラクルは、投資を控える。",
        [("oracle",)],
        "openai",
        "に加えた is a deed, no particle",
    ),
    ("米政府は動く。政府は9億ドルを投じる。", [("us-government",)], None, "the government said before"),
    (
        "メーカー3社に計70億ユーロの制裁金が科された。最大手グーグルの約39億ユーロが最も重い。",
        [(), ("google",)],
        None,
        "whose fine it is",
    ),
    ("カナダには190億カナダドルを投じる。", [()], None, "に says where it goes"),
    ("アップルとグーグルに7億ユーロの支払いが命じられた。", [("apple", "google")], None, "に must pay"),
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
        "オラクルは昨年、米政府から受けた4億ドルの融資を完済した。",
        [("us-government",)],
        None,
        "the clause of the sum itself",
    ),
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


@pytest.mark.parametrize(("text", "roles", "why"), ROLES)
def test_roles(text: str, roles: list[str], why: str) -> None:
    found = [a.role for a in amounts(text)]
    assert found == roles, why


@pytest.mark.parametrize(("text", "payers", "target", "why"), PAYERS)
def test_payers(text: str, payers: list[tuple[str, ...]], target: str | None, why: str) -> None:
    found = amounts(text)
    assert [set(each.payers) for each in found] == [set(each) for each in payers], why
    assert found[0].target == target, why


@pytest.mark.parametrize(
    ("text", "period", "why"),
    [
        ("2025年3月期の売上高は1兆円だった。", "2025年3月期", "the date in the clause of a result"),
        (
            "14日発表した2025年3月期決算は純利益が3億円だった。",
            "2025年3月期",
            "the nearest before it",
        ),
        (
            "売上高は前年同期の2倍の300億円だった。",
            None,
            "what it is compared to is not its period",
        ),
        ("3月末の株価は300円だった。", None, "a price is of a moment"),
    ],
)
def test_periods_of_results(text: str, period: str | None, why: str) -> None:
    article = Article("news", text, reference_date="2025-05-14")
    doc = read(article, load(DATA / "vocabulary"))
    date = doc.amounts[0].date
    assert (None if date is None else doc.dates[date].text) == period, why


def test_a_deed_has_the_sums_of_its_own_subject_only() -> None:
    text = "アマゾンは2027年までに2兆円、グーグルも2022年に1000億円の投資を公表しており、増える。"
    doc = read(Article("news", text), load(DATA / "vocabulary"))
    (event,) = doc.events
    assert event.agents == ("google",)
    assert [doc.amounts[index].text for index in event.amounts] == ["1000億円"]
    assert event.date is not None
    assert doc.dates[event.date].text == "2022年"


def test_a_total_of_several_has_no_payer_of_its_own() -> None:
    (amount,) = amounts("グーグルを含む4社の合計は4兆円の投資になる。")
    assert amount.payers == ()


def test_a_fine_is_a_deed_of_who_imposes_it() -> None:
    text = "欧州委員会はアップルに18億ユーロの制裁金を科した。"
    (event,) = read(Article("news", text), load(DATA / "vocabulary")).events
    assert (event.type, event.agents) == ("fine", ("european-commission",))
    assert (event.targets, event.amounts) == (("apple",), (0,))
