r"""RE2's syntax to a tree. What one character matches is left to RE2; only what stands around it is read here.

Patterns come here after RE2 has taken them, so that nothing has to be refused but what cannot be told in characters:
`\C`, which takes one byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from afterword.evals.export.regex.sets import Ranges, ranges_of

At = Literal["text-start", "text-end", "line-start", "line-end", "word", "no-word"]


class PortableError(Exception):
    """A check that no exported judge can apply as RE2 does, with the reason in words."""


@dataclass(frozen=True)
class One:
    """One character of a set."""

    ranges: Ranges


@dataclass(frozen=True)
class Place:
    """A condition on the place, which takes no character."""

    at: At


@dataclass(frozen=True)
class Row:
    """One after another."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Either:
    """One of several."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Repeat:
    """From `least` to `most` times; None for any number."""

    part: Node
    least: int
    most: int | None


Node = One | Place | Row | Either | Repeat

_COUNT = re.compile(r"\{([0-9]+)(,([0-9]*))?\}")
_GROUP = re.compile(r"\(\?(?:P?<[^>]*>|([imsU]*)(?:-([imsU]*))?([:)]))")
_SIMPLE = {"*": (0, None), "+": (1, None), "?": (0, 1)}
_PLACES: dict[str, At] = {"A": "text-start", "z": "text-end", "b": "word", "B": "no-word"}
_ESCAPE = re.compile(r"\\(?:[pP](?:\{[^}]*\}|.)|x(?:\{[0-9A-Fa-f]*\}|[0-9A-Fa-f]{2})|[0-7]{1,3}|.)", re.DOTALL)
_DEPTH = 200


@dataclass(frozen=True)
class _Flags:
    ignore_case: bool = False
    multi_line: bool = False
    dot_all: bool = False


def parse(pattern: str, *, ignore_case: bool) -> Node:
    """The tree of a pattern that RE2 takes.

    Raises:
        PortableError: where it takes single bytes, or is nested too deep.
    """
    return _Parser(pattern).alternatives(_Flags(ignore_case=ignore_case), 0)


class _Parser:
    def __init__(self, pattern: str) -> None:
        self.text = pattern
        self.place = 0

    def alternatives(self, flags: _Flags, depth: int) -> Node:
        """Up to the end or the bracket that closes the group; flags that are set within hold to the end of it."""
        if depth > _DEPTH:
            message = f"the pattern nests more than {_DEPTH} groups"
            raise PortableError(message)
        rows: list[list[Node]] = [[]]
        while self.place < len(self.text) and self.text[self.place] != ")":
            if self.text[self.place] == "|":
                self.place += 1
                rows.append([])
                continue
            flags = self._item(rows[-1], flags, depth)
        parts = tuple(row[0] if len(row) == 1 else Row(tuple(row)) for row in rows)
        return parts[0] if len(parts) == 1 else Either(parts)

    def _item(self, row: list[Node], flags: _Flags, depth: int) -> _Flags:
        """One part with what repeats it; gives back the flags that hold after it."""
        if self.text.startswith(r"\Q", self.place):
            self._quoted(row, flags)
        elif self.text[self.place] == "(":
            group = _GROUP.match(self.text, self.place)
            inner = _changed(flags, group) if group else flags
            self.place = group.end() if group else self.place + 1
            if group and group[3] == ")":
                # What repeats after it takes the part before it.
                self._repeated(row)
                return inner
            row.append(self.alternatives(inner, depth + 1))
            self.place += 1
        else:
            row.append(self._single(flags))
        self._repeated(row)
        return flags

    def _quoted(self, row: list[Node], flags: _Flags) -> None:
        r"""Text between `\Q` and `\E`; what repeats stands after it and takes its last character."""
        end = self.text.find(r"\E", self.place + 2)
        end = len(self.text) if end < 0 else end
        row += [_literal(each, flags) for each in self.text[self.place + 2 : end]]
        self.place = end + 2

    def _single(self, flags: _Flags) -> Node:
        char = self.text[self.place]
        if char == "[":
            return self._class(flags)
        if char == "\\":
            return self._escape(flags)
        self.place += 1
        if char == "^":
            return Place("line-start" if flags.multi_line else "text-start")
        if char == "$":
            return Place("line-end" if flags.multi_line else "text-end")
        if char == ".":
            return One(ranges_of(".", dot_all=flags.dot_all))
        return _literal(char, flags)

    def _escape(self, flags: _Flags) -> Node:
        found = _ESCAPE.match(self.text, self.place)
        part = found[0] if found else self.text[self.place :]
        if part == r"\C":
            message = r"the pattern takes single bytes with `\C`, which no text of characters has"
            raise PortableError(message)
        self.place += len(part)
        if len(part) == 2 and part[1] in _PLACES:
            return Place(_PLACES[part[1]])
        return One(ranges_of(part, ignore_case=flags.ignore_case))

    def _class(self, flags: _Flags) -> Node:
        start = self.place
        end = start + (2 if self.text.startswith("[^", start) else 1)
        first = True
        while end < len(self.text) and (first or self.text[end] != "]"):
            first = False
            if self.text.startswith("[:", end) and (close := self.text.find(":]", end + 2)) > 0:
                end = close + 2
            elif self.text[end] == "\\" and (found := _ESCAPE.match(self.text, end)):
                end = found.end()
            else:
                end += 1
        self.place = end + 1
        return One(ranges_of(self.text[start : self.place], ignore_case=flags.ignore_case))

    def _repeated(self, row: list[Node]) -> None:
        if self.place >= len(self.text) or not row:
            return
        char = self.text[self.place]
        if char in _SIMPLE:
            (least, most), size = _SIMPLE[char], 1
        elif counted := _COUNT.match(self.text, self.place):
            least, size = int(counted[1]), len(counted[0])
            most = least if counted[2] is None else int(counted[3]) if counted[3] else None
        else:
            return
        self.place += size
        # Whether it takes much or little makes no difference to whether something is found.
        if self.text.startswith("?", self.place):
            self.place += 1
        row[-1] = Repeat(row[-1], least, most)


def _changed(flags: _Flags, group: re.Match[str]) -> _Flags:
    if group[3] is None:
        return flags
    names = {"i": "ignore_case", "m": "multi_line", "s": "dot_all"}
    for letters, value in ((group[1] or "", True), (group[2] or "", False)):
        flags = replace(flags, **{names[each]: value for each in letters if each in names})
    return flags


def _literal(char: str, flags: _Flags) -> One:
    point = ord(char)
    if not flags.ignore_case:
        return One(((point, point),))
    return One(ranges_of(f"\\x{{{point:x}}}", ignore_case=True))
