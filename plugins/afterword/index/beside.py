"""What stands around a contributing factor: factors named beside it, what noticed it, and what of it is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from afterword.index.index import FactorUse, Index, SilentCheck
from afterword.index.named import named_by
from afterword.index.open import is_own_open
from afterword.index.recurrence import reports_with
from afterword.index.remediations import RemediationUse
from afterword.model.choices import DetectedBy
from afterword.model.factors import AcceptedRisk
from afterword.model.report import Report
from afterword.model.vocabulary import Factor


@dataclass(frozen=True)
class Noticed:
    """How counted reports came to be: `by` with the most frequent first, and how many do not tell."""

    by: tuple[tuple[DetectedBy, int], ...]
    untold: int


@dataclass(frozen=True)
class Risk:
    """That a condition stays as it is in one report, until the day on which the decision is looked at again."""

    report: Report
    risk: AcceptedRisk


def counted_reports(factor_id: str, index: Index) -> tuple[Report, ...]:
    """The counted reports that name the factor, newest first."""
    return reports_with(index.by_factor.get(factor_id, ()), frozenset(report.id for report in index.counted))


def factors_beside(factor_id: str, index: Index) -> list[tuple[Factor, int]]:
    """Other factors of the vocabulary that reports name together with it: the most frequent first, by title.

    Asked are counted reports and those taken over as they were.
    """
    terms: Mapping[str, Factor] = index.view.vocabulary.factor_by_id
    found = Counter(
        other
        for report in named_by(factor_id, index).told
        for other in {each.factor for each in report.front.contributing_factors}
        if other in terms and other != factor_id
    )
    known = [(terms[other], number) for other, number in found.items() if other is not None]
    return sorted(known, key=lambda each: (-each[1], each[0].title, each[0].id))


def noticed_by(reports: Iterable[Report]) -> Noticed:
    """What noticed the incidents and near misses, one word for each report."""
    told = [_detected_by(report) for report in reports]
    found = Counter(each for each in told if each is not None)
    return Noticed(tuple(sorted(found.items(), key=lambda each: (-each[1], each[0]))), told.count(None))


def silent_checks_with(factor_id: str, index: Index) -> list[SilentCheck]:
    """Silent checks of the reports that name the factor, newest first."""
    ids = {use.report.id for use in index.by_factor.get(factor_id, ())}
    return [check for check in index.silent_checks if check.report.id in ids]


def unanswered(factor_id: str, index: Index) -> list[Report]:
    """Our own counted reports that name the factor without any remediation for it and without accepting the risk.

    A remediation that was declined answers nothing.
    """
    answered = {use.report.id for use in index.remediations_for(factor_id) if use.status != "declined"}
    answered |= {each.report.id for each in accepted_risks(factor_id, index)}
    own = (report for report in counted_reports(factor_id, index) if not report.is_public_sources)
    return [report for report in own if report.id not in answered]


def accepted_risks(factor_id: str, index: Index) -> list[Risk]:
    """Reports in which the factor stays as it is, the nearest day of review first."""
    found = [
        Risk(use.report, use.factor.accepted_risk)
        for use in index.by_factor.get(factor_id, ())
        if use.factor.accepted_risk is not None and use.report.lifecycle != "superseded"
    ]
    return sorted(found, key=lambda each: (each.risk.review_on is None, str(each.risk.review_on), each.report.id))


def own_open(uses: Iterable[RemediationUse]) -> list[RemediationUse]:
    """Remediations that somebody here can still do: those of public sources and of replaced reports are left out."""
    return [use for use in uses if is_own_open(use) and use.report.lifecycle != "superseded"]


def first_uses(uses: Iterable[FactorUse]) -> list[FactorUse]:
    """The uses of a factor, those of superseded reports after all others."""
    return sorted(uses, key=lambda use: use.report.lifecycle == "superseded")


def _detected_by(report: Report) -> DetectedBy | None:
    return next(
        (each.detected_by for each in report.front.timeline if each.kind == "detected" and each.detected_by), None
    )
