"""From the tree of nodes to the typed fields: a value that does not fit is one problem, and the rest still stands."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from pydantic import ValidationError

from afterword.model.case_input import DATA_SET, INLINE
from afterword.model.case_output import ANSWER, PLAIN
from afterword.model.front_matter import NUMBERED, FrontMatter
from afterword.model.problem import Problem
from afterword.model.scalars import Scalar
from afterword.model.source import Source
from afterword.model.span import Path, Span
from afterword.read.cut_texts import find_cut_texts
from afterword.read.field_names import field_names
from afterword.read.field_problems import describe_error
from afterword.read.node import Node, child_of

_AUDIENCE_KEYS = frozenset({"audience", "access"})
_STEPS = frozenset({"x-", ANSWER, PLAIN, DATA_SET, INLINE})
"""Steps that the model puts into the place of an error: below the first it gathers `x-…` keys, the others are forms."""


@dataclass(frozen=True)
class ReadFields:
    """The fields that could be read, where each stands, and the problems with the others.

    `mentioned` are the paths of everything that was typed. What could not be read is in it and not in `spans`; a whole
    entry of a list that could not be read stands there under a negative place, since it takes none among the others.
    """

    front: FrontMatter
    spans: Mapping[Path, Span]
    keys: Mapping[Path, Span]
    mentioned: frozenset[Path]
    problems: tuple[Problem, ...]


def read_fields(source: Source, root: Node, zone: tzinfo) -> ReadFields:
    """Convert the front matter's tree; `zone` holds for times without an offset."""
    _number_entries(root)
    problems = list(find_cut_texts(source, root))
    while True:
        try:
            front = FrontMatter.model_validate(_plain(root, ()), context={"zone": zone})
            break
        except ValidationError as invalid:
            found = invalid.errors(include_url=False, include_input=False)
        seen: set[Path] = set()
        # From the last to the first, so that leaving out one list entry keeps the places of those before it.
        for detail in sorted(found, key=lambda each: [str(part).rjust(6, "0") for part in each["loc"]], reverse=True):
            path = _typed_path(root, detail["loc"])
            if path in seen:
                continue
            seen.add(path)
            problems.append(describe_error(source, root, path, detail))
            _leave_out(root, path)
        if seen == {()}:
            # Nothing that was typed could be named, so nothing less than everything can be left out.
            root.entries = []
    spans, keys = _positions(source, root)
    by_place = sorted(problems, key=lambda each: each.span)
    return ReadFields(front, spans, keys, frozenset(_typed(root, ())), tuple(by_place))


def _number_entries(root: Node) -> None:
    """Give entries without an id the one of their place as typed, so that a wrong entry does not renumber others."""
    for name, letters in NUMBERED.items():
        listed = child_of(root, name)
        for place, item in enumerate((listed.items if listed else None) or (), 1):
            if item.entries is not None and child_of(item, "id") is None:
                key, value = (
                    Node(item.start, item.start, text=each, implied=True) for each in ("id", f"{letters}-{place}")
                )
                item.entries.append((key, value))


def _plain(node: Node, path: Path) -> Any:  # noqa: ANN401 - a tree of scalars, lists and maps
    if node.entries is not None:
        known = field_names(path)
        return {
            key.text: None if value.is_null and not known else _plain(value, (*path, key.text or ""))
            for key, value in node.entries
            # A known key with nothing after it is as good as absent. An unknown one is told like any other.
            if not (value.left_out or (value.is_null and (key.text in known or (key.text or "").startswith("x-"))))
        }
    if node.items is not None:
        return [_plain(item, path) for item in node.kept_items]
    return Scalar(node.text or "", node.tag)


def _typed(node: Node, path: Path) -> Iterator[Path]:
    """Paths of all keys with something written after them, and of all entries of lists."""
    for key, value in node.entries or ():
        if not value.is_null and not value.implied:
            yield (*path, key.text or "")
            yield from _typed(value, (*path, key.text or ""))
    for index, item in enumerate(node.kept_items):
        yield (*path, index)
        yield from _typed(item, (*path, index))
    for index, item in enumerate(node.items or (), 1):
        if item.left_out:
            yield (*path, -index)


def _positions(source: Source, root: Node) -> tuple[dict[Path, Span], dict[Path, Span]]:
    spans: dict[Path, Span] = {}
    keys: dict[Path, Span] = {}

    def walk(node: Node, path: Path) -> None:
        spans[path] = node.span_in(source)
        for key, value in node.entries or ():
            if not value.left_out and not value.implied:
                keys[(*path, key.text or "")] = source.span(key.start, key.end)
                walk(value, (*path, key.text or ""))
        for index, item in enumerate(node.kept_items):
            walk(item, (*path, index))

    walk(root, ())
    return spans, keys


def _typed_path(root: Node, loc: tuple[int | str, ...]) -> Path:
    """The longest beginning of `loc` that was typed: pydantic adds steps of its own, such as the member of a union."""
    path: Path = ()
    node = root
    for part in loc:
        inner = child_of(node, part)
        if inner is None and part in _STEPS:
            continue
        if inner is None:
            break
        path, node = (*path, part), inner
    return path


def _leave_out(root: Node, path: Path) -> None:
    """Leave out the value at `path`. An audience that cannot be read counts as restricted instead."""
    node: Node | None = root
    for part in path[:-1]:
        node = child_of(node, part) if node else None
    value = child_of(node, path[-1]) if node and path else None
    if node is None or value is None:
        return
    if node.entries is not None and _is_audience(path):
        restricted = Node(value.start, value.end, text="restricted")
        node.entries = [(key, restricted if each is value else each) for key, each in node.entries]
        return
    value.left_out = True
    if len(path) == 1 and difflib.get_close_matches(str(path[0]).lower(), ["audience"], cutoff=0.8):
        # A misspelt audience was meant to say who may read; until it is mended, nobody may.
        key = Node(value.start, value.start, text="audience")
        node.entries = [*(node.entries or ()), (key, Node(value.start, value.end, text="restricted", implied=True))]


def _is_audience(path: Path) -> bool:
    return path == ("audience",) or (len(path) == 3 and path[0] == "evidence" and path[2] == "access")
