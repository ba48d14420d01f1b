"""Who pays a sum that other sentences, headlines or topics tell of."""

from __future__ import annotations

import pytest

from tests.test_payers import amounts

PAYERS = [
    (
        "OpenAIが20億ドル調達 KDDIが出資\nOpenAIは20億ドルを調達した。引き受けたのはKDDI、オリックスの2社。",
        [("kddi", "orix")] * 2,
        "the body names all whom the headline leaves out, and counts them",
    ),
    (
        "OpenAIは20億ドルを調達した。KDDIに加え、オリックスが新たに株主となる。",
        [("kddi", "orix")],
        "who becomes a shareholder",
    ),
    (
        "OpenAIは8億ドルを調達した。評価額は67億ドルだった。当時はKDDIが主導した。"
        "今回はオラクルといった既存株主に加え、オリックスが応じた。",
        [("oracle", "orix"), ()],
        "the round before is another",
    ),
    (
        "OpenAIはKDDIから3億ドルを集めた。同年9月の増資は2億ドルに達し、オリックスが応じた。",
        [("kddi",), ("orix",)],
        "the next round too",
    ),
    ("アップル、自社株買い枠を1300億ドルに拡大", [("apple",)], "a firm buys its own shares"),
    (
        "オラクルは工場を建てた。総工費は約150億円。",
        [("oracle",)],
        "works of whom the text is about",
    ),
    (
        "オラクルはKDDIから権益を2億ポンドで得る。",
        [("oracle",)],
        "で is a price, whatever is got for it",
    ),
    (
        "オラクルにとっては、20億円をかけて完全子会社にしたサーナーより小さい。",
        [("oracle",)],
        "whom the sentence is about",
    ),
    (
        "アリババについては15億元を投じると報じられた。",
        [("alibaba",)],
        "the topic of a report",
    ),
    (
        "オラクルはKDDIに土地を1700億円で売る。持ち分も470億円で手放す。",
        [("kddi",)] * 2,
        "the buyer told before",
    ),
    (
        "オラクルの田中社長は述べた。田中社長は1000億円を充てる方針だ。",
        [("oracle",)],
        "the head of a firm pays for it",
    ),
    (
        "内訳はKDDIが30億円、社名を伏せた事業会社が20億円を出資する。",
        [("kddi",), ()],
        "somebody unnamed",
    ),
    (
        "アラブ首長国連邦(UAE)も投資する。UAEは500億ユーロを投じる。",
        [("uae",)],
        "a state with its short name",
    ),
    (
        "KDDIが、孫正義氏の構想する基金に450億ドルを出資する。",
        [("kddi",)],
        "a clause with its own subject leaves が to the main one",
    ),
    (
        "メタは中国製品2000億ドル分に10%の関税を上乗せする案に反対した。",
        [()],
        "what a tax is on is not paid",
    ),
    (
        "オラクルは増産に7300億円を充てる。公表した13億ドルに積み増す。",
        [("oracle",)] * 2,
        "what a sum is added to",
    ),
    (
        "オラクルはKDDIに国内放映権を2100億円で与える。",
        [("kddi",)],
        "who gets a right pays for it",
    ),
    (
        "欧州委員会は20日、グーグルに14億ユーロの制裁金を科した。17年には24億ユーロの支払いを命じた。",
        [("google",)] * 2,
        "a further fine of the same firm",
    ),
    (
        "公取委、KDDIに101億円の課徴金\n公取委はKDDIとオリックスに101億3399万円の課徴金納付を命じた。",
        [("kddi", "orix")] * 2,
        "the headline cuts the figure",
    ),
    (
        "オラクルは30日、買収契約を打ち切った。KDDIが断られるのは2度目だ。24年には20億ドルを出資した。",
        [("kddi",)],
        "whom a cleft is about",
    ),
    (
        "枠は250億ドルだった。オラクルの枠は大きく、180億ドルを買い戻した。",
        [(), ("oracle",)],
        "a thing that has had its say is no subject",
    ),
    (
        "OpenAIはKDDIなど3社を割当先とする増資で20億円を調達する。オリックス、オラクルが引き受けた。",
        [("kddi", "orix", "oracle")],
        "など leaves the list open",
    ),
    (
        "OpenAIはKDDIやオラクルなどの連合から出資を受けた。今回の調達額は8億ドルに上る。",
        [("kddi", "oracle")],
        "who invests, told before the sum",
    ),
    (
        "オラクルはKDDIと組み、サーナーを20億円で買収する。",
        [("oracle", "kddi")],
        "with whom somebody does it",
    ),
    ("オラクルはKDDIと組み、海外でも20億円を投じる。", [("oracle",)], "but not the next deed"),
    (
        "オリックスの融資は3億円で、KDDIの融資のうち2億円には保証が付く。",
        [("orix",), ("kddi",)],
        "whose loan a part is of",
    ),
    (
        "OpenAIは5億円を借り入れで賄った。引受先にはKDDIが名を連ねた。",
        [()],
        "who takes shares lends nothing",
    ),
    (
        "オラクルとKDDIは工場を建てると発表した。投資額は25億ドルになる。",
        [("oracle", "kddi")],
        "two firms that the text is about",
    ),
    (
        "オラクルは物流資産を59億円で買い取る。同社は26日にも施設を187億円で取得した。2件の合計は246億円に上る。",
        [("oracle",)] * 3,
        "a total of what adds up to it",
    ),
    ("公取委、電力大手に課徴金101億円", [()], "who fines does not pay"),
    (
        "オリックスが決めたKDDIへの18億円の融資に保証が付いた。",
        [("orix",)],
        "who decides on a loan",
    ),
    ("KDDIの料金は安い。月1000円を払えば通話が無制限になる。", [()], "customers pay"),
    (
        "オラクルはサーナーが入手した書類などによると、給与1億円を支払う。",
        [("oracle",)],
        "who has a source pays nothing",
    ),
    (
        "ブロードコムを率いるホック・タンCEOは語る。18年に乙社を189億ドルで買った。ブロードコムは伸びる。",
        [("broadcom",)],
        "the head of a firm buys for it",
    ),
    (
        "最高裁は3人を退けた。オリンパスの菊川剛元社長に594億円を支払うよう命じた。",
        [("x-f6ad2f8608",)],
        "whom a court orders to pay",
    ),
    (
        "オラクルは伸びる。7月にも60億ドルの買い戻しを公表した。",
        [("oracle",)],
        "a buy-back announced",
    ),
    (
        "オラクルは伸びる。検査員が携わった問題への対応に100億円を充てる。",
        [("oracle",)],
        "a subject of a clause that modifies a noun is none of the sentence",
    ),
    (
        "オラクルの利益は、4億ドルと5億ドルで、合わせて9億ドルになる。",
        [(), (), ()],
        "profits are not paid",
    ),
    (
        "経産省が世界最大手であるTSMCの工場に73億円を支援する。",
        [("meti",)],
        "a copula takes no subject from before it",
    ),
    (
        "OpenAIは6億ドルを調達した。KDDIなどが名を連ねた。オリックスは2億ドルを引き受ける。",
        [("kddi", "orix"), ("orix",)],
        "who takes a part of an open round",
    ),
    (
        "OpenAIはKDDIとオリックスから計6億ドルの出資を受けた。オラクルも2億ドルを投じる。",
        [("kddi", "orix"), ("oracle",)],
        "what is added to a closed one is none",
    ),
    (
        "欧州委員会は2社に計5億ユーロの制裁金を科した。KDDIが3億ユーロ、オラクルが2億ユーロだ。",
        [("kddi", "oracle"), ("kddi",), ("oracle",)],
        "fines that add up to the whole",
    ),
    (
        "オラクルがKDDIなどから1億ドルを、OpenAIが計4億ドルを調達した。",
        [("kddi",), ()],
        "who gives to one gives not to the next",
    ),
    (
        "OpenAIはオリックスから2億ドルを集めた。日本では20年にKDDIから出資を受けた。",
        [("orix",)],
        "a stake of another year",
    ),
    (
        "OpenAIは26億円を調達した。KDDIなどを引受先とする増資を実施した。",
        [("kddi",)],
        "takers told behind",
    ),
    (
        "オラクルは下げた。9月に130億ドルを調達した際の評価を上回る。KDDIも出資する。",
        [()],
        "a round that only says when",
    ),
    ("工場は4300億円を投じてKDDIが稼働させた。", [("kddi",)], "a subject behind"),
    (
        "独シーメンスに3億ユーロの制裁金を科した。2億ユーロの支払いも命じられた。KDDIは1億ユーロとされた。",
        [("siemens",), ("siemens",), ("kddi",)],
        "fines go on behind an order",
    ),
    (
        "仏政府は動く。ルメール経済・財務相は、40億ユーロを投じる方針を示した。",
        [("french-government",)],
        "a minister pays for his government",
    ),
    (
        "KDDIや半導体のオリックス、「ChatGPT」を開発したオラクルなどが5億ドルを出資した。",
        [("kddi", "orix", "oracle")],
        "a clause within a row",
    ),
    (
        "OpenAIが調達する資金は、オラクルとKDDIが16億ドルを投じる新工場に充てる。",
        [("oracle", "kddi")],
        "who invests in a clause of its own, whatever the topic gets",
    ),
    (
        "オラクルはOpenAIと380億ドルの利用契約を結んだ。",
        [()],
        "a contract does not say which of two pays",
    ),
    (
        "OpenAIが20億ドル調達 SBIなどが出資\nOpenAIは20億ドルを調達した。KDDI、オリックスなどが引き受けた。",
        [("kddi", "orix")] * 2,
        "the body names them more fully than the headline",
    ),
    (
        "OpenAIは8億ドルを調達した。昨年20億ドルを集めた際の価値から増えた。今回の出資はKDDIが主導した。",
        [("kddi",), ()],
        "a round recalled to say when ends no other",
    ),
    (
        "オラクルは3年間で5000億円を設備投資に充てる。内訳は車載向けが2000億円、減速機が1200億円となる。",
        [("oracle",)] * 3,
        "the parts of one's own spending",
    ),
    (
        "KDDIとオリックスが折半出資する特別目的会社(SPC)が、総額約1825億円で取得する。",
        [("kddi", "orix")],
        "who is behind a firm without a name",
    ),
    (
        "オリックスが決めたKDDIとオラクルへの174億円の融資が続く。",
        [("orix",)],
        "who decides on a loan to two",
    ),
    (
        "オラクルは乙社の株を買い付けている。投じる額は最大1396億円になる。",
        [("oracle",)],
        "what a bid costs",
    ),
    ("オラクルは昨年18億ドルのドル建て債を出した。", [()], "who sells its own bonds"),
    (
        "KDDIは社債を発行した。オラクルが発行した社債2500億円の利率は3%だった。",
        [()],
        "bonds that were sold before",
    ),
    (
        "OpenAIは20億ドルを調達した。資金を出したのは、KDDIのほかオラクル、オリックスの3社。",
        [("kddi", "oracle", "orix")],
        "who put the money up",
    ),
    (
        "OpenAIは20億ドルを調達した。増資に融資を組み合わせた。設備を増やす。出し手は2社に上る。"
        "KDDIのほか、オラクルが名を連ねた。",
        [("kddi", "oracle")],
        "whom the fourth sentence after it lists",
    ),
    ("OpenAIは10億ドルの確保に動いている。", [()], "who wants to get it"),
    ("オラクルは1300億円の構造改革費用を見込むと発表した。", [("oracle",)], "who expects a cost"),
    ("オラクルは1300億円の費用を減らせるとみる。", [()], "and who cuts one"),
    (
        "オラクルは海外事業を見直している。3月にも工場を35億円で売り、人員を減らす。",
        [()],
        "who sells pays nothing",
    ),
    (
        "KDDIは6日、ローソンにTOBを実施すると発表した。取得総額は4971億円で、KDDIの買収としては最大となる。",
        [("kddi",)],
        "the largest that it made",
    ),
    (
        "OpenAIの評価額は95億ドルになった。1億ドルを調達した際の29億ドルから増えた。",
        [(), (), ()],
        "what it was worth then",
    ),
]


@pytest.mark.parametrize(("text", "payers", "why"), PAYERS)
def test_payers_told_elsewhere(text: str, payers: list[tuple[str, ...]], why: str) -> None:
    assert [set(each.payers) for each in amounts(text)] == [set(each) for each in payers], why
