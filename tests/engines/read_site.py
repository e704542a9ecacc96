"""What a built site says, without what each engine's theme puts around it: texts, links and places of its pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
UNSEEN = frozenset({"script", "style", "template"})


@dataclass
class SitePage:
    """One page.

    Attributes:
        text: the words of its article in order, as far as they are seen.
        ids: the places in it that links may name.
        links: where its article leads, as written.
        loaded: what it loads by itself, as written.
    """

    text: str = ""
    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = SitePage()
        self.words: list[str] = []
        self.depth = 0
        self.hidden = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self.page.ids.update(filter(None, [given.get("id"), given.get("name") if tag == "a" else None]))
        if tag in {"script", "img", "iframe", "source", "video", "audio", "embed", "object"}:
            self.page.loaded += [given.get("src") or given.get("data") or ""]
        if tag == "link" and given.get("rel") not in {"canonical", "next", "prev", "edit", "alternate"}:
            self.page.loaded.append(given.get("href", ""))
        if tag == "a" and self.depth:
            self.page.links.append(given.get("href", ""))
        if tag in VOID or not (self.depth or tag == "article"):
            return
        self.depth += 1
        if self.hidden or tag in UNSEEN or "hidden" in given or "headerlink" in given.get("class", ""):
            self.hidden += 1

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.depth:
            self.depth -= 1
            self.hidden -= bool(self.hidden)

    def handle_data(self, data: str) -> None:
        if self.depth and not self.hidden:
            self.words.append(data)


def read_page(file: Path) -> SitePage:
    """One page of a built site."""
    reader = _Reader()
    reader.feed(file.read_text())
    reader.page.text = " ".join("".join(reader.words).split())
    return reader.page


def read_pages(site: Path) -> dict[str, SitePage]:
    """All pages of a built site by path."""
    return {path.relative_to(site).as_posix(): read_page(path) for path in sorted(site.rglob("*.html"))}


def broken_links(site: Path, address: str) -> Iterator[str]:
    """Each link or anchor within the site that leads to nothing; `address` is where the site stands."""
    pages = read_pages(site)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name, page in pages.items():
        for href in [*page.links, *page.loaded]:
            inner = href.removeprefix(address) if href.startswith(address) else href
            parts = urlsplit(inner)
            if parts.scheme or parts.netloc or href.startswith("mailto:"):
                continue
            at = "" if href.startswith(address) or parts.path.startswith("/") else posixpath.dirname(name)
            place = posixpath.normpath(
                posixpath.join(at, unquote(parts.path).lstrip("/") if not at else unquote(parts.path))
            )
            place = name if not parts.path else ("index.html" if place == "." else place)
            found = next((each for each in (place, f"{place}/index.html") if each in files), None)
            if found is None:
                yield f"{name}: {href} leads to no file"
            elif parts.fragment and found in pages and unquote(parts.fragment) not in pages[found].ids:
                yield f"{name}: {href} leads to no place on the page"
