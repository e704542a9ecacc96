"""`afterword new`: a report that passes as a draft."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import get_args

import click

from afterword.audit.hiding import hide_secrets
from afterword.commands.capture.new_report import (
    Ground,
    declared_day,
    declared_system,
    open_captures,
    tell_taken,
    write_from,
)
from afterword.commands.capture.take_over import cleanness
from afterword.commands.evidence.plan import Place
from afterword.commands.find_project import FOLDER, Found, find_project
from afterword.commands.form import UNNAMED, Beginning, write_form
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
@click.option("--kind", type=click.Choice(get_args(Kind)), default="incident", show_default=True, help="What it was.")
@click.option("--date", "day", metavar="DATE", help="When it was found: `2026-03-11`, `2026-03` or `2026`; else today.")
@click.option("--system", metavar="NAME", help="The system's short name.")
@click.option(
    "--from", "named", metavar="CAPTURE", multiple=True,
    help="What `declare` saved: its name, its folder or `latest`; several for one report.",
)  # fmt: skip
@config_option
def new(
    title: str | None, kind: Kind, day: str | None, system: str | None, named: tuple[str, ...], config: Path | None
) -> None:
    """Begin a report about what happened, TITLE.

    It is a draft that passes the check, with a word beside each key. With `--from`, TITLE may be left out: what was
    declared then is the title.
    """
    captures = open_captures(named, os.environ)
    found = find_project((), config, os.environ)
    settings = found.project.settings
    today = today_in(settings.zone_info, os.environ)
    words = _title(title, [told for each in captures if (told := each.manifest.what)], cleanness(settings, today))
    typed = " ".join((system or "").split())
    systems = _systems(found)
    name = typed or declared_system(captures, cleanness(settings, today)) or _only(systems) or UNNAMED
    when = _read_date(day) or declared_day(captures, settings.zone_info) or today.isoformat()
    headings = read_gates(settings.gates).required_headings(_COLUMNS[kind], kind, "in-review")
    beginning = Beginning(words, kind, name)
    docs = _documents(found)
    if captures:
        written = write_from(captures, beginning, headings, when, Ground(Place(docs, settings, today), systems))
        path, more = written.path, tell_taken(written, captures)
    else:
        path, more = _write(docs, when, words, write_form(beginning, headings).encode()), iter(())
    _tell(path, name, found, more)


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


def _documents(found: Found) -> Path:
    """The documents folder; where nothing says where it is, the one of the usual name."""
    project = found.project
    lost = project.config is None and project.docs.name != FOLDER
    return project.docs / FOLDER if lost else project.docs


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
