"""From the absolute addresses of a digest to links within the site, which hold wherever it is built or exported."""

from __future__ import annotations

import re

from markupsafe import Markup

from afterword.digest.view import Digest, Link
from afterword.model.chapters import CHAPTERS
from afterword.pages.escape import escape_text, link_to
from afterword.pages.words import page_link

_CHAPTERS = "|".join(chapter.name for chapter in CHAPTERS)
_OURS = re.compile(rf"((?:reports|factors|teams)/[^/?#]+|guide/(?:{_CHAPTERS}))/(?:#([^#]+))?")
"""Pages that are there for certain. Whatever else the settings name below the site's address may be a list, a file or a
page of another tool, and is linked to as it was typed."""


class Ways:
    """Links from one page of the site."""

    def __init__(self, from_path: str, digest: Digest) -> None:
        self._from, self._site = from_path, digest.site.url

    def to(self, title: str, address: str) -> Markup:
        """A link under the title; the title alone without an address."""
        if not address:
            return escape_text(title)
        if not (found := _OURS.fullmatch(address.removeprefix(self._site))):
            return link_to(title, address)
        return page_link(title, f"{found[1]}.md", self._from, found[2] or "")

    def link(self, link: Link) -> Markup:
        """The same for a title and its address in one."""
        return self.to(link.title, link.address)


def week_path(week: str, *, brief: bool = False) -> str:
    """Where a week's page lies below the site's root; `week` as in `2026-W47`."""
    return f"digests/{week}/brief.md" if brief else f"digests/{week}.md"
