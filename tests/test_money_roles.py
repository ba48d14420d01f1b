"""What a sum is for, in the shapes in which news puts it."""

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
    ("OpenAIは1億ドルを調達した際の29億ドルを上回る。", ["investment", "valuation"], "what it was worth then"),
    ("10兆円を運用する基金が20億ドルを投じる。", ["assets", "investment"], "what a fund looks after"),
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
    ("カメラの利益は120億円、1株当たりでは53ドルになる。", ["profit", "share"], "of one share"),
    ("ソニーは新しいカメラを2000ドルで売る。", ["other"], "the price of a thing, no share's"),
    ("ソニーは新しいカメラを495万円で投入した。", ["other"], "で is its price, を what is put in"),
    ("キリンが2900億円を投じて手に入れた会社だ。", ["acquisition"], "a noun and a verb in one"),
    ("1台約1億8000万ドルとされる装置に投資する。", ["other"], "the price of a piece"),
    ("株価は1株53ドルで、債務を含めた総額は約65億ドルになる買収だ。", ["share", "acquisition"], "what is only counted in"),
    ("EUが用意した総額9億ユーロの支援を認めた。", ["investment"], "the noun outranks 総額"),
    ("顧客の資産が5兆ドルに達する銀行の費用を、80億ドル減らす。", ["assets", "other"], "が is used up"),
    ("破談になればメタは違約金10億ドルを払う。メタは10億ドルを投資した。", ["other", "investment"], "a word of its own"),
    ("純利益は9億円で、燃油費が18億円増えた。", ["profit", "other"], "what ends in 費 is a cost"),
    ("消費が伸び、売上高は18億円増えた。", ["revenue"], "but 消費 is none"),
    ("大台に近付く1500億円を目標に掲げた。", ["other"], "付く within another verb says nothing"),
    ("終値である2166円を21%上回る。", ["share"], "the noun before である"),
    ("売上高は5億円だった。市場予想の平均は4億円だった。", ["revenue"] * 2, "予想 outranks 市場"),
    ("キリンは乙社を買収する。負債の引き継ぎを含む総額は660億ドルとなる。", ["acquisition"], "with what it is of"),
    ("破談になればメタは3億ドルを払う条件だ。", ["other"], "the condition says what for"),
    ("アップル、自社株買い枠を1300億ドルに拡大", ["other"], "買い makes a noun with 枠"),
    ("アップルは自社株の買い戻し枠を300億ドル積み増した。", ["other"], "what a verb is done to outranks it"),
    ("OpenAIが計算能力を調達する契約は3000億ドルに上る。", ["other"], "what is procured is no money"),
    ("6億ドルを調達した。このうちエヌビディアの分は数十億円だった。", ["investment"] * 2, "a part"),
    ("中間配当は1株42円だった。期末は139円を予定する。", ["share"] * 2, "another dividend"),
    ("原油先物は1.62ドル高の1バレル=51.06ドルだった。", ["other"] * 2, "goods are no shares"),
    ("政府から55万円の補助を受ければ、手が届く。", ["other"], "an aid to households"),
    ("メタは乙社の買収を持ちかけた。提示額は1株20ドルから12ドルに減った。", ["share"] * 2, "a bid for a share"),
    ("クラウドで500億円狙う\n年500億円の売上高を見込む。", ["revenue"] * 2, "a headline's sum is the body's"),
    ("1株利益を4.55ドル(前期は4.94ドル)と予想し、売上高は伸びる。", ["share"] * 2, "a comparison in brackets"),
    ("ダウ平均は551.80ドル安い2万4465.64ドルで終えた。", ["share"] * 2, "how far prices moved"),
    ("1000億円を上限に自社株も買う。", ["other"], "whoever buys his own shares takes over nobody"),
    ("オラクルはサーナーの全株を取得し、投じた資金は141億ドルに上る。", ["acquisition"], "what the deal cost"),
    ("時価総額は9330億ドルになった。オラクルは契約を結び、総額は3000億ドルに上る。", ["valuation", "other"], "the sum of a contract"),
    ("赤字国債が8兆円となる。", ["other"], "赤字国債 is no loss"),
    ("補助金の上限を1リットルあたり5円から25円に引き上げた。", ["other"] * 2, "for a litre"),
    ("KKRはTOBの価格を9451円から9850円に引き上げた。", ["share"] * 2, "the price of a bid"),
    ("総額535億円の配当を諮る。", ["other"], "no share pays so much"),
    ("新型を投入する。価格は8万9900ドルから。", ["other"], "the price of the cheapest"),
    ("オラクルはビルを約1500億円で完成させた。", ["investment"], "what is built for it"),
    ("BMSは乙社を買収する。金額は740億ドルで、時価総額を上回る。", ["acquisition"], "a sum that ends its clause"),
]  # fmt: skip


def amounts(text: str) -> tuple[Amount, ...]:
    article = Article("news", text, reference_date="2025-01-24")
    return read(article, load(DATA / "vocabulary")).amounts


@pytest.mark.parametrize(("text", "roles", "why"), ROLES)
def test_roles(text: str, roles: list[str], why: str) -> None:
    found = [a.role for a in amounts(text)]
    assert found == roles, why


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


def test_a_fine_is_a_deed_of_who_imposes_it() -> None:
    text = "欧州委員会はアップルに18億ユーロの制裁金を科した。"
    (event,) = read(Article("news", text), load(DATA / "vocabulary")).events
    assert (event.type, event.agents) == ("fine", ("european-commission",))
    assert (event.targets, event.amounts) == (("apple",), (0,))


def test_a_bid_is_for_the_firm_that_is_bought() -> None:
    bid, price = amounts(
        "オラクルはKDDIを買収する。買い付け価格は9850円だ。オラクルの株価は200ドルだ。"
    )
    assert (bid.role, bid.target) == ("share", "kddi")
    assert (price.role, price.target) == ("share", "oracle")
