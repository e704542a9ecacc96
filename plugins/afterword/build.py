"""The straight line as two short functions: read, link and check; then narrow to the audience, index and render."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from afterword.api.facets import render_facets
from afterword.api.files import render_api
from afterword.api.open_rows import render_open_rows
from afterword.digest.site.render import render_digests
from afterword.feeds.factors import render_factor_feeds
from afterword.feeds.reports import render_report_feeds
from afterword.findings.finding import CheckResult, Finding
from afterword.index.index import build_index
from afterword.link.graph import link_reports
from afterword.model.audience import is_shown_to
from afterword.model.collection import Collection
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.pages.broken import render_broken
from afterword.pages.evidence import render_evidence
from afterword.pages.follow import follow_line
from afterword.pages.home import render_fragments
from afterword.pages.page import Asset, Page, SiteFacts
from afterword.pages.redirects import render_redirects
from afterword.pages.site import render_pages
from afterword.read.collection import read_collection
from afterword.read.gates import read_gates
from afterword.rules import RULES
from afterword.rules.rule import Context
from afterword.rules.run import check_collection


@dataclass(frozen=True)
class Checked:
    """A repository that was read and checked: all reports, whoever may read them, and every finding."""

    project: Project
    context: Context
    result: CheckResult

    @property
    def collection(self) -> Collection:
        """All reports."""
        return self.context.collection


@dataclass(frozen=True)
class Site:
    """What a site engine publishes for one audience: pages and files, sorted by path, and pieces for other pages.

    `report_ids` are the listed reports in the order of the facet data, which the search index follows.
    """

    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()
    fragments: Mapping[str, str] = field(default_factory=dict)
    report_ids: tuple[str, ...] = ()

    @cached_property
    def authored(self) -> frozenset[str]:
        """Paths of the pages that hold Markdown that an author wrote."""
        return frozenset(page.path for page in self.pages if page.authored)

    @cached_property
    def drawings(self) -> Mapping[str, tuple[str, ...]]:
        """By the path of a page the SVG drawings of ours that stand on it."""
        return {page.path: page.drawings for page in self.pages if page.drawings}

    @cached_property
    def paths(self) -> frozenset[str]:
        """Paths of all pages and files."""
        return frozenset(page.path for page in self.pages) | {asset.path for asset in self.assets}


def check_project(
    project: Project,
    today: date,
    extra: Iterable[Path] = (),
    prose: Iterable[Path] = (),
    judged: Callable[[Collection], Container[str] | None] | None = None,
) -> Checked:
    """Read everything, link it, and run every rule over it; of `prose` only the wording is judged.

    `judged` says for which reports, by their paths, rules on single reports run; without it, and for None, for all.
    """
    collection = read_collection(project, extra, prose)
    graph = link_reports(collection.reports)
    context = Context(project, collection, graph, read_gates(project.settings.gates), today)
    return Checked(project, context, check_collection(context, RULES, judged(collection) if judged else None))


def render_site(checked: Checked, facts: SiteFacts, *, preview: bool, broken_pages: bool = False) -> Site:
    """Everything that a site for the settings' audience shows.

    Args:
        checked: what was read and found.
        facts: what pages need to know of the site.
        preview: whether drafts and reports in review are shown too.
        broken_pages: whether a report with errors becomes a page that lists them without its text (while serving);
            otherwise the caller has stopped before.
    """
    # Imported here, so that whoever only checks reports does not wait for the library of calendars.
    from afterword.feeds.due_days import render_due_days

    settings = checked.project.settings
    errors = checked.result.at_level("error")
    broken = {finding.path for finding in errors}
    view = checked.collection.without(broken).for_audience(settings.audience, preview=preview)
    index = build_index(view, checked.context.today, count_public_sources=settings.count_public_sources)
    digests = render_digests(index, facts, settings.digest)
    pages = [*render_pages(index, checked.context.gates, facts), *digests.pages]
    if broken_pages:
        told = [each for each in checked.collection.reports if each.path in broken and _may_be_named(each, checked)]
        pages.extend(render_broken(report, _of(report, errors)) for report in told)
    pages = [page for page in pages if page.path not in facts.by_hand]
    assets = [*render_evidence(view), *render_redirects(view), *render_api(index, facts), render_facets(index)]
    assets.extend(render_factor_feeds(index, facts))
    assets.extend(render_report_feeds(index, facts))
    assets.extend(render_due_days(index, facts))
    assets.extend(render_open_rows(index, facts))
    assets.extend(digests.assets)
    files = tuple(sorted(assets, key=lambda asset: asset.path))
    fragments = {**render_fragments(index), "follow": follow_line(facts)}
    return Site(_by_path(pages), files, fragments, tuple(report.id for report in index.listed))


def _may_be_named(report: Report, checked: Checked) -> bool:
    """Whether even the path of a broken report may be shown: not where its audience is known to be narrower."""
    if report.held_for:
        return False
    if report.audience is None:
        return report.is_unreadable
    return is_shown_to(report.audience, checked.project.settings.audience)


def _of(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.path == report.path)


def _by_path(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Pages sorted by path; of two for one path the first, so that a broken report never hides a sound one."""
    found: dict[str, Page] = {}
    for page in pages:
        found.setdefault(page.path, page)
    return tuple(found[path] for path in sorted(found))
