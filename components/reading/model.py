"""The facts that reading takes from a text, as frozen dataclasses.

Offsets are Unicode code points into `Article.text`, half-open: `text[start:end]` is the surface.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

Kind = Literal["company", "organization", "person", "place", "product", "project", "media"]
Mod = Literal["exact", "approx", "equal_or_more", "more_than", "equal_or_less", "less_than"]
Role = Literal[
    "investment", "valuation", "revenue", "profit", "acquisition", "share", "assets", "other"
]
Status = Literal["announced", "planned", "under_way", "done", "reported", "mentioned"]
Via = Literal["name", "anaphor"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was given, with what is known about it.

    `reference_date` is an ISO date from which dates without a year are resolved, or None;
    `reference_note` says why it may be used when it is an inference.
    """

    id: str
    text: str
    title: str = ""
    title_en: str = ""
    source: str = ""
    url: str = ""
    reference_date: str | None = None
    reference_note: str = ""
    reference_note_en: str = ""
    sha256: str = ""


class Token(NamedTuple):
    """A word as the tagger cut it; `lemma` is the dictionary form, `pos` UniDic's four levels.

    `fixed` says that it is a marked span (a name, an amount) taken as one word. A tuple, because
    tokens are many and a frozen dataclass takes three times as long to make.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: tuple[str, str, str, str]
    form: str
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text; a heading is a line that ends no sentence."""

    start: int
    end: int
    heading: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with the index of its paragraph."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Something in the world that the text names; `listed` says that the vocabulary knows it."""

    id: str
    name: str
    name_en: str
    kind: Kind
    listed: bool
    country: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that stands for an entity.

    `entity` is an entity id; `via` is "anaphor" for 同社, 両社 and the like. 両社 gives one
    mention for each company it stands for, at the same offsets.
    """

    start: int
    end: int
    text: str
    kind: Kind
    entity: str
    via: Via = "name"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money as the text states it.

    `low` and `high` are in whole units of `currency` (ISO 4217), None where the text gives no
    bound: 600億ドル以上 is low 60000000000, high None, mod "equal_or_more"; 5000億ドル規模 is
    low = high = 500000000000, mod "approx"; 最大20億ドル is low None; 数兆ドル has neither.
    `qualifier` holds the words that gave `mod` ("規模"). `sentence` is an index into
    `Doc.sentences`; `restates` and `part_of` are indices into `Doc.amounts`; `date` is an index
    into `Doc.dates`; `payers` and `target` are entity ids.
    `each` marks それぞれ: the sum holds for every payer on its own.
    """

    start: int
    end: int
    text: str
    currency: str
    low: Decimal | None
    high: Decimal | None
    mod: Mod
    qualifier: str = ""
    role: Role = "other"
    payers: tuple[str, ...] = ()
    target: str | None = None
    restates: int | None = None
    part_of: int | None = None
    each: bool = False
    date: int | None = None
    status: Status = "mentioned"
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Date:
    """A date as EDTF (`1月20日` is `XXXX-01-20`) and, where the reference date allows, resolved.

    `inferred` is true when `resolved` says more than the text does (a year, a month).
    """

    start: int
    end: int
    text: str
    edtf: str
    resolved: str | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order: トップ10 is 1 to 10; `subject` and `source` are entity ids."""

    start: int
    end: int
    text: str
    low: int
    high: int
    subject: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit that is not money: 42.6%, 3.6倍, 5カ所."""

    start: int
    end: int
    text: str
    value: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between 「 and 」 as somebody's words; the span excludes the brackets."""

    start: int
    end: int
    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what: `trigger` is the span of the words that say it, `phrase` the same with the
    objects before it (ヘッジファンドの運営からAI分野へ転身).

    `agents` and `targets` are entity ids, `amounts` indices into `Doc.amounts`, `date` an index
    into `Doc.dates`, `quotation` into `Doc.quotations`; `reporter` is the entity that says so.
    """

    type: str
    trigger: Span
    sentence: int
    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    amounts: tuple[int, ...] = ()
    date: int | None = None
    status: Status = "mentioned"
    reporter: str | None = None
    quotation: int | None = None
    phrase: Span | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting tie between two entities; `evidence` is the span that states it."""

    type: str
    head: str
    tail: str
    evidence: Span
    sentence: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Uncharted:
    """A number of the text that no chart shows; `why` is a key of `data/texts/reading.toml`."""

    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Doc:
    """An article and everything that was read from it."""

    article: Article
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Token, ...] = field(default=(), repr=False)
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    amounts: tuple[Amount, ...] = ()
    dates: tuple[Date, ...] = ()
    ranks: tuple[Rank, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    uncharted: tuple[Uncharted, ...] = ()
