"""The MkDocs plugin: hands our pages to MkDocs and its settings to us. The one file that imports mkdocs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from importlib import resources
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin, urlsplit

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from afterword import __version__
from afterword.build import Checked, Site, check_project, render_site
from afterword.clock import today_in
from afterword.engine.feed_links import with_feeds
from afterword.engine.front_matter import page_source
from afterword.engine.layout import PRIVATE, SCRIPTS, STYLES, make_facts, paths_in
from afterword.engine.navigation import list_of, place_pages
from afterword.engine.no_script import PATH as NO_SCRIPT
from afterword.engine.no_script import asks_for_dark, dark_styles, with_link
from afterword.engine.search_index import SearchError, build_search
from afterword.findings.log import describe_counts, describe_line
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.pages.by_hand import render_by_hand
from afterword.pages.clean import clean_html
from afterword.read.settings import SettingsError, read_settings
from afterword.read.site_config import read_site_config
from afterword.rules.settings_codes import unknown_levels, unknown_rules

log = get_plugin_logger(__name__)


class AfterwordConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's block. Its options are the fields of `Settings`, which types and checks them."""

    settings: Settings

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Type the whole block at once; every mistake is told with the setting's name."""
        try:
            self.settings = read_settings(dict(self), "afterword")
        except SettingsError as error:
            return [("afterword", ValidationError(error.message))], []
        refused: ConfigErrors = [("afterword", ValidationError(told)) for _, told in unknown_rules(self.settings)]
        return refused, [("afterword", told) for _, told in unknown_levels(self.settings)]


