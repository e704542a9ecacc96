"""What a report has already of the files that are to be added: the same content twice, and how much in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from afterword.commands.evidence.flaw import FileFlaw
from afterword.commands.evidence.plan import PlannedFile
from afterword.model.evidence import Evidence
from afterword.model.evidence_file import EvidenceFile
from afterword.model.report import Report
from afterword.model.settings import Limits

Known = list[tuple[PlannedFile, Evidence]]


def sort_known(files: Iterable[PlannedFile], report: Report) -> tuple[list[PlannedFile], Known, list[FileFlaw]]:
    """Files that are new; those whose content is there already, with its entry; and those that were removed before."""
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
        elif entry is not None:
            known.append((file, entry))
        elif (first := new.get(file.sha256)) is not None:
            told = f"it has the same content as `{first.source.name}`"
            flaws.append(FileFlaw(str(file.source), told, "name one of them"))
        else:
            new[file.sha256] = file
    return list(new.values()), known, flaws


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
