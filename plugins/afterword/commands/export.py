"""`afterword export`: the site as a tree of plain files that any of three engines builds."""

from __future__ import annotations

import os
from pathlib import Path

import click

from afterword.build import check_project
from afterword.commands.export_folder import write_export
from afterword.commands.find_project import Found, canonical, find_project
from afterword.commands.options import config_option
from afterword.commands.outside import refuse_overlap
from afterword.commands.refusal import Refusal
from afterword.commands.sound import stop_at_errors
from afterword.commands.today import today_in
from afterword.engine.by_hand import ByHand, read_by_hand
from afterword.engine.export import Export, Request, render_export
from afterword.findings.visible import shown_path, visible
from afterword.model.audience import is_shown_to
from afterword.model.choices import AUDIENCES, Audience
from afterword.read.site_config import SiteConfig, read_site_config


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--audience", type=click.Choice(AUDIENCES),
    help="Whom it is made for: the audience of the settings, or a wider one, which gets less.",
)  # fmt: skip
@click.option("--site-url", metavar="URL", help="The address at which it will stand; else `site_url` of the settings.")
@config_option
def export(folder: Path, audience: Audience | None, site_url: str | None, config: Path | None) -> None:
    """Write the site to DIR, for engines without the plugin.

    It is plain Markdown, JSON and settings, which MkDocs, ProperDocs and Zensical build. DIR is new or empty, or holds
    an earlier export, of which no file was changed by hand. Exit code 1 where a report has errors.
    """
    found = find_project((), config, os.environ)
    settings = found.project.settings
    chosen = audience or settings.audience
    if not is_shown_to(chosen, settings.audience):
        message = f"`--audience {chosen}` is narrower than the `audience: {settings.audience}` of the settings"
        raise Refusal(f"{message}; build what is narrower with settings of its own")
    place = canonical(folder)
    refuse_overlap(place, found, "DIR")
    checked = check_project(found.project, today_in(settings.zone_info, os.environ))
    stop_at_errors(checked, found, "nothing was written, since a site with errors is not published")
    site = read_site_config(found.project.config, os.environ) if found.project.config else None
    made = render_export(checked, _by_hand(found, site), _request(chosen, site_url, found, site))
    write_export(place, folder, made.files)
    _tell(made, folder, chosen)


def _by_hand(found: Found, site: SiteConfig | None) -> ByHand:
    content = site.content if site else {}
    excludes, drafts = (str(content.get(key) or "") for key in ("exclude_docs", "draft_docs"))
    return read_by_hand(found.project.docs, excludes, drafts)


def _request(audience: Audience, typed: str | None, found: Found, site: SiteConfig | None) -> Request:
    own = found.project.site_url if audience == found.project.settings.audience else ""
    url = typed if typed is not None else own
    if url and not url.startswith(("https://", "http://")):
        message = "`--site-url` takes an address that begins with https://"
        raise click.UsageError(message)
    return Request(audience, url if not url or url.endswith("/") else f"{url}/", site.content if site else {})


def _tell(made: Export, folder: Path, audience: Audience) -> None:
    for note in made.notes:
        click.echo(f"note: {visible(note)}", err=True)
    reports = "1 report" if made.reports == 1 else f"{made.reports} reports"
    shown = shown_path(folder.as_posix())
    click.echo(f"wrote {len(made.files)} files to {shown} for the audience {audience}: {made.pages} pages, {reports}")
    click.echo(f"Build it there, such as with `zensical build --strict -f mkdocs.yml`; {shown}/README.md says how.")
