"""`afterword evidence add`: files become evidence of a report, copied or only pointed to, all of them or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import get_args

import click

from afterword.commands.edit_list import NewEntry, append_entries
from afterword.commands.edit_tree import EditError
from afterword.commands.evidence import told
from afterword.commands.evidence.copies import placed
from afterword.commands.evidence.entry import Entry, block_lines, flow_text, make_entry
from afterword.commands.evidence.flaw import FileFlaw
from afterword.commands.evidence.known import sort_known, too_much
from afterword.commands.evidence.numbers import next_numbers
from afterword.commands.evidence.plan import Place, PlannedFile, plan_files
from afterword.commands.evidence.rewrite import reread, rewrite
from afterword.commands.evidence.scanned import scan_words
from afterword.commands.evidence.wanted import Wanted
from afterword.commands.find_project import Found, find_project
from afterword.commands.locked import locked
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.report_names import find_report
from afterword.commands.today import today_in
from afterword.model.choices import AUDIENCES, Audience, EvidenceKind, PersonalData
from afterword.model.report import Report
from afterword.read.collection import read_collection

_KINDS = get_args(EvidenceKind)


@click.command()
@click.argument("report", metavar="REPORT")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--kind", type=click.Choice(_KINDS), help="What sort of evidence it is, where the name does not say it.")
@click.option("--access", type=click.Choice(AUDIENCES),
              help="Who may read it; else those for whom the report is.")  # fmt: skip
@click.option("--title", metavar="TEXT", help="What it shows, in a few words; else made of the file's name.")
@click.option("--captured-at", metavar="TIME", help="When it was captured, such as `2026-03-11T10:20:00Z`.")
@click.option("--personal-data", type=click.Choice(get_args(PersonalData)),
              help="Whether it holds personal data, once somebody has looked.")  # fmt: skip
@click.option("--retention-until", metavar="DATE", help="The last day on which it is kept, such as `2027-03-11`.")
@click.option("--uri", metavar="ADDRESS", help="Where it is kept instead: it is only pointed to, with its digest.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@config_option
def add(
    report: str, files: tuple[Path, ...], kind: EvidenceKind | None, access: Audience | None, title: str | None,
    captured_at: str | None, personal_data: PersonalData | None, retention_until: str | None, uri: str | None,
    config: Path | None, *, dry_run: bool,
) -> None:  # fmt: skip
    """Keep each FILE as evidence of REPORT, a path or an id.

    A file is looked through for secrets and personal data, copied to the report's folder below `evidence/`, and entered
    in the report with its digest; nothing else of the report changes. What fewer people may read than can clone the
    repository, or what holds personal data, is not copied: the entry has its digest, and its address where `--uri` says
    it. Exit code 1 where a file cannot be kept as it is; nothing is written then.
    """
    named = [Path(report)] if Path(report).is_file() else []
    found = find_project(named, config, os.environ)
    settings = found.project.settings
    wanted = Wanted(kind, access, title, captured_at, personal_data, retention_until, uri)
    wanted.check(len(files), settings.zone_info)
    collection = read_collection(found.project)
    chosen = find_report(report, collection, found)
    today = today_in(settings.zone_info, os.environ)
    reader, until = wanted.reader(chosen), wanted.day(today)
    elsewhere = wanted.why_elsewhere(reader, settings)
    uris = [each.uri for each in chosen.front.evidence if each.uri]
    place = Place(found.project.docs, settings, today, frozenset(PurePosixPath(each).name for each in uris))
    plan = plan_files(files, chosen.id, place, copied=not elsewhere)
    new, known, held = sort_known(plan.files, chosen, kind=kind, access=access)
    flaws = [*plan.flaws, *held, *_unsaid(new, wanted), *_words(wanted, files[0], place)]
    if not elsewhere:
        flaws += too_much(new, collection.evidence_files.values(), chosen.id, settings.limits)
    if flaws:
        told.stop_at(flaws)
    told.known(known, settings)
    entries = [
        make_entry(
            file, f"EV-{number}", kind or file.kind, title=title and " ".join(title.split()),
            captured_at=captured_at and captured_at.strip(), uri=uri, access=reader, personal_data=personal_data,
            retention_until=until,
        )
        for number, file in zip(next_numbers(chosen, len(new)), new, strict=True)
    ]  # fmt: skip
    if entries:
        text = _with_entries(chosen, entries, found)
        if not dry_run:
            with locked(found.file(chosen.path).parent), placed(new, found.project.docs):
                rewrite(chosen, text, found)
        told.written(chosen, zip(new, entries, strict=True), elsewhere, found, dry_run=dry_run)
    else:
        click.echo("nothing was written")


def _unsaid(files: Iterable[PlannedFile], wanted: Wanted) -> Iterator[FileFlaw]:
    """Files of which nothing says what sort of evidence they are."""
    for file in files:
        if wanted.kind is None and file.kind is None:
            hint = f"add `--kind` with one of: {', '.join(_KINDS)}"
            yield FileFlaw(str(file.source), "neither its name nor its content says what sort of evidence it is", hint)


def _words(wanted: Wanted, file: Path, place: Place) -> Iterator[FileFlaw]:
    """What may not stand in the report: it is read by more people than the file."""
    for what, text in (("`--title`", wanted.title), ("`--uri`", wanted.uri)):
        yield from scan_words(str(file), what, text or "", place.settings, place.today)


def _with_entries(report: Report, entries: list[Entry], found: Found) -> str:
    """The report's text with the entries, proven by reading it again."""
    new = [NewEntry(tuple(block_lines(each)), flow_text(each)) for each in entries]
    before = report.front.evidence
    try:
        text = append_entries(report.source, "evidence", new)
        after = reread(report, text, found.project.settings)
        if after[: len(before)] != before or len(after) != len(before) + len(entries):
            raise EditError
    except EditError:
        raise Refusal(told.paste(report, new, found)) from None
    return text
