"""The outcome of a self-check, as lines for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text

from afterword.audit.hiding import hide_secrets
from afterword.evals.selfcheck import HELD, CaseCheck, Outcome, Run, VariantCheck
from afterword.evals.words import plural
from afterword.findings.visible import shown_path, visible

WORDS: Mapping[Outcome, str] = {
    "holds": "holds",
    "reference-fails": "refuses its reference",
    "cannot-fail": "cannot fail",
    "broken": "cannot be applied",
    "incomplete": "is incomplete",
    "excused": "not tried",
    "not-offline": "cannot be tried",
}
_WIDTH = max(map(len, WORDS.values()))


@dataclass(frozen=True)
class CaseRow:
    """One case: the report's id, its path as printed, the line of the case, and what the self-check says."""

    report: str
    path: str
    line: int
    checked: CaseCheck


def render_rows(rows: Sequence[CaseRow]) -> Iterator[Text]:
    """A line for each report, below it one for each of its cases with the reason, and the count."""
    report = ""
    for row in rows:
        if row.report != report:
            report = row.report
            yield Text(shown_path(row.path), style="bold")
        yield from _case(row)
    yield Text(_summary(rows))


def _case(row: CaseRow) -> Iterator[Text]:
    case, outcome = row.checked.case, row.checked.outcome
    line = Text(f"  {visible(case.id or ''):6}")
    line.append(f"{WORDS[outcome]:{_WIDTH}}  ", style="green" if outcome in HELD else "bold red")
    yield line.append(visible(case.title or "no title"))
    # Said in one line below, since the reason is longer than any column.
    yield Text(f"        {_told(row.checked.because)}", style="dim")
    if len(row.checked.variants) > 1:
        for variant in row.checked.variants:
            yield Text(f"        {visible(variant.name)}: {_variant(variant)}", style="dim")


def _variant(variant: VariantCheck) -> str:
    reference = "no reference"
    if variant.reference is not None:
        reference = "reference passes" if variant.reference.has_passed else "reference fails"
    if not variant.recorded:
        return f"{reference}, nothing recorded"
    passed = sum(run.has_passed for run in variant.recorded)
    return f"{reference}, {passed:,} of {plural(len(variant.recorded), 'recorded run')} passed"


def _summary(rows: Sequence[CaseRow]) -> str:
    held = sum(row.checked.outcome == "holds" for row in rows)
    excused = sum(row.checked.outcome == "excused" for row in rows)
    wrong = len(rows) - held - excused
    told = [f"{held:,} hold" if held != 1 else "1 holds", f"{wrong:,} do not" if wrong != 1 else "1 does not"]
    told += [f"{excused:,} not tried, with a reason"] if excused else []
    return f"{plural(len(rows), 'eval case')}: {', '.join(told)}"


def describe_rows(rows: Sequence[CaseRow]) -> str:
    """Each case with what came of trying it, and the counts, as JSON that ends in a line feed."""
    told = {
        "cases": [_describe(row) for row in rows],
        "summary": {
            "cases": len(rows),
            "hold": sum(row.checked.outcome == "holds" for row in rows),
            "not_tried": sum(row.checked.outcome == "excused" for row in rows),
            "do_not_hold": sum(not row.checked.holds for row in rows),
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _describe(row: CaseRow) -> dict[str, Any]:
    checked = row.checked
    return {
        "report": row.report,
        "path": row.path,
        "line": row.line,
        "case": checked.case.id,
        "title": _told(checked.case.title or ""),
        "status": checked.case.status,
        "blocking": checked.case.blocking is True,
        "outcome": checked.outcome,
        "holds": checked.holds,
        "because": _told(checked.because),
        "trials": checked.case.trials,
        "pass_at_least": checked.case.pass_at_least,
        "variants": [
            {
                "name": each.name or None,
                "reference": _run(each.reference) if each.reference is not None else None,
                "recorded": [_run(run) for run in each.recorded],
            }
            for each in checked.variants
        ],
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "passes": run.has_passed,
        "checks": [{"state": each.state, "reason": _told(each.reason)} for each in run.verdicts],
    }


def _told(text: str) -> str:
    """What is quoted from a report may hold a key, and what is printed goes into logs that more people read."""
    return visible(hide_secrets(text))
