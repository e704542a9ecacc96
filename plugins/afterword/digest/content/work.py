"""Remediations of our own by team: what was closed in the period, what is due soon, and what is overdue.

Everything is told as it stood when the period ended: what was closed later was open then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from datetime import date, timedelta
from functools import lru_cache

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


class Work:
    """The remediations of a source, sorted once for all weeks."""

    def __init__(self, source: Source, most: int | None = None) -> None:
        """Of each team at most `most` due and overdue ones are listed, the others counted; None for all."""
        self._source, self._most = source, most
        with_due = (use for use in source.remediations if use.remediation.due is not None and span_of(use) is not None)
        self._uses = sorted(with_due, key=lambda use: (_due(use), use.report.id, use.remediation.id or ""))
        self._dues = [_due(use) for use in self._uses]
        self._spans = [span_of(use) for use in self._uses]

    def teams(self, selection: Selection) -> tuple[TeamWork, ...]:
        """The teams that have anything to tell, by name; remediations without an owner team last."""
        end = selection.period.end
        done: dict[str, list[Action]] = defaultdict(list)
        for closing, week in selection.closed:
            done[_team(closing.use)].append(_closed(closing, week, self._source))
        overdue, due = self._near(end)
        teams = sorted({*done, *due, *overdue}, key=lambda slug: (not slug, _name(slug, self._source).casefold(), slug))
        return tuple(
            TeamWork(
                team=_name(slug, self._source),
                address=f"{self._source.facts.url}teams/{slug}/" if slug else "",
                done=tuple(done[slug]),
                due=self._listed(due[slug], end),
                overdue=self._listed(overdue[slug], end),
                more_due=self._more(due[slug]),
                more_overdue=self._more(overdue[slug]),
            )
            for slug in teams
        )

    def _near(self, end: date) -> tuple[dict[str, list[RemediationUse]], dict[str, list[RemediationUse]]]:
        """What is overdue and what is due soon, by team, the earliest due date first."""
        overdue: dict[str, list[RemediationUse]] = defaultdict(list)
        due: dict[str, list[RemediationUse]] = defaultdict(list)
        for place in range(bisect_right(self._dues, end + timedelta(days=SOON))):
            span = self._spans[place]
            if span is not None and span[0] < end <= span[1]:
                use = self._uses[place]
                (overdue if self._dues[place] < end else due)[_team(use)].append(use)
        return overdue, due

    def _listed(self, uses: list[RemediationUse], end: date) -> tuple[Action, ...]:
        return tuple(_open(use, (_due(use) - end).days, self._source) for use in uses[: self._most])

    def _more(self, uses: list[RemediationUse]) -> int:
        return max(0, len(uses) - self._most) if self._most is not None else 0


def span_of(use: RemediationUse) -> tuple[date, date] | None:
    """The day on which it was opened and the one on which it was closed, the last day of all for an open one.

    None where it was never seen open: without a known day, what is closed counts as closed.
    """
    if use.opened is None or (use.is_closed and use.closed is None):
        return None
    return use.opened, use.closed if use.is_closed and use.closed is not None else date.max


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


@lru_cache(maxsize=50_000)
def _slug(name: str) -> str:
    return slug_of(name)


def _due(use: RemediationUse) -> date:
    assert use.remediation.due is not None, "asked of those with a due date alone"
    return use.remediation.due


def _team(use: RemediationUse) -> str:
    return _slug(use.remediation.owner_team or "")


def _name(slug: str, source: Source) -> str:
    return line(source.index.teams[slug].name) if slug in source.index.teams else ""
