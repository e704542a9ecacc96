"""Contributing factors of this period's reports that earlier reports name too, and what is open for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from afterword.digest.content.items import report_ref
from afterword.digest.content.plain_texts import line
from afterword.digest.content.standing import Standing
from afterword.digest.content.work import span_of
from afterword.digest.selection import Selection
from afterword.digest.source import Source
from afterword.digest.view import Recurring
from afterword.index.open import is_own
from afterword.index.recurrence import RECURS_FROM, returns_of
from afterword.model.report import Report
from afterword.model.vocabulary import Factor


@dataclass(frozen=True)
class _Condition:
    """One factor over time.

    Attributes:
        reports: when reports that name it were published.
        remediations: when remediations of our own for it were open.
        returned: the reports with it that came after a fix for it on the same system.
    """

    reports: Standing
    remediations: Standing
    returned: frozenset[str]


class Conditions:
    """The factors of the whole site, whatever the edition, looked up once for all weeks."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._out = {report.id: _out_on(report) for report in source.index.counted if report.lifecycle == "published"}
        self._known: dict[str, _Condition] = {}

    def recurring(self, selection: Selection) -> tuple[Recurring, ...]:
        """Those that stand in two or more reports by now, the most frequent first."""
        terms = self._source.index.view.vocabulary.factor_by_id
        new: dict[str, list[Report]] = {}
        for each in selection.new:
            for factor_id in dict.fromkeys(one.factor for one in each.report.front.contributing_factors if one.factor):
                new.setdefault(factor_id, []).append(each.report)
        found = [
            self._recurring(terms[id], reports, selection.period.end) for id, reports in new.items() if id in terms
        ]
        often = [each for each in found if each.reports >= RECURS_FROM]
        return tuple(sorted(often, key=lambda each: (-each.reports, each.title)))

    def _recurring(self, factor: Factor, new: list[Report], end: date) -> Recurring:
        known = self._condition(factor.id)
        oldest = known.remediations.oldest(end)
        fresh = {report.id for report in new}
        return Recurring(
            title=line(factor.title),
            address=f"{self._source.facts.url}factors/{factor.id}/",
            reports=known.reports.begun(end),
            new=tuple(report_ref(report, self._source) for report in new),
            open=known.remediations.count(end),
            oldest_days=(end - oldest).days if oldest is not None else None,
            came_back=bool(known.returned & fresh),
        )

    def _condition(self, factor_id: str) -> _Condition:
        if factor_id not in self._known:
            index = self._source.index
            reports = {use.report.id for use in index.by_factor.get(factor_id, ()) if use.report.id in self._out}
            uses = (use for use in index.remediations_for(factor_id) if is_own(use) and use.report.id in self._out)
            self._known[factor_id] = _Condition(
                Standing((self._out[id], date.max) for id in reports),
                Standing(span for use in uses if (span := span_of(use)) is not None),
                frozenset(each.report.id for each in returns_of(factor_id, index) if each.same_system),
            )
        return self._known[factor_id]


def _out_on(report: Report) -> date:
    """The day of its publication; one whose day is not known has been out for some time."""
    return report.front.published_on or date.min
