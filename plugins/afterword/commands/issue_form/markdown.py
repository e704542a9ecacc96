"""Typed text as Markdown that shows it and does nothing: no HTML, headings, links, comments or attributes are left."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from itertools import takewhile

from afterword.commands.issue_form.answers import code_blocks
from afterword.model.settings import Limits

_CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_ALWAYS = re.compile(r"[\\`\[\]<{]")
_ENTITY = re.compile(r"&(?=[#A-Za-z])")
_BACKSLASH = "\\"
_BY_NUMBER = {"=": "&#61;", "~": "&#126;", "?": "&#63;", ":": "&#58;"}
"""Marks that the site's renderer takes no backslash before."""
_ITEM = re.compile(r"([-+*]|[0-9]{1,9}[.)])[ \t]+(?=\S)")
_AT_BEGINNING = re.compile(
    r"#|>|~~~|!!!|\?\?\?|[-+*:](?=[ \t]|$)|[-=]+[ \t]*$|[0-9]{1,9}[.)](?=[ \t]|$)|[-*_](?:[ \t]*[-*_]){2}"
)
_FENCE = re.compile(r"`{3,}|~{3,}")
_LEAST, _CODE_DEPTH = 2, 4
"""Blanks before a line that belongs to a block of code, and before one that makes it such a block."""
_NOTHING = -1
"""In the place of these, of a line that is empty."""
_LANGUAGE = re.compile(r"[ \t]*([A-Za-z0-9_+#.-]{1,30})[ \t]*")


def as_markdown(text: str, limits: Limits, *, code: bool = True) -> str:
    """Paragraphs, lists of one level and, with `code`, blocks of code; everything else stands there as it was typed.

    Lines that are too long for a report go on in the next.
    """
    lines = text.split("\n")
    if not code:
        return "\n".join(_prose(lines, limits)).strip("\n")
    parts: list[Iterator[str]] = []
    done = 0
    for start, end in code_blocks(lines):
        parts += [*_unfenced(lines[done:start], limits), _block(lines[start:end], limits)]
        done = end
    parts += _unfenced(lines[done:], limits)
    return "\n\n".join(filter(None, ("\n".join(each).strip("\n") for each in parts)))


def _unfenced(lines: list[str], limits: Limits) -> Iterator[Iterator[str]]:
    """Prose, and as code what was typed indented, such as a pasted log: prose would lose where its lines begin."""
    done = 0
    for start, end in _indented(lines):
        yield _prose(lines[done:start], limits)
        yield _fenced(textwrap.dedent("\n".join(lines[start:end])).split("\n"), "", limits)
        done = end
    yield _prose(lines[done:], limits)


def _indented(lines: list[str]) -> Iterator[tuple[int, int]]:
    """First line and the line after the last of each run of indented lines of which one is indented by 4 or more.

    What is indented within a list, or begins one, belongs to that list.
    """
    depths = [_depth(line) for line in lines]
    in_list = False
    at = 0
    while at < len(lines):
        depth = depths[at]
        if depth != _NOTHING and (depth < _LEAST or not in_list):
            in_list = _ITEM.match(lines[at].lstrip(" \t")) is not None
        if depth < _LEAST or in_list:
            at += 1
            continue
        run = takewhile(lambda place: depths[place] == _NOTHING or depths[place] >= _LEAST, range(at, len(lines)))
        inside = [place for place in run if depths[place] != _NOTHING]
        if any(depths[place] >= _CODE_DEPTH for place in inside):
            yield at, inside[-1] + 1
        at = inside[-1] + 1


def _depth(line: str) -> int:
    """How far a line is indented, in blanks."""
    spread = line.expandtabs(4)
    text = spread.lstrip(" ")
    return len(spread) - len(text) if text else _NOTHING


def _prose(lines: list[str], limits: Limits) -> Iterator[str]:
    before = ""
    for line in (part for each in lines for part in _within(each, limits)):
        stripped = line.strip(" \t")
        if _ITEM.match(stripped) and before and not _ITEM.match(before):
            # The site's renderer begins a list after an empty line alone.
            yield ""
        if stripped or before:
            yield _escaped(stripped)
        before = stripped


def _block(lines: list[str], limits: Limits) -> Iterator[str]:
    """A block of code with marks that nothing within it closes."""
    marks = _FENCE.search(lines[0])
    info = _LANGUAGE.fullmatch(lines[0][marks.end() :]) if marks else None
    language = info[1] if info else ""
    rest = lines[0][marks.end() :].strip() if marks and not info else ""
    yield from _fenced([*([rest] if rest else []), *lines[1:-1]], language, limits)


def _fenced(lines: list[str], language: str, limits: Limits) -> Iterator[str]:
    longest = max((len(each) for line in lines for each in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield fence + language
    for line in lines:
        yield from _within(line, limits)
    yield fence


def _escaped(line: str) -> str:
    item = _ITEM.match(line)
    head, rest = (item[0], line[item.end() :]) if item else ("", line)
    at_beginning = _AT_BEGINNING.match(rest)
    if not at_beginning:
        return head + _inline(rest)
    digits = len(rest) - len(rest.lstrip("0123456789"))
    mark, after = rest[digits], rest[digits + 1 :]
    return f"{head}{rest[:digits]}{_BY_NUMBER.get(mark, _BACKSLASH + mark)}{_inline(after)}"


def _inline(text: str) -> str:
    """The text with its marks made text; code between single backticks stays code."""
    parts, done = [], 0
    for found in _CODE.finditer(text):
        parts += [_without_marks(text[done : found.start()]), found[0]]
        done = found.end()
    return "".join([*parts, _without_marks(text[done:])])


def _without_marks(text: str) -> str:
    return _ALWAYS.sub(r"\\\g<0>", _ENTITY.sub("&amp;", text))


def _within(line: str, limits: Limits) -> Iterator[str]:
    """The line in pieces that stay within the limits after every character of them was escaped."""
    run = limits.run_characters // 2
    pieces = re.sub(rf"([\[(>*_`<!\\])(?=\1{{{run}}})(\1{{{run - 1}}})", "\\g<0>\n", line).split("\n")
    most = limits.line_characters // 2 - 10
    for piece in pieces:
        while len(piece) > most:
            cut = piece.rfind(" ", most // 2, most)
            cut = cut + 1 if cut > 0 else most
            yield piece[:cut]
            piece = piece[cut:]
        yield piece
