"""Everything of the digest that the site shows: a page for every week that is over, the list of them, and the feed.

Pages are made from dates alone, so that they are the same whoever was sent what: a week's page tells what is dated in
the week, and each report as it is by now.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from afterword.digest.edition import Choice
from afterword.digest.make import Maker
from afterword.digest.site.archive import render_archive
from afterword.digest.site.feed import render_digest_feed
from afterword.digest.site.notes import notes_on
from afterword.digest.site.week_page import render_week
from afterword.digest.source import Source
from afterword.digest.view import Digest, Note
from afterword.digest.weeks import Period, Week, last_complete, weeks_between
from afterword.index.index import Index
from afterword.model.settings import DigestSettings
from afterword.pages.page import Asset, Page, SiteFacts


@dataclass(frozen=True)
class DigestSite:
    """Pages and files."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]


def render_digests(index: Index, facts: SiteFacts, settings: DigestSettings) -> DigestSite:
    """From the week of the first published report to the last week that is over on the index's day."""
    whole = Source(index, facts, settings, Choice())
    weeks = _weeks(whole, index.today)
    made = [(digest, notes_on(week, whole)) for week, digest in zip(weeks, _digests(whole, weeks), strict=True)]
    pages = _pages(made, other_form=settings.brief)
    if settings.brief:
        briefs = _digests(Source(index, facts, settings, Choice(brief=True)), weeks)
        pages += _pages([(brief, notes) for brief, (_, notes) in zip(briefs, made, strict=True)], other_form=True)
    newest = [digest for digest, _ in reversed(made)]
    pages.append(render_archive(newest, facts, briefs=settings.brief))
    return DigestSite(tuple(pages), tuple(render_digest_feed(made, facts)))


def _weeks(source: Source, today: date) -> tuple[Week, ...]:
    first = next(iter(source.published_in), None)
    return weeks_between(first, last_complete(today)) if first is not None else ()


def _digests(source: Source, weeks: tuple[Week, ...]) -> list[Digest]:
    maker = Maker(source)
    return [maker.make(Period((week,))).digest for week in weeks]


def _pages(made: list[tuple[Digest, tuple[Note, ...]]], *, other_form: bool) -> list[Page]:
    before = ["", *(digest.span.label for digest, _ in made)]
    return [
        render_week(digest, notes, earlier, other_form=other_form)
        for (digest, notes), earlier in zip(made, before, strict=False)
    ]
