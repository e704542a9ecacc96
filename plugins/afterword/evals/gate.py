"""Whether a system may be released: what its cases said now, beside what they said when it was last accepted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from afterword.evals.manifest import ManifestCase
from afterword.evals.results.case_result import CaseResult
from afterword.evals.results.trial import ResultError
from afterword.evals.words import plural

BASELINE = "afterword-baseline.json"
FORMAT: Literal["afterword-baseline"] = "afterword-baseline"
Short = Annotated[str, Field(max_length=1_000)]

Outcome = Literal["passes", "mended", "lower", "regression", "fails", "accepted", "no-verdict", "gone"]
"""`mended` failed before; `lower` passes with a smaller share than before; `regression` passed before; `fails` has no
passing run to compare with; `accepted` fails no worse than the baseline lets through; `gone` is in the baseline and in
no export any more."""


class BaselineCase(CaseResult):
    """What one case said when the baseline was stored, and why a failing one is let through."""

    accepted: str | None = Field(None, max_length=10_000)
    title: str = Field("", max_length=10_000)
    blocking: bool = False


class Baseline(BaseModel):
    """What the cases of one system said when it was last accepted."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    format: Literal["afterword-baseline"] = FORMAT
    version: Literal[1] = 1
    system: Short
    at: AwareDatetime
    release: Short | None = None
    cases: tuple[BaselineCase, ...] = ()


@dataclass(frozen=True)
class Line:
    """One case at the gate: what it said now and before, and whether it stops the release."""

    case: ManifestCase
    outcome: Outcome
    stops: bool
    result: CaseResult | None = None
    before: BaselineCase | None = None
    because: str = ""


def judge_gate(
    cases: Iterable[ManifestCase], results: Mapping[tuple[str, str], CaseResult], baseline: Baseline | None
) -> tuple[Line, ...]:
    """One line for each case. What a blocking case does not show stops the release like one that fails.

    A case of the baseline that is exported no more has a line too: a part that was exported by mistake would otherwise
    take a guard away without a word.

    Args:
        cases: all cases of the system.
        results: by report and case what ran.
        baseline: what was stored, where something was.
    """
    before = {(each.report, each.case): each for each in baseline.cases} if baseline else {}
    listed = {(case.report, case.case): case for case in cases}
    found = [_line(case, results.get(key), before.get(key)) for key, case in listed.items()]
    return (*found, *(_gone(each) for key, each in before.items() if key not in listed))


def _gone(before: BaselineCase) -> Line:
    case = ManifestCase(
        report=before.report, case=before.case, digest=before.digest, title=before.title, blocking=before.blocking
    )
    told = "it is in the baseline, and is exported no more; where that is meant, store the baseline anew"
    return Line(case, "gone", before.blocking, None, before, told)


def _line(case: ManifestCase, result: CaseResult | None, before: BaselineCase | None) -> Line:
    # What a case said in another form says nothing of this one.
    same = before if before is not None and before.digest == case.digest else None
    if result is None:
        return Line(case, "no-verdict", case.blocking, None, same, "it did not run")
    if result.digest != case.digest:
        told = "the results are of an earlier form of the case; export again and run it"
        return Line(case, "no-verdict", case.blocking, result, same, told)
    if result.verdict == "passed":
        return Line(case, _passes(result, same), stops=False, result=result, before=same)
    if result.verdict == "failed":
        outcome = _fails(result, same)
        return Line(case, outcome, case.blocking and outcome != "accepted", result, same)
    errors = sum(each.errors for each in result.variants)
    told = f"{plural(errors, 'trial')} gave no answer"
    if not errors:
        told = f"{plural(result.runs, 'trial')} ran, fewer than it asks for"
    return Line(case, "no-verdict", case.blocking, result, same, told)


def _passes(result: CaseResult, before: BaselineCase | None) -> Outcome:
    if before is None:
        return "passes"
    if before.verdict == "failed":
        return "mended"
    return "lower" if result.passed * before.runs < before.passed * result.runs else "passes"


def _fails(result: CaseResult, before: BaselineCase | None) -> Outcome:
    if before is None:
        return "fails"
    if before.verdict == "passed":
        return "regression"
    # What was let through was a failure of this size, and no greater one.
    is_worse = result.passed * before.runs < before.passed * result.runs
    return "accepted" if before.accepted and not is_worse else "fails"


def is_from_outside(lines: Iterable[Line], baseline: Baseline | None, release: str | None) -> bool:
    """Whether something regressed although the release is the one of the baseline: what changed lies outside of it."""
    same = baseline is not None and release is not None and baseline.release == release
    return same and any(line.outcome == "regression" for line in lines)


def read_baseline(data: bytes) -> Baseline:
    """The stored baseline.

    Raises:
        ResultError: where the file is none.
    """
    try:
        content: Any = json.loads(data)
        return Baseline.model_validate(content)
    except ValidationError as invalid:
        place = ".".join(str(part) for part in invalid.errors(include_url=False)[0]["loc"]) or "the file"
        message = f"it is no baseline of a gate: `{place}` cannot be read"
        raise ResultError(message) from None
    except (ValueError, RecursionError):
        message = "it is no valid JSON"
        raise ResultError(message) from None


def write_baseline(baseline: Baseline) -> str:
    """The file's text, sorted, which ends in a line feed."""
    ordered = tuple(sorted(baseline.cases, key=lambda each: (each.report, each.case)))
    told = baseline.model_copy(update={"cases": ordered}).model_dump(mode="json", exclude_none=True)
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
