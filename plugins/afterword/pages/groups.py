"""Systems, teams and providers: one list and one page for each of them, all in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from afterword.index.index import Group, Index
from afterword.index.recurrence import recurring
from afterword.index.remediations import RemediationUse
from afterword.pages.entries import report_entries, silent_entry
from afterword.pages.escape import escape_text, render
from afterword.pages.marks import dotted, factor_chip, quiet
from afterword.pages.page import Page
from afterword.pages.remediation_rows import remediation_rows
from afterword.pages.remediations import is_own_open
from afterword.pages.system_facts import Fact, describe_system, group_name, line_facts
from afterword.pages.words import counted, page_link

Folder = Literal["systems", "teams", "providers"]
FOLDERS: tuple[Folder, ...] = ("systems", "teams", "providers")
_INTROS: dict[Folder, str] = {
    "systems": "Every system that a report names, with what was learned about it.",
    "teams": "Teams that own a system or a remediation, in the order of the alphabet. Nothing here ranks them: a team "
    "that writes more reports shows more, and that is all it shows.",
    "providers": "Who provides the models and services that systems rest on.",
}
_PAGE_INTROS: dict[Folder, str] = {
    "systems": "What was learned about this system.",
    "teams": "Reports of which this team owns the system or a remediation, and the remediations that it owns. Standing "
    "in a report says nothing about how well a team works.",
    "providers": "What was learned about systems that rest on this provider.",
}
_DESCRIPTIONS: dict[Folder, str] = {
    "systems": "Learning reports by system.",
    "teams": "Learning reports and remediations by owner team.",
    "providers": "Learning reports by provider.",
}


@dataclass(frozen=True)
class Line:
    """One group in the list of all."""

    link: Markup
    about: Markup


def render_groups(index: Index) -> Iterator[Page]:
    """The three lists, and the page of every group."""
    for folder in FOLDERS:
        yield _list(folder, index)
        for group in groups_of(folder, index).values():
            yield _page(folder, group, index)


def groups_of(folder: Folder, index: Index) -> Mapping[str, Group]:
    """The groups of one sort, by slug."""
    return {"systems": index.systems, "teams": index.teams, "providers": index.providers}[folder]


def _list(folder: Folder, index: Index) -> Page:
    path, title = f"{folder}/index.md", folder.capitalize()
    named = [(group_name(folder, group, index), group) for group in groups_of(folder, index).values()]
    lines = [_line(folder, name, group, index, path) for name, group in sorted(named, key=_alphabetical)]
    markdown = render("groups.md.jinja", title=title, intro=_INTROS[folder], lines=lines, empty=not index.listed)
    return Page(path, title, markdown, _DESCRIPTIONS[folder])


def _alphabetical(named: tuple[str, Group]) -> tuple[str, str]:
    return named[0].casefold(), named[1].slug


def _line(folder: Folder, name: str, group: Group, index: Index, path: str) -> Line:
    link = page_link(name, f"{folder}/{group.slug}.md", path)
    if folder == "teams":
        # Teams stand without counts, so that no list can be read as a table of them.
        return Line(link, Markup(""))
    facts = [line_facts(group, index)] if folder == "systems" else []
    return Line(link, quiet(dotted([*facts, escape_text(counted(len(group.reports), "report"))])))


def _page(folder: Folder, group: Group, index: Index) -> Page:
    path, name = f"{folder}/{group.slug}.md", group_name(folder, group, index)
    ids = frozenset(report.id for report in group.reports)
    facts: list[Fact] = describe_system(group, index, path) if folder == "systems" else []
    facts += [] if folder == "teams" else _counts(group, index)
    rows = remediation_rows(_remediations(folder, group, ids, index), index, path)
    silent = [silent_entry(check, path) for check in index.silent_checks if check.report.id in ids]
    markdown = render(
        "group.md.jinja",
        name=name,
        intro=_PAGE_INTROS[folder],
        facts=facts,
        reports=report_entries(group.reports, index, path),
        silent=silent,
        factors=[
            (factor_chip(each.factor.id, index, path), counted(len(each.reports), "report"))
            for each in recurring(index, group.reports)
        ],
        remediations=rows,
        missing=_missing(silent=bool(silent), remediations=bool(rows)),
    )
    return Page(path, name, markdown, f"{_DESCRIPTIONS[folder].rstrip('.')}: {name}.")


def _counts(group: Group, index: Index) -> Iterator[Fact]:
    """How many reports there are, and what of their remediations is still open. Teams are told without counts."""
    yield Fact("Reports", Markup("[{}](#reports)").format(counted(len(group.reports), "report")))
    uses = [use for report in group.reports for use in index.remediations_of(report) if is_own_open(use)]
    if uses:
        late = sum(use.overdue is not None for use in uses)
        told = counted(len(uses), "remediation") + (f", {late} overdue" if late else "")
        yield Fact("Still open", Markup("[{}](#remediations)").format(told))


def _missing(*, silent: bool, remediations: bool) -> str:
    """What the reports of a group do not tell, in a sentence; empty where they tell both."""
    names = [name for name, told in (("remediation", remediations), ("silent check", silent)) if not told]
    return f"These reports tell of no {' and no '.join(names)}." if names else ""


def _remediations(folder: Folder, group: Group, ids: frozenset[str], index: Index) -> Iterable[RemediationUse]:
    """A team's own remediations; for systems and providers those of their reports."""
    if folder == "teams":
        return index.remediations_of_team(group.slug)
    return [use for use in index.remediations if use.report.id in ids]
