"""Where links lead from a file that stands nowhere: into itself, out to the world, to the site, or nowhere."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_SAFE = "/.-_~"


@dataclass(frozen=True)
class Ways:
    """The ways from one page.

    Attributes:
        page: the page's path below the site's root.
        site_url: the site's address with a closing slash, or empty.
        shown: the reports and files of evidence that the site shows, by path.
    """

    page: str
    site_url: str
    shown: frozenset[str]

    def place(self, href: str) -> str:
        """The path below the site's root that a relative address means."""
        path = unquote(href.partition("#")[0].partition("?")[0])
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.page), path))

    def way(self, href: str) -> str | None:
        """The address for a reader of the file, or None where there is none for them."""
        try:
            parts = urlsplit(href)
        except ValueError:
            return None
        if parts.scheme or parts.netloc or href.startswith("#"):
            return href
        place = self.place(href)
        is_told_of = place.startswith(("reports/", "evidence/")) and place != "reports/index.md"
        if not self.site_url or place.startswith("..") or (is_told_of and place not in self.shown):
            return None
        # As the engine publishes it: a page is a folder, and the page `index` the folder that it lies in.
        stem = place.removesuffix(".md")
        folder = stem.removesuffix("index") if stem.endswith(("/index", "index")) and place != stem else stem
        address = place if place == stem else folder if not folder or folder.endswith("/") else f"{folder}/"
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        return f"{self.site_url}{quote(address, safe=_SAFE)}{fragment}"
