"""What became known since about the reports that a digest told: an old page keeps its dated notes."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.digest.content.items import report_ref
from afterword.digest.content.plain_texts import line
from afterword.digest.source import Source, published_on
from afterword.digest.view import Note
from afterword.digest.weeks import Week
from afterword.model.report import Report
from afterword.pages.words import sentence


def notes_on(week: Week, source: Source) -> tuple[Note, ...]:
    """Later corrections of what the week told, and reports of the week that were replaced since, by their day.

    A report that was withdrawn leaves no trace, here as elsewhere.
    """
    told = {report.id: report for report in source.published_in.get(week, ())}
    told |= {change.report.id: change.report for change in source.changes_in.get(week, ())}
    notes = [note for id in sorted(told) for note in _corrections(told[id], week, source)]
    notes.extend(_replaced(week, source))
    return tuple(sorted(notes, key=lambda each: (each.day, each.report.address)))


def _corrections(report: Report, week: Week, source: Source) -> Iterator[Note]:
    for change in source.changes_of(report):
        if change.update.correction and change.day > week.sunday:
            what = line(change.update.what)
            yield Note(
                day=change.day,
                report=report_ref(report, source),
                what=f"Corrected: {sentence(what)}" if what else "Corrected.",
            )


def _replaced(week: Week, source: Source) -> Iterator[Note]:
    graph, reports = source.index.graph, {report.id: report for report in source.reports}
    for report in source.superseded_in.get(week, ()):
        later = [reports[id] for id in graph.superseded_by(report.id) if id in reports]
        for each in later:
            if (day := published_on(each)) > week.sunday:
                yield Note(
                    day=day, report=report_ref(each, source), what="This newer report takes the place of one told here."
                )
