"""What was tried for a contributing factor, and whether the factor came back after the remediation was verified.

A later report counts only where its whole date lies after the day on which the success check held. Of a report whose
date is a month or a year, the days between are therefore a range.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from afterword.index.index import Index
from afterword.index.recurrence import reports_with
from afterword.index.remediations import RemediationUse
from afterword.model.report import Report

Outcome = Literal["returned", "held", "disputed", "undated", "done", "open", "declined"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""In the order in which they teach: what was put to the test first, what was never tried last."""
NO_FACTOR = ""


@dataclass(frozen=True)
class Later:
    """A counted report that names the factor and wholly happened after the success check held.

    Attributes:
        report: the report.
        fewest: whole days from the success check to the first day on which it may have happened.
        most: whole days to the last one; the same where the date is a day.
        same_system: whether it happened on a system of the report that carries the remediation.
    """

    report: Report
    fewest: int
    most: int
    same_system: bool


@dataclass(frozen=True)
class Trial:
    """One remediation as an answer to one factor, and what is known of how it did.

    Attributes:
        use: the remediation.
        factor_id: the factor in the vocabulary, or `NO_FACTOR`.
        outcome: `returned` and `held` are told apart by later reports on the same system; `disputed` is verified in the
            report while the tracker says otherwise; `undated` is verified on a day that the report does not tell.
        later: reports that came after it was verified, the earliest first; empty for any other outcome.
        watched: whole days from the success check until today; None where its day is not known.
        is_counted: whether figures count its report.
    """

    use: RemediationUse
    factor_id: str
    outcome: Outcome
    later: tuple[Later, ...]
    watched: int | None
    is_counted: bool

    @property
    def verified_on(self) -> date | None:
        """The day on which the success check held."""
        return self.use.remediation.verified_on if self.use.status == "verified" else None

    @property
    def back(self) -> Later | None:
        """The first later report on the same system."""
        return next((each for each in self.later if each.same_system), None)

    @property
    def elsewhere(self) -> Later | None:
        """The first later report on other systems."""
        return next((each for each in self.later if not each.same_system), None)


@dataclass(frozen=True)
class Record:
    """How the verified remediations of counted reports did, each once; `same` and `elsewhere` do not overlap.

    Attributes:
        dated: those verified on a known day, of which the next three tell.
        same: followed by a later report of the factor on the same system.
        elsewhere: followed by later reports on other systems alone.
        quiet: followed by none.
        reports: how many different reports followed.
        after: the fewest and the most days until the first report on the same system, else the first on another one.
        watched: the fewest and the most days since those without one were verified; None where there is none.
        unclear: verified on an unknown day, or while the tracker says otherwise.
    """

    dated: int
    same: int
    elsewhere: int
    quiet: int
    reports: int
    after: tuple[int, int] | None
    watched: tuple[int, int] | None
    unclear: int


def list_trials(index: Index) -> Mapping[str, tuple[Trial, ...]]:
    """By the id of a factor, sorted, each remediation that addresses it; in the order of `OUTCOMES`, newest first.

    Under `NO_FACTOR` stand those that address none of the vocabulary; nothing can come back after them.
    """
    known = frozenset(report.id for report in index.counted)
    found: dict[str, tuple[Trial, ...]] = {}
    addressed: set[int] = set()
    for factor_id in sorted(factor.id for factor in index.view.vocabulary.factors):
        uses = index.remediations_for(factor_id)
        addressed.update(id(use) for use in uses)
        reports = reports_with(index.by_factor.get(factor_id, ()), known)
        found[factor_id] = _ordered(_trial(use, factor_id, _later(use, reports, index), index, known) for use in uses)
    rest = (use for use in index.remediations if id(use) not in addressed)
    return {NO_FACTOR: _ordered(_trial(use, NO_FACTOR, (), index, known) for use in rest), **found}


def record_of(trials: Iterable[Trial]) -> Record:
    """The figures of some trials of counted reports; a remediation for two factors stands in them twice."""
    counted = [each for each in trials if each.is_counted]
    dated = [each for each in counted if each.watched is not None and each.outcome in {"returned", "held"}]
    followed = [each for each in dated if each.later]
    quiet = [each for each in dated if not each.later]
    same = sum(each.outcome == "returned" for each in dated)
    firsts = [each.back or each.later[0] for each in followed]
    return Record(
        dated=len(dated),
        same=same,
        elsewhere=len(followed) - same,
        quiet=len(quiet),
        reports=len({later.report.id for each in followed for later in each.later}),
        after=(min(each.fewest for each in firsts), max(each.most for each in firsts)) if firsts else None,
        watched=_range([each.watched for each in quiet if each.watched is not None]),
        unclear=sum(each.outcome in {"undated", "disputed"} for each in counted),
    )


def _ordered(trials: Iterable[Trial]) -> tuple[Trial, ...]:
    newest = sorted(trials, key=lambda each: each.use.report.sort_key(), reverse=True)
    return tuple(sorted(newest, key=lambda each: OUTCOMES.index(each.outcome)))


def _trial(use: RemediationUse, factor_id: str, later: tuple[Later, ...], index: Index, known: frozenset[str]) -> Trial:
    day = use.remediation.verified_on if use.status == "verified" else None
    outcome = _outcome(use, later)
    return Trial(
        use=use,
        factor_id=factor_id,
        outcome=outcome,
        later=later if outcome in {"returned", "held"} else (),
        watched=max(0, (index.today - day).days) if day is not None else None,
        is_counted=use.report.id in known,
    )


def _outcome(use: RemediationUse, later: Iterable[Later]) -> Outcome:
    if use.status == "declined":
        return "declined"
    if use.status != "verified":
        return "done" if use.status == "done" else "open"
    if use.drift:
        return "disputed"
    if use.remediation.verified_on is None:
        return "undated"
    return "returned" if any(each.same_system for each in later) else "held"


def _later(use: RemediationUse, reports: Iterable[Report], index: Index) -> tuple[Later, ...]:
    day = use.remediation.verified_on
    if use.status != "verified" or day is None:
        return ()
    own, systems = use.report.id, use.report.system_slugs
    found = [
        Later(each, (each.date.first - day).days, (each.date.last - day).days, bool(each.system_slugs & systems))
        for each in reports
        if each.date is not None and each.date.first > day and each.id != own and not _replaces(each, own, index)
    ]
    return tuple(sorted(found, key=lambda each: (each.fewest, each.most, each.report.id)))


def _replaces(report: Report, other: str, index: Index) -> bool:
    """Whether `report` is a newer account of what `other` tells."""
    relations = index.graph.outgoing.get(report.id, ())
    return any(each.kind == "supersedes" and each.target == other for each in relations)


def _range(values: Iterable[int]) -> tuple[int, int] | None:
    known = list(values)
    return (min(known), max(known)) if known else None
