"""What of our own is still open: by team, against the due date, the target of its severity, and the tracker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from afterword.index.index import Index
from afterword.index.remediations import RemediationUse, open_first
from afterword.index.slugs import slug_of
from afterword.link.tracked import is_open_long
from afterword.model.choices import Severity


@dataclass(frozen=True)
class OpenRemediation:
    """One open remediation.

    Attributes:
        use: the remediation, joined with its tracker.
        target: days in which one of its report's severity is to be closed; None where the settings name none.
        over: days past that target, negative while some are left; None without a target or a known age.
    """

    use: RemediationUse
    target: int | None
    over: int | None

    @property
    def is_past_target(self) -> bool:
        """Whether it has been open for longer than its target."""
        return self.over is not None and self.over > 0


@dataclass(frozen=True)
class TeamWork:
    """What one team has open, overdue first, then the oldest; `slug` and `name` are empty where no team owns it."""

    slug: str
    name: str
    open: tuple[OpenRemediation, ...]


@dataclass(frozen=True)
class OpenWork:
    """All that is open. Teams stand in the order of the alphabet, what has no owner team last."""

    teams: tuple[TeamWork, ...]

    @property
    def all(self) -> tuple[OpenRemediation, ...]:
        """All of them, by team."""
        return tuple(each for team in self.teams for each in team.open)

    @property
    def overdue(self) -> int:
        """How many are past their due date."""
        return sum(each.use.overdue is not None for each in self.all)

    @property
    def past_target(self) -> int:
        """How many have been open for longer than the target of their severity."""
        return sum(each.is_past_target for each in self.all)

    def open_longer(self, days: int) -> int:
        """How many have been open for more than so many days since their reports were published."""
        return sum(is_open_long(each.use.status, each.use.age, days) for each in self.all)

    @property
    def without_due(self) -> int:
        """How many have no due date, proposed ones included, which need none."""
        return sum(each.use.remediation.due is None for each in self.all)


def is_own_open(use: RemediationUse) -> bool:
    """Whether it is open and somebody here can do it: reports from public sources tell of others' work."""
    return not use.is_closed and is_own(use)


def is_own(use: RemediationUse) -> bool:
    """Whether it is work of this organisation."""
    return not use.report.is_public_sources


def list_open(index: Index, targets: Mapping[Severity, int]) -> OpenWork:
    """Everything of our own that is neither done nor declined; `targets` are days by severity."""
    found: dict[str, list[RemediationUse]] = {}
    for use in open_first(use for use in index.remediations if is_own_open(use)):
        found.setdefault(slug_of(use.remediation.owner_team or ""), []).append(use)
    teams = [_team(slug, uses, index, targets) for slug, uses in found.items()]
    return OpenWork(tuple(sorted(teams, key=lambda team: (not team.slug, team.name.casefold(), team.slug))))


def list_drifting(index: Index) -> tuple[RemediationUse, ...]:
    """Own remediations, open or closed, of which the report and the tracker differ; open ones and overdue first."""
    return tuple(open_first(use for use in index.remediations if use.drift and is_own(use)))


def _team(slug: str, uses: Iterable[RemediationUse], index: Index, targets: Mapping[Severity, int]) -> TeamWork:
    group = index.teams.get(slug)
    return TeamWork(slug, group.name if group else "", tuple(_open(use, targets) for use in uses))


def _open(use: RemediationUse, targets: Mapping[Severity, int]) -> OpenRemediation:
    severity = use.report.front.severity
    target = targets.get(severity) if severity else None
    return OpenRemediation(use, target, use.age - target if use.age is not None and target is not None else None)
