"""Remediations of our own by team: what was closed in the period, what is due soon, and what is overdue.

Everything is told as it stood when the period ended: what was closed later was open then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from afterword.digest.content.items import report_ref
from afterword.digest.content.plain_texts import line
from afterword.digest.selection import Selection
from afterword.digest.source import Closing, Source
from afterword.digest.view import Action, TeamWork
from afterword.digest.weeks import Week
from afterword.feeds.of_report import page_address
from afterword.index.remediations import RemediationUse
from afterword.index.slugs import slug_of
from afterword.model.choices import Status
from afterword.pages.remediation_rows import anchor_of, title_of
from afterword.pages.words import sentence

SOON = 14
"""Days after the period within which a due date is near."""


def team_work(selection: Selection, source: Source) -> tuple[TeamWork, ...]:
    """The teams that have anything to tell, by name; remediations without an owner team last."""
    end = selection.period.end
    done: dict[str, list[Action]] = defaultdict(list)
    due: dict[str, list[Action]] = defaultdict(list)
    overdue: dict[str, list[Action]] = defaultdict(list)
    for closing, week in selection.closed:
        done[_team(closing.use)].append(_closed(closing, week, source))
    for use in still_open(source.remediations, end):
        if use.remediation.due is None:
            continue
        days = (use.remediation.due - end).days
        if days <= SOON:
            (overdue if days < 0 else due)[_team(use)].append(_open(use, days, source))
    teams = sorted({*done, *due, *overdue}, key=lambda slug: (not slug, _name(slug, source).casefold(), slug))
    return tuple(
        TeamWork(
            team=_name(slug, source),
            address=f"{source.facts.url}teams/{slug}/" if slug else "",
            done=tuple(done[slug]),
            due=tuple(_nearest(due[slug])),
            overdue=tuple(_nearest(overdue[slug])),
        )
        for slug in teams
    )


def still_open(uses: Iterable[RemediationUse], end: date) -> Iterator[RemediationUse]:
    """Those that were opened before the day and were not closed before it; without a known day, closed is closed."""
    for use in uses:
        if use.opened is None or use.opened >= end:
            continue
        if not use.is_closed or (use.closed is not None and use.closed >= end):
            yield use


def status_then(use: RemediationUse) -> Status:
    """How far an open remediation was; of one that was closed since, it is known only that it was accepted."""
    return "accepted" if use.is_closed else use.status


def _closed(closing: Closing, week: Week | None, source: Source) -> Action:
    notes = [f"late from {week}"] if week else []
    if closing.status == "declined" and (why := line(closing.use.remediation.declined_because)):
        notes.append(sentence(why))
    return _action(closing.use, closing.status, closing.day, None, "; ".join(notes), source)


def _open(use: RemediationUse, days: int, source: Source) -> Action:
    return _action(use, status_then(use), use.remediation.due, days, "", source)


def _action(
    use: RemediationUse, status: Status, day: date | None, days: int | None, note: str, source: Source
) -> Action:
    return Action(
        title=line(title_of(use)),
        address=page_address(use.report, source.facts, anchor_of(use)),
        report=report_ref(use.report, source),
        status=status,
        day=day,
        days=days,
        note=note,
    )


def _nearest(actions: Iterable[Action]) -> list[Action]:
    return sorted(actions, key=lambda each: (each.days or 0, each.address))


def _team(use: RemediationUse) -> str:
    return slug_of(use.remediation.owner_team or "")


def _name(slug: str, source: Source) -> str:
    return line(source.index.teams[slug].name) if slug in source.index.teams else ""
