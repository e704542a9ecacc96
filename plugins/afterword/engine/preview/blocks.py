"""A page's HTML taken apart into its outer blocks, with a number at every paragraph, and links that lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from afterword.engine.preview.ways import Ways

_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_NUMBERED = frozenset({"h2", "h3", "h4", "h5", "h6", "p", "li", "dd", "td", "pre"})
"""Elements that get a number where text begins in them; of a row of a table the first cell does."""
_OUTER = frozenset({"blockquote", "div", "dl", "ol", "p", "pre", "section", "table", "ul", "details"})
"""Elements that begin no text themselves: what stands in them is numbered in their place."""
_UNNUMBERED = frozenset({"aw-jump", "aw-words"})
"""Parts that repeat what stands elsewhere."""
_EMPTY = ""
_Attributes = list[tuple[str, str | None]]


@dataclass(frozen=True)
class Block:
    """One outer block: its HTML, and its first and last number; both are 0 where it has none."""

    html: str
    first: int
    last: int


def take_apart(html: str, ways: Ways, picture: Callable[[str, str], str]) -> list[Block]:
    """The outer blocks of a page, whose HTML is well formed.

    Args:
        html: the page, cleaned.
        ways: where its links lead.
        picture: gives the HTML of a picture, for its path below the site's root and its description.
    """
    parser = _Parser(ways, picture)
    parser.feed(html)
    parser.close()
    return parser.finish()


class _Parser(HTMLParser):
    """Writes the page again as it reads it. What needs no change is written letter by letter as it was."""

    def __init__(self, ways: Ways, picture: Callable[[str, str], str]) -> None:
        super().__init__(convert_charrefs=False)
        self._ways, self._picture = ways, picture
        self._blocks: list[Block] = []
        self._parts: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._unnumbered: int | None = None
        self._waiting = False
        self._rows = [False]
        self._first = self._number = 0

    def finish(self) -> list[Block]:
        """All blocks, once everything was read."""
        self._end_block()
        return self._blocks

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        """Write an element's beginning, with the changes that it needs."""
        if not self._open:
            self._end_block()
        self._before(tag)
        written, end = self._changed(tag, attrs)
        if tag == "pre" and self._unnumbered is None:
            self._write_number()
        self._parts.append(written)
        if tag in _VOID:
            return
        self._open.append((tag, end))
        names = set((dict(attrs).get("class") or "").split())
        if self._unnumbered is None and (tag == "svg" or names & _UNNUMBERED or ("aria-hidden", "true") in attrs):
            self._unnumbered = len(self._open)
        if tag == "tr":
            self._rows.append(False)
        self._waiting = tag in _NUMBERED - {"pre"} and not (tag == "td" and self._rows[-1])

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        """Write an element that has no content."""
        self._parts.append(self._changed(tag, attrs)[0])

    def handle_endtag(self, tag: str) -> None:
        """Write an element's end."""
        self._waiting = False
        if not self._open:
            return
        _, end = self._open.pop()
        self._parts.append(end)
        if self._unnumbered is not None and len(self._open) < self._unnumbered:
            self._unnumbered = None
        if tag == "tr" and len(self._rows) > 1:
            self._rows.pop()
        if not self._open:
            self._end_block()

    def handle_data(self, data: str) -> None:
        """Write text, with a number before it where a paragraph begins."""
        if data.strip():
            self._begin_text()
        # A raw `<` or `>` that is no tag is left by the cleaning nowhere but in text.
        self._parts.append(escape(data, quote=False))

    def handle_entityref(self, name: str) -> None:
        """Write a character by its name."""
        self._begin_text()
        self._parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Write a character by its number."""
        self._begin_text()
        self._parts.append(f"&#{name};")

    def _before(self, tag: str) -> None:
        """A number where text begins with an element; none where that holds paragraphs of its own."""
        if tag in _OUTER:
            self._waiting = False
        else:
            self._begin_text()

    def _begin_text(self) -> None:
        if self._waiting and self._unnumbered is None:
            self._write_number()
            if self._open and self._open[-1][0] == "td":
                self._rows[-1] = True
        self._waiting = False

    def _write_number(self) -> None:
        self._number += 1
        self._first = self._first or self._number
        # No heading of an author's becomes such an id, since those hold no full stop.
        self._parts.append(f'<a class="aw-p" id="p.{self._number}" href="#p.{self._number}">{self._number}</a>')

    def _changed(self, tag: str, attrs: _Attributes) -> tuple[str, str]:
        """What is written for an element's beginning and its end."""
        raw, end = self.get_starttag_text() or "", f"</{tag}>"
        if tag == "a" and (href := dict(attrs).get("href")) is not None:
            way = self._ways.way(href)
            others = [(name, value) for name, value in attrs if name not in {"href", "rel"}]
            if way is None:
                name = "g" if any(each == "svg" for each, _ in self._open) else "span"
                return _tag(name, others), f"</{name}>"
            return _tag(tag, [*others, ("href", way), ("rel", "noopener noreferrer")]), end
        if tag == "img":
            found = dict(attrs)
            return self._picture(self._ways.place(found.get("src") or ""), found.get("alt") or ""), ""
        if tag == "details":
            return _tag(tag, [("open", ""), *((name, value) for name, value in attrs if name != "open")]), end
        return raw, end

    def _end_block(self) -> None:
        html = "".join(self._parts).strip()
        if html:
            self._blocks.append(Block(html, self._first, self._number if self._first else 0))
        self._parts, self._first = [], 0


def _tag(name: str, attrs: Iterable[tuple[str, str | None]]) -> str:
    return "".join((f"<{name}", *(f' {each}="{escape(value or _EMPTY)}"' for each, value in attrs), ">"))
