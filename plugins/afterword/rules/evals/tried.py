"""The cases that the rules on eval cases look at, each with what the self-check says of it."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.evals.collection import is_tried
from afterword.evals.selfcheck import CaseCheck
from afterword.model.report import Report
from afterword.rules.fields.judged import has_unread, is_unread
from afterword.rules.rule import Context


def tried_cases(report: Report, context: Context) -> Iterator[tuple[int, CaseCheck]]:
    """Each case with its place in the list. A retired one is run no more, so nothing is asked of it.

    Where a part of a case could not be read, a finding of its own tells that, and the rest would be judged wrongly.
    """
    if not report.front.eval_cases or not is_tried(report) or has_unread(report, "eval_cases"):
        return
    for place, checked in enumerate(context.self_checks.of(report)):
        if checked.case.status != "retired" and not is_unread(report, "eval_cases", place):
            yield place, checked
