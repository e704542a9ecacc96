"""The list of cases that goes with every export: by it results are read back, and a gate knows what must have run.

Every test of an export carries, as metadata of the tool, what joins its result to a case of this list: `report`,
`case`, `digest`, `variant` (empty for a case without variants, `*` for a verdict on all variants of one trial together)
and `trial`, counted from 1. A run of the self-check carries besides `of`, which is `recorded` or `reference`, `run`,
counted from 1, and `expect`, which is `pass` or `fail`: it says nothing of any system, and must not be taken for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from afterword.evals.identity import case_digest
from afterword.evals.runs import rests_on_one_run, trials_of
from afterword.evals.variants import fill_variants
from afterword.model.eval_case import EvalCase
from afterword.model.report import Report

NAME = "afterword-cases.json"
FORMAT: Literal["afterword-cases"] = "afterword-cases"
TOGETHER = "*"
"""The variant of a verdict on all variants of one trial."""

Short = Annotated[str, Field(max_length=1_000)]


class ManifestCase(BaseModel):
    """One exported case."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    report: Short = Field(description="The report's id.")
    case: Short = Field(description="The case's id in the report.")
    digest: Short = Field(description="The digest of what the case tests.")
    title: str = Field("", max_length=10_000, description="What must hold.")
    kind: Short | None = None
    systems: tuple[Short, ...] = Field((), description="The systems of the report, by their names in addresses.")
    factors: tuple[Short, ...] = Field((), description="The report's contributing factors, by their ids.")
    blocking: bool = Field(default=False, description="Whether a failing case stops a release.")
    trials: int = Field(1, ge=1, le=100_000, description="How often each variant is tried.")
    pass_at_least: int | None = Field(None, ge=0, le=100_000, description="How many trials must pass; without it all.")
    variants: tuple[Short, ...] = Field(
        ("",), min_length=1, description="Names of the variants that must have run; `*` where they are compared."
    )
    has_rubric: bool = Field(default=False, description="Whether a model or a person has to judge a part of it.")
    rests_on_one_run: bool = Field(
        default=False, description="Whether it is tried once although the failure came only sometimes."
    )


class Manifest(BaseModel):
    """The cases of one export, sorted by report and case."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    format: Literal["afterword-cases"] = FORMAT
    version: Literal[1] = 1
    canary: str = ""
    cases: tuple[ManifestCase, ...] = ()


def manifest_case(case: EvalCase, report: Report) -> ManifestCase:
    """What the list says of one case of the report."""
    factors = {each.factor for each in report.front.contributing_factors if each.factor}
    return ManifestCase(
        report=report.id,
        case=case.id or "",
        digest=case_digest(case, report),
        title=case.title or "",
        kind=case.kind,
        systems=tuple(sorted(report.system_slugs)),
        factors=tuple(sorted(factors)),
        blocking=case.blocking is True,
        trials=max(1, trials_of(case)),
        pass_at_least=case.pass_at_least,
        variants=(*(each.name for each in fill_variants(case)), *([TOGETHER] if _compares(case) else [])),
        has_rubric=any(check.type == "rubric" for check in case.checks),
        rests_on_one_run=rests_on_one_run(case, report.front.behaviour),
    )


def _compares(case: EvalCase) -> bool:
    return any(check.type == "same_across_variants" for check in case.checks)


def write_manifest(cases: Iterable[ManifestCase], canary: str) -> str:
    """The list as JSON, sorted, which ends in a line feed."""
    ordered = tuple(sorted(cases, key=lambda each: (each.report, each.case)))
    told = Manifest(canary=canary, cases=ordered).model_dump(mode="json")
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
