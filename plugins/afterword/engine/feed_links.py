"""In the head of every page the feeds of reports, by which readers' programs find them from any address of the site."""

from __future__ import annotations

import html
from collections.abc import Callable, Set

from afterword.engine.head import add_to_head
from afterword.pages.follow import ATOM, JSON_FEED

# The feed of digests is not among them: the theme's script asks for a site map beside whatever is named here, and there
# is one at the root alone. The page of digests leads to it.
_FEEDS = (
    (ATOM, "application/atom+xml", "Reports, as Atom"),
    (JSON_FEED, "application/feed+json", "Reports, as JSON Feed"),
)


def with_feeds(page: str, published: Set[str], way: Callable[[str], str]) -> str:
    """A page that names in its head those of the feeds that are `published`; `way` leads from it to a path."""
    links = (_link(way(path), media, title) for path, media, title in _FEEDS if path in published)
    return add_to_head(page, "".join(links))


def _link(href: str, media: str, title: str) -> str:
    return f'<link rel="alternate" type="{media}" title="{title}" href="{html.escape(href)}">'
