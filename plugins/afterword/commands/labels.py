"""`afterword labels`: what a person accepted, kept in `_labels.csv` without touching a report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from afterword.commands.find_project import Found, find_project
from afterword.commands.labels_sheet import Judged, read_sheet
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.today import today_in
from afterword.commands.write_file import create_file, replace_file
from afterword.findings.visible import shown_path, visible
from afterword.model.collection import Collection
from afterword.model.labels import NAME, Label
from afterword.model.tree import DataProblem
from afterword.model.vocabulary import Vocabulary
from afterword.read.collection import read_collection
from afterword.read.files import read_bytes
from afterword.read.labels import read_labels, takes_labels, write_labels


@click.group()
def labels() -> None:
    """Factors of imported reports, accepted in bulk."""


@labels.command()
@click.argument("sheet", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="CSV")
@click.option(
    "--all-lines", is_flag=True,
    help="Accept lines without a word too, for a file from which the wrong ones were deleted.",
)  # fmt: skip
@config_option
def apply(sheet: Path, config: Path | None, *, all_lines: bool) -> None:
    """Keep the lines of CSV that say yes, in `_labels.csv`.

    CSV is one that `afterword suggest-factors --out CSV` wrote. No report is changed. To take a label back, take its
    line out of that file. Exit code 1 where something in CSV cannot be taken as it stands: all of it is listed, and
    nothing is written.
    """
    found = find_project((), config, os.environ)
    collection = read_collection(found.project)
    data = read_bytes(sheet)
    if isinstance(data, str):
        message = f"`{visible(sheet.name)}` cannot be read: {data}"
        raise Refusal(message)
    judged = read_sheet(data, shown_path(sheet.as_posix()), *_known(collection), all_lines=all_lines)
    if judged.problems:
        _stop(judged.problems)
    _keep(judged, collection, found, today_in(found.project.settings.zone_info, os.environ))


def _known(collection: Collection) -> tuple[frozenset[str], Vocabulary]:
    return frozenset(collection.by_id), collection.vocabulary


def _stop(problems: Iterable[DataProblem]) -> None:
    listed = list(problems)
    for each in listed:
        click.echo(f"{each.path}:{each.line}:{each.column} {visible(each.message)}")
        if each.hint:
            click.echo(f"    = {visible(each.hint)}")
    count = "1 line" if len(listed) == 1 else f"{len(listed)} lines"
    click.echo(f"{count} to be mended; nothing was written")
    raise click.exceptions.Exit(1)


def _keep(judged: Judged, collection: Collection, found: Found, today: date) -> None:
    path = found.project.docs / NAME
    shown = shown_path(found.display(found.project.shown(path)))
    before, problems = read_labels(path, shown, *_known(collection))
    if problems:
        first = problems[0]
        message = f"{first.path}:{first.line}:{first.column} {first.message}, and would be lost; {first.hint}"
        raise Refusal(message)
    kept = {(each.report, each.factor): each for each in before}
    wanted = [(row.text("report"), row.text("factor")) for row in judged.accepted]
    takes = {each.id for each in collection.reports if takes_labels(each)}
    new = [each for each in wanted if each[0] in takes and each not in kept]
    kept.update({each: Label(*each, today) for each in new})
    if new:
        _write(path, write_labels(kept.values()))
    for line in _tell(shown, kept, len(new), judged, [each for each, _ in wanted if each not in takes]):
        click.echo(line)


def _write(path: Path, data: bytes) -> None:
    if path.is_symlink():
        message = f"`{path.name}` is a link, and nothing is written through one"
        raise Refusal(message)
    if not create_file(path, data):
        replace_file(path, data)


def _tell(shown: str, kept: Iterable[tuple[str, str]], new: int, judged: Judged, aside: Iterable[str]) -> Iterator[str]:
    pairs = list(kept)
    reports = len({report for report, _ in pairs})
    yield f"{shown}: {_plural(len(pairs), 'label')} for {_plural(reports, 'report')}, {new:,} of them new"
    if judged.declined or judged.open:
        yield f"{_plural(judged.declined, 'line')} said no, {_plural(judged.open, 'line')} said nothing"
    if not judged.accepted and judged.open:
        yield "Nothing was accepted: write `yes` where a suggestion is right, or give `--all-lines`."
    left = list(dict.fromkeys(aside))
    if left:
        ids = ", ".join(f"`{each}`" for each in left[:3]) + (" …" if len(left) > 3 else "")
        yield f"Left aside, since they name their factors themselves or are not imported: {ids}"


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
