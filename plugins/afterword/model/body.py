"""The prose of a report: its blocks, links and comments, each with its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from afterword.model.span import START, Span

BlockKind = Literal["paragraph", "heading", "list_item", "table_cell", "block_quote", "code", "html"]
LimitKind = Literal["size", "line", "run", "nesting"]
Ranges = tuple[tuple[int, int], ...]
"""Stretches of a block's text: offsets in code points, end exclusive, in order."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Where one stretch of a block's text stands in the file.

    The text either stands there letter for letter, on one line (`is_literal`), or as something else that cannot be
    divided: an escaped `*`, `&amp;` for `&`, a line end with the indentation after it for a space.
    """

    start: int
    end: int
    span: Span

    @property
    def is_literal(self) -> bool:
        """Whether each character of the text stands in the file as it is."""
        return self.span.line == self.span.end_line and self.end - self.start == self.span.end_column - self.span.column


@dataclass(frozen=True, slots=True)
class Block:
    """One block of prose (or of code), as people read it.

    Attributes:
        kind: what it is; whatever stands in a block quote is `block_quote`, and the text of HTML that is a block of its
            own is `html`.
        text: the readable text: no emphasis marks, link targets, HTML tags or comments; a line end is a space, a hard
            line break a line feed; the descriptions of images are read.
        segments: where the text stands in the file, in order, without gaps in the text.
        heading: the text of the heading that it stands under; for a heading, the one above it of a higher rank.
        exempt: code and addresses within the text, which are no prose.
        quoted: what stands in quotation marks (“…”, "…", „…“, «…», ‘…’, '…'), the marks included.
    """

    kind: BlockKind
    text: str
    segments: tuple[Segment, ...]
    heading: str | None
    exempt: Ranges = ()
    quoted: Ranges = ()

    def span(self, start: int, end: int) -> Span:
        """Where the text from `start` to `end` stands; offsets in code points, those outside of the text moved in."""
        if not self.segments:
            return START
        start = max(0, min(start, len(self.text)))
        end = max(start, min(end, len(self.text)))
        first = self._segment_at(start)
        line, column = first.span.line, first.span.column
        if start >= first.end:
            line, column = first.span.end_line, first.span.end_column
        elif first.is_literal:
            column += start - first.start
        if end == start:
            return Span(line, column, line, column)
        last = self._segment_at(end - 1)
        if last.is_literal:
            return Span(line, column, last.span.line, last.span.column + end - last.start)
        return Span(line, column, last.span.end_line, last.span.end_column)

    @property
    def extent(self) -> Span:
        """Where the whole text stands."""
        return self.span(0, len(self.text))

    def _segment_at(self, offset: int) -> Segment:
        return self.segments[max(0, bisect_right(self.segments, offset, key=attrgetter("start")) - 1)]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 to 6, `text` is without markup, `span` is where the text stands (or the bare marks)."""

    level: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image.

    Attributes:
        href: the target with escapes and entities resolved, otherwise as written (nothing percent-encoded).
        text: the link's text or the image's description, without markup.
        span: the whole construct.
        href_span: the target; for a reference, where its definition gives it.
        image: whether it is an image.
    """

    href: str
    text: str
    span: Span
    href_span: Span
    image: bool


@dataclass(frozen=True, slots=True)
class RawHtml:
    """HTML in the prose, tag by tag within a line, as a whole where it is a block of its own; never a comment."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attributes:
    """An attribute list in braces, such as `{: #id .class key=value }`, braces included."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that leaves findings standing.

    Attributes:
        code: the rule's code as written; empty where it cannot be read.
        reason: why; empty where none is given.
        span: the comment.
        applies_to: the block or range that it holds for; an empty span where there is none; None for the whole file.
        ends_nothing: whether it is an end without a beginning, and no suppression at all.
        never_ends: whether it is a beginning without an end, which holds for nothing.
    """

    code: str
    reason: str
    span: Span
    applies_to: Span | None
    ends_nothing: bool = False
    never_ends: bool = False


@dataclass(frozen=True, slots=True)
class BodyLimit:
    """Something in a body that is too large to be read, with what to tell about it."""

    kind: LimitKind
    span: Span
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Body:
    """What stands below the front matter. `text` is the source from there on, `first_line` its line in the file."""

    text: str
    first_line: int
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    blocks: tuple[Block, ...]
    html: tuple[RawHtml, ...]
    attributes: tuple[Attributes, ...]
    suppressions: tuple[Suppression, ...]
