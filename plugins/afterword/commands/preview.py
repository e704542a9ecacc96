"""`afterword preview`: one report as one HTML file, for people who read without git."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from afterword.commands.edit_tree import EditError
from afterword.commands.find_project import Found, canonical, find_project
from afterword.commands.options import config_option
from afterword.commands.outside import refuse_inside
from afterword.commands.preview_pictures import refused_pictures
from afterword.commands.promotion import prepare
from afterword.commands.refusal import Refusal
from afterword.commands.report_names import find_report
from afterword.commands.today import today_in
from afterword.commands.write_file import create_file, replace_file
from afterword.engine.by_hand import ByHand, read_by_hand
from afterword.engine.layout import make_facts
from afterword.engine.preview.head import Head
from afterword.engine.preview.ways import Ways
from afterword.findings.visible import shown_path, visible
from afterword.index.index import build_index
from afterword.link.graph import link_reports
from afterword.model.audience import is_shown_to
from afterword.model.choices import Audience
from afterword.model.collection import AudienceView, Collection
from afterword.model.gates import next_step
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.pages.evidence import render_evidence
from afterword.pages.report import render_report
from afterword.pages.words import report_path
from afterword.read.collection import read_collection
from afterword.read.gates import read_gates
from afterword.rules import BY_CODE
from afterword.rules.rule import Context
from afterword.rules.run import check_collection

_UNFINISHED = frozenset({"draft", "in-review"})
_GATES = "AW13"
"""Codes that say what a step needs. Others can name a file that fewer people may know of than get the preview."""
_PRIVATE = tuple(BY_CODE[code] for code in ("AW520", "AW521", "AW522", "AW523"))
"""Secrets and personal data, which must not leave the repository in a file."""
_BEGINNING = 4096


@dataclass(frozen=True)
class _Chosen:
    """The report, whom the file is for, and what they may see."""

    report: Report
    audience: Audience
    view: AudienceView


@click.command()
@click.argument("report", metavar="REPORT")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Where it is written; else beside you, under the report's id and whom it is for.")  # fmt: skip
@config_option
def preview(report: str, out: Path | None, config: Path | None) -> None:
    """Write REPORT as one HTML file to send and print.

    REPORT is a path or an id. Every paragraph has a number, for comments. The file holds what the report's own audience
    may read, drafts included. It is smaller than 1 MB, needs nothing from anywhere and runs no script.
    """
    try:
        from afterword.engine.preview.file import BEGINNING, write_preview
    except ModuleNotFoundError as error:
        message = f"`{error.name}` is not installed, which makes pages of Markdown; install `afterword[mkdocs]`"
        raise Refusal(message) from None
    named = [Path(report)] if Path(report).is_file() else []
    found = find_project(named, config, os.environ)
    settings = found.project.settings
    today = today_in(settings.zone_info, os.environ)
    collection = read_collection(found.project)
    whole = find_report(report, collection, found)
    _refuse_private(whole, collection, found, today)
    chosen = _choose(whole, collection)
    target = out or Path(f"{chosen.report.id}.for-{chosen.audience}.html")
    refuse_inside(canonical(target), found, "`--out`" if out else "the current folder")
    by_hand = read_by_hand(found.project.docs)
    index = build_index(chosen.view, today, count_public_sources=settings.count_public_sources)
    # Whoever reads this file comments on it, and has no way to edit the report.
    facts = replace(make_facts(found.project, by_hand.pages), edit_url="")
    page = render_report(chosen.report, index, read_gates(settings.gates), facts)
    step, missing = _missing(whole, collection, found.project, today)
    head = Head(chosen.report, chosen.audience, today, step, missing)
    made = write_preview(page, head, _ways(chosen, collection, found.project, page.path), _files(chosen, by_hand))
    _write(target, made.data, BEGINNING.encode())
    for each in (*refused_pictures(whole, collection, chosen.view), *made.left_out):
        click.echo(f"note: {visible(each)}", err=True)
    size = f"{-(-len(made.data) // 1000):,} kB"
    click.echo(f"wrote {shown_path(target.as_posix())}: {size}, for the audience {chosen.audience}")


def _refuse_private(report: Report, collection: Collection, found: Found, today: date) -> None:
    """Refuse what is in the report's own file or evidence. Rules on the collection tell of all others too."""
    gates, graph = read_gates(found.project.settings.gates), link_reports(collection.reports)
    context = Context(found.project, collection, graph, gates, today)
    folder = f"evidence/{report.id}/"
    own = {report.path, *(each.path for each in collection.evidence_files.values() if each.uri.startswith(folder))}
    findings = check_collection(context, _PRIVATE, {report.path}).findings
    place = next((each.path for each in findings if each.level == "error" and each.path in own), None)
    if place is not None:
        what = f"`{report.id}`" if place == report.path else f"the evidence of `{report.id}`"
        message = (
            f"{what} holds a secret or personal data; `afterword check {shown_path(found.display(place))}` says where"
        )
        raise Refusal(message)


def _choose(report: Report, collection: Collection) -> _Chosen:
    """The report as its own audience sees it, among what is finished."""
    audience = report.audience
    others = {each.path for each in collection.reports if each.lifecycle in _UNFINISHED} - {report.path}
    view = collection.without(others).for_audience(audience or "restricted", preview=True)
    shown = view.by_id.get(report.id)
    if audience is None or shown is None:
        message = f"`{report.id}` is held back from every audience; `afterword check` says what clears it"
        raise Refusal(message)
    return _Chosen(shown, audience, view)


def _missing(report: Report, collection: Collection, project: Project, today: date) -> tuple[str, tuple[str, ...]]:
    """The next step of an unfinished report, or nothing, and what is missing for it."""
    step = next_step(report.lifecycle) if report.lifecycle in _UNFINISHED else None
    if step is None:
        return "", ()
    try:
        findings = prepare(project, collection, report, step, today).findings
    except EditError:
        # `promote` says why it cannot be written; here nothing can be told.
        return "", ()
    errors = [each for each in findings if each.level == "error"]
    told = [each.message for each in errors if each.code.startswith(_GATES)]
    if more := len(errors) - len(told):
        told.append(f"{more} more, which `afterword promote` lists")
    return step, tuple(told)


def _ways(chosen: _Chosen, collection: Collection, project: Project, page: str) -> Ways:
    """Links lead to what stands on the site itself, which has another audience and shows no draft."""
    settings = project.settings
    site = collection.for_audience(settings.audience, preview=settings.preview)
    shown = {report_path(each) for each in site.reports if is_shown_to(each.audience or "restricted", chosen.audience)}
    shown |= {each.path for each in render_evidence(site)}
    return Ways(page, project.site_url, frozenset(shown))


def _files(chosen: _Chosen, by_hand: ByHand) -> dict[str, bytes]:
    return {**by_hand.files, **{each.path: each.content for each in render_evidence(chosen.view)}}


def _write(target: Path, data: bytes, beginning: bytes) -> None:
    """Write the file. Of what is there already, an earlier preview alone is replaced."""
    if create_file(target, data):
        return
    try:
        with target.open("rb") as file:
            ours = not target.is_symlink() and file.read(_BEGINNING).startswith(beginning)
    except OSError:
        ours = False
    if not ours:
        message = f"`{shown_path(target.as_posix())}` is there already and is no preview; name another with `--out`"
        raise Refusal(message)
    replace_file(target, data)
