"""`afterword import`: an older archive as reports, and clearing those that its audit holds back."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click

from afterword.archive.draft import Setting
from afterword.archive.form import is_as_written
from afterword.archive.mapping import ArchiveMap, read_mapping
from afterword.archive.plan import Planner
from afterword.archive.sources import list_sources
from afterword.archive.starter import write_starter
from afterword.commands.find_project import Found, canonical, find_project
from afterword.commands.import_clear import clear_reports
from afterword.commands.import_words import describe_plan
from afterword.commands.import_write import write_plan
from afterword.commands.refusal import Refusal
from afterword.commands.today import today_in
from afterword.commands.write_file import create_file
from afterword.findings.visible import shown_path, visible
from afterword.model.report import Report
from afterword.model.tree import DataProblem
from afterword.read.clearances import NAME, read_clearances
from afterword.read.collection import read_collection
from afterword.read.files import read_bytes
from afterword.read.site_config import find_config


@click.command("import")
@click.argument("named", nargs=-1, metavar="[SRC] [ID]...")
@click.option(
    "--into", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
    help="The repository that takes the reports; `afterword init DIR` makes one.",
)  # fmt: skip
@click.option(
    "--map", "map_file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="What the archive's fields are called here; a file that is not there is written to begin with.",
)  # fmt: skip
@click.option(
    "--clear",
    "cleared",
    multiple=True,
    metavar="ID...",
    help="Clear these reports: a person has read them.",
)
def import_(named: tuple[str, ...], into: Path, map_file: Path | None, cleared: tuple[str, ...]) -> None:
    """Take over the folder SRC of older reports as it is.

    With `--clear`, and without SRC, it clears reports that were held back, each by its ID. Every file of SRC is
    accounted for: imported, left out, or in need of a word in the mapping. A second run changes nothing that did not
    change.
    """
    source, ids = _sort_out(named, cleared)
    found = _repository(into)
    if source is not None:
        _import(source, found, into, map_file)
    elif map_file is not None or not ids:
        message = "name the archive's folder, or the reports to be cleared after `--clear`"
        raise click.UsageError(message)
    if ids:
        today = today_in(found.project.settings.zone_info, os.environ)
        for line in clear_reports(ids, found.project, today):
            click.echo(line)


def _sort_out(named: tuple[str, ...], cleared: tuple[str, ...]) -> tuple[Path | None, list[str]]:
    """The archive's folder, and the ids to clear: with `--clear` whatever is no folder is one more of them."""
    folders = [each for each in named if Path(each).is_dir()]
    others = [each for each in named if not Path(each).is_dir()]
    if others and not cleared:
        message = f"`{visible(others[0])}` is no folder"
        raise click.UsageError(message)
    if len(folders) > 1:
        message = "one archive at a time"
        raise click.UsageError(message)
    typed = [part for each in (*cleared, *others) for part in each.split(",") if part.strip()]
    return (Path(folders[0]) if folders else None), [Path(each.strip()).name.removesuffix(".md") for each in typed]


def _repository(into: Path) -> Found:
    """The repository at `into`, and no other one above it."""
    folder = canonical(into)
    config = find_config(folder)
    shown = shown_path(into.as_posix())
    if config is None or (canonical(config).parent != folder and canonical(config).parent / folder.name != folder):
        message = f"`{shown}` has no settings of a site (mkdocs.yml); make it one with `afterword init {shown}`"
        raise Refusal(message)
    found = find_project((into,), config, os.environ)
    docs = found.project.docs
    if not docs.is_dir() or (canonical(config).parent != folder and docs != folder):
        message = f"`{shown}` has no documents folder; make it one with `afterword init {shown}`"
        raise Refusal(message)
    return found


def _import(source: Path, found: Found, into: Path, map_file: Path | None) -> None:
    project = found.project
    root = canonical(source)
    if project.docs.is_relative_to(root) or root.is_relative_to(project.docs):
        message = "the archive and the documents folder lie within one another; keep the archive beside the repository"
        raise Refusal(message)
    mapping, is_there = _mapping(map_file)
    collection = read_collection(project)
    clearances, _ = read_clearances(project.docs / project.settings.state / NAME, NAME)
    archive = mapping.archive or root.name
    sources = list_sources(root)
    files = {file.place: file for file in sources}
    setting = Setting(archive, mapping, project.settings, collection.vocabulary, files)
    planner = Planner(setting, collection, clearances, lambda report: _data_of(report, found))
    if map_file is None and any(is_as_written(_data_of(report, found)) for report in planner.existing.mapped()):
        message = (
            f"archive `{visible(archive)}` was imported with a mapping, and without it the reports would lose what it "
            "gave them; name it with `--map FILE`"
        )
        raise Refusal(message)
    plan = planner.plan(sources)
    if map_file is not None and not is_there:
        create_file(map_file, write_starter(archive, planner.olds, plan.left, project.settings.organisation).encode())
        shown = shown_path(map_file.as_posix())
        click.echo(f"wrote {shown}: a mapping to begin with. Nothing is imported yet; fill it in, and run this again.")
        return
    write_plan(plan, project.docs)
    unmapped = _unmapped(planner, mapping)
    for line in describe_plan(plan, project.settings, unmapped, into=into, source=source, has_map=is_there):
        click.echo(line)


def _mapping(path: Path | None) -> tuple[ArchiveMap, bool]:
    if path is None or not path.exists():
        return ArchiveMap(), False
    mapping, problems = read_mapping(path, shown_path(path.as_posix()))
    if problems:
        lines = [f"{each.path}:{each.line}:{each.column} {visible(_with_hint(each))}" for each in problems]
        raise Refusal("the mapping cannot be used:\n" + "\n".join(lines))
    return mapping, True


def _with_hint(problem: DataProblem) -> str:
    return f"{problem.message}; {problem.hint}" if problem.hint else problem.message


def _data_of(report: Report, found: Found) -> bytes:
    data = read_bytes(found.file(report.path))
    return data if isinstance(data, bytes) else b""


def _unmapped(planner: Planner, mapping: ArchiveMap) -> Mapping[str, int]:
    """Old fields that nothing is mapped from, with how many files have them."""
    counts: dict[str, int] = {}
    for old in planner.olds:
        for key in old.front.metadata:
            if key not in mapping.fields:
                counts[key] = counts.get(key, 0) + 1
    return counts
