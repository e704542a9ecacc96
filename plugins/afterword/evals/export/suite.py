"""The cases of one export, ready for any tool: texts filled in, checks portable, rows read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from afterword.evals.export.choose import Choice, chosen
from afterword.evals.export.left_out import LeftOut
from afterword.evals.export.messages import Message, messages_of
from afterword.evals.export.portable import portable_check, programs_of
from afterword.evals.export.regex.parse import PortableError
from afterword.evals.export.regex.program import Program
from afterword.evals.export.rows import cells, given_rows, judged_columns
from afterword.evals.manifest import ManifestCase, manifest_case
from afterword.evals.output import Output
from afterword.evals.selfcheck import CaseCheck, check_case
from afterword.evals.tables import Missing, Tables
from afterword.evals.variants import FilledVariant, fill_variants
from afterword.model.collection import AudienceView
from afterword.model.eval_case import EvalCase
from afterword.model.report import Report
from afterword.model.slugs import slug_of

Answered = str | dict[str, Any] | list[str | None]
"""An output in the form in which a target gives it back: a text, a text with tool calls, or predictions."""


@dataclass(frozen=True)
class SuiteVariant:
    """One variant of a case; a case without variants is one of them, without a name."""

    name: str
    messages: list[Message]
    checks: tuple[dict[str, Any], ...]
    recorded: tuple[Answered, ...]
    reference: Answered | None


@dataclass(frozen=True)
class SuiteCase:
    """One case.

    Attributes:
        listed: what the list of cases says of it.
        system: the system that the report is about, by its name in addresses; empty where it names none.
        variants: its variants, each filled in.
        checked: what the self-check says of it.
        programs: its patterns as programs, by their keys.
        rows: what a target is given in a case of data; None in all others.
        columns: what only the judge of such a case reads.
    """

    listed: ManifestCase
    system: str
    variants: tuple[SuiteVariant, ...]
    checked: CaseCheck
    programs: dict[str, Program]
    rows: list[dict[str, str]] | None = None
    columns: dict[str, Any] | None = None

    @property
    def judge_file(self) -> str:
        """Where the judge's columns lie in an export; empty where the case has none."""
        return f"judge/{self.listed.report}.{self.listed.digest}.json" if self.columns is not None else ""


@dataclass(frozen=True)
class Suite:
    """The cases of one export, sorted by report and case, and those that it cannot hold."""

    cases: tuple[SuiteCase, ...]
    left_out: tuple[LeftOut, ...]


def build_suite(view: AudienceView, choice: Choice) -> Suite:
    """The committed cases of what the view's audience may read, as far as `choice` wants them.

    Raises:
        ChoiceError: where no report knows the factor or the system.
    """
    kept, left = chosen(view, choice)
    tables = Tables(view.evidence_files)
    cases: list[SuiteCase] = []
    for report, case in kept:
        made = _case(case, report, tables)
        if isinstance(made, SuiteCase):
            cases.append(made)
        else:
            left.append(LeftOut(report.id, case.id or "", made, case.blocking is True))
    return Suite(tuple(cases), tuple(sorted(left, key=lambda each: (each.report, each.case))))


def _case(case: EvalCase, report: Report, tables: Tables) -> SuiteCase | str:
    """The case, or why no export can hold it."""
    if case.input is None:
        return "what was put in comes from evidence that the audience may not read, or is not written down"
    data = case.input.data_set
    rows = tables.rows_of(data, report) if data is not None else None
    if isinstance(rows, Missing):
        return f"its rows are not published for the audience: {rows.reason}"
    if not case.checks:
        return "it has no check"
    checked = check_case(case, report, tables)
    if checked.outcome == "broken" or checked.flaws:
        return f"it cannot be judged: {checked.flaws[0][1] if checked.flaws else checked.because}"
    try:
        programs = {key: program for check in case.checks for key, program in programs_of(check).items()}
    except PortableError as error:
        return str(error)
    variants = tuple(_variant(each) for each in fill_variants(case))
    if len({each.name for each in variants}) < len(variants):
        return "two of its variants have one name, so that nothing tells their results apart"
    name = report.front.system.name if report.front.system else None
    listed, system = manifest_case(case, report), slug_of(name) if name else ""
    if rows is None or data is None:
        return SuiteCase(listed, system, variants, checked, programs)
    reference = cells(rows, data.reference) if data.reference else None
    recorded = tuple(cells(rows, each) for each in data.recorded)
    variants = (SuiteVariant("", [], variants[0].checks, recorded, reference),)
    given, columns = given_rows(rows, data, report), judged_columns(rows, data, case.checks)
    return SuiteCase(listed, system, variants, checked, programs, given, columns)


def _variant(filled: FilledVariant) -> SuiteVariant:
    return SuiteVariant(
        filled.name,
        messages_of(filled.input) if filled.input else [],
        tuple(portable_check(check) for check in filled.checks if check.type),
        tuple(_answered(output) for output in filled.recorded),
        _answered(filled.reference) if filled.reference else None,
    )


def _answered(output: Output) -> Answered:
    if not output.calls:
        return output.text
    calls = [{"name": call.name, "arguments": call.arguments} for call in output.calls]
    return {"text": output.text, "tool_calls": calls}
