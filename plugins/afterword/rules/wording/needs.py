"""Which words must stand in a sentence so that a pattern can match in it: read off the pattern itself.

A pattern is read as the set of texts that it matches, as far as they can be told apart: letters as they are, a blank
for any sign, `_ANY` for what may be anything, `_EDGE` for a place with no letter beside it. Where the set grows too
large it is summed up, and the words that were needed until then are kept. Of two words in one text the rarer is taken.
Where nothing can be said, nothing is: the pattern is then tried on every sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from afterword.rules.wording.language import ENGLISH
from afterword.rules.wording.lexicon.functions import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS

_ANY, _EDGE, _SIGN = "\x01", "\x02", " "
_MOST = 600
"""Texts that are told apart at most."""
_FEW = 12
"""Texts of a repeated part that are told apart at most."""
_COMMON = ENGLISH | AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS
_LETTERS = r"[^\W\d_]+"
# Letters between signs, an apostrophe within them included; what stands on either side of one counts as a word, too.
_WORD = re.compile(rf"(?<![^\W\d_])(?<!{_ANY}){_LETTERS}(?:'{_LETTERS})*(?![^\W\d_])(?!{_ANY})")
_TIMES = re.compile(r"(?:([*+?])|\{(\d*)(,?)(\d*)\})\??")
_GROUP = re.compile(r"\?(?:<?[=!]|:|P<\w+>)")
_PLAIN = re.compile(r"[a-z' -]*[a-z' -](?![*+?{])")
_NO_LETTER = (r"\w", r"[\w-]")
Texts = frozenset[str]
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """Part of a pattern: the texts that it matches, and sets of words of each of which one is needed."""

    texts: Texts
    needs: tuple[Words, ...] = ()


def needed_words(pattern: str) -> tuple[Words, ...]:
    """Up to two sets of words: one word of each stands in every text, in small letters, that `pattern` matches in."""
    whole = _Reader(pattern).alternatives(at_edge=False)
    needs = (*whole.needs, *_words(whole.texts))
    return tuple(sorted(dict.fromkeys(needs), key=lambda words: (_cost(words), sorted(words)))[:2])


def _cost(words: Words) -> int:
    """How often one of `words` stands in a sentence, roughly."""
    return sum(map(_rank, words))


@cache
def _rank(word: str) -> int:
    return 100 if word in _COMMON or len(word) < 3 else 1


def _words(texts: Texts, *, at_edge: bool = False) -> tuple[Words, ...]:
    """The words of which one is needed where one of `texts` is, whatever stands around it; empty for none.

    Args:
        texts: the texts.
        at_edge: whether no letter stands before them.
    """
    found = set()
    before = _EDGE if at_edge else _ANY
    for text in texts:
        words = _WORD.findall(f"{before}{text}{_ANY}")
        if not words:
            return ()
        found.add(words[0] if len(words) == 1 else min(words, key=lambda word: (_rank(word), -len(word), word)))
    return (frozenset(found),) if found else ()


def _sum_up(texts: Texts) -> Texts:
    """One text for all, of which no more is known than whether letters stand at its ends."""
    begins = _SIGN if all(text[:1] in (_SIGN, _EDGE) and text for text in texts) else ""
    ends = _SIGN if all(text[-1:] in (_SIGN, _EDGE) and text for text in texts) else ""
    return frozenset({begins + _ANY + ends})


class _Reader:
    """One walk through a pattern."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self, *, at_edge: bool) -> _Part:
        """Up to the end of the pattern or of the group; `at_edge` says whether no letter stands before it."""
        branches = [self._sequence(at_edge=at_edge)]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            branches.append(self._sequence(at_edge=at_edge))
        if len(branches) == 1:
            return branches[0]
        texts = frozenset[str]().union(*(branch.texts for branch in branches))
        if len(texts) <= _MOST and not any(branch.needs for branch in branches):
            return _Part(texts)
        needs = [
            min((*branch.needs, *_words(branch.texts, at_edge=at_edge)), key=_cost, default=None) for branch in branches
        ]
        needed = () if None in needs else (frozenset[str]().union(*(each for each in needs if each)),)
        return _Part(texts if len(texts) <= _MOST else _sum_up(texts), needed)

    def _sequence(self, *, at_edge: bool) -> _Part:
        texts: Texts = frozenset({""})
        needs: tuple[Words, ...] = ()
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            ends = [text[-1] in (_SIGN, _EDGE) if text else at_edge for text in texts]
            part = self._repeated(self._piece(at_edge=all(ends)))
            needs += part.needs
            if len(texts) * len(part.texts) > _MOST:
                needs += _words(texts, at_edge=at_edge)
                texts = _sum_up(texts)
            texts = frozenset(before + after for before in texts for after in part.texts)
        return _Part(texts, needs)

    def _piece(self, *, at_edge: bool) -> _Part:
        """A few plain characters, or one sign, class, group or assertion."""
        if plain := _PLAIN.match(self.pattern, self.at):
            self.at = plain.end()
            return _Part(frozenset({plain[0].replace("-", _SIGN)}))
        sign = self.pattern[self.at]
        self.at += 1
        if sign == "(":
            return self._group(at_edge=at_edge)
        if sign == "[":
            return _Part(self._class())
        if sign == "\\":
            return _Part(frozenset({self._escape()}))
        if sign in "^$":
            return _Part(frozenset({_EDGE}))
        return _Part(frozenset({_ANY if sign == "." else _plain(sign)}))

    def _repeated(self, part: _Part) -> _Part:
        """`part` as often as the sign after it says."""
        found = _TIMES.match(self.pattern, self.at)
        if found is None:
            return part
        self.at = found.end()
        sign, least, comma, most = found.groups()
        texts = part.texts
        if sign in ("*", "+") or (not sign and (comma or least != "1") and most != "1"):
            texts = (texts if len(texts) <= _FEW else frozenset()) | _sum_up(texts)
        elif len(texts) > _FEW and sign == "?":
            texts = _sum_up(texts)
        if sign in ("*", "?") or (not sign and least in ("", "0")):
            return _Part(texts | {""})
        return _Part(texts, part.needs)

    def _group(self, *, at_edge: bool) -> _Part:
        found = _GROUP.match(self.pattern, self.at)
        kind = found[0] if found else ""
        begins = self.at = self.at + len(kind)
        inner = self.alternatives(at_edge=at_edge)
        body = self.pattern[begins : self.at]
        self.at += 1
        if kind in ("?=", "?<="):
            ends = [text[:1] if kind == "?=" else text[-1:] for text in inner.texts]
            return _Part(frozenset({_EDGE if all(end in (_SIGN, _EDGE) and end for end in ends) else ""}))
        if kind in ("?!", "?<!"):
            return _Part(frozenset({_EDGE if body in _NO_LETTER or body.startswith(r"\w|") else ""}))
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
                found.add(_ANY)
            found.add(self._escape() if sign == "\\" else _plain(sign))
        self.at += 1
        return frozenset({_ANY} if self.pattern[begins] == "^" or found & {_ANY, "'"} else found)

    def _escape(self) -> str:
        sign = self.pattern[self.at]
        self.at += 1
        if sign in "ux":
            self.at += 4 if sign == "u" else 2
            return _SIGN
        if sign == "b":
            return _EDGE
        return _ANY if sign in "wWSD" else _SIGN


def _plain(sign: str) -> str:
    return sign if sign.isalpha() or sign == "'" else _SIGN
