"""The feed of all reports, as Atom and as JSON Feed: what is new, and what was told anew.

It holds the reports that were published or updated in the last week, and at least the ten newest: a burst of reports
is never cut off, and a quiet month is never empty. Incidents, near misses and exercises stand in one order.

Published reports alone are in it:

- Drafts and reports in review are seen in previews, and a reader's program keeps what it has once loaded.
- A superseded report is told by the one that replaces it.
- A withdrawn one is in no list, so that no feed carries it on; its page says that it was withdrawn.
- Those taken over from an archive are no news: an import would bring hundreds of old texts at once. Factor feeds, which
  readers search by subject, do name them.
- One from public sources is there whether or not figures count it, as in lists, and its first sentence says what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from afterword.feeds.atom import Entry, Feed, newest, write_atom
from afterword.feeds.json_feed import write_json_feed
from afterword.feeds.moments import begin_of, published_at, updated_at
from afterword.feeds.of_report import lasting_address, page_address, title_line
from afterword.index.index import Index
from afterword.model.publication import Update
from afterword.model.report import Report
from afterword.pages.escape import one_line
from afterword.pages.follow import ATOM, JSON_FEED
from afterword.pages.page import Asset, SiteFacts
from afterword.pages.words import capital, label, say_moment, sentence

LEAST = 10
"""How many reports the feed holds in quiet times."""
WEEK = timedelta(days=7)


def render_report_feeds(index: Index, facts: SiteFacts) -> Iterator[Asset]:
    """Both files; none where the site's address is not known, as with the feeds of factors."""
    if facts.url:
        feed = report_feed(index, facts)
        yield Asset(ATOM, write_atom(feed))
        yield Asset(JSON_FEED, write_json_feed(replace(feed, address=f"{facts.url}{JSON_FEED}")))


def report_feed(index: Index, facts: SiteFacts) -> Feed:
    """What both files say, at the address of the first."""
    zone = ZoneInfo(facts.zone)
    found = (_entry(report, index, facts, zone) for report in index.listed if report.lifecycle == "published")
    every = Feed(
        address=f"{facts.url}{ATOM}",
        title=f"Reports – {facts.name}",
        subtitle="Incidents, near misses and exercises: what happened, how it came about, and what was changed.",
        link=f"{facts.url}reports/",
        author=facts.name,
        entries=tuple(entry for entry in found if entry is not None),
    )
    since = begin_of(index.today - WEEK, zone)
    of_week = sum(entry.updated >= since for entry in every.entries)
    feed = replace(every, most=max(LEAST, of_week))
    return replace(feed, entries=newest(feed))


def _entry(report: Report, index: Index, facts: SiteFacts, zone: ZoneInfo) -> Entry | None:
    """The report as an entry; none where no day of it is known, which is no news."""
    updated = updated_at(report, zone)
    if updated is None:
        return None
    return Entry(
        id=lasting_address(report, facts),
        title=title_line(report),
        link=page_address(report, facts),
        updated=updated,
        summary="\n\n".join(_paragraphs(report, zone)),
        published=published_at(report, zone),
        categories=tuple(_categories(report, index)),
    )


def _paragraphs(report: Report, zone: ZoneInfo) -> Iterator[str]:
    """What it is, what happened in plain language, and what was changed last where anything was."""
    yield _what_it_is(report)
    if report.front.plain_summary:
        yield one_line(report.front.plain_summary)
    known = [(each.at.earliest, place) for place, each in enumerate(report.front.updates) if each.at is not None]
    if known:
        yield _change(report.front.updates[max(known)[1]], zone)


def _what_it_is(report: Report) -> str:
    """Kind and severity in words, and whether it was written from public sources."""
    said = capital(label(report.kind))
    if report.severity is not None:
        grave = f"severity {report.severity}" + (
            ", the gravest" if report.severity == "sev1" else " (sev1 is the gravest)"
        )
        said += f" that could have had {grave}" if report.kind == "near_miss" else f" of {grave}"
    if report.is_public_sources:
        said += ". Written from public sources: nobody of the organisation concerned was asked"
    return f"{said}."


def _change(update: Update, zone: ZoneInfo) -> str:
    """The day of the change and what it was; whether something told earlier was wrong."""
    assert update.at is not None, "asked of dated updates alone"
    said = f"{'Correction' if update.correction else 'Update'} of {say_moment(update.at, zone)}"
    what = one_line(update.what or "")
    return f"{said}: {sentence(what)}" if what else f"{said}."


def _categories(report: Report, index: Index) -> Iterator[tuple[str, str]]:
    """Its kind, its severity, and its contributing factors, each once, for readers' programs that sort by them."""
    yield report.kind, label(report.kind)
    if report.severity is not None:
        yield report.severity, report.severity
    for factor_id in dict.fromkeys(each.factor for each in report.front.contributing_factors if each.factor):
        known = index.view.vocabulary.factor_by_id.get(factor_id)
        yield factor_id, known.title if known else one_line(factor_id)
