"""`afterword digest`: the digest of a week in its four forms, and its delivery where that is asked for."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from afterword.commands.delivery.deliver import Outcome, Parcel, deliver, send_test
from afterword.commands.delivery.environment import read_post, read_smtp
from afterword.commands.delivery.open_ledger import open_ledger
from afterword.commands.delivery.store import LedgerStore
from afterword.commands.digest_asked import Asked
from afterword.commands.digest_files import write_digest
from afterword.commands.digest_make import Written, find_source, made_of, period_of, written
from afterword.commands.find_project import Found, canonical, find_project
from afterword.commands.git import current_commit
from afterword.commands.options import config_option
from afterword.commands.outside import refuse_inside
from afterword.commands.refusal import Refusal
from afterword.commands.today import today_in
from afterword.digest.ledger import EditionLedger, Ledger, Line
from afterword.digest.weeks import Period
from afterword.findings.visible import shown_path, visible
from afterword.pages.words import counted


@click.command()
@click.option("--week", metavar="WEEK", help="The ISO week, such as `2026-W47`; else the last one that is over.")
@click.option("--since-last", is_flag=True, help="Every week that no digest has told yet, in one digest.")
@click.option("--team", metavar="TEAM", help="Only the reports and remediations of a team.")
@click.option("--system", metavar="SYSTEM", help="Only the reports and remediations of a system.")
@click.option("--brief", is_flag=True, help="The brief, for readers outside engineering.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder for the four files; needed without `--send` and `--open`.",
)
@click.option("--send", is_flag=True, help="Send it, and note that in the ledger; without this nothing leaves.")
@click.option("--to", metavar="ADDRESS", help="With `--send`: a test message to this address alone; no ledger.")
@click.option(
    "--resend-ambiguous", "resend", is_flag=True, help="With `--send`: send even what may have been delivered."
)
@click.option("--open", "show", is_flag=True, help="Show it in a browser.")
@config_option
def digest(config: Path | None, **typed: object) -> None:
    """Write the digest of a week; `--send` sends it too.

    The files are `digest.json`, `digest.html`, `digest.txt` and `digest.eml`, and are the same whenever they are made
    from the same commit, week and ledger. What `--send` needs, `SMTP_HOST` and other variables, is listed in the
    guide's chapter on sending the digest. Exit code 1 where a report has errors, or where it was not delivered to
    everybody, as far as is known.
    """
    asked = Asked(**typed)  # type: ignore[arg-type]
    asked.refuse_odd()
    found = find_project((), config, os.environ)
    if not found.project.site_url:
        message = "the settings name no `site_url`, and every link of a digest is made of it; add it to mkdocs.yml"
        raise Refusal(message)
    folder = canonical(asked.out) if asked.out else None
    if folder is not None:
        refuse_inside(folder, found, "--out")
    today = today_in(found.project.settings.zone_info, os.environ)
    store = open_ledger(found.project, os.environ, send=asked.delivers)
    source = find_source(found, asked, today)
    ledger = _known(store, asked).of(source.choice.key(source.index.view.audience))
    period = period_of(asked, ledger, today)
    if period is None:
        _nothing_left(ledger, asked)
        return
    if asked.delivers:
        _tell_before(ledger, period, today)
    made = made_of(source, period, ledger)
    made_forms = written(found, made, asked.to, secrets.token_hex(6) if asked.to else "")
    place = folder or Path(tempfile.mkdtemp(prefix="afterword-digest-"))
    write_digest(place, asked.out or place, made_forms.files)
    _tell(made_forms, asked.out or place)
    if asked.show and click.launch((place / "digest.html").as_uri()):
        click.echo(f"note: no browser was found; `{shown_path(str(place / 'digest.html'))}` opens in any", err=True)
    if asked.send:
        _end(_send(made_forms, found, store, asked, ledger))


def _known(store: LedgerStore, asked: Asked) -> Ledger:
    """The ledger. Whoever only looks sees a digest without it where it cannot be reached; nothing is sent so."""
    try:
        return store.read()
    except Refusal as refusal:
        if asked.delivers:
            raise
        click.echo(f"note: made from dates alone, without what was sent before: {refusal.message}", err=True)
        return Ledger()


def _nothing_left(ledger: EditionLedger, asked: Asked) -> None:
    """Say that every week is told, and stop where of any of them that is not certain."""
    if ledger.uncertain and asked.delivers:
        click.echo(f"Nobody knows whether this was delivered: {_open(ledger.uncertain)}. It is not sent again unasked.")
        click.echo("Look in the list's archive or in the mail server's log. `--resend-ambiguous` sends it to those who")
        click.echo("are not known to have it.")
        raise click.exceptions.Exit(1)
    click.echo("Nothing to tell: a digest has told every week that is over.")


def _open(lines: Sequence[Line]) -> str:
    return "; ".join(f"{', '.join(line.weeks)} is {line.state}" for line in lines)


def _tell_before(ledger: EditionLedger, period: Period, today: date) -> None:
    """What whoever sends this digest should know of others, and of the day that it is taken to be."""
    others = [line for line in ledger.uncertain if not set(line.parsed_weeks) & set(period.weeks)]
    if others:
        click.echo(f"note: nobody knows whether this was delivered: {_open(others)}; it is not sent again", err=True)
    if os.environ.get("SOURCE_DATE_EPOCH"):
        click.echo(f"note: it is {today} by `SOURCE_DATE_EPOCH`, and the weeks that are over follow from it", err=True)


def _send(made: Written, found: Found, store: LedgerStore, asked: Asked, known: EditionLedger) -> Outcome:
    settings = found.project.settings.digest
    if asked.to is not None:
        return send_test(made.message, made.mail.to, made.mail, read_smtp(os.environ))
    parcel = Parcel(made.digest, made.message, made.told, current_commit(found.project.root), made.mail, known)
    return deliver(parcel, read_post(os.environ, settings), store, resend=asked.resend)


def _end(outcome: Outcome) -> None:
    for line in outcome.lines:
        click.echo(visible(line))
    if outcome.code:
        raise click.exceptions.Exit(outcome.code)


def _tell(made: Written, folder: Path) -> None:
    click.echo(visible(made.digest.subject))
    audience = made.digest.edition.audience
    click.echo(f"wrote its four forms to {shown_path(folder.as_posix())}, for the audience {audience}")
    if made.left_out:
        verb = "is" if made.left_out == 1 else "are"
        click.echo(f"The message is full: {counted(made.left_out, 'item')} {verb} left to pages that it links to.")
