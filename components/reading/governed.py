"""A sum in its sentence: the predicate over it, what it is for, whether somebody may pay it."""

from __future__ import annotations

from dataclasses import dataclass

from components.reading.clauses import clause
from components.reading.model import Role
from components.reading.paying import paying, says
from components.reading.roles import plain
from components.reading.views import View

PAID: tuple[Role, ...] = ("investment", "acquisition")
_JOINS = ("応ずる", "加わる", "参加", "参画", "投ずる", "出資", "投資", "拠出", "負担")
_NO_OBJECT = ("に", "には", "へ", "より")
TOWARDS = (
    "に", "には", "へ", "への", "に対し", "に対して", "に対する", "向け", "を通じて", "を通して", "を通じ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in its sentence: the phrase and the offset where it stands, the predicate over it, what
    it is for and the word that says so ("" where none does); `recalled` where that word only refers
    to a deal told before (総額は…), `small` where a household could pay it.
    """

    view: View
    position: int
    start: int
    governor: int | None
    role: Role
    word: str
    recalled: bool = False
    small: bool = False

    @property
    def key(self) -> str:
        """Return the name of its predicate, "" where there is none."""
        return "" if self.governor is None else self.view.items[self.governor].key

    @property
    def raised(self) -> bool:
        """Return whether the clause is about who gets the money, so that its subject pays nothing."""
        noun = self.role == "investment" and self.word in paying("raised")
        noun = noun or (self.role == "acquisition" and self.word in paying("receives"))
        if self.bought or self.key in _JOINS:
            return False  # 12億ドルの調達に応じる, 調達する資金は両社が16億ドルを投じる工場に
        follows = self.view.items[self.position + 1 : self.position + 2]
        means = any(says(plain(p), "means") for p in follows)
        return self.key in paying("receives") or noun or means or self.issued

    @property
    def issued(self) -> bool:
        """Return whether it is a bond that its debtor sells: ドル建て債を出す, 発行した社債2500億円."""
        items = self.view.items
        deed = items[self.position - 1] if self.position else None
        if self.word.endswith("債") and deed and deed.key in paying("receives"):
            return deed.adnominal
        bonds = (p.head.endswith("債") for p in items[self.position + 1 : self.governor])
        return self.key in paying("issues") and any(bonds)

    @property
    def sold(self) -> bool:
        """Return whether it is told from the side of who sells, who pays nothing: 土地を9億円で売る."""
        sells = self.key in paying("sells") or self.word.startswith("売却")
        return self.role == "acquisition" and sells

    @property
    def bought(self) -> bool:
        """Return whether it is the price at which something is got: 権益を2億ポンドで得る."""
        items = self.view.items
        return items[self.position].particle == "で" and any(
            p.particle == "を" for p in clause(items, self.governor or 0)
        )

    @property
    def total(self) -> bool:
        """Return whether it adds up several payments, whose payers are not all told: 累計調達額."""
        before = self.view.items[: self.position + 1]
        # A price of 58億ドル、純負債を含めて is one payment, 出資の累計 what one investor paid.
        rounds = self.role == "investment" and self.word not in ("出資", "投資")
        rounds = rounds or self.word in paying("fine")
        return (rounds and any(says(plain(p), "total") for p in before)) or self.added

    @property
    def added(self) -> bool:
        """Return whether it is said to add up what several pay, who are not its payers one by one."""
        return any(says(plain(p), "sum") for p in self.view.items[: self.position + 1])

    @property
    def object(self) -> bool:
        """Return whether it, or the noun that it qualifies, is what a verb pays: 50億円の罰金を払う."""
        items = self.view.items
        if self.governor is None or items[self.governor].passive:
            return False
        if self.word in paying("itself"):
            return True
        due = self.key in paying("expects") and self.word in paying("borne")
        told = self.key in paying("tells") and not due
        if told or (self.word == "契約" and self.key == "結ぶ"):
            return False  # who of the two pays by a contract is not said
        fronted = items[self.position].particle in ("は", "も") and self.key in paying("spends")
        if self.role == "acquisition" or fronted:  # 200億円は自社株買いに回す
            return True
        if items[self.position].particle in _NO_OBJECT:
            return self.key in paying("adds")  # 13億ドルに積み増す; not 2000億ドルに関税を課す
        return any(p.particle == "を" for p in items[self.position : self.governor])

    @property
    def aimed_at(self) -> bool:
        """Return whether another sum goes into what it measures: 6800億円の事業に2410億円を補助する."""
        rest = self.view.items[self.position + 1 : self.governor]
        end = next((p for p in rest if p.particle not in ("の", "")), None)
        goes = end is not None and end.particle == "に"
        of_another = any(self.view.amounts[p.at] for p in rest)
        return goes and of_another and self.view.items[self.position].particle == "の"

    @property
    def spent(self) -> bool:
        """Return whether it may have a payer at all."""
        return self.role in PAID or (self.role == "other" and self.word not in paying("asked"))
