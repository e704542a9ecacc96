"""`afterword agenda`: the review meeting of one report on one page, or the invitation to it."""

from __future__ import annotations

import os
from datetime import datetime, tzinfo
from pathlib import Path

import click

from afterword.build import check_project
from afterword.commands.find_project import Found, find_project
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.report_names import find_reports
from afterword.commands.today import today_in
from afterword.findings.visible import visible
from afterword.index.index import build_index
from afterword.meeting.agenda import Agenda, make_agenda
from afterword.meeting.html import write_html
from afterword.meeting.invitation import Meeting, next_working_day, write_invitation
from afterword.meeting.markdown import write_markdown
from afterword.model.audience import narrowest
from afterword.model.report import Report


@click.command()
@click.argument("report", metavar="REPORT")
@click.option("--format", "format_", type=click.Choice(["markdown", "html"]), default="markdown", show_default=True,
              help="Markdown, or a page to print.")  # fmt: skip
@click.option("--ics", is_flag=True, help="Print an invitation for a calendar instead.")
@click.option("--at", "typed", metavar="TIME",
              help="With `--ics`, when it begins, such as `2026-12-02T10:00`; else the next working day.")  # fmt: skip
@click.option(
    "--minutes", type=click.IntRange(10, 480), default=60, show_default=True, help="With `--ics`, how many minutes."
)
@config_option
def agenda(report: str, format_: str, typed: str | None, minutes: int, config: Path | None, *, ics: bool) -> None:
    """Print the review meeting of REPORT on one page.

    It holds what to read aloud, what to ask and whom to invite. REPORT is a path or an id. Questions are made from what
    it does not tell yet and from its findings. Nothing is written.
    """
    if typed and not ics:
        message = "`--at` goes with `--ics`"
        raise click.UsageError(message)
    named = [Path(report)] if Path(report).is_file() else []
    found = find_project(named, config, os.environ)
    settings = found.project.settings
    today = today_in(settings.zone_info, os.environ)
    made = _make(report, found)
    text = write_markdown(made, found.project.site_url)
    if not ics:
        click.echo(text if format_ == "markdown" else write_html(text, f"Review: {made.report.title}"), nl=False)
        return
    begins = _time(typed, settings.zone_info) if typed else next_working_day(today, settings.zone_info)
    if not typed:
        click.echo(f"It begins on {begins:%Y-%m-%d at %H:%M}; name another time with `--at`.", err=True)
    meeting = Meeting(begins, minutes)
    data = write_invitation(made.report.id, made.report.title, text, meeting, found.project.site_url, today)
    click.echo(data, nl=False)


def _make(name: str, found: Found) -> Agenda:
    settings = found.project.settings
    checked = check_project(found.project, today_in(settings.zone_info, os.environ))
    (chosen,) = find_reports([name], checked.collection, found)
    if chosen.is_unreadable:
        message = f"`{visible(chosen.path)}` cannot be read yet; `afterword check` says what is wrong"
        raise Refusal(message)
    # Those in the room read this report, and nothing that fewer people may read than may read it.
    audience = narrowest(chosen.audience or settings.default_audience, settings.audience)
    view = checked.collection.for_audience(audience, preview=True)
    shown = view.by_id.get(chosen.id) or _alone(chosen)
    index = build_index(view, checked.context.today, count_public_sources=settings.count_public_sources)
    findings = [each for each in checked.result.findings if each.path == chosen.path]
    return make_agenda(shown, index, findings, settings.disciplines)


def _alone(report: Report) -> Report:
    message = f"`{report.id}` is held back from every audience; clear it first"
    raise Refusal(message)


def _time(typed: str, zone: tzinfo) -> datetime:
    try:
        found = datetime.fromisoformat(typed.strip())
    except ValueError:
        message = f"`--at` takes a time such as 2026-12-02T10:00, and `{visible(typed)}` is none"
        raise click.UsageError(message) from None
    return found if found.tzinfo else found.replace(tzinfo=zone)
