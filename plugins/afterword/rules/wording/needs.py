"""Which words must stand in a sentence so that a pattern can match in it: read off the pattern itself.

A pattern is read as the set of texts that it matches, as far as they can be told apart. Where the set grows too large
it is summed up, and the words that were needed until then are kept. Where nothing can be said, nothing is: the pattern
is then tried on every sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from afterword.rules.wording.texts import (
    ANY,
    EDGE,
    SIGN,
    Need,
    Pair,
    Texts,
    ends_of,
    lean,
    needed_in,
    rarest,
    sum_up,
)

_MOST = 600
"""Texts that are told apart at most."""
_FEW = 12
"""Texts of a repeated part that are told apart at most."""
MOST_NEEDS = 4
"""Needs of one pattern at most; each further one tells less."""
_TIMES = re.compile(r"(?:([*+?])|\{(\d*)(,?)(\d*)\})\??")
_GROUP = re.compile(r"\?(?:<?[=!]|:|P<\w+>)")
_BRACKET = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]")
"""A bracket of a group; within a class and after a backslash it is none."""
_PLAIN = re.compile(r"[a-z' -]*[a-z' -](?![*+?{])")
_NO_LETTER = (r"\w", r"[\w-]")
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """Part of a pattern: the texts that it matches, and what is needed for it."""

    texts: Texts
    needs: tuple[Need, ...] = ()


@cache
def needs_of(pattern: str) -> tuple[Need, ...]:
    """What stands in every text, in small letters, that `pattern` matches in; what tells most comes first."""
    whole = _read(pattern, at_edge=False)
    return rarest((*whole.needs, *needed_in(whole.texts)), MOST_NEEDS)


def needed_words(pattern: str) -> tuple[Words, ...]:
    """Sets of words: one word of each stands in every text, in small letters, that `pattern` matches in."""
    return tuple(dict.fromkeys(frozenset(pair[0] for pair in need) for need in needs_of(pattern)))


@cache
def _read(pattern: str, *, at_edge: bool) -> _Part:
    """A pattern, or what stands in a group of one: the same groups stand in many patterns."""
    return _Reader(pattern).alternatives(at_edge=at_edge)


class _Reader:
    """One walk through a pattern."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self._ends = _group_ends(pattern)

    def alternatives(self, *, at_edge: bool) -> _Part:
        """All branches; `at_edge` says whether no letter stands before them."""
        branches = [self._sequence(at_edge=at_edge)]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            branches.append(self._sequence(at_edge=at_edge))
        if len(branches) == 1:
            return branches[0]
        texts = frozenset[str]().union(*(branch.texts for branch in branches))
        if len(texts) > _MOST:
            texts = lean(texts)
        if len(texts) <= _MOST and not any(branch.needs for branch in branches):
            return _Part(texts)
        needs = [rarest((*each.needs, *needed_in(each.texts, at_edge=at_edge)), MOST_NEEDS) for each in branches]
        # A branch with fewer needs than another one repeats its last.
        needed = [
            frozenset[Pair]().union(*(each[min(place, len(each) - 1)] for each in needs))
            for place in range(max(map(len, needs)) if all(needs) else 0)
        ]
        return _Part(texts if len(texts) <= _MOST else sum_up(texts), tuple(needed))

    def _sequence(self, *, at_edge: bool) -> _Part:
        texts: Texts = frozenset({""})
        needs: tuple[Need, ...] = ()
        while self.at < len(self.pattern) and self.pattern[self.at] != "|":
            ends = [text[-1] in (SIGN, EDGE) if text else at_edge for text in texts]
            part = self._repeated(self._piece(at_edge=all(ends)))
            needs += part.needs
            more = part.texts
            if len(texts) * len(more) > _MOST:
                texts, more = lean(texts), lean(more)
            if len(texts) * len(more) > _MOST:
                needs += needed_in(texts, at_edge=at_edge)
                texts = ends_of(texts)
            if len(texts) * len(more) > _MOST:
                texts = sum_up(texts)
            texts = frozenset(before + after for before in texts for after in more)
        return _Part(texts, needs)

    def _piece(self, *, at_edge: bool) -> _Part:
        """A few plain characters, or one sign, class, group or assertion."""
        if plain := _PLAIN.match(self.pattern, self.at):
            self.at = plain.end()
            return _Part(frozenset({plain[0].replace("-", SIGN)}))
        sign = self.pattern[self.at]
        self.at += 1
        if sign == "(":
            return self._group(at_edge=at_edge)
        if sign == "[":
            return _Part(self._class())
        if sign == "\\":
            return _Part(frozenset({self._escape()}))
        if sign in "^$":
            return _Part(frozenset({EDGE}))
        return _Part(frozenset({ANY if sign == "." else _plain(sign)}))

    def _repeated(self, part: _Part) -> _Part:
        """`part` as often as the sign after it says."""
        found = _TIMES.match(self.pattern, self.at)
        if found is None:
            return part
        self.at = found.end()
        sign, least, comma, most = found.groups()
        texts = part.texts
        if sign in ("*", "+") or (not sign and (comma or least != "1") and most != "1"):
            texts = (texts if len(texts) <= _FEW else frozenset()) | sum_up(texts)
        elif len(texts) > _FEW and sign == "?":
            texts = sum_up(texts)
        if sign in ("*", "?") or (not sign and least in ("", "0")):
            return _Part(texts | {""})
        return _Part(texts, part.needs)

    def _group(self, *, at_edge: bool) -> _Part:
        found = _GROUP.match(self.pattern, self.at)
        kind = found[0] if found else ""
        end = self._ends[self.at]
        body = self.pattern[self.at + len(kind) : end]
        self.at = end + 1
        inner = _read(body, at_edge=at_edge)
        if kind in ("?=", "?<="):
            ends = [text[:1] if kind == "?=" else text[-1:] for text in inner.texts]
            return _Part(frozenset({EDGE if all(end in (SIGN, EDGE) and end for end in ends) else ""}))
        if kind in ("?!", "?<!"):
            return _Part(frozenset({EDGE if body in _NO_LETTER or body.startswith(r"\w|") else ""}))
        return inner

    def _class(self) -> Texts:
        begins = self.at
        if self.pattern[self.at] == "^":
            self.at += 1
        self.at += self.pattern[self.at] == "]"
        found = set()
        while self.pattern[self.at] != "]":
            sign = self.pattern[self.at]
            self.at += 1
            if self.pattern[self.at] == "-" and self.pattern[self.at + 1] != "]":
                found.add(ANY)
            found.add(self._escape() if sign == "\\" else _plain(sign))
        self.at += 1
        return frozenset({ANY} if self.pattern[begins] == "^" or found & {ANY, "'"} else found)

    def _escape(self) -> str:
        sign = self.pattern[self.at]
        self.at += 1
        if sign in "ux":
            self.at += 4 if sign == "u" else 2
            return SIGN
        if sign == "b":
            return EDGE
        return ANY if sign in "wWSD" else SIGN


def _group_ends(pattern: str) -> dict[int, int]:
    """Where each group ends, by the place behind its bracket."""
    ends, opened = dict[int, int](), list[int]()
    for found in _BRACKET.finditer(pattern):
        if found[0] == "(":
            opened.append(found.end())
        elif found[0] == ")":
            ends[opened.pop()] = found.start()
    return ends


def _plain(sign: str) -> str:
    return sign if sign.isalpha() or sign == "'" else SIGN
