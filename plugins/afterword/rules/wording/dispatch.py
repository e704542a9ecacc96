"""From a report to the sentences that a rule has to look at: those that hold one of its trigger words.

Reading every sentence with every rule would cost most of the time for sentences that hold nothing. So the triggers of
all rules are looked for at once: a passage without any is not even cut into sentences, a sentence without any is left
out, and the others are listed by their triggers, where each rule finds its own. The work grows with the text, and with
nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, starmap
from typing import Literal

from afterword.model.report import Report
from afterword.model.settings import Level, Settings
from afterword.model.span import Path, Span
from afterword.rules.rule import Context, Gather, Hit, Rule
from afterword.rules.wording.gated import listen, look_up
from afterword.rules.wording.language import is_english
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.phrases import own_marks, spare
from afterword.rules.wording.prose import Passage, passages_of
from afterword.rules.wording.same import Same
from afterword.rules.wording.sentences import Sentence, cut


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


_BITS: dict[str, int] = {}
"""A bit for each rule, by its code."""
_PATTERNS: list[tuple[int, int]] = []
"""A rule's bit, and those of its patterns: where none of them may match, it finds nothing."""


_PATTERNS_OF: dict[str, int] = {}
"""The patterns of a rule that has any, by its code."""


@dataclass
class Prose:
    """A report's passages, and those of their sentences that a rule looks at.

    Attributes:
        passages: all that are English.
        others: how many are in another language.
    """

    passages: list[Passage] = field(default_factory=list)
    others: int = 0
    _sentences: dict[int, list[Sentence]] = field(default_factory=dict)

    @classmethod
    def of(cls, report: Report, organisation: Organisation) -> Prose:
        """Read a report's prose."""
        prose, own = cls(), _own_words(organisation)
        for passage in passages_of(report):
            sentences, words = cut(passage)
            if not is_english(words, passage.text):
                prose.others += 1
                continue
            prose.passages.append(passage)
            for sentence in sentences:
                rules = _rules_for(sentence, own)
                while rules:
                    bit = rules & -rules
                    prose._sentences.setdefault(bit, []).append(sentence)
                    rules ^= bit
        return prose

    def sentences_for(self, code: str) -> list[Sentence]:
        """The sentences with a word that the rule `code` looks for, in order."""
        return self._sentences.get(_BITS[code], [])


def _rules_for(sentence: Sentence, own: dict[str, int]) -> int:
    """The rules that may find something in a sentence, a bit for each."""
    possible, asked = look_up(sentence.vocabulary)
    sentence.possible = possible
    if asked:
        for bit, patterns in _PATTERNS:
            if asked & bit and not possible & patterns:
                asked ^= bit
    for bits in filter(None, map(own.get, sentence.vocabulary)) if own else ():
        asked |= bits
    return asked


def may_find(code: str, sentence: Sentence) -> bool:
    """Whether any of a rule's patterns may match in a sentence."""
    patterns = _PATTERNS_OF.get(code, 0)
    return not patterns or sentence.possible & patterns != 0


def _own_words(organisation: Organisation) -> dict[str, int]:
    """The words of the organisation's own phrases and people, each with the rules that look for it."""
    own: dict[str, int] = {}
    for code, bit in _BITS.items():
        for word in organisation.words_for(code):
            own[word] = own.get(word, 0) | bit
    return own


def prose_of(report: Report, settings: Settings) -> Prose:
    """A report's prose; that of the last report is kept, as all rules look at one report after the other."""
    return _prose_of(Same(report), Same(organisation_of(settings)))


def others_in(report: Report, settings: Settings) -> int:
    """How many passages of a report are not in English."""
    return 0 if report.is_unreadable else prose_of(report, settings).others


@lru_cache(maxsize=1)
def _prose_of(report: Same, organisation: Same) -> Prose:
    assert isinstance(report.held, Report)
    assert isinstance(organisation.held, Organisation)
    return Prose.of(report.held, organisation.held)


def organisation_of(settings: Settings) -> Organisation:
    """The organisation's names as these settings give them."""
    return _organisation_of(Same(settings))


@lru_cache(maxsize=4)
def _organisation_of(key: Same) -> Organisation:
    assert isinstance(key.held, Settings)
    return Organisation.of(key.held)


def wording_rule(
    code: str,
    name: str,
    doc: str,
    find: Find,
    triggers: frozenset[str],
    *,
    patterns: int = 0,
    level: Level = "warning",
    draft_level: Level | Literal["off"] | None = None,
    apart: str = "",
    gather: Gather | None = None,
) -> Rule:
    """A rule that looks at sentences with one of `triggers`.

    Args:
        code: its code.
        name: its name.
        doc: its manual.
        find: yields what it finds in one sentence.
        triggers: words in small letters, one of which stands in every sentence that it can find anything in; `@` for
            handles.
        patterns: the gated patterns of which one has to match for it to find anything, as `mask_of` gives them; 0 where
            it finds things without one.
        level: how serious its findings are in a published report.
        draft_level: the same in a draft; a stopping rule warns there.
        apart: which findings are of another level, in words.
        gather: makes one finding of several that are one thing to change.
    """
    bit = _BITS[code] = 1 << len(_BITS)
    listen(bit, triggers)
    if patterns:
        _PATTERNS.append((bit, patterns))
        _PATTERNS_OF[code] = patterns
    softer: Level | Literal["off"] | None = draft_level or ("warning" if level == "error" else None)

    def check(report: Report, context: Context) -> Iterator[Hit]:
        scene = Scene(report, context, organisation_of(context.settings))
        prose = prose_of(report, context.settings)
        seen: set[tuple[Path, Span]] = set()
        has_own = scene.organisation.has_phrases(code)
        for sentence in prose.sentences_for(code):
            if report.lifecycle == "withdrawn" and not _is_left(sentence.passage.field, report):
                continue
            marks = find(sentence, scene)
            if has_own:
                marks = chain(marks, starmap(Mark, own_marks(sentence, code, scene.organisation)))
            for mark in marks:
                hit = _hit(sentence, mark)
                if spare(sentence, mark.start, mark.end, code, scene.organisation) or (hit.field, hit.span) in seen:
                    continue
                if hit.span is not None:
                    seen.add((hit.field, hit.span))
                yield hit

    return Rule(code, name, doc, check, level=level, draft_level=softer, judges_prose=True, apart=apart, gather=gather)


def _is_left(field: Path, report: Report) -> bool:
    """Whether the page that stays of a withdrawn report shows the field."""
    withdrawn = report.front.withdrawn
    return field[:1] == ("withdrawn",) or (field == ("title",) and not (withdrawn and withdrawn.hide_title))


def _hit(sentence: Sentence, mark: Mark) -> Hit:
    passage = sentence.passage
    span = passage.place(sentence.start + mark.start, sentence.start + mark.end)
    match = " ".join(sentence.quote(mark.start, mark.end).split())
    return Hit(mark.message, passage.field, span, mark.hint, match, level=mark.level)
