"""Remediations as answers to a factor: rows that say where each was applied, how far it is, and whether it held.

No row names a team: what can be learned from a remediation does not depend on whose it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.held import NO_FACTOR, Later, Trial
from afterword.index.index import Index
from afterword.index.remediations import RemediationUse
from afterword.pages.escape import escape_text
from afterword.pages.marks import dotted, mark, quiet
from afterword.pages.remediation_rows import kind_lines, remediation_link, remediation_times
from afterword.pages.report_replay import rule_words
from afterword.pages.words import (
    counted,
    fill,
    label,
    page_link,
    report_link,
    report_path,
    say_partial,
    sentence,
    system_link,
    time_tag,
)

SHOWN = 10
"""How many rows or lines of a long list stand open; the rest is folded below them."""
MOST = 100
"""How many of them are told in full. What is beyond is counted, and its reports are named by their titles."""


@dataclass(frozen=True)
class TrialRow:
    """One remediation; every cell is finished Markdown on one line."""

    title: Markup
    meta: Markup
    kind: Markup
    status: Markup
    check: Markup


def trial_rows(trials: Iterable[Trial], index: Index, path: str) -> list[TrialRow]:
    """One row for each, in the given order."""
    return [_row(each, index, path) for each in trials]


def _row(trial: Trial, index: Index, path: str) -> TrialRow:
    use = trial.use
    return TrialRow(
        title=remediation_link(use, path),
        meta=quiet(dotted(_remarks(use, index, path))),
        kind=Markup(" <br>").join(kind_lines(use, index, path)),
        status=Markup(" <br>").join([mark("status", use.status), *map(quiet, remediation_times(use))]),
        check=Markup(" <br>").join(_check(trial, path)),
    )


def _remarks(use: RemediationUse, index: Index, path: str) -> Iterator[Markup]:
    system = use.report.front.system
    if system is not None and system.name:
        yield system_link(system.name, index, path)
    yield Markup("in ") + report_link(use.report, path)
    if use.remediation.intent != "prevent":
        yield Markup("meant to ") + Markup(label(use.remediation.intent))
    if use.report.is_public_sources:
        yield Markup("from public sources")
    if use.report.lifecycle == "superseded":
        yield Markup("the report is superseded")


def _check(trial: Trial, path: str) -> Iterator[Markup]:
    """What became of the success check, then the check itself."""
    yield Markup(" ").join(_outcome(trial, path))
    each = trial.use.remediation
    if trial.use.status == "declined":
        if each.declined_because:
            yield quiet(fill("Because: {}", sentence(each.declined_because)))
    elif each.success_check:
        yield quiet(fill("Check: {}", sentence(each.success_check)))
    elif each.replay is not None:
        yield quiet(fill("Check, replayed: {}.", rule_words(each.replay) or Markup("how is not told")))
    elif trial.outcome != "open" or not trial.use.report.is_public_sources:
        yield quiet(Markup("No success check is told."))


def _outcome(trial: Trial, path: str) -> Iterator[Markup]:
    if trial.outcome == "declined":
        yield Markup("**Not tried.**")
    elif trial.outcome == "open":
        yield Markup("Not done yet.")
    elif trial.outcome == "done":
        yield Markup("Done, and not verified.")
    elif trial.outcome == "undated":
        yield Markup("**Held**, on a day that is not told.")
    elif trial.outcome == "disputed":
        yield Markup("**In doubt:** report and tracker differ.")
    else:
        yield from _dated(trial, path)


def _dated(trial: Trial, path: str) -> Iterator[Markup]:
    """What came after a success check that held on a known day."""
    day = time_tag(trial.verified_on, short=True) if trial.verified_on else Markup("")
    if (back := trial.back) is not None:
        yield fill("**Came back.** Held on {}; {} on the same system.", day, later_words(back, path))
    elif trial.factor_id == NO_FACTOR:
        yield fill("**Held** on {}.", day)
    elif trial.watched is not None:
        yield fill("**Held** on {}; not named again on the system in {}.", day, counted(trial.watched, "day"))
        if (other := trial.elsewhere) is not None:
            yield fill("On another system {}.", later_words(other, path))


def later_words(later: Later, path: str) -> Markup:
    """A later report with the days that lay between: "named again after 35 days, in the report of 2 May 2026"."""
    when = f"of {say_partial(later.report.date, short=True)}" if later.report.date else "without a date"
    link = page_link(f"the report {when}", report_path(later.report), path)
    return fill("named again after {}, in {}", say_days(later.fewest, later.most), link)


def say_days(fewest: int, most: int) -> Markup:
    """A length in days, or the range in which it lies."""
    return escape_text(counted(fewest, "day") if fewest == most else f"{fewest:,} to {counted(most, 'day')}")
