"""Single values put into a report's front matter, every other byte as it was.

An edit is made on the text and then proven: the outcome is read again, and it must hold exactly the same fields beside
the one that was put in. Where no such edit is found, none is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from afterword.commands.edit_tree import (
    EditError,
    after_entry,
    first_proven,
    line_end,
    plain,
    read_tree,
    value_of,
)
from afterword.model.evidence import Evidence
from afterword.model.front_matter import FrontMatter
from afterword.model.problem import Fix
from afterword.model.review import Review
from afterword.model.source import Source
from afterword.read.front_matter import Fences
from afterword.read.node import Node

Path = tuple[str | int, ...]
"""Keys, and places in lists."""

_ORDERS: dict[Path, list[str]] = {
    (): [info.alias or name for name, info in FrontMatter.model_fields.items()],
    ("review",): [info.alias or name for name, info in Review.model_fields.items()],
    ("evidence",): [info.alias or name for name, info in Evidence.model_fields.items()],
}


def put_value(source: Source, path: Path, value: str) -> Fix:
    """The edit that makes `value` (YAML text on one line) stand at `path`, whose parent map must be there.

    Raises:
        EditError: where there is no such edit.
    """
    fences, root = read_tree(source)
    parent = _at(root, path[:-1])
    if fences is None or parent is None or parent.entries is None:
        raise EditError
    wanted = _with(plain(root), path, value_of(value))
    return first_proven(source, _candidates(source, fences, parent, path, value), wanted)


def apply_edits(text: str, edits: Sequence[Fix]) -> str:
    """`text` after all edits, which must not overlap."""
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def old_offset(offset: int, edits: Sequence[Fix]) -> int:
    """Where something that stands at `offset` of the edited text stood before; in what was put in, its beginning."""
    shift = 0
    for edit in sorted(edits, key=lambda each: each.start):
        begin = edit.start + shift
        if offset < begin:
            break
        if offset < begin + len(edit.text):
            return min(edit.start + (offset - begin), edit.end)
        shift += len(edit.text) - (edit.end - edit.start)
    return offset - shift


def neighbours(entries: list[tuple[Node, Node]], path: Path) -> list[tuple[Node, Node]]:
    """Entries to follow: the nearest one that the form puts before the new key, then the others from the last on."""
    order = _ORDERS.get(tuple(part for part in path[:-1] if isinstance(part, str)), [])
    place = order.index(str(path[-1])) if path[-1] in order else len(order)
    earlier = set(order[:place])
    before = [each for each in entries if each[0].text in earlier]
    nearest = sorted(before, key=lambda each: order.index(each[0].text or ""), reverse=True)
    return [*nearest, *(each for each in reversed(entries) if each not in before)]


def _at(node: Node, path: Path) -> Node | None:
    for part in path:
        if isinstance(part, int):
            inner = node.items[part] if node.items is not None and 0 <= part < len(node.items) else None
        else:
            inner = next((value for each, value in node.entries or () if each.text == part), None)
        if inner is None:
            return None
        node = inner
    return node


def _with(tree: Any, path: Path, value: Any) -> Any:  # noqa: ANN401 - a tree of texts, lists and maps
    if not path:
        return value
    if isinstance(path[0], int):
        return [_with(each, path[1:], value) if place == path[0] else each for place, each in enumerate(tree)]
    return {**tree, path[0]: _with(tree.get(path[0], {}), path[1:], value)}


def _candidates(source: Source, fences: Fences, parent: Node, path: Path, value: str) -> Iterator[Fix]:
    """Edits to try, the most sensible first."""
    entries = parent.entries or []
    here = next(((key, node) for key, node in entries if key.text == path[-1]), None)
    if here is not None:
        key, node = here
        if not node.is_null or node.end > node.start:
            yield Fix(node.start, node.end, value)
        colon = source.text.find(":", key.end) + 1
        yield Fix(colon, colon, f" {value}")
        return
    line = f"{path[-1]}: {value}"
    for key, node in neighbours(entries, path):
        yield from after_entry(source, key, node, [line], line)
    if not entries:
        yield Fix(fences.start, fences.start, f"{line}{line_end(source, 0)}")
    yield Fix(fences.end, fences.end, f"{line}{line_end(source, 0)}")
