"""A further entry at the end of a list of a report's front matter, every other byte as it was.

As with single values, an edit is proven by reading its outcome: the list has grown by exactly that entry, and nothing
else has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from afterword.commands.edit import neighbours
from afterword.commands.edit_tree import (
    EditError,
    after_entry,
    first_proven,
    indented,
    last_typed,
    last_value,
    line_end,
    places_below,
    plain,
    read_tree,
    value_of,
)
from afterword.model.problem import Fix
from afterword.model.source import Source
from afterword.read.node import Node

_STEP = 2


@dataclass(frozen=True)
class NewEntry:
    """An entry in both styles: `key: value` lines, and the same on one line within braces."""

    lines: tuple[str, ...]
    flow: str

    def block(self, gap: int = 1) -> list[str]:
        """The entry behind a dash and `gap` blanks."""
        first, *rest = self.lines
        return [f"-{' ' * gap}{first}", *(f"{' ' * (gap + 1)}{line}" for line in rest)]


def append_entries(source: Source, key: str, entries: Sequence[NewEntry]) -> str:
    """The text of `source` with `entries` at the end of the list at the top-level `key`, which may not be there yet.

    Raises:
        EditError: where that cannot be written without touching anything else.
    """
    for entry in entries:
        edit = append_entry(source, key, entry)
        source = Source(source.path, source.text[: edit.start] + edit.text + source.text[edit.end :], source.bom)
    return source.text


def append_entry(source: Source, key: str, entry: NewEntry) -> Fix:
    """The edit that adds one entry.

    Raises:
        EditError: where there is no such edit.
    """
    fences, root = read_tree(source)
    if fences is None or root.entries is None:
        raise EditError
    before, new = plain(root), value_of(entry.flow)
    here = next(((name, value) for name, value in root.entries if name.text == key), None)
    listed = before.get(key) if here is not None and not here[1].is_null else []
    if not isinstance(listed, list):
        raise EditError
    wanted = {**before, key: [*listed, new]}
    if here is None:
        return first_proven(source, _as_new_key(source, root, key, entry, fences.start, fences.end), wanted)
    edits = _into_empty(source, *here, entry) if not listed else _after_last(source, *here, entry)
    return first_proven(source, edits, wanted)


def _as_new_key(source: Source, root: Node, key: str, entry: NewEntry, start: int, end: int) -> Iterator[Fix]:
    lines, flow = [f"{key}:", *(f"{' ' * _STEP}{line}" for line in entry.block())], f"{key}: [{entry.flow}]"
    for neighbour in neighbours(root.entries or [], (key,)):
        yield from after_entry(source, *neighbour, lines, flow)
    for place in (start, end):
        yield Fix(place, place, indented(lines, "", line_end(source, 0)))


def _into_empty(source: Source, key: Node, value: Node, entry: NewEntry) -> Iterator[Fix]:
    """In the place of `[]`, of `null`, or of nothing; comments on the line and below it stay where they are."""
    text, colon = source.text, source.text.find(":", key.end) + 1
    is_typed = value.end > value.start
    if value.items is not None and text[value.start + 1 : value.end - 1].strip():
        # There is a comment between the brackets.
        yield Fix(value.end - 1, value.end - 1, entry.flow)
    end = value.end if is_typed else colon
    column = key.start - text.rfind("\n", 0, key.start) - 1
    lead = text[key.start - column : key.start]
    if not lead.strip():
        for below in places_below(source, value, end, column + 1):
            block = indented(entry.block(), lead + " " * _STEP, line_end(source, key.start))
            # With nothing behind it on its line, the colon keeps no blank behind it either.
            yield Fix(colon if is_typed else below, below, (text[end:below] if is_typed else "") + block)
    if is_typed:
        yield Fix(value.start, value.end, f"[{entry.flow}]")
    yield Fix(colon, colon, f" [{entry.flow}]")


def _after_last(source: Source, key: Node, value: Node, entry: NewEntry) -> Iterator[Fix]:
    text, last = source.text, (value.items or [])[-1]
    if text[value.start : value.start + 1] == "[":
        yield from _in_brackets(source, last, entry)
        return
    # The dash can stand on a line of its own above the entry.
    dash = len(text[: last.start].rstrip()) - 1
    begin = text.rfind("\n", 0, dash) + 1
    if text[dash : dash + 1] != "-":
        return
    lead = " " * (dash - begin)
    gap = last.start - dash - 1 if "\n" not in text[dash : last.start] else 1
    # A comment at the list's own indent is the list's; one at the margin can be of what follows.
    indent = len(lead) if len(lead) > key.start - text.rfind("\n", 0, key.start) - 1 else len(lead) + 1
    for below in places_below(source, last_value(source, last), last_typed(source, last), indent):
        block = indented(entry.block(max(1, gap)), lead, line_end(source, last.start))
        yield Fix(below, below, block)


def _in_brackets(source: Source, last: Node, entry: NewEntry) -> Iterator[Fix]:
    text, end = source.text, last.end
    begin = text.rfind("\n", 0, last.start) + 1
    lead = text[begin : last.start]
    rest = text[end : text.find("\n", end) + 1]
    if not lead.strip() and not rest.strip(" ,\r\n"):
        yield Fix(end, end, f",{line_end(source, end)}{lead}{entry.flow}")
    yield Fix(end, end, f", {entry.flow}")
