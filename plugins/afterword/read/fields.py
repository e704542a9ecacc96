"""From the tree of nodes to the typed fields: a value that does not fit is one problem, and the rest still stands."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from afterword.model.choices import AUDIENCES
from afterword.model.front_matter import FrontMatter
from afterword.model.problem import Fix, Problem, ProblemKind
from afterword.model.scalars import Scalar, clip
from afterword.model.source import Source
from afterword.model.span import Path, Span
from afterword.read.nodes import Node

_QUOTED = re.compile(r"'([^']*)'")
_AUDIENCE_KEYS = frozenset({"audience", "access"})
_LISTED_KEYS = 12
"""Of a map with more keys than this, a message does not list them."""
_OTHER_WORDS = {
    "action_items": "`remediations` holds what is done about it",
    "author": "roles stand in `participants`, and names nowhere",
    "authors": "roles stand in `participants`, and names nowhere",
    "date": "the file's name holds the date, and `occurred_on` another one",
    "draft": "write `lifecycle: draft`",
    "owner": "write `owner_team` below `system`",
    "root_cause": "`contributing_factors` holds the conditions that fed in",
    "root_causes": "`contributing_factors` holds the conditions that fed in",
    "status": "write `lifecycle`",
    "summary": "write `plain_summary`",
}
"""Keys of other forms of report, for which the nearest spelling would be a wrong guess."""


@dataclass(frozen=True)
class ReadFields:
    """The fields that could be read, where each stands, and the problems with the others."""

    front: FrontMatter
    spans: Mapping[Path, Span]
    keys: Mapping[Path, Span]
    mentioned: frozenset[Path]
    problems: tuple[Problem, ...]


def read_fields(source: Source, root: Node, zone: tzinfo) -> ReadFields:
    """Convert the front matter's tree; `zone` holds for times without an offset."""
    mentioned = frozenset(_typed(root, ()))
    problems: list[Problem] = []
    while True:
        try:
            front = FrontMatter.model_validate(_plain(root), context={"zone": zone})
            break
        except ValidationError as invalid:
            found = invalid.errors(include_url=False, include_input=False)
        seen: set[Path] = set()
        # From the last to the first, so that taking out one list entry leaves the places of the others as they are.
        for detail in sorted(found, key=lambda each: [str(part).rjust(6, "0") for part in each["loc"]], reverse=True):
            path = _typed_path(root, detail["loc"])
            if path in seen:
                continue
            seen.add(path)
            problems.append(_problem(source, root, path, detail))
            _take_out(root, path)
        if seen == {()}:
            # Nothing that was typed could be named, so nothing less than everything can be left out.
            root.entries = []
    spans, keys = _positions(source, root)
    return ReadFields(front, spans, keys, mentioned, tuple(sorted(problems, key=lambda each: each.span)))


def _plain(node: Node) -> Any:  # noqa: ANN401 - a tree of scalars, lists and maps
    if node.entries is not None:
        return {key.text: _plain(value) for key, value in node.entries if not value.is_null}
    if node.items is not None:
        return [_plain(item) for item in node.items]
    return Scalar(node.text or "", node.tag)


def _typed(node: Node, path: Path) -> Iterator[Path]:
    """Paths of all keys with something written after them, and of all entries of lists."""
    for key, value in node.entries or ():
        if not value.is_null:
            yield (*path, key.text or "")
            yield from _typed(value, (*path, key.text or ""))
    for index, item in enumerate(node.items or ()):
        yield (*path, index)
        yield from _typed(item, (*path, index))


def _positions(source: Source, root: Node) -> tuple[dict[Path, Span], dict[Path, Span]]:
    spans: dict[Path, Span] = {}
    keys: dict[Path, Span] = {}

    def walk(node: Node, path: Path) -> None:
        spans[path] = value_span(source, node)
        for key, value in node.entries or ():
            keys[(*path, key.text or "")] = source.span(key.start, key.end)
            walk(value, (*path, key.text or ""))
        for index, item in enumerate(node.items or ()):
            walk(item, (*path, index))

    walk(root, ())
    return spans, keys


def value_span(source: Source, node: Node) -> Span:
    """Where a value stands; of a list, a map or a text over several lines its first line."""
    span = source.span(node.start, node.end)
    if span.end_line == span.line:
        return span
    return Span(span.line, span.column, span.line, len(source.line_text(span.line).rstrip()) + 1)


def _typed_path(root: Node, loc: tuple[int | str, ...]) -> Path:
    """The longest beginning of `loc` that was typed: pydantic adds steps of its own, such as the member of a union."""
    path: Path = ()
    node = root
    for part in loc:
        inner = _child(node, part)
        if inner is None and part == "x-":
            continue  # the model gathers `x-…` keys below this step
        if inner is None:
            break
        path, node = (*path, part), inner
    return path


def _child(node: Node, part: int | str) -> Node | None:
    if node.items is not None and isinstance(part, int) and part < len(node.items):
        return node.items[part]
    for key, value in node.entries or ():
        if key.text == part:
            return value
    return None


def _take_out(root: Node, path: Path) -> None:
    """Leave out the value at `path`. An audience that cannot be read counts as restricted instead."""
    node = root
    for part in path[:-1]:
        inner = _child(node, part)
        if inner is None:
            return
        node = inner
    last = path[-1] if path else None
    if node.items is not None and isinstance(last, int):
        del node.items[last]
    elif node.entries is not None:
        replaced = []
        for key, value in node.entries:
            if key.text != last:
                replaced.append((key, value))
            elif last in _AUDIENCE_KEYS and _is_audience(path):
                replaced.append((key, Node(value.start, value.end, text="restricted")))
            elif difflib.get_close_matches(str(last), ["audience"], cutoff=0.8) and len(path) == 1:
                replaced.append((Node(key.start, key.end, text="audience"), Node(value.start, value.end, "restricted")))
        node.entries = replaced


