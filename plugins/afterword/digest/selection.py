"""What belongs into one digest: what is dated in its weeks, and what earlier digests of the ledger left out.

Late is what is dated in a week that the ledger calls settled and was told by no digest of it: a report that was merged
after its week was sent is told in the next digest, and nothing is told twice. The ledger's lines on the digest's own
last week and on later ones play no part, so that a digest made again is the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from afterword.digest.ledger import EditionLedger, Told
from afterword.digest.source import Change, Closing, Source, published_on
from afterword.digest.weeks import Period, Week, week_of
from afterword.model.report import Report


@dataclass(frozen=True)
class New:
    """A report that is told for the first time; `late_from` is the week that it was missing from, None for none."""

    report: Report
    late_from: Week | None


@dataclass(frozen=True)
class Changed:
    """A report that was told before, with the changes that were not, the earliest first, each with its late week."""

    report: Report
    changes: tuple[tuple[Change, Week | None], ...]


@dataclass(frozen=True)
class Selection:
    """The contents of one digest.

    Attributes:
        period: its weeks.
        new: reports, those of the period first, each part newest first.
        changed: updated reports, those with a correction first, then the newest change first.
        closed: remediations that were closed, each with its late week, the earliest first.
    """

    period: Period
    new: tuple[New, ...]
    changed: tuple[Changed, ...]
    closed: tuple[tuple[Closing, Week | None], ...]

    def told(self, source: Source) -> tuple[Told, ...]:
        """What the ledger keeps of it, by the id of reports."""
        reports = {each.report.id: each.report for each in self.new}
        reports |= {each.report.id: each.report for each in self.changed}
        reports |= {closing.use.report.id: closing.use.report for closing, _ in self.closed}
        new = {each.report.id for each in self.new}
        changed = {each.report.id: tuple(change.at for change, _ in each.changes) for each in self.changed}
        closed = {id: tuple(c.key for c, _ in self.closed if c.use.report.id == id) for id in reports}
        end = self.period.end
        return tuple(
            Told(
                id=id,
                revision=1 + sum(change.day < end for change in source.changes_of(reports[id])),
                new=id in new,
                # Whoever reads a report for the first time reads it as it is by now.
                updates=tuple(c.at for c in source.changes_of(reports[id]) if c.day < end)
                if id in new
                else changed.get(id, ()),
                closed=closed[id],
            )
            for id in sorted(reports)
        )


def select(source: Source, period: Period, ledger: EditionLedger) -> Selection:
    """Everything that the digest of `period` tells."""
    known = _Known(_before(ledger, period))
    new = tuple(_new(source, period, known))
    fresh = {each.report.id for each in new}
    changes = [found for found in _changes(source, period, known) if found[0].report.id not in fresh]
    return Selection(period, new, tuple(_by_report(changes)), tuple(_closings(source, period, known)))


class _Known:
    """What earlier digests told."""

    def __init__(self, ledger: EditionLedger) -> None:
        self._told = ledger.told
        self.settled = sorted(ledger.settled_weeks)

    @cached_property
    def new(self) -> frozenset[str]:
        """Ids of reports that were told as new."""
        return frozenset(each.id for each in self._told if each.new is not False)

    @cached_property
    def closed(self) -> frozenset[tuple[str, str]]:
        """Reports' ids with what was told as closed; who was told that it holds, was told that it is done."""
        found = {(each.id, key) for each in self._told for key in each.closed}
        return frozenset(found | {(id, key.replace(":verified", ":done")) for id, key in found})

    def updates(self, report: Report, changes: Iterable[Change]) -> Counter[str]:
        """How often an update of each date was told of the report."""
        names = ids_of(report)
        found: Counter[str] = Counter()
        for each in self._told:
            if each.id in names and each.updates is not None:
                found.update(each.updates)
        plain = max((each.revision for each in self._told if each.id in names and each.updates is None), default=1)
        return found | Counter(change.at for change in list(changes)[: plain - 1])


def ids_of(report: Report) -> frozenset[str]:
    """The ids under which a ledger may know the report: its own and its earlier ones."""
    return frozenset({report.id, *report.front.aliases})


def _before(ledger: EditionLedger, period: Period) -> EditionLedger:
    return EditionLedger(tuple(line for line in ledger.lines if line.parsed_weeks[-1] < period.last))


def _new(source: Source, period: Period, known: _Known) -> Iterator[New]:
    for week in reversed(period.weeks):
        for report in source.published_in.get(week, ()):
            # It may have been told by a digest of other weeks, where its day of publication was changed since.
            if not ids_of(report) & known.new:
                yield New(report, None)
    for week in reversed(_late_weeks(period, known)):
        for report in source.published_in.get(week, ()):
            if not ids_of(report) & known.new:
                yield New(report, week)


def _changes(source: Source, period: Period, known: _Known) -> Iterator[tuple[Change, Week | None]]:
    """Changes to reports that stood there before their week; what came with the publication was told with it."""
    counts: dict[str, Counter[str]] = {}
    for week in (*_late_weeks(period, known), *period.weeks):
        for change in source.changes_in.get(week, ()):
            report = change.report
            # Whoever was told of it before its day of publication was moved hears of its changes from then on.
            stood = week_of(published_on(report)) <= week or ids_of(report) & known.new
            if published_on(report) >= period.end or not stood:
                continue
            if report.id not in counts:
                counts[report.id] = known.updates(report, source.changes_of(report))
            if counts[report.id][change.at] > 0:
                counts[report.id][change.at] -= 1
                continue
            yield change, None if week in period.weeks else week


def _closings(source: Source, period: Period, known: _Known) -> Iterator[tuple[Closing, Week | None]]:
    found: dict[tuple[str, str], tuple[Closing, Week | None]] = {}
    for week in (*_late_weeks(period, known), *period.weeks):
        for closing in source.closings_in.get(week, ()):
            report, remediation = closing.use.report, closing.use.remediation
            if any((id, closing.key) in known.closed for id in ids_of(report)):
                continue
            # Of done and verified in one digest the later tiding says both.
            found[report.id, remediation.id or ""] = closing, None if week in period.weeks else week
    yield from sorted(found.values(), key=lambda each: (each[0].day, each[0].use.report.id, each[0].key))


def _late_weeks(period: Period, known: _Known) -> tuple[Week, ...]:
    return tuple(week for week in known.settled if week not in period.weeks and week < period.last)


def _by_report(changes: Iterable[tuple[Change, Week | None]]) -> list[Changed]:
    found: dict[str, list[tuple[Change, Week | None]]] = {}
    for change, week in changes:
        found.setdefault(change.report.id, []).append((change, week))
    told = [Changed(each[0][0].report, tuple(sorted(each, key=lambda one: one[0].day))) for each in found.values()]
    told.sort(key=lambda each: each.report.id)
    told.sort(key=lambda each: each.changes[-1][0].day, reverse=True)
    return sorted(told, key=lambda each: not any(change.update.correction for change, _ in each.changes))
