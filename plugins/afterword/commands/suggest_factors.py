"""`afterword suggest-factors`: which factors older reports may be about, as lines that a person judges."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from afterword.commands.find_project import Found, canonical, find_project
from afterword.commands.labels_sheet import say_why, write_sheet
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.report_names import find_reports
from afterword.commands.write_file import create_file
from afterword.findings.visible import shown_path, visible
from afterword.model.audience import is_shown_to
from afterword.model.collection import Collection
from afterword.model.report import Report
from afterword.read.collection import read_collection
from afterword.read.labels import takes_labels

if TYPE_CHECKING:
    from afterword.link.similar.suggest import Suggestion

_NAMED = 5


@click.command("suggest-factors")
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@click.option("--all", "every", is_flag=True, help="Every imported report that has no factors yet.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), metavar="CSV",
    help="Write lines to be judged in a spreadsheet, for `afterword labels apply`.",
)  # fmt: skip
@config_option
def suggest_factors_(reports: tuple[str, ...], out: Path | None, config: Path | None, *, every: bool) -> None:
    """Suggest contributing factors for each REPORT.

    REPORT is a path or an id. It gets three at most, with the words that speak for them. Nothing is sent anywhere, and
    no report is changed. A report that its audit holds back is left out, since the lines repeat titles and first
    sentences.
    """
    if every == bool(reports):
        message = "name reports, or give `--all`, and not both"
        raise click.UsageError(message)
    found = find_project([Path(each) for each in reports if Path(each).is_file()], config, os.environ)
    _refuse_place(out, found)
    collection = read_collection(found.project)
    wanted = collection.reports if every else find_reports(reports, collection, found)
    chosen = [each for each in wanted if _is_open(each, found) and (not every or _is_unlabelled(each))]
    # Imported here, so that no other command waits for the libraries of vectors.
    from afterword.link.similar.suggest import suggest_factors

    suggestions = suggest_factors(chosen, _labelled(collection, found, chosen), collection.vocabulary)
    if out is None:
        for line in _lines(chosen, suggestions):
            click.echo(line)
    else:
        _write(out, [each for each in chosen if takes_labels(each)], suggestions, collection)
    for line in _left_out(wanted, chosen, found, every=every, for_file=out is not None):
        click.echo(line)


def _is_unlabelled(report: Report) -> bool:
    return takes_labels(report) and not report.labels


def _is_open(report: Report, found: Found) -> bool:
    """Whether everybody who can clone the repository may read it, and no audit holds it back."""
    if report.is_unreadable or report.held_for:
        return False
    return report.audience is None or is_shown_to(report.audience, found.project.settings.repository_audience)


def _labelled(collection: Collection, found: Found, chosen: Iterable[Report]) -> list[Report]:
    """Reports to learn from: none of those that are to be labelled, and none that a reader may not know of."""
    left_out = {each.id for each in chosen}
    open_ = (each for each in collection.reports if each.id not in left_out and _is_open(each, found))
    return [each for each in open_ if each.front.contributing_factors and each.lifecycle != "withdrawn"]


def _refuse_place(out: Path | None, found: Found) -> None:
    if out is None:
        return
    path = canonical(out)
    if path.is_relative_to(found.project.docs):
        message = f"`{visible(out.name)}` is for judging and would lie among the pages; write it beside that folder"
        raise Refusal(message)
    if path.exists() or path.is_symlink():
        message = f"`{visible(out.name)}` is there already, and may hold work; name another file"
        raise Refusal(message)


def _write(
    out: Path, chosen: Sequence[Report], suggestions: Mapping[str, Sequence[Suggestion]], collection: Collection
) -> None:
    data = write_sheet(chosen, suggestions, collection.vocabulary)
    if not create_file(canonical(out), data):
        message = f"`{visible(out.name)}` is there already, and may hold work; name another file"
        raise Refusal(message)
    count = sum(len(suggestions[each.id]) for each in chosen)
    shown = shown_path(out.as_posix())
    told = sum(bool(suggestions[each.id]) for each in chosen)
    click.echo(f"wrote {shown}: {_plural(count, 'line')} for {_plural(told, 'report')}")
    if silent := [each.id for each in chosen if not suggestions[each.id]]:
        ids = ", ".join(f"`{visible(each)}`" for each in silent[:_NAMED])
        more = f" and {len(silent) - _NAMED:,} more" if len(silent) > _NAMED else ""
        click.echo(f"No line for {_plural(len(silent), 'report')} in which no word speaks for a factor: {ids}{more}")
    click.echo("It repeats titles and first sentences: keep it where the reports may be read, and out of git.")
    click.echo("Write `yes` or `no` before each line, and add lines of your own where a factor is missing. Next:")
    click.echo(f"  afterword labels apply {shown}")


def _lines(chosen: Iterable[Report], suggestions: Mapping[str, Sequence[Suggestion]]) -> Iterator[str]:
    for report in chosen:
        yield visible(f"{report.id}: {' '.join(report.title.split())}")
        for each in suggestions[report.id]:
            yield visible(f"  {each.factor.id}: {each.factor.title} ({say_why(each)})")
        if not suggestions[report.id]:
            yield "  none suggested: no word in it speaks for a factor"


def _left_out(
    wanted: Iterable[Report], chosen: Iterable[Report], found: Found, *, every: bool, for_file: bool
) -> Iterator[str]:
    """What was asked for and is not among the lines, with the reason."""
    listed, kept = list(wanted), list(chosen)
    held = [each for each in listed if each.held_for]
    if held:
        yield f"{_plural(len(held), 'report')} left out until somebody has read and cleared them (AW515)"
    narrow = sum(not _is_open(each, found) and not each.held_for for each in listed)
    if narrow:
        yield f"{_plural(narrow, 'report')} left out that cannot be read, or that fewer may read than this repository"
    own = [each for each in kept if not takes_labels(each)]
    if for_file and own:
        ids = ", ".join(f"`{each.id}`" for each in own[:3])
        count = _plural(len(own), "report")
        yield f"{count} left out of the file: labels are for imported reports without factors ({ids})"
    if every and not kept:
        yield "No imported report is without factors."


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
