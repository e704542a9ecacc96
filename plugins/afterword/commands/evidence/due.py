"""Evidence whose time is over: what goes, what stays all the same and why, and what leans on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from afterword.link.targets import resolve_href
from afterword.model.collection import Collection
from afterword.model.evidence import Evidence
from afterword.model.evidence_file import EvidenceFile
from afterword.model.report import Report
from afterword.rules.safety.evidence_uri import misplaced


@dataclass(frozen=True)
class Due:
    """One entry whose retention is over.

    Attributes:
        report: its report.
        entry: the entry.
        file: the file in the tree; None where none lies there.
        stays: why it is not removed, in words; empty where it is.
        is_stuck: whether it stays although nobody wants to keep it: neither a legal hold nor another entry of the file.
        leans: what reads it or leads to it, one sentence each.
    """

    report: Report
    entry: Evidence
    file: EvidenceFile | None = None
    stays: str = ""
    is_stuck: bool = False
    leans: tuple[str, ...] = ()

    @property
    def because(self) -> str:
        """The reason that is written into the entry."""
        return f"Its retention ended on {self.entry.retention_until}."


def find_due(reports: Iterable[Report], collection: Collection, today: date) -> Iterator[Due]:
    """Every entry of the reports whose time is over, in their order; what was taken over or withdrawn counts too."""
    for report in reports:
        for entry in report.front.evidence:
            if entry.is_over(today):
                file = collection.evidence_files.get(entry.uri or "")
                kept = _kept(report, entry, today)
                stuck = "" if kept else _stuck(report, entry, file, today)
                leans = () if kept or stuck else tuple(_leans(report, entry, collection))
                yield Due(report, entry, file, kept or stuck, bool(stuck), leans)


def _kept(report: Report, entry: Evidence, today: date) -> str:
    """Who wants it to stay, in words."""
    if entry.legal_hold:
        return f"legal hold: {entry.legal_hold}"
    others = [each for each in report.front.evidence if each is not entry and each.uri and each.uri == entry.uri]
    longer = [each.id or "another entry" for each in others if each.legal_hold or not each.is_over(today)]
    return f"{', '.join(longer)} names the same file, and is kept longer" if longer else ""


def _stuck(report: Report, entry: Evidence, file: EvidenceFile | None, today: date) -> str:
    """What keeps it from being removed, in words."""
    uri = entry.uri
    if uri is None or ":" in uri:
        written = f'removed: {{at: {today}, because: "Its retention ended on {entry.retention_until}."}}'
        where = f"at {uri}" if uri else "where access is controlled"
        return f"it is kept {where}; remove it there, then write `{written}` into the entry"
    if fault := misplaced(uri, report.id):
        return f"the path of the evidence {fault}; `afterword check` tells the right one"
    if entry.sha256 is None:
        return "it has no digest yet, and nothing else remains of it; `afterword check --fix` writes one"
    if file is not None and entry.sha256 not in {file.sha256, file.stands_for}:
        return "the file is not the one that its digest was taken of; `afterword check` tells both digests"
    return ""


def _leans(report: Report, entry: Evidence, collection: Collection) -> Iterator[str]:
    """What is lost with the file, beside the file."""
    for case in report.front.eval_cases:
        data = case.input.data_set if case.input else None
        if data is not None and data.evidence == entry.id:
            cure = "" if case.no_selfcheck_because else "; retire it, or write `no_selfcheck_because`"
            yield f"{case.id} reads its rows from it and can no longer be tried{cure}"
        elif entry.id in case.from_evidence:
            yield f"{case.id} was made from it, and what it holds of it stays in the report"
    replays = [(f"`{each.signal or 'a silent check'}`", each.replay) for each in report.front.timeline]
    replays += [(each.id or "a remediation", each.replay) for each in report.front.remediations]
    for name, replay in replays:
        if replay is not None and replay.evidence == entry.id:
            yield f"the replay of {name} reads it and can no longer run"
    for other in collection.reports:
        for link in other.body.links:
            if "evidence/" in link.href and resolve_href(other, link.href).value == entry.uri:
                yield f"{other.path}:{link.href_span.line} links to it; take the link out"
