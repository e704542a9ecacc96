"""The cohorts in words: "March: 2 of 5 left, one fewer than a month before"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from afterword.index.cohorts import Cohort, Cohorts
from afterword.model.dates import PartialDate
from afterword.pages.words import capital, counted, fill, number, say_partial, time_tag


@dataclass(frozen=True)
class CohortRow:
    """One month or year: when, how many are left, and the difference to a month before."""

    opened: Markup
    left: Markup
    change: Markup


def cohort_rows(cohorts: Cohorts) -> list[CohortRow]:
    """One row for each cohort."""
    return [CohortRow(_opened(each), _left(each), Markup(say_change(each))) for each in cohorts.cohorts]


def say_cohort(cohort: Cohort) -> str:
    """A cohort in a few words, as plain text: "March 2026: 2 of 5 left, −1"."""
    return f"{say_span(cohort)}: {number(cohort.left)} of {number(cohort.opened)} left, {say_change(cohort)}"


def say_span(cohort: Cohort) -> str:
    """When it was opened, as plain text: "March 2026", "2024", "January to November 2025"."""
    if cohort.first.month == cohort.last.month or cohort.last.month == 12:
        return say_partial(_date(cohort))
    return f"January to {say_partial(_month(cohort.last))}"


def say_change(cohort: Cohort) -> str:
    """How many more or fewer are left than a month before: "−1", "no change", "new"."""
    if cohort.change is None:
        return "new"
    said = f"{cohort.change:+d}".replace("-", "−") if cohort.change else "no change"
    return f"{said} ({cohort.unplaced} more closed on an unknown day)" if cohort.unplaced else said


def cohort_notes(cohorts: Cohorts) -> list[str]:
    """What stands in no cohort, in sentences."""
    notes = []
    if cohorts.undated:
        left = f"{cohorts.undated_left} of them open"
        notes.append(f"{capital(counted(cohorts.undated, 'remediation'))} opened on an unknown day, {left}.")
    if cohorts.elsewhere:
        verb = "is" if cohorts.elsewhere == 1 else "are"
        notes.append(f"{counted(cohorts.elsewhere, 'open remediation')} {verb} in reports that no figure counts.")
    return notes


def _left(cohort: Cohort) -> Markup:
    share = fill('<progress aria-hidden="true" max="{}" value="{}"></progress>', cohort.opened, cohort.left)
    return fill("{}{} of {} left", share, number(cohort.left), number(cohort.opened))


def _opened(cohort: Cohort) -> Markup:
    is_part = cohort.first.month != cohort.last.month and cohort.last.month != 12
    return Markup("January to ") + time_tag(_month(cohort.last)) if is_part else time_tag(_date(cohort))


def _date(cohort: Cohort) -> PartialDate:
    if cohort.first.month == cohort.last.month:
        return _month(cohort.first)
    return PartialDate(f"{cohort.first:%Y}", cohort.first, cohort.last, "year")


def _month(day: date) -> PartialDate:
    return PartialDate(f"{day:%Y-%m}", day, day, "month")
