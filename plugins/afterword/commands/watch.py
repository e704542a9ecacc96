"""Checking again whenever something changes, for an editor's list of problems."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import watchfiles

from afterword.commands.fault import describe_fault, is_debugging
from afterword.commands.find_project import Found
from afterword.commands.refusal import describe_settings_error
from afterword.read.settings import SettingsError

POLL_MS = 200
"""How often the settings are looked at, which lie beside files that are none of ours."""
FIRST_LINE = "checking…"

Signature = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True)
class Watched:
    """Where changes matter: the documents folder (None where it is not known yet), and the settings' folder."""

    docs: Path | None
    settings: Path


def watch_project(find: Callable[[], Found], run: Callable[[], object], named: Sequence[Path]) -> None:
    """Run once, and again after each change, until Ctrl-C; whatever is broken is told, and the watch goes on.

    Args:
        find: finds the repository, as its settings say now.
        run: checks once and prints.
        named: files that the user named, which may lie outside of the documents folder.
    """
    watched: Watched | None = None
    try:
        while True:
            watched = _places(find, watched)
            seen = _signature(watched.settings, named)
            changes = _changes(watched)
            # The watcher stands before the check begins, so that nothing is missed while the check runs.
            next(changes)
            run_once(run)
            while not next(changes) and _signature(watched.settings, named) == seen:
                pass
            changes.close()
    except KeyboardInterrupt:
        return


def run_once(run: Callable[[], object]) -> None:
    """One complete report, whatever happens on the way."""
    click.echo(FIRST_LINE)
    try:
        run()
    except SettingsError as error:
        click.echo(describe_settings_error(error))
        click.echo("the settings cannot be read; waiting for a change")
    except click.ClickException as error:
        click.echo(f"Error: {error.format_message()}")
    except Exception as error:
        # A fault of ours must not end the watch either.
        click.echo(describe_fault(error), err=True)
        if is_debugging():
            traceback.print_exc()
    sys.stdout.flush()


def _places(find: Callable[[], Found], before: Watched | None) -> Watched:
    """Where things lie as the settings say now; while these cannot be read, as they said before."""
    try:
        found = find()
    except SettingsError as error:
        return Watched(before.docs if before else None, Path(error.path).absolute().parent)
    except click.ClickException:
        return before or Watched(None, Path.cwd())
    config = found.project.config
    return Watched(found.project.docs, config.parent if config else found.current)


def _changes(watched: Watched) -> Generator[bool, None, None]:
    """Whether a document has changed, told at least every `POLL_MS`; the first answer tells that the watcher stands."""
    docs = watched.docs or watched.settings
    recursive = watched.docs is not None and docs.is_dir()
    # A folder that is not there yet comes to be in the nearest one that is.
    folder = docs if recursive else next(each for each in (docs, *docs.parents) if each.is_dir())
    for changed in watchfiles.watch(
        folder, rust_timeout=POLL_MS, yield_on_timeout=True, raise_interrupt=True, recursive=recursive
    ):
        yield bool(changed)


def _signature(folder: Path, named: Sequence[Path]) -> Signature:
    """What changes when the settings or the named files do: of each its time, size and number."""
    seen = []
    for path in sorted({*folder.glob("*.yml"), *folder.glob("*.yaml"), *(each for each in named if each.is_file())}):
        try:
            state = path.stat()
        except OSError:
            continue
        seen.append((path.name, state.st_mtime_ns, state.st_size, state.st_ino))
    return tuple(seen)
