"""`afterword init`: a working repository for an organisation that has nothing, and what is newer for one that has."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from pydantic import ValidationError

from afterword import __version__
from afterword.commands.refusal import Refusal
from afterword.commands.scaffold.answers import Answers
from afterword.commands.scaffold.by_hand import is_open
from afterword.commands.scaffold.draft import first_draft
from afterword.commands.scaffold.ground import Ground, find_ground
from afterword.commands.scaffold.parts import write_parts
from afterword.commands.scaffold.plan import Step, plan_steps, refuse_detour
from afterword.commands.scaffold.record import RECORD, Record, read_record
from afterword.commands.scaffold.recording import record_steps
from afterword.commands.scaffold.tell import Outcome, describe_differences, describe_outcome
from afterword.commands.scaffold.write import write_all
from afterword.commands.today import today_in
from afterword.findings.visible import shown_path
from afterword.model.choices import AUDIENCES
from afterword.read.vocabulary import read_vocabulary


def _folder(_context: click.Context, _parameter: click.Parameter, typed: str) -> Path:
    """The folder that was named; an empty word, such as an unset variable of a shell, is not the current folder."""
    if not typed.strip():
        message = "it is empty; write `.` for the current folder"
        raise click.BadParameter(message)
    return Path(typed)


@click.command()
@click.argument("folder", metavar="DIR", callback=_folder)
@click.option("--name", metavar="NAME", help="What the organisation is called.")
@click.option("--audience", type=click.Choice(AUDIENCES), help="Whom the site is for; else `company`.")
@click.option("--zone", metavar="ZONE", help="The time zone of dates, such as `Europe/Berlin`; else `UTC`.")
@click.option("--site-url", metavar="URL", help="Where the site will be served.")
@click.option("--repo-url", metavar="URL", help="Where the repository can be looked at.")
@click.option("--diff", is_flag=True, help="Write nothing; show how each file differs from what `init` writes.")
@click.option("--restore", is_flag=True, help="Write deleted files again.")
def init(folder: Path, *, diff: bool, restore: bool, **typed: str | None) -> None:
    """Set up a repository in DIR, or say what is newer for it.

    Nothing that was edited, or was there before, is ever changed. The options are remembered.
    """
    try:
        ground = find_ground(folder, os.environ)
        refuse_detour(ground.root, ground.docs / RECORD)
        record = read_record(ground.docs / RECORD, f"{ground.place.docs}/{RECORD}")
        _refuse_newer(record)
        answers = _answer(record, typed)
        # Entries of the organisation that cannot be read are told by `check`; the others are no worse for it.
        vocabulary, _ = read_vocabulary(ground.docs, ground.place.docs, ground.settings.vocabulary)
        steps = plan_steps(ground.root, ground.place, write_parts(answers, ground.place, vocabulary), record)
        if diff:
            for line in describe_differences(steps):
                click.echo(line)
            return
        outcome = _write(folder, ground, answers, steps, record, restore=restore)
    except OSError as error:
        message = f"`{shown_path(str(folder))}` cannot be used: {(error.strerror or 'error').lower()}"
        raise Refusal(message) from None
    for line in describe_outcome(outcome):
        click.echo(line)


def _refuse_newer(record: Record | None) -> None:
    """Raise where a later version wrote the repository: its files must not be taken back to older ones."""
    if record and _numbers(record.version) > _numbers(__version__):
        message = f"version {record.version} set this repository up, and this is {__version__}; install the later one"
        raise Refusal(message)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall("[0-9]{1,9}", version)[:3])


def _answer(record: Record | None, typed: Mapping[str, str | None]) -> Answers:
    """What was told before, with what is told now in its place."""
    known = record.answers.model_dump() if record else {}
    given = {key: value for key, value in typed.items() if value is not None}
    try:
        return Answers.model_validate({**known, **given})
    except ValidationError as invalid:
        wrong = invalid.errors(include_url=False)[0]
        option = str(wrong["loc"][0]).replace("_", "-")
        message = f"`--{option}`: {str(wrong['msg']).removeprefix('Value error, ')}"
        raise click.UsageError(message) from None


def _write(
    folder: Path, ground: Ground, answers: Answers, steps: tuple[Step, ...], record: Record | None, *, restore: bool
) -> Outcome:
    """Write what is missing or outdated; below the documents folder only where the site does not publish it at once."""
    held = ground.content is not None and is_open(ground.content)
    steps = tuple(step for step in steps if not (held and step.path.is_relative_to(ground.docs)))
    wanted = {"missing", "outdated", *(["deleted"] if restore else [])}
    files = [
        (step.path, step.in_its_ends, step.lies if step.state == "outdated" else None)
        for step in steps
        if step.state in wanted
    ]
    draft = None
    if not held:
        zone = ground.settings.zone_info if ground.content is not None else ZoneInfo(answers.zone)
        draft = first_draft(ground, today_in(zone, os.environ)) if record is None else None
        if draft:
            refuse_detour(ground.root, ground.root / draft[0])
            files.append((ground.root / draft[0], draft[1], None))
        now = record_steps(steps, answers, record, restored=restore).to_bytes()
        before = record.to_bytes() if record else None
        if now != before:
            files.append((ground.docs / RECORD, now, before))
    write_all(files)
    return Outcome(folder, ground, answers, steps, record is None, held, restore, draft[0] if draft else "")
