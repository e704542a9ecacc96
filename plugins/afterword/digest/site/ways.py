"""From the absolute addresses of a digest to links within the site, which hold wherever it is built or exported."""

from __future__ import annotations

from markupsafe import Markup

from afterword.digest.view import Digest, Link
from afterword.pages.escape import escape_text, link_to
from afterword.pages.follow import DIGESTS
from afterword.pages.words import page_link


class Ways:
    """Links from one page of the site."""

    def __init__(self, from_path: str, digest: Digest) -> None:
        self._from, self._site = from_path, digest.site.url

    def to(self, title: str, address: str) -> Markup:
        """A link under the title; the title alone without an address."""
        if not address:
            return escape_text(title)
        if not address.startswith(self._site):
            return link_to(title, address)
        place, _, anchor = address.removeprefix(self._site).partition("#")
        path = place.strip("/")
        return page_link(title, DIGESTS if path == "digests" else f"{path}.md", self._from, anchor)

    def link(self, link: Link) -> Markup:
        """The same for a title and its address in one."""
        return self.to(link.title, link.address)


def week_path(week: str, *, brief: bool = False) -> str:
    """Where a week's page lies below the site's root; `week` as in `2026-W47`."""
    return f"digests/{week}/brief.md" if brief else f"digests/{week}.md"
