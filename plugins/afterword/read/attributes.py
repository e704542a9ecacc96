"""The `gen_ai.*` attributes in a file: lines of `key=value`, a flat JSON object, or traces in JSON of several forms.

Read are OTLP's JSON (`resourceSpans` with `{key, value: {stringValue}}`), spans with a map of `attributes` as the
Python SDK prints them, one span a line, and `gen_ai` as nested objects. All is bounded, and what was left is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from afterword.model.gen_ai import PREFIX
from afterword.read.loose_json import Pairs, read_json_texts
from afterword.read.seen_attributes import SeenAttributes

WHOLE = 16 << 20
"""Bytes of a file that is read as one text; of a larger one every line is read by itself."""
MOST_LINES = 1_000_000
LONGEST_LINE = 1 << 20
_PLAIN = re.compile(r"\s*(?:export\s+)?[\"']?(gen_ai\.[^\s=:\"']{1,200})[\"']?\s*(?:=|:\s)\s*(.*?)\s*\Z", re.DOTALL)
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,18}\Z")
_NUMBER = re.compile(r"-?[0-9]{1,18}\.[0-9]{1,18}\Z")
_TYPED = ("stringValue", "intValue", "doubleValue", "boolValue", "bytesValue")


def read_attributes(path: Path, size: int) -> SeenAttributes:
    """Every attribute in the file of `size` bytes at `path`, with all its values.

    Raises:
        OSError: where the file cannot be read.
    """
    seen = SeenAttributes()
    if size <= WHOLE:
        text = path.read_bytes().decode("utf-8-sig", "replace")
        if text.lstrip()[:1] in {"{", "["}:
            values, is_whole = read_json_texts(text)
            for value in values:
                _walk(value, seen)
            if not is_whole:
                seen.notes.append("its JSON ends early, so attributes after that place may be missing")
        if not seen.values:
            for line in text.splitlines():
                _read_line(line, seen)
        return seen
    with path.open("rb") as file:
        for count in range(MOST_LINES):
            piece = file.readline(LONGEST_LINE)
            if not piece:
                return seen
            _read_line(piece.decode("utf-8", "replace"), seen)
            if count == MOST_LINES - 1 and file.read(1):
                seen.notes.append(f"attributes were looked for in its first {MOST_LINES:,} lines alone")
    return seen


def _read_line(line: str, seen: SeenAttributes) -> None:
    begins = line.lstrip()
    if begins.startswith(("{", "[")):
        if PREFIX in begins or '"gen_ai"' in begins:
            for value in read_json_texts(begins)[0]:
                _walk(value, seen)
    elif found := _PLAIN.match(line):
        seen.add(found[1], _plain_value(found[2]))


def _plain_value(text: str) -> Any:  # noqa: ANN401 - a number, a truth value or text
    bare = text.rstrip(",").strip()
    if bare[:1] in {'"', "'"} and bare[-1:] == bare[:1] and len(bare) > 1:
        return bare[1:-1]
    if bare in {"true", "false"}:
        return bare == "true"
    if _WHOLE_NUMBER.match(bare):
        return int(bare)
    return float(bare) if _NUMBER.match(bare) else text


def _walk(root: Any, seen: SeenAttributes) -> None:  # noqa: ANN401 - any JSON value
    """Look at every object below `root`, in the order of the text, without recursion: it may be nested deeply."""
    stack = [root]
    while stack:
        value = stack.pop()
        if isinstance(value, Pairs):
            below = list(_of_map(value, seen))
        elif isinstance(value, list):
            listed = _listed_map(value)
            below = list(_of_map(listed, seen)) if listed is not None else value
        else:
            continue
        stack.extend(each for each in reversed(below) if isinstance(each, list))


def _of_map(pairs: Pairs, seen: SeenAttributes) -> Iterator[Any]:
    """Take the attributes of one object, and give back the values that may hold more."""
    facts = []
    for key, value in pairs:
        if key.startswith(PREFIX):
            seen.add(key, plain(value))
        elif key == "gen_ai" and isinstance(value, Pairs):
            _nested("gen_ai", value, seen)
        else:
            facts.append((key, value))
            yield value
    seen.add_facts(facts)


def _nested(name: str, pairs: Pairs, seen: SeenAttributes) -> None:
    stack = [(name, pairs)]
    while stack:
        above, inner = stack.pop()
        for key, value in inner:
            if isinstance(value, Pairs) and len(above) < 200:
                stack.append((f"{above}.{key}", value))
            else:
                seen.add(f"{above}.{key}", plain(value))


def _listed_map(values: list[Any]) -> Pairs | None:
    """A list of `{key, value}` objects as one map; None for any other list."""
    found = Pairs()
    for each in values:
        if not isinstance(each, Pairs):
            return None
        held = dict(each)
        if not isinstance(held.get("key"), str) or "value" not in held:
            return None
        found.append((held["key"], held["value"]))
    return found or None


def plain(value: Any, depth: int = 0) -> Any:  # noqa: ANN401 - any JSON value
    """The value without the types that OTLP writes around it, with objects as maps."""
    if isinstance(value, Pairs):
        held = dict(value)
        for kind in _TYPED:
            if kind in held:
                inner = held[kind]
                is_count = kind == "intValue" and isinstance(inner, str) and _WHOLE_NUMBER.match(inner)
                return int(inner) if is_count else inner
        if depth > 20:
            return "…"
        for kind in ("arrayValue", "kvlistValue"):
            if isinstance(held.get(kind), Pairs):
                return plain(dict(held[kind]).get("values", []), depth + 1)
        return {key: plain(each, depth + 1) for key, each in value}
    if isinstance(value, list):
        listed = _listed_map(value)
        if listed is not None:
            return plain(listed, depth + 1)
        return "…" if depth > 20 else [plain(each, depth + 1) for each in value]
    return value
