"""Everything that pages, feeds and the API ask of one audience's reports, computed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from afterword.index.remediations import RemediationUse, list_remediations
from afterword.index.slugs import slug_of
from afterword.link.graph import Graph, link_reports
from afterword.model.collection import AudienceView
from afterword.model.factors import ContributingFactor
from afterword.model.report import Report
from afterword.model.timeline import TimelineEntry
from afterword.replay.files import SeriesFiles
from afterword.replay.replays import Replays

if TYPE_CHECKING:
    from afterword.index.held import Trial
    from afterword.index.recurrence import Return
    from afterword.link.recurrence import History
    from afterword.link.similar.relate import RelatedReport

Use = TypeVar("Use")


@dataclass(frozen=True)
class FactorUse:
    """One contributing factor of one report."""

    report: Report
    factor: ContributingFactor


@dataclass(frozen=True)
class SilentCheck:
    """One signal that should have spoken and did not."""

    report: Report
    entry: TimelineEntry
    place: int


@dataclass(frozen=True)
class Group:
    """A system, team or provider: its name as people write it, its slug in addresses, and its reports.

    One that stands in the organisation's list of systems alone has none. `spellings` are all names that give its slug,
    such as `@alpha` and `alpha`; the first of them is its name.
    """

    slug: str
    name: str
    reports: tuple[Report, ...]
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Index:
    """The answers. Mappings are sorted by key, lists newest first unless they say otherwise.

    `listed` are all reports that lists show (everything in the view but withdrawn ones); `counted` are those that
    figures count: neither superseded nor imported, and from public sources only where the settings say so. `taken_over`
    are imported ones that name factors, by labels or themselves, with the same word on public sources: no figure counts
    them, and where a factor is told they stand apart.
    """

    view: AudienceView
    graph: Graph
    today: date
    listed: tuple[Report, ...]
    counted: tuple[Report, ...]
    taken_over: tuple[Report, ...]
    by_factor: Mapping[str, tuple[FactorUse, ...]]
    remediations: tuple[RemediationUse, ...]
    by_remediation_kind: Mapping[str, tuple[RemediationUse, ...]]
    systems: Mapping[str, Group]
    teams: Mapping[str, Group]
    providers: Mapping[str, Group]
    silent_checks: tuple[SilentCheck, ...]

    @cached_property
    def _by_report(self) -> Mapping[str, tuple[RemediationUse, ...]]:
        return _grouped(self.remediations, lambda use: (use.report.id,))

    @cached_property
    def _by_addressed(self) -> Mapping[str, tuple[RemediationUse, ...]]:
        return _grouped(self.remediations, _addressed)

    @cached_property
    def _by_team(self) -> Mapping[str, tuple[RemediationUse, ...]]:
        return _grouped(self.remediations, lambda use: (slug_of(use.remediation.owner_team or ""),))

    @cached_property
    def related(self) -> Mapping[str, tuple[RelatedReport, ...]]:
        """For each report that is not withdrawn its computed related reports, best first."""
        # Imported here, so that whoever only checks reports does not wait for the libraries of vectors.
        from afterword.link.similar.relate import relate_reports

        return relate_reports(self.view, self.graph)

    @cached_property
    def trials(self) -> Mapping[str, tuple[Trial, ...]]:
        """By factor what was tried for it, and how that did."""
        from afterword.index.held import list_trials

        return list_trials(self)

    @cached_property
    def returns(self) -> Mapping[str, tuple[Return, ...]]:
        """By factor the reports that came after a fix."""
        from afterword.index.recurrence import list_returns

        return list_returns(self)

    @cached_property
    def replays(self) -> Replays:
        """What replays give on the evidence that the audience may read, reckoned where a page asks and then kept."""
        return Replays(SeriesFiles(self.view.evidence_files), self.view.zone)

    @cached_property
    def shared_work(self) -> Mapping[str, tuple[Report, ...]]:
        """By the address of a work item the reports that share it."""
        from afterword.index.sharing import list_shared

        return list_shared(self.remediations)

    @cached_property
    def history(self) -> History:
        """What reports tell of a factor on a system, before and after each other: counted ones and those taken over."""
        from afterword.link.recurrence import History

        return History((*self.counted, *self.taken_over), self.view.tracker_state)

    def remediations_of(self, report: Report) -> tuple[RemediationUse, ...]:
        """A report's remediations, in its own order."""
        return self._by_report.get(report.id, ())

    def remediations_for(self, factor_id: str) -> tuple[RemediationUse, ...]:
        """Remediations that address the factor `factor_id` of the vocabulary, in whichever report."""
        return self._by_addressed.get(factor_id, ())

    def remediations_of_team(self, slug: str) -> tuple[RemediationUse, ...]:
        """Remediations owned by the team with `slug`."""
        return self._by_team.get(slug, ())


