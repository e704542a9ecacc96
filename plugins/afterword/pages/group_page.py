"""The page of one system, team or provider."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from markupsafe import Markup

from afterword.index.index import Group, Index
from afterword.index.insights_cases import standing_of
from afterword.index.lessons import Lessons
from afterword.index.recurrence import recurring
from afterword.index.remediations import RemediationUse, open_first
from afterword.model.report import Report
from afterword.pages.entries import report_entries, silent_entry
from afterword.pages.escape import render
from afterword.pages.marks import factor_chip, quiet
from afterword.pages.open_rows import PATH as OPEN
from afterword.pages.page import Page
from afterword.pages.provider_parts import provider_parts
from afterword.pages.remediation_rows import open_line, remediation_rows
from afterword.pages.remediations import is_own_open
from afterword.pages.system_facts import Fact, describe_system, group_name
from afterword.pages.system_lessons import system_lessons
from afterword.pages.team_lessons import team_lessons
from afterword.pages.words import counted, number, page_link, report_link, time_tag

Folder = Literal["systems", "teams", "providers"]
SHOWN = 20
"""How many lines of a long list stand open; the rest of the reports is folded, all else stands in its reports."""
_INTROS: dict[Folder, str] = {
    "systems": "What was learned about this system, and what others have learned that concerns it.",
    "teams": "What concerns the systems of this team, the remediations that it owns, and reports of which it owns the "
    "system or a remediation. Standing in a report says nothing about how well a team works.",
    "providers": "What was learned about systems that rest on this provider.",
}
DESCRIPTIONS: dict[Folder, str] = {
    "systems": "Learning reports by system.",
    "teams": "Learning reports and remediations by owner team.",
    "providers": "Learning reports by provider.",
}


def render_group(folder: Folder, group: Group, lessons: Mapping[str, Lessons], index: Index) -> Page:
    """The page; `lessons` are those of all systems of ours."""
    path, name = f"{folder}/{group.slug}.md", group_name(folder, group, index)
    ids = frozenset(report.id for report in group.reports)
    facts: list[Fact] = describe_system(group, index, path) if folder == "systems" else []
    facts += [] if folder == "teams" else _counts(group, index, path)
    uses = open_first(_remediations(folder, group, index))
    # The page of all open remediations has no room for everything and leads here for the rest.
    further = [use for use in uses[SHOWN:] if is_own_open(use)] if folder == "teams" else []
    silent = [check for check in index.silent_checks if check.report.id in ids]
    where = (
        "each in its report, on the pages of the systems above" if folder == "providers" else "each in its report below"
    )
    own = lessons.get(group.slug) if folder == "systems" else None
    markdown = render(
        "group.md.jinja",
        name=name,
        intro=_INTROS[folder],
        facts=facts,
        lessons=system_lessons(own, index, path) if own else None,
        not_ours=folder == "systems" and own is None,
        systems=team_lessons(group, lessons, index, path) if folder == "teams" else [],
        provider=provider_parts(group, index, path) if folder == "providers" else None,
        shown=SHOWN,
        where=where,
        reports=report_entries(group.reports[:SHOWN], index, path),
        earlier=[] if folder == "providers" else [_line(report, path) for report in group.reports[SHOWN:]],
        more_reports=len(group.reports[SHOWN:]) if folder == "providers" else 0,
        silent=[silent_entry(check, path) for check in silent[:SHOWN]],
        more_silent=len(silent[SHOWN:]),
        factors=[
            (factor_chip(each.factor.id, index, path), counted(len(each.reports), "report"))
            for each in recurring(index, group.reports)
        ],
        remediations=remediation_rows(uses[:SHOWN], index, path),
        open_remediations=[open_line(use, path) for use in further],
        more_remediations=len(uses[SHOWN:]) - len(further),
        by_age=page_link("Open remediations by team and age", OPEN, path) if folder == "teams" and uses else None,
        missing=_missing(silent=bool(silent), remediations=bool(uses)) if ids else "",
    )
    return Page(path, name, markdown, f"{DESCRIPTIONS[folder].rstrip('.')}: {name}.")


def _line(report: Report, path: str) -> Markup:
    """A report in few words, since there can be very many of them."""
    return report_link(report, path) + (
        Markup(" ") + quiet(time_tag(report.date, short=True)) if report.date else Markup()
    )


def _counts(group: Group, index: Index, path: str) -> Iterator[Fact]:
    """How many reports there are, what of them is a test, and what is still open. Teams are told without counts."""
    if not group.reports:
        return
    yield Fact("Reports", Markup("[{}](#reports)").format(counted(len(group.reports), "report")))
    tested = sum(standing_of(report) == "committed" for report in group.reports)
    if tested:
        told = f"{tested} of {counted(len(group.reports), 'report')}"
        yield Fact("Committed eval cases", Markup("from ") + page_link(told, "evals/index.md", path))
    uses = [use for report in group.reports for use in index.remediations_of(report) if is_own_open(use)]
    if uses:
        late = sum(use.overdue is not None for use in uses)
        told = counted(len(uses), "remediation") + (f", {number(late)} overdue" if late else "")
        yield Fact("Still open", Markup("[{}](#remediations)").format(told))


def _missing(*, silent: bool, remediations: bool) -> str:
    """What the reports of a group do not tell, in a sentence; empty where they tell both."""
    names = [name for name, told in (("remediation", remediations), ("silent check", silent)) if not told]
    return f"These reports tell of no {' and no '.join(names)}." if names else ""


def _remediations(folder: Folder, group: Group, index: Index) -> Iterable[RemediationUse]:
    """A team's own remediations; for systems and providers those of their reports."""
    if folder == "teams":
        return index.remediations_of_team(group.slug)
    return [use for report in group.reports for use in index.remediations_of(report)]
