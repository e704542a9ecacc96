"""`afterword digest`: the digest of a week in its four forms, and its delivery where that is asked for."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from afterword.build import check_project
from afterword.commands.digest_files import write_digest
from afterword.commands.find_project import Found, canonical, find_project
from afterword.commands.options import config_option
from afterword.commands.outside import refuse_inside
from afterword.commands.refusal import Refusal
from afterword.commands.sound import stop_at_errors
from afterword.commands.today import today_in
from afterword.digest.edition import EditionError, choose
from afterword.digest.forms.forms import Forms, MailLinks, write_forms
from afterword.digest.ledger import EditionLedger
from afterword.digest.make import Made, Maker
from afterword.digest.message.build import build_message
from afterword.digest.message.guard import GuardError
from afterword.digest.message.mail import Mail, resolve_mail
from afterword.digest.plan import untold_weeks
from afterword.digest.source import Source
from afterword.digest.weeks import Period, Week, WeekError, is_complete, last_complete, parse_week
from afterword.engine.layout import make_facts
from afterword.findings.visible import shown_path, visible
from afterword.index.index import build_index


@dataclass(frozen=True)
class Asked:
    """What the user typed.

    Attributes:
        week: the week by its name; None for the last one that is over.
        since_last: whether all weeks are told that no digest has told yet.
        team: the team that the edition is about; None for all.
        system: the system that the edition is about; None for all.
        brief: whether it is the brief.
        out: the folder for the files; None for one that is made for it.
        send: whether it is sent.
        to: the address that gets a test message in place of the list.
        resend: whether a digest is sent again that may have been delivered.
        show: whether it is opened in a browser.
    """

    week: str | None
    since_last: bool
    team: str | None
    system: str | None
    brief: bool
    out: Path | None
    send: bool
    to: str | None
    resend: bool
    show: bool


@click.command()
@click.option("--week", metavar="WEEK", help="The ISO week, such as 2026-W47; else the last one that is over.")
@click.option("--since-last", is_flag=True, help="Every week that no digest has told yet, in one digest.")
@click.option("--team", metavar="TEAM", help="Only the reports and remediations of a team.")
@click.option("--system", metavar="SYSTEM", help="Only the reports and remediations of a system.")
@click.option("--brief", is_flag=True, help="The brief, for readers outside engineering.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="The folder for the four files.")
@click.option("--send", is_flag=True, help="Send it, and note that in the ledger; without this nothing leaves.")
@click.option("--to", metavar="ADDRESS", help="With --send: a test message to this address alone; no ledger.")
@click.option("--resend-ambiguous", "resend", is_flag=True, help="With --send: send what may have been delivered.")
@click.option("--open", "show", is_flag=True, help="Show it in a browser.")
@config_option
def digest(config: Path | None, **typed: object) -> None:
    """Write the digest of a week: digest.json, digest.html, digest.txt and digest.eml.

    The files are the same whenever they are made from the same commit, week and ledger. SMTP_HOST and the other
    variables that --send needs are listed in the guide, in the chapter on sending the digest.
    """
    asked = Asked(**typed)  # type: ignore[arg-type]
    _refuse_odd(asked)
    found = find_project((), config, os.environ)
    project = found.project
    if not project.site_url:
        message = "the settings name no `site_url`, and every link of a digest is made of it; add it to mkdocs.yml"
        raise Refusal(message)
    folder = canonical(asked.out) if asked.out else None
    if folder is not None:
        refuse_inside(folder, found, "--out")
    today = today_in(project.settings.zone_info, os.environ)
    source = _source(found, asked, today)
    ledger = _ledger(found, source)
    period = _period(asked, ledger, today)
    if period is None:
        click.echo(f"Nothing to tell: every week up to {last_complete(today)} is told.")
        return
    made = Maker(source).make(period, ledger)
    mail = _mail(found, made)
    forms = write_forms(made.digest, _links(mail))
    files = {
        "digest.json": forms.json.encode(),
        "digest.html": forms.html.encode(),
        "digest.txt": forms.text.encode(),
        "digest.eml": _message(made, forms, mail),
    }
    place = folder or Path(tempfile.mkdtemp(prefix="afterword-digest-"))
    write_digest(place, files)
    _tell(made, forms, asked.out or place)
    if asked.show:
        click.launch((place / "digest.html").as_uri())


def _refuse_odd(asked: Asked) -> None:
    """Stop at options that do not go together."""
    wrong = (
        (asked.week is not None and asked.since_last, "`--week` names one week and `--since-last` all that are untold"),
        (asked.team is not None and asked.system is not None, "an edition is about a `--team` or about a `--system`"),
        (asked.to is not None and not asked.send, "`--to ADDRESS` is for a test message, which `--send` sends"),
        (asked.resend and not asked.send, "`--resend-ambiguous` needs `--send`"),
        (
            asked.resend and asked.to is not None,
            "a test message (`--to`) is always sent; leave `--resend-ambiguous` out",
        ),
        (asked.out is None and not asked.show, "`--out DIR` says where the files go; `--open` shows them without it"),
    )
    for holds, message in wrong:
        if holds:
            raise click.UsageError(message)


def _source(found: Found, asked: Asked, today: date) -> Source:
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
    if source.undated:
        number = (
            "1 published report has" if len(source.undated) == 1 else f"{len(source.undated)} published reports have"
        )
        paths = ", ".join(shown_path(found.display(report.path)) for report in source.undated[:3])
        click.echo(f"note: {number} no `published_on` and can be in no digest: {paths}", err=True)
    return source


def _ledger(found: Found, source: Source) -> EditionLedger:
    return EditionLedger(())


def _period(asked: Asked, ledger: EditionLedger, today: date) -> Period | None:
    """The weeks that are told; None where `--since-last` finds all of them told."""
    if asked.since_last:
        if asked.resend and ledger.uncertain:
            return Period(ledger.uncertain[0].parsed_weeks)
        weeks = untold_weeks(ledger, today)
        return Period(weeks) if weeks else None
    week = _week(asked.week) if asked.week is not None else last_complete(today)
    if asked.send and asked.to is None and not is_complete(week, today):
        message = (
            f"`{week}` is not over until {week.sunday}, so that it cannot be sent yet; without `--send` it is shown"
        )
        raise click.UsageError(message)
    return Period((week,))


def _week(typed: str) -> Week:
    try:
        return parse_week(typed)
    except WeekError as error:
        raise click.UsageError(visible(str(error))) from None


def _mail(found: Found, made: Made) -> Mail:
    try:
        return resolve_mail(found.project.settings.digest, made.digest.site, "")
    except GuardError as error:
        raise Refusal(visible(str(error))) from None


def _links(mail: Mail) -> MailLinks:
    leave = mail.unsubscribe_page or f"mailto:{mail.unsubscribe}?subject=unsubscribe"
    return MailLinks(archive=mail.archive, unsubscribe=leave, help=f"mailto:{mail.reply_to}")


def _message(made: Made, forms: Forms, mail: Mail) -> bytes:
    try:
        return build_message(made.digest, forms.html, forms.text, mail)
    except GuardError as error:
        raise Refusal(visible(str(error))) from None


def _tell(made: Made, forms: Forms, folder: Path) -> None:
    digest = made.digest
    click.echo(visible(digest.subject))
    more = ""
    if forms.left_out:
        left = "1 item stands" if forms.left_out == 1 else f"{forms.left_out} items stand"
        more = f" The message is full: {left} on the page alone."
    click.echo(
        f"wrote its four forms to {shown_path(folder.as_posix())}, for the audience {digest.edition.audience}.{more}"
    )
