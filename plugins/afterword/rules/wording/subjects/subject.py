"""What is known of the subject of a clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SubjectKind = Literal["we", "you", "they", "person", "outsider", "system", "bare", "unknown"]


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause.

    Attributes:
        kind: `we` (I too), `you`, `they`, `person` (a role, a team, a name, he, someone), `outsider` (users,
        attackers), `system` (everything else), `bare` (none, at the beginning), `unknown` (none that can be found).
        text: the noun phrase as people read it; empty where there is none.
        start: where it begins in the sentence.
        end: where it ends.
        is_in_doubt: whether its noun means a program as often, and nothing tells which; it is then at most a warning.
    """

    kind: SubjectKind
    text: str = ""
    start: int = 0
    end: int = 0
    is_in_doubt: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it is certainly one or more people of the organisation, or its suppliers."""
        return self.kind in ("we", "you", "person")

    @property
    def is_mild(self) -> bool:
        """Whether the writer speaks of themselves, or nobody is named."""
        return self.kind in ("we", "bare")
