"""`afterword evidence prune`: files whose time is over are removed; their digests, and why they are gone, remain."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from afterword.audit.hiding import hide_private
from afterword.commands.evidence.due import Due, find_due
from afterword.commands.evidence.remove import remove
from afterword.commands.find_project import Found, find_project
from afterword.commands.locked import locked
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.report_names import find_report
from afterword.commands.today import today_in
from afterword.findings.visible import shown_path, visible
from afterword.read.collection import read_collection

HISTORY = (
    "The history of the repository, its forks and every clone still hold what was committed; the guide's chapter "
    "`Keeping evidence` says what can be done about that."
)


@click.command()
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@click.option("--apply", "apply_", is_flag=True, help="Remove the files and write that into the reports.")
@click.option("--dry-run", is_flag=True, help="Say what would go, and change nothing; so it is without `--apply` too.")
@config_option
def prune(reports: tuple[str, ...], config: Path | None, *, apply_: bool, dry_run: bool) -> None:
    """Remove evidence whose last day is over.

    It is that of each REPORT, a path or an id, or of all, whose `retention_until` lies in the past. Without `--apply`
    it says what would go, and what leans on it. The entry stays, with its digest, and says when and why the file was
    removed. A `legal_hold` stops it. Exit code 1 where something that is due could not be removed, unless a legal hold
    or another entry of the same file keeps it.
    """
    if apply_ and dry_run:
        message = "`--apply` and `--dry-run` say the opposite of one another"
        raise click.UsageError(message)
    named = [path for path in map(Path, reports[:1]) if path.is_file()]
    found = find_project(named, config, os.environ)
    today = today_in(found.project.settings.zone_info, os.environ)
    collection = read_collection(found.project)
    chosen = [find_report(name, collection, found) for name in dict.fromkeys(reports)] or collection.reports
    due = list(find_due(sorted(chosen, key=lambda each: each.path), collection, today))
    going = [each for each in due if not each.stays]
    for each in due:
        for line in _told(each, found):
            # Titles and holds are the author's words, and a key may have got into them.
            click.echo(hide_private(line, found.project.settings))
    if not due:
        click.echo("no evidence is past its retention")
    elif not going:
        click.echo("nothing was changed")
    elif not apply_:
        click.echo(
            f"{_count(going)} would be removed; nothing was changed. `afterword evidence prune --apply` does it."
        )
    else:
        _remove_all(going, today, found)
    if apply_ and any(each.is_stuck for each in due):
        raise click.exceptions.Exit(1)


def _remove_all(going: Sequence[Due], today: date, found: Found) -> None:
    """Each report by itself, so that one that cannot be written keeps no other from being pruned."""
    done, refused = list[Due](), list[str]()
    for _, group in groupby(going, key=lambda each: each.report.path):
        entries = list(group)
        try:
            report = entries[0].report
            with locked(found.file(report.path).parent):
                remove(report, entries, today, found)
        except Refusal as refusal:
            refused.append(refusal.message)
        else:
            done += entries
    if done:
        click.echo(f"{_count(done)} removed; the digests remain. {HISTORY}")
    for message in refused:
        click.echo(message, err=True)
    if refused:
        raise click.exceptions.Exit(1)


def _told(due: Due, found: Found) -> Iterator[str]:
    entry, report = due.entry, due.report
    line = report.at("evidence", report.front.evidence.index(entry)).line
    path = shown_path(found.display(report.path))
    title = f" ({visible(entry.title)})" if entry.title else ""
    yield f"{path}:{line} {entry.id}{title}: retention ended on {entry.retention_until}"
    if due.stays:
        yield f"    stays: {visible(due.stays)}"
        return
    gone = "its file is gone already" if due.file is None else f"{due.file.path} ({due.file.size:,} bytes) goes"
    for told in (gone, *due.leans):
        yield f"    {visible(told)}"


def _count(due: Sequence[Due]) -> str:
    return "1 piece of evidence" if len(due) == 1 else f"{len(due)} pieces of evidence"
