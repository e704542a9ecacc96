"""The front matter with its top keys in another order, each with its own lines and comments, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from afterword.model.problem import Fix, Problem
from afterword.model.report import Report
from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.read.front_matter import find_fences
from afterword.read.node import Node
from afterword.read.nodes import NodeError, read_nodes


def reorder(report: Report, limits: Limits, rank: Mapping[str, int]) -> Fix | None:
    """The fix that puts the keys in the order of `rank`, or None where that is not safe.

    Keys without a rank, and keys that could not be read, stay behind the key that they follow. The comment lines above
    a key go with it; where there are such lines, the result is read again and taken only where it reads the same.
    """
    source = report.source
    fences = find_fences(source, limits)
    keys = sorted((span, str(path[0])) for path, span in report.keys.items() if len(path) == 1)
    if isinstance(fences, Problem) or source.text[fences.end - 1 : fences.end] not in "\r\n":
        return None
    bounds = [fences.start, *(source.offset(span.line, span.column) for span, _ in keys), fences.end]
    head, *texts = (source.text[start:end] for start, end in pairwise(bounds))
    if any(span.column != 1 for span, _ in keys) or not _is_blank(head):
        return None
    above = [_own_comment(text) for text in (head, *texts)]
    parts = [
        (key, comment + text[: len(text) - len(below)])
        for (_, key), text, comment, below in zip(keys, texts, above, above[1:], strict=False)
    ]
    moved = "".join(text for _, text in sorted(_grouped(parts, rank), key=lambda group: group[0]))
    moved = head[: len(head) - len(above[0])] + moved + above[-1]
    if any(above) and not _reads_same(source.text[fences.start : fences.end], moved, limits):
        return None
    return Fix(fences.start, fences.end, moved)


def _is_blank(head: str) -> bool:
    """Whether nothing but comments stands above the first key: a brace there would hold all keys together."""
    return all(not line.strip() or line.startswith("#") for line in head.splitlines())


def _own_comment(text: str) -> str:
    """The comment lines at the end of `text`, without a blank line below them: they belong to the key that follows."""
    lines = text.splitlines(keepends=True)
    first = len(lines)
    while first > 0 and lines[first - 1].startswith("#"):
        first -= 1
    return "".join(lines[first:])


def _grouped(parts: list[tuple[str, str]], rank: Mapping[str, int]) -> list[tuple[int, str]]:
    """The texts with their rank, those without one joined to the text before them."""
    groups: list[tuple[int, str]] = []
    for key, text in parts:
        if key in rank:
            groups.append((rank[key], text))
        else:
            before, joined = groups.pop() if groups else (-1, "")
            groups.append((before, joined + text))
    return groups


def _reads_same(text: str, moved: str, limits: Limits) -> bool:
    """Whether both texts hold the same values: a line that looks like a comment may be part of a text in quotes."""
    contents = []
    for each in (text, moved):
        try:
            root = read_nodes(Source("", each), 0, len(each), max_depth=limits.front_matter_depth)
        except NodeError:
            return False
        contents.append(_content(root) if root is not None else None)
    return contents[0] == contents[1]


def _content(node: Node) -> object:
    """What the node says, without places and without the order of keys."""
    if node.entries is not None:
        return {key.text: _content(value) for key, value in node.entries}
    if node.items is not None:
        return [_content(item) for item in node.items]
    return node.text, node.tag
