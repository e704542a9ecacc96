"""`afterword check`: every finding in one run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from afterword.build import Checked, check_project
from afterword.commands.affected import affected_paths
from afterword.commands.changes import changed_files, changed_in_forge
from afterword.commands.codes import read_codes
from afterword.commands.find_project import Found, canonical, find_project
from afterword.commands.fix import fix_files
from afterword.commands.options import config_option
from afterword.commands.print_result import FOR_PROGRAMS, FORMATS, FROM_ROOT, print_result
from afterword.commands.selection import Selection
from afterword.commands.settings_below import refuse_above_settings
from afterword.commands.sources import sources_of
from afterword.commands.today import today_in
from afterword.commands.touched_before import touched_before
from afterword.commands.watch import watch_project
from afterword.findings.finding import Finding
from afterword.findings.visible import shown_path
from afterword.model.collection import Collection
from afterword.model.project import Project
from afterword.read.files import read_bytes, walk_files
from afterword.read.front_matter import begins_with_fence

MARKDOWN = (".md", ".markdown")


@dataclass(frozen=True)
class Options:
    """What the user typed."""

    paths: tuple[Path, ...]
    config: Path | None
    format: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    pedantic: bool
    fix: bool
    since: str | None


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]...")
@config_option
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="auto", show_default=True,
    help="How findings are printed; `auto` is `github` in GitHub Actions, else `text`.",
)  # fmt: skip
@click.option("--select", multiple=True, metavar="CODES", help="Only these codes or beginnings, such as `AW4,AW130`.")
@click.option("--ignore", multiple=True, metavar="CODES", help="All but these codes or beginnings.")
@click.option("--pedantic", is_flag=True, help="Show findings of level `info` too.")
@click.option(
    "--changed-since",
    "since",
    metavar="REF",
    help="Only files that differ from REF, a branch, a tag or a commit, and those that rest on them.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
@click.option(
    "--fix", is_flag=True, help="Apply the mechanical cures, whatever their level; `explain` says what each rule mends."
)
def check(
    paths: tuple[Path, ...], config: Path | None, format_: str, select: tuple[str, ...], ignore: tuple[str, ...],
    since: str | None, *, pedantic: bool, watch: bool, fix: bool,
) -> None:  # fmt: skip
    """Check reports and list what is to be changed, and how.

    All reports are read, so that links resolve; findings are told for PATH alone, where one is given. A PATH that is no
    report is judged by its wording. Exit code 1 where a finding is at error level, or at that of `fail_on`.
    """
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    chosen = ("github" if in_actions and not watch else "text") if format_ == "auto" else format_
    options = Options(paths, config, chosen, read_codes(select), read_codes(ignore), pedantic, fix, since)
    if watch:
        if fix or format_ in FOR_PROGRAMS:
            message = "`--watch` goes with the format text, and without `--fix`"
            raise click.UsageError(message)
        watch_project(lambda: _find(options), lambda: _run(options), paths)
        return
    if _run(options):
        raise click.exceptions.Exit(1)


def _find(options: Options) -> Found:
    found = find_project(options.paths, options.config, os.environ, from_root=options.format in FROM_ROOT)
    refuse_above_settings(found, options.paths)
    return found


def _run(options: Options) -> bool:
    """Check once and print; whether the outcome is one to stop at."""
    found = _find(options)
    settings = found.project.settings
    pedantic = options.pedantic or settings.fail_on == "info"
    selection = Selection.of(options.paths, options.select, options.ignore, pedantic=pedantic)
    today = today_in(settings.zone_info, os.environ)
    since = options.since
    changed = None if since is None else changed_files(since, found.project.docs)
    before = None if since is None or changed is None else touched_before(changed, since, found.project)

    def affected(collection: Collection) -> frozenset[Path] | None:
        return None if changed is None else affected_paths(changed, before, collection, found.project)

    def judged(collection: Collection) -> frozenset[str] | None:
        only = affected(collection)
        return None if only is None else frozenset(found.project.shown(path) for path in only)

    def check_all() -> Checked:
        extra, prose = extra_files(options.paths, found.project), prose_files(options.paths, found.project)
        return check_project(found.project, today, extra, prose, judged)

    def shown(checked: Checked) -> list[Finding]:
        return [each for each in checked.result.findings if selection.holds(each, found)]

    checked = check_all()
    selection = replace(selection, only=affected(checked.collection))
    if options.fix:
        # Whatever is told or not: the order of keys is worth no line of its own, and mended all the same.
        every = replace(selection, pedantic=True)
        fixed = fix_files(checked, lambda each: [f for f in each.result.findings if every.holds(f, found)], check_all)
        checked = fixed.checked
        for path in sorted(fixed.done):
            # Programs read standard output, so what was written is told beside it.
            line = f"fixed {fixed.done[path]} in {shown_path(found.display(path))}"
            click.echo(line, err=options.format in FOR_PROGRAMS - {"github"})
    collection = checked.collection
    paths = [each.path for each in collection.reports]
    result = selection.narrow(checked.result, paths, found, prose=[each.path for each in collection.prose])
    files = (*collection.reports, *collection.prose)
    told = [found.display(each.path) for each in files if selection.holds_path(found.file(each.path))]
    if selection.only is not None:
        note = f"{len(told):,} of {len(files):,} files were judged: those that the change can affect"
        result = replace(result, notes=(*result.notes, note))
    mine = changed if changed is not None else changed_in_forge(os.environ, found.project.docs)
    first = frozenset(found.display(found.project.shown(path)) for path in mine)
    print_result(result, sources_of(files, found), options.format, found.project, told, first)
    return result.reaches(settings.fail_on)


def extra_files(paths: Sequence[Path], project: Project) -> list[Path]:
    """Files among `paths` that are reports but lie outside the folder of reports."""
    named = {canonical(path) for path in paths if not path.is_dir()}
    return sorted(path for path in named if not path.is_relative_to(project.docs) and _is_report(path))


def prose_files(paths: Sequence[Path], project: Project) -> list[Path]:
    """Files among `paths`, and Markdown files in the folders among them, that are no reports."""
    reports, found = project.docs / "reports", set[Path]()
    for path in map(canonical, paths):
        inside = (each.path for each in walk_files(path) if each.regular) if path.is_dir() else [path]
        endings = MARKDOWN if path.is_dir() else (*MARKDOWN, ".txt")
        found.update(each for each in inside if each.name.lower().endswith(endings))
    return sorted(path for path in found if not path.is_relative_to(reports) and not _is_report(path))


def _is_report(path: Path) -> bool:
    data = read_bytes(path)
    return isinstance(data, bytes) and begins_with_fence(data.decode("utf-8-sig", "replace"))
