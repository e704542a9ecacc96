"""Silent checks: every signal that should have spoken, by why it did not, with what would have seen it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.facets import NOT_TOLD
from afterword.index.index import Index, SilentCheck
from afterword.index.silence import Silence, answers_to, by_reason
from afterword.model.choices import MissedBecause
from afterword.pages.entries import Entry
from afterword.pages.escape import escape_text, render
from afterword.pages.explore_link import explore_link
from afterword.pages.marks import dotted, mark, quiet
from afterword.pages.names import signal_name
from afterword.pages.page import Page
from afterword.pages.remediation_rows import remediation_link
from afterword.pages.report_replay import replay_lines
from afterword.pages.words import (
    capital,
    counted,
    fill,
    join,
    label,
    page_link,
    report_link,
    sentence,
    system_link,
    time_tag,
)

PATH = "silent-checks/index.md"
TITLE = "Silent checks"
SHOWN = 20
"""How many checks with one reason the page shows."""
REASONS: Mapping[MissedBecause, str] = {
    "not-measured": "No signal looked at it.",
    "aggregated-away": "A total or an average hid the part that moved.",
    "threshold-too-loose": "The signal moved, and its limit lay too far away.",
    "delayed": "The signal spoke, and spoke too late.",
    "muted": "The signal was switched off at the time.",
    "routed-nowhere": "The signal spoke where nobody was listening.",
    "treated-as-noise": "The signal spoke, and looked like the false alarms before it.",
    "dashboard-only": "The signal stood on a dashboard, and nothing called anyone to it.",
    "metric-improved": "The number looked better because of the fault.",
}
"""What each reason means, in a sentence."""


@dataclass(frozen=True)
class Section:
    """The checks with one reason, which may be none; `more` leads to the reports that are not shown here."""

    title: str
    anchor: str
    meaning: str
    count: str
    entries: list[Entry]
    more: Markup


def render_silent_checks(index: Index) -> Page:
    """The page."""
    found = by_reason(index)
    total = sum(each.checks for each in found)
    reports = len({check.report.id for check in index.silent_checks})
    markdown = render(
        "silent_checks.md.jinja",
        title=TITLE,
        sections=[_section(each, total, index) for each in found] if index.silent_checks else [],
        checks=counted(len(index.silent_checks), "silent check"),
        reports=counted(reports, "report"),
        uncounted=len(index.silent_checks) - total,
        empty=not index.listed,
    )
    return Page(PATH, TITLE, markdown, "Signals that should have spoken and did not, by the reason why.")


def _section(found: Silence, total: int, index: Index) -> Section:
    reason, more = found.reason, len(found.all) - SHOWN
    count = f"{found.checks} of {total}, in {counted(found.reports, 'report')}" if found.checks else "none so far"
    if found.all and not found.checks:
        count = "in reports that are not counted alone"
    explore = explore_link("the reports in Explore", PATH, silent=[reason or NOT_TOLD])
    listed = page_link("as a list", "explore/silent.md", PATH, reason or NOT_TOLD)
    return Section(
        title=capital(label(reason)) if reason else "No reason told",
        anchor=reason or NOT_TOLD,
        meaning=REASONS[reason] if reason else "Why the signal stayed quiet is not told.",
        count=count,
        entries=[_entry(check, index) for check in found.all[:SHOWN]],
        more=fill("{}: {}, or {}.", counted(more, "more silent check"), explore, listed) if more > 0 else Markup(),
    )


def _entry(check: SilentCheck, index: Index) -> Entry:
    return Entry(
        Markup("**{}**").format(signal_name(check.entry.signal or "a signal without a name")),
        quiet(dotted(_remarks(check, index))),
        tuple(_texts(check, index)),
    )


def _remarks(check: SilentCheck, index: Index) -> Iterator[Markup]:
    yield Markup("in ") + report_link(check.report, PATH)
    system = check.report.front.system
    if system is not None and system.name:
        yield system_link(system.name, index, PATH)
    if check.report.date is not None:
        yield time_tag(check.report.date, short=True)
    if check.report.is_public_sources:
        yield Markup("from public sources")


def _texts(check: SilentCheck, index: Index) -> Iterator[Markup]:
    entry = check.entry
    if entry.what:
        yield escape_text(sentence(entry.what))
    if entry.would_have_seen:
        yield fill("*Would have seen it:* {}", sentence(entry.would_have_seen))
    outcome = index.replays.of(check.report).events.get(check.place)
    if entry.replay is not None and outcome is not None:
        yield replay_lines(entry.replay, outcome, index.view.zone)
    answers = answers_to(check, index)
    if answers:
        said = (fill("{} {}", remediation_link(each, PATH), mark("status", each.status)) for each in answers)
        yield fill("*Since then:* {}", join(said, ", "))
    elif not check.report.is_public_sources:
        yield Markup("*Since then:* no remediation of the report gives it a signal.")
