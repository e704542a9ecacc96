"""The front matter with its top keys in another order, each with its own lines and comments, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from afterword.model.problem import Problem
from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.read.front_matter import find_fences
from afterword.read.nodes import Node, NodeError, read_nodes


def reorder(source: Source, limits: Limits, rank: Mapping[str, int]) -> tuple[int, int, str] | None:
    """Start, end and new text of the front matter, or None where it cannot be reordered safely.

    Keys without a rank stay behind the key that they follow. The comment lines above a key go with it. The result is
    read again, and taken only where it reads the same.
    """
    fences = find_fences(source, limits)
    if isinstance(fences, Problem):
        return None
    root = _read(source, fences.start, fences.end, limits)
    if root is None or root.entries is None:
        return None
    chunks = _chunks(source, root, fences.start, fences.end)
    if chunks is None:
        return None
    head, parts, tail = chunks
    moved = head + "".join(text for _, text in sorted(_grouped(parts, rank), key=lambda part: part[0])) + tail
    again = _read(Source(source.path, moved), 0, len(moved), limits)
    if again is None or _content(again) != _content(root):
        return None
    return fences.start, fences.end, moved


def _read(source: Source, start: int, end: int, limits: Limits) -> Node | None:
    try:
        return read_nodes(source, start, end, max_depth=limits.front_matter_depth)
    except NodeError:
        return None


def _chunks(source: Source, root: Node, start: int, end: int) -> tuple[str, list[tuple[str, str]], str] | None:
    """What stands above the first key, each key with its text, and what stands below the last; None for flow style."""
    keys = [key for key, _ in root.entries or ()]
    if any(source.span(key.start, key.start).column != 1 for key in keys) or source.text[end - 1 : end] not in "\r\n":
        return None
    bounds = [start, *(key.start for key in keys), end]
    texts = [source.text[a:b] for a, b in pairwise(bounds)]
    bodies, above = [], [_own_comment(texts[0])]
    for text in texts[1:]:
        comment = _own_comment(text)
        bodies.append(text[: len(text) - len(comment)])
        above.append(comment)
    head = texts[0][: len(texts[0]) - len(above[0])]
    parts = [(key.text or "", above[place] + bodies[place]) for place, key in enumerate(keys)]
    return head, parts, above[-1]


def _own_comment(text: str) -> str:
    """The comment lines at the end of `text`, which belong to the key below them, without a blank line before them."""
    lines = text.splitlines(keepends=True)
    first = len(lines)
    while first > 0 and lines[first - 1].startswith("#"):
        first -= 1
    return "".join(lines[first:])


def _grouped(parts: list[tuple[str, str]], rank: Mapping[str, int]) -> list[tuple[int, str]]:
    groups: list[tuple[int, str]] = []
    for key, text in parts:
        if key in rank:
            groups.append((rank[key], text))
        else:
            last = groups.pop() if groups else (-1, "")
            groups.append((last[0], last[1] + text))
    return groups


def _content(node: Node) -> object:
    """What the node says, without places and without the order of keys."""
    if node.entries is not None:
        return {key.text: _content(value) for key, value in node.entries}
    if node.items is not None:
        return [_content(item) for item in node.items]
    return node.text, node.tag
