"""Systems, teams and providers: one list and one page for each of them, all in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from afterword.index.index import Group, Index
from afterword.index.lessons import gather_lessons, is_own
from afterword.pages.escape import escape_text, render
from afterword.pages.group_page import DESCRIPTIONS, Folder, render_group
from afterword.pages.marks import dotted, quiet
from afterword.pages.page import Page
from afterword.pages.system_facts import group_name, line_facts
from afterword.pages.words import counted, page_link

FOLDERS: tuple[Folder, ...] = get_args(Folder)
_INTROS: dict[Folder, str] = {
    "systems": "Every system that a report or the list of systems names: what was learned about it, and what others "
    "have learned that concerns it.",
    "teams": "Teams that own a system or a remediation, in the order of the alphabet. Nothing here ranks them: a team "
    "that writes more reports shows more, and that is all it shows.",
    "providers": "Who provides the models and services that systems rest on.",
}


@dataclass(frozen=True)
class Line:
    """One group in the list of all."""

    link: Markup
    about: Markup


def render_groups(index: Index) -> Iterator[Page]:
    """The three lists, and the page of every group."""
    lessons = gather_lessons(index)
    for folder in FOLDERS:
        yield _list(folder, index)
        for group in groups_of(folder, index).values():
            yield render_group(folder, group, lessons, index)


def groups_of(folder: Folder, index: Index) -> Mapping[str, Group]:
    """The groups of one sort, by slug."""
    return {"systems": index.systems, "teams": index.teams, "providers": index.providers}[folder]


def _list(folder: Folder, index: Index) -> Page:
    path, title = f"{folder}/index.md", folder.capitalize()
    named = [(group_name(folder, group, index), group) for group in groups_of(folder, index).values()]
    named.sort(key=lambda each: (each[0].casefold(), each[1].slug))
    sections: list[tuple[str, list[Line]]] = []
    ours = {group.slug for _, group in named if folder == "systems" and is_own(group, index)}
    for heading, own in (("Our own", True), ("Of others", False)):
        lines = [_line(folder, name, group, index, path) for name, group in named if (group.slug in ours) is own]
        if lines:
            sections.append((heading if ours else "", lines))
    markdown = render("groups.md.jinja", title=title, intro=_INTROS[folder], sections=sections, empty=not index.listed)
    return Page(path, title, markdown, DESCRIPTIONS[folder])


def _line(folder: Folder, name: str, group: Group, index: Index, path: str) -> Line:
    link = page_link(name, f"{folder}/{group.slug}.md", path)
    if folder == "teams":
        # Teams stand without counts, so that no list can be read as a table of them.
        return Line(link, Markup(""))
    facts = [line_facts(group, index)] if folder == "systems" else []
    number = len(group.reports)
    told = escape_text(counted(number, "report") if number else "no report yet")
    return Line(link, quiet(dotted([*facts, told])))