def build_index(view: AudienceView, today: date, *, count_public_sources: bool) -> Index:
    """Compute all answers for one audience's reports."""
    newest = sorted(view.reports, key=lambda report: report.sort_key(), reverse=True)
    listed = tuple(report for report in newest if report.lifecycle != "withdrawn")
    counted = tuple(report for report in listed if is_counted(report, count_public_sources=count_public_sources))
    remediations = list_remediations(view, today)
    factors = [FactorUse(report, each) for report in listed for each in report.front.contributing_factors]
    return Index(
        view=view,
        graph=link_reports(view.reports),
        today=today,
        listed=listed,
        counted=counted,
        taken_over=tuple(each for each in listed if is_taken_over(each, count_public_sources=count_public_sources)),
        by_factor=_grouped(factors, lambda use: (use.factor.factor,)),
        remediations=remediations,
        by_remediation_kind=_grouped(remediations, lambda use: (use.remediation.kind,)),
        systems=_groups(listed, _system_names, (each.name for each in view.systems.entries)),
        teams=_groups(
            listed, lambda report: _team_names(report, view), (each.owner_team for each in view.systems.entries)
        ),
        providers=_groups(
            listed, lambda report: (_provider(report, view),), (each.provider for each in view.systems.entries)
        ),
        silent_checks=tuple(
            SilentCheck(report, entry, place)
            for report in listed
            for place, entry in enumerate(report.front.timeline)
            if entry.kind == "alert_missed"
        ),
    )


def is_counted(report: Report, *, count_public_sources: bool) -> bool:
    """Whether figures count the report."""
    if report.lifecycle in {"superseded", "withdrawn", "imported"}:
        return False
    return count_public_sources or not report.is_public_sources


def is_taken_over(report: Report, *, count_public_sources: bool) -> bool:
    """Whether the report was taken over as it was and names factors, so that it tells of them though none counts it."""
    if report.lifecycle != "imported" or not any(each.factor for each in report.front.contributing_factors):
        return False
    return count_public_sources or not report.is_public_sources


def _grouped(uses: Iterable[Use], keys: Callable[[Use], Iterable[str | None]]) -> Mapping[str, tuple[Use, ...]]:
    found: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        for key in keys(use):
            if key:
                found[key].append(use)
    return {key: tuple(found[key]) for key in sorted(found)}


def _addressed(use: RemediationUse) -> Iterable[str | None]:
    """The factors of the vocabulary that a remediation addresses, each once."""
    entries = {each.id: each.factor for each in use.report.front.contributing_factors}
    return dict.fromkeys(entries.get(each) for each in use.report.front.addressed_by(use.remediation))


def _groups(
    reports: Iterable[Report], names: Callable[[Report], Iterable[str | None]], further: Iterable[str | None]
) -> Mapping[str, Group]:
    """Groups by slug, `further` names among them. Two spellings of one slug are one group, under the first of them."""
    spelt: dict[str, set[str]] = defaultdict(set)
    found: dict[str, dict[str, Report]] = defaultdict(dict)

    def place(name: str | None) -> str:
        slug = slug_of(name) if name else ""
        if name and slug:
            spelt[slug].add(" ".join(name.split()))
        return slug

    for report in reports:
        for name in dict.fromkeys(names(report)):
            if slug := place(name):
                found[slug][report.id] = report
    for name in further:
        place(name)
    named = {slug: tuple(sorted(spelt[slug])) for slug in sorted(spelt)}
    return {slug: Group(slug, names[0], tuple(found[slug].values()), names) for slug, names in named.items()}


def _system_names(report: Report) -> Iterable[str | None]:
    system = report.front.system
    return (system.name, *system.also_affected) if system else ()


def _team_names(report: Report, view: AudienceView) -> Iterable[str | None]:
    """Teams that own the system or a remediation. Who sat in a review is no ownership."""
    system = report.front.system
    known = view.systems.by_name.get(system.name or "") if system else None
    yield (system.owner_team if system else None) or (known.owner_team if known else None)
    for remediation in report.front.remediations:
        yield remediation.owner_team


def _provider(report: Report, view: AudienceView) -> str | None:
    system = report.front.system
    if system is None:
        return None
    known = view.systems.by_name.get(system.name or "")
    return system.provider or (known.provider if known else None)
