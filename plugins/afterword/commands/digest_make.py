"""From a repository to the forms of one digest: read and check, choose the edition and the weeks, make, write."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import click

from afterword.build import check_project
from afterword.commands.delivery.environment import read_sender
from afterword.commands.digest_asked import Asked
from afterword.commands.find_project import Found
from afterword.commands.refusal import Refusal
from afterword.commands.sound import stop_at_errors
from afterword.digest.edition import EditionError, choose
from afterword.digest.forms.forms import MailLinks, write_forms
from afterword.digest.ledger import EditionLedger, Told
from afterword.digest.make import Made, Maker
from afterword.digest.message.build import build_message
from afterword.digest.message.guard import GuardError
from afterword.digest.message.mail import Mail, resolve_mail
from afterword.digest.plan import untold_weeks
from afterword.digest.source import Source
from afterword.digest.view import Digest
from afterword.digest.weeks import Period, Week, WeekError, is_complete, last_complete, parse_week
from afterword.engine.layout import make_facts
from afterword.findings.visible import shown_path, visible
from afterword.index.index import build_index

_NAMED = 3


@dataclass(frozen=True)
class Written:
    """The forms of one digest.

    Attributes:
        digest: the digest.
        told: what the ledger keeps of it.
        files: content by name.
        message: the message, which is one of the files too.
        mail: the addresses that it was made with.
        left_out: how many items the message leaves to the page.
    """

    digest: Digest
    told: tuple[Told, ...]
    files: Mapping[str, bytes]
    message: bytes
    mail: Mail
    left_out: int


def find_source(found: Found, asked: Asked, today: date) -> Source:
    """The reports and remediations of the edition that was asked for; ends where a report has errors.

    Raises:
        Refusal: where no report names the team or system.
    """
    project, settings = found.project, found.project.settings
    checked = check_project(project, today)
    stop_at_errors(checked, found, "no digest was made, since a site with errors is not published")
    view = checked.collection.for_audience(settings.audience)
    index = build_index(view, today, count_public_sources=settings.count_public_sources)
    try:
        choice = choose(index, brief=asked.brief, team=asked.team or "", system=asked.system or "")
    except EditionError as error:
        raise Refusal(visible(str(error))) from None
    source = Source(index, make_facts(project, ()), settings.digest, choice)
    _tell_undated(source, found)
    return source


def period_of(asked: Asked, ledger: EditionLedger, today: date) -> Period | None:
    """The weeks that are told; None where `--since-last` finds all of them told.

    Raises:
        click.UsageError: for what is no week, and for one to be sent that is not over.
    """
    if asked.since_last:
        if asked.resend and ledger.uncertain:
            return Period(ledger.uncertain[0].parsed_weeks)
        weeks = untold_weeks(ledger, today)
        return Period(weeks) if weeks else None
    week = _week(asked.week) if asked.week is not None else last_complete(today)
    if asked.resend:
        # Of several weeks in one digest none can be sent again alone: whoever names one of them means that digest.
        for line in ledger.uncertain:
            if week in line.parsed_weeks:
                return Period(line.parsed_weeks)
    if asked.delivers and not is_complete(week, today):
        message = f"`{week}` is over after {week.sunday} and can be sent from then on; without `--send` it is shown"
        raise click.UsageError(message)
    return Period((week,))


def made_of(source: Source, period: Period, ledger: EditionLedger) -> Made:
    """The digest of a period."""
    return Maker(source).make(period, ledger)


def written(found: Found, made: Made, to: str | None, word: str) -> Written:
    """All forms of a digest; `to` is the address of a test message and `word` what its id is told by.

    Raises:
        Refusal: where an address of the settings, or the one that was typed, may not stand in a message.
    """
    try:
        mail = resolve_mail(found.project.settings.digest, made.digest.site, read_sender(os.environ))
        mail = mail.as_test(to, word) if to is not None else mail
        forms = write_forms(made.digest, _links(mail))
        message = build_message(made.digest, forms.html, forms.text, mail)
    except GuardError as error:
        raise Refusal(visible(str(error))) from None
    files = {
        "digest.json": forms.json.encode(),
        "digest.html": forms.html.encode(),
        "digest.txt": forms.text.encode(),
        "digest.eml": message,
    }
    return Written(made.digest, made.told, files, message, mail, forms.left_out)


def _links(mail: Mail) -> MailLinks:
    leave = mail.unsubscribe_page or f"mailto:{mail.unsubscribe}?subject=unsubscribe"
    return MailLinks(archive=mail.archive, unsubscribe=leave, help=f"mailto:{mail.reply_to}")


def _week(typed: str) -> Week:
    try:
        return parse_week(typed)
    except WeekError as error:
        raise click.UsageError(visible(str(error))) from None


def _tell_undated(source: Source, found: Found) -> None:
    if not source.undated:
        return
    count = len(source.undated)
    paths = ", ".join(shown_path(found.display(report.path)) for report in source.undated[:_NAMED])
    more = f" and {count - _NAMED} more" if count > _NAMED else ""
    number = "1 published report has" if count == 1 else f"{count} published reports have"
    click.echo(f"note: {number} no `published_on` and can be in no digest: {paths}{more}", err=True)
