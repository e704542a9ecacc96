"""`afterword approvals`: reviews on the forge as approvals of reports, kept as roles in `_state/approvals.json`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from afterword.commands.changes import changed_files, files_of_commit, refuse_empty
from afterword.commands.find_project import Found, canonical, find_project
from afterword.commands.forge_reviews import Reviewed, Reviews, ReviewsError, read_reviews
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.report_names import find_reports
from afterword.commands.write_file import create_file, replace_file
from afterword.findings.visible import shown_path, visible
from afterword.model.approvals import Approval, Approvals
from afterword.model.collection import Collection
from afterword.model.report import Report
from afterword.read.approvals import NAME, read_approvals, write_approvals
from afterword.read.collection import read_collection
from afterword.read.files import read_bytes


@click.group()
def approvals() -> None:
    """Approvals of reports by reviews on the forge."""


@approvals.command()
@click.argument("reviews", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@click.option("--base", metavar="REF", help="Instead of REPORT: the reports that differ from REF.")
@click.option("--commit", metavar="REF", help="Instead of REPORT: the reports that this one commit changed.")
@config_option
def record(reviews: Path, reports: tuple[str, ...], base: str | None, commit: str | None, config: Path | None) -> None:
    """Keep the approvals in FILE for the reports of a pull request.

    These are each REPORT, a path or an id, or those that `--base` or `--commit` tells. FILE is what the forge tells of
    its reviews: on GitHub `gh api --paginate repos/OWNER/REPO/pulls/N/reviews`, on GitLab `glab api
    projects/:id/merge_requests/N/approvals`. Who has which role stands in the settings, under `approvals.roles`; names
    are kept nowhere. What a person types into the report counts too, and is shown as not confirmed. What other pull
    requests told stays.
    """
    for reference in (base, commit):
        if reference is not None:
            refuse_empty(reference)
    if sum(map(bool, (reports, base, commit))) != 1:
        message = (
            "name the reports, or what they differ from with `--base`, or the commit that changed them with `--commit`"
        )
        raise click.UsageError(message)
    found = find_project((), config, os.environ)
    roles = _roles(found)
    if not roles:
        message = "the settings name nobody under `approvals.roles`, so no review can be an approval"
        if reports:
            raise Refusal(message)
        click.echo(f"Nothing to record: {message}.")
        return
    collection = read_collection(found.project)
    chosen = find_reports(reports, collection, found) if reports else _changed(base, commit, collection, found)
    if not chosen:
        click.echo("Nothing to record: no report was changed.")
        return
    told = _read(reviews)
    new = tuple(_approvals(told.approvals, roles, chosen))
    path = found.project.docs / found.project.settings.state / NAME
    kept, problems = read_approvals(path, found.project.shown(path))
    if problems:
        first = problems[0]
        message = f"`{shown_path(found.display(first.path))}`: {first.message}; {first.hint}"
        raise Refusal(message)
    before = kept or Approvals()
    # A review that was taken back is no approval any more: what the forge says of a pull request takes the place of
    # what it said before. What others brought stays, or mending a date would undo who approved the text.
    ids = {report.id for report in chosen}
    stays = (each for each in before.entries if each.report not in ids or each.pull not in told.pulls)
    after = Approvals((*stays, *new))
    for report in chosen:
        names = after.roles_of(report.id)
        click.echo(f"{visible(report.id)}: approved by {', '.join(names) if names else 'nobody'}")
    text = write_approvals(after)
    if text == write_approvals(before):
        click.echo("All of it was recorded before; nothing changes.")
        return
    if not create_file(path, text.encode()):
        replace_file(path, text.encode())
    click.echo(f"wrote {shown_path(found.display(found.project.shown(path)))}")


def _roles(found: Found) -> Mapping[str, tuple[str, ...]]:
    """By the name on the forge, in small letters, the roles that it has."""
    named = found.project.settings.approvals.roles
    logins = {login.casefold() for members in named.values() for login in members}
    return {
        login: tuple(sorted(role for role, members in named.items() if login in {each.casefold() for each in members}))
        for login in logins
    }


def _changed(base: str | None, commit: str | None, collection: Collection, found: Found) -> list[Report]:
    docs = found.project.docs
    files = changed_files(base, docs) if base else files_of_commit(commit or "", docs)
    changed = {canonical(path) for path in files}
    return [report for report in collection.reports if canonical(found.file(report.path)) in changed]


def _read(path: Path) -> Reviews:
    shown = shown_path(path.as_posix())
    data = read_bytes(path)
    if isinstance(data, str):
        message = f"`{shown}` cannot be read: {data}"
        raise Refusal(message)
    try:
        return read_reviews(data)
    except ReviewsError as error:
        message = f"`{shown}` cannot be taken: {error}"
        raise Refusal(message) from error


def _approvals(
    reviewed: Sequence[Reviewed], roles: Mapping[str, tuple[str, ...]], reports: list[Report]
) -> Iterator[Approval]:
    """One for each role, report and pull request; of two people with one role the one who approved first."""
    seen: set[tuple[str, str, int | None]] = set()
    for report in reports:
        for each in sorted(reviewed, key=lambda one: (one.at, one.login)):
            for role in roles.get(each.login, ()):
                if (key := (report.id, role, each.pull)) not in seen:
                    seen.add(key)
                    yield Approval(
                        report=report.id, role=role, at=each.at, forge=each.forge, commit=each.commit, pull=each.pull
                    )
