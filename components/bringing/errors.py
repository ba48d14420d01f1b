"""What keeps an article out, as a language-neutral reason with its values."""

from __future__ import annotations

from dataclasses import dataclass, field

from components.texts import Texts


class BringError(ValueError):
    """An article that cannot be brought; `bringing.error.<reason>` says why in one sentence."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(f"{reason}: {values}" if values else reason)
        self.reason = reason
        self.values = values

    def words(self, t: Texts) -> str:
        """Return the sentence for the reader."""
        return t(f"bringing.error.{self.reason}", **self.values)


@dataclass(frozen=True)
class Note:
    """Something the reader should know of a draft; `bringing.note.<reason>` says it."""

    reason: str
    values: dict[str, object] = field(default_factory=dict)

    def words(self, t: Texts) -> str:
        """Return the sentence for the reader."""
        return t(f"bringing.note.{self.reason}", **self.values)
