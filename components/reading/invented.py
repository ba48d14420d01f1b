"""Names that nobody bears, for training: they make the tagger look at what stands around a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

_KATAKANA = (
    *"アイエオカキクコサシセソタテトナニネノハフマミモヤユラリルレロワガグゴジゼダドバビブベボパピプポ",
    "ヴィ", "ファ", "フィ", "フェ", "ティ", "ディ", "ジェ", "シェ", "チャ", "シュ", "クア", "スト",
    "トラ", "クリ", "ブレ", "リン", "ロン", "タン", "ネッ", "ラー", "ベル", "ソン",
)  # fmt: skip
_LATIN = (
    "al", "an", "ar", "ax", "be", "bo", "bri", "ca", "ce", "ci", "co", "cy", "da", "de",
    "dra", "el", "en", "er", "fi", "flo", "ga", "gen", "gra", "he", "hy", "in", "io", "ka",
    "ki", "kor", "la", "li", "lo", "lu", "ma", "me", "mi", "mo", "na", "ne", "no", "nu",
    "ol", "or", "pa", "pe", "pi", "pra", "pro", "qua", "ra", "re", "ri", "ro", "sa", "se",
    "si", "sol", "sta", "sy", "ta", "te", "ti", "tri", "tron", "va", "ve", "vi", "vo", "wa",
    "xa", "xo", "ya", "ze", "zi",
)  # fmt: skip
_LATIN_ENDS = (
    "", "", "", " AI", " Labs", " Technologies", " Robotics", " Capital", " Ventures", " Group", " Inc.",
    " Bio", " Motors", " Energy", " Partners", " Therapeutics", " Studios", "社",
)  # fmt: skip
_KATAKANA_ENDS = (
    "", "", "", "", "・キャピタル", "・テクノロジーズ", "・グループ", "・ホールディングス", "・エナジー", "・パートナーズ",
    "・ベンチャーズ", "ホールディングス", "モーターズ", "AI", "社", "証券", "銀行", "製薬", "電子", "自動車",
)  # fmt: skip
_KANJI = "東西南北都三四五光栄富和明朝日月星山川田野原島浜崎港海空桜松竹梅鶴亀信丸大新中央共立協成豊泉青白金銀天城"
_KANJI_ENDS = (
    "電機", "電子", "製作所", "重工業", "化学工業", "化学", "製薬", "商事", "物産", "建設", "不動産", "銀行", "証券", "生命",
    "自動車", "汽車", "鉄道", "電鉄", "電力", "ガス", "食品", "飲料", "航空", "海運", "精機", "工業", "ホールディングス", "集団", "科技",
    "システムズ", "ソリューションズ", "テクノロジーズ", "フィナンシャルグループ", "経済研究所", "電工", "製鉄", "産業", "",
)  # fmt: skip
_SURNAMES = "梁王李張劉陳楊黄趙周呉徐孫馬朱胡林郭何高魏金朴崔鄭"
_GIVEN = "文峰明華建国偉志強軍平学亮立新宇海波子豪哲家永春成賢俊傑雷"
_MODELS = (
    "",
    "",
    " 2",
    " 3",
    " 4",
    "-4",
    "-7",
    " 2.5",
    " 3.1",
    " 15",
    " Pro",
    " Ultra",
    " 3 Pro",
    " 4o",
    " Mini",
)
_MEDIA = (
    "ニュース",
    "タイムズ",
    "・タイムズ",
    "・ジャーナル",
    "・ポスト",
    "通信",
    "新聞",
    "テレビ",
    "・ビジネス",
)
_LAW = ("株式会社", "合同会社")


def invent(kind: str, dice: Random) -> str:
    """Make up a name of a kind: ゼノリンク, Corvane AI, エリアス・ハルトン, KT-118."""
    return _MAKERS[kind](dice) if kind in _MAKERS else _katakana(dice, 2, 4)


def fill(
    sentence: str, known: Mapping[str, Sequence[str]], dice: Random
) -> tuple[str, list[tuple[int, int, str]]]:
    """Put a name into every {kind} of a sentence; half of them known, half invented."""
    text = ""
    names = []
    for part in sentence.replace("{", "\0{").replace("}", "}\0").split("\0"):
        if not part.startswith("{"):
            text += part
            continue
        kind = part[1:-1]
        pool = known.get(kind, ())
        name = dice.choice(pool) if pool and dice.random() < 0.5 else invent(kind, dice)
        label = "person" if kind == "surname" else kind
        # X社 is said of a company, but the name is X.
        names.append((len(text), len(text) + len(name.removesuffix("社")), label))
        text += name
    return text, names


def _katakana(dice: Random, low: int, high: int) -> str:
    text = "".join(dice.choice(_KATAKANA) for _ in range(dice.randint(low, high)))
    return text + dice.choice(("", "", "ン", "ー", "ス", "ック"))


def _latin(dice: Random, low: int = 2, high: int = 3) -> str:
    return "".join(dice.choice(_LATIN) for _ in range(dice.randint(low, high))).capitalize()


def _company(dice: Random) -> str:
    turn = dice.random()
    if turn < 0.08:
        return "".join(dice.choice("ABCDEFGHIJKLMNOPRSTVX") for _ in range(dice.randint(3, 4)))
    if turn < 0.18:
        return _latin(dice) + _latin(dice, 1, 2)
    if turn < 0.36:
        return dice.choice(_KANJI) + dice.choice(_KANJI) + dice.choice(_KANJI_ENDS)
    if turn < 0.58:
        return _latin(dice) + dice.choice(_LATIN_ENDS)
    name = _katakana(dice, 2, 4) + dice.choice(_KATAKANA_ENDS)
    if turn > 0.88:
        # Houses are named after people: イーライ・リリー is a company by what stands around it.
        return _katakana(dice, 2, 3) + "・" + _katakana(dice, 2, 4)
    if turn < 0.68:
        return dice.choice(_LAW) + name if dice.random() < 0.5 else name + dice.choice(_LAW)
    return name


def _product(dice: Random) -> str:
    turn = dice.random()
    if turn < 0.15:
        letters = "".join(dice.choice("ABCDGHKLMRSTVXZ") for _ in range(dice.randint(1, 3)))
        return letters + dice.choice(("", "-", " ")) + str(dice.randint(1, 900))
    if turn < 0.6:
        return _latin(dice) + dice.choice(_MODELS)
    return _katakana(dice, 2, 4) + dice.choice(_MODELS)


def _person(dice: Random) -> str:
    if dice.random() < 0.12:
        return _latin(dice) + " " + _latin(dice)
    if dice.random() < 0.25:
        given = "".join(dice.choice(_GIVEN) for _ in range(dice.randint(1, 2)))
        return dice.choice(_SURNAMES) + given
    return _katakana(dice, 2, 3) + "・" + _katakana(dice, 2, 4)


def _project(dice: Random) -> str:
    return _latin(dice) if dice.random() < 0.4 else _katakana(dice, 2, 5)


def _media(dice: Random) -> str:
    return _katakana(dice, 2, 4) + dice.choice(_MEDIA)


_MAKERS = {
    "company": _company,
    "product": _product,
    "person": _person,
    "surname": lambda dice: _katakana(dice, 2, 4),
    "project": _project,
    "media": _media,
}
