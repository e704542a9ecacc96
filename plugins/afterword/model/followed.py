"""A report as it reads with what took the place of retired ids."""

from __future__ import annotations

from afterword.model.report import Report
from afterword.model.vocabulary import Vocabulary


def with_current_terms(report: Report, vocabulary: Vocabulary) -> Report:
    """The same report where it names no retired id; ids of which several took the place stay as they are."""
    factors, remediations = report.front.contributing_factors, report.front.remediations
    old_factors = any(each.factor in vocabulary.retired_factors for each in factors)
    if not old_factors and not any(each.kind in vocabulary.retired_kinds for each in remediations):
        return report
    return report.with_fields(
        contributing_factors=tuple(
            each.model_copy(update={"factor": vocabulary.factor_now(each.factor)}) if each.factor else each
            for each in factors
        ),
        remediations=tuple(
            each.model_copy(update={"kind": vocabulary.kind_now(each.kind)}) if each.kind else each
            for each in remediations
        ),
    )
