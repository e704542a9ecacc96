"""JSON Feed 1.1 (jsonfeed.org), of the same entries as an Atom feed: the same feed, the same bytes."""

from __future__ import annotations

import json
from typing import Any

from afterword.feeds.atom import Entry, Feed, newest
from afterword.feeds.moments import rfc3339
from afterword.feeds.plain import plain

VERSION = "https://jsonfeed.org/version/1.1"


def write_json_feed(feed: Feed) -> bytes:
    """The feed as UTF-8, its newest entries first, in the order of keys in which the form is described."""
    document = {
        "version": VERSION,
        "title": plain(feed.title),
        "home_page_url": plain(feed.link),
        "feed_url": plain(feed.address),
        "description": plain(feed.subtitle),
        "authors": [{"name": plain(feed.author)}],
        "items": [_item(each) for each in newest(feed)],
    }
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": plain(entry.id),
        "url": plain(entry.link),
        "title": plain(entry.title),
        # Plain text, and never `content_html`: what people typed is markup for no reader's program.
        "content_text": plain(entry.summary),
        "date_modified": rfc3339(entry.updated),
    }
    if entry.published is not None:
        item["date_published"] = rfc3339(entry.published)
    if entry.categories:
        item["tags"] = list(dict.fromkeys(plain(words) for _, words in entry.categories))
    return item
