"""Result files that a command is given: each read whole, or refused by its name in words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import click

from afterword.commands.refusal import Refusal
from afterword.evals.results.own_form import OwnResults
from afterword.evals.results.read import BYTES, read_results
from afterword.evals.results.trial import ResultError, Results
from afterword.findings.visible import shown_path, visible
from afterword.read.files import read_bytes

FOLDER = "afterword-results"
"""Where a gate looks for result files when none is named."""
_ENDINGS = frozenset({".json", ".xml", ".eval"})
_DIGITS = 16


@dataclass(frozen=True)
class ResultFile:
    """One result file: its name as printed, the digest of its bytes, and what it tells."""

    shown: str
    digest: str
    results: Results | OwnResults


def read_files(paths: Iterable[Path]) -> tuple[ResultFile, ...]:
    """The files, folders opened one level deep.

    Raises:
        Refusal: where one cannot be read, or there is none at all.
    """
    read = [_read(path) for each in paths for path in _files(each)]
    # The same bytes under two names are one run.
    return tuple({each.digest: each for each in reversed(read)}.values())[::-1]


def read_time(typed: str | None, zone: tzinfo) -> datetime | None:
    """`--at` as a time; without an offset the zone's.

    Raises:
        click.UsageError: where it is none.
    """
    if typed is None:
        return None
    try:
        found = datetime.fromisoformat(typed.strip())
    except ValueError:
        message = f"`--at` takes a time such as 2026-11-30T08:15:00Z, and `{visible(typed)}` is none"
        raise click.UsageError(message) from None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def moment(at: datetime) -> str:
    """A time as it is printed."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def refused(shown: str, error: ResultError) -> Refusal:
    """What is said of a file that cannot be taken."""
    return Refusal(f"`{shown}` cannot be taken: {visible(str(error))}")


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = sorted(each for each in path.iterdir() if each.suffix.lower() in _ENDINGS and not each.is_dir())
    if not found:
        message = f"`{shown_path(path.as_posix())}` holds no result file (.json, .xml or .eval)"
        raise Refusal(message)
    yield from found


def _read(path: Path) -> ResultFile:
    shown = shown_path(path.as_posix())
    try:
        is_large = path.stat().st_size > BYTES
    except OSError:
        is_large = False
    data = f"it is larger than {BYTES // 2**20} MiB" if is_large else read_bytes(path)
    if isinstance(data, str):
        message = f"`{shown}` cannot be read: {data}"
        raise Refusal(message)
    try:
        return ResultFile(shown, hashlib.sha256(data).hexdigest()[:_DIGITS], read_results(data))
    except ResultError as error:
        raise refused(shown, error) from error
