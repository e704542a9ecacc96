"""Lessons not yet taken as lines: the report that concerns a system, why it does, its conditions, and what held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from afterword.index.guards import HELD
from afterword.index.held import Trial
from afterword.index.index import Index
from afterword.index.lesson_sources import Trait
from afterword.index.lessons import Lesson, Lessons
from afterword.index.systems import system_title, told_of
from afterword.model.report import Report
from afterword.pages.entries import report_entry
from afterword.pages.escape import escape_text
from afterword.pages.explore_link import explore_link
from afterword.pages.marks import factor_chip, quiet
from afterword.pages.names import provider_name
from afterword.pages.remediation_rows import remediation_link
from afterword.pages.words import counted, fill, join, label, report_link, sentence, time_tag

CARDS = 4
"""How many reports a system's page shows of those that concern it."""
CONDITIONS = 2
"""How many conditions of one report stand with their *how*; further ones are named."""


@dataclass(frozen=True)
class Condition:
    """One condition that stands here unguarded, with what is told of it elsewhere."""

    chip: Markup
    texts: tuple[Markup, ...]


@dataclass(frozen=True)
class Card:
    """One report that concerns the system; `others` names further conditions of it, and is empty without any."""

    head: Markup
    meta: Markup
    why: Markup
    conditions: tuple[Condition, ...]
    others: Markup


def lesson_cards(lessons: Lessons, index: Index, path: str, most: int = CARDS) -> list[Card]:
    """The reports that concern the system most, each with the conditions that no report before it has named."""
    return [_card(found, lessons, index, path) for found in _by_report(lessons)[:most]]


def lesson_words(lessons: Lessons, index: Index) -> Markup:
    """How many conditions there are, and why they stand here; empty without any."""
    conditions, similar = len(lessons.lessons), len(lessons.similar)
    if not conditions:
        return Markup()
    return fill(
        "Reports of {} name {} of which nothing says that {} guarded on {}.",
        counted(similar, "similar system"),
        counted(conditions, "condition"),
        "it is" if conditions == 1 else "they are",
        system_title(lessons.system, index),
    )


def more_lessons(lessons: Lessons, path: str, most: int = CARDS) -> Markup:
    """A sentence that leads to the reports that are not shown; empty where all are."""
    left = [lesson for found in _by_report(lessons)[most:] for lesson in found]
    if not left:
        return Markup()
    factors = [lesson.factor.id for lesson in left]
    link = explore_link("the reports in Explore", path, factor=factors, system=lessons.similar)
    return fill("And {} more: {}.", counted(len(left), "condition"), link)


def because(shared: Sequence[Trait], lessons: Lessons, index: Index) -> Markup:
    """What two systems share, in words: "same type (chatbot), same provider (OpenAI)"."""
    told = {trait: told_of(lessons.system, index, trait) for trait in shared}
    names = {trait: provider_name(said) if trait == "provider" else label(said) for trait, said in told.items()}
    return join(f"same {trait} ({said})" for trait, said in names.items())


def _by_report(lessons: Lessons) -> list[list[Lesson]]:
    """The lessons by the first report that tells of them."""
    found = groupby(lessons.lessons, key=lambda each: each.first.report.id)
    return [list(each) for _, each in found]


def _card(found: Sequence[Lesson], lessons: Lessons, index: Index, path: str) -> Card:
    first = found[0]
    entry = report_entry(first.first.report, index, path)
    others = join((factor_chip(each.factor.id, index, path) for each in found[CONDITIONS:]), " ")
    return Card(
        head=entry.head,
        meta=entry.meta,
        why=fill(
            "**This concerns {}:** {}.", system_title(lessons.system, index), because(first.shared, lessons, index)
        ),
        conditions=tuple(_condition(each, index, path) for each in found[:CONDITIONS]),
        others=fill("Also named there: {}", others) if others else Markup(),
    )


def _condition(lesson: Lesson, index: Index, path: str) -> Condition:
    more = lesson.reports - 1
    chip = factor_chip(lesson.factor.id, index, path)
    if more:
        chip += Markup(" ") + quiet(escape_text(f"and in {counted(more, 'more report')} of similar systems"))
    return Condition(chip, tuple(_texts(lesson, path)))


def _texts(lesson: Lesson, path: str) -> Iterator[Markup]:
    if lesson.first.factor.how:
        yield escape_text(sentence(lesson.first.factor.how))
    if lesson.answer is not None:
        yield answer_words(lesson.answer, lesson.first.report, path)
    if lesson.own:
        yield fill("*Named here too:* {}.", join(report_link(each, path) for each in lesson.own[:2]))


def answer_words(trial: Trial, beside: Report, path: str) -> Markup:
    """What was done about it, and how far it is known to have held; `beside` is the report that stands above it."""
    there = trial.use.report.id == beside.id
    title = remediation_link(trial.use, path)
    if not there:
        title = fill("{} in {}", title, report_link(trial.use.report, path))
    where = "there" if there else "elsewhere"
    if trial.outcome == "held" and trial.verified_on is not None:
        day, since = time_tag(trial.verified_on, short=True), counted(trial.watched or 0, "day")
        return fill("*Held {}:* {}, verified on {}, not named again on its system in {}.", where, title, day, since)
    if trial.outcome in HELD:
        return fill("*Held {}:* {}, verified on a day that is not told.", where, title)
    return fill("*Done {}:* {}, not verified.", where, title)
