"""Silent checks by why they stayed quiet, and what the same report does about its signals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from afterword.index.index import Index, SilentCheck
from afterword.index.remediations import RemediationUse
from afterword.model.choices import MissedBecause

_SIGNALS = frozenset({"monitor-alert", "telemetry-evidence"})
"""Kinds of remediation that make a signal."""
_GROUP = "monitoring"
"""The group of factors that tell of signals."""


@dataclass(frozen=True)
class Silence:
    """The silent checks with one reason, newest first; `reason` is None where none is told.

    `checks` and `reports` count those of counted reports.
    """

    reason: MissedBecause | None
    all: tuple[SilentCheck, ...]
    checks: int
    reports: int


def by_reason(index: Index) -> list[Silence]:
    """One entry for each reason, given or not, in the order of the choices; last those without, where there are any."""
    counted = frozenset(report.id for report in index.counted)
    found: dict[MissedBecause | None, list[SilentCheck]] = {reason: [] for reason in (*get_args(MissedBecause), None)}
    for check in index.silent_checks:
        found[check.entry.missed_because].append(check)
    return [_silence(reason, checks, counted) for reason, checks in found.items() if checks or reason is not None]


def answers_to(check: SilentCheck, index: Index) -> list[RemediationUse]:
    """Remediations of the report that give it a signal, those first that rest on the same evidence alone where any do.

    A report does not say which remediation answers which signal. One answers it that is meant to detect, that makes a
    signal, or that addresses a factor about monitoring; where such a factor shows on the evidence of this very check,
    only those count that address it. Declined ones answer nothing.
    """
    candidates = [each for each in index.remediations_of(check.report) if each.status != "declined"]
    candidates = [each for each in candidates if _makes_signal(each) or _about_monitoring(each, index, None)]
    nearest = [each for each in candidates if _about_monitoring(each, index, check.entry.evidence)]
    return nearest or candidates


def _silence(reason: MissedBecause | None, checks: Iterable[SilentCheck], counted: frozenset[str]) -> Silence:
    found = tuple(checks)
    known = [check.report.id for check in found if check.report.id in counted]
    return Silence(reason, found, len(known), len(set(known)))


def _makes_signal(use: RemediationUse) -> bool:
    return use.remediation.intent == "detect" or use.remediation.kind in _SIGNALS


def _about_monitoring(use: RemediationUse, index: Index, evidence: Iterable[str] | None) -> bool:
    """Whether it addresses a factor about monitoring, of those that show on `evidence` where that is given."""
    terms = index.view.vocabulary.factor_by_id
    addressed = use.report.front.addressed_by(use.remediation)
    return any(
        entry.id in addressed
        and (term := terms.get(entry.factor or "")) is not None
        and term.group == _GROUP
        and (evidence is None or not set(evidence).isdisjoint(entry.evidence))
        for entry in use.report.front.contributing_factors
    )
