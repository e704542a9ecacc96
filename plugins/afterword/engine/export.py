"""The same site as a tree of plain Markdown, JSON and settings, which engines build without any plugin of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from afterword.build import Checked, Site, render_site
from afterword.engine.by_hand import ByHand
from afterword.engine.export_nav import make_nav
from afterword.engine.export_notes import write_index, write_readme
from afterword.engine.export_settings import make_settings
from afterword.engine.front_matter import page_source
from afterword.engine.layout import make_facts, paths_in
from afterword.engine.theme_files import static_files, templates
from afterword.link.targets import resolve_from
from afterword.model.choices import Audience
from afterword.model.project import Project
from afterword.model.source import Source
from afterword.pages.by_hand import HOME, render_by_hand
from afterword.pages.escape import escape_text
from afterword.read.markdown import read_body


@dataclass(frozen=True)
class Request:
    """What an export is made for.

    Attributes:
        audience: who is to read it: the site's own, or a wider one.
        url: the address at which it will stand, with a closing slash; empty for none.
        content: the site's configuration.
    """

    audience: Audience
    url: str = ""
    content: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Export:
    """A finished tree.

    Attributes:
        files: content by path, sorted.
        pages: how many pages it holds.
        reports: how many of them are reports.
        notes: sentences on what the site has and the tree has not.
    """

    files: Mapping[str, bytes]
    pages: int
    reports: int
    notes: tuple[str, ...]


def render_export(checked: Checked, by_hand: ByHand, request: Request) -> Export:
    """The whole tree, as a function of what was read.

    For a wider audience than the site's own, pages that people wrote come along only where their front matter names an
    audience that is wide enough, and other files only where a page that comes along links to them: what says nothing
    was written for the site's own readers. Drafts, terms that no report names, and the addresses of site and repository
    stay out as well.
    """
    closed = request.audience != checked.project.settings.audience
    if closed:
        collection = checked.collection.without_unused_terms(request.audience)
        checked = replace(checked, context=replace(checked.context, collection=collection))
    project = _project_for(request, checked.project, closed=closed)
    hand = by_hand.for_audience(request.audience) if closed else by_hand
    preview = project.settings.preview and not closed
    site = render_site(replace(checked, project=project), make_facts(project, hand.pages), preview=preview)
    written, lost = _written(hand, site, closed=closed)
    written.setdefault(HOME, _home(project.site_name, site))
    nav = make_nav(request.content.get("nav"), written, site.pages, outside=not closed)
    pages = written | _generated(site, paths_in(nav))
    files = _linked(hand.files, pages) if closed else hand.files
    docs = {**static_files(), **files, **{path: text.encode() for path, text in pages.items()}}
    docs |= {asset.path: asset.content for asset in site.assets}
    settings, untold = make_settings(project, request.content, nav, docs.keys(), closed=closed)
    tree = {f"docs/{path}": content for path, content in docs.items()}
    tree |= {f"overrides/{path}": content for path, content in templates().items()}
    name, today = project.site_name, checked.context.today
    tree["mkdocs.yml"] = settings
    tree["README.md"] = write_readme(name, request.audience, today)
    tree["index.json"] = write_index(name, request.audience, today, site.pages, tree)
    left_out = [f"`{path}` is left out: {reason}" for path, reason in hand.left_out]
    reports = sum(page.path.startswith("reports/") for page in site.pages) - 1
    return Export(dict(sorted(tree.items())), len(pages), reports, (*left_out, *lost, *untold))


def _project_for(request: Request, project: Project, *, closed: bool) -> Project:
    settings = project.settings.model_copy(update={"audience": request.audience})
    edit_url = "" if closed else project.edit_url
    return replace(project, settings=settings, site_url=request.url, edit_url=edit_url)


def _written(hand: ByHand, site: Site, *, closed: bool) -> tuple[dict[str, str], list[str]]:
    """The pages that people wrote, with our pieces and with links that lead on, and a sentence for each lost link."""
    shown = site.paths | set(hand.pages) | set(hand.files)
    pages: dict[str, str] = {}
    lost: list[str] = []
    for path, text in hand.pages.items():
        page = render_by_hand(path, text, shown, site.fragments, closed=closed)
        pages[path] = page.markdown
        lost.extend(f"`{path}` links to `{href}`, which is not shown: its text is kept" for href in page.lost)
    return pages, lost


def _home(name: str, site: Site) -> str:
    """The first page of a site for which nobody wrote one."""
    return "\n\n".join([f"# {escape_text(name)}", *site.fragments.values()]) + "\n"


def _generated(site: Site, listed: Iterable[str]) -> dict[str, str]:
    """Our own pages; their tags stand in their text, and Zensical would show them once more."""
    known = set(listed)
    return {page.path: page_source(page, in_nav=page.path in known, hide=("tags",)) for page in site.pages}


def _linked(files: Mapping[str, bytes], pages: Mapping[str, str]) -> dict[str, bytes]:
    """The files that a page links to."""
    wanted: set[str] = set()
    for path, text in pages.items():
        if any(name.rpartition("/")[2] in text for name in files):
            targets = (resolve_from(path, link.href) for link in read_body(Source(path, text), 0).links)
            wanted |= {target.value for target in targets if target.kind == "page"}
    return {path: content for path, content in files.items() if path in wanted}
