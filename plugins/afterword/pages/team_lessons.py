"""The lessons of the systems that a team owns, and the systems that rest on a provider, as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from afterword.index.index import Group, Index
from afterword.index.lessons import Lesson, Lessons
from afterword.index.slugs import slug_of
from afterword.index.systems import Told, system_title, told_of
from afterword.pages.entries import Entry
from afterword.pages.escape import escape_text
from afterword.pages.lesson_lines import because
from afterword.pages.marks import dotted, factor_chip, quiet
from afterword.pages.system_facts import line_facts
from afterword.pages.words import counted, fill, label, page_link, report_link

SHOWN = 2
"""How many lessons of one system stand on the page of its team."""
ANCHOR = "lessons-not-yet-taken"


def team_lessons(group: Group, lessons: Mapping[str, Lessons], index: Index, path: str) -> list[Entry]:
    """One line for each system of the team, in the order of the alphabet, with what concerns it most."""
    return [_entry(lessons[each.slug], index, path) for each in systems_with("owner_team", group, index)]


def systems_with(field: Told, group: Group, index: Index) -> list[Group]:
    """The systems that a team owns or that rest on a provider, in the order of the alphabet."""
    found = [each for each in index.systems.values() if slug_of(told_of(each, index, field)) == group.slug]
    return sorted(found, key=lambda each: (system_title(each, index).casefold(), each.slug))


def system_entries(groups: Iterable[Group], index: Index, path: str) -> list[Entry]:
    """Systems with their type and owner, and how many reports name them."""
    return [_system_entry(group, index, path, with_owner=True) for group in groups]


def _system_entry(group: Group, index: Index, path: str, *, with_owner: bool) -> Entry:
    number = len(group.reports)
    named = counted(number, "report") if number else "no report yet"
    facts = line_facts(group, index) if with_owner else escape_text(label(told_of(group, index, "type")))
    meta = dotted((facts, escape_text(named)))
    return Entry(page_link(system_title(group, index), f"systems/{group.slug}.md", path), quiet(meta))


def _entry(lessons: Lessons, index: Index, path: str) -> Entry:
    group = lessons.system
    entry = _system_entry(group, index, path, with_owner=False)
    texts = [*_lines(lessons, index, path)]
    more = len(lessons.lessons) - SHOWN
    if more > 0:
        told = counted(more, "more condition")
        texts.append(fill("{}.", page_link(f"{told} and what held", f"systems/{group.slug}.md", path, ANCHOR)))
    return Entry(entry.head, entry.meta, tuple(texts))


def _lines(lessons: Lessons, index: Index, path: str) -> Iterator[Markup]:
    if not lessons.lessons:
        yield Markup("Nothing that is known concerns it.")
    seen: set[str] = set()
    for lesson in _different(lessons.lessons, seen):
        chip, report = factor_chip(lesson.factor.id, index, path), report_link(lesson.first.report, path)
        yield fill("{} in {}: {}.", chip, report, because(lesson.shared, lessons, index))


def _different(lessons: Iterable[Lesson], seen: set[str]) -> Iterator[Lesson]:
    """The first lessons of different reports, so that a line says something new."""
    for lesson in lessons:
        if (first := lesson.first.report.id) not in seen and len(seen) < SHOWN:
            seen.add(first)
            yield lesson
