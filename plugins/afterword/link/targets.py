"""What a link in a body leads to: path arithmetic alone, no file is opened."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import unquote

from afterword.model.report import Report

TargetKind = Literal["report", "evidence", "page", "external", "anchor", "absolute", "outside", "unsafe", "lost"]
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True)
class Target:
    """Where a link leads.

    Attributes:
        kind: `report` (value: its id), `evidence` (value: path below the documents folder), `page` (same),
            `external` (value: the address), `anchor` (on the same page), `absolute` (a path from the server's root),
            `outside` (above the documents folder), `unsafe` (a scheme that a page must not use), `lost`
            (a path of the archive that an imported report came from, of which nothing is here).
        value: see `kind`.
        fragment: the part after `#`, without it.
    """

    kind: TargetKind
    value: str
    fragment: str = ""


def resolve_href(report: Report, href: str) -> Target:
    """What `href`, written in the body of `report`, leads to."""
    if href in report.archive_links:
        return _in_archive(report.archive_links[href], href)
    return resolve_from(report.place, href, report.id)


def _in_archive(found: str | None, href: str) -> Target:
    fragment = href.partition("#")[2]
    if found is None:
        return Target("lost", href, fragment)
    return Target("evidence" if found.startswith("evidence/") else "report", found, fragment)


def resolve_from(at: str, href: str, own_id: str = "") -> Target:
    """What `href` leads to.

    Args:
        at: where the file with the link lies below the documents folder; empty for a file outside of it.
        href: the link's target as written.
        own_id: the id of the report that the file is, where it is one.
    """
    # Browsers drop control characters and outer blanks before they look at the scheme, so they are dropped here too.
    clean = "".join(character for character in unquote(href) if character > " ").strip()
    if scheme := _SCHEME.match(clean):
        safe = scheme[1].lower() in _SAFE_SCHEMES
        return Target("external" if safe else "unsafe", href)
    path, _, fragment = href.partition("#")
    path = unquote(path.partition("?")[0]).strip()
    if clean.startswith("//"):
        return Target("external", href)
    if not path:
        return Target("anchor", own_id, fragment)
    if path.startswith(("/", "\\")):
        return Target("absolute", path, fragment)
    place = posixpath.normpath(posixpath.join(posixpath.dirname(at), path))
    if place.startswith("../") or place == "..":
        return Target("outside", place, fragment)
    if place.startswith("evidence/"):
        return Target("evidence", place, fragment)
    if place.startswith("reports/") and place.endswith(".md") and place != "reports/index.md":
        return Target("report", PurePosixPath(place).stem, fragment)
    if not at and "/" not in place and place.endswith(".md"):
        return Target("report", PurePosixPath(place).stem, fragment)
    return Target("page", place, fragment)
