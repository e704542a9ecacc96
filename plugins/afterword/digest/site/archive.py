"""The list of all digests, by year, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from afterword.digest.site.ways import week_path
from afterword.digest.site.week_page import say_counts
from afterword.digest.view import Digest
from afterword.pages.entries import Entry
from afterword.pages.escape import escape_text, render_from
from afterword.pages.follow import DIGEST_FEED, DIGESTS
from afterword.pages.marks import dotted, quiet
from afterword.pages.page import Page, SiteFacts
from afterword.pages.words import join, page_link, say_day


@dataclass(frozen=True)
class Year:
    """The digests of one year of weeks: those that tell something, and links to the pages of quiet weeks."""

    name: str
    entries: tuple[Entry, ...]
    quiet: Markup


def render_archive(digests: Sequence[Digest], facts: SiteFacts, *, briefs: bool) -> Page:
    """The page at `digests/`; `digests` are those of single weeks, newest first."""
    years = [
        _year(name, list(those), briefs=briefs)
        for name, those in groupby(digests, key=lambda each: each.span.label[:4])
    ]
    title = "Digests"
    markdown = render_from(
        "afterword.digest.site",
        "archive.md.jinja",
        title=title,
        years=years,
        feed=page_link("feed of digests", DIGEST_FEED, DIGESTS) if facts.url else None,
    )
    return Page(DIGESTS, title, markdown, "One digest a week: what is new, what it teaches, and what is still open.")


def _year(name: str, digests: list[Digest], *, briefs: bool) -> Year:
    told = [each for each in digests if not each.is_empty]
    empty = [page_link(each.span.label, week_path(each.span.label), DIGESTS) for each in digests if each.is_empty]
    return Year(name, tuple(_entry(each, briefs=briefs) for each in told), join(empty))


def _entry(digest: Digest, *, briefs: bool) -> Entry:
    week = digest.span.label
    words = [
        escape_text(f"week to {say_day(digest.span.last_day)}"),
        *(escape_text(each) for each in say_counts(digest)),
    ]
    if briefs:
        words.append(page_link(f"the brief of {week}", week_path(week, brief=True), DIGESTS))
    return Entry(page_link(week, week_path(week), DIGESTS), quiet(dotted(words)), (escape_text(digest.teaches),))
