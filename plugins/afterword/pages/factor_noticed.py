"""What notices a factor: who or what did so, the signals that stayed quiet, and what was set up to see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.beside import counted_reports, noticed_by, silent_checks_with
from afterword.index.held import Trial
from afterword.index.index import Index
from afterword.index.remediations import RemediationUse
from afterword.pages.entries import Entry, silent_entry
from afterword.pages.factor_facts import say_statuses
from afterword.pages.trial_rows import MOST
from afterword.pages.words import counted, fill, found_by, join, kind_link

WATCHING = frozenset(
    {"monitor-alert", "eval-case", "gold-dataset", "telemetry-evidence", "release-gate", "staged-rollout"}
)
"""Kinds of remediation by which a condition is seen before or while it does harm."""


@dataclass(frozen=True)
class NoticedParts:
    """Sentences, and the silent checks as lines of a list; each may be empty."""

    words: tuple[Markup, ...]
    silent: list[Entry]


def noticed_parts(factor_id: str, trials: Sequence[Trial], index: Index, path: str) -> NoticedParts:
    """What is known of how the factor is noticed."""
    words = (_found(factor_id, index), _watching(trials, index, path))
    silent = [silent_entry(check, path) for check in silent_checks_with(factor_id, index)[:MOST]]
    return NoticedParts(tuple(each for each in words if each), silent)


def _found(factor_id: str, index: Index) -> Markup:
    """Who or what noticed the incidents and near misses in which the factor stood."""
    reports = counted_reports(factor_id, index)
    noticed = noticed_by(reports)
    if not noticed.by:
        return Markup()
    if len(reports) == 1:
        return fill("The first to notice was {}.", found_by(noticed.by[0][0]))
    told = ", ".join(f"{found_by(by)} in {number:,}" for by, number in noticed.by)
    said = fill("In these {}, the first to notice was {}.", counted(len(reports), "report"), told)
    return said + (fill(" {} not tell.", _do(noticed.untold)) if noticed.untold else Markup())


def _do(number: int) -> str:
    return "One does" if number == 1 else f"{number:,} do"


def _watching(trials: Iterable[Trial], index: Index, path: str) -> Markup:
    """The monitors, tests and gates that were tried for it, kind by kind."""
    watching = [each for each in trials if _watches(each)]
    kinds = sorted({each.use.remediation.kind or "" for each in watching})
    said = [fill("{} ({})", kind_link(kind, index, path), say_statuses(_of_kind(watching, kind))) for kind in kinds]
    return fill("Set up or planned to see it: {}.", join(said)) if said else Markup()


def _of_kind(trials: Iterable[Trial], kind: str) -> list[RemediationUse]:
    return [each.use for each in trials if (each.use.remediation.kind or "") == kind]


def _watches(trial: Trial) -> bool:
    entry = trial.use.remediation
    return entry.kind in WATCHING or (entry.intent == "detect" and trial.use.kind is not None)
