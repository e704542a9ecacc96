"""What `evidence add` says: what is in the way, what is there already, and what was written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from afterword.audit.hiding import hide_private
from afterword.commands.edit_list import NewEntry
from afterword.commands.evidence.entry import Entry
from afterword.commands.evidence.flaw import FileFlaw
from afterword.commands.evidence.known import Known
from afterword.commands.evidence.plan import PlannedFile
from afterword.commands.find_project import Found
from afterword.commands.git import Git, GitError
from afterword.findings.visible import shown_path, visible
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.rules.safety.shell import command

_UNSAID = "Once somebody has looked through it for personal data, add `personal_data: none` or `removed`."


def stop_at(flaws: Sequence[FileFlaw]) -> None:
    """Print every flaw and leave with exit code 1."""
    for flaw in flaws:
        click.echo(flaw.shown)
    if any(flaw.line for flaw in flaws):
        click.echo("Clean the file and run the command again, or keep it elsewhere with `--access restricted`.")
    click.echo("nothing was written")
    raise click.exceptions.Exit(1)


def known(files: Known, settings: Settings) -> None:
    """Print what the report has already."""
    for file, entry in files:
        title = f": {hide_private(visible(entry.title), settings)}" if entry.title else ""
        click.echo(f"{shown_path(str(file.source))} is {entry.id} already{title}")


def written(
    report: Report, files: Iterable[tuple[PlannedFile, Entry]], elsewhere: str, found: Found, *, dry_run: bool
) -> None:
    """Print each entry with what is to be known of it; `elsewhere` says why nothing was copied, where nothing was."""
    path, listed = shown_path(found.display(report.path)), list(files)
    count = "1 more entry" if len(listed) == 1 else f"{len(listed)} more entries"
    click.echo(f"{path} {'would have' if dry_run else 'has'} {count}")
    for file, entry in listed:
        where = entry.get("uri", "no address")
        click.echo(
            f"  {entry['id']} {entry['kind']}: {visible(entry['title'])} ({visible(where)}, {file.size:,} bytes)"
        )
        notes = [*file.notes, *([f"not copied: {elsewhere}"] if elsewhere else [])]
        if "uri" not in entry:
            notes.append("keep it where access is controlled, and write its https address as `uri`")
        for note in notes:
            click.echo(f"    {note}")
    for each in () if dry_run else ignored([entry.get("uri", "") for _, entry in listed], found.project.docs):
        copy = shown_path(found.display(found.project.shown(found.project.docs / each)))
        click.echo(f"Git ignores this file until it is added by name: {command('git', 'add', '--force', copy)}")
    if any("personal_data" not in entry for _, entry in listed):
        click.echo(_UNSAID)
    click.echo("nothing was written" if dry_run else f"Next: afterword check {path}")


def ignored(uris: Iterable[str], docs: Path) -> list[str]:
    """Those of the files below `docs` that git would leave out, as where logs are ignored; none outside of git."""
    listed = [each for each in uris if each.startswith("evidence/")]
    try:
        asked = b"".join(each.encode() + b"\0" for each in listed)
        said = Git(docs, {}).run("check-ignore", "-z", "--stdin", given=asked) if listed else b""
    except GitError:
        return []  # its way of saying that none is ignored
    return [each for each in listed if each.encode() in said.split(b"\0")]


def paste(report: Report, entries: Iterable[NewEntry], found: Found) -> str:
    """What is said where the front matter has no place that an entry can be put into: the entry, to be pasted."""
    path = shown_path(found.display(report.path))
    lines = "\n".join(f"  {line}" for each in entries for line in each.block())
    return (
        f"the entry cannot be written into `{path}` without touching something else, so nothing was written. Make "
        f"`evidence` a plain list and run the command again, or copy the file and paste:\n\nevidence:\n{lines}"
    )
