"""`afterword declare`: what a rollback would destroy, saved in a minute."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import get_args

import click

from afterword import clock
from afterword.audit.hiding import hide_secrets
from afterword.commands.capture.found import doubts
from afterword.commands.capture.gather import Gathered
from afterword.commands.capture.known_system import KnownHere, known_here
from afterword.commands.capture.place import open_place
from afterword.commands.capture.stdin import asked_input, unasked_input
from afterword.commands.capture.tell import tell_saved
from afterword.commands.capture.times import read_time
from afterword.commands.capture.write import Facts, cut_off, write_capture
from afterword.findings.visible import shown_path, visible
from afterword.model.choices import DetectedBy, SystemType
from afterword.read.gen_ai import shipped_names
from afterword.read.save_list import shipped_save_list

MISSED = 1
_LONGEST = 200


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE…]")
@click.option("--system", metavar="NAME", help="The system's short name.")
@click.option("--type", "type_", metavar="TYPE", help=f"Its type: {', '.join(get_args(SystemType))}.")
@click.option("--what", metavar="TEXT", help="What happened, in one line; it becomes the report's title.")
@click.option("--detected", metavar="TIME", help="When it was noticed: `02:40`, `now`, or with the day.")
@click.option("--detected-by", metavar="BY", help=f"By what or whom: {', '.join(get_args(DetectedBy))}.")
@click.option("--rolled-back", is_flag=True, help="Something was rolled back already.")
@click.option("--rolled-back-at", metavar="TIME", help="The same, and when: `02:40`, `now`, or with the day.")
@click.option("--restricted", is_flag=True, help="Only a few may read any of the files.")
@click.pass_context
def declare(
    context: click.Context,
    files: tuple[str, ...],
    system: str | None,
    type_: str | None,
    what: str | None,
    detected: str | None,
    detected_by: str | None,
    *,
    rolled_back: bool,
    rolled_back_at: str | None,
    restricted: bool,
) -> None:
    """Save what a rollback would destroy, before it does.

    Saved are each FILE, each file in a folder, and standard input, into a private folder with their digests. Nothing
    has to be given, nothing is asked, and nothing leaves the machine. `-` waits for the end of standard input; without
    it what comes from a pipe is taken along. Attributes named `gen_ai.*` are read from traces in JSON, from flat JSON
    and from lines of `name=value`. Exit code 1 where something could not be saved; the rest is, all the same.
    """
    now = clock.now_here()
    notes: list[str] = []
    known = known_here(system, os.environ, notes)
    facts = Facts(
        declared=now,
        system=_line(system) or known.name,
        type=_type(type_, known, notes),
        what=_line(what),
        detected_at=_time("--detected", detected, now, notes),
        detected_by=_detected_by(detected_by, notes),
        rolled_back_at=_time("--rolled-back-at", rolled_back_at, now, notes),
        rolled_back=rolled_back or rolled_back_at is not None,
        all_restricted=restricted,
    )
    place = open_place(os.environ)
    if place.instead:
        notes.append(f"{place.instead}; saved elsewhere, which a cleaning of the machine may empty: move it soon")
    notes += [
        f"an earlier capture was cut off, and lies in `{shown_path(str(each))}`" for each in cut_off(place.folder)
    ]
    written = write_capture(place.folder, facts, lambda gathered: _fill(gathered, files))
    click.echo(f"saved {shown_path(str(written.folder))}")
    for line in tell_saved(written, shipped_save_list()):
        click.echo(hide_secrets(line))
    for note in (*notes, *doubts(written.manifest.attributes, shipped_names())):
        click.echo(f"note: {hide_secrets(note)}", err=True)
    if written.manifest.missed:
        context.exit(MISSED)


def _fill(gathered: Gathered, files: tuple[str, ...]) -> None:
    named = [each for each in files if each != "-"]
    if len(named) < len(files):
        _tell_waiting()
        gathered.take_stream(asked_input(), is_asked=True)
    elif (found := unasked_input()) is not None:
        first, read = found
        pieces: Iterator[bytes] = iter((first,))
        gathered.take_stream(lambda: next(pieces, b"") or read(), is_asked=False)
    gathered.take_paths(named)


def _tell_waiting() -> None:
    """Say what is waited for, where somebody sits before it."""
    if sys.stdin is not None and sys.stdin.isatty():
        click.echo("Paste or type what is to be saved, then Ctrl-D on a line of its own.", err=True)


def _line(typed: str | None) -> str | None:
    """What was typed, on one line of printable characters."""
    text = visible(" ".join((typed or "").split()).encode("utf-8", "backslashreplace").decode())
    return text[:_LONGEST] or None


def _type(typed: str | None, known: KnownHere, notes: list[str]) -> SystemType | None:
    """A mistyped type is told and never stops what is urgent."""
    if typed is None:
        return known.type
    found = next((each for each in get_args(SystemType) if each == typed.strip().lower()), None)
    if found is None:
        notes.append(f"`{_line(typed)}` is no type of system; known are {', '.join(get_args(SystemType))}")
    return found


def _detected_by(typed: str | None, notes: list[str]) -> DetectedBy | None:
    if typed is None:
        return None
    found: DetectedBy | None = next((each for each in get_args(DetectedBy) if each == typed.strip().lower()), None)
    if found is None:
        notes.append(f"`--detected-by` knows no `{_line(typed)}`; known are {', '.join(get_args(DetectedBy))}")
    return found


def _time(option: str, typed: str | None, now: datetime, notes: list[str]) -> str | None:
    if typed is None:
        return None
    try:
        return read_time(typed, now)
    except ValueError as error:
        notes.append(f"`{option}` is left out, and everything else is saved: {visible(str(error))}")
        return None
