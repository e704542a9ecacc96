"""Where terms of the glossary stand in a plain text: whole words, the longest first, in any script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from afterword.model.glossary import Explained, Glossary

# Scripts that set no spaces between words, and Hangul, which sets particles onto them.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[^\W{_UNSPACED}]+")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_KATAKANA = "\u30a1-\u30fa\u30fc"
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# What binds a word to others in names of files, paths, addresses, code and longer words.
_BOUND_BEFORE = re.compile(r"(?:[/\\@#=$&'‘]|\w[-.:’])\Z")
_END = rf"(?![^\W{_UNSPACED}])(?![-.:_'’](?!s\b)\w|[/\\@(=\u0300-\u036f])"
_GAPS = {" ": r"(?:\s+|[-\u2010\u2011])", "-": r"(?:\s+|[-\u2010\u2011])", "'": "['’]", "’": "['’]"}
"""What may stand between two words where a spelling has this: a space and a hyphen are alike."""
_PLAIN_EXEMPT = re.compile(r"""`[^`]*`|“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]|「[^」]*」|(?:https?://|www\.)\S+|\S+@\S+""")


class Found(NamedTuple):
    """A term in a text: from, to (offsets in code points), and its entry."""

    start: int
    end: int
    entry: Explained


class TermFinder:
    """Finds the terms that are explained in texts. Its work is linear in the text, however many terms there are."""

    def __init__(self, entries: Iterable[Explained]) -> None:
        self._by_first: dict[str, list[tuple[re.Pattern[str], Explained]]] = {}
        joined: dict[str, Explained] = {}
        spellings = [(spelling, entry) for entry in entries if entry.in_text for spelling in entry.spellings]
        for spelling, entry in sorted(spellings, key=lambda each: (-len(each[0]), each[0])):
            if _HAS_UNSPACED.search(spelling):
                joined[spelling] = entry
                continue
            first = _WORD.match(spelling)
            assert first is not None, "a spelling begins with a letter or a figure"
            self._by_first.setdefault(first[0].casefold(), []).append((_pattern(spelling), entry))
        self._joined = joined
        self._joined_pattern = _alternatives(joined)

    def find(self, text: str) -> Iterator[Found]:
        """Every term in order, without overlaps; of two that begin together, the longer.

        Reports name no language, so a text is held to be in the language of a meaning where both are mostly in Latin
        letters, or both mostly in others.
        """
        found = sorted([*self._spaced(text), *self._unspaced(text)], key=lambda each: (each.start, -each.end))
        latin, done = bool(found) and _is_latin(text), 0
        for each in found:
            if each.start >= done and latin == _is_latin(each.entry.meaning):
                done = each.end
                yield each

    def _spaced(self, text: str) -> Iterator[Found]:
        for word in _WORD.finditer(text):
            start = word.start()
            spellings = self._by_first.get(word[0].casefold())
            if spellings is None or _BOUND_BEFORE.search(text[max(0, start - 2) : start]):
                continue
            for pattern, entry in spellings:
                if found := pattern.match(text, start):
                    yield Found(start, found.end(), entry)
                    break

    def _unspaced(self, text: str) -> Iterator[Found]:
        if self._joined_pattern is not None:
            for found in self._joined_pattern.finditer(text):
                yield Found(found.start(), found.end(), self._joined[found[0]])


def exempt_ranges(text: str) -> list[tuple[int, int]]:
    """Stretches of a plain text that are code between backticks, quoted words or addresses."""
    return [found.span() for found in _PLAIN_EXEMPT.finditer(text)]


@lru_cache(maxsize=4)
def finder_of(glossary: Glossary) -> TermFinder:
    """The finder for a glossary, made once."""
    return TermFinder(glossary.entries)


def _pattern(spelling: str) -> re.Pattern[str]:
    """A pattern of one spelling from its first letter on; words with two capitals or more are told by their case."""
    parts = re.split(r"([ /.'’-])", spelling)
    for place, part in enumerate(parts):
        exact = re.escape(part) if sum(letter.isupper() for letter in part) > 1 else f"(?i:{re.escape(part)})"
        parts[place] = _GAPS.get(part, exact)
    return re.compile("".join(parts) + _END)


def _alternatives(spellings: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern of literal texts in the order given; a word in Katakana is not found inside of a longer one."""
    parts = []
    for each in spellings:
        before = f"(?<![{_KATAKANA}])" if re.match(f"[{_KATAKANA}]", each) else ""
        after = f"(?![{_KATAKANA}])" if re.search(f"[{_KATAKANA}]$", each) else ""
        parts.append(f"{before}{re.escape(each)}{after}")
    return re.compile("|".join(parts)) if parts else None


@lru_cache(maxsize=512)
def _is_latin(text: str) -> bool:
    return 2 * len(_LATIN.findall(text)) >= len(_LETTER.findall(text))
