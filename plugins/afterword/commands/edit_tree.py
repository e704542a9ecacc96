"""A report's front matter as a tree of texts, and the proof that an edit changes nothing of it but what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from afterword.model.problem import Fix, Problem
from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.read.front_matter import Fences, find_fences
from afterword.read.node import Node
from afterword.read.nodes import NodeError, read_nodes

_LIMITS = Limits()


class EditError(ValueError):
    """The value cannot be put in without touching anything else."""


def read_tree(source: Source) -> tuple[Fences | None, Node]:
    """Where the front matter lies, and its root; None and an empty map where it cannot be read."""
    empty = Node(0, 0, entries=[])
    fences = find_fences(source, _LIMITS)
    if isinstance(fences, Problem):
        return None, empty
    try:
        return fences, read_nodes(source, fences.start, fences.end, max_depth=_LIMITS.front_matter_depth) or empty
    except NodeError:
        return None, empty


def value_of(text: str) -> Any:  # noqa: ANN401 - a tree of texts, lists and maps
    """What a value of YAML on one line comes to, as `plain` gives it."""
    node = read_nodes(Source("", text), 0, len(text), max_depth=_LIMITS.front_matter_depth)
    return plain(node) if node is not None else ""


def plain(node: Node) -> Any:  # noqa: ANN401
    """A node as maps, lists and texts, without its places."""
    if node.entries is not None:
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items] if node.items is not None else node.text


def first_proven(source: Source, edits: Iterator[Fix], wanted: Any) -> Fix:  # noqa: ANN401
    """The first edit after which the front matter is `wanted` and the body is as it was.

    Raises:
        EditError: where no edit is.
    """
    fences, _ = read_tree(source)
    for edit in edits:
        text = source.text[: edit.start] + edit.text + source.text[edit.end :]
        changed, outcome = read_tree(Source(source.path, text, source.bom))
        if fences is None or changed is None or text[changed.body :] != source.text[fences.body :]:
            continue
        if plain(outcome) == wanted:
            return edit
    raise EditError


def after_entry(source: Source, key: Node, value: Node, lines: list[str], flow: str) -> Iterator[Fix]:
    """A further key after an entry of a map: on lines of its own below it, or within braces behind a comma."""
    end = max(last_typed(source, value), key.end)
    begin = source.text.rfind("\n", 0, key.start) + 1
    lead = source.text[begin : key.start]
    # The first key of a list's entry stands behind its dash, and further ones stand below it.
    if not lead.strip(" -"):
        indent = " " * len(lead)
        for below in places_below(source, value, end, len(indent) + 1):
            yield Fix(below, below, indented(lines, indent, line_end(source, key.start)))
    yield Fix(end, end, f", {flow}")


def places_below(source: Source, value: Node, end: int, indent: int) -> Iterator[int]:
    """Beginnings of lines below what ends at `end`: after its own comments (indented by `indent` or more), or before.

    Blank lines belong to a text only where it says so (`|+`), and then end it.
    """
    text = source.text
    kept = (value.text or "").endswith("\n\n")
    stop = end if kept else len(text[:end].rstrip())
    below = stop if text[stop - 1 : stop] == "\n" else text.find("\n", stop) + 1
    if not below:
        return
    after = below
    while line := text[after : text.find("\n", after) + 1]:
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) < indent:
            break
        after += len(line)
    yield from dict.fromkeys((after, below))


def indented(lines: list[str], indent: str, end: str) -> str:
    """Whole lines, each behind `indent`."""
    return "".join(f"{indent}{line}{end}" for line in lines)


def last_typed(source: Source, node: Node) -> int:
    """Where the last thing typed in `node` ends: the parser lets a block end only where the next one begins."""
    inner = [*(value for _, value in node.entries or ()), *(node.items or ())]
    if not inner or source.text[node.start : node.start + 1] in {"[", "{"}:
        return node.end
    return max([last_typed(source, each) for each in inner] + [key.end for key, _ in node.entries or ()])


def last_value(source: Source, node: Node) -> Node:
    """The text, or the list or map in brackets, that is typed last in `node`."""
    inner = [*(value for _, value in node.entries or ()), *(node.items or ())]
    if not inner or source.text[node.start : node.start + 1] in {"[", "{"}:
        return node
    return last_value(source, inner[-1])


def line_end(source: Source, near: int) -> str:
    """The line end that the file has at `near`."""
    end = source.text.find("\n", near)
    return "\r\n" if end > 0 and source.text[end - 1] == "\r" else "\n"
