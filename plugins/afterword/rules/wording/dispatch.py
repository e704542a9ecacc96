"""From a report to the sentences that a rule has to look at: those that hold one of its trigger words.

Reading every sentence with every rule would cost most of the time for sentences that hold nothing. So each passage's
words are listed once, in one pass; a rule asks for the passages that hold one of its triggers, and only the sentences
in these are cut apart and judged. The work grows with the text, and with nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from afterword.model.report import Report
from afterword.model.settings import Level, Settings
from afterword.model.span import Path, Span
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.wording.language import is_english
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.phrases import own_marks, spare
from afterword.rules.wording.prose import Passage, passages_of, vocabulary_of
from afterword.rules.wording.sentences import Sentence, split_sentences


@dataclass(frozen=True)
class Scene:
    """What a rule may ask beside the sentence: the report, the settings and the organisation."""

    report: Report
    context: Context
    organisation: Organisation


@dataclass(frozen=True)
class Mark:
    """What a rule finds in a sentence: offsets in it, and the words of the finding.

    Attributes:
        start: where the phrase begins.
        end: where it ends.
        message: what is wrong with it.
        hint: the question to ask instead.
        level: how serious it is, where that differs from the rule's own level.
    """

    start: int
    end: int
    message: str
    hint: str
    level: Level | None = None


Find = Callable[[Sentence, Scene], Iterator[Mark]]


@dataclass
class Prose:
    """A report's passages, listed by their words.

    Attributes:
        passages: all that are English.
        others: how many are in another language.
    """

    passages: list[Passage] = field(default_factory=list)
    others: int = 0
    _by_word: dict[str, list[int]] = field(default_factory=dict)
    _sentences: dict[int, list[Sentence]] = field(default_factory=dict)

    @classmethod
    def of(cls, report: Report) -> Prose:
        """Read a report's prose."""
        prose = cls()
        for passage in passages_of(report):
            words = passage.words
            if is_english(words, passage.text):
                prose._add(passage)
            else:
                prose.others += 1
        return prose

    def _add(self, passage: Passage) -> None:
        place = len(self.passages)
        self.passages.append(passage)
        for word in vocabulary_of(passage.low):
            self._by_word.setdefault(word, []).append(place)

    def sentences_with(self, triggers: frozenset[str]) -> Iterator[Sentence]:
        """The sentences that hold one of `triggers`, in order."""
        places = {place for word in triggers & self._by_word.keys() for place in self._by_word[word]}
        for place in sorted(places):
            for sentence in self._cut(place):
                if not sentence.vocabulary.isdisjoint(triggers):
                    yield sentence

    def _cut(self, place: int) -> list[Sentence]:
        if place not in self._sentences:
            self._sentences[place] = split_sentences(self.passages[place])
        return self._sentences[place]


class _Same:
    """A key that stands for one object and no other."""

    def __init__(self, held: object) -> None:
        self.held = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.held is self.held


def prose_of(report: Report) -> Prose:
    """A report's prose; that of the last report is kept, as all rules look at one report after the other."""
    return _prose_of(_Same(report))


def others_in(report: Report) -> int:
    """How many passages of a report are not in English."""
    return 0 if report.is_unreadable else prose_of(report).others


@lru_cache(maxsize=1)
def _prose_of(key: _Same) -> Prose:
    assert isinstance(key.held, Report)
    return Prose.of(key.held)


def organisation_of(settings: Settings) -> Organisation:
    """The organisation's names as these settings give them."""
    return _organisation_of(_Same(settings))


@lru_cache(maxsize=4)
def _organisation_of(key: _Same) -> Organisation:
    assert isinstance(key.held, Settings)
    return Organisation.of(key.held)


def wording_rule(
    code: str,
    name: str,
    doc: str,
    find: Find,
    triggers: frozenset[str],
    *,
    level: Level = "warning",
    draft_level: Level | Literal["off"] | None = None,
) -> Rule:
    """A rule that looks at sentences with one of `triggers`.

    Args:
        code: its code.
        name: its name.
        doc: its manual.
        find: yields what it finds in one sentence.
        triggers: words in small letters, one of which stands in every sentence that it can find anything in; `@` for
            handles.
        level: how serious its findings are in a published report.
        draft_level: the same in a draft; a stopping rule warns there.
    """
    softer: Level | Literal["off"] | None = draft_level or ("warning" if level == "error" else None)

    def check(report: Report, context: Context) -> Iterator[Hit]:
        if report.lifecycle == "withdrawn":
            return
        scene = Scene(report, context, organisation_of(context.settings))
        prose = prose_of(report)
        own = scene.organisation.words_for(code)
        seen: set[tuple[Path, Span]] = set()
        for sentence in prose.sentences_with(triggers | own):
            marks = [*find(sentence, scene), *(Mark(*each) for each in own_marks(sentence, code, scene.organisation))]
            for mark in marks:
                hit = _hit(sentence, mark)
                if spare(sentence, mark.start, mark.end, code, scene.organisation) or (hit.field, hit.span) in seen:
                    continue
                if hit.span is not None:
                    seen.add((hit.field, hit.span))
                yield hit

    return Rule(code, name, doc, check, level=level, draft_level=softer, judges_prose=True)


def _hit(sentence: Sentence, mark: Mark) -> Hit:
    passage = sentence.passage
    span = passage.place(sentence.start + mark.start, sentence.start + mark.end)
    match = " ".join(sentence.quote(mark.start, mark.end).split())
    return Hit(mark.message, passage.field, span, mark.hint, match, level=mark.level)
