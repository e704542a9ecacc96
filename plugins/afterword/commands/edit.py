"""Single values put into a report's front matter, every other byte as it was.

An edit is made on the text and then proven: the outcome is read again, and it must hold exactly the same fields beside
the one that was put in. Where no such edit is found, none is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from afterword.model.front_matter import FrontMatter
from afterword.model.problem import Fix, Problem
from afterword.model.review import Review
from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.read.front_matter import Fences, find_fences
from afterword.read.node import Node
from afterword.read.nodes import NodeError, read_nodes

_LIMITS = Limits()
_ORDERS: dict[tuple[str, ...], list[str]] = {
    (): [info.alias or name for name, info in FrontMatter.model_fields.items()],
    ("review",): [info.alias or name for name, info in Review.model_fields.items()],
}


class EditError(ValueError):
    """The value cannot be put in without touching anything else."""


def put_value(source: Source, path: tuple[str, ...], value: str) -> Fix:
    """The edit that makes `value` (YAML text on one line) stand at `path`, whose parent map must be there.

    Raises:
        EditError: where there is no such edit.
    """
    fences, root = _read(source)
    parent = _at(root, path[:-1])
    if fences is None or parent is None or parent.entries is None:
        raise EditError
    before = _plain(root)
    wanted = _with(before, path, value)
    for edit in _candidates(source, fences, parent, path, value):
        text = source.text[: edit.start] + edit.text + source.text[edit.end :]
        changed, outcome = _read(Source(source.path, text, source.bom))
        if changed is not None and _plain(outcome) == wanted and text[changed.body :] == source.text[fences.body :]:
            return edit
    raise EditError


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


def _read(source: Source) -> tuple[Fences | None, Node]:
    empty = Node(0, 0, entries=[])
    fences = find_fences(source, _LIMITS)
    if isinstance(fences, Problem):
        return None, empty
    try:
        return fences, read_nodes(source, fences.start, fences.end, max_depth=_LIMITS.front_matter_depth) or empty
    except NodeError:
        return None, empty


def _at(node: Node, path: tuple[str, ...]) -> Node | None:
    for key in path:
        inner = next((value for each, value in node.entries or () if each.text == key), None)
        if inner is None:
            return None
        node = inner
    return node


def _plain(node: Node) -> Any:  # noqa: ANN401 - a tree of texts, lists and maps
    if node.entries is not None:
        return {key.text: _plain(value) for key, value in node.entries}
    return [_plain(item) for item in node.items] if node.items is not None else node.text


def _with(tree: Any, path: tuple[str, ...], value: str) -> Any:  # noqa: ANN401
    if not path:
        return value
    return {**tree, path[0]: _with(tree.get(path[0], {}), path[1:], value)}


def _candidates(source: Source, fences: Fences, parent: Node, path: tuple[str, ...], value: str) -> Iterator[Fix]:
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
    for neighbour in _neighbours(entries, path):
        yield from _after(source, *neighbour, line)
    if not entries:
        yield Fix(fences.start, fences.start, f"{line}{_line_end(source, 0)}")
    yield Fix(fences.end, fences.end, f"{line}{_line_end(source, 0)}")


def _neighbours(entries: list[tuple[Node, Node]], path: tuple[str, ...]) -> list[tuple[Node, Node]]:
    """Entries to follow: the nearest one that the form puts before the new key, then the others from the last on."""
    order = _ORDERS.get(path[:-1], [])
    place = order.index(path[-1]) if path[-1] in order else len(order)
    earlier = set(order[:place])
    before = [each for each in entries if each[0].text in earlier]
    nearest = sorted(before, key=lambda each: order.index(each[0].text or ""), reverse=True)
    return [*nearest, *(each for each in reversed(entries) if each not in before)]


def _after(source: Source, key: Node, value: Node, line: str) -> Iterator[Fix]:
    """After one entry: on a line of its own below it, or within braces behind a comma."""
    text = source.text
    end = max(_last(source, value), key.end)
    begin = text.rfind("\n", 0, key.start) + 1
    indent = text[begin : key.start]
    if not indent.strip():
        # Blank lines belong to a text only where it says so (`|+`), and then end it.
        kept = (value.text or "").endswith("\n\n")
        stop = end if kept else len(text[:end].rstrip())
        below = stop if text[stop - 1 : stop] == "\n" else text.find("\n", stop) + 1
        if below:
            yield Fix(below, below, f"{indent}{line}{_line_end(source, key.start)}")
    yield Fix(end, end, f", {line}")


def _last(source: Source, node: Node) -> int:
    """Where the last thing typed in `node` ends: the parser lets a block end only where the next one begins."""
    inner = [*(value for _, value in node.entries or ()), *(node.items or ())]
    if not inner or source.text[node.start : node.start + 1] in {"[", "{"}:
        return node.end
    return max([_last(source, each) for each in inner] + [key.end for key, _ in node.entries or ()])


def _line_end(source: Source, near: int) -> str:
    end = source.text.find("\n", near)
    return "\r\n" if end > 0 and source.text[end - 1] == "\r" else "\n"
