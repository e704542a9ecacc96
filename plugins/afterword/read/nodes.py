"""YAML text to a tree of nodes with positions: every scalar as written, nothing converted, nothing executed.

The tree is built from the parser's events, so that reading stops at the first thing that is not allowed: aliases cannot
multiply, nesting cannot grow deep, tags cannot make objects.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from afterword.model.problem import Fix, Problem, ProblemKind
from afterword.model.scalars import clip
from afterword.model.source import Source
from afterword.read.node import Node
from afterword.read.odd_characters import odd_character, odd_line_end, odd_words
from afterword.read.yaml_words import Complaint, explain_syntax

# The C parser is several times faster and reads the same language; the wheels of PyYAML carry it everywhere.
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_YAML_TAG = "tag:yaml.org,2002:"
_RESOLVER: Any = yaml.SafeLoader.yaml_implicit_resolvers


class NodeError(Exception):
    """The YAML cannot be taken; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass
class _Builder:
    source: Source
    offset: int
    max_depth: int
    tags_allowed: bool = False
    anchors: dict[str, Node] = field(default_factory=dict)

    def fail(self, kind: ProblemKind, event: Any, message: str, hint: str, fix: Fix | None = None) -> NodeError:  # noqa: ANN401
        start = self.offset + event.start_mark.index
        end = max(start, self.offset + event.end_mark.index)
        return self.fail_at(kind, start, end, message, hint, fix)

    def fail_at(
        self, kind: ProblemKind, start: int, end: int, message: str, hint: str, fix: Fix | None = None
    ) -> NodeError:
        span = self.source.span(start, max(end, start + 1) if end > start else start)
        match = clip(self.source.text[start:end])
        return NodeError(Problem(kind, span, message, hint, match, fix))

    def build(self, events: Iterator[Any]) -> Node | None:
        """The document's root, or None where it is empty."""
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise self.fail("yaml-syntax", event, "a second YAML document begins", "keep one document")
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, events, 1)
        return root

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:  # noqa: ANN401
        self.refuse_features(event)
        if depth > self.max_depth:
            raise self.fail(
                "over-limit",
                event,
                f"lists and maps are nested more than {self.max_depth} deep",
                "make the structure flatter",
            )
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        start = self.offset + event.start_mark.index
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                items.append(self.node(inner, events, depth + 1))
            return Node(start, self.end_of(inner), items=items)
        entries: list[tuple[Node, Node]] = []
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            key = self.key(inner, entries)
            entries.append((key, self.node(next(events), events, depth + 1)))
        return Node(start, self.end_of(inner), entries=entries)

    def end_of(self, event: Any) -> int:  # noqa: ANN401
        return self.offset + int(event.end_mark.index)

    def key(self, event: Any, entries: list[tuple[Node, Node]]) -> Node:  # noqa: ANN401
        self.refuse_features(event)
        if not isinstance(event, yaml.ScalarEvent):
            hint = "write each key as one plain word, and put a text that begins with `{` or `[` in quotes"
            raise self.fail("yaml-feature", event, "a key is a list or a map", hint)
        key = self.scalar(event)
        if key.plain and key.text == "<<":
            raise self.fail("yaml-feature", event, "a merge key (`<<`) stands here", "write the fields out")
        for earlier, _ in entries:
            if earlier.text == key.text:
                line = self.source.span(earlier.start, earlier.end).line
                raise self.fail(
                    "duplicate-key",
                    event,
                    f"the key `{clip(key.text or '')}` stands twice in the same map, first on line {line}",
                    "keep one of them; YAML readers would silently take the last",
                )
        return key

    def refuse_features(self, event: Any) -> None:  # noqa: ANN401
        if isinstance(event, yaml.AliasEvent):
            raise self.fail(
                "yaml-feature", event, f"an alias (`*{clip(str(event.anchor))}`) stands here", "write the value out"
            )
        if getattr(event, "anchor", None):
            raise self.fail(
                "yaml-feature",
                event,
                f"an anchor (`&{clip(event.anchor)}`) stands here",
                "leave the anchor out and write the value where it is needed",
            )
        if getattr(event, "tag", None) is not None and not self.tags_allowed:
            raise self.fail(
                "yaml-feature",
                event,
                f"a tag (`{clip(event.tag.replace(_YAML_TAG, '!!'))}`) stands here",
                "leave the tag out; to keep a value as text, put it in quotes",
            )

    def scalar(self, event: Any) -> Node:  # noqa: ANN401
        start, end = self.offset + event.start_mark.index, self.offset + event.end_mark.index
        plain = not event.style and event.tag is None
        return Node(start, end, text=event.value, tag=resolve_tag(event.value) if plain else "str", plain=plain)


def resolve_tag(text: str) -> str:
    """What YAML 1.1 reads a bare word as: `str`, `bool`, `int`, `float`, `null`, `timestamp`, `merge` or `value`."""
    if len(text) > 128:
        return "str"
    first = text[0] if text else ""
    for tag, pattern in _RESOLVER.get(first, []) + _RESOLVER.get(None, []):
        if pattern.match(text):
            return str(tag).rsplit(":", 1)[-1]
    return "str"


def read_nodes(source: Source, start: int, end: int, *, max_depth: int, tags_allowed: bool = False) -> Node | None:
    """The YAML between two offsets of `source` as a tree; None where it is empty.

    Raises:
        NodeError: with the first problem, located in the whole file.
    """
    builder = _Builder(source, start, max_depth, tags_allowed)
    loader = None
    try:
        loader = _PARSER(source.text[start:end])
        return builder.build(iter(loader.get_event, None))
    except yaml.reader.ReaderError as error:
        at = odd_character(source.text, start, end)
        code = ord(source.text[at]) if at < end else 0
        raise builder.fail_at(
            "yaml-syntax",
            at,
            min(at + 1, end),
            f"a character that YAML does not allow stands here (U+{code:04X})",
            "take it out, or write it as an escape in double quotes",
        ) from error
    except yaml.MarkedYAMLError as error:
        at = start + (error.problem_mark.index if error.problem_mark else 0)
        if (odd := odd_line_end(source, start, min(at, end))) is not None:
            raise builder.fail_at("yaml-syntax", odd, odd + 1, *odd_words(source.text[odd])) from error
        message, hint = explain_syntax(_complaint(source, start, min(at, end), error))
        raise builder.fail_at("yaml-syntax", min(at, end), min(at, end), message, hint) from error
    finally:
        if loader is not None:
            loader.dispose()


def _complaint(source: Source, start: int, at: int, error: yaml.MarkedYAMLError) -> Complaint:
    """The parser's complaint about the YAML that begins at offset `start`, with the line that it gave up on."""
    place = source.span(at, at)
    line = source.line_text(place.line)
    # By its offset, since the parser counts lines at characters that end none here.
    opened = start + error.context_mark.index if error.context_mark else None
    return Complaint(
        problem=error.problem or "",
        context=error.context or "",
        opened=source.span(opened, opened).line if opened is not None else None,
        line=place.line,
        before=line[: place.column - 1],
        here=line[place.column - 1 : place.column],
    )
