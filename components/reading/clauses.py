"""Clauses of a sentence: the subjects of a predicate, what stands before it, what it modifies."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from components.reading.particles import particles
from components.reading.phrases import Phrase


def coordinated(items: Sequence[Phrase], index: int) -> tuple[Phrase, ...]:
    """Return the phrases that stand in one row with `items[index]`: A、BとCも gives A, B and C."""
    row = [items[index]]
    beside = inside = False
    for phrase in reversed(items[:index]):
        if phrase.adnominal and (len(row) > 1 or _row_before(items, phrase)):
            inside = True  # 甲社、[資産を運用する]乙社、丙社から
        if inside and (phrase.adnominal or phrase.particle in ("を", "に", "で", "が")):
            inside = phrase.particle != "が"  # 甲社と乙社、[丙社が運営する]丁は
            continue
        inside = False
        if phrase.head == "ほか" and not phrase.key:
            beside = True  # MUFGのほか、甲社、乙社が
            continue
        if phrase.particle == "の" and not phrase.key and not beside:
            continue  # オラクルとアラブ首長国連邦のMGX: what qualifies a member stands between
        if f"{phrase.head}{phrase.particle}" in particles("joins"):
            beside = True  # りそな銀行および日本政策金融公庫
            continue
        listed = (
            beside
            or phrase.particle in ("に加え", "に加えて", "をはじめ", "を筆頭に")
            or phrase.particle in ("や", "と", "及び", "および", "など", "といった")
            or (not phrase.particle and phrase.comma)
        )
        if not listed or phrase.key or phrase.words[0].pos[0] in ("接続詞", "副詞"):
            break
        if phrase.subject and not row[0].subject:
            break  # a headline's 甲社、乙社から1億ドルを調達
        beside = False
        row.append(phrase)
    return tuple(reversed(row))


def _row_before(items: Sequence[Phrase], phrase: Phrase) -> bool:
    """Say whether a row begins before a clause: 甲社や[乙社を創業した]丙氏が; 甲社は[乙社を買う]丙社と does not."""
    before = items[: phrase.at]
    listed = any(not p.particle and p.comma and p.words[0].fixed for p in before)
    return any(p.particle == "や" or (p.particle == "と" and (p.comma or listed)) for p in before)


def listed(items: Sequence[Phrase], index: int) -> tuple[Phrase, ...]:
    """Return a phrase and those that go on with its list: 出資した[甲社、乙社、丙社]の8社に."""
    last = index
    while last + 1 < len(items) and _goes_on(items[last]) and not items[last + 1].key:
        last += 1
    return tuple(items[index : last + 1])


def _goes_on(phrase: Phrase) -> bool:
    return not phrase.key and (
        phrase.particle in ("や", "と") or (not phrase.particle and phrase.comma)
    )


def subjects(
    items: Sequence[Phrase], index: int, acts: Callable[[Phrase], bool]
) -> tuple[Phrase, ...]:
    """Return the subject phrases of the predicate `items[index]`.

    は carries to the end of the sentence, over embedded clauses. が is used up by the adnominal
    clause it stands in, and otherwise carries along a chain (…を発表し、…を進める) until a topic
    takes over. も makes a subject of what can act (オラクルも), else of nothing (展開も視野に).
    """
    here = items[index]
    carried: tuple[Phrase, ...] = ()
    inner: tuple[Phrase, ...] = ()
    filled: set[int] = set()
    for position in range(index - 1, -1, -1):
        phrase = items[position]
        if not phrase.subject:
            continue
        between = [
            p
            for p in items[position + 1 : index]
            if p.key and not (p.adnominal and p.key in particles("measure"))
        ]
        if phrase.particle.endswith("は"):
            if not here.adnominal or (not between and not here.passive):
                row = coordinated(items, position)
                return row if not inner or any(acts(member) for member in row) else inner
            if any(p.key and not p.adnominal for p in items[:position]):
                # 甲社が買うのに対し、乙社は[全額を払う]案を示した: 甲社 pays nothing
                return carried
            continue
        row = coordinated(items, position)
        embedded = between[0] if between and between[0].adnominal else None
        if embedded and embedded.at not in filled and _fills(items, phrase, embedded, acts):
            filled.add(embedded.at)
            source = modified(items, embedded.at)[-1].particle in ("によると", "によれば")
            inner = inner or (() if source else tuple(p for p in row if acts(p)))
            continue
        acting = any(acts(member) for member in row)  # A、Bなど8社も: the row acts, not its head
        if phrase.particle.endswith("も") and not acting:
            continue
        if not between or acting:
            return row
        carried = carried or row
    return carried


def _fills(
    items: Sequence[Phrase], subject: Phrase, embedded: Phrase, acts: Callable[[Phrase], bool]
) -> bool:
    """Say whether a subject is that of a clause that modifies a noun: 経産省も[甲社が計画する]工場に.

    Not before a comma (甲社が、[乙氏の構想する]基金に), nor where the noun itself is its subject
    (甲社が[設計を手がける]乙社を): where the clause has its object, or is a copula, and the noun can act.
    """
    whole = embedded.key == "だ"  # 経産省が[世界最大手である]甲社の工場に
    objects = any(item.particle == "を" for item in items[subject.at + 1 : embedded.at])
    own_head = (objects or whole) and acts(modified(items, embedded.at)[-1])
    return not subject.comma and not own_head


def clause(items: Sequence[Phrase], index: int) -> tuple[Phrase, ...]:
    """Return the phrases that stand before the predicate `items[index]` in its own clause.

    They reach back to the predicate before it, past adnominal clauses, which modify them.
    """
    first = index
    while first > 0 and not (items[first - 1].key and not items[first - 1].adnominal):
        first -= 1
    return tuple(p for p in items[first:index] if not p.key)


def used_up(items: Sequence[Phrase], phrase: Phrase, before: int) -> bool:
    """Say whether a phrase with が belongs to a clause that modifies another noun.

    甲社が建てる工場には国が1兆円を補助する: 甲社が is used up by 建てる.
    """
    deed = next((p for p in items[phrase.at + 1 : before] if p.key), None)
    return phrase.particle == "が" and deed is not None and deed.adnominal


def modified(items: Sequence[Phrase], index: int) -> tuple[Phrase, ...]:
    """Return the noun phrase that the adnominal predicate `items[index]` modifies.

    発表された [同社の][最新モデル「R1」は]: the genitives up to the head.
    """
    last = index + 1
    while last < len(items) - 1 and items[last].particle == "の" and not items[last].key:
        last += 1
    return tuple(items[index + 1 : last + 1])


def owners(items: Sequence[Phrase], index: int) -> tuple[Phrase, ...]:
    """Return the genitives before a noun, nearest first: 米国の大手の → 大手, 米国."""
    found = []
    for phrase in reversed(items[:index]):
        if phrase.particle != "の" or phrase.key:
            break
        found.append(phrase)
    return tuple(found)


def clefted(items: Sequence[Phrase], subject: Phrase) -> bool:
    """Say whether a sentence tells what happened to somebody: 甲社が断られるのは2度目となる."""
    deed = next((p for p in items[subject.at + 1 :] if p.key), None)
    return subject.particle == "が" and deed is not None and deed.particle.endswith("のは")
