"""The front matter of an older file, through python-frontmatter's handlers: YAML between `---`, TOML between `+++`.

Its values stay text as they were written, since `12:30` and `no` mean something else once a reader has converted them.
A block that looks like front matter and cannot be read is kept as text; one that is no map of fields is prose.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Literal

from frontmatter.default_handlers import BaseHandler, YAMLHandler

from afterword.model.source import Source
from afterword.read.node import Node
from afterword.read.nodes import NodeError, read_nodes

Tree = str | None | list[Any] | dict[str, Any]
MAX_DEPTH = 14
"""How deep lists and maps of old front matter may be nested, so that they fit below the new one."""


class TomlHandler(BaseHandler):
    """TOML through the standard library: python-frontmatter's own handler asks for a package without upkeep."""

    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"

    def load(self, fm: str, **kwargs: object) -> dict[str, Any]:
        """Parse the text; decimal numbers stay as written."""
        return tomllib.loads(fm.replace("\r\n", "\n"), parse_float=str)


@dataclass(frozen=True)
class OldFront:
    """What stands above the prose.

    Attributes:
        form: `yaml`, `toml`, or None where there is no front matter.
        metadata: the fields, every value as text, lists and maps.
        text: the block between the fences as it was.
        unread: why it could not be read, with its line; empty where it could.
        body: where the prose begins, in code points.
        note: something a person should know of how the block was taken.
    """

    form: Literal["yaml", "toml"] | None
    metadata: Mapping[str, Tree] = field(default_factory=dict)
    text: str = ""
    unread: str = ""
    body: int = 0
    note: str = ""

    @property
    def needs_text(self) -> bool:
        """Whether the fields alone do not hold all of the block: it could not be read, or has comments."""
        return bool(self.unread) or bool(re.search(r"(?:^|\s)#", self.text, re.MULTILINE))


_NONE = OldFront(None)
_HANDLERS: tuple[tuple[Literal["yaml", "toml"], BaseHandler], ...] = (("yaml", YAMLHandler()), ("toml", TomlHandler()))
_FIELD = {"yaml": re.compile(r"\s*[\w .\"'-]{1,60}:(?:\s|$)"), "toml": re.compile(r"\s*(?:#|\[|[\w.\"'-]{1,60}\s*=)")}
_DOTS = re.compile(r"^\.\.\.[ \t]*\r?$", re.MULTILINE)


def read_old_front(text: str, limit: int) -> OldFront:
    """The front matter of `text` (without a BOM); `limit` is how many bytes it may hold."""
    for form, handler in _HANDLERS:
        fence = handler.START_DELIMITER or ""
        if not handler.detect(text) or _line(text, 0) != fence:
            continue
        start = _line_end(text, 0)
        closing = _closing(text, start, fence, handler)
        if closing is None:
            return OldFront(None, note=f"the block that `{fence}` opens is never closed, so it is taken as prose")
        block, body = text[start:closing], _line_end(text, closing)
        return _read(form, handler, text, block, start, body, limit)
    return _NONE


def _read(
    form: Literal["yaml", "toml"], handler: BaseHandler, text: str, block: str, start: int, body: int, limit: int
) -> OldFront:
    if not block.strip():
        return OldFront(form, {}, block, body=body)
    looks = bool(_FIELD[form].match(block))
    if len(block.encode()) > limit:
        unread = f"it holds more than {limit:,} bytes"
        return OldFront(form, {}, block, unread, body) if looks else _prose(form)
    try:
        tree = _yaml(text, start, start + len(block)) if form == "yaml" else _texts(handler.load(block), MAX_DEPTH)
    except NodeError as error:
        place = f"line {error.problem.span.line}: {error.problem.message}"
        return OldFront(form, {}, block, place, body) if looks else _prose(form)
    except (ValueError, RecursionError) as error:
        return OldFront(form, {}, block, " ".join(str(error).split())[:120], body)
    if not isinstance(tree, dict):
        return _prose(form)
    return OldFront(form, tree, block, body=body)


def _prose(form: str) -> OldFront:
    return OldFront(
        None, note=f"the block at the beginning is no map of fields in {form.upper()}, so it is taken as prose"
    )


def _yaml(text: str, start: int, end: int) -> Tree:
    root = read_nodes(Source("", text), start, end, max_depth=MAX_DEPTH)
    return None if root is None else _plain(root)


def _plain(node: Node) -> Tree:
    if node.entries is not None:
        return {key.text or "": _plain(value) for key, value in node.entries}
    if node.items is not None:
        return [_plain(item) for item in node.items]
    return None if node.is_null else node.text


def _texts(value: object, depth: int) -> Tree:
    """TOML values as text, lists and maps."""
    if depth < 1:
        message = "lists and tables are nested too deep"
        raise ValueError(message)
    if isinstance(value, dict):
        return {str(key): _texts(inner, depth - 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_texts(inner, depth - 1) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value)


def _closing(text: str, start: int, fence: str, handler: BaseHandler) -> int | None:
    """Where the closing fence begins; in YAML three dots close too."""
    assert handler.FM_BOUNDARY is not None, "both handlers have one"
    found = [
        match.start() for match in handler.FM_BOUNDARY.finditer(text, start) if _line(text, match.start()) == fence
    ]
    dots = _DOTS.search(text, start) if fence == "---" else None
    return min([*found[:1], *([dots.start()] if dots else [])], default=None)


def _line(text: str, start: int) -> str:
    return text[start : _line_end(text, start)].rstrip()


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end + 1
