"""The test of a test: what should be passes in every variant, and what was recorded fails in at least one.

A case that refuses its own reference can never let a release through, and one that takes what happened would have let
the incident through. Nothing is called and no model is asked: all that is judged stands in the report and its evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from afterword.evals.checks import BY_TYPE
from afterword.evals.output import Column, Output
from afterword.evals.runs import enough
from afterword.evals.tables import Missing, Tables
from afterword.evals.variants import FilledVariant, fill_variants
from afterword.evals.verdict import Verdict
from afterword.model.choices import DATA_CHECKS, OFFLINE_CHECKS
from afterword.model.eval_case import Check, EvalCase
from afterword.model.report import Report

Outcome = Literal["holds", "reference-fails", "cannot-fail", "broken", "incomplete", "excused", "not-offline"]
"""`incomplete` lacks a reference or anything recorded; `excused` says why it cannot be tried, `not-offline` not."""
HELD: frozenset[Outcome] = frozenset({"holds", "excused"})
"""Outcomes with which nothing is wrong."""


@dataclass(frozen=True)
class Run:
    """The verdicts of all checks on one output, in the order of the checks; those not offline are among them."""

    verdicts: tuple[Verdict, ...]

    @property
    def has_passed(self) -> bool:
        """Whether no check that could be tried fails."""
        return all(each.state in {"passed", "not-offline"} for each in self.verdicts)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it does not pass; empty where it does."""
        return tuple(each.reason for each in self.verdicts if each.state in {"failed", "broken"})


@dataclass(frozen=True)
class VariantCheck:
    """One variant: the run of the reference, where there is one, and the runs that were recorded.

    `is_enough` says whether the recorded runs together pass, by the share of trials that the case asks for.
    """

    name: str
    reference: Run | None
    recorded: tuple[Run, ...]
    is_enough: bool


