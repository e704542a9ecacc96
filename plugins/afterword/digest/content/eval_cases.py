"""New eval cases, and how many reports have one by now."""

from __future__ import annotations

from afterword.digest.content.items import report_ref
from afterword.digest.content.plain_texts import line
from afterword.digest.selection import Selection
from afterword.digest.source import Source
from afterword.digest.view import Case, Cases
from afterword.feeds.of_report import page_address
from afterword.index.insights_cases import standing_of
from afterword.model.report import Report
from afterword.pages.report_anchors import anchors


def new_cases(selection: Selection, source: Source) -> Cases | None:
    """The cases of new reports but retired ones, and coverage; None where there is none. Exercises are not covered."""
    new = [case for each in selection.new for case in _cases(each.report, source)]
    if not new:
        return None
    counted = [each for each in source.published_before(selection.period.end) if each.kind != "exercise"]
    covered = sum(standing_of(report) == "committed" for report in counted)
    return Cases(new=tuple(new), covered=covered, total=len(counted))


def _cases(report: Report, source: Source) -> list[Case]:
    cases = report.front.eval_cases
    return [
        Case(
            title=line(case.title) or line(case.id),
            address=page_address(report, source.facts, anchor),
            report=report_ref(report, source),
            kind=case.kind,
            status=case.status,
            blocking=case.blocking is True,
        )
        for case, anchor in zip(cases, anchors(cases), strict=True)
        if case.status != "retired"
    ]
