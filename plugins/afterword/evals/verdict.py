"""What one check says of one output, with the reason in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["passed", "failed", "broken", "not-offline"]


@dataclass(frozen=True)
class Verdict:
    """The judgement of one check.

    Attributes:
        state: `broken` where the check cannot be applied at all, `not-offline` where a model or a person has to judge.
        reason: why, as a sentence without its full stop. It repeats what the report checks for, never the output:
            outputs may be long, and hold what fewer people may read.
    """

    state: State
    reason: str

    @property
    def has_passed(self) -> bool:
        """Whether the output is as it should be."""
        return self.state == "passed"


def judged(passes: bool, when_passed: str, when_failed: str) -> Verdict:
    """A verdict with the reason that goes with it."""
    return Verdict("passed", when_passed) if passes else Verdict("failed", when_failed)


def broken(reason: str) -> Verdict:
    """The verdict of a check that cannot be applied."""
    return Verdict("broken", reason)