class AfterwordPlugin(BasePlugin[AfterwordConfig]):  # type: ignore[no-untyped-call]
    """Reads, checks and publishes the reports below the documents folder."""

    def __init__(self) -> None:
        self.serving = False
        self.checked: Checked | None = None
        self.site = Site()
        self.unsearched: set[str] = set()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether MkDocs serves."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Serve our styles and templates from the package, and tell the banner that the plugin runs."""
        theme = str(resources.files("afterword").joinpath("theme"))
        if theme not in config.theme.dirs:
            # After the organisation's own folder, so that its overrides win over ours.
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        if STYLES not in config.extra_css:
            config.extra_css.insert(0, STYLES)
        for path in SCRIPTS:
            if path not in map(str, config.extra_javascript):
                script = ExtraScriptValue(path)
                script.type = "module"
                config.extra_javascript.append(script)
        if not {"search", "material/search"}.isdisjoint(config.plugins):
            log.info("the plugin `search` makes an index that nothing reads: leave it out of `plugins`")
        config.extra["afterword"] = {"version": __version__, "audience": self.config.settings.audience}
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check everything before MkDocs empties the site folder, so that a refused build leaves the old site."""
        project = _project(config, self.config.settings)
        self.checked = check_project(project, today_in(project.settings.zone_info, os.environ))
        self.unsearched.clear()
        _tell(self.checked, serving=self.serving)

    # Early, so that plugins that look at all pages see ours among them.
    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the finished pages in the place of what people wrote under reports/ and evidence/."""
        assert self.checked is not None, "on_pre_build runs first"
        for file in [each for each in files if each.src_uri.startswith(PRIVATE)]:
            files.remove(file)
        facts = make_facts(self.checked.project, (file.src_uri for file in files.documentation_pages()))
        preview = self.checked.project.settings.preview or self.serving
        self.site = render_site(self.checked, facts, preview=preview, broken_pages=self.serving)
        listed = paths_in(config.nav)
        for page in self.site.pages:
            # Said outright, since left open it would be computed again from `exclude_docs`, which shuts our places.
            in_nav = page.path in listed
            level = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
            source = page_source(page, in_nav=in_nav or list_of(page.path, listed) is not None)
            file = File.generated(config, page.path, content=source, inclusion=level)
            file.edit_uri = page.edit_place or None
            files.append(file)
        for asset in self.site.assets:
            files.append(File.generated(config, asset.path, content=asset.content, inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give pages outside of the navigation their place below the list that leads to them."""
        found = {file.src_uri: file.page for file in files.documentation_pages()}
        place_pages(nav.items, found, self.site.pages, Section)
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Fill the places that a page written by hand leaves for us, and let its links to reports lead on."""
        path = page.file.src_uri
        if path in self.site.paths:
            return markdown
        shown = frozenset(file.src_uri for file in files)
        written = render_by_hand(path, markdown, shown, self.site.fragments)
        for href in written.lost:
            log.warning("`%s` links to `%s`, which is not shown: its text is kept", path, href)
        return written.markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Clean what an author's Markdown became, whatever an extension made of it."""
        path = page.file.src_uri
        search = page.meta.get("search")
        if isinstance(search, dict) and search.get("exclude"):
            # As Material's own search takes it.
            self.unsearched.add(page.file.dest_uri)
        return clean_html(html, self.site.drawings.get(path, ())) if path in self.site.authored else html

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Name the feeds, and let the page be dark without a script, where the theme would make it so with one."""
        return self._with_head(output, config, lambda path: get_relative_url(path, page.url))

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page of a missing address, which is shown at any depth."""
        if template_name != "404.html":
            return output_content
        root = urlsplit(config.site_url or "").path or "/"
        return self._with_head(output_content, config, lambda path: urljoin(root, path))

    def _with_head(self, page: str, config: MkDocsConfig, way: Callable[[str], str]) -> str:
        page = with_feeds(page, self.site.paths, way)
        return with_link(page, way(NO_SCRIPT)) if asks_for_dark(config.theme.get("palette")) else page

    # Late, so that pages that other plugins write are found as well.
    @event_priority(-50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the dark styles, and make the search index from the pages as they were written."""
        if asks_for_dark(config.theme.get("palette")):
            _write_dark_styles(Path(config.site_dir), config.extra_css)
        try:
            build_search(Path(config.site_dir), self.site.report_ids, self.unsearched)
        except SearchError as error:
            if not self.serving:
                raise PluginError(str(error)) from error
            log.warning("%s; pages are served without a search", error)


def _write_dark_styles(site: Path, extra: Iterable[str]) -> None:
    """From the theme's styles, then ours, then the organisation's own, in the order in which pages load them."""
    found = sorted((site / NO_SCRIPT).parent.glob("*.css"), key=lambda each: (".min." not in each.name, each.name))
    sheets = dict.fromkeys([*found, *(site / str(each) for each in extra)])
    sheets.pop(site / NO_SCRIPT, None)
    text = dark_styles(each.read_text(encoding="utf-8") for each in sheets if each.is_file())
    (site / NO_SCRIPT).write_text(text, encoding="utf-8")


def _project(config: MkDocsConfig, settings: Settings) -> Project:
    path = Path(config.config_file_path).resolve()
    url = config.site_url or ""
    repo, edit = config.repo_url or "", config.edit_uri or ""
    # MkDocs keeps the compiled patterns only, and no lines, so the file is read again where it was written.
    site = read_site_config(path, os.environ)
    return Project(
        root=path.parent,
        docs=Path(config.docs_dir).resolve(),
        config=path,
        settings=settings,
        excludes=site.excludes,
        site_url=url if not url or url.endswith("/") else f"{url}/",
        site_name=config.site_name,
        edit_url=f"{repo.rstrip('/')}/{edit.strip('/')}/" if repo and edit else "",
        home=site.home.resolve(),
        lines=site.lines,
    )


def _tell(checked: Checked, *, serving: bool) -> None:
    """Errors stop a build after all are listed; lesser findings never do, so that `--strict` stays of use."""
    result = checked.result
    errors = result.at_level("error")
    for finding in errors:
        # While serving, an error is told and serving goes on.
        (log.warning if serving else log.error)(describe_line(finding))
    for finding in result.at_level("warning"):
        log.info(describe_line(finding))
    log.info(describe_counts(result))
    if errors and not serving:
        files = len({finding.path for finding in errors})
        places = "one file" if files == 1 else f"{files} files"
        number = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
        message = f"{number} in {places}; the site was left as it was. `afterword check` shows them with their lines."
        raise PluginError(message)