def _is_audience(path: Path) -> bool:
    return path == ("audience",) or (len(path) == 3 and path[0] == "evidence" and path[2] == "access")


def _problem(source: Source, root: Node, path: Path, detail: ErrorDetails) -> Problem:
    node = root
    key: Node | None = None
    for part in path:
        if node.entries is not None:
            key = next((each for each, _ in node.entries if each.text == part), key)
        node = _child(node, part) or node
    span = value_span(source, node)
    name = ".".join(str(part) for part in path if isinstance(part, str)) or "front matter"
    match = source.text[node.start : node.end] if node.text is not None else ""
    kind = detail["type"]
    if kind == "extra_forbidden" and key is not None:
        return _unknown_key(source, path, key)
    if kind == "literal_error":
        return _unknown_choice(name, node, span, detail)
    name = f"an entry of `{name}`" if path and isinstance(path[-1], int) else f"`{name}`"
    if kind in {"tuple_type", "list_type"}:
        return Problem("field-type", span, f"{name} takes a list", "write `- ` before each entry", clip(match))
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        hint = "write its fields below it as `key: value`, indented"
        if node.items is not None:
            hint = "write its fields below it as `key: value`, without `- ` and brackets"
        return Problem("field-type", span, f"{name} takes a map of fields", hint, clip(match))
    return _refused(source, name, node, span, detail, clip(match))


def _refused(source: Source, name: str, node: Node, span: Span, detail: ErrorDetails, match: str) -> Problem:
    # Some messages are the rest of a sentence about the field, others a sentence of their own.
    own = detail["msg"].startswith(("`", "YAML reads", "an empty text is"))
    message = f"{name}: {detail['msg']}" if own else f"{name} {detail['msg']}"
    kinds: dict[str, ProblemKind] = {"retyped": "retyped-value", "date": "date", "flag": "retyped-value"}
    kind = kinds.get(detail["type"], "field-type")
    fix = None
    if detail["type"] == "retyped" and node.plain:
        fix = Fix(node.start, node.end, f'"{node.text}"')
    if detail["type"] == "flag" and node.plain and node.text is not None:
        fix = Fix(node.start, node.end, "true" if node.text.lower() in {"yes", "on", "true"} else "false")
    # A text of the author's own that holds `: ` is a map to YAML; in braces a map was meant.
    cut = node.entries and " text, not a map" in message and source.text[node.start] != "{"
    hint = "put the whole text in quotes if `: ` is part of it" if cut else ""
    return Problem(kind, span, message, hint, match, fix)


def _unknown_key(source: Source, path: Path, key: Node) -> Problem:
    typed = key.text or ""
    known = field_names(path[:-1])
    close = difflib.get_close_matches(typed, known, n=1, cutoff=0.6)
    group = ".".join(str(part) for part in path[:-1] if isinstance(part, str))
    own = "take it out, or begin it with `x-` to keep it as a field of the organisation's own"
    if group and len(known) <= _LISTED_KEYS:
        own = f"write one of {_listed(known)}, or begin it with `x-` to keep it"
    hint = f"did you mean `{close[0]}`?" if close else own
    if not group:
        hint = _OTHER_WORDS.get(typed.lower().replace("-", "_"), hint)
    shown = clip(typed).replace("`", "'")
    message = f"`{shown}` is no known key" if shown else "an empty key stands here"
    span = source.span(key.start, key.end)
    return Problem("unknown-key", span, message + (f" in `{group}`" if group else ""), hint, clip(typed))


def _unknown_choice(name: str, node: Node, span: Span, detail: ErrorDetails) -> Problem:
    choices = _QUOTED.findall(detail.get("ctx", {}).get("expected", ""))
    if node.text is None:
        return Problem("field-type", span, f"`{name}` takes one word", f"write one of {_listed(choices)}")
    close = difflib.get_close_matches(node.text.lower().replace(" ", "_"), choices, n=1, cutoff=0.6) or (
        difflib.get_close_matches(node.text.lower().replace(" ", "-"), choices, n=1, cutoff=0.6)
    )
    hint = f"did you mean `{close[0]}`?" if close else f"write one of {_listed(choices)}"
    if set(choices) == set(AUDIENCES):
        hint += " (until then it counts as `restricted`)"
    fix = Fix(node.start, node.end, close[0]) if close and name not in _AUDIENCE_KEYS else None
    message = f"`{name}` does not know `{clip(node.text)}`" if node.text else f"`{name}` is empty"
    return Problem("unknown-choice", span, message, hint, clip(node.text), fix)


def _listed(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def field_names(path: Path) -> list[str]:
    """The keys that the map at `path` of the front matter takes."""
    model: Any = FrontMatter
    for part in path:
        if isinstance(part, str):
            fields = {info.alias or name: info for name, info in model.model_fields.items()}
            model = _model_in(fields[part].annotation) if part in fields else None
        if model is None:
            return []
    return [info.alias or name for name, info in model.model_fields.items() if info.alias != "x-"]


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {tuple, Union, UnionType}:
        return next((found for each in get_args(annotation) if (found := _model_in(each))), None)
    return None
