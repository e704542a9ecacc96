"""What every adapter must agree on: which places are ours, where our styles stand, and what pages know of the site."""

from __future__ import annotations

from collections.abc import Iterable

from afterword.model.project import Project
from afterword.pages.page import SiteFacts

STYLES = "assets/stylesheets/afterword.css"
SCRIPTS = (
    "assets/javascripts/header-search.js",
    "assets/javascripts/explore-here.js",
    "assets/javascripts/open.js",
    "assets/javascripts/visit.js",
)
"""Modules that every page loads; each looks for its own place on the page and does nothing where there is none."""
PRIVATE = ("reports/", "evidence/", "_")
"""Beginnings of paths of which the site shows only what its audience may see."""


def make_facts(project: Project, by_hand: Iterable[str]) -> SiteFacts:
    """What pages need to know of the site; `by_hand` are the paths of the pages that people write."""
    return SiteFacts(
        project.site_name,
        project.site_url,
        project.edit_url,
        project.settings.zone,
        frozenset(by_hand),
        project.settings.disciplines,
        project.settings.targets,
        project.settings.trackers.old_after,
        project.settings.trackers.open_after,
    )


def paths_in(nav: object) -> set[str]:
    """All paths that a site's own navigation names."""
    if isinstance(nav, str):
        return {nav}
    inner = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return {path for each in inner for path in paths_in(each)}
