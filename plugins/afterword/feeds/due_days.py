"""The calendar of due dates: open remediations of our own, and notices to authorities that are not handed in.

It holds what the page of open remediations lists with a day, but for drafts and reports in review: those are seen in
previews, and a calendar that somebody subscribed to is none. What is overdue stays on its day and says so. No person is
named, and no role: who does the work stands with the team.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from afterword.feeds.calendar import DueCalendar, DueDay, write_calendar
from afterword.feeds.of_report import first_id, page_address, title_line
from afterword.feeds.plain import plain
from afterword.index.index import Index
from afterword.index.open import list_open
from afterword.index.promised import ReportingClock, due_day, list_clocks
from afterword.index.remediations import RemediationUse
from afterword.model.collection import PREVIEWED
from afterword.model.impact import Reporting
from afterword.model.report import Report
from afterword.pages.escape import one_line
from afterword.pages.follow import CALENDAR
from afterword.pages.names import regime_words
from afterword.pages.page import Asset, SiteFacts
from afterword.pages.remediation_rows import anchor_of, title_of
from afterword.pages.words import capital, counted, label, say_day, say_moment


def render_due_days(index: Index, facts: SiteFacts) -> Iterator[Asset]:
    """The calendar; none where the site's address is not known: names of events and links are made of it."""
    if facts.url:
        calendar = DueCalendar(
            name=f"Due dates – {facts.name}",
            link=f"{facts.url}remediations/open/",
            days=(*_remediations(index, facts), *_duties(index, facts)),
        )
        yield Asset(CALENDAR, write_calendar(calendar, index.today))


def _remediations(index: Index, facts: SiteFacts) -> Iterator[DueDay]:
    for each in list_open(index, facts.targets).all:
        use, day = each.use, each.use.remediation.due
        if day is not None and use.report.lifecycle not in PREVIEWED:
            yield DueDay(
                uid=_uid(use.report, _name(use), facts),
                day=day,
                title=f"Due: {title_of(use)}",
                lines=(*_of_remediation(use, index), *_of_report(use.report)),
                link=page_address(use.report, facts, anchor_of(use)),
                category="Remediation",
            )


def _of_remediation(use: RemediationUse, index: Index) -> Iterator[str]:
    """How far it is and whose it is, and for how long it has been overdue."""
    team = use.remediation.owner_team
    yield f"{capital(label(use.status))}, {f'with the team {team}' if team else 'without an owner team'}."
    if use.overdue is not None:
        yield _overdue(use.overdue, index)
    if use.drift:
        yield f"{capital(use.drift)}."


def _duties(index: Index, facts: SiteFacts) -> Iterator[DueDay]:
    zone = ZoneInfo(facts.zone)
    for clock in list_clocks(index, zone):
        day = due_day(clock.duty, zone)
        if clock.clock == "submitted" or day is None or clock.report.lifecycle in PREVIEWED:
            continue
        regime = regime_words(clock.duty.regime) if clock.duty.regime else "a duty without a name"
        yield DueDay(
            uid=_uid(clock.report, _name_of_duty(clock), facts),
            day=day,
            title=f"Notice due{'' if clock.clock == 'running' else ', if the duty applies'}: {regime}",
            lines=(*_of_duty(clock, index, zone, facts), *_of_report(clock.report)),
            link=page_address(clock.report, facts, "impact"),
            category="Duty to report",
        )


def _of_duty(clock: ReportingClock, index: Index, zone: ZoneInfo, facts: SiteFacts) -> Iterator[str]:
    """What is still to be done, and when exactly."""
    if clock.clock == "running":
        yield "The notice to the authority is not handed in."
    else:
        yield "Whether the duty applies is not decided."
    if clock.duty.due is not None:
        timed = clock.duty.due.precision in {"minute", "hour"}
        yield f"Due: {say_moment(clock.duty.due, zone)}{f' ({facts.zone})' if timed else ''}."
    if clock.late is not None and clock.late > 0:
        yield _overdue(clock.late, index)


def _of_report(report: Report) -> Iterator[str]:
    yield f"From the report: {title_line(report)}"
    if report.lifecycle == "superseded":
        yield "The report is superseded."


def _overdue(days: int, index: Index) -> str:
    return f"Overdue by {counted(days, 'day')} as of {say_day(index.today)}."


def _name(use: RemediationUse) -> str:
    """Its id; where that is of no known form or stands twice in the report, its place in the list.

    Each begins with a capital, as ids of reports never do, so that no two of them run into one another.
    """
    entries = use.report.front.remediations
    place = next(place for place, entry in enumerate(entries, 1) if entry is use.remediation)
    return anchor_of(use).upper() or f"AT-{place}"


def _name_of_duty(clock: ReportingClock) -> str:
    """Its law, and which of the report's duties by that law it is, handed in or not: a law asks for several notices."""
    impact = clock.report.front.impact
    regimes = [(each is clock.duty, _regime(each)) for each in (impact.reporting if impact else ())]
    before = regimes[: [is_this for is_this, _ in regimes].index(True) + 1]
    own = before[-1][1]
    return f"DUTY-{sum(regime == own for _, regime in before)}" + (f"-{own}" if own else "")


def _regime(duty: Reporting) -> str:
    return one_line(plain(duty.regime or ""))


def _uid(report: Report, name: str, facts: SiteFacts) -> str:
    return f"{first_id(report)}-{name}@{urlsplit(facts.url).hostname or 'localhost'}"
