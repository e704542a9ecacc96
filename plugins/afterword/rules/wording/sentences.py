"""Passages to sentences, each with its tokens and without the time or label that it begins with."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from afterword.audit.hiding import hide_secrets
from afterword.rules.wording.bounds import LONGEST, Stretch, bounds_of
from afterword.rules.wording.gated import possible_in
from afterword.rules.wording.prose import GAP, Passage, blank_signs, vocabulary_of, words_of

if TYPE_CHECKING:
    from afterword.rules.wording.dispatch import Mark
    from afterword.rules.wording.named.names import Name
    from afterword.rules.wording.subjects.subject import Subject

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
_TOKEN = re.compile(rf"@?[\w][\w\u0300-\u036f'/+.-]*(?<=[\w\u0300-\u036f+])|{GAP}+|[^\w\s{GAP}]")
_ASCII_TOKEN = re.compile(rf"@?\w[\w'/+.-]*(?<=[\w+])|{GAP}+|[^\w\s{GAP}]", re.ASCII)
"""The same, for a text of ASCII alone, where small classes are several times as fast."""


class Token(NamedTuple):
    """A word, a stretch of exempt text or a sign, with its offsets in the sentence."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or stands for one."""
        return self.text[0].isalnum() or self.text[0] in "@_" or self.text[0] == GAP


_make = tuple.__new__
"""Makes a token several times as fast as calling `Token` does; there are more of them than of anything else."""


class Sentence:
    """One sentence. What takes time to know is worked out when it is first asked for, and then kept.

    Attributes:
        passage: where it belongs.
        start: its offset in the passage.
        low: its text in small letters, exempt parts masked.
        vocabulary: each of its words once; a genitive's noun and words without accents too, and `@` where there is one.
        lead: how many characters the time, bullet or label before its first word takes.
        tokens: its tokens from the lead on.
        words: the texts of these.
        possible: the patterns that may match in it, a bit for each.
        shown: it as people read it, with the same offsets, keys and tokens covered.
        names: the names that were found in it, by the place of their first token.
        subjects: the subjects that were found in it, by the place before the verb.
        firsts: what a rule that tells one thing of a sentence would tell of it, by the rule's code.
    """

    __slots__ = (
        "_end", "_following", "firsts", "lead", "low", "names", "passage", "possible", "shown", "start",
        "subjects", "tokens", "vocabulary", "words",
    )  # fmt: skip
    lead: int
    tokens: list[Token]
    words: frozenset[str]
    possible: int
    shown: str
    names: dict[int, Name | None]
    subjects: dict[int, Subject]
    firsts: dict[str, Mark | None]

    def __init__(self, passage: Passage, start: int, end: int, following: Stretch, words: list[str]) -> None:
        self.passage = passage
        self.start = start
        self.low = passage.low[start:end]
        self.vocabulary = vocabulary_of(self.low, words)
        self._end = end
        self._following = following

    def __getattr__(self, name: str) -> object:
        """What has not been asked for yet: nothing else is missing, so what is known costs no call."""
        if name not in _MAKERS:
            raise AttributeError(name)
        made = _MAKERS[name](self)
        setattr(self, name, made)
        return made

    @property
    def raw(self) -> str:
        """Its text with its capitals, exempt parts masked."""
        return self.passage.masked[self.start : self._end]

    @property
    def next(self) -> str:
        """The sentence after it in the passage, in small letters; empty after the last."""
        return self.passage.low[slice(*self._following)]

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


def _lead_of(sentence: Sentence) -> int:
    found = _LEAD.match(sentence.low)
    return found.end() if found else 0


def _tokens_of(sentence: Sentence) -> list[Token]:
    pattern = _ASCII_TOKEN if sentence.low.isascii() else _TOKEN
    found = pattern.finditer(sentence.low, sentence.lead)
    return [_make(Token, (each[0], each.start(), each.end())) for each in found]


_MAKERS: dict[str, Callable[[Sentence], object]] = {
    "lead": _lead_of,
    "tokens": _tokens_of,
    "words": lambda sentence: frozenset(each.text for each in sentence.tokens),
    "possible": lambda sentence: possible_in(sentence.vocabulary),
    "shown": lambda sentence: hide_secrets(sentence.quote(0, len(sentence.low))),
    "names": lambda _: {},
    "subjects": lambda _: {},
    "firsts": lambda _: {},
}


def split_sentences(passage: Passage) -> list[Sentence]:
    """The sentences of a passage, in order."""
    return cut(passage)[0]


def cut(passage: Passage) -> tuple[list[Sentence], list[str]]:
    """The sentences of a passage, and its words, both in order."""
    low, sentences, words = passage.low, list[Sentence](), list[str]()
    bounds = bounds_of(low, passage.text)
    # What is longer may be cut within a word.
    blanked = blank_signs(low) if len(low) <= LONGEST else None
    for place, (start, end) in enumerate(bounds):
        own = words_of(low[start:end]) if blanked is None else blanked[start:end].split()
        words += own
        following = bounds[place + 1] if place + 1 < len(bounds) else (0, 0)
        sentences.append(Sentence(passage, start, end, following, own))
    return sentences, words
