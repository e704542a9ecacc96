"""What is wrong with a field, in the author's words: one problem for each error that the model found."""

from __future__ import annotations

import difflib
import re

from pydantic_core import ErrorDetails

from afterword.model.choices import AUDIENCES
from afterword.model.problem import Fix, Problem, ProblemKind
from afterword.model.scalars import clip
from afterword.model.source import Source
from afterword.model.span import Path, Span
from afterword.read.field_names import field_names
from afterword.read.node import Node, child_of

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


def describe_error(source: Source, root: Node, path: Path, detail: ErrorDetails) -> Problem:
    """The problem that one error of the model is, located at the value or the key at `path`."""
    node = root
    key: Node | None = None
    for part in path:
        if node.entries is not None:
            key = next((each for each, _ in node.entries if each.text == part), key)
        node = child_of(node, part) or node
    span = node.span_in(source)
    name = ".".join(str(part) for part in path if isinstance(part, str)) or "front matter"
    match = source.text[node.start : node.end] if node.text is not None else ""
    kind = detail["type"]
    if kind == "extra_forbidden" and key is not None:
        return _unknown_key(source, path, key, cut_by_comma=node.is_null and node.start <= key.end)
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
    if detail["type"] == "retyped" and node.plain and node.text:
        fix = Fix(node.start, node.end, f'"{node.text}"')
    if detail["type"] == "flag" and node.plain and node.text is not None:
        fix = Fix(node.start, node.end, "true" if node.text.lower() in {"yes", "on", "true"} else "false")
    # A text of the author's own that holds `: ` is a map to YAML; in braces a map was meant.
    cut = node.entries and " text, not a map" in message and source.text[node.start] != "{"
    hint = "put the whole text in quotes if `: ` is part of it" if cut else ""
    return Problem(kind, span, message, hint, match, fix)


def _unknown_key(source: Source, path: Path, key: Node, *, cut_by_comma: bool) -> Problem:
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
    if cut_by_comma:
        hint = "put the text before it in quotes if the comma is part of it; in braces a comma ends a value"
    span = source.span(key.start, key.end)
    return Problem("unknown-key", span, message + (f" in `{group}`" if group else ""), hint, clip(typed))


def _unknown_choice(name: str, node: Node, span: Span, detail: ErrorDetails) -> Problem:
    choices = _QUOTED.findall(detail.get("ctx", {}).get("expected", ""))
    if node.text is None:
        return Problem("field-type", span, f"`{name}` takes one word", f"write one of {_listed(choices)}")
    close = difflib.get_close_matches(node.text.lower().replace(" ", "_"), choices, n=1, cutoff=0.7) or (
        difflib.get_close_matches(node.text.lower().replace(" ", "-"), choices, n=1, cutoff=0.7)
    )
    hint = f"did you mean `{close[0]}`?" if close else f"write one of {_listed(choices)}"
    if set(choices) == set(AUDIENCES):
        hint += " (until then it counts as `restricted`)"
    # A guess is a hint; only what is surely a slip of the fingers is mended without asking, and an audience never.
    sure = difflib.get_close_matches(node.text.lower().replace(" ", "_"), choices, n=1, cutoff=0.8)
    fix = Fix(node.start, node.end, close[0]) if close and sure and name not in _AUDIENCE_KEYS else None
    message = f"`{name}` does not know `{clip(node.text)}`" if node.text else f"`{name}` is empty"
    return Problem("unknown-choice", span, message, hint, clip(node.text), fix)


def _listed(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
