"""What is handed to a site engine: Markdown pages, and files that are published as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from afterword.model.choices import Severity


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        path: where its Markdown lies below the site's root, such as `reports/<id>.md`.
        title: its title as plain text.
        markdown: its text with one first heading; everything that people typed is escaped in it.
        description: a sentence for search engines and previews, as plain text.
        tags: labels.
        edit_place: the file below the documents folder that it is made from; empty where it is made from many.
        authored: whether it holds Markdown that an author wrote, which is cleaned again after rendering.
        drawings: the SVG drawings of ours that stand in its Markdown; no other passes the cleaning.
        group: the heading under which it stands among its siblings in the navigation; empty where it stands in none.
        order: its place among them, before that of its path.
    """

    path: str
    title: str
    markdown: str
    description: str = ""
    tags: tuple[str, ...] = ()
    edit_place: str = ""
    authored: bool = False
    drawings: tuple[str, ...] = ()
    group: str = ""
    order: int = 0


@dataclass(frozen=True)
class Asset:
    """One file that is published byte for byte, at `path` below the site's root."""

    path: str
    content: bytes


@dataclass(frozen=True)
class SiteFacts:
    """What pages need to know of the site.

    Attributes:
        name: its name.
        url: its address with a closing slash, or empty.
        edit_url: where a file below the documents folder is edited, to which its path is added; empty for nowhere.
        zone: the name of its time zone.
        by_hand: paths of the pages that people write, which no generated page replaces.
        disciplines: the roles that a review of a severe incident needs in the room.
        old_after: days after which what the trackers said is told as old.
        open_after: days from publication after which an open remediation is told.
        targets: days in which a remediation is to be closed, by the severity of its report.
    """

    name: str
    url: str
    edit_url: str
    zone: str
    by_hand: frozenset[str] = frozenset()
    disciplines: tuple[str, ...] = ()
    targets: Mapping[Severity, int] = field(default_factory=dict)
    old_after: int = 7
    open_after: int = 90
