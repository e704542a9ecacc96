"""One line of a list: what it leads to, a side remark, and a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Index, SilentCheck
from afterword.model.choices import Lifecycle
from afterword.model.report import Report
from afterword.pages.escape import escape_text
from afterword.pages.marks import dotted, mark, quiet
from afterword.pages.names import signal_name
from afterword.pages.words import counted, label, report_link, sentence, system_link, time_tag

_STEPS: dict[Lifecycle, str] = {
    "draft": "draft, in previews alone",
    "in-review": "in review, in previews alone",
    "superseded": "superseded by a later report",
    "imported": "taken over as it was",
}


@dataclass(frozen=True)
class Entry:
    """One line of a list; `head` leads somewhere, `texts` are paragraphs below the side remark."""

    head: Markup
    meta: Markup
    texts: tuple[Markup, ...] = ()


def step_words(report: Report) -> str:
    """The report's step of life where a list should tell it; empty for a published report."""
    return _STEPS.get(report.lifecycle, "")


def report_entry(report: Report, index: Index, from_path: str, *texts: Markup | None) -> Entry:
    """A report under its title, with date, kind, severity and system; empty texts are left out."""
    return Entry(
        report_link(report, from_path),
        quiet(_remarks(report, index, from_path)),
        tuple(text for text in texts if text),
    )


def report_entries(reports: Iterable[Report], index: Index, from_path: str) -> list[Entry]:
    """One line for each report."""
    return [report_entry(report, index, from_path) for report in reports]


def silent_entry(check: SilentCheck, from_path: str, *, with_reason: bool = True) -> Entry:
    """A silent check: the signal, its report, why it stayed quiet, and what would have seen it."""
    entry = check.entry
    reason = label(entry.missed_because) if with_reason and entry.missed_because else ""
    remarks = (escape_text(reason), Markup("in ") + report_link(check.report, from_path))
    seen = (
        Markup("*Would have seen it:* ") + escape_text(sentence(entry.would_have_seen))
        if entry.would_have_seen
        else None
    )
    what = escape_text(sentence(entry.what)) if entry.what else None
    return Entry(
        Markup("**{}**").format(signal_name(entry.signal or "a signal without a name")),
        quiet(dotted(remarks)),
        tuple(text for text in (what, seen) if text),
    )


def count_kinds(reports: Iterable[Report]) -> str:
    """How many reports there are of each kind: "3 incidents, 1 near miss"."""
    kinds = [report.kind for report in reports]
    named = (
        counted(kinds.count("incident"), "incident") if "incident" in kinds else "",
        counted(kinds.count("near_miss"), "near miss", "near misses") if "near_miss" in kinds else "",
        counted(kinds.count("exercise"), "exercise") if "exercise" in kinds else "",
    )
    return ", ".join(name for name in named if name)


def uncounted(reports: Iterable[Report], index: Index) -> int:
    """How many of the listed reports figures leave out."""
    known = {report.id for report in index.counted}
    return sum(report.id not in known for report in reports)


def _remarks(report: Report, index: Index, from_path: str) -> Markup:
    """Kind and severity in their boxes, then the rest with dots between, as at the head of the report itself."""
    marks = [mark("kind", report.kind)]
    if report.severity is not None:
        marks.append(mark("severity", report.severity))
    return Markup(" ").join([*marks, dotted(_words(report, index, from_path))])


def _words(report: Report, index: Index, from_path: str) -> Iterator[Markup]:
    if report.date is not None:
        yield time_tag(report.date)
    system = report.front.system
    if system is not None and system.name:
        yield system_link(system.name, index, from_path)
    if report.is_public_sources:
        yield Markup("from public sources")
    if (step := _STEPS.get(report.lifecycle)) is not None:
        yield Markup(step)
