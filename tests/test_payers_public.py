"""Who pays a fine, who grants an aid, and what a state pays, in the shapes in which news puts it."""

from __future__ import annotations

import pytest

from components.reading import read
from components.reading.model import Amount, Article
from components.reading.vocabulary import load
from components.texts import DATA

PAYERS = [
    ("欧州委員会はアップルに18億ユーロの制裁金を科した。", [("apple",)], None, "the fined pays"),
    ("アップルは18億ユーロの制裁金を科された。", [("apple",)], None, "in the passive too"),
    ("アマゾンに科された7億ユーロが最高だ。", [("amazon",)], None, "before the sum too"),
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
        "経産省は総額6800億円の事業に最大2410億円を補助する。",
        [(), ("meti",)],
        None,
        "what it measures is not paid by who adds to it",
    ),
    (
        "欧州委員会は、オラクルに対する50億ユーロの支援を認めた。",
        [()],
        "oracle",
        "who allows an aid does not give it",
    ),
    (
        "米政府もオラクルが計画する第2工場に最大7320億円を助成する。",
        [("us-government",)],
        None,
        "が fills the clause inside, も is left for the verb",
    ),
    ("米政府は動く。政府は9億ドルを投じる。", [("us-government",)], None, "the government said before"),
    (
        "メーカー3社に計70億ユーロの制裁金が科された。最大手グーグルの約39億ユーロが最も重い。",
        [(), ("google",)],
        None,
        "whose fine it is",
    ),
    ("アップルとグーグルに7億ユーロの支払いが命じられた。", [("apple", "google")], None, "に must pay"),
    (
        "オラクルは昨年、米政府から受けた4億ドルの融資を完済した。",
        [("us-government",)],
        None,
        "the clause of the sum itself",
    ),
    (
        "アップルとグーグルには計7億ユーロの支払いが命じられた。",
        [("apple", "google")],
        None,
        "には must pay, too",
    ),
    (
        "カルテルにはアップルとグーグルが加わり、制裁金は計8億ユーロ。",
        [("apple", "google")],
        None,
        "of whom the sentence tells the deed",
    ),
    (
        "制裁金はグーグルの約3億ユーロが最も多く、アップルは約2億ユーロだった。",
        [("google",), ("apple",)],
        None,
        "a fine with a verb that only says how much",
    ),
    (
        "経産省は100億円を補助した。第1弾ではオラクルがKDDIと組む計画に約1587億円を支給すると決めた。",
        [("meti",), ("meti",)],
        None,
        "a plan that money goes to is a thing, and no firm grants an aid",
    ),
    (
        "イーロン・マスク氏は、日本としてブラジルに300億ドルを投じると述べた。",
        [("japan",)],
        None,
        "for whom somebody pays",
    ),
    (
        "オラクルは工場を建てる。投資額は3883億円で、うち1294億円を経産省が補助する。",
        [("oracle",), ("meti",)],
        None,
        "what works cost is not what an office adds",
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
