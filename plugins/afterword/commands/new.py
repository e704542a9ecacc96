"""`afterword new`: a report that passes as a draft."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

import click

from afterword.audit.hiding import hide_secrets
from afterword.commands.capture.find import Capture
from afterword.commands.capture.new_report import (
    Ground,
    declared_day,
    declared_system,
    open_captures,
    tell_taken,
    write_from,
)
from afterword.commands.capture.take_over import cleanness
from afterword.commands.documents import documents_folder
from afterword.commands.evidence.plan import Place
from afterword.commands.find_project import Found, find_project
from afterword.commands.form import UNNAMED, Beginning, write_form
from afterword.commands.issue_form.draft import Told, read_told
from afterword.commands.issue_form.source import read_issue
from afterword.commands.new_known import tell_known
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.today import today_in
from afterword.commands.write_file import create_file
from afterword.findings.visible import shown_path
from afterword.model.choices import Kind
from afterword.model.dates import DateError, parse_partial_date
from afterword.model.report import GateColumn
from afterword.model.report_id import make_id
from afterword.model.settings import Settings
from afterword.model.systems import Systems
from afterword.read.files import walk_files
from afterword.read.gates import read_gates
from afterword.read.systems import read_systems
from afterword.read.vocabulary import read_vocabulary

_COLUMNS: dict[Kind, GateColumn] = {"incident": "incident-low", "near_miss": "near-miss", "exercise": "exercise"}
# Some scripts and pictures need these two between their letters.
_JOINERS = "\u200c\u200d"
_ATTEMPTS = 100


@click.command()
@click.argument("title", required=False)
@click.option("--kind", type=click.Choice(get_args(Kind)), help="What it was; else an incident, or what the form says.")
@click.option("--date", "day", metavar="DATE", help="When it was found: `2026-03-11`, `2026-03` or `2026`; else today.")
@click.option("--system", metavar="NAME", help="The system's short name.")
@click.option(
    "--from", "named", metavar="CAPTURE", multiple=True,
    help="What `declare` saved: its name, its folder or `latest`; several for one report.",
)  # fmt: skip
@click.option(
    "--from-issue", "issue", metavar="FILE",
    help="What was told in the issue form: its text, or an issue as JSON; `-` reads standard input.",
)  # fmt: skip
@config_option
def new(
    title: str | None, kind: Kind | None, day: str | None, system: str | None, named: tuple[str, ...],
    issue: str | None, config: Path | None,
) -> None:  # fmt: skip
    """Begin a report about what happened, TITLE.

    It is a draft that passes the check, with a word beside each key. TITLE may be left out with `--from`, where what
    was declared then is the title, and with `--from-issue`, where the issue's is.
    """
    if named and issue is not None:
        message = "take `--from` or `--from-issue`; what was declared is added to a report with `evidence add`"
        raise click.UsageError(message)
    captures = open_captures(named, os.environ)
    found = find_project((), config, os.environ)
    settings = found.project.settings
    today = today_in(settings.zone_info, os.environ)
    systems = _systems(found)
    told = read_told(read_issue(issue, settings.zone_info), title, settings, systems, today) if issue else None
    start = _Start.of_issue(told) if told else _Start.of_captures(title, captures, settings, today)
    name = " ".join((system or "").split()) or start.system or _only(systems) or UNNAMED
    when = _read_date(day) or start.day or today.isoformat()
    chosen = kind or start.kind or "incident"
    headings = read_gates(settings.gates).required_headings(_COLUMNS[chosen], chosen, "in-review")
    beginning = told.beginning(chosen, name) if told else Beginning(start.title, chosen, name)
    docs = documents_folder(found)
    if captures:
        written = write_from(captures, beginning, headings, when, Ground(Place(docs, settings, today), systems))
        path, more = written.path, tell_taken(written, captures)
    else:
        path = _write(docs, when, start.title, write_form(beginning, headings).encode())
        more = iter(told.notes if told else ())
    _tell(path, name, found, more)


@dataclass(frozen=True)
class _Start:
    """What a report begins with, as far as it is known: typed, declared before, or told in an issue."""

    title: str
    kind: Kind | None
    system: str | None
    day: str | None

    @classmethod
    def of_issue(cls, told: Told) -> _Start:
        return cls(told.title, told.kind, told.system, told.when)

    @classmethod
    def of_captures(cls, title: str | None, captures: Sequence[Capture], settings: Settings, today: date) -> _Start:
        """The same of captures, of which there may be none."""
        is_clean = cleanness(settings, today)
        declared = [what for each in captures if (what := each.manifest.what)]
        day = declared_day(captures, settings.zone_info)
        return cls(_title(title, declared, is_clean), None, declared_system(captures, is_clean), day)


def _title(typed: str | None, declared: Sequence[str], is_clean: Callable[[str], bool]) -> str:
    """The title as typed, else what was declared."""
    if typed is None and not declared:
        message = "write a TITLE: what happened, in one line"
        raise click.UsageError(message)
    words = " ".join((declared[0] if typed is None else typed).split())
    if not words or not all(character.isprintable() or character in _JOINERS for character in words):
        message = "write a title of printable words"
        raise click.UsageError(message)
    if typed is None and not is_clean(words):
        message = "what was declared then holds a secret or personal data; write a TITLE without it"
        raise click.UsageError(message)
    return words


def _read_date(typed: str | None) -> str | None:
    if typed is None:
        return None
    try:
        return parse_partial_date(typed.strip()).text
    except DateError as error:
        message = f"`--date`: {error}"
        raise click.UsageError(message) from None


def _systems(found: Found) -> Systems:
    docs, settings = found.project.docs, found.project.settings
    vocabulary, _ = read_vocabulary(docs, found.project.shown(docs), settings.vocabulary)
    path = docs / settings.systems
    return read_systems(path, found.project.shown(path), vocabulary)[0]


def _only(systems: Systems) -> str | None:
    """The system's name where the organisation lists exactly one."""
    return systems.entries[0].name if len(systems.entries) == 1 else None


def _write(docs: Path, when: str, title: str, data: bytes) -> Path:
    """Write the file under the first free id."""
    folder = docs / "reports"
    taken = {entry.path.stem for entry in walk_files(folder)}
    for _ in range(_ATTEMPTS):
        report_id = make_id(when, title, taken)
        path = folder / when[:4] / f"{report_id}.md"
        if create_file(path, data):
            return path
        # Somebody else took the name since the folder was listed.
        taken.add(report_id)
    message = f"no free id was found for `{when}-…`"
    raise Refusal(message)


def _tell(written: Path, system: str, found: Found, more: Iterator[str]) -> None:
    path = shown_path(found.display(found.project.shown(written)))
    click.echo(f"wrote {path}")
    for line in more:
        click.echo(hide_secrets(line))
    if system == UNNAMED:
        click.echo(f"The system is called `{UNNAMED}` until its name is written there (or given with --system).")
    else:
        for line in tell_known(system, written.stem, found):
            click.echo(line)
    click.echo("Next:")
    for command in (f"afterword check {_quoted(path)}", "mkdocs serve", f"afterword promote {_quoted(path)}"):
        click.echo(f"  {command}")


def _quoted(path: str) -> str:
    return path if all(character.isalnum() or character in "-_./" for character in path) else f"'{path}'"
