"""HTML comments in a body, and what they leave standing: `<!-- afterword-ignore AW301: reason -->`.

Such a comment holds for the block that it stands in, or, on a line of its own, for the next block at its level (a whole
list, table or quote). `afterword-ignore-start CODE: reason` holds until `afterword-ignore-end`, which may name the code
too. One that is never ended holds for nothing: whoever forgot the end meant less than the whole rest of the file, and
how much less nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from afterword.model.body import Suppression
from afterword.model.source import Source

_OPEN, _CLOSE = "<!--", "-->"
_ORDER = re.compile(
    r"""<!--\s*afterword-ignore
        (?P<part>-start|-end)?(?![\w-])
        [ \t\r\n]*(?P<code>[A-Za-z]+[0-9]+\b(?:(?:[ \t\r\n]*[,;&+])?[ \t\r\n]*(?:and[ \t])?[A-Za-z]+[0-9]+\b)*)?
        [ \t\r\n]*(?::(?P<reason>.*))?""",
    re.DOTALL | re.VERBOSE,
)


@dataclass(slots=True)
class Comment:
    """One comment, with offsets in the file.

    Attributes:
        text: as written, marks included.
        start: where it begins.
        end: where it ends.
        covers: the block that it stands in or before; None where no block follows.
    """

    text: str
    start: int
    end: int
    covers: tuple[int, int] | None = None


def split_html(text: str) -> Iterator[tuple[int, int, bool]]:
    """Cut HTML into comments and the rest: start, end and whether it is a comment; blank rests are left out."""
    done = 0
    while (start := text.find(_OPEN, done)) >= 0:
        # A comment may be as short as `<!-->`, so that its end may share the dashes of its beginning.
        close = text.find(_CLOSE, start + 2)
        if close < 0:
            break
        yield from _rest(text, done, start)
        done = close + len(_CLOSE)
        yield start, done, True
    yield from _rest(text, done, len(text))


def is_only_comments(text: str) -> bool:
    """Whether HTML consists of comments alone."""
    return all(is_comment for _, _, is_comment in split_html(text))


def read_suppressions(comments: Iterable[Comment], source: Source) -> tuple[Suppression, ...]:
    """The suppressions among `comments`, which are in order."""
    found: list[Suppression] = []
    opened = _Opened()
    for comment in comments:
        if not comment.text[len(_OPEN) :].lstrip().startswith("afterword-ignore"):
            continue
        part, code, reason = _read_order(comment.text)
        if part == "-end":
            if (match := opened.close(code)) is not None:
                found[match] = _until(found[match], source, comment.start)
                continue
            place = source.span(comment.start, comment.end)
            found.append(Suppression(code, "", place, source.span(comment.end, comment.end), ends_nothing=True))
            continue
        covers = comment.covers if part == "" and comment.covers else (comment.end, comment.end)
        if part == "-start":
            opened.add(len(found), code)
        found.append(Suppression(code, reason, source.span(comment.start, comment.end), source.span(*covers)))
    for index in opened.left():
        found[index] = replace(found[index], never_ends=True)
    return tuple(found)


class _Opened:
    """Ranges that have begun and not ended: the last one closes first, among those of a code where one is named."""

    def __init__(self) -> None:
        self._all: list[int] = []
        self._by_code: dict[str, list[int]] = {}
        self._closed: set[int] = set()

    def add(self, index: int, code: str) -> None:
        self._all.append(index)
        self._by_code.setdefault(code, []).append(index)

    def left(self) -> list[int]:
        """Those that nothing has closed."""
        return [index for places in self._by_code.values() for index in places if index not in self._closed]

    def close(self, code: str) -> int | None:
        waiting = self._by_code.get(code, []) if code else self._all
        while waiting:
            index = waiting.pop()
            if index not in self._closed:
                self._closed.add(index)
                return index
        return None


def _read_order(text: str) -> tuple[str, str, str]:
    """Part, code and reason; what cannot be read is empty."""
    order = _ORDER.match(text.removesuffix(_CLOSE))
    if order is None:
        return "", "", ""
    return order["part"] or "", " ".join((order["code"] or "").split()), " ".join((order["reason"] or "").split())


def _until(suppression: Suppression, source: Source, end: int) -> Suppression:
    start = suppression.span.end_line, suppression.span.end_column
    return replace(suppression, applies_to=source.span(source.offset(*start), end))


def _rest(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    rest = text[start:end]
    if rest.strip():
        yield start + len(rest) - len(rest.lstrip()), start + len(rest.rstrip()), False
