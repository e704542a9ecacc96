"""`afterword trackers draft`: the ticket for each remediation that was agreed on and has no work item."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from afterword.commands.find_project import Found, find_project
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.report_names import find_reports
from afterword.commands.trackers.create_line import UNKNOWN, find_where, is_repository, write_line
from afterword.commands.trackers.ticket import Ticket, needs_ticket, write_ticket
from afterword.findings.visible import visible
from afterword.model.choices import AUDIENCES, Audience
from afterword.model.collection import AudienceView
from afterword.model.report import Report
from afterword.read.collection import read_collection


@click.command()
@click.argument("report", required=False, metavar="[REPORT")
@click.argument("remediation", required=False, metavar="[RM-n]]")
@click.option(
    "--audience", "asked", type=click.Choice(AUDIENCES),
    help="Who reads the tracker; nothing narrower is printed. Else the audience of the settings.",
)  # fmt: skip
@click.option("--repo", "repository", default="", metavar="OWNER/REPO", help="Where the ticket is to be made.")
@click.option("--body", "body_only", is_flag=True, help="Print the body of one ticket, and nothing else.")
@config_option
def draft(
    report: str | None,
    remediation: str | None,
    asked: Audience | None,
    repository: str,
    config: Path | None,
    *,
    body_only: bool,
) -> None:
    """Print the ticket for each remediation without one.

    That is each that is neither proposed nor declined nor closed, in all reports, in REPORT, or RM-n of it alone. Below
    each ticket stands the line that makes it with `gh` or `glab`. Nothing is sent.
    """
    if repository and not is_repository(repository):
        message = "`--repo` takes a repository such as `example-org/shop-assistant`"
        raise Refusal(message)
    found = find_project((), config, os.environ)
    audience = asked or found.project.settings.audience
    tickets, view = _tickets(found, audience, report, remediation)
    if body_only:
        _print_body(tickets)
        return
    for ticket in tickets:
        for line in _lines(ticket, view, found, repository, asked or ""):
            click.echo(line)
    if not tickets:
        click.echo("No ticket to be written: whatever was agreed on here has its work item.")


def _tickets(
    found: Found, audience: Audience, named: str | None, remediation: str | None
) -> tuple[list[Ticket], AudienceView]:
    collection = read_collection(found.project)
    settings = found.project.settings
    # Tickets are often made before a report is published, so drafts are looked at too.
    view = collection.for_audience(audience, preview=True)
    reports: list[Report] = list(view.reports)
    if named is not None:
        chosen = find_reports([named], collection, found)[0]
        if chosen.id not in view.by_id:
            message = f"`{chosen.id}` is not for readers of the audience `{audience}`, so no ticket tells of it there"
            raise Refusal(message)
        reports = [view.by_id[chosen.id]]
    entries = [(report, each) for report in reports for each in report.front.remediations]
    if remediation is not None:
        entries = [(report, each) for report, each in entries if (each.id or "").lower() == remediation.lower()]
        if not entries:
            message = f"`{named}` has no remediation `{visible(remediation)}`"
            raise Refusal(message)
        report, each = entries[0]
        if not needs_ticket(report, each):
            has = "has its work item" if each.tracker else f"is {each.status.replace('_', ' ')} and needs no ticket"
            message = f"`{each.id}` of `{report.id}` {has}"
            raise Refusal(message)
    url = found.project.site_url
    return [write_ticket(*entry, view, settings, url) for entry in entries if needs_ticket(*entry)], view


def _print_body(tickets: list[Ticket]) -> None:
    if len(tickets) != 1:
        message = "`--body` prints one ticket; name its report and its remediation, such as `RM-2`"
        raise Refusal(message)
    click.echo(tickets[0].body, nl=False)


def _lines(ticket: Ticket, view: AudienceView, found: Found, repository: str, audience: str) -> Iterator[str]:
    settings = found.project.settings
    yield f"# {ticket.title}"
    yield ""
    yield ticket.body
    line = write_line(ticket, find_where(ticket, view, settings), settings, repository, audience)
    if line:
        yield "To make it:"
        yield ""
        yield f"    {line}"
        yield ""
        if UNKNOWN in line:
            yield f"No work item of the same team says where: give `--repo`, or write the repository for {UNKNOWN}."
            yield ""
