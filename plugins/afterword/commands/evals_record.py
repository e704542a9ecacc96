"""`afterword evals record`: results of eval cases, kept in `_state/evals.json`, by which pages say what is guarded."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from afterword.commands.evals_results import ResultFile, moment, read_files, read_time, refused
from afterword.commands.find_project import Found, find_project
from afterword.commands.locked import locked
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.today import today_in
from afterword.commands.write_file import create_file, replace_file
from afterword.evals.manifest import ManifestCase, manifest_case
from afterword.evals.results.runs import CaseKey, Taken, Told, add_runs, take_results
from afterword.evals.results.trial import ResultError
from afterword.evals.words import plural
from afterword.findings.visible import shown_path, visible
from afterword.model.collection import Collection
from afterword.model.eval_state import EvalRun, EvalState
from afterword.read.collection import read_collection
from afterword.read.eval_state import NAME, read_eval_state, write_eval_state

_MARKS = {"passed": "passed", "failed": "FAILED", "error": "no answer", "incomplete": "incomplete"}


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, path_type=Path))
@click.option("--at", "typed", metavar="TIME", help="When it ran, for a file that does not tell.")
@click.option("--release", metavar="NAME", help="What answered: a release or a model, for a file that does not tell.")
@click.option("--target", metavar="NAME", help="Which of several targets counts, as the tool names it.")
@config_option
def record(
    files: tuple[Path, ...], typed: str | None, release: str | None, target: str | None, config: Path | None
) -> None:
    """Keep what FILE says of eval cases.

    FILE is what promptfoo (`-o FILE.json`), Inspect AI (a log), pytest (`--junitxml FILE`) or `afterword evals gate`
    (`--out FILE`) wrote from an export of ours; a folder stands for the files in it. All of it goes into
    `_state/evals.json`, which is committed like a report; a file that is recorded twice changes nothing.
    """
    found = find_project((), config, os.environ)
    zone = found.project.settings.zone_info
    at = read_time(typed, zone)
    collection = read_collection(found.project)
    known = dict(_cases(collection))
    path = found.project.docs / found.project.settings.state / NAME
    last = today_in(zone, os.environ) + timedelta(days=1)
    taken = []
    for file in read_files(files):
        told = Told(file.digest, zone, at, _line(release), _line(target))
        taken.append((file, _take(file, known, told, last)))
    added = _keep([run for _, each in taken for run in each.runs], path, found)
    _tell(taken, added)
    if not any(each.runs for _, each in taken):
        message = "nothing was recorded: no result is of an eval case of this repository"
        raise Refusal(message)
    if added:
        click.echo(f"wrote {shown_path(found.display(found.project.shown(path)))}")
    else:
        click.echo("All of it was recorded before; nothing changes.")


def _keep(runs: list[EvalRun], path: Path, found: Found) -> tuple[EvalRun, ...]:
    """Add the runs to what is kept, and return those that are new. Two of these commands at once lose nothing."""
    folder = path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"`{shown_path(folder.name)}` cannot be made: {(error.strerror or 'error').lower()}") from None
    with locked(folder):
        kept, added = add_runs(_state(path, found).runs, runs)
        if added:
            data = write_eval_state(EvalState(kept)).encode()
            if not create_file(path, data):
                replace_file(path, data)
    return added


def _cases(collection: Collection) -> Iterator[tuple[CaseKey, ManifestCase]]:
    for report in collection.reports:
        for case in report.front.eval_cases:
            if case.id:
                yield (report.id, case.id), manifest_case(case, report)


def _state(path: Path, found: Found) -> EvalState:
    """What was recorded so far; nothing is added to what cannot be read, since it would be lost."""
    state, problems = read_eval_state(path, found.project.shown(path))
    if problems:
        first = problems[0]
        message = f"`{shown_path(found.display(first.path))}`: {first.message}; {first.hint}"
        raise Refusal(message)
    return state or EvalState()


def _take(file: ResultFile, known: Mapping[CaseKey, ManifestCase], told: Told, last: date) -> Taken:
    try:
        taken = take_results(file.results, known, told)
    except ResultError as error:
        raise refused(file.shown, error) from error
    ahead = next((run for run in taken.runs if _day(run.at, told) > last), None)
    if ahead is not None:
        message = f"`{file.shown}` cannot be taken: it is dated {moment(ahead.at)}, which is still to come"
        raise Refusal(message)
    return taken


def _day(at: datetime, told: Told) -> date:
    return at.astimezone(told.zone).date()


def _tell(taken: Iterable[tuple[ResultFile, Taken]], added: tuple[EvalRun, ...]) -> None:
    new = {(run.report, run.case, run.digest, run.of, run.source) for run in added}
    for file, each in taken:
        count = sum((run.report, run.case, run.digest, run.of, run.source) in new for run in each.runs)
        when = f" ({each.runs[0].tool}, {moment(each.runs[0].at)})" if each.runs else ""
        click.echo(f"{file.shown}{when}: {plural(count, 'new run')}")
        for run in each.runs:
            click.echo(f"  {visible(run.report)} {visible(run.case):6} {_MARKS[run.verdict]}  {_counts(run)}")
        for note in each.notes:
            click.echo(f"  note: {visible(note)}")


def _counts(run: EvalRun) -> str:
    told = f"{run.passed:,} of {plural(run.runs, 'trial')}"
    return f"{told}, of what was recorded" if run.of == "recorded" else told


def _line(typed: str | None) -> str | None:
    return " ".join(typed.split())[:1_000] or None if typed else None
