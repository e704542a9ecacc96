"""Contributing factors of this period's reports that earlier reports name too, and what is open for them."""

from __future__ import annotations

from datetime import date

from afterword.digest.content.items import report_ref
from afterword.digest.content.plain_texts import line
from afterword.digest.content.work import still_open
from afterword.digest.selection import Selection
from afterword.digest.source import Source
from afterword.digest.view import Recurring
from afterword.index.open import is_own
from afterword.index.recurrence import RECURS_FROM, returns_of
from afterword.model.report import Report
from afterword.model.vocabulary import Factor


def recurring_factors(selection: Selection, source: Source) -> tuple[Recurring, ...]:
    """Those that stand in two or more reports by now, the most frequent first; counted over the whole site."""
    index, end = source.index, selection.period.end
    terms = index.view.vocabulary.factor_by_id
    new: dict[str, list[Report]] = {}
    for each in selection.new:
        for factor_id in dict.fromkeys(one.factor for one in each.report.front.contributing_factors if one.factor):
            new.setdefault(factor_id, []).append(each.report)
    known = {report.id for report in index.counted if _is_out(report, end)}
    found = [_recurring(terms[id], reports, known, source, end) for id, reports in new.items() if id in terms]
    often = [each for each in found if each.reports >= RECURS_FROM]
    return tuple(sorted(often, key=lambda each: (-each.reports, each.title)))


def _recurring(factor: Factor, new: list[Report], known: set[str], source: Source, end: date) -> Recurring:
    index = source.index
    reports = {use.report.id for use in index.by_factor.get(factor.id, ())} & known
    mine = (use for use in index.remediations_for(factor.id) if is_own(use) and use.report.id in known)
    ages = [(end - use.opened).days for use in still_open(mine, end) if use.opened is not None]
    fresh = {report.id for report in new}
    return Recurring(
        title=line(factor.title),
        address=f"{source.facts.url}factors/{factor.id}/",
        reports=len(reports),
        new=tuple(report_ref(report, source) for report in new),
        open=len(ages),
        oldest_days=max(ages, default=None),
        came_back=any(each.same_system and each.report.id in fresh for each in returns_of(factor.id, index)),
    )


def _is_out(report: Report, end: date) -> bool:
    """Whether it was published by then; one whose day is not known has been out for some time."""
    return report.lifecycle == "published" and (report.front.published_on is None or report.front.published_on < end)
