"""The trials of one case to its verdict: what passed of each variant, and whether that is what the case asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from afterword.evals.manifest import TOGETHER, ManifestCase
from afterword.evals.results.trial import Trial
from afterword.model.eval_state import RunVerdict

Short = Annotated[str, Field(max_length=1_000)]
Count = Annotated[int, Field(ge=0, le=10_000_000)]


class VariantResult(BaseModel):
    """How often one variant was tried, and with what outcome."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    name: Short
    passed: Count
    failed: Count
    errors: Count = 0


class CaseResult(BaseModel):
    """The verdict on one case, with the counts that it rests on."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    report: Short
    case: Short
    digest: Short
    verdict: RunVerdict
    variants: tuple[VariantResult, ...] = ()

    @property
    def passed(self) -> int:
        """Trials that passed, over all variants."""
        return sum(each.passed for each in self.variants)

    @property
    def runs(self) -> int:
        """Trials that came to a verdict, over all variants."""
        return sum(each.passed + each.failed for each in self.variants)


@dataclass(frozen=True)
class Wanted:
    """How many trials a case asks for, and how many of them must pass."""

    trials: int
    passes: int

    @classmethod
    def of(cls, case: ManifestCase) -> Wanted:
        """What the case asks for; all trials where it names no number."""
        return cls(case.trials, case.trials if case.pass_at_least is None else min(case.pass_at_least, case.trials))

    def judge(self, told: VariantResult) -> RunVerdict:
        """The verdict on one variant.

        More trials than were asked for are judged by their share. Of fewer, a variant has passed or failed only where
        the trials that did not run could not change that.
        """
        tried = told.passed + told.failed
        if tried >= self.trials:
            return "passed" if told.passed * self.trials >= self.passes * tried else "failed"
        if told.failed > self.trials - self.passes:
            return "failed"
        if told.passed >= self.passes and told.passed > 0:
            return "passed"
        return "error" if told.errors else "incomplete"


def judge_case(case: ManifestCase, trials: Iterable[Trial]) -> CaseResult:
    """The verdict on the case; every variant must have run, and a failing one outweighs whatever else is missing."""
    counted = Counter((each.variant, each.outcome) for each in trials)
    names = [*case.variants, *([TOGETHER] if any(name == TOGETHER for name, _ in counted) else [])]
    variants = tuple(
        VariantResult(
            name=name, passed=counted[name, "passed"], failed=counted[name, "failed"], errors=counted[name, "error"]
        )
        for name in dict.fromkeys(names)
    )
    wanted = Wanted.of(case)
    return CaseResult(
        report=case.report,
        case=case.case,
        digest=case.digest,
        verdict=_worst([wanted.judge(each) for each in variants]),
        variants=variants,
    )


def judge_again(case: ManifestCase, told: CaseResult) -> CaseResult:
    """A verdict that somebody else came to, held against its own counts and what the case asks for: the worse holds."""
    known = {each.name: each for each in told.variants}
    names = tuple(dict.fromkeys((*case.variants, *known)))
    none = {"passed": 0, "failed": 0}
    variants = tuple(known.get(name) or VariantResult(name=name, **none) for name in names)
    wanted = Wanted.of(case)
    verdict = _worst([told.verdict, *(wanted.judge(each) for each in variants)])
    return told.model_copy(update={"verdict": verdict})


def _worst(verdicts: Sequence[RunVerdict]) -> RunVerdict:
    order: tuple[RunVerdict, ...] = ("failed", "error", "incomplete")
    return next((each for each in order if each in verdicts), "passed")
