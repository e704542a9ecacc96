"""What the search engine reads of a finished page: its article as a plain row of headings and paragraphs.

Names of facts stand before them (`Owner: ml-platform`), a cell is a sentence, and marks within a sentence are gone, so
that a phrase is found although a part of it is a link, and an excerpt reads as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Literal

from afterword.engine.search_words import cut_words

Kind = Literal["page", "report", "group", "list"]
"""A list repeats what other pages say; a group (of a factor, a system …) does so beside a title and a summary."""
LEDE, NAME, LESS = "3", "2", "0.2"
"""How much the plain summary counts, a report's id, and what is said better elsewhere, against 1 for other text."""

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_MARKUP = re.compile(
    r"<!--.*?-->|<(?P<whole>script|style|svg|template)\b.*?</(?P=whole)>"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<given>(?:[^\"'<>]|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_WITHIN = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})  # fmt: skip
_EMPTY = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_UNREAD = re.compile(
    r"\sclass=\"[^\"]*\b(?:headerlink|md-content__button|aw-jump|aw-ways)\b|\sdata-search-exclude\b|\saria-hidden=\"true\"|\shidden\b"
)
_CLASS = re.compile(r"\sclass=\"([^\"]*)\"")
# What Rust, JavaScript or Python takes for a space: an excerpt is found by counting words.
_SPACES = re.compile(r"[\s\ufeff]+")
_AFTER_STOP = re.compile(r"(?<=[.:;?!。])\s+\u00b7\s")
_ID = re.compile(r"\sid=\"([^\"]*)\"")


@dataclass
class _Part:
    name: str
    weight: str | None
    """None for what is not read."""
    depth: int = 1


@dataclass
class _Reader:
    """The article so far, and the sentence that is being read."""

    kind: Kind
    rows: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    tag: str = "p"
    anchor: str = ""
    fact: str = ""
    """The name of what the next sentence tells."""
    parts: list[_Part] = field(default_factory=list)
    """The elements around it that are left out or weighed as a whole, the innermost last."""

    @property
    def unread(self) -> bool:
        """Whether what comes next is left out."""
        return bool(self.parts) and self.parts[-1].weight is None

    def text(self, text: str) -> None:
        """Take in text as it stands in the page."""
        if not self.unread:
            self.words.append(text)

    def open(self, name: str, given: str) -> None:
        """Take in the beginning of an element."""
        weight = "" if self.unread else _weight(name, given, self.kind)
        if not self.unread and name not in _WITHIN:
            self.end()
            named = name in _HEADINGS or name == "dt"
            found = _ID.search(given) if named else None
            self.anchor = found[1] if found else ""
            self.tag = "h4" if name == "dt" and self.anchor else name if named else "p"
        if name in _EMPTY:
            return
        if weight != "":
            self.parts.append(_Part(name, weight))
        elif self.parts and self.parts[-1].name == name:
            self.parts[-1].depth += 1

    def close(self, name: str) -> None:
        """Take in the end of an element."""
        if not self.unread and name not in _WITHIN:
            self.end()
        if self.parts and self.parts[-1].name == name:
            self.parts[-1].depth -= 1
            if not self.parts[-1].depth:
                self.parts.pop()

    def end(self) -> None:
        """Close the sentence, if it says anything."""
        text = _text("".join(self.words))
        tag, anchor, self.tag, self.anchor = self.tag, self.anchor, "p", ""
        self.words.clear()
        if not text or text == "–":
            return
        if tag == "dt":
            self.fact += f"{text} " if text[-1] in '.:;?!"”。' else f"{text}: "
            return
        weight = next((part.weight for part in reversed(self.parts) if part.weight), "")
        if self.kind == "group" and tag == "p" and not weight:
            weight = LESS
        given = f' id="{anchor}"' if anchor else f' data-pagefind-weight="{weight}"' if weight else ""
        self.rows.append(f"<{tag}{given}>{escape(self.fact + text, quote=False)}</{tag}>")
        self.fact = ""


def article_of(html: str, kind: Kind = "page", name: str = "") -> str | None:
    """A small page with what is to be found of a built one; None where it has no article.

    `name` is a word by which the page is found beside its text, such as a report's id. It stands behind the title,
    where the script that shows excerpts passes over it.
    """
    article = _ARTICLE.search(html)
    if article is None:
        return None
    reader = _Reader(kind)
    at = 0
    for markup in _MARKUP.finditer(article[0]):
        reader.text(article[0][at : markup.start()])
        at = markup.end()
        element = (markup["name"] or "").lower()
        if element == "br":
            reader.text(" \u00b7 ")
        elif markup["end"]:
            reader.close(element)
        elif element:
            reader.open(element, markup["given"])
    reader.end()
    title = _TITLE.search(html)
    head = f"<title>{escape(_text(title[1]), quote=False)}</title>" if title else ""
    if name:
        reader.rows.insert(1, f'<p data-pagefind-weight="{NAME}">{escape(name)}</p>')
    body = "".join(reader.rows)
    return f'<!doctype html><html lang="en"><head>{head}</head><body><main>{body}</main></body></html>'


def _text(html: str) -> str:
    """The text of a piece without markup, its spaces as every part of the search engine counts them."""
    return _SPACES.sub(" ", _AFTER_STOP.sub(" ", cut_words(unescape(html)))).strip(" \u00b7")


def _weight(name: str, given: str, kind: Kind) -> str | None:
    """The weight of what an element holds, empty for the usual one; None where it is not read."""
    if name in {"thead", "nav", "noscript"} or _UNREAD.search(given):
        return None
    found = _CLASS.search(given)
    classes = found[1].split() if found else []
    if kind in {"report", "group"} and "aw-lede" in classes:
        return LEDE
    if "aw-list" in classes or (kind == "report" and not {"aw-meta", "aw-note"}.isdisjoint(classes)):
        return None
    if (name == "table" and kind == "group") or (name in {"table", "dl", "ul", "ol"} and kind == "list"):
        return None
    # Examples use the words of what they are examples of.
    return "" if name != "pre" or kind == "report" else None if kind == "group" else LESS
