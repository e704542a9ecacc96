"""In the head of every page the feeds, by which readers' programs find them from any address of the site."""

from __future__ import annotations

import html
from collections.abc import Callable, Set

from afterword.engine.head import add_to_head
from afterword.pages.follow import ATOM, DIGEST_FEED, JSON_FEED

_FEEDS = (
    (ATOM, "application/atom+xml", "Reports, as Atom"),
    (JSON_FEED, "application/feed+json", "Reports, as JSON Feed"),
    (DIGEST_FEED, "application/atom+xml", "Digests, as Atom"),
)


def with_feeds(page: str, published: Set[str], way: Callable[[str], str]) -> str:
    """A page that names in its head those of the feeds that are `published`; `way` leads from it to a path."""
    links = (_link(way(path), media, title) for path, media, title in _FEEDS if path in published)
    return add_to_head(page, "".join(links))


def _link(href: str, media: str, title: str) -> str:
    return f'<link rel="alternate" type="{media}" title="{title}" href="{html.escape(href)}">'
