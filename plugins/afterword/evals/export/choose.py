"""Which cases an export holds: the committed ones of what its audience may read, and of these a part."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from afterword.evals.export.left_out import LeftOut
from afterword.model.collection import AudienceView
from afterword.model.eval_case import EvalCase
from afterword.model.report import Report
from afterword.model.slugs import slug_of


class ChoiceError(Exception):
    """A part was asked for that nothing here has, with the nearest name in words."""


@dataclass(frozen=True)
class Choice:
    """A part of the cases: those of a contributing factor, of a system, or that block a release. Empty for all."""

    factor: str = ""
    system: str = ""
    blocking: bool = False


def chosen(view: AudienceView, choice: Choice) -> tuple[list[tuple[Report, EvalCase]], list[LeftOut]]:
    """The committed cases with their reports, sorted, and those that are left out since nobody reviewed them here.

    Raises:
        ChoiceError: where no report knows the factor or the system.
    """
    _refuse_unknown(view, choice)
    kept: list[tuple[Report, EvalCase]] = []
    left: list[LeftOut] = []
    for report, case in _committed(view):
        if not _fits(report, case, choice):
            continue
        if report.lifecycle == "imported":
            told = "its report was taken over as it is, and its cases were never tried"
            left.append(LeftOut(report.id, case.id or "", told, case.blocking is True))
        else:
            kept.append((report, case))
    return sorted(kept, key=lambda pair: (pair[0].id, pair[1].id or "")), left


def _committed(view: AudienceView) -> Iterator[tuple[Report, EvalCase]]:
    """Cases of published and of superseded reports: a report that was written anew does not end its test."""
    for report in view.reports:
        if report.lifecycle in {"published", "superseded", "imported"}:
            for case in report.front.eval_cases:
                if case.status == "committed":
                    yield report, case


def _fits(report: Report, case: EvalCase, choice: Choice) -> bool:
    if choice.blocking and not case.blocking:
        return False
    if choice.system and slug_of(choice.system) not in report.system_slugs:
        return False
    return not choice.factor or choice.factor in {each.factor for each in report.front.contributing_factors}


def _refuse_unknown(view: AudienceView, choice: Choice) -> None:
    factors = set(view.vocabulary.factor_by_id)
    if choice.factor and choice.factor not in factors:
        message = f"no contributing factor is called `{choice.factor}`{_nearest(choice.factor, factors)}"
        raise ChoiceError(message)
    systems = {slug for report in view.reports for slug in report.system_slugs}
    slug = slug_of(choice.system)
    if choice.system and slug not in systems:
        message = f"no report names the system `{choice.system}`{_nearest(slug, systems)}"
        raise ChoiceError(message)


def _nearest(typed: str, names: Iterable[str]) -> str:
    close = difflib.get_close_matches(typed.lower(), sorted(names), n=1, cutoff=0.5)
    return f"; did you mean `{close[0]}`?" if close else ""
