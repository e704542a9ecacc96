"""`afterword migrate`: older words of a repository, written as this version has them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from afterword.audit.hiding import hide_private
from afterword.commands.find_project import Found, find_project
from afterword.commands.locked import locked
from afterword.commands.migrate.plan import plan_files, plan_reports
from afterword.commands.migrate.planned import Planned
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.report_names import find_reports
from afterword.commands.write_file import replace_file
from afterword.findings.visible import shown_path, visible
from afterword.model.collection import Collection
from afterword.read.collection import read_collection
from afterword.read.files import read_bytes

NOTES = 'What else a release asks for: the guide\'s chapter "What each release asks for", at /guide/upgrading/'


@click.command()
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@config_option
def migrate(reports: tuple[str, ...], config: Path | None, *, dry_run: bool) -> None:
    """Write older words as this version has them.

    It looks at each REPORT, a path or an id, or at all of them with the lists and the settings. Retired ids of the
    vocabulary become the one that took their place; attributes of a snapshot and settings get their present names. Not
    another byte changes, bodies and evidence stay as they are, and a second run finds nothing to do. Exit code 1 where
    something is left to a person, as it has more than one answer or cannot be read.
    """
    named = [path for path in map(Path, reports[:1]) if path.is_file()]
    found = find_project(named, config, os.environ)
    collection = read_collection(found.project)
    chosen = find_reports(reports, collection, found) if reports else collection.reports
    plans = [] if reports else list(plan_files(found, collection.vocabulary, os.environ))
    plans += plan_reports(chosen, found, collection.vocabulary)
    refused = {} if dry_run else {plan.shown: told for plan in plans if (told := _write(plan, found))}
    for line in _told([plan for plan in plans if plan.shown not in refused], found, dry_run=dry_run):
        # What an author typed may hold a key that got into it.
        click.echo(hide_private(line, found.project.settings))
    unread = list(_unread(collection, found))
    for message in (*unread, *refused.values()):
        click.echo(hide_private(message, found.project.settings), err=True)
    if unread or refused or any(plan.asked for plan in plans):
        raise click.exceptions.Exit(1)


def _unread(collection: Collection, found: Found) -> Iterator[str]:
    """What of the vocabulary could not be read, in words: an id that is retired there is followed by nothing here."""
    own = found.project.settings.vocabulary
    folders = {Path(name).parent.as_posix() for name in (own.contributing_factors, own.remediation_kinds)}
    docs = found.project.shown(found.project.docs)
    for problem in collection.data_problems:
        if Path(problem.path).parent.as_posix() in {f"{docs}/{folder}" for folder in folders}:
            place = f"{shown_path(found.display(problem.path))}:{problem.line}"
            yield f"{place} cannot be followed, since it cannot be read: {visible(problem.message)}"


def _write(plan: Planned, found: Found) -> str:
    """Write one file, which is still the one that was read; what keeps it from being written, in words, or nothing."""
    if plan.before == plan.after:
        return ""
    try:
        with locked(plan.file.parent):
            if plan.file.is_symlink():
                return f"`{_path(plan, found)}` is a link, and nothing is written through one"
            if read_bytes(plan.file) != plan.before:
                return f"`{_path(plan, found)}` has changed since it was read; run the command again"
            replace_file(plan.file, plan.after)
    except Refusal as refusal:
        return refusal.message
    return ""


def _told(plans: Iterable[Planned], found: Found, *, dry_run: bool) -> Iterator[str]:
    listed = list(plans)
    for plan in listed:
        for change in plan.changed:
            yield f"{_path(plan, found)}:{change.line} {visible(change.old)} → {visible(change.new)}"
    words = sum(len(plan.changed) for plan in listed)
    files = sum(bool(plan.changed) for plan in listed)
    asked = [(plan, each) for plan in listed for each in plan.asked]
    if asked:
        yield "This needs a person:"
        for plan, each in asked:
            yield f"{_path(plan, found)}:{each.line} {visible(each.message)}"
    if not words:
        yield "nothing was changed" if asked else "nothing to change"
    else:
        done = "would be changed; nothing was written" if dry_run else "changed"
        yield f"{words:,} {'word' if words == 1 else 'words'} in {files:,} {'file' if files == 1 else 'files'} {done}"
    yield NOTES


def _path(plan: Planned, found: Found) -> str:
    return shown_path(found.display(plan.shown))
