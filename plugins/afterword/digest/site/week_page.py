"""The page of one week: the same digest as the message, and what became known since."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from afterword.digest.forms.said import say_cohort
from afterword.digest.forms.sections import SECTIONS
from afterword.digest.site.ways import Ways, week_path
from afterword.digest.site.week_entries import (
    case_entry,
    changed_entry,
    clock_entry,
    drift_entry,
    earlier_entry,
    note_line,
    recurring_entry,
    team_entry,
    told_entry,
)
from afterword.digest.view import Digest, Note
from afterword.pages.escape import escape_text, render_from
from afterword.pages.follow import DIGESTS
from afterword.pages.marks import dotted
from afterword.pages.names import audience_words
from afterword.pages.page import Page
from afterword.pages.words import counted, fill, join, page_link, time_tag


def render_week(digest: Digest, notes: tuple[Note, ...], before: str, *, other_form: bool) -> Page:
    """The page of a digest of one week.

    Args:
        digest: the digest, made from dates alone.
        notes: what became known since.
        before: the week before it that has a page, such as `2026-W46`; empty for none.
        other_form: whether the brief has pages beside those of the digests.
    """
    week, brief = digest.span.label, digest.edition.brief
    path = week_path(week, brief=brief)
    ways = Ways(path, digest)
    title = f"{'Brief' if brief else 'Digest'} of {week}"
    days = fill("{} to {}", time_tag(digest.span.first_day), time_tag(digest.span.last_day))
    markdown = render_from(
        "afterword.digest.site",
        "week.md.jinja",
        title=title,
        headings=SECTIONS,
        days=days,
        audience=escape_text(audience_words(digest.edition.audience)),
        digest=digest,
        figures=dotted(escape_text(each) for each in say_counts(digest)),
        pick=told_entry(digest.pick.item, ways) if digest.pick else None,
        new=[told_entry(each, ways) for each in digest.new],
        near_misses=[told_entry(each, ways) for each in digest.near_misses],
        changed=[changed_entry(each, ways) for each in digest.changed],
        teams=[team_entry(each, path, ways) for each in digest.work],
        drift=[drift_entry(each, ways) for each in digest.drift],
        cohorts=[f"{each.label}: {say_cohort(each)}" for each in digest.cohorts],
        recurring=[recurring_entry(each, ways) for each in digest.recurring],
        cases=[case_entry(each, ways) for each in digest.cases.new] if digest.cases else [],
        clocks=[clock_entry(each, ways) for each in digest.clocks],
        earlier=[earlier_entry(each, ways) for each in digest.earlier],
        contribute=join((ways.link(each) for each in digest.contribute), " · "),
        notes=[note_line(each, ways) for each in notes],
        foot=dotted(_foot(path, before, brief=brief, week=week, other_form=other_form)),
    )
    return Page(path, title, markdown, digest.teaches)


def say_counts(digest: Digest) -> Iterator[str]:
    """The figures of the head in words, those that are not zero."""
    counts = digest.counts
    for number, one, many in (
        (counts.incidents, "new incident", "new incidents"),
        (counts.near_misses, "new near miss", "new near misses"),
        (counts.exercises, "new exercise", "new exercises"),
        (counts.updated, "report updated", "reports updated"),
        (counts.corrected, "report corrected", "reports corrected"),
        (counts.done, "remediation closed", "remediations closed"),
        (counts.due, "due within 14 days", "due within 14 days"),
        (counts.overdue, "overdue", "overdue"),
    ):
        if number:
            yield counted(number, one, many)


def _foot(path: str, before: str, *, brief: bool, week: str, other_form: bool) -> Iterator[Markup]:
    if other_form:
        name = "The whole digest" if brief else "The brief, for readers outside engineering"
        yield page_link(name, week_path(week, brief=not brief), path)
    if before:
        yield page_link(f"{'Brief' if brief else 'Digest'} of {before}", week_path(before, brief=brief), path)
    yield page_link("All digests", DIGESTS, path)
