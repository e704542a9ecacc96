"""`afterword evals export`: the committed eval cases as tests for promptfoo, Inspect AI or plain pytest."""

from __future__ import annotations

import os
from pathlib import Path

import click

from afterword.audit.hiding import hide_secrets
from afterword.build import check_project
from afterword.commands.evals_export_check import differences
from afterword.commands.export_folder import write_export
from afterword.commands.find_project import Found, canonical, find_project
from afterword.commands.options import config_option
from afterword.commands.outside import refuse_overlap
from afterword.commands.refusal import Refusal
from afterword.commands.sound import stop_at_errors
from afterword.commands.today import today_in
from afterword.commands.write_file import create_file
from afterword.evals.export.canary import LINE
from afterword.evals.export.choose import Choice, ChoiceError
from afterword.evals.export.make import EXPORTERS, TOOLS, Made, Tool, make_export
from afterword.findings.visible import shown_path, visible


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--to", "tool", type=click.Choice(TOOLS), required=True, help="The tool that runs the tests.")
@click.option("--factor", default="", metavar="ID", help="Only cases of reports with this contributing factor.")
@click.option("--system", default="", metavar="NAME", help="Only cases of reports on this system.")
@click.option("--blocking", is_flag=True, help="Only cases that stop a release.")
@click.option("--check", is_flag=True, help="Write nothing; say whether DIR is what would be written now.")
@config_option
def export(
    folder: Path, tool: Tool, factor: str, system: str, blocking: bool, check: bool, config: Path | None
) -> None:
    """Write the committed eval cases to DIR as tests for a tool.

    DIR is new or empty, or holds an earlier export for the same tool, of which no file was changed by hand; `README.md`
    in it says how to run the tests. Exit code 1 where a report has errors, or with `--check` where DIR differs from
    what the reports say now.
    """
    found = find_project((), config, os.environ)
    place = canonical(folder)
    refuse_overlap(place, found, "DIR")
    made = _make(found, tool, Choice(factor.strip(), system.strip(), blocking))
    shown = shown_path(folder.as_posix())
    _tell_left_out(made)
    if not made.cases:
        message = "no committed eval case fits, so there is nothing to run; an empty suite would let everything through"
        raise Refusal(f"{message}. Nothing was written")
    yours = {name: made.files[name] for name in EXPORTERS[tool].yours}
    owned = {path: content for path, content in made.files.items() if path not in yours}
    if check:
        _check(place, shown, owned, tool)
        return
    write_export(place, folder, owned, _head(tool))
    for name, content in yours.items():
        create_file(place / name, content)
    _tell(made, shown, tool)


def _make(found: Found, tool: Tool, choice: Choice) -> Made:
    """The export for the audience of the settings; ends where a report has errors."""
    settings = found.project.settings
    checked = check_project(found.project, today_in(settings.zone_info, os.environ))
    stop_at_errors(checked, found, "nothing was written, since a site with errors is not published")
    try:
        return make_export(checked.collection.for_audience(settings.audience), choice, tool)
    except ChoiceError as error:
        raise click.UsageError(visible(str(error))) from None


def _head(tool: Tool) -> str:
    """How the list of an export for the tool begins; one for another tool is never replaced by it."""
    title = EXPORTERS[tool].title
    told = (
        f"# Afterword eval cases for {title} 1. The digest of every file; the next export replaces these files alone."
    )
    return f"{told}\n# {LINE}\n"


def _check(place: Path, shown: str, owned: dict[str, bytes], tool: Tool) -> None:
    told = differences(place, shown, owned, _head(tool))
    for line in told:
        click.echo(visible(line))
    if told:
        cure = f"write it anew with `afterword evals export --to {tool} {shown}` and the options it was made with"
        click.echo(f"{shown} is not what the reports say now; {cure}")
        raise click.exceptions.Exit(1)
    click.echo(f"{shown} is what the reports say now")


def _tell_left_out(made: Made) -> None:
    for each in made.left_out:
        blocks = ", which blocks releases," if each.blocking else ""
        told = hide_secrets(f"note: {each.case} of {each.report}{blocks} is not exported: {each.reason}")
        click.echo(visible(told), err=True)


def _tell(made: Made, shown: str, tool: Tool) -> None:
    cases, blocking = len(made.cases), sum(each.listed.blocking for each in made.cases)
    number = "1 eval case" if cases == 1 else f"{cases:,} eval cases"
    stops = f", {blocking:,} of them blocking," if blocking else ""
    click.echo(f"wrote {number}{stops} to {shown} for {EXPORTERS[tool].title}; {shown}/README.md says how to run them")
