"""How long something took, as ranges: the shortest, the longest, and from five on the median and the quarters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from afterword.model.dates import Moment
from afterword.model.measures import MEDIAN_FROM, DurationRange, measure_timeline
from afterword.model.report import Report

_NOTHING = timedelta(0)


@dataclass(frozen=True)
class Length:
    """How long it took in one report."""

    report: Report
    range: DurationRange


@dataclass(frozen=True)
class Spread:
    """Lengths of time over many reports.

    Attributes:
        lengths: those that are known, the shortest first, by the most that each can have taken.
        earlier: in how many reports the end came before the beginning, such as a fault found before anyone met it.
        unknown: in how many reports one of the two times is not known.
    """

    lengths: tuple[Length, ...] = ()
    earlier: int = 0
    unknown: int = 0

    def quarter(self, number: int) -> DurationRange | None:
        """The range below which `number` quarters of the values lie (2 is the median); None for fewer than five.

        Reckoned for the lower and for the upper ends, between neighbours in proportion (method 7 of R. J. Hyndman and
        Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), 361-365).
        """
        if len(self.lengths) < MEDIAN_FROM:
            return None
        low = _quarter(sorted(each.range.low for each in self.lengths), number)
        return DurationRange(low, _quarter(sorted(each.range.high for each in self.lengths), number))


def measure_lengths(reports: Iterable[Report], names: Sequence[str]) -> Mapping[str, Spread]:
    """By the name of each measure of a timeline its values in all reports."""
    found: dict[str, list[tuple[Report, DurationRange | None]]] = {name: [] for name in names}
    for report in reports:
        values = {measure.name: measure.value for measure in measure_timeline(report.front.timeline)}
        for name in names:
            found[name].append((report, values[name]))
    return {name: spread_of(values) for name, values in found.items()}


def publishing_delay(reports: Iterable[Report]) -> Spread:
    """From the day on which it was detected to the day of publication, in whole days."""
    return spread_of((report, _delay(report)) for report in reports)


def spread_of(values: Iterable[tuple[Report, DurationRange | None]]) -> Spread:
    """The values of reports, in order of their length."""
    values = tuple(values)
    known = [Length(report, value) for report, value in values if value is not None and value.low >= _NOTHING]
    return Spread(
        lengths=tuple(sorted(known, key=lambda each: (each.range.high, each.range.low, each.report.id))),
        earlier=sum(value is not None and value.low < _NOTHING for _, value in values),
        unknown=sum(value is None for _, value in values),
    )


def _quarter(ordered: Sequence[timedelta], number: int) -> timedelta:
    whole, rest = divmod(number * (len(ordered) - 1), 4)
    after = ordered[min(whole + 1, len(ordered) - 1)]
    return ordered[whole] + (after - ordered[whole]) * rest / 4


def _delay(report: Report) -> DurationRange | None:
    published = report.front.published_on
    moments = (entry.moment for entry in report.front.timeline if entry.kind == "detected")
    moment = next((each for each in moments if each is not None), None)
    if published is None or moment is None:
        return None
    first, last = _days(moment)
    if published < first:
        return DurationRange(published - last, published - first)
    return DurationRange(max(published - last, _NOTHING), published - first)


def _days(moment: Moment) -> tuple[date, date]:
    """The first and the last day of a moment, in the zone in which it was written."""
    zone = moment.local.tzinfo or UTC
    last = moment.latest if moment.latest == moment.earliest else moment.latest - timedelta(microseconds=1)
    return moment.earliest.astimezone(zone).date(), last.astimezone(zone).date()
