"""Atom 1.0 (RFC 4287), written with the standard library: the same feed, the same bytes.

Everything is plain text: nothing that people typed is markup for a reader's program. The writer asks no clock, so each
moment is given; `feedgen`, the library for it, fills in the time of the build where none is given, and its last release
is of 2023.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from afterword.feeds.moments import rfc3339
from afterword.feeds.plain import plain

_NAMESPACE = "http://www.w3.org/2005/Atom"
MOST = 50
"""How many entries a feed holds where it does not say: a reader's program keeps what it has seen."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without any entry was updated: Atom asks for a moment, and none is known."""


@dataclass(frozen=True)
class Entry:
    """One entry.

    Attributes:
        id: an absolute address that stays the same for as long as the entry is meant.
        title: its title.
        link: the absolute address at which it is read.
        updated: when it was last changed in a way that readers are told of; with an offset.
        summary: a few sentences; empty for none.
        published: when it first stood there; None where that is not known.
        categories: labels, each its term and the words for it.
    """

    id: str
    title: str
    link: str
    updated: datetime
    summary: str = ""
    published: datetime | None = None
    categories: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Feed:
    """One feed.

    Attributes:
        address: the absolute address at which it stands, which is its id as well.
        title: its title.
        subtitle: what it tells, in a sentence.
        link: the absolute address of the page that it belongs to.
        author: who publishes it: the site's name, never a person's.
        entries: its entries, in any order; those beyond the newest `most` are not written.
        most: how many it holds.
    """

    address: str
    title: str
    subtitle: str
    link: str
    author: str
    entries: tuple[Entry, ...]
    most: int = MOST


def newest(feed: Feed) -> tuple[Entry, ...]:
    """The entries that the feed holds, by the moment of their update, the newest first, then by id."""
    by_id = sorted(feed.entries, key=lambda each: each.id)
    return tuple(sorted(by_id, key=lambda each: each.updated, reverse=True)[: feed.most])


def write_atom(feed: Feed) -> bytes:
    """The feed as UTF-8, its newest entries first."""
    root = ET.Element("feed", {"xmlns": _NAMESPACE})
    entries = newest(feed)
    _text(root, "id", feed.address)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", rfc3339(max((each.updated for each in entries), default=NEVER)))
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.link, "text/html")
    _text(ET.SubElement(root, "author"), "name", feed.author)
    for each in entries:
        _entry(root, each)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(root: ET.Element, entry: Entry) -> None:
    element = ET.SubElement(root, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _link(element, "alternate", entry.link, "text/html")
    _text(element, "updated", rfc3339(entry.updated))
    if entry.published is not None:
        _text(element, "published", rfc3339(entry.published))
    _categories(element, entry.categories)
    if entry.summary:
        _text(element, "summary", entry.summary)


def _categories(element: ET.Element, categories: Iterable[tuple[str, str]]) -> None:
    for term, words in categories:
        ET.SubElement(element, "category", {"term": plain(term), "label": plain(words)})


def _link(parent: ET.Element, relation: str, address: str, media: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "type": media, "href": plain(address)})


def _text(parent: ET.Element, name: str, text: str) -> None:
    """A child with plain text, which is what Atom takes a text for that names no other type."""
    ET.SubElement(parent, name).text = plain(text)
