"""One YAML value with its place: what was written, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.model.source import Source
from afterword.model.span import Span


@dataclass
class Node:
    """One value: a scalar (`text`, `tag`), a list (`items`) or a map (`entries`), from `start` to `end` (offsets).

    `left_out` marks a value that could not be read, `implied` one that nobody typed and that follows from the others.
    """

    start: int
    end: int
    text: str | None = None
    tag: str = "str"
    items: list[Node] | None = None
    entries: list[tuple[Node, Node]] | None = None
    plain: bool = False
    left_out: bool = False
    implied: bool = False

    @property
    def kept_items(self) -> list[Node]:
        """The list's entries without those that were left out because they could not be read."""
        return [item for item in self.items or () if not item.left_out]

    def span_in(self, source: Source) -> Span:
        """Where the value stands; of a list, a map or a text over several lines its first line."""
        span = source.span(self.start, self.end)
        if span.end_line == span.line:
            return span
        return Span(span.line, span.column, span.line, len(source.line_text(span.line).rstrip()) + 1)

    @property
    def is_null(self) -> bool:
        """Whether nothing was written."""
        return self.text is not None and self.tag == "null"


def child_of(node: Node, part: int | str) -> Node | None:
    """The value under a key, or the entry at a place, of those that were not left out."""
    if isinstance(part, int):
        kept = node.kept_items
        return kept[part] if 0 <= part < len(kept) else None
    return next((value for key, value in node.entries or () if key.text == part and not value.left_out), None)
