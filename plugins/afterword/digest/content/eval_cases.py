"""New eval cases, and how many reports have one by now."""

from __future__ import annotations

from datetime import date

from afterword.digest.content.items import report_ref
from afterword.digest.content.plain_texts import line
from afterword.digest.content.standing import Standing
from afterword.digest.selection import Selection
from afterword.digest.source import Source, published_on
from afterword.digest.view import Case, Cases
from afterword.feeds.of_report import page_address
from afterword.index.insights_cases import standing_of
from afterword.model.report import Report
from afterword.pages.report_anchors import anchors


class Coverage:
    """How far reports are covered, sorted once for all weeks. Exercises are not counted: nothing failed in them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        counted = [report for report in source.reports if report.kind != "exercise"]
        self._total = Standing((published_on(report), date.max) for report in counted)
        covered = (report for report in counted if standing_of(report) == "committed")
        self._covered = Standing((published_on(report), date.max) for report in covered)

    def cases(self, selection: Selection) -> Cases | None:
        """The cases of new reports but retired ones, and coverage by then; None where there is no such case."""
        new = [case for each in selection.new for case in _cases(each.report, self._source)]
        if not new:
            return None
        end = selection.period.end
        return Cases(new=tuple(new), covered=self._covered.begun(end), total=self._total.begun(end))


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
