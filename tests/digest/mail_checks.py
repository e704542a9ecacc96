"""Whether an HTML form is one that mail programs and screen readers can take: a checklist, each line of it a test."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

_TAGS = frozenset(
    {
        "html", "head", "meta", "title", "style", "body", "main", "div", "table", "tbody", "tr", "td", "h1", "h2", "h3",
        "h4", "p", "a", "span", "b", "ul", "li", "br",
    }
)  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def parse(html: str) -> Element:
    """The document; whatever HTML calls an error is raised."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def elements(root: Element) -> list[Element]:
    """Every element; comments are none."""
    return [each for each in root.iter() if isinstance(each.tag, str)]


def shape(root: Element) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Every element with its attributes in the order of the document, without what only texts decide."""
    return [
        (each.tag, tuple(sorted((key, value) for key, value in each.items() if key != "aria-label")))
        for each in elements(root)
    ]


def links(root: Element) -> list[str]:
    """Where the page leads, in its order."""
    return [str(each.get("href")) for each in root.iter("a")]


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def check_mail(html: str) -> Element:
    """The document, after the whole list was gone through."""
    root = parse(html)
    found = elements(root)
    assert {each.tag for each in found} <= _TAGS, "nothing that loads, runs, frames or asks"
    assert html.startswith("<!DOCTYPE html>")
    assert (root.get("lang"), root.get("dir")) == ("en", "ltr")
    body = root.find("body")
    assert body is not None
    assert len(body) >= 2
    for child in body:
        assert child.get("lang"), child
        assert child.get("dir"), child
    first = body[0]
    assert "display:none" in str(first.get("style")).replace(" ", "")
    assert re.match(r".+[.!?…]", text_of(first)), "the preview is a sentence"
    for table in root.iter("table"):
        assert table.get("role") == "presentation"
    titles = [text_of(each) for each in root.iter("title")]
    assert len(titles) == 1
    assert titles[0]
    levels = [_HEADINGS.index(each.tag) for each in found if each.tag in _HEADINGS]
    assert levels[0] == 0
    assert levels.count(0) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    for heading in (each for each in found if each.tag in _HEADINGS):
        assert text_of(heading), "a heading says something"
    for each in found:
        names = set(each.keys())
        assert not {name for name in names if name.startswith("on") or name in {"src", "srcset", "background"}}
        assert "url(" not in str(each.get("style"))
    for style in root.iter("style"):
        assert "url(" not in str(style.text)
        assert "@import" not in str(style.text)
    for link in root.iter("a"):
        assert urlsplit(str(link.get("href"))).scheme in {"https", "mailto"}
        assert text_of(link)
    for listed in root.iter("ul"):
        assert len(listed)
    ids = Counter(each.get("id") for each in found if each.get("id"))
    assert not [name for name, count in ids.items() if count > 1]
    return root
