"""`afterword promote`: takes a report's next step, or lists what is missing for it."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import click

from afterword.commands.check import extra_files
from afterword.commands.edit_tree import EditError
from afterword.commands.find_project import Found, canonical, find_project
from afterword.commands.options import config_option
from afterword.commands.promotion import Promotion, prepare
from afterword.commands.refusal import Refusal
from afterword.commands.selection import as_shown
from afterword.commands.sources import sources_of
from afterword.commands.terminal import print_lines
from afterword.commands.today import today_in
from afterword.commands.write_file import replace_file
from afterword.findings.finding import CheckResult, Finding
from afterword.findings.text import render_text
from afterword.findings.visible import shown_path, visible
from afterword.model.collection import Collection
from afterword.model.dates import DateError, parse_day
from afterword.model.gates import STEPS, Step, next_step
from afterword.model.report import Report
from afterword.read.collection import read_collection
from afterword.read.files import read_bytes

_WORDS: dict[Step, str] = {"draft": "a draft", "in-review": "in review", "published": "published"}


@click.command()
@click.argument("report", metavar="REPORT")
@click.option("--to", "target", type=click.Choice(get_args(Step)[1:]), help="The step to take; else the next one.")
@click.option("--date", "day", metavar="DATE", help="The day that is written, such as `2026-03-11`; else today.")
@config_option
def promote(report: str, target: Step | None, day: str | None, config: Path | None) -> None:
    """Take the next step of REPORT, or say what is missing.

    REPORT is a path or an id. Exit code 1 where something is missing for the step: it is listed, and nothing is
    written.
    """
    path = Path(report)
    named = [path] if path.is_file() else []
    found = find_project(named, config, os.environ)
    collection = read_collection(found.project, extra_files(named, found.project))
    chosen = _find_report(report, named, collection, found)
    if chosen.is_unreadable or (chosen.is_typed("lifecycle") and ("lifecycle",) not in chosen.spans):
        _stop_at_problems(chosen, found)
    step = _step(chosen, target)
    if step is None:
        return
    today = _read_day(day) or today_in(found.project.settings.zone_info, os.environ)
    try:
        promotion = prepare(found.project, collection, chosen, step, today)
    except EditError:
        message = "the step cannot be written without touching other fields; write `lifecycle` on a line of its own"
        raise Refusal(message) from None
    _take(chosen, step, promotion, found)


def _find_report(typed: str, named: Sequence[Path], collection: Collection, found: Found) -> Report:
    if named:
        wanted = as_shown(canonical(named[0]))
        matching = [each for each in collection.reports if as_shown(found.file(each.path)) == wanted]
    else:
        name = typed.removesuffix(".md")
        matching = [each for each in collection.reports if name == each.id or name in each.front.aliases]
    if len(matching) > 1:
        paths = ", ".join(f"`{shown_path(found.display(each.path))}`" for each in matching)
        message = f"`{visible(typed)}` means more than one report; name one by its path: {paths}"
        raise Refusal(message)
    if not matching:
        close = difflib.get_close_matches(Path(typed).stem, [each.id for each in collection.reports], n=1, cutoff=0.6)
        hint = f"; did you mean `{close[0]}`?" if close else ""
        message = f"no report has the path or id `{visible(typed)}`{hint}"
        raise Refusal(message)
    return matching[0]


def _step(report: Report, target: Step | None) -> Step | None:
    """The step to take; None, with a word why, where there is none."""
    if report.lifecycle not in STEPS:
        click.echo(f"`{report.id}` is {report.lifecycle} and stays as it is: only drafts and reports in review move on")
        return None
    if report.lifecycle == "published" or (target == report.lifecycle):
        if target is not None and target != report.lifecycle:
            message = f"`{report.id}` is published already, and steps only lead forward"
            raise Refusal(message)
        click.echo(f"`{report.id}` is {_WORDS[report.lifecycle]} already")
        return None
    return target or next_step(report.lifecycle)


def _read_day(typed: str | None) -> date | None:
    if typed is None:
        return None
    try:
        return parse_day(typed.strip())
    except DateError as error:
        message = f"`--date`: {error}"
        raise click.UsageError(message) from None


def _stop_at_problems(report: Report, found: Found) -> None:
    """A file that cannot be read, or whose step cannot, takes no step; what is wrong with it is told."""
    path = shown_path(found.display(report.path))
    for problem in report.problems:
        hint = f" ({visible(problem.hint)})" if problem.hint else ""
        click.echo(f"{path}:{problem.span.line}:{problem.span.column} {visible(problem.message)}{hint}")
    click.echo(f"`{report.id}` cannot be read, so it takes no step; nothing was written")
    raise click.exceptions.Exit(1)


def _take(report: Report, step: Step, promotion: Promotion, found: Found) -> None:
    path = shown_path(found.display(report.path))
    missing = [each for each in promotion.findings if each.level == "error"]
    if missing:
        count = len(missing)
        words = "1 thing is" if count == 1 else f"{count} things are"
        click.echo(f"{words} missing before `{report.id}` is {_WORDS[step]}:")
        _print(missing, report, found)
        click.echo("nothing was written")
        raise click.exceptions.Exit(1)
    file = found.file(report.path)
    before = (("\ufeff" if report.source.bom else "") + report.source.text).encode()
    if read_bytes(file) != before:
        message = f"`{path}` has changed since it was read; run the command again"
        raise Refusal(message)
    replace_file(file, promotion.data)
    click.echo(f"{path} is {_WORDS[step]}")
    for line in promotion.written:
        click.echo(f"  wrote {line}")
    warnings = sum(each.level == "warning" for each in promotion.findings)
    if warnings:
        click.echo(f"{warnings} warning{'' if warnings == 1 else 's'} left: afterword check {path}")
    then = f"afterword promote {path}" if step == "in-review" else "open a pull request with the change"
    click.echo(f"Next: {then}")


def _print(findings: Iterable[Finding], report: Report, found: Found) -> None:
    shown = tuple(sorted((_shown(each, found) for each in findings), key=lambda each: each.order))
    print_lines(render_text(CheckResult(shown, (), 1), sources_of([report], found)))


def _shown(finding: Finding, found: Found) -> Finding:
    return replace(finding, path=found.display(finding.path))
