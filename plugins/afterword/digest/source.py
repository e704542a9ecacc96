"""What digests of one edition are made from, sorted by week once, so that a page for each week of years stays cheap.

Published reports that figures count are told, and nothing else: neither drafts, nor superseded and withdrawn reports,
nor those taken over from an archive, which would bring hundreds of old texts at once as news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar
from zoneinfo import ZoneInfo

from afterword.digest.edition import Choice
from afterword.digest.weeks import Week, week_of
from afterword.index.index import Index
from afterword.index.open import is_own
from afterword.index.remediations import RemediationUse
from afterword.index.slugs import slug_of
from afterword.model.choices import Status
from afterword.model.publication import Update
from afterword.model.report import Report
from afterword.model.settings import DigestSettings
from afterword.pages.page import SiteFacts


@dataclass(frozen=True)
class Change:
    """An update of a report and its day in the site's zone; of one known to the month or year, the first day of it."""

    report: Report
    update: Update
    day: date

    @property
    def at(self) -> str:
        """When it is dated, as written in the report."""
        return self.update.at.text if self.update.at else ""


@dataclass(frozen=True)
class Closing:
    """A remediation that was done, verified or declined on a known day."""

    use: RemediationUse
    status: Status
    day: date

    @property
    def key(self) -> str:
        """How the ledger names it, within its report."""
        return f"{self.use.remediation.id}:{self.status}"


Dated = TypeVar("Dated", Change, Closing)


@dataclass(frozen=True)
class Source:
    """The reports and remediations of one edition.

    Attributes:
        index: the answers of the whole site for its audience; recurrence is counted over all of it.
        facts: the site.
        settings: the digest's settings.
        choice: the edition.
    """

    index: Index
    facts: SiteFacts
    settings: DigestSettings
    choice: Choice

    @cached_property
    def zone(self) -> ZoneInfo:
        """The site's time zone."""
        return ZoneInfo(self.facts.zone)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Reports with a day of publication, newest first by that day, then by id."""
        found = [report for report in self._in_scope() if report.front.published_on is not None]
        return tuple(sorted(found, key=lambda each: (published_on(each), each.id), reverse=True))

    @cached_property
    def undated(self) -> tuple[Report, ...]:
        """Published reports without a day of publication, which no week can hold."""
        return tuple(report for report in self._in_scope() if report.front.published_on is None)

    @cached_property
    def remediations(self) -> tuple[RemediationUse, ...]:
        """Remediations of our own in those reports; of a team's edition the team's alone."""
        known = {report.id for report in self.reports}
        uses = (use for use in self.index.remediations if use.report.id in known and is_own(use))
        team = self.choice.team
        return tuple(use for use in uses if not team or slug_of(use.remediation.owner_team or "") == team)

    @cached_property
    def published_in(self) -> Mapping[Week, tuple[Report, ...]]:
        """Reports by the week of their publication."""
        found: dict[Week, list[Report]] = defaultdict(list)
        for report in self.reports:
            found[week_of(published_on(report))].append(report)
        return {week: tuple(found[week]) for week in sorted(found)}

    @cached_property
    def superseded_in(self) -> Mapping[Week, tuple[Report, ...]]:
        """Reports that were replaced since, by the week of their publication."""
        found: dict[Week, list[Report]] = defaultdict(list)
        for report in self.index.listed:
            if report.lifecycle == "superseded" and report.front.published_on is not None:
                found[week_of(report.front.published_on)].append(report)
        return {week: tuple(found[week]) for week in sorted(found)}

    @cached_property
    def changes_in(self) -> Mapping[Week, tuple[Change, ...]]:
        """Updates by their week, the earliest first."""
        return _by_week(change for report in self.reports for change in self.changes_of(report))

    @cached_property
    def closings_in(self) -> Mapping[Week, tuple[Closing, ...]]:
        """Closings by their week, the earliest first."""
        return _by_week(closing for use in self.remediations for closing in _closings(use))

    @cached_property
    def happened_on(self) -> Mapping[tuple[int, int], tuple[tuple[date, Report], ...]]:
        """Reports whose day is known, with it, by month and day of the calendar."""
        found: dict[tuple[int, int], list[tuple[date, Report]]] = defaultdict(list)
        for report in self.reports:
            if report.date is not None and report.date.precision == "day":
                found[report.date.first.month, report.date.first.day].append((report.date.first, report))
        return {key: tuple(found[key]) for key in sorted(found)}

    def changes_of(self, report: Report) -> Iterator[Change]:
        """The dated updates of a report, in its own order."""
        for update in report.front.updates:
            if update.at is not None:
                yield Change(report, update, update.at.earliest.astimezone(self.zone).date())

    def published_before(self, day: date) -> Iterator[Report]:
        """Reports that were published before the day, newest first."""
        return (report for report in self.reports if published_on(report) < day)

    def _in_scope(self) -> Iterator[Report]:
        index, choice = self.index, self.choice
        reports: Iterable[Report] = (report for report in index.counted if report.lifecycle == "published")
        for slug, groups in ((choice.team, index.teams), (choice.system, index.systems)):
            if slug:
                inside = {report.id for report in groups[slug].reports}
                reports = [report for report in reports if report.id in inside]
        yield from reports


def published_on(report: Report) -> date:
    """The day of publication of a report that has one."""
    assert report.front.published_on is not None, "asked of dated reports alone"
    return report.front.published_on


def _closings(use: RemediationUse) -> Iterator[Closing]:
    """Done and verified are two tidings, of which one may come much later; on one day they are one."""
    if not use.is_closed or use.closed is None:
        return
    if use.status != "verified":
        yield Closing(use, use.status, use.closed)
        return
    verified = max(use.remediation.verified_on or use.closed, use.closed)
    if verified > use.closed:
        yield Closing(use, "done", use.closed)
    yield Closing(use, "verified", verified)


def _by_week(found: Iterable[Dated]) -> Mapping[Week, tuple[Dated, ...]]:
    weeks: dict[Week, list[Dated]] = defaultdict(list)
    for each in sorted(found, key=lambda each: each.day):
        weeks[week_of(each.day)].append(each)
    return {week: tuple(weeks[week]) for week in sorted(weeks)}
