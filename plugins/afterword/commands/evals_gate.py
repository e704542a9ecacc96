"""`afterword evals gate`: whether a system may be released, by its eval cases and what they said before."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from afterword.audit.hiding import hide_secrets
from afterword.commands.evals_gate_files import find_baseline, find_cases
from afterword.commands.evals_gate_words import annotate, describe_gate, render_gate
from afterword.commands.evals_results import FOLDER, ResultFile, moment, read_files, read_time, refused
from afterword.commands.job_summary import VARIABLE
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.terminal import print_lines
from afterword.commands.write_file import create_file, replace_file
from afterword.evals.gate import BASELINE, Baseline, BaselineCase, Line, judge_gate, write_baseline
from afterword.evals.manifest import ManifestCase
from afterword.evals.results.own_form import OwnResults, write_own
from afterword.evals.results.together import Together, put_together
from afterword.evals.results.trial import ResultError
from afterword.evals.words import plural
from afterword.findings.visible import visible
from afterword.model.slugs import slug_of


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(exists=True, path_type=Path))
@click.option("--system", required=True, metavar="NAME", help="The system that is to be released.")
@click.option("--cases", type=click.Path(exists=True, path_type=Path), metavar="PATH",
              help="The export, or its list of cases; else what lies below this folder, else the reports.")  # fmt: skip
@click.option("--baseline", type=click.Path(dir_okay=False, path_type=Path), default=Path(BASELINE), show_default=True,
              help="What the cases said when the system was last accepted.")  # fmt: skip
@click.option("--update-baseline", is_flag=True, help="Store what the cases say now as the baseline.")
@click.option(
    "--accept-failing",
    metavar="REASON",
    help="With `--update-baseline`, store failing blocking cases too, and let them pass.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write the verdicts, for `afterword evals record` in the report repository.")  # fmt: skip
@click.option("--release", metavar="NAME", help="What answered: the release or the model that is judged.")
@click.option("--target", metavar="NAME", help="Which of several targets counts, as the tool names it.")
@click.option("--at", "typed", metavar="TIME", help="When the cases ran, for files that do not tell.")
@click.option("--max-age", type=click.IntRange(min=1), metavar="HOURS", help="Refuse results that are older.")
@config_option
def gate(
    files: tuple[Path, ...], system: str, cases: Path | None, baseline: Path, accept_failing: str | None,
    out: Path | None, release: str | None, target: str | None, typed: str | None, max_age: int | None,
    config: Path | None, *, update_baseline: bool,
) -> None:  # fmt: skip
    """Judge a system's eval cases before it is released.

    It is for a schedule as well, since what answers can change without a release. FILE is what promptfoo, Inspect AI or
    pytest wrote when it ran an export; without one, the files in the folder `afterword-results`. A blocking case stops
    the release where it fails or comes to no verdict, unless the baseline says why it is let through. Exit code 1 where
    something stops it.
    """
    if accept_failing is not None and not (update_baseline and accept_failing.strip()):
        message = "`--accept-failing` takes a reason, and goes with `--update-baseline`"
        raise click.UsageError(message)
    if cases is not None and config is not None:
        message = "`--cases` names an export and `--config` the reports; give one of them"
        raise click.UsageError(message)
    chosen = find_cases(cases, config, system)
    stored = find_baseline(baseline, system)
    read = read_files(files or (_folder(),))
    now = _now()
    found = _together(read, chosen, read_time(typed, UTC), target, now)
    what = hide_secrets(" ".join(release.split())[:1_000] if release else found.release or "") or None
    lines = judge_gate(chosen, found.cases, stored)
    old = _age(found, max_age, now)
    rendered = list(render_gate(slug_of(system), lines, stored, baseline.as_posix(), what, old))
    print_lines(rendered)
    for note in found.notes:
        click.echo(f"note: {note}")
    stops = any(line.stops for line in lines)
    untold = any(line.stops and line.outcome == "no-verdict" for line in lines)
    if update_baseline:
        # Whoever stores the baseline anew has seen what is in it no more.
        stops = any(line.stops and line.outcome != "gone" for line in lines)
    _tell_forge(lines, describe_gate(rendered), old)
    if out is not None:
        _write(out, write_own(_own(slug_of(system), found, what, lines, stopped=stops or bool(old))))
    if update_baseline and _store(
        baseline, slug_of(system), found, what, lines, accept_failing, stops=stops, untold=untold or bool(old)
    ):
        stops = False
    if stops or old:
        raise click.exceptions.Exit(1)


def _folder() -> Path:
    folder = Path(FOLDER)
    if not folder.is_dir():
        message = f"name the result files, or put them into the folder `{FOLDER}`"
        raise click.UsageError(message)
    return folder


def _now() -> datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isascii() and epoch.isdigit() else datetime.now(UTC)


def _together(
    read: tuple[ResultFile, ...],
    cases: tuple[ManifestCase, ...],
    at: datetime | None,
    target: str | None,
    now: datetime,
) -> Together:
    try:
        return put_together([(each.shown, each.results) for each in read], cases, at, target, now)
    except ResultError as error:
        shown = read[0].shown if len(read) == 1 else "what was given"
        raise refused(shown, error) from error


def _age(found: Together, max_age: int | None, now: datetime) -> str:
    """Why the results are too old to judge what deploys now; empty where they are not.

    Raises:
        Refusal: where they are dated after today, or nobody says when they ran although it matters.
    """
    if found.at > now + timedelta(days=1):
        message = f"the results are dated {moment(found.at)}, which is still to come"
        raise Refusal(message)
    if max_age is None:
        return ""
    if not found.is_dated:
        message = "the results do not tell when they ran, and `--max-age` asks; say so with `--at`"
        raise Refusal(message)
    is_old = now - found.at > timedelta(hours=max_age)
    return f"the results are of {moment(found.at)}, more than {plural(max_age, 'hour')} ago" if is_old else ""


def _tell_forge(lines: tuple[Line, ...], page: str, old: str) -> None:
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for told in annotate(lines, old):
            click.echo(told)
    if path := os.environ.get(VARIABLE):
        with suppress(OSError), Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(page)


def _own(system: str, found: Together, release: str | None, lines: tuple[Line, ...], *, stopped: bool) -> OwnResults:
    cases = tuple(line.result for line in lines if line.result is not None)
    return OwnResults(system=system, at=found.at, tools=found.tools, release=release, stopped=stopped, cases=cases)


def _store(
    path: Path, system: str, found: Together, release: str | None, lines: tuple[Line, ...], accepted: str | None,
    *, stops: bool, untold: bool,
) -> bool:  # fmt: skip
    """Store what was accepted; what stops a release does not become the measure of the next one by itself.

    Returns whether it was stored, and the release is therefore let through.
    """
    if untold or (stops and accepted is None):
        told = "" if untold else "; say with `--accept-failing` why failing cases are let through"
        click.echo(f"The baseline stays as it is{told}.", err=True)
        return False
    if stops:
        click.echo(f"Let through all the same: {visible(accepted or '')}")
    kept = []
    for line in lines:
        if line.outcome == "gone":
            continue
        if line.result is None or line.result.verdict not in {"passed", "failed"}:
            if line.before is not None:
                kept.append(line.before)
            continue
        reason = None
        if line.result.verdict == "failed":
            reason = accepted or (line.before.accepted if line.before else None)
        named = {"accepted": reason, "title": line.case.title, "blocking": line.case.blocking}
        kept.append(BaselineCase(**line.result.model_dump(), **named))
    _write(path, write_baseline(Baseline(system=system, at=found.at, release=release, cases=tuple(kept))))
    return True


def _write(path: Path, text: str) -> None:
    if path.is_symlink() or path.is_dir():
        message = f"`{path.as_posix()}` is a link or a folder; choose another place"
        raise Refusal(message)
    if not create_file(path, text.encode()):
        replace_file(path, text.encode())
    click.echo(f"wrote {path.as_posix()}")