@dataclass(frozen=True)
class CaseCheck:
    """What the self-check says of one case: the outcome, why as a sentence, and what each variant gave.

    `flaws` are the checks that cannot be applied, by their place in the case; `missing` says why data cannot be read.
    """

    case: EvalCase
    outcome: Outcome
    because: str
    variants: tuple[VariantCheck, ...] = ()
    flaws: tuple[tuple[int, str], ...] = ()
    missing: Missing | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong with the case."""
        return self.outcome in HELD


def check_case(case: EvalCase, report: Report, tables: Tables) -> CaseCheck:
    """Try one case of the report on what was recorded and on its reference."""
    flaws = tuple(_flaws(case))
    data = case.input.data_set if case.input else None
    rows = tables.rows_of(data, report) if data is not None else None
    missing = rows if isinstance(rows, Missing) else None
    offline = any(check.type in OFFLINE_CHECKS for check in case.checks)
    if not offline or (missing is not None and missing.is_elsewhere):
        told = missing.reason if offline and missing else "no check can be tried without a model or a person"
        excused = case.no_selfcheck_because is not None
        outcome: Outcome = "excused" if excused else "not-offline"
        return CaseCheck(case, outcome, case.no_selfcheck_because or told, (), flaws, missing)
    if flaws:
        place, told = flaws[0]
        return CaseCheck(case, "broken", f"`{case.checks[place].type}` cannot be applied: {told}", (), flaws)
    if missing is not None:
        return CaseCheck(case, "broken", missing.reason, (), (), missing)
    if rows is None or data is None or isinstance(rows, Missing):
        variants = _texts(case)
    else:
        runs = tuple(_run_data(case, Column(rows, name, data.truth or "")) for name in data.recorded)
        reference = _run_data(case, Column(rows, data.reference, data.truth or "")) if data.reference else None
        variants = (_variant(case, "", reference, runs),)
    return CaseCheck(case, *_judge(case, variants), variants)


def _flaws(case: EvalCase) -> Iterator[tuple[int, str]]:
    """By the place of a check why it cannot be applied to this case."""
    has_data = case.input is not None and case.input.data_set is not None
    for place, check in enumerate(case.checks):
        if check.type is None:
            continue
        if has_data and check.type in OFFLINE_CHECKS - DATA_CHECKS:
            yield place, "it judges a text, and this case puts out a column of data"
        elif not has_data and check.type in DATA_CHECKS:
            yield place, "it judges a column of data, and `input.data` names no evidence"
        elif check.type == "same_across_variants" and len(case.variants) < 2:
            yield place, "it compares variants, and there are not two of them"
        elif told := BY_TYPE[check.type].flaw(check):
            yield place, told


def _texts(case: EvalCase) -> tuple[VariantCheck, ...]:
    filled = fill_variants(case)
    references = [each.reference for each in filled if each.reference is not None]
    found = []
    for variant in filled:
        reference = None if variant.reference is None else _run(variant, variant.reference, references)
        runs = tuple(_run(variant, output, _beside(filled, place)) for place, output in enumerate(variant.recorded))
        found.append(_variant(case, variant.name, reference, runs))
    return tuple(found)


def _beside(filled: Sequence[FilledVariant], place: int) -> list[Output]:
    """What all variants put out in the same trial."""
    return [each.recorded[place] for each in filled if place < len(each.recorded)]


def _run(variant: FilledVariant, output: Output, beside: Sequence[Output]) -> Run:
    return Run(tuple(_judge_text(check, output, beside) for check in variant.checks if check.type))


def _judge_text(check: Check, output: Output, beside: Sequence[Output]) -> Verdict:
    kind = BY_TYPE[check.type or "rubric"]
    if kind.of_text is not None:
        return kind.of_text(check, output)
    if kind.of_variants is not None:
        # A trial that one variant alone has recorded compares with nothing, and speaks neither for nor against it.
        lonely = len(beside) < 2
        return Verdict("not-offline", "no other variant has this trial") if lonely else kind.of_variants(check, beside)
    return Verdict("not-offline", "a model or a person has to judge it")


def _run_data(case: EvalCase, column: Column) -> Run:
    kinds = ((check, BY_TYPE[check.type]) for check in case.checks if check.type)
    return Run(
        tuple(
            kind.of_data(check, column) if kind.of_data else Verdict("not-offline", "a model or a person judges it")
            for check, kind in kinds
        )
    )


def _variant(case: EvalCase, name: str, reference: Run | None, recorded: tuple[Run, ...]) -> VariantCheck:
    passed = sum(run.has_passed for run in recorded)
    return VariantCheck(name, reference, recorded, enough(case, passed, len(recorded)))


def _judge(case: EvalCase, variants: Sequence[VariantCheck]) -> tuple[Outcome, str]:
    runs = [run for each in variants for run in (each.reference, *each.recorded) if run is not None]
    for verdict in (verdict for run in runs for verdict in run.verdicts):
        if verdict.state == "broken":
            return "broken", verdict.reason
    for each in variants:
        if each.reference is not None and not each.reference.has_passed:
            return "reference-fails", f"the reference{_in(each)}: {each.reference.reasons[0]}"
    tried = [each for each in variants if each.recorded]
    if all(each.is_enough for each in tried) and tried:
        return "cannot-fail", _all_pass(case, tried)
    excused = case.no_selfcheck_because
    if not tried:
        return ("excused", excused) if excused else ("incomplete", "nothing that was recorded can be tried")
    if any(each.reference is None for each in variants):
        return ("excused", excused) if excused else ("incomplete", "there is no reference that passes all checks")
    first = next(each for each in tried if not each.is_enough)
    reasons = next(run.reasons for run in first.recorded if not run.has_passed)
    return "holds", f"what was recorded{_in(first)}: {reasons[0]}"


def _all_pass(case: EvalCase, tried: Sequence[VariantCheck]) -> str:
    runs = [run for each in tried for run in each.recorded]
    failed = sum(not run.has_passed for run in runs)
    if failed == 0:
        return "everything that was recorded passes"
    return f"{failed} of {len(runs)} recorded runs fail, and `pass_at_least` lets as many fail"


def _in(variant: VariantCheck) -> str:
    return f" in `{variant.name}`" if variant.name else ""
