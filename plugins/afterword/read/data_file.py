"""Data files (vocabularies, systems, state): entries checked one by one, so that one mistake loses nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from afterword.model.problem import Problem
from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.model.tree import DataProblem
from afterword.read.files import read_bytes
from afterword.read.node import Node
from afterword.read.nodes import NodeError, read_nodes
from afterword.read.refusals import describe_refusal
from afterword.read.text import read_source

Entry = TypeVar("Entry", bound=BaseModel)


def read_tree(path: Path, shown: str) -> tuple[Source, Node] | DataProblem | None:
    """The file's YAML tree, or the problem with it; None where the file does not stand or is empty."""
    if not path.exists() and not path.is_symlink():
        return None
    data = read_bytes(path)
    if isinstance(data, str):
        return DataProblem(shown, 1, 1, f"the file cannot be read: {data}")
    source = read_source(data, shown, Limits())
    if isinstance(source, Problem):
        return DataProblem(shown, source.span.line, source.span.column, source.message, source.hint)
    try:
        root = read_nodes(source, 0, len(source.text), max_depth=20)
    except NodeError as error:
        problem = error.problem
        return DataProblem(shown, problem.span.line, problem.span.column, problem.message, problem.hint)
    return (source, root) if root is not None and not root.is_null else None


def read_entries(source: Source, root: Node, model: type[Entry]) -> Iterator[tuple[Entry, Node] | DataProblem]:
    """Each entry of a list as a `model` with its node, or the problem with it."""
    if root.items is None:
        yield problem_at(source, root, "the file is not a list of entries", "begin each entry with `- `")
        return
    for item in root.items:
        if item.entries is None:
            yield problem_at(source, item, "this entry is not a map of fields", "write `key: value` lines")
            continue
        try:
            yield model.model_validate(plain_value(item)), item
        except ValidationError as invalid:
            for detail in invalid.errors(include_url=False):
                yield _invalid(source, item, detail)


def plain_value(node: Node) -> Any:  # noqa: ANN401 - a tree of text, lists and maps
    """The node as text, lists and maps; nulls are left out."""
    if node.entries is not None:
        return {key.text: plain_value(value) for key, value in node.entries if not value.is_null}
    if node.items is not None:
        return [plain_value(item) for item in node.items]
    return node.text


def problem_at(source: Source, node: Node, message: str, hint: str = "") -> DataProblem:
    """A problem where `node` begins."""
    span = source.span(node.start, node.start)
    return DataProblem(source.path, span.line, span.column, message, hint)


def _invalid(source: Source, item: Node, detail: ErrorDetails) -> DataProblem:
    loc, kind = detail["loc"], detail["type"]
    place = item
    for part in loc:
        for key, value in place.entries or ():
            if key.text == part:
                place = key if kind == "extra_forbidden" else value
                break
    name = ".".join(str(part) for part in loc)
    if kind == "extra_forbidden":
        return problem_at(source, place, f"`{name}` is no known key here", "take it out")
    if kind == "missing":
        return problem_at(source, item, f"this entry lacks `{name}`", "add it")
    message, _, hint = describe_refusal(name, detail).partition("; ")
    return problem_at(source, place, message, hint)
