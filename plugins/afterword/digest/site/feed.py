"""The feed of digests: an entry for each week that tells something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from afterword.digest.site.week_page import say_counts
from afterword.digest.view import Digest, Note
from afterword.feeds.atom import Entry, Feed, write_atom
from afterword.pages.follow import DIGEST_FEED
from afterword.pages.page import Asset, SiteFacts
from afterword.pages.words import say_day


def render_digest_feed(found: Sequence[tuple[Digest, tuple[Note, ...]]], facts: SiteFacts) -> Iterator[Asset]:
    """The feed; none where the site's address is not known."""
    if facts.url:
        feed = Feed(
            address=f"{facts.url}{DIGEST_FEED}",
            title=f"Digests – {facts.name}",
            subtitle="One digest a week: what is new, what it teaches, and what is still open.",
            link=f"{facts.url}digests/",
            author=facts.name,
            entries=tuple(_entry(digest, notes) for digest, notes in found if not digest.is_empty),
        )
        yield Asset(DIGEST_FEED, write_atom(feed))


def _entry(digest: Digest, notes: tuple[Note, ...]) -> Entry:
    """A week is out with its end, and told anew on the day of a correction of what it told."""
    zone = ZoneInfo(digest.site.zone)
    moments = [digest.span.ends, *(datetime.combine(note.day, time(), zone) for note in notes)]
    counts = ", ".join(say_counts(digest))
    since = [f"{say_day(note.day)}: {note.report.title}. {note.what}" for note in notes]
    return Entry(
        id=digest.address,
        title=f"Digest of {digest.span.label}",
        link=digest.address,
        updated=max(moments),
        published=digest.span.ends,
        summary="\n\n".join(part for part in (digest.teaches, f"{counts}." if counts else "", *since) if part),
    )
