"""`afterword evals selfcheck`: whether each eval case can fail on its own incident, and passes on its reference."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click
from rich.text import Text

from afterword.commands.evals_rows import CaseRow, describe_rows, render_rows
from afterword.commands.find_project import Found, find_project
from afterword.commands.options import config_option
from afterword.commands.selection import Selection
from afterword.commands.terminal import print_lines
from afterword.evals.collection import SelfChecks, is_tried
from afterword.evals.tables import Tables
from afterword.model.collection import Collection
from afterword.read.collection import read_collection


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]...")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="A table for people, or data for programs.")  # fmt: skip
@config_option
def selfcheck(paths: tuple[Path, ...], format_: str, config: Path | None) -> None:
    """Try whether each eval case can fail, and can pass.

    What was recorded in the incident has to fail, and the reference has to pass. Tried are the cases of all reports, or
    of those at PATH. Nothing is called and no model is asked. Cases of imported and withdrawn reports, and retired
    ones, are left out. Exit code 1 where a case does not hold.
    """
    found = find_project(paths, config, os.environ)
    selection = Selection.of(paths, (), (), pedantic=False)
    rows = tuple(_rows(read_collection(found.project), selection, found))
    if format_ == "json":
        click.echo(describe_rows(rows), nl=False)
    else:
        print_lines([*render_rows(rows), *(Text(note) for note in found.notes)])
    if not all(row.checked.holds for row in rows):
        raise click.exceptions.Exit(1)


def _rows(collection: Collection, selection: Selection, found: Found) -> Iterator[CaseRow]:
    checks = SelfChecks(Tables(collection.evidence_files))
    for report in sorted(collection.reports, key=lambda each: each.id):
        if not is_tried(report) or not selection.holds_path(found.file(report.path)):
            continue
        for place, checked in enumerate(checks.of(report)):
            if checked.case.status != "retired":
                span = report.at("eval_cases", place)
                yield CaseRow(report.id, found.display(report.path), span.line, checked)
