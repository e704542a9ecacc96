"""Passages to sentences, each with its tokens and without the time or label that it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.prose import GAP, Passage, vocabulary_of

LONGEST = 1_200
"""Characters of one sentence; what is longer is cut, so that no sentence takes long."""
_END = re.compile(r"[.!?]+[\"'”’)\]*_]*(?= +\S)|;(?= )|\n")
_ABBREVIATIONS = words("e.g i.e etc vs cf approx mr mrs ms dr prof st no fig incl ca al resp eg ie a.m p.m")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_LABELS = (
    r"todo|done|status|notes?|actions?|lessons?|root\ cause|causes?|trigger|summary|impact|detection|resolution|"
    r"unresolved|declined"
)
_LEAD = re.compile(
    rf"""[\s*_~>•·–—-]*(?:\[[\ x]?\]\s*)?
        (?:\[?\(?~?(?:\d{{1,4}}[-/.:]\d{{1,2}}(?:[-/.:]\d{{1,4}})*(?:t[\d:.]+z?)?|\d{{1,2}}h\d{{2}})z?\]?\)?
           (?:\ ?(?:utc|gmt|cet|cest|pst|pdt|est|edt|am|pm|a\.m\.|p\.m\.)\b)?[\s*_:,;–—-]*)*
        (?:{_MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?,?(?:\ \d{{4}})?\ ?(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?[\s*_:,–—-]*)?
        (?:(?:{_LABELS})(?:\ (?:items?|learned|and\ mitigation|analysis))?[*_]*\s?[:–—-][\s*_]*)*
        (?:(?:(?:done|task|ticket|bug|issue|follow-?up|in\ progress|open|resolved|unresolved)\ )?
           (?:phab:)?[a-z]{{1,6}}-?\d{{1,6}}\s?[:–—-]\s+)?
        (?:[a-z][\w/&'-]*(?:\ [\w/&'-]+){{0,2}}[*_]*:[*_]*\s+(?=[a-z]))?
    """,
    re.VERBOSE,
)
_TOKEN = re.compile(rf"@?[\w][\w'/+.-]*(?<=[\w+])|{GAP}+|[^\w\s{GAP}]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a stretch of exempt text or a sign, with its offsets in the sentence."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or stands for one."""
        return self.text[0].isalnum() or self.text[0] in "@_" or self.text[0] == GAP


@dataclass(frozen=True)
class Sentence:
    """One sentence.

    Attributes:
        passage: where it belongs.
        start: its offset in the passage.
        low: its text in small letters, exempt parts masked.
        raw: the same with its capitals.
        lead: how many characters the time, bullet or label before its first word takes.
        previous: the sentence before it in the passage, in small letters.
        next: the sentence after it.
    """

    passage: Passage
    start: int
    low: str
    raw: str
    lead: int
    previous: str = ""
    next: str = ""

    @cached_property
    def tokens(self) -> list[Token]:
        """Its tokens from the lead on."""
        return [Token(each[0], each.start(), each.end()) for each in _TOKEN.finditer(self.low, self.lead)]

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words."""
        return frozenset(each.text for each in self.tokens)

    @cached_property
    def vocabulary(self) -> set[str]:
        """Its words as rules ask for them: without digits, a genitive's noun too, `@` for handles."""
        return vocabulary_of(self.low)

    def index_at(self, offset: int) -> int:
        """The place among the tokens of the first one that begins at `offset` or after it."""
        tokens = self.tokens
        low, high = 0, len(tokens)
        while low < high:
            middle = (low + high) // 2
            if tokens[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def quote(self, start: int, end: int) -> str:
        """What people read from `start` to `end`."""
        return self.passage.text[self.start + start : self.start + end]


def split_sentences(passage: Passage) -> list[Sentence]:
    """The sentences of a passage, in order."""
    bounds = list(_bounds(passage.low, passage.text))
    pieces = [passage.low[start:end] for start, end in bounds]
    found = []
    for place, (start, end) in enumerate(bounds):
        low = pieces[place]
        lead = _LEAD.match(low)
        found.append(
            Sentence(
                passage,
                start,
                low,
                passage.masked[start:end],
                lead.end() if lead else 0,
                pieces[place - 1] if place else "",
                pieces[place + 1] if place + 1 < len(pieces) else "",
            )
        )
    return found


def _bounds(low: str, text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(text):
        if found[0] != "\n" and _goes_on(low, text, found.start(), found.end()):
            continue
        yield from _cut(low, start, found.end())
        start = found.end()
    yield from _cut(low, start, len(low))


def _goes_on(low: str, text: str, at: int, end: int) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial, or a small letter follows it."""
    if text[at] != ".":
        return False
    before = low[max(0, at - 12) : at].rsplit(None, 1)
    word = (before[-1] if before else "").strip("()[]*_\"'“”")
    rest = text[end : end + 3].lstrip(" *_\"'“”([")
    if word in _ABBREVIATIONS:
        return not (word in ("etc", "a.m", "p.m") and rest[:1].isupper())
    if len(word) == 1 and word.isalpha() and word != "i":
        return True
    return rest[:1].islower() and text[at : at + 3] != "..."


def _cut(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without blanks around it, in parts of a bounded length."""
    while start < end:
        stop = end
        if end - start > LONGEST:
            blank = low.rfind(" ", start + 1, start + LONGEST)
            stop = blank if blank > 0 else start + LONGEST
        piece = low[start:stop]
        if stripped := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(stripped)
        start = stop
