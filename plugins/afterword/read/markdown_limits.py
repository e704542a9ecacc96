"""What in a body is too large to be read: the limits that keep every reader of Markdown quick."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from afterword.model.body import BodyLimit
from afterword.model.settings import Limits
from afterword.model.source import Source

MAX_NESTING = 20
"""How deep quotes and lists may stand within one another."""

_RUN_CHARACTERS = r"[\[(>*_`<!\\]"
_CONTAINER = re.compile(r"[ \t]*(?:(?P<quote>>)|(?P<item>[-+*]|[0-9]{1,9}[.)])(?=[ \t]|$))")
_RULE_LINE = re.compile(r"[ \t>]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")


def body_limits(source: Source, offset: int, limits: Limits) -> tuple[BodyLimit, ...]:
    """What in a body goes beyond the limits, in the order of the file; a body with any is not to be read.

    Four things make Markdown readers slow or deep, and no report needs them: a body of more than `limits.body_bytes`
    bytes in UTF-8 (told at its first character), a line of more than `limits.line_characters` characters, a run of more
    than `limits.run_characters` of one of the backslash and ``[ ( > * _ ` < !``, and quotes or lists more than
    `MAX_NESTING` deep. All count in code too, since another reader may take it for prose. Linear in the body's length.

    Args:
        source: the file.
        offset: where the body begins, in code points.
        limits: the settings' limits.
    """
    found = [*_long_lines(source, offset, limits), *_long_runs(source, offset, limits), *_deep_lines(source, offset)]
    size = len(source.text[offset:].encode("utf-8", "surrogatepass"))
    if size > limits.body_bytes:
        message = f"the body holds {size:,} bytes, more than the {limits.body_bytes:,} allowed"
        hint = "move long texts and data into evidence files"
        found.append(BodyLimit("size", source.span(offset, offset), message, hint))
    return tuple(sorted(found, key=lambda each: (each.span, each.kind)))


def _body_lines(source: Source, offset: int) -> Iterator[tuple[int, str]]:
    """Each line of the body with the offset of its first character."""
    first = source.span(offset, offset).line
    yield offset, source.line_text(first)[offset - source.line_starts[first - 1] :]
    yield from zip(source.line_starts[first:], source.lines[first:], strict=True)


def _long_lines(source: Source, offset: int, limits: Limits) -> Iterator[BodyLimit]:
    most = limits.line_characters
    for start, line in _body_lines(source, offset):
        if len(line) > most:
            message = f"the line holds {len(line):,} characters, more than the {most:,} allowed"
            span = source.span(start + most, start + len(line))
            yield BodyLimit("line", span, message, "break the line, or move the text into an evidence file")


def _long_runs(source: Source, offset: int, limits: Limits) -> Iterator[BodyLimit]:
    most = limits.run_characters
    for run in re.compile(rf"({_RUN_CHARACTERS})\1{{{most},}}").finditer(source.text, offset):
        message = f"`{run[1]}` stands {len(run[0]):,} times in a row, more than the {most:,} allowed"
        yield BodyLimit("run", source.span(*run.span()), message, "shorten it, or move the text into an evidence file")


def _deep_lines(source: Source, offset: int) -> Iterator[BodyLimit]:
    """The first line of each stretch that is too deep, told from the marks at the lines' beginnings alone."""
    items: list[tuple[int, int]] = []
    was_blank, was_deep = True, False
    for start, line in _body_lines(source, offset):
        depth, end = _depth(line.expandtabs(4) if "\t" in line else line, items, was_blank)
        if depth > MAX_NESTING and not was_deep:
            message = f"quotes and lists stand {depth} deep within one another, more than the {MAX_NESTING} allowed"
            span = source.span(start, start + min(end, len(line)))
            yield BodyLimit("nesting", span, message, "make the list flatter, or break it into several")
        was_blank = not line.strip(" \t>")
        was_deep = depth > MAX_NESTING or (was_deep and was_blank)


def _depth(line: str, items: list[tuple[int, int]], was_blank: bool) -> tuple[int, int]:
    """How deep the line's last mark stands, and where it ends.

    `items` are the items of lists that are open, each with the columns of its mark and of its text; the line opens and
    closes some. A line of text closes items only after a blank line, since else it may go on with the text before.
    """
    depth = quotes = end = 0
    mark = None if _RULE_LINE.match(line) else _CONTAINER.match(line)
    while mark:
        end, column = mark.end(), mark.start(mark.lastgroup or 0)
        if mark["quote"]:
            # The quote closes an item that it stands too far left for, not those within the quote, further right.
            outer = bisect_right(items, (column, len(line))) - 1
            if outer >= 0 and items[outer][1] > column:
                del items[outer:]
            quotes += 1
        else:
            _close_items(items, column)
            items.append((column, end + 1))
        depth = max(depth, quotes + len(items))
        mark = _CONTAINER.match(line, end)
    if was_blank and not end and line.strip(" "):
        _close_items(items, len(line) - len(line.lstrip(" ")))
    return depth, end


def _close_items(items: list[tuple[int, int]], column: int) -> None:
    while items and items[-1][1] > column:
        items.pop()
