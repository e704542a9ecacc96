"""What a report has already of the files that are to be added: the same content twice, and how much in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from afterword.commands.evidence.flaw import FileFlaw
from afterword.commands.evidence.plan import PlannedFile
from afterword.model.choices import Audience, EvidenceKind
from afterword.model.collection import evidence_access
from afterword.model.evidence import Evidence
from afterword.model.evidence_file import EvidenceFile
from afterword.model.report import Report
from afterword.model.settings import Limits

Known = list[tuple[PlannedFile, Evidence]]


def sort_known(
    files: Iterable[PlannedFile], report: Report, *, kind: EvidenceKind | None = None, access: Audience | None = None
) -> tuple[list[PlannedFile], Known, list[FileFlaw]]:
    """Files that are new; those whose content is there already, with its entry; and what cannot be added.

    That is a file that was removed before, one that is named twice, and one whose entry only points to it and says
    another `kind` or `access` than what is asked for: an entry is changed by its author alone.
    """
    by_digest = {entry.sha256: entry for entry in report.front.evidence if entry.sha256}
    new: dict[str, PlannedFile] = {}
    known: Known = []
    flaws = []
    for file in files:
        entry = by_digest.get(file.sha256)
        if entry is not None and entry.removed is not None:
            day = f" on {entry.removed.at}" if entry.removed.at else ""
            told = f"it is {entry.id}, which was removed{day}"
            flaws.append(FileFlaw(str(file.source), told, "leave it out; its digest stands in the report"))
        elif entry is not None and (other := _differs(entry, report, kind, access)):
            flaws.append(FileFlaw(str(file.source), f"it is {entry.id} already, {other}", _cure(entry, report)))
        elif entry is not None:
            known.append((file, entry))
        elif (first := new.get(file.sha256)) is not None:
            told = f"it has the same content as `{first.source.name}`"
            flaws.append(FileFlaw(str(file.source), told, "name one of them"))
        else:
            new[file.sha256] = file
    return list(new.values()), known, flaws


def _differs(entry: Evidence, report: Report, kind: EvidenceKind | None, access: Audience | None) -> str:
    """What a pointer says otherwise than it is asked for, in words; empty where it does not."""
    if entry.uri is not None:
        return ""
    of_entry = evidence_access(entry, report)
    told = [
        f"which says `{name}: {is_}` and not `{asked}`"
        for name, is_, asked in (("kind", entry.kind, kind), ("access", of_entry, access))
        if asked is not None and asked != is_
    ]
    return ", ".join(told)


def _cure(entry: Evidence, report: Report) -> str:
    line = report.at("evidence", report.front.evidence.index(entry)).line
    return (
        f"it only points to a file: take the entry out, from line {line} of the report on, and run the command again, "
        f"or change `kind` and `access` there; what names {entry.id} has to name the new entry then"
    )


def too_much(
    new: Sequence[PlannedFile], there: Iterable[EvidenceFile], report_id: str, limits: Limits
) -> Iterator[FileFlaw]:
    """One flaw where the files of the report would be larger than allowed, all together."""
    before = sum(each.size for each in there if each.uri.startswith(f"evidence/{report_id}/"))
    added = sum(each.size for each in new if each.content is not None)
    if added and before + added > limits.evidence_report_bytes:
        told = f"with it the evidence of `{report_id}` would hold {before + added:,} bytes, more than the "
        hint = "keep parts that show it, or keep the largest elsewhere with `--uri https://…`"
        yield FileFlaw(str(new[0].source), f"{told}{limits.evidence_report_bytes:,} allowed", hint)
